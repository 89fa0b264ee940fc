// 专栏: the nearest other parts, from the column's own page, which alone knows those that came later. It is fetched when
// a reader comes near the end of the text.

const way = document.querySelector(".column-way");

function entry(part, isThis) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const headline = part.querySelector(".headline a");
  if (isThis) link.ariaCurrent = "page";
  else link.href = headline.href;
  link.textContent = headline.textContent.trim().replace(/\s+/g, " ");
  item.append(part.querySelector("time").cloneNode(true), " ", link);
  return item;
}

async function showParts() {
  const answer = await fetch(way.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const parts = [...page.querySelectorAll(".card-entry")];
  const at = parts.findIndex((part) => part.id === way.hash.slice(1));
  const near = parts.slice(Math.max(0, at - 2), at + 3);
  if (at < 0 || near.length < 2) return;
  const list = document.createElement("ol");
  list.append(...near.map((part) => entry(part, part === parts[at])));
  way.after(list);
}

function ifNear([{ isIntersecting }], watch) {
  if (!isIntersecting) return;
  watch.disconnect();
  showParts().catch(() => {}); // offline, the link is enough
}

new IntersectionObserver(ifNear, { rootMargin: "100%" }).observe(way);

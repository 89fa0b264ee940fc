// The viewer: an article's pictures one by one, as large as the window. Without it a picture's link opens its file.

const links = [...document.querySelectorAll(".photo-open")];
const viewer = document.querySelector(".viewer");
const figure = viewer.querySelector("figure");
const part = (name) => viewer.querySelector(`[data-does=${name}]`);
let at = 0;

function show(number) {
  if (!links[number]) return;
  at = number;
  const picture = links[at].querySelector("picture").cloneNode(true);
  for (const source of picture.querySelectorAll("source")) source.sizes = "100vw";
  picture.querySelector("img").loading = "eager";
  const words = links[at].parentElement.querySelector("figcaption");
  figure.replaceChildren(picture, ...(words ? [words.cloneNode(true)] : []));
  viewer.querySelector(".viewer-place").textContent = `${at + 1} / ${links.length}`;
  part("file").href = links[at].href;
  part("previous").ariaDisabled = at === 0;
  part("next").ariaDisabled = at === links.length - 1;
}

const DOES = { previous: () => show(at - 1), next: () => show(at + 1), close: () => viewer.close() };
const KEYS = { ArrowLeft: "previous", ArrowRight: "next" };

for (const [number, link] of links.entries()) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(number);
    viewer.showModal();
  });
}
for (const name of ["previous", "next"]) part(name).hidden = links.length < 2;
viewer.addEventListener("click", ({ target }) => {
  if (target === viewer || target === figure) viewer.close();
  else DOES[target.dataset.does]?.();
});
viewer.addEventListener("keydown", ({ key }) => {
  if (visualViewport?.scale > 1) return; // an arrow moves over a magnified page
  DOES[KEYS[key]]?.();
});
viewer.addEventListener("close", () => {
  figure.replaceChildren();
  links[at].focus();
});

// 原版: the headline of the story that one points at stands below the page. By finger a first tap shows it, and a second one
// opens the story. Without this script every story is a link.

const areas = document.querySelector(".page-map-sheet"); // Chromium gives the focus to an svg that listens for it
const words = document.querySelector(".page-map-words");
const invitation = words.textContent;
let chosen = null;

const areaOf = ({ target }) => target.closest("a");
const isTap = ({ detail, pointerType }) =>
  detail > 0 && (pointerType ? pointerType === "touch" : matchMedia("(hover: none)").matches);

function show(area, isSpoken = false) {
  const shown = area ?? chosen ?? areas.querySelector(":target");
  words.ariaLive = isSpoken ? "polite" : "off"; // a link that gets the focus is read out by itself
  words.textContent = shown?.ariaLabel ?? invitation;
  words.classList.toggle("headlined", Boolean(shown));
}

areas.addEventListener("click", (event) => {
  const area = areaOf(event);
  if (!area || area === chosen || !isTap(event)) return;
  event.preventDefault();
  chosen?.classList.remove("chosen");
  chosen = area;
  chosen.classList.add("chosen");
  show(area, true);
});
areas.addEventListener("pointerover", (event) => {
  if (event.pointerType === "mouse") show(areaOf(event));
});
areas.addEventListener("pointerleave", () => show());
areas.addEventListener("focusin", (event) => {
  if (event.target.matches(":focus-visible")) show(event.target);
});
areas.addEventListener("focusout", () => show());
addEventListener("hashchange", () => show());
show();

// An article that was found, as an item of the list.

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function inMarks(parts) {
  return parts.map(([text, isMarked]) => (isMarked ? element("mark", {}, text) : text));
}

/** Return the item of an article as `readArticle` gives it, with its address `href`, its `date` and its language. */
export function result({ href, date, lang, title, edition, printPage, excerpt }) {
  const day = element("a", { href: edition.getAttribute("href") }, element("time", { dateTime: date }, edition.textContent));
  const place = element("a", { href: printPage.getAttribute("href") }, printPage.textContent);
  const heading = element("h2", { className: "search-title" }, element("a", { href }, ...inMarks(title)));
  const text = excerpt.length ? [element("p", { className: "search-excerpt" }, ...inMarks(excerpt))] : [];
  return element("li", { className: "search-result", lang, tabIndex: -1 }, element("p", { className: "search-origin" }, day, " ", place), element("div", {}, heading, ...text));
}

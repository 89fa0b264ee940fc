// Reads an article's own page: the title, where it was printed, and the sentence in which the words of a query stand.

// Elements inside a line, as for the index (search/text.py). What any other element parts is no phrase.
const INLINE = new Set("A ABBR B CITE CODE DEL EM I INS KBD MARK Q S SMALL SPAN STRONG SUB SUP TIME U".split(" "));
// What stands in an article's frame and is not its text.
const BESIDE = ".article-facts, .article-foot, .page-mates, .column-head, .headline-remark, .unseen, .photo-gap, .teasers-label, .absent, button";
const SENTENCE_END = /[。！？；!?]|\.\s|……/gu;
const SENTENCE_ENDS = /(?:[。！？；!?]|\.\s|……)$/u;
const MOST_BEFORE = 40;
const MOST = 120;

/** The texts of the blocks of an element, without white space that print does not have. */
function blocksOf(element) {
  const blocks = [""];
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) blocks[blocks.length - 1] += child.data;
      else if (child.nodeType === Node.ELEMENT_NODE && !child.matches(BESIDE)) {
        const isInline = INLINE.has(child.tagName);
        if (!isInline) blocks.push("");
        walk(child);
        if (!isInline) blocks.push("");
      }
    }
  };
  walk(element);
  return blocks.map((block) => block.replaceAll(/\s+/gu, " ").trim()).filter(Boolean);
}

// Where a text has a clause, from each first place to the one after the last, without the spaces around words.
function placesOf({ text, at }, clause) {
  const before = clause.length - clause.trimStart().length;
  const after = clause.length - clause.trimEnd().length;
  const places = [];
  for (let found = text.indexOf(clause); found >= 0; found = text.indexOf(clause, found + clause.length - after)) {
    places.push([at[found + before], at[found + clause.length - after]]);
  }
  return places;
}

// The sentence around a place, with what follows as far as there is room.
function sentence(text, [from, to]) {
  const ends = [...text.matchAll(SENTENCE_END)].map((end) => end.index + end[0].length);
  const start = Math.max(0, from - MOST_BEFORE, ends.findLast((end) => end <= from) ?? 0);
  const limit = Math.max(to, Math.min(text.length, start + MOST));
  return [start, text.length <= limit ? text.length : (ends.findLast((end) => end >= to && end <= limit) ?? limit)];
}

// A part of a text as pieces: [text, whether it is marked]; …… stands where a sentence is cut.
function marked(text, [start, end], places) {
  const isCut = (place) => place > 0 && place < text.length && !SENTENCE_ENDS.test(text.slice(0, place));
  const parts = isCut(start) ? [["……", false]] : [];
  let place = start;
  for (const [from, after] of places.filter(([first, last]) => first >= start && last <= end).sort((a, b) => a[0] - b[0])) {
    if (from < place) continue;
    const to = from + text.slice(from, after).trimEnd().length; // white space that the index leaves out is not marked
    parts.push([text.slice(place, from), false], [text.slice(from, to), true]);
    place = to;
  }
  parts.push([text.slice(place, end), false]);
  return isCut(end) ? [...parts, ["……", false]] : parts;
}

/**
 * Return the article of a `page` (a Document): title, links of its edition and its printed page, and the sentence with
 * the words of `clauses`; nothing where its text does not have all of them.
 */
export function readArticle(page, clauses, fold) {
  const article = page.querySelector("article.article");
  const blocks = blocksOf(article).map((text) => ({ text, folded: fold(text) }));
  const places = clauses.map((clause) => blocks.map(({ folded }) => placesOf(folded, clause.text)));
  if (!places.every((found) => found.some((inBlock) => inBlock.length))) return undefined;
  const title = page.querySelector("h1").textContent.replaceAll(/\s+/gu, " ").trim();
  const [edition, printPage] = page.querySelectorAll("nav.folio a");
  // The block with most of the clauses, which is the title only where no other has as many.
  const hits = blocks.map((_, block) => places.filter((found) => found[block].length).length);
  const inText = hits.map((count, block) => (blocks[block].text === title ? count - 0.5 : count));
  const best = inText.indexOf(Math.max(...inText));
  const own = places.flatMap((found) => found[best]).sort((a, b) => a[0] - b[0]);
  const { text } = blocks[best];
  const excerpt = own.length ? marked(text, sentence(text, own[0]), own) : [];
  const inTitle = placesOfAll(fold(title), clauses);
  return { title: marked(title, [0, title.length], inTitle), edition, printPage, excerpt: text === title ? [] : excerpt };
}

function placesOfAll(folded, clauses) {
  return clauses.flatMap((clause) => placesOf(folded, clause.text));
}

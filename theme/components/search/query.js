// What a reader asks for, as keys of the index (search/keys.py): pairs of characters, or words.

import { isWord } from "./folding.js";

const QUOTED = /["“”„«»「」『』]([^"“”„«»「」『』]+)["“”„«»「」『』]|([^\s"“”„«»「」『』]+)/gu;
const LETTERS = 10;
const BASE = 38;
const OTHER = 37;
const NAMES_FROM = BASE ** LETTERS;
const WORD = /[\p{L}\p{N}]+/gu;

function range(from, to, offset) {
  return { from, to, offset };
}

function pairs(text) {
  const units = [...Array(text.length).keys()].map((place) => (isWord(text.charCodeAt(place)) ? text.charCodeAt(place) : 0));
  const ranges = units.flatMap((unit, place) => {
    const key = unit * 0x10000;
    if (!unit) return [];
    if (place + 1 < units.length) return [range(key + units[place + 1], key + units[place + 1], place)];
    return [range(key, key + 0xffff, place)];
  });
  // What follows the last character is not known, which matters only where it stands alone.
  const known = ranges.filter(({ from, to }) => from === to);
  return known.length ? known : ranges;
}

function digit(character) {
  const number = "0123456789abcdefghijklmnopqrstuvwxyz".indexOf(character);
  return number < 0 ? OTHER : number + 1;
}

function words(text, isWhole) {
  const found = text.match(WORD) ?? [];
  return found.map((word, place) => {
    const letters = [...word].slice(0, LETTERS);
    const open = isWhole || place + 1 < found.length || letters.length < 2 ? 0 : LETTERS - letters.length;
    let key = 0;
    for (let n = 0; n < LETTERS; n += 1) key = key * BASE + (n < letters.length ? digit(letters[n]) : 0);
    return range(key, key + BASE ** open - 1, place);
  });
}

function nameKey(name) {
  let digest = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) digest = Math.imul(digest ^ byte, 0x01000193) >>> 0;
  return NAMES_FROM + digest;
}

function clause(text, isQuoted, fold, spaced) {
  const folded = fold(text).text;
  if (!spaced) return { text: folded, ranges: pairs(folded) };
  const [{ length }] = folded.match(/\S*\s$/u) ?? [{ length: 0 }];
  const isWhole = isQuoted || length < 3;
  return { text: isWhole ? folded : folded.trimEnd(), ranges: words(folded, isWhole) };
}

/**
 * Return the query in which an article must have every clause and name, on a day from `from` to `to`. Several words are
 * several clauses, what stands in quotation marks is one. `from` and `to` are ISO 8601 dates, or beginnings of some.
 */
export function parseQuery({ q = "", section = "", author = "", from = "", to = "" }, { fold, foldName, spaced }) {
  const clauses = [...q.matchAll(QUOTED)].map(([, quoted, word]) => clause(quoted ?? word, Boolean(quoted), fold, spaced));
  const names = [
    ["section", section],
    ["author", author],
  ].filter(([, name]) => name.trim());
  return {
    clauses: clauses.filter(({ ranges }) => ranges.length),
    names: names.map(([kind, name]) => nameKey(`${kind}:${foldName(name).text}`)),
    from,
    to,
  };
}

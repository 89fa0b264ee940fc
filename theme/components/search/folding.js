// What search takes as the same character is made the same, as the press does for the index (search/folding.py):
// width, case, marks, traditional and simplified characters.

const MARK = /\p{M}/u;
const WORD = /[\p{L}\p{N}]/u;

/** Whether a UTF-16 unit is part of a word; a half of a pair of units counts. */
export function isWord(unit) {
  return (unit >= 0xd800 && unit < 0xe000) || WORD.test(String.fromCharCode(unit));
}

/**
 * Return a function that folds a text to `{ text, at }`, where `at` has the place in the original of each folded unit,
 * and its length at the end. `pairs` are traditional characters, each with its simplified one. Where `spaced`, words are parted by one space, also before the first and after the last; else white space goes.
 */
export function folding(pairs, spaced) {
  const known = new Map();
  const same = new Map(pairs);

  function fold(character) {
    const parts = [...character.normalize("NFKD")].filter((part) => !MARK.test(part));
    return parts.map((part) => (same.get(part) ?? part).toLowerCase()).join("");
  }

  function put(folded, unit, place) {
    const parts = spaced ? !WORD.test(unit) : unit.trim() === "";
    if (!parts) folded.text += unit;
    else if (spaced && !folded.text.endsWith(" ")) folded.text += " ";
    else return;
    for (let n = 0; n < (parts ? 1 : unit.length); n += 1) folded.at.push(place);
  }

  return (text) => {
    const folded = { text: "", at: [] };
    if (spaced) put(folded, " ", 0);
    let place = 0;
    for (const character of text) {
      if (!known.has(character)) known.set(character, fold(character));
      for (const unit of known.get(character)) put(folded, unit, place);
      place += character.length;
    }
    if (spaced) put(folded, " ", place);
    folded.at.push(place);
    return folded;
  };
}

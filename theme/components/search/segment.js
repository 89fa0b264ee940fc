// Reads the index that the press makes (search/bits.py, search/segment.py): contents and leaves of a segment.

const DAY = 86_400_000;
const UNIX_EPOCH = 719_163; // 1970-01-01, in days from 0001-01-01, which is day 1
const COUNT_ORDER = 8;
const UNIT = 16;

class Bits {
  constructor(buffer) {
    this.bytes = new Uint8Array(buffer);
    this.place = 0;
  }

  bit() {
    const { bytes, place } = this;
    if (place >= 8 * bytes.length) throw new RangeError("the index is damaged");
    this.place += 1;
    return (bytes[place >> 3] >> (7 - (place & 7))) & 1;
  }

  /** A number of so many bits, at most 53. */
  plain(count) {
    let number = 0;
    for (let n = 0; n < count; n += 1) number = 2 * number + this.bit();
    return number;
  }

  /** How many bits `value` come before one that is not. */
  run(value) {
    let length = 0;
    while (this.bit() === value) length += 1;
    return length;
  }

  expGolomb(order = 0) {
    const zeros = this.run(0);
    const high = 2 ** zeros + this.plain(zeros) - 1;
    return high * 2 ** order + this.plain(order);
  }

  sortedList(universe) {
    const count = this.expGolomb() + 1;
    const order = riceOrder(count, universe);
    const numbers = [];
    let last = -1;
    for (let n = 0; n < count; n += 1) {
      last += this.run(1) * 2 ** order + this.plain(order) + 1;
      numbers.push(last);
    }
    return numbers;
  }

  skipList(universe) {
    const count = this.expGolomb() + 1;
    const order = riceOrder(count, universe);
    for (let n = 0; n < count; n += 1) {
      this.run(1);
      this.place += order;
    }
  }
}

function riceOrder(count, universe) {
  let order = -1;
  for (let gap = Math.floor((11 * universe) / (16 * count)); gap >= 1; gap = Math.floor(gap / 2)) order += 1;
  return Math.max(0, order);
}

function isoDate(day) {
  return new Date((day - UNIX_EPOCH) * DAY).toISOString().slice(0, 10);
}

/** The addresses of a segment's articles in print order, the order of the gaps between keys, the leaves' first keys. */
export function readContents(buffer) {
  const bits = new Bits(buffer);
  const articles = [];
  let day = 0;
  for (let editions = bits.expGolomb(); editions > 0; editions -= 1) {
    day += bits.expGolomb(1);
    const date = isoDate(day);
    let page = 0;
    let order = 0;
    for (let count = bits.expGolomb(); count > 0; count -= 1) {
      const turned = bits.expGolomb();
      page += turned;
      order = (turned ? 0 : order) + bits.expGolomb() + 1;
      articles.push({ date, page, order });
    }
  }
  const gaps = bits.expGolomb();
  const between = bits.expGolomb();
  const firstKeys = [];
  let key = 0;
  for (let leaves = bits.expGolomb(COUNT_ORDER); leaves > 0; leaves -= 1) {
    key += bits.expGolomb(between);
    firstKeys.push(key);
  }
  return { articles, gaps, firstKeys };
}

/** The table of traditional characters: pairs of a character and its simplified one. */
export function readPairs(buffer) {
  const bits = new Bits(buffer);
  const pairs = [];
  let code = 0;
  for (let count = bits.expGolomb(UNIT); count > 0; count -= 1) {
    code += bits.expGolomb(1);
    pairs.push([String.fromCharCode(code), String.fromCharCode(bits.plain(UNIT))]);
  }
  return pairs;
}

/** The numbers of the leaves that may hold keys from `from` to `to`. */
export function leavesOf({ firstKeys }, { from, to }) {
  const after = firstKeys.findIndex((key) => key > to);
  const end = after < 0 ? firstKeys.length : after;
  const start = Math.max(0, firstKeys.findLastIndex((key) => key <= from));
  return Array.from({ length: Math.max(0, end - start) }, (_, n) => start + n);
}

/** Call `take(key, slots)` for each key of a leaf that is `wanted`; keys after `last` are not read. */
export function readLeaf(buffer, firstKey, gaps, universe, last, wanted, take) {
  const bits = new Bits(buffer);
  let key = firstKey;
  for (let count = bits.expGolomb(); count > 0; count -= 1) {
    key += bits.expGolomb(gaps);
    if (key > last) return;
    if (wanted(key)) take(key, bits.sortedList(universe));
    else bits.skipList(universe);
  }
}

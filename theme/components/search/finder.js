// Finds articles in the index: segment after segment, from the newest back or from the oldest on.

import { folding } from "./folding.js";
import { leavesOf, readContents, readLeaf, readPairs } from "./segment.js";

/** Open the index. `load` gets a path in the folder of the index and promises its bytes as an ArrayBuffer. */
export async function openIndex(load) {
  const [list, table] = await Promise.all([load("segments.json"), load("simplified.bin")]);
  const { scheme, slots, segments } = JSON.parse(new TextDecoder().decode(list));
  const spaced = scheme === "words";
  const kept = new Map();

  // A file of a segment is fetched once; one that failed is fetched anew.
  function file(path) {
    if (!kept.has(path)) {
      const loaded = load(path);
      kept.set(path, loaded);
      loaded.catch(() => kept.delete(path));
    }
    return kept.get(path);
  }

  async function search([period, version, count], query) {
    const folder = `${period}-${version}`;
    const contents = readContents(await file(`${folder}/contents.bin`));
    const starts = new Map();

    async function read(ranges) {
      const leaves = [...new Set(ranges.flatMap((range) => leavesOf(contents, range)))];
      const last = Math.max(...ranges.map(({ to }) => to));
      const wantedBy = (key) => ranges.filter(({ from, to }) => from <= key && key <= to);
      for (const range of ranges) starts.set(range, new Set());
      const buffers = await Promise.all(leaves.map((leaf) => file(`${folder}/${leaf}.bin`)));
      for (const [n, leaf] of leaves.entries()) {
        readLeaf(buffers[n], contents.firstKeys[leaf], contents.gaps, slots * count, last, (key) => wantedBy(key).length, (key, found) => {
          for (const range of wantedBy(key)) put(starts.get(range), found, range.offset);
        });
      }
    }

    const groups = [...query.clauses.map(({ ranges }) => ranges), ...query.names.map((key) => [{ from: key, to: key, offset: 0 }])];
    const articles = () => common(groups.map((group) => articlesOf(common(group.filter((range) => starts.has(range)).map((range) => starts.get(range))))));
    // Few articles have both ends of a phrase at its distance, so what is between them is read only where some do.
    const ends = groups.flatMap((group) => [...new Set([group[0], group.at(-1)])]);
    await read(ends);
    const between = groups.flatMap((group) => group.slice(1, -1));
    if (between.length && articles().size) await read(between);
    return [...articles()].sort((a, b) => a - b).map((number) => contents.articles[number]);
  }

  // Where a phrase would begin of which a key at this slot is a part; an article's slots are counted in a circle.
  function put(starts, found, offset) {
    for (const slot of found) {
      const own = slot % slots;
      starts.add(slot - own + ((((own - offset) % slots) + slots) % slots));
    }
  }

  function articlesOf(starts) {
    return new Set([...starts].map((start) => Math.floor(start / slots)));
  }

  /**
   * Yield `{ period, articles, isLast }` for each segment with days that the query asks for; `articles` are addresses.
   * Ever more segments are read at a time, so that what is recent is found first and what is rare soon. The first `passed`
   * of these segments are left out.
   */
  async function* find(query, oldestFirst, passed = 0) {
    const all = segments.filter(([period]) => isWithin(period, query));
    if (!oldestFirst) all.reverse();
    for (let start = passed, size = 1; start < all.length; start += size, size *= 2) {
      const found = await Promise.all(all.slice(start, start + size).map((segment) => search(segment, query)));
      for (const [n, articles] of found.entries()) {
        const [period] = all[start + n];
        const inside = articles.filter(({ date }) => isWithin(date, query));
        yield { period, articles: oldestFirst ? inside : newestFirst(inside), isLast: start + n + 1 === all.length };
      }
    }
  }

  const pairs = readPairs(table);
  return { spaced, fold: folding(pairs, spaced), foldName: folding(pairs, false), find };
}

function common([first, ...others]) {
  return new Set([...first].filter((item) => others.every((other) => other.has(item))));
}

// A day, or a period, is compared as far as both are given: 2024-04-1 is within 2024 to 2024-04.
function isWithin(period, { from, to }) {
  const isAfter = !from || period.slice(0, from.length) >= from.slice(0, period.length);
  return isAfter && (!to || period.slice(0, to.length) <= to.slice(0, period.length));
}

// The newest day first, and the articles of a day in print order.
function newestFirst(articles) {
  return articles.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

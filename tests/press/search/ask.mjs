// Asks an index on disk, with the scripts that readers get. Argument: the folder of the index. Input: queries as JSON,
// one a line, with `most`, the number of articles that are enough. Output: articles and bytes read, one line a query.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { openIndex } from "./js/finder.js";
import { parseQuery } from "./js/query.js";

const [folder] = process.argv.slice(2);
let read = 0;
let files = 0;

async function load(path) {
  const bytes = await readFile(`${folder}/${path}`);
  read += bytes.length;
  files += 1;
  return new Uint8Array(bytes).buffer;
}

let index = await openIndex(load);
for await (const line of createInterface({ input: process.stdin })) {
  const { most = Infinity, oldestFirst = false, fresh = false, ...fields } = JSON.parse(line);
  if (fresh) [read, files, index] = [0, 0, await openIndex(load)];
  const before = [read, files];
  const began = performance.now();
  const found = [];
  for await (const { articles } of index.find(parseQuery(fields, index), oldestFirst)) {
    found.push(...articles.map(({ date, page, order }) => [date, page, order]));
    if (found.length >= most) break;
  }
  const bytes = fresh ? read : read - before[0];
  console.log(JSON.stringify({ found, bytes, files: fresh ? files : files - before[1], ms: performance.now() - began }));
}

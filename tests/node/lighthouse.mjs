// node lighthouse.mjs CATEGORIES OPTIONS ADDRESS…: the audits that each page fails, as JSON. One browser looks at all pages, since
// starting it takes longer than looking.

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [categories, options, ...addresses] = process.argv.slice(2);
const chrome = await launch({ chromeFlags: options.split(" ") });
const failed = {};
for (const address of addresses) {
  const flags = { port: chrome.port, onlyCategories: categories.split(","), disableFullPageScreenshot: true, logLevel: "error" };
  const { lhr } = await lighthouse(address, flags);
  const weighed = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight));
  const scored = weighed.map(({ id }) => lhr.audits[id]).filter(({ score }) => score !== null);
  const errors = lhr.runtimeError ? [lhr.runtimeError.message] : [];
  failed[address] = [...errors, ...scored.filter(({ score }) => score < 1).map(({ id, title }) => `${id}: ${title}`)];
  if (!scored.length) failed[address].push("nothing was looked at");
}
await chrome.kill();
console.log(JSON.stringify(failed));

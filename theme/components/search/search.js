// 检索: the form and its answers. The address keeps what was asked, so that it can be shared.

import { openIndex } from "./finder.js";
import { parseQuery } from "./query.js";
import { readArticle } from "./reading.js";
import { result } from "./result.js";

const AT_ONCE = 10;
const FIELDS = ["q", "from", "to", "section", "author", "order"];
const root = document.documentElement;
const form = document.querySelector(".search-form");
const words = form.dataset;
const { index: folder, home } = words;
// The index is of the paper as printed, so articles are read as printed. Links lead on in the script of this page.
const shown = document.querySelector(".strapline-name a").getAttribute("href");
const count = document.querySelector(".search-count");
const list = document.querySelector(".search-results");
const more = document.querySelector(".search-more");
const pageTitle = document.title;
let opened;
let asked = 0;
let goOn = () => {};

// Where the network fails, what the browser has kept will do.
async function load(address, cache = "default") {
  const answer = await fetch(address, { cache }).catch(() => fetch(address, { cache: "force-cache" }));
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

// The list of segments may be newer than the one in the browser's cache; a segment at an address is always the same.
function index() {
  const bytes = async (path) => (await load(folder + path, path === "segments.json" ? "no-cache" : "default")).arrayBuffer();
  opened ??= openIndex(bytes);
  opened.catch(() => (opened = undefined));
  return opened;
}

function hrefOf({ date, page, order }) {
  return `${home}${[date, ...[page, order].map((number) => String(number).padStart(2, "0"))].join("/")}/`;
}

function led(href) {
  return shown + href.slice(home.length);
}

async function read(address, query, fold) {
  const href = hrefOf(address);
  const answer = await load(href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const link of page.querySelectorAll("nav.folio a")) link.setAttribute("href", led(link.getAttribute("href")));
  const article = readArticle(page, query.clauses, fold);
  return article && { ...article, href: led(href), date: address.date, lang: page.documentElement.lang };
}

function say(text, values = {}) {
  count.textContent = text.replaceAll(/\{(\w+)\}/gu, (_, name) => values[name]);
}

// A period is a beginning of a date; ten days count as their month.
function named(period) {
  const [year, month, day] = period.split("-");
  const parts = { year: "numeric", ...(month && { month: "long" }), ...(day?.length === 2 && { day: "numeric" }) };
  return new Date(year, (month ?? 1) - 1, day?.length === 2 ? day : 1).toLocaleDateString(root.lang, parts);
}

/** Show the articles of `query`, ten at a time; `isOurs` says whether the reader still asks for them. */
function show(query, { fold, find }, oldestFirst, isOurs) {
  let segments = find(query, oldestFirst);
  let [passed, found, period, isDone] = [0, 0, "", false];
  const waiting = [];

  async function readSegment() {
    const { value, done } = await segments.next().catch((error) => {
      // A generator that failed has ended: go on with another, from the segment that is missing.
      segments = find(query, oldestFirst, passed);
      throw error;
    });
    isDone = done || value.isLast;
    if (done) return;
    ({ period } = value);
    passed += 1;
    found += value.articles.length;
    waiting.push(...value.articles);
  }

  // An article waits until it was read, so that none is lost where the network fails.
  async function batch() {
    const made = [];
    while (made.length < AT_ONCE && (waiting.length || !isDone)) {
      while (waiting.length < AT_ONCE && !isDone) await readSegment();
      const articles = await Promise.all(waiting.slice(0, AT_ONCE).map((address) => read(address, query, fold)));
      waiting.splice(0, AT_ONCE);
      made.push(...articles.filter(Boolean));
      found -= articles.filter((article) => !article).length;
    }
    return made;
  }

  async function showMore() {
    say(words.searching);
    more.ariaDisabled = "true";
    const articles = await batch();
    if (!isOurs()) return;
    const first = list.children.length;
    list.append(...articles.map(result));
    const isAll = isDone && !waiting.length;
    const number = found.toLocaleString(root.lang);
    say(isAll ? (found ? words.all : words.none) : isDone ? words.about : words.part, { number, period: named(period || "2000") });
    // The item, not its link: the key that asked for more may still be down, and must not open an article.
    if (first) (list.children[first] ?? list.lastElementChild).focus();
    more.hidden = isAll;
  }

  // Who asks again before an answer is there gets that one.
  let going;
  return () => (going ??= showMore().finally(() => {
    going = undefined;
    if (isOurs()) more.ariaDisabled = null;
  }));
}

// Answer a query from the index; of an index that fails, fetch the list once more: a new edition may have replaced segments.
async function answer(values, isOurs, isAgain = false) {
  try {
    const opening = await index();
    if (!isOurs()) return;
    const query = parseQuery(values, opening);
    if (!query.clauses.length && !query.names.length) return say(words.none);
    const showMore = show(query, opening, values.order === "oldest", isOurs);
    goOn = () => showMore().catch(() => isOurs() && say(words.failed));
    await showMore();
  } catch (error) {
    if (!isOurs()) return;
    opened = undefined;
    if (!isAgain) return answer(values, isOurs, true);
    say(words.failed);
    console.warn(error);
  }
}

function run() {
  const values = Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value.trim()]));
  asked += 1;
  const ours = asked;
  list.replaceChildren();
  more.hidden = true;
  document.title = values.q ? `${values.q} - ${pageTitle}` : pageTitle;
  if (!values.q && !values.section && !values.author) return say("");
  say(words.searching);
  return answer(values, () => ours === asked);
}

function readAddress() {
  const asked = new URLSearchParams(location.search);
  for (const name of FIELDS) form.elements[name].value = asked.get(name) ?? "";
  form.querySelector("details").open = ["from", "to", "section", "author"].some((name) => asked.get(name));
  run();
}

function submit() {
  const values = [...new FormData(form)].filter(([, value]) => value.trim());
  const address = `?${new URLSearchParams(values)}`;
  if (address !== location.search) history.pushState(null, "", values.length ? address : location.pathname);
  run();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
form.elements.order.forEach((radio) => radio.addEventListener("change", submit));
more.addEventListener("click", () => goOn());
addEventListener("popstate", readAddress);
addEventListener("keydown", (event) => {
  const isTyped = event.target.closest?.("input:not([type=radio]), select, textarea, dialog, [contenteditable]");
  if (event.key !== "/" || isTyped || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || root.dataset.keys === "off") return;
  event.preventDefault();
  form.elements.q.focus();
  form.elements.q.select();
});
form.hidden = false;
readAddress();
if (!form.elements.q.value) form.elements.q.focus();

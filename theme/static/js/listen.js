// 听报: the browser's own voice reads an article, and the sentence it is at is marked. Nothing is sent by us.

import { remember, remembered } from "./comfort.js";

const speech = window.speechSynthesis;
const lang = document.documentElement.lang;
const start = document.querySelector(".listen-start");
const bar = document.querySelector(".listen-bar");
const pause = bar.querySelector("[data-does=pause]");
const rate = bar.querySelector("select");
const BLOCKS =
  ".article-head :is(.kicker, h1, .deck, .byline), .corrections p, .note :is(.note-label, p), .prose :is(p, h2, h3, h4, li, tr)";

let sentences = [];
let at = 0;
let turn = 0; // which utterance is ours: a cancelled one still reports its end

// A paper from Hong Kong is read in Cantonese and every other Chinese one is not; then a voice of the device comes before
// one that would be asked over the network, and one from where the paper is read before its cousins.
const home = new Intl.Locale(lang).maximize();
const family = new RegExp(home.language === "zh" ? "^(zh|cmn|yue)" : `^${home.language}`, "i");
const isCantonese = (tag) => /^yue|^zh.*(HK|MO)$/i.test(tag);

function suits({ lang: tag, localService }) {
  return 4 * (isCantonese(tag) === isCantonese(`zh-${home.region}`)) + 2 * localService + tag.endsWith(home.region);
}

function voice() {
  const ours = speech.getVoices().filter((one) => family.test(one.lang));
  return ours.sort((one, other) => suits(other) - suits(one))[0];
}

function rangeOf(nodes, from, to) {
  const range = new Range();
  let passed = 0;
  for (const node of nodes) {
    const end = passed + node.length;
    if (from >= passed && from < end) range.setStart(node, from - passed);
    if (to > passed && to <= end) range.setEnd(node, to - passed);
    passed = end;
  }
  return range;
}

function sentencesOf(block) {
  const nodes = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const text = nodes.map((node) => node.data).join("");
  const parts = Intl.Segmenter
    ? [...new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text)]
    : [{ segment: text, index: 0 }];
  return parts
    .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
    .map(({ segment, index }) => ({ block, text: segment.trim(), range: rangeOf(nodes, index, index + segment.length) }));
}

function mark(sentence) {
  document.querySelector(".spoken")?.classList.remove("spoken");
  if (window.Highlight && CSS.highlights) {
    if (sentence) CSS.highlights.set("spoken", new Highlight(sentence.range));
    else CSS.highlights.delete("spoken");
  } else sentence?.block.classList.add("spoken");
  if (!sentence) return;
  const { top, bottom } = sentence.range.getBoundingClientRect();
  if (top < 0 || bottom > bar.getBoundingClientRect().top) sentence.block.scrollIntoView({ block: "center" });
}

function say(next) {
  at = Math.max(0, next);
  const mine = ++turn;
  speech.cancel();
  if (at >= sentences.length) return stop();
  mark(sentences[at]);
  pause.textContent = pause.dataset.pause;
  const words = new SpeechSynthesisUtterance(sentences[at].text);
  words.voice = voice() ?? null;
  words.lang = words.voice?.lang ?? lang;
  words.rate = Number(rate.value);
  words.onend = () => mine === turn && say(at + 1);
  words.onerror = () => mine === turn && stop();
  speech.speak(words);
}

// A browser's own pause is unsure on telephones, so a pause ends the sentence, which is read again from its start.
function hush() {
  turn += 1;
  speech.cancel();
  pause.textContent = pause.dataset.resume;
}

function stop() {
  const back = bar.contains(document.activeElement);
  hush();
  mark(null);
  bar.hidden = true;
  start.hidden = false;
  if (back) start.focus();
}

const DOES = {
  back: () => say(at - 1),
  next: () => say(at + 1),
  pause: () => (pause.textContent === pause.dataset.pause ? hush() : say(at)),
  stop,
};

function offer() {
  if (bar.hidden) start.hidden = !voice();
}

if (speech) {
  rate.value = remembered().rate ?? rate.value;
  start.addEventListener("click", () => {
    const blocks = [...document.querySelectorAll(BLOCKS)];
    sentences = blocks.filter((block) => !block.querySelector(BLOCKS)).flatMap(sentencesOf);
    start.hidden = true;
    bar.hidden = false;
    pause.focus();
    say(0);
  });
  bar.addEventListener("click", ({ target }) => DOES[target.dataset.does]?.());
  rate.addEventListener("change", () => {
    remember("rate", rate.value);
    if (pause.textContent === pause.dataset.pause) say(at);
  });
  speech.addEventListener?.("voiceschanged", offer);
  addEventListener("pagehide", stop);
  offer();
}

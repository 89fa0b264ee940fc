// 保存本期: keeps an edition on this device and removes it again; on the page of kept editions, lists them.

import { ask } from "./offline.js";

const { lang } = document.documentElement;

function size(bytes) {
  const [number, unit] = bytes < 1_000_000 ? [bytes / 1000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  return number.toLocaleString(lang, { style: "unit", unit, maximumFractionDigits: unit === "megabyte" ? 1 : 0 });
}

function filled(words, values) {
  return words.replaceAll(/\{(\w+)\}/gu, (_, name) => values[name]);
}

async function wire(element) {
  const { date, save, saved, saving, remove, full, failed } = element.dataset;
  const button = element.querySelector("button");
  const status = element.querySelector("[role=status]");
  const { bytes, ...state } = await ask("look", date);

  function show(isSaved) {
    state.isSaved = isSaved;
    button.textContent = filled(isSaved ? remove : save, { size: size(bytes) });
  }

  async function press() {
    const share = (part) => (status.textContent = filled(saving, { share: part.toLocaleString(lang, { style: "percent" }) }));
    button.ariaDisabled = "true";
    try {
      if (!state.isSaved) navigator.storage?.persist?.();
      await ask(state.isSaved ? "remove" : "save", date, share);
      show(!state.isSaved);
      status.textContent = state.isSaved ? saved : "";
    } catch (reason) {
      status.textContent = reason === "full" ? full : failed;
    }
    button.ariaDisabled = null;
  }

  button.addEventListener("click", () => button.ariaDisabled || press());
  show(state.isSaved);
  element.hidden = false;
}

async function list(element) {
  const home = new URL("../../", import.meta.url).pathname;
  const kept = (await ask("all")).sort((one, other) => (one.date < other.date ? 1 : -1));
  for (const { date, name, bytes } of kept) {
    const item = document.createElement("li");
    const link = Object.assign(document.createElement("a"), { href: `${home}${date}/`, textContent: name });
    item.append(link, ` ${size(bytes)}`);
    element.append(item);
  }
  document.querySelector(".kept-none").hidden = kept.length > 0;
}

if ("serviceWorker" in navigator) {
  const told = (work) => work.catch((reason) => console.info("offline:", reason));
  for (const element of document.querySelectorAll(".keep")) told(wire(element));
  for (const element of document.querySelectorAll(".kept")) told(list(element));
}

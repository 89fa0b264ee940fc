// 离线: the paper without a connection. What a reader has read or kept comes from this device. `self.kept`, in the file
// that imports this script, names the theme's files and their version.

const { version, page, files } = self.kept;
const scope = new URL(self.registration.scope);
const OURS = `broadsheet ${scope.pathname} `; // another paper of the same origin has caches of its own
const THEME = `${OURS}theme ${version}`;
const READ = `${OURS}read`;
const NEWEST = `${OURS}newest `;
const SAVED = `${OURS}saved `;

const MOST_READ = 500; // files that were read and belong to no edition that is kept
const AT_ONCE = 6;
const LOOK_AGAIN = 10 * 60 * 1000; // milliseconds until the newest edition is looked for again

// Pages and pictures of an edition are sealed; its front is not, since it links to the next edition.
const SEALED = /^\d{4}-\d\d-\d\d\/.+(?<!\.json)$/u;
const SEGMENT = /^search\/.+\/\w+\.bin$/u;
const NOT_OURS = /\.(?:epub|pdf|xml)$|(?:^|\/)feed\.json$/u;
const WIDTH = /\.\d+\.(?:avif|webp)$/u;

const GONE = new Set([404, 410]);

let looked = 0;

function at(path) {
  return new URL(path, scope).href;
}

async function ours(kind) {
  return (await caches.keys()).filter((name) => name.startsWith(kind));
}

/** The caches in which a file of an edition may be. */
async function cachesOf(href) {
  const [date] = href.slice(scope.href.length).split("/");
  const names = [SAVED + date, NEWEST + date, READ];
  const there = await Promise.all(names.map((name) => caches.has(name)));
  return Promise.all(names.filter((_, n) => there[n]).map((name) => caches.open(name)));
}

// A file that an edition keeps is renewed there; any other is one that was read. What was withdrawn leaves the device too.
async function store(href, answer) {
  if (GONE.has(answer.status)) await Promise.all((await cachesOf(href)).map((cache) => cache.delete(href)));
  if (answer.status !== 200 || answer.type !== "basic" || answer.redirected) return;
  const read = await caches.open(READ);
  const holders = [];
  for (const cache of await cachesOf(href)) if (await cache.match(href)) holders.push(cache);
  for (const cache of holders.length ? holders : [read]) await cache.put(href, answer.clone());
  const keys = await read.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_READ)).map((key) => read.delete(key)));
}

// Where the device is full, what was read before makes room for what is read now.
async function remember(href, answer) {
  try {
    await store(href, answer);
  } catch (error) {
    if (error.name !== "QuotaExceededError") throw error;
    await caches.delete(READ);
  }
}

async function fetched(event, href) {
  const answer = await fetch(event.request);
  event.waitUntil(remember(href, answer.clone()));
  return answer;
}

// Without a connection: the file itself, a picture of another width, or the page that says what this device has.
async function instead(request, href, error) {
  const file = (await caches.match(href)) ?? (request.mode === "navigate" && (await caches.match(at(page))));
  if (file) return file;
  const photo = href.replace(WIDTH, "");
  for (const cache of request.destination === "image" ? await cachesOf(href) : []) {
    const key = (await cache.keys()).find(({ url }) => url.replace(WIDTH, "") === photo);
    if (key) return cache.match(key);
  }
  throw error;
}

async function fromNetworkFirst(event, href) {
  try {
    return await fetched(event, href);
  } catch (error) {
    return instead(event.request, href, error);
  }
}

async function fromCacheFirst(event, href, isRenewed) {
  const file = await caches.match(href);
  if (!file) return fromNetworkFirst(event, href);
  // An article may have been corrected since: the next time, it is.
  if (isRenewed) event.waitUntil(fetch(href, { cache: "no-cache" }).then((answer) => remember(href, answer)).catch(() => {}));
  return file;
}

self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const path = pathname.slice(scope.pathname.length);
  if (event.request.method !== "GET" || origin !== scope.origin || !pathname.startsWith(scope.pathname) || NOT_OURS.test(path)) return;
  const href = origin + pathname;
  if (path.startsWith("theme/") || SEGMENT.test(path)) event.respondWith(fromCacheFirst(event, href, false));
  else if (SEALED.test(path)) event.respondWith(fromCacheFirst(event, href, true));
  else event.respondWith(fromNetworkFirst(event, href));
});

self.addEventListener("install", (event) => event.waitUntil(install()));

async function install() {
  const cache = await caches.open(THEME);
  await cache.addAll([page, ...files].map((file) => new Request(at(file), { cache: "no-cache" })));
  await self.skipWaiting();
}

self.addEventListener("activate", (event) => event.waitUntil(activate()));

async function activate() {
  const old = (await ours(`${OURS}theme `)).filter((name) => name !== THEME);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function json(path) {
  const answer = await fetch(at(path), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** The list of an edition's files in the cache `name`; what has its list is whole. */
async function listIn(name) {
  const list = await caches.match(at(`${name.split(" ").at(-1)}/files.json`), { cacheName: name });
  return list?.json();
}

/**
 * Keep all files of `list` in the cache `name`, and no others, or leave it as whole or as empty as it was; `tell` gets the
 * share that is done, from 0 to 1.
 */
async function keep(name, list, tell = () => {}) {
  const wasWhole = Boolean(await listIn(name));
  const cache = await caches.open(name);
  const waiting = [...list.files];
  const total = waiting.length;
  let done = 0;
  async function work() {
    while (waiting.length) {
      const href = at(waiting.shift());
      const answer = await fetch(href, { cache: "no-cache" });
      if (!answer.ok) throw new Error(`${href}: ${answer.status}`);
      await cache.put(href, answer);
      done += 1;
      tell(done / total);
    }
  }
  try {
    await Promise.all([...Array(AT_ONCE)].map(work));
    await cache.put(at(`${list.date}/files.json`), Response.json(list));
    const wanted = new Set([...list.files, `${list.date}/files.json`].map(at));
    const others = (await cache.keys()).filter(({ url }) => !wanted.has(url));
    const read = await caches.open(READ);
    await Promise.all([...others.map((key) => cache.delete(key)), ...list.files.map((file) => read.delete(at(file)))]);
  } catch (error) {
    waiting.length = 0;
    if (!wasWhole) await caches.delete(name);
    throw error;
  }
}

async function save(date, tell) {
  await keep(SAVED + date, await json(`${date}/files.json`), tell);
  await caches.delete(NEWEST + date);
}

async function renew(kind, date) {
  const list = await json(`${date}/files.json`);
  if ((await listIn(kind + date))?.version !== list.version) await keep(kind + date, list);
}

// The newest edition takes the place of the one before, and those that a reader saved are renewed where they are.
async function keepNewest() {
  if (Date.now() - looked < LOOK_AGAIN) return;
  const { newest } = await json("newest.json");
  if (!(await caches.has(SAVED + newest))) await renew(NEWEST, newest);
  for (const name of await ours(SAVED)) await renew(SAVED, name.slice(SAVED.length));
  const others = (await ours(NEWEST)).filter((other) => other !== NEWEST + newest);
  await Promise.all(others.map((other) => caches.delete(other)));
  await read(scope.pathname);
  looked = Date.now();
}

/** Keep a page that was read before this worker was there. */
async function read(path) {
  await remember(at(path), await fetch(at(path), { cache: "no-cache" }));
}

async function look(date) {
  const kept = await listIn(SAVED + date);
  return { isSaved: Boolean(kept), bytes: (kept ?? (await json(`${date}/files.json`))).bytes };
}

async function all() {
  const names = [...(await ours(SAVED)), ...(await ours(NEWEST))];
  const lists = await Promise.all(names.map(async (name) => ({ ...(await listIn(name)), isSaved: name.startsWith(SAVED) })));
  return lists.filter(({ date }) => date).map(({ date, name, bytes, isSaved }) => ({ date, name, bytes, isSaved }));
}

const ACTS = { all, look, newest: keepNewest, read, save, remove: (date) => caches.delete(SAVED + date) };

self.addEventListener("message", (event) => {
  const { act, subject } = event.data;
  const [port] = event.ports;
  const acted = ACTS[act](subject, (share) => port?.postMessage({ share }));
  event.waitUntil(
    acted.then(
      (value) => port?.postMessage({ value }),
      (error) => port?.postMessage({ failed: error.name === "QuotaExceededError" ? "full" : "failed" }),
    ),
  );
});

// Has the browser keep the paper for reading without a connection: worker.js does the work.

const home = new URL("../../", import.meta.url);

/** Ask the worker to act; resolve with its answer, reject with "full" or "failed". `tell` gets the share that is done. */
export async function ask(act, subject, tell) {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      if ("share" in data) return tell?.(data.share);
      port1.close();
      if (data.failed) reject(data.failed);
      else resolve(data.value);
    };
    active.postMessage({ act, subject }, [port2]);
  });
}

async function begin() {
  const isFirst = !navigator.serviceWorker.controller;
  await navigator.serviceWorker.register(new URL("service-worker.js", home), { scope: home.pathname, updateViaCache: "none" });
  if (isFirst) await ask("read", location.pathname);
  if (!navigator.connection?.saveData) await ask("newest");
}

if ("serviceWorker" in navigator) {
  const started = () => begin().catch((reason) => console.info("offline:", reason));
  if (document.readyState === "complete") started();
  else addEventListener("load", started);
}

// Reloads a page of the preview when the site was built again.
const { search, href } = new URL(document.currentScript.src);
const changes = new EventSource(new URL(`changes${search}`, href));
changes.addEventListener("message", () => {
  changes.close();
  location.reload();
});

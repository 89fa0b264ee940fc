// Sveltia CMS fetches the words of its interface from a CDN. They lie beside this file, and the page's policy forbids
// all that it would fetch from there.
const WORDS = /^https:\/\/unpkg\.com\/@sveltia\/cms@[^/]+\/(?<file>locales\/[\w-]+\.json)$/;
const fetchFrom = globalThis.fetch;
globalThis.fetch = (address, options) => fetchFrom(WORDS.exec(String(address))?.groups.file ?? address, options);

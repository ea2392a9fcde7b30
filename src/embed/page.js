// What a widget learns from the page around it: its language, its address, its query, what its browser keeps.

import { addressOfPage, withoutTracking } from './address.js';

const SPOKEN = /^(fr|en)\b/i;

/** `fr` or `en`: the nearest `lang` that Retour speaks, else the browser's, else null. */
export function languageOf(element) {
  const tags = [];
  for (let node = element; node; node = node.parentNode ?? node.host) {
    if (node.lang) tags.push(node.lang);
  }
  return [...tags, ...navigator.languages].find((tag) => SPOKEN.test(tag))?.slice(0, 2).toLowerCase() ?? null;
}

/** What shared links start with: the attribute, else the page's own address, else the standalone page's. */
export function addressOf(element) {
  const own = element.getAttribute('address');
  if (own) return new URL(own, element.baseURI).href;
  const href = addressOfPage();
  // A link holds all that it needs: what the standalone page was asked for stays here.
  if (element.hasAttribute('standalone')) return href.split(/[?#]/)[0];
  // Whoever receives a link to the inside of a frame would miss the page around it.
  return window.top === window ? withoutTracking(href) : new URL('./', import.meta.url).href;
}

/** What the standalone page's query asks for. */
export function optionsOfQuery() {
  const query = new URLSearchParams(location.search);
  const option = (name) => query.get(name) ?? undefined;
  return { mode: option('mode'), lang: option('lang'), agency: option('agency') };
}

/** Whether some draft is kept in this browser; its name stands in src/view/drafts.rs. */
export function keepsDrafts() {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith('retour-draft:'));
  } catch {
    // Storage may be forbidden.
    return false;
  }
}

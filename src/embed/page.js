// What a widget reads of the page around it: its language, its address, its query.

import { addressOfPage, withoutTracking } from './address.js';

const SPOKEN = /^(fr|en)\b/i;

/** `fr` or `en`: the nearest `lang` that Retour supports, else the browser's, else null. */
export function languageOf(element) {
  const tags = [];
  for (let node = element; node; node = node.parentNode ?? node.host) {
    if (node.lang) tags.push(node.lang);
  }
  return [...tags, ...navigator.languages].find((tag) => SPOKEN.test(tag))?.slice(0, 2).toLowerCase() ?? null;
}

/**
 * The address that shared links start with: the attribute, else the page's address; in a frame, the standalone page's.
 */
export function addressOf(element) {
  const own = element.getAttribute('address');
  if (own) return new URL(own, element.baseURI).href;
  const href = addressOfPage();
  // A link holds everything it needs: the standalone page's query and fragment are left out.
  if (element.hasAttribute('standalone')) return href.split(/[?#]/)[0];
  // A link to the inside of a frame would open without the page around it.
  return window.top === window ? withoutTracking(href) : new URL('./', import.meta.url).href;
}

/** The options in the standalone page's query. */
export function optionsOfQuery() {
  const query = new URLSearchParams(location.search);
  const option = (name) => query.get(name) ?? undefined;
  return { mode: option('mode'), lang: option('lang'), agency: option('agency') };
}

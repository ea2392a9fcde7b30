// What a widget learns from the page around it: its language, its address, its fragment, its query.

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
  const { href } = location;
  if (own) return withoutFragment(new URL(own, element.baseURI));
  if (element.hasAttribute('standalone')) {
    const url = new URL(href);
    // A link holds all that it needs: what this page was asked for stays here.
    url.search = '';
    return withoutFragment(url);
  }
  // Whoever receives a link to the inside of a frame would miss the page around it.
  const framed = window.top !== window;
  return withoutFragment(new URL(framed ? './' : href, framed ? import.meta.url : undefined));
}

/** What the standalone page's query asks for. */
export function optionsOfQuery() {
  const query = new URLSearchParams(location.search);
  const option = (name) => query.get(name) ?? undefined;
  return { mode: option('mode'), lang: option('lang'), agency: option('agency') };
}

/** The page's fragment, if it holds a link; some programs escape even its equals sign. */
export function linkOfPage() {
  return /[#&]retour(=|%(25)?3[Dd])/.test(location.hash) ? location.hash : null;
}

/** Whether the fragment was written by this page: then a reload goes on with it. Whoever is sent the address gets a brief. */
export const isOwnFragment = () => history.state?.retour === true;

/** Replaces the fragment of the page's address by the one of a link. */
export function writeFragment(link) {
  try {
    history.replaceState({ ...history.state, retour: true }, '', `#${link().split('#')[1]}`);
  } catch {
    // A proposal that cannot be sealed as it stands, or a page that may not change its address: keep the last one.
  }
}

function withoutFragment(url) {
  url.hash = '';
  return url.href;
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

// An address whose `#` some program has escaped, as mail gateways do: the link is then in the path or in the query.
// The pages of a server that finds nothing there use this too, so it must stand alone.

// The mark of the fragment, escaped once or several times.
const HASH = /%(?:25)*23/i;
// The same right before the link, which a path or a query has from nobody else.
const HASH_OF_LINK = /%(?:25)*23(?=retour(?:=|%(?:25)*3d))/i;
// In a query an escaped `#` is the fragment's where no other parameter begins between it and the link.
const HASH_IN_QUERY = /%(?:25)*23(?=(?:(?!%(?:25)*23)[^&])*(?:\?|%(?:25)*(?:26|3f))retour(?:=|%(?:25)*3d))/i;
// A parameter that holds a whole address, as a page for signing in has: what is escaped in it is its own.
const ADDRESS_IN_QUERY = /=(?:https?(?::|%)|\/|%(?:25)*2f)[^&]*$/i;
const KEY = /(?:^|[&?])retour=/i;
// In a query only what looks like a link is one: pages have parameters of that name.
const PAIR = /^retour(?:=|%(?:25)*3[dD])[1-9][A-P][\w-]{22}/;
const ANSWER = /^answer=/;

/** The address that was meant; null if this one is as it was meant to be. */
export function righted(address) {
  const [page, fragment = ''] = split(address);
  const [path, query] = split(page, '?');
  const found = behindHash(page, path) ?? inQuery(path, query);
  if (!found) return null;
  // What the page has in its fragment stays, before the link; a link that is there already goes before another.
  if (KEY.test(fragment)) return `${found.page}#${fragment}`;
  return continued(`${found.page}#${fragment}`) + found.fragment;
}

/** Behind an escaped `#` everything is the fragment, up to a query that somebody has appended to the path. */
function behindHash(page, path) {
  const hash = HASH_OF_LINK.exec(page) ?? HASH.exec(path) ?? HASH_IN_QUERY.exec(page);
  if (!hash || ADDRESS_IN_QUERY.test(page.slice(path.length, hash.index))) return null;
  const start = hash.index + hash[0].length;
  const end = KEY.test(unescaped(path.slice(start))) ? path.length : page.length;
  // Servers append the slash to what they take for a folder.
  const fragment = unescaped(page.slice(start, end)).replace(/\/$/, '');
  return KEY.test(fragment) ? { page: page.slice(0, hash.index) + page.slice(end), fragment } : null;
}

/** A part of an address with its own punctuation as it was. */
function unescaped(text) {
  return text.replace(/%(?:25)*(26|2f|3d|3f)/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

/** The link, and the answer that goes with it, leave the query; the page's own parameters stay. */
function inQuery(path, query) {
  const pairs = query?.split('&') ?? [];
  if (!pairs.some((pair) => PAIR.test(pair))) return null;
  const own = pairs.filter((pair) => !PAIR.test(pair) && !ANSWER.test(pair));
  const fragment = pairs.filter((pair) => !own.includes(pair)).map((pair) => pair.replace(/%(?:25)*3d/i, '='));
  return { page: own.length ? `${path}?${own.join('&')}` : path, fragment: fragment.join('&') };
}

/** An address as the key of a link can follow it: routers read the fragment as a path with a query. */
export function continued(address) {
  const [, fragment] = split(address);
  if (!fragment || /[?&]$/.test(fragment)) return address;
  return address + (/^!?\//.test(fragment) && !fragment.includes('?') ? '?' : '&');
}

/** A text before and behind the first of these characters. */
export function split(text, character = '#') {
  const at = text.indexOf(character);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

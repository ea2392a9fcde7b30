// Corrects an address whose `#` was escaped, as by mail gateways: the link is then in the path or in the query. A
// server's page for missing pages uses this file as well, so it must not import anything.

// The `#` of a fragment, escaped once or several times.
const HASH = /%(?:25)*23/i;
// The same directly before the key of a link, which nothing else puts into a path or a query.
const HASH_OF_LINK = /%(?:25)*23(?=retour(?:=|%(?:25)*3d))/i;
// In a query, an escaped `#` starts the fragment if no other parameter begins between it and the link.
const HASH_IN_QUERY = /%(?:25)*23(?=(?:(?!%(?:25)*23)[^&])*(?:\?|%(?:25)*(?:26|3f))retour(?:=|%(?:25)*3d))/i;
// A parameter that holds a whole address, as on pages for signing in: the escaped characters are part of that address.
const ADDRESS_IN_QUERY = /=(?:https?(?::|%)|\/|%(?:25)*2f)[^&]*$/i;
const KEY = /(?:^|[&?])retour=/i;
// In a query, only what looks like a link is one, because pages have parameters of that name.
const PAIR = /^retour(?:=|%(?:25)*3[dD])[1-9][A-P][\w-]{22}/;
const ANSWER = /^answer=/;

/** The address that was meant; null if this one needs no correction. */
export function righted(address) {
  const [page, fragment = ''] = split(address);
  const [path, query] = split(page, '?');
  const found = behindHash(page, path) ?? inQuery(path, query);
  if (!found) return null;
  // The page's fragment stays, before the link. If it already holds a link, that one is used.
  if (KEY.test(fragment)) return `${found.page}#${fragment}`;
  return continued(`${found.page}#${fragment}`) + found.fragment;
}

/** Everything after an escaped `#` is the fragment, except a query that was appended to the path. */
function behindHash(page, path) {
  const hash = HASH_OF_LINK.exec(page) ?? HASH.exec(path) ?? HASH_IN_QUERY.exec(page);
  if (!hash || ADDRESS_IN_QUERY.test(page.slice(path.length, hash.index))) return null;
  const start = hash.index + hash[0].length;
  const end = KEY.test(unescaped(path.slice(start))) ? path.length : page.length;
  // Servers append a slash to what they take for a folder.
  const fragment = unescaped(page.slice(start, end)).replace(/\/$/, '');
  return KEY.test(fragment) ? { page: page.slice(0, hash.index) + page.slice(end), fragment } : null;
}

/** A part of an address with its `&`, `/`, `=` and `?` unescaped. */
function unescaped(text) {
  return text.replace(/%(?:25)*(26|2f|3d|3f)/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

/** Moves the link and its answer out of the query; the page's parameters stay. */
function inQuery(path, query) {
  const pairs = query?.split('&') ?? [];
  if (!pairs.some((pair) => PAIR.test(pair))) return null;
  const own = pairs.filter((pair) => !PAIR.test(pair) && !ANSWER.test(pair));
  const fragment = pairs.filter((pair) => !own.includes(pair)).map((pair) => pair.replace(/%(?:25)*3d/i, '='));
  return { page: own.length ? `${path}?${own.join('&')}` : path, fragment: fragment.join('&') };
}

/** An address to which the key of a link can be appended: routers read the fragment as a path with a query. */
export function continued(address) {
  const [, fragment] = split(address);
  if (!fragment || /[?&]$/.test(fragment)) return address;
  return address + (/^!?\//.test(fragment) && !fragment.includes('?') ? '?' : '&');
}

/** The text before and after the first of these characters; one part if there is none. */
export function split(text, character = '#') {
  const at = text.indexOf(character);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

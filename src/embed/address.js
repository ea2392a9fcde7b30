// The page's address: the link that it holds, what gateways made of it, what shared links keep of it.

import { continued, righted, split } from './rewritten.js';

// The key of a link in a fragment; some programs escape even its equals sign.
const KEY = /(?:^|[?&;])retour(?:=|%(?:25)*3d)/i;
const OWN = /^(?:amp;)?(?:retour|answer)(?:=|%(?:25)*3d)/i;
// What advertising, newsletters and social networks tell of the visitor who came: nobody else's business.
const TRACKING = new RegExp(
  '^(?:(?:utm|pk|piwik|mtm|matomo|hsa)_\\w+|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|gad_source|gad_campaignid|srsltid|_gl|_ga|' +
    'msclkid|mc_[ce]id|_hsenc|_hsmi|__hs\\w+|hsctatracking|mkt_tok|igsh|igshid|twclid|ttclid|li_fat_id|li_ed|yclid|ysclid|_openstat|' +
    'epik|rdt_cid|sc_?cid|vero_(?:id|conv)|_kx|_ke|wickedid|oly_(?:anon|enc)_id|sb_referer_host|ml_subscriber(?:_hash)?|' +
    's_kwcid|ef_id|irclickid|cvid|oicd|at_(?:campaign|medium|custom\\w*)|xtor|mibextid|_branch_match_id|_bta_\\w+|trk_\\w+|dm_i)(?:=|$)',
  'i',
);

/** The page's address as it was meant, whatever a gateway made of it. */
export const addressOfPage = () => righted(location.href) ?? location.href;

/** Puts the page's address right before anybody else reads it. */
export function putRight() {
  const meant = righted(location.href);
  if (!meant) return;
  try {
    history.replaceState(history.state, '', meant);
  } catch {
    // A page without an origin may not change its address: the link opens all the same.
  }
}

/** The page's fragment, if it holds a link. */
export function linkOfPage() {
  const [, fragment = ''] = split(addressOfPage());
  return KEY.test(fragment) ? `#${fragment}` : null;
}

/** Whether the fragment was written by this page: then a reload goes on with it. Whoever is sent the address gets a brief. */
export const isOwnFragment = () => history.state?.retour === true;

/** Replaces the link in the fragment of the page's address by another one; the rest stays. */
export function writeLink(link) {
  try {
    const [page, fragment = ''] = split(addressOfPage());
    const own = withoutLink(fragment);
    const sealed = link().split('retour=').pop();
    // A whole address: a fragment alone would be one of the page's `<base>`.
    const address = `${continued(`${page}#${own}`)}retour=${sealed}`;
    history.replaceState({ ...history.state, retour: true }, '', address);
  } catch {
    // A proposal that cannot be sealed as it stands, or a page that may not change its address: keep the last one.
  }
}

/** An address without the link that it holds, and without what it tells of the visitor. */
export function withoutTracking(address) {
  const [whole, fragment = ''] = split(address);
  const [path, query = ''] = split(whole, '?');
  const own = without(TRACKING, withoutLink(fragment));
  const kept = without(TRACKING, query);
  return path + (kept && `?${kept}`) + (own && `#${own}`);
}

/** What a fragment holds beside a link: an anchor, a router's path, other people's keys. */
function withoutLink(fragment) {
  if (!KEY.test(fragment)) return fragment;
  const [path, query = ''] = split(fragment, '?');
  const own = without(TRACKING, without(OWN, query));
  return without(OWN, path) + (own && `?${own}`);
}

function without(names, query) {
  return query.split('&').filter((pair) => !names.test(pair)).join('&');
}

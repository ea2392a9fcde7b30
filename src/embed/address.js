// The page's address: the link in it, what gateways changed in it, what shared links keep of it.

import { continued, righted, split } from './rewritten.js';

// The key of a link in a fragment; some programs escape even the equals sign.
const KEY = /(?:^|[?&;])retour(?:=|%(?:25)*3d)/i;
const OWN = /^(?:amp;)?(?:retour|answer)(?:=|%(?:25)*3d)/i;
// Parameters with which advertising, newsletters and social networks track visitors. They must not be passed on.
const TRACKING = new RegExp(
  '^(?:(?:utm|pk|piwik|mtm|matomo|hsa)_\\w+|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|gad_source|gad_campaignid|srsltid|_gl|_ga|' +
    'msclkid|mc_[ce]id|_hsenc|_hsmi|__hs\\w+|hsctatracking|mkt_tok|igsh|igshid|twclid|ttclid|li_fat_id|li_ed|yclid|ysclid|_openstat|' +
    'epik|rdt_cid|sc_?cid|vero_(?:id|conv)|_kx|_ke|wickedid|oly_(?:anon|enc)_id|sb_referer_host|ml_subscriber(?:_hash)?|' +
    's_kwcid|ef_id|irclickid|cvid|oicd|at_(?:campaign|medium|custom\\w*)|xtor|mibextid|_branch_match_id|_bta_\\w+|trk_\\w+|dm_i)(?:=|$)',
  'i',
);

/** The page's address, corrected if a gateway has changed it. */
export const addressOfPage = () => righted(location.href) ?? location.href;

/** Corrects the page's address, before other scripts read it. */
export function putRight() {
  const meant = righted(location.href);
  if (!meant) return;
  try {
    history.replaceState(history.state, '', meant);
  } catch {
    // A page without an origin may not change its address; the link is opened nevertheless.
  }
}

/** The page's fragment, if it holds a link; else null. */
export function linkOfPage() {
  const [, fragment = ''] = split(addressOfPage());
  return KEY.test(fragment) ? `#${fragment}` : null;
}

/**
 * Whether this page wrote the link in the fragment. Then a reload continues the estimate; other people who open the
 * address get a brief.
 */
export const isOwnFragment = () => history.state?.retour === true;

/** Replaces the link in the page's fragment by the one that `link` returns; the rest of the fragment stays. */
export function writeLink(link) {
  try {
    const [page, fragment = ''] = split(addressOfPage());
    const own = withoutLink(fragment);
    const sealed = link().split('retour=').pop();
    // A whole address, because a fragment alone would be resolved against the page's `<base>`.
    const address = `${continued(`${page}#${own}`)}retour=${sealed}`;
    history.replaceState({ ...history.state, retour: true }, '', address);
  } catch {
    // The proposal cannot be sealed, or the page may not change its address: the last link stays.
  }
}

/** An address without its link and without tracking parameters. */
export function withoutTracking(address) {
  const [whole, fragment = ''] = split(address);
  const [path, query = ''] = split(whole, '?');
  const own = without(TRACKING, withoutLink(fragment));
  const kept = without(TRACKING, query);
  return path + (kept && `?${kept}`) + (own && `#${own}`);
}

/** What a fragment holds beside a link: an anchor, a router's path, keys of other scripts. */
function withoutLink(fragment) {
  if (!KEY.test(fragment)) return fragment;
  const [path, query = ''] = split(fragment, '?');
  const own = without(TRACKING, without(OWN, query));
  return without(OWN, path) + (own && `?${own}`);
}

function without(names, query) {
  return query.split('&').filter((pair) => !names.test(pair)).join('&');
}

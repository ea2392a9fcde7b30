// For the page that a server shows where it finds nothing: if what was asked for is an address whose `#` some program has
// escaped, goes where it leads. What follows the `#` stays in the browser.

import { righted } from './rewritten.js';

const meant = righted(location.href);
if (meant) {
  try {
    // Whatever runs until then reads the right address, and the page that comes has no referrer with the link in it.
    history.replaceState(history.state, '', meant);
    location.reload();
  } catch {
    location.replace(meant);
  }
}

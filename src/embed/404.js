// For a server's "page not found": if the `#` of the requested address was escaped, goes to the address that was meant.
// What follows the `#` is not sent to the server.

import { righted } from './rewritten.js';

const meant = righted(location.href);
if (meant) {
  try {
    // Scripts that run until then read the right address, and the new page has no referrer with the link in it.
    history.replaceState(history.state, '', meant);
    location.reload();
  } catch {
    location.replace(meant);
  }
}

// Keeps what a page has to complain of for the tests to read: warnings, errors, violations of policies. Stands before
// the page's own scripts and survives to the next page.
{
  const { warn, error } = console;
  const { setItem } = Storage.prototype;
  const keep = (text) => setItem.call(sessionStorage, `complaint-${String(sessionStorage.length).padStart(4, '0')}`, text);
  console.warn = (...words) => (keep(words.map(String).join(' ')), warn(...words));
  console.error = (...words) => (keep(words.map(String).join(' ')), error(...words));
  // A script or picture that does not come says so to its element alone: on the way down to it.
  addEventListener('error', ({ message, target }) => keep(message ?? `${target.src ?? target.href} does not load.`), true);
  addEventListener('unhandledrejection', ({ reason }) => keep(`Rejected: ${reason}`));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    // Browsers ask for a page's icon by themselves.
    if (!blockedURI.endsWith('/favicon.ico')) keep(`${violatedDirective} forbids ${blockedURI}`);
  });
}

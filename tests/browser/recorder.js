// Records the complaints of a page for the tests: warnings, errors, violations of policies. It runs before the page's
// own scripts, and the record is still there on the next page.
{
  const { warn, error } = console;
  const { setItem } = Storage.prototype;
  const keep = (text) => setItem.call(sessionStorage, `complaint-${String(sessionStorage.length).padStart(4, '0')}`, text);
  console.warn = (...words) => (keep(words.map(String).join(' ')), warn(...words));
  console.error = (...words) => (keep(words.map(String).join(' ')), error(...words));
  // A script or picture that does not load has an error event that does not bubble, so this listens in the capture
  // phase.
  addEventListener('error', ({ message, target }) => keep(message ?? `${target.src ?? target.href} does not load.`), true);
  addEventListener('unhandledrejection', ({ reason }) => keep(`Rejected: ${reason}`));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    // Browsers request a page's icon by themselves.
    if (!blockedURI.endsWith('/favicon.ico')) keep(`${violatedDirective} forbids ${blockedURI}`);
  });
}

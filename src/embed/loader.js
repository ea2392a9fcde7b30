// retour-loader.js: a classic script that imports retour.js from its own folder once the page has been parsed. If a
// module is loaded before, some browsers ignore an import map further down, and the site's own modules fail.

(() => {
  const NAME = /^(https?|file):.*\/retour-loader[^/]*\.js(?=[?#]|$)/;
  const { currentScript } = document;

  /**
   * The address of retour.js: the one in `data-script`, else beside this script, even if an optimiser has moved it to
   * another tag.
   */
  const find = () => {
    const said = document.querySelector('retour-widget[data-script]')?.dataset.script;
    if (said) return new URL(said, document.baseURI).href;
    const own = [currentScript, ...document.scripts].map((script) => script?.src ?? '').find((src) => NAME.test(src));
    return own && new URL('retour.js', own).href;
  };

  const fail = (message, remedy) => {
    console.error(`Retour (network): ${message} Remedy: ${remedy}`);
    const detail = { stage: 'network', message, remedy };
    document.querySelectorAll('retour-widget').forEach((widget) => {
      widget.dispatchEvent(new CustomEvent('retour-error', { bubbles: true, composed: true, detail }));
    });
  };

  const load = async () => {
    let address;
    try {
      address = find();
      if (address) return await import(address);
      fail(
        'retour-loader.js does not find its folder: it was joined with other scripts, or written into the page.',
        'Leave it out of what optimises scripts, or give the element data-script="(address of retour.js)".',
      );
    } catch (error) {
      fail(
        `${address ?? 'The address in data-script'} cannot be loaded: ${error.message}`,
        'Put retour.js beside retour-loader.js, leave both out of what optimises scripts, and check that script-src of the page’s policy and the server’s CORS headers allow this address.',
      );
    }
  };

  // Once the page is no longer loading, it has been parsed, and its import map with it.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', load);
  else load();
})();

// The functions of the module: in a page, in a bundle, in Node.

import { asError } from './failure.js';
import { plain } from './plain.js';
import { compile, instance, modules, setDigests, urlOf } from './program.js';

/** The chunk that has these functions. */
const CHUNK = 'brief';

/**
 * Loads the program and resolves to its functions. `wasm`: bytes, a Response, an address or a module. `integrity`:
 * digests by the names of files, which pages cannot state anywhere else. Further files are loaded from beside that
 * address, else from beside this script.
 */
export async function load({ wasm, integrity } = {}) {
  try {
    setDigests(integrity);
    const base = urlOf(wasm);
    const [module, files] = await Promise.all([compile(wasm), modules(CHUNK, base)]);
    return functions(module, files, base);
  } catch (error) {
    throw asError(error);
  }
}

function functions(module, files, base) {
  let program;
  let broken;
  const panicked = (message) => {
    broken = message;
  };
  // After a panic the next call gets a fresh instance.
  const present = () => (program ??= instance(module, panicked, [[CHUNK, files]], base));
  const now = (name, options, ...inputs) => {
    try {
      const language = options?.lang === undefined ? undefined : String(options.lang);
      return present()[name](...inputs.map(plain), language);
    } catch (error) {
      if (broken === undefined) throw asError(error);
      const message = broken;
      program = broken = undefined;
      throw new Error(`Retour failed inside: ${message}`, { cause: asError(error) });
    }
  };
  const later = async (...call) => now(...call);
  return Object.freeze({
    version: VERSION,
    estimate: (proposal, options) => now('estimate', options, proposal),
    check: (proposal, options) => now('check', options, proposal),
    seal: (proposal, options) => later('seal', options, proposal),
    open: (sealed, options) => later('open', options, sealed),
    sealReply: (proposal, reply, options) => later('sealReply', options, proposal, reply),
  });
}

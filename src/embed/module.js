// The functions for programs: in a page, in a bundle, in Node.

import { asError } from './failure.js';
import { plain } from './plain.js';
import { BRIEF, MORE, compile, instance, parts, pin, urlOf } from './program.js';

/**
 * Loads the program once and gives its functions. `wasm`: bytes, a Response, an address or a module.
 * `integrity`: digests by the names of files, which pages cannot write anywhere else.
 * What programs need besides lies beside that address, else beside this script, as does what links need, which is
 * fetched when it is needed.
 */
export async function load({ wasm, integrity } = {}) {
  try {
    pin(integrity);
    const base = urlOf(wasm);
    const [module, more] = await Promise.all([compile(wasm), parts(MORE, base)]);
    return functions(module, more, base);
  } catch (error) {
    throw asError(error);
  }
}

function functions(module, more, base) {
  let program;
  let broken;
  const panicked = (message) => {
    broken = message;
  };
  // After a panic the next call gets a fresh instance.
  const present = () => (program ??= instance(module, panicked, more, base));
  const call = (name, options, inputs) => {
    try {
      const language = options?.lang === undefined ? undefined : String(options.lang);
      return present()[name](...inputs, language);
    } catch (error) {
      if (broken === undefined) throw error;
      const message = broken;
      program = broken = undefined;
      throw new Error(`Retour failed inside: ${message}`, { cause: error });
    }
  };
  const now = (name, options, ...inputs) => {
    try {
      return call(name, options, inputs.map(plain));
    } catch (error) {
      throw asError(error);
    }
  };
  /** For what has to do with links: their part may still have to arrive. */
  const later = async (name, options, ...inputs) => {
    try {
      const taken = inputs.map(plain);
      let here;
      do {
        here = present();
        await here.grow(BRIEF);
        // A panic meanwhile has taken this instance away.
      } while (here !== program);
      return call(name, options, taken);
    } catch (error) {
      throw asError(error);
    }
  };
  return Object.freeze({
    version: VERSION,
    estimate: (proposal, options) => now('estimate', options, proposal),
    check: (proposal, options) => now('check', options, proposal),
    seal: (proposal, options) => later('seal', options, proposal),
    open: (sealed, options) => later('open', options, sealed),
    sealReply: (proposal, reply, options) => later('sealReply', options, proposal, reply),
  });
}

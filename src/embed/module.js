// The functions for programs: in a page, in a bundle, in Node.

import { asError } from './failure.js';
import { plain } from './plain.js';
import { compile, instance } from './program.js';

/** Loads the program once and gives its functions. `wasm`: bytes, a Response, an address or a module. */
export async function load({ wasm } = {}) {
  try {
    return functions(await compile(wasm));
  } catch (error) {
    throw asError(error);
  }
}

function functions(module) {
  let program;
  let broken;
  const panicked = (message) => {
    broken = message;
  };
  const call = (name, options, ...inputs) => {
    try {
      const plainInputs = inputs.map(plain);
      const language = options?.lang === undefined ? undefined : String(options.lang);
      // After a panic the next call gets a fresh instance.
      program ??= instance(module, panicked);
      return program[name](...plainInputs, language);
    } catch (error) {
      if (broken === undefined) throw asError(error);
      const message = broken;
      program = broken = undefined;
      throw new Error(`Retour failed inside: ${message}`, { cause: error });
    }
  };
  return Object.freeze({
    version: VERSION,
    estimate: (proposal, options) => call('estimate', options, proposal),
    check: (proposal, options) => call('check', options, proposal),
    seal: async (proposal, options) => call('seal', options, proposal),
    open: async (sealed, options) => call('open', options, sealed),
    sealReply: async (proposal, reply, options) => call('sealReply', options, proposal, reply),
  });
}

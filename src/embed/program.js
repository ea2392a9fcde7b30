// Finds the program beside this script, compiles it once for all and hands out instances of it.
// Each instance has a memory of its own: what breaks or leaks in one stays there.

import glue from 'glue';
import { Failure, asError, isPolicy } from './failure.js';

let compiled;

/** The compiled program, from beside this script or from what is handed in; the first that compiles serves all. */
export async function compile(source) {
  if (source !== undefined) {
    const module = await compileFrom(source);
    compiled ??= Promise.resolve(module);
    return module;
  }
  compiled ??= compileFrom().catch((error) => {
    // The next one who asks tries again.
    compiled = undefined;
    throw error;
  });
  return compiled;
}

/** A fresh instance; `panicked(message)` is called when it breaks, and it is dead then. */
export function instance(module, panicked) {
  const program = glue();
  try {
    program.initSync({ module });
    program.start(panicked);
  } catch (error) {
    // WebKit compiles what the page's policy then forbids to start.
    if (isPolicy(asError(error).message)) throw notCompiled(error);
    throw new Failure('wasm', `The program does not start: ${asError(error).message}`, 'Use a browser from 2023 or later.');
  }
  return program;
}

async function compileFrom(source) {
  if (source instanceof WebAssembly.Module) return checked(source);
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return checked(await compileBytes(source));
  if (typeof Response === 'function' && source instanceof Response) return checked(await compileResponse(source));
  // Written in one piece, so that bundlers see the file and take it along.
  const url = source === undefined ? new URL('retour_bg.wasm', import.meta.url) : new URL(source);
  if (url.protocol === 'file:') return checked(await compileBytes(await readFile(url)));
  const module = await compileResponse(await request(url));
  if (isOurs(module)) return module;
  // One half out of a stale cache: past the cache there may be its other half.
  return checked(await compileResponse(await request(url, { cache: 'reload' })));
}

async function request(url, options) {
  try {
    return await fetch(url, options);
  } catch (error) {
    throw new Failure(
      'network',
      `${url} cannot be fetched: ${asError(error).message}`,
      'Check the connection, and that connect-src of the page’s policy and the server’s CORS headers allow this address.',
    );
  }
}

async function compileResponse(response) {
  const beside = 'Serve retour_bg.wasm beside retour.js';
  if (!response.ok) {
    throw new Failure('wasm', `${response.url} answers ${response.status}.`, `${beside}.`);
  }
  if (/^application\/wasm\b/.test(response.headers.get('content-type') ?? '')) {
    try {
      return await WebAssembly.compileStreaming(response);
    } catch (error) {
      throw notCompiled(error);
    }
  }
  const bytes = await response.arrayBuffer();
  const isWasm = new DataView(bytes).byteLength > 8 && new DataView(bytes).getUint32(0) === 0x0061736d;
  if (!isWasm) {
    throw new Failure('wasm', `${response.url} answers with something else than the program.`, `${beside}.`);
  }
  console.warn(`${response.url} starts faster when it is served as application/wasm.`);
  return compileBytes(bytes);
}

async function compileBytes(bytes) {
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw notCompiled(error);
  }
}

function notCompiled(error) {
  const { message } = asError(error);
  return isPolicy(message)
    ? new Failure('policy', `The page’s policy forbids WebAssembly: ${message}`, "Add 'wasm-unsafe-eval' to script-src.")
    : new Failure('wasm', `The program does not compile: ${message}`, 'Upload retour_bg.wasm again, in binary mode.');
}

/** Node reads files where browsers fetch addresses. */
async function readFile(url) {
  const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ 'node:fs/promises');
  return readFile(url);
}

/** Whether the program was built together with this script. */
function isOurs(module) {
  const [section] = WebAssembly.Module.customSections(module, 'retour');
  return section !== undefined && new TextDecoder().decode(section) === BUILD;
}

function checked(module) {
  if (isOurs(module)) return module;
  throw new Failure(
    'version',
    'retour.js and retour_bg.wasm come from different builds.',
    'Upload both files of one build, and let caches ask again (Cache-Control: no-cache) or use a versioned folder.',
  );
}

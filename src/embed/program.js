// Finds the program and its chunks beside this script, compiles each once and creates instances. Each instance has its
// own memory: a panic or a leak in one does not affect the others.

import CHUNKS from 'chunks';
import glue from 'glue';
import { Failure, asError, isPolicy } from './failure.js';

let compiled;
// The address of the program, if the page has given one; else it is beside this script.
let home;

/** The compiled files, by their addresses. */
const compiledFiles = new Map();

/** Digests for the `integrity` of requests, by the names of files. */
const digests = Object.create(null);

/** The chunk that a page starts with for this reason (`compose`, `link`). */
export const chunkFor = (reason) => CHUNKS.find(({ first }) => first === reason).name;

/** The compiled files of a chunk, beside `base`, else beside this script. */
export function modules(name, base = home) {
  const { files } = CHUNKS.find((chunk) => chunk.name === name);
  return Promise.all(files.map((address) => file(address(base))));
}

function file(url) {
  const { href } = url;
  if (!compiledFiles.has(href)) {
    const fetched = fetchProgram(url).catch((error) => {
      // The next call tries again.
      compiledFiles.delete(href);
      throw error;
    });
    compiledFiles.set(href, fetched);
  }
  return compiledFiles.get(href);
}

/**
 * Compiles the program from `source`, else from beside this script. The first one compiled serves all calls without a
 * source.
 */
export async function compile(source) {
  if (source !== undefined) {
    const module = await compileFrom(source);
    if (!compiled) {
      compiled = Promise.resolve(module);
      home = urlOf(source);
    }
    return module;
  }
  compiled ??= compileFrom().catch((error) => {
    // The next call tries again.
    compiled = undefined;
    throw error;
  });
  return compiled;
}

/**
 * A new instance, with these chunks, given as pairs of a name and its compiled files. `panicked(message)` is called
 * when it panics; after that it must not be used. `grow(name)` loads another chunk, if it is not there yet. `styles`
 * are the style sheets of its chunks.
 */
export function instance(module, panicked, chunks = [], base) {
  const program = glue();
  const started = new Set();
  const styles = [];
  let exports;
  const add = (name, files) => {
    for (const file of files.filter((file) => !started.has(file))) {
      new WebAssembly.Instance(file, { __wasm_split: exports });
      started.add(file);
      const style = section(file, 'style');
      if (style) styles.push(style);
    }
    started.add(name);
    program.started(name);
  };
  try {
    exports = program.initSync({ module });
    chunks.forEach(([name, files]) => add(name, files));
    program.start(panicked);
  } catch (error) {
    // WebKit compiles a program that the page's policy then forbids to start.
    if (isPolicy(asError(error).message)) throw notCompiled(error);
    throw new Failure('wasm', `The program does not start: ${asError(error).message}`, 'Use a browser from 2023 or later.');
  }
  const grow = async (name) => (started.has(name) ? undefined : modules(name, base).then((files) => add(name, files)));
  return { ...program, grow, styles };
}

/** The address of a program, if it is given by its address. */
export function urlOf(source) {
  return typeof source === 'string' || source instanceof URL ? new URL(source) : undefined;
}

async function compileFrom(source) {
  if (typeof WebAssembly !== 'object') {
    throw new Failure(
      'browser',
      'This browser runs no WebAssembly; Lockdown Mode turns it off, for one.',
      'The text inside the element serves its readers: say there how to reach you. A reader may allow this site.',
    );
  }
  if (source instanceof WebAssembly.Module) return checked(source);
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return checked(await compileBytes(source));
  if (typeof Response === 'function' && source instanceof Response) return checked(await compileResponse(source));
  return fetchProgram(source === undefined ? new URL('retour_bg.wasm', import.meta.url) : new URL(source));
}

async function fetchProgram(url) {
  if (url.protocol === 'file:') return checked(await compileBytes(await readFile(url)));
  const module = await compileResponse(await request(url));
  if (isOurs(module)) return module;
  // The file may be out of a stale cache and of another build than this script: it is requested again, past the cache.
  return checked(await compileResponse(await request(url, { cache: 'reload' })));
}

/** From now on, files of these names are checked against these digests. */
export function setDigests(integrity) {
  Object.assign(digests, integrity);
}

async function request(url, options) {
  try {
    return await fetch(url, { ...options, integrity: digests[url.pathname.split('/').pop()] });
  } catch (error) {
    throw new Failure(
      'network',
      `${url} cannot be fetched: ${asError(error).message}`,
      'Check the connection, the digest where one is asked for, and that connect-src of the page’s policy and the server’s CORS headers allow this address.',
    );
  }
}

async function compileResponse(response) {
  const file = new URL(response.url || 'retour_bg.wasm', 'file:///').pathname.split('/').pop();
  const beside = `Serve ${file} beside retour.js`;
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

/** Reads a file in Node, which cannot fetch `file:` addresses. */
async function readFile(url) {
  const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ 'node:fs/promises');
  return readFile(url);
}

/** Whether the program was built together with this script. */
function isOurs(module) {
  return section(module, 'retour') === BUILD;
}

/** The text in a custom section of a module. */
function section(module, name) {
  const [found] = WebAssembly.Module.customSections(module, name);
  return found && new TextDecoder().decode(found);
}

function checked(module) {
  if (isOurs(module)) return module;
  throw new Failure(
    'version',
    'retour.js and retour_bg.wasm come from different builds.',
    'Upload both files of one build, and let caches ask again (Cache-Control: no-cache) or use a versioned folder.',
  );
}

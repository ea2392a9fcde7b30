// Compares the documentation's figures on a million visits with the sizes of this build.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import test from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';

const number = (text) => Number(text.replaceAll(',', ''));

/** The files of a chunk: the name of each contains the chunks that need it. */
async function filesOf(chunk) {
  const names = await readdir(new URL('../../dist/', import.meta.url));
  return names.filter((name) => /^retour_(?!bg)[a-z_]+\.wasm$/.test(name) && name.slice(7, -5).split('_').includes(chunk));
}

test('the transfer of a first visit, of a million and its price', async () => {
  const page = await readFile(new URL('../../docs/hosts/static-site.md', import.meta.url), 'utf8');
  const [, ...figures] = /([\d,]+) \+ ([\d,]+) \+ ([\d,]+) \+ ([\d,]+) = ([\d,]+) bytes.*?a million of them are (\d+) GB/s.exec(page);
  const [loader, script, program, agency, visit, gigabytes] = figures.map(number);
  assert.equal(loader + script + program + agency, visit);
  assert.equal(Math.round((visit * 1e6) / 1e9), gigabytes);
  const said = /price of ([\d.]+) € per GB, a million first visits cost ([\d.]+) €; at ([\d.]+) €, ([\d.]+) €/.exec(page);
  const [low, lowCost, high, highCost] = said.slice(1).map(Number);
  for (const [price, cost] of [[low, lowCost], [high, highCost]]) {
    assert.equal(((visit / 1000) * price).toFixed(2), cost.toFixed(2));
  }
  const [brief, reply, desk] = /fetches ([\d,]+) bytes more, .*? ([\d,]+), whoever prepares one ([\d,]+)\./s.exec(page).slice(1).map(number);
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } };
  const weight = async (name) => brotliCompressSync(await readFile(new URL(`../../dist/${name}`, import.meta.url)), options).length;
  for (const [names, bytes] of [
    [['retour-loader.js'], loader],
    [['retour.js'], script],
    [['retour_bg.wasm'], program],
    [['agency.json'], agency],
    [await filesOf('brief'), brief],
    [await filesOf('reply'), reply],
    [await filesOf('desk'), desk],
  ]) {
    const total = (await Promise.all(names.map(weight))).reduce((sum, it) => sum + it);
    assert.ok(Math.abs(total - bytes) < 0.1 * bytes, `${names} weigh ${total} bytes, the documentation says ${bytes}`);
  }
});

// The figures of the built module are those of the native program, to the last bit.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { load } from '../../dist/retour.js';
import { differences } from '../golden/bits.mjs';

const retour = await load();
const text = (path) => readFile(new URL(path, import.meta.url), 'utf8');

for (const name of ['evenement', 'relations-presse', 'market-research']) {
  test(`the bits of ${name}`, async () => {
    const proposal = JSON.parse(await text(`../reference/${name}.proposal.json`));
    const { lines, differing } = differences(retour.estimate(proposal), await text(`../golden/${name}.bits`));
    assert.deepEqual(differing, []);
    assert.ok(lines > 100);
  });
}

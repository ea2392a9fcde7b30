// The package as npm packs it, installed without a network into an empty folder, and used there.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { snippet } from './snippet.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'retour-package-'));
after(() => rm(folder, { recursive: true }));

const run = (program, ...given) => execFileSync(program, given, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const write = (name, text) => writeFile(join(folder, name), text);

const [packed] = Object.values(JSON.parse(run('npm', 'pack', '--json', join(root, 'dist-npm'))));
await write('package.json', '{ "private": true, "type": "module" }');
run('npm', 'install', '--offline', '--no-audit', '--no-fund', join(folder, packed.filename));

test('the package holds what programs and pages need, and nothing else', async () => {
  const texts = ['LICENSE-MIT', 'LICENSE-APACHE', 'CHANGELOG.md'];
  const names = packed.files.map(({ path }) => path);
  for (const name of ['package.json', 'README.md', 'retour.js', 'retour_bg.wasm', 'retour.d.ts', 'agency.schema.json', ...texts]) {
    assert.ok(names.includes(name), name);
  }
  assert.deepEqual(names.filter((name) => !texts.includes(name) && !/^(package\.json|README\.md|agency\.schema\.json|retour.*\.(js|wasm|d\.ts))$/.test(name)), []);
  const manifest = await readFile(join(root, 'Cargo.toml'), 'utf8');
  assert.equal(packed.version, /^version = "(.*)"/m.exec(manifest)[1]);
  assert.ok(names.includes('retour-loader.js'));
  console.log(`The package weighs ${packed.size} bytes, ${packed.unpackedSize} unpacked.`);
});

test('a program estimates a reference proposal with it', async () => {
  await write('estimate.mjs', await snippet('docs/hosts/node.md', 'estimate.mjs'));
  const reference = join(root, 'tests/reference/evenement');
  const said = JSON.parse(run('node', 'estimate.mjs', `${reference}.proposal.json`));
  const expected = JSON.parse(await readFile(`${reference}.expected.json`, 'utf8'));
  assert.ok(Math.abs(said.cost - expected.cost.mean) < 0.005, `${said.cost}`);
  assert.ok(Math.abs(said.net - expected.net.p50) < 0.01 * expected.net.p50, `${said.net}`);
  assert.ok(Math.abs(said.probabilityOfPayback - expected.probabilityOfPayback) < 0.005, `${said.probabilityOfPayback}`);
  assert.match(said.link, /^https:\/\/agence\.example\/#retour=1/);
});

test('a program that has a proposal runs as the overview shows it', async () => {
  const program = (await snippet('docs/embed.md', 'program.mjs')).replace('./retour.js', 'retour-widget');
  const proposal = await readFile(join(root, 'tests/reference/market-research.proposal.json'), 'utf8');
  const imports = program.split('\n').filter((line) => line.startsWith('import '));
  const rest = program.split('\n').filter((line) => !line.startsWith('import '));
  await write('program.mjs', [...imports, `const proposal = ${proposal};`, ...rest, 'console.log(JSON.stringify([estimate.draws, link]));'].join('\n'));
  const [draws, link] = JSON.parse(run('node', 'program.mjs'));
  assert.ok(draws > 1000);
  assert.match(link, /#retour=1/);
});

test('its types hold what the documentation and a strict program say', async () => {
  await write('estimate.ts', await snippet('docs/hosts/node.md', 'estimate.ts'));
  const sample = await readFile(join(root, 'tests/module/sample.ts'), 'utf8');
  await write('sample.ts', sample.replace('../../dist/retour.js', 'retour-widget'));
  const options = JSON.parse(await readFile(join(root, 'tests/module/tsconfig.json'), 'utf8'));
  await write('tsconfig.json', JSON.stringify({ ...options, files: ['estimate.ts', 'sample.ts'] }));
  run('node', join(root, 'tests/node_modules/typescript/bin/tsc'), '--project', '.');
  await write('wrong.ts', "import { load } from 'retour-widget';\nexport const wrong: string = (await load()).estimate({});\n");
  await write('tsconfig.json', JSON.stringify({ ...options, files: ['wrong.ts'] }));
  assert.throws(() => run('node', join(root, 'tests/node_modules/typescript/bin/tsc'), '--project', '.'), ({ stdout }) => stdout.includes('wrong.ts'));
});

test('an agency’s file can be checked by the schema that it brings', async () => {
  const program = "import schema from 'retour-widget/agency.schema.json' with { type: 'json' }; console.log(schema.$schema);";
  await write('schema.mjs', program);
  assert.match(run('node', '--no-warnings', 'schema.mjs'), /json-schema\.org/);
});

// Times the engine side by side in one run: native, WebAssembly, JavaScript, squiggle. `cargo xtask bench` builds and
// calls it.
//
//   node benches/engine.mjs --native <engine-bench> --wasm <engine_bench.wasm> [--draws 1000,10000,100000]
//
// "From nothing" estimates the event of the reference proposals, all three ways of doing it, with nothing prepared;
// "one factor changed" is the median over its factors of the time after that factor alone has changed; "one quantity
// changed" is after the first line's quantity has, and with it a factor that follows it. Every row is of one number of
// draws for all: the engine takes as many as the cube of a prime. Two times are given of each, the median of many calls
// and the fastest: on a busy machine the second is the one that compares.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { Baseline } from './baseline.mjs';
import { compare } from './compare.mjs';

const argument = (name, fallback) => {
  const place = process.argv.indexOf(`--${name}`);
  return place < 0 ? fallback : process.argv[place + 1];
};

const DEFAULT = 29791;
const BOUNDS = 'A proposal at every bound';
// The baseline and the engine may differ as two runs of one method do.
const TOLERANCE = 0.02;

const sizes = argument('draws', `1000,10000,${DEFAULT},100000`).split(',').map(Number);
const event = () => JSON.parse(readFileSync(new URL('../tests/reference/evenement.proposal.json', import.meta.url), 'utf8'));
const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];
const medians = (pairs) => [0, 1].map((which) => median(pairs.map((pair) => pair[which])));

// Median and fastest of a call, over a quarter of a second and at least `least` calls.
function time(call, least = 11) {
  const times = [];
  const begin = performance.now();
  while (times.length < least || performance.now() - begin < 250) {
    const start = performance.now();
    const result = call();
    times.push(performance.now() - start);
    if (Number.isNaN(result)) throw new Error('The engine refused the proposal.');
  }
  return [median(times), Math.min(...times)];
}

function loadWasm(path) {
  const module = new WebAssembly.Module(readFileSync(path));
  const imports = {};
  // The program imports functions of the page, none of which is called here.
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => 0;
  return new WebAssembly.Instance(module, imports).exports;
}

function figures(engine) {
  const place = engine.figures();
  return JSON.parse(new TextDecoder().decode(new Uint8Array(engine.memory.buffer, place, engine.figures_length())));
}

function timeWasm(engine) {
  const cold = time(engine.cold);
  engine.change(0);
  const changes = Array.from({ length: engine.factors() }, (_, factor) => time(() => engine.change(factor)));
  return { cold, change: medians(changes), quantity: time(engine.change_quantity) };
}

function timeBaseline(draws) {
  const proposal = event();
  const baseline = new Baseline(draws);
  const moved = (shape, ratio) => {
    if (shape.count) return { count: { ...shape.count, rate: shape.count.rate.map((p) => p * ratio) } };
    const [[key, numbers]] = Object.entries(shape);
    return { [key]: numbers.map((x) => x * ratio) };
  };
  const changes = proposal.factors.map((factor) => {
    const values = [factor.value, moved(factor.value, 0.96875)];
    let turn = 0;
    const elapsed = time(() => {
      factor.value = values[++turn % 2];
      baseline.columns.delete(`factor ${factor.id} ${JSON.stringify(factor.value)}`);
      baseline.estimate(proposal);
    });
    [factor.value] = values;
    return elapsed;
  });
  const [line] = proposal.lines;
  const { quantity } = line;
  const toQuantity = time(() => {
    line.quantity = line.quantity === quantity ? quantity * 0.75 : quantity;
    baseline.estimate(proposal);
  });
  line.quantity = quantity;
  return { cold: time(() => new Baseline(draws).estimate(proposal)), change: medians(changes), quantity: toQuantity };
}

async function timeSquiggle(draws) {
  const { estimate } = await import('./squiggle.mjs');
  await estimate(1000, 48);
  const times = [];
  for (let turn = 0; turn < 3; turn++) {
    const start = performance.now();
    await estimate(draws, 48 + turn);
    times.push(performance.now() - start);
  }
  return [median(times), Math.min(...times)];
}

// Figures of the JavaScript beside those of the engine; nothing is timed that does not agree.
function verify(engine, draws) {
  engine.start(draws);
  const worst = compare(figures(engine), new Baseline(draws).estimate(event()));
  console.log('The JavaScript computes what the engine does; the largest difference is');
  for (const [kind, { difference, place }] of Object.entries(worst)) {
    console.log(`  ${kind}: ${(difference * 100).toFixed(2)} % (${place})`);
    if (!(difference < TOLERANCE)) throw new Error(`${place} is another figure in JavaScript.`);
  }
}

const cell = (text) => text.padStart(18);
const both = (times) => cell(times ? times.map((x) => x.toFixed(2)).join(' / ') : '–');
const ratio = (one, other) => cell(one && other ? one.map((x, i) => (x / other[i]).toFixed(1)).join(' / ') : '–');

function print(title, rows) {
  console.log(`\n${title}: ms, median / fastest`);
  console.log(['draws', 'native', 'wasm', 'JavaScript', 'squiggle', 'wasm:native', 'JavaScript:wasm', 'squiggle:wasm'].map(cell).join(' '));
  for (const { name, native, wasm, baseline, squiggle } of rows) {
    const ratios = [ratio(wasm, native), ratio(baseline, wasm), ratio(squiggle, wasm)];
    console.log([cell(name), ...[native, wasm, baseline, squiggle].map(both), ...ratios].join(' '));
  }
}

const engine = loadWasm(argument('wasm'));
console.log(`Node ${process.version}, ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)} on ${cpus().length} cores`);
verify(engine, DEFAULT);
const output = execFileSync(argument('native'), sizes.map(String), { encoding: 'utf8' });
const natives = output.trim().split('\n').map((line) => JSON.parse(line));
const bounds = natives.pop();

const rows = [];
for (const native of natives) {
  engine.start(native.draws);
  const row = { native, wasm: timeWasm(engine), baseline: timeBaseline(native.draws) };
  try {
    row.squiggle = await timeSquiggle(native.draws);
  } catch (error) {
    console.log(`Without squiggle: ${error.message.split('\n')[0]}`);
  }
  rows.push(row);
}
// Squiggle keeps nothing from run to run: a change costs it a whole run.
const of = (kind) => rows.map(({ native, wasm, baseline, squiggle }) => (
  { name: String(native.draws), native: native[kind], wasm: wasm[kind], baseline: baseline[kind], squiggle }));
print('From nothing', of('cold'));
print('One factor changed', of('change'));
print('One quantity changed', of('quantity'));

engine.start(DEFAULT);
engine.take_large(0);
const wasm = timeWasm(engine);
console.log(`\n${BOUNDS} (${DEFAULT} draws): ms, median / fastest`);
for (const [kind, title] of [['cold', 'from nothing'], ['change', 'one factor changed'], ['quantity', 'one quantity changed']]) {
  console.log(`${title.padEnd(20)} native ${both(bounds[kind])}   wasm ${both(wasm[kind])}`);
}

console.log('\nGrowth in wasm, from nothing: ms (ns per draw and factor), fastest');
console.log(['draws', '8 factors', '16 factors', '32 factors'].map(cell).join(' '));
for (const { draws } of natives) {
  const cells = [8, 16, 32].map((factors) => {
    engine.start(draws);
    engine.take_large(factors);
    const [, fastest] = time(engine.cold, 5);
    return cell(`${fastest.toFixed(1)} (${((fastest * 1e6) / draws / factors).toFixed(1)})`);
  });
  console.log([cell(String(draws)), ...cells].join(' '));
}

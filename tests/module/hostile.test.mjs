// Whatever its arguments, no function throws anything but an Error, hangs or panics.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { load } from '../../dist/retour.js';

const retour = await load();
const event = JSON.parse(await readFile(new URL('../reference/evenement.proposal.json', import.meta.url), 'utf8'));

const cycle = { title: 'a' };
cycle.self = cycle;
const deep = {};
for (let level = 0, inner = deep; level < 1e5; level += 1) inner = inner.a = {};
const endless = new Proxy({}, { get: () => endless, ownKeys: () => ['a'], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) });
const thrower = { get title() { throw 'a text'; } };
const withPrototype = JSON.parse('{"__proto__": {"title": "x"}, "title": "y"}');

const strangers = {
  undefined,
  null: null,
  'a number': 12,
  'not a number': NaN,
  'a BigInt': 1n,
  'a text': 'x',
  'a long text': 'x'.repeat(3e6),
  'a symbol': Symbol('x'),
  'a function': () => 1,
  'a class': class {},
  'a list': [1, [2, [3]]],
  'a sparse list': new Array(4294967295),
  'a cycle': cycle,
  'a deep tree': deep,
  'an endless tree': endless,
  'a getter that throws a text': thrower,
  'a revoked proxy': (() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })(),
  'an own __proto__': withPrototype,
  'a toJSON that throws nothing': { toJSON() { throw undefined; } },
  'a toJSON that goes on': { toJSON() { return this; } },
  'a date': new Date(NaN),
  'a map': new Map([['a', 1]]),
  'bytes': new Uint8Array(1e7),
  'a promise': Promise.resolve(1),
  'lone surrogates': { ...event, title: '\ud800x\udfff' },
  'numbers out of bounds': { ...event, horizonMonths: 1e300, seed: -1, vatRate: Infinity },
  'numbers in place of all else': JSON.parse(JSON.stringify(event), (key, value) => (typeof value === 'object' ? value : 9e99)),
  'many lines': { ...event, lines: Array.from({ length: 20_000 }, (_, at) => ({ id: `l${at}` })) },
  'many unknown keys': { ...event, ...Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`key${at}`, at])) },
  'an endless unknown key': { ...event, ['x'.repeat(5e5)]: 1 },
  'one id for all': { ...event, factors: event.factors.map((factor) => ({ ...factor, id: 'x' })) },
};

const calls = {
  estimate: (it) => retour.estimate(it),
  check: (it) => retour.check(it),
  seal: (it) => retour.seal(it),
  open: (it) => retour.open(it),
  'sealReply of it': (it) => retour.sealReply(it, { answer: 'yes', on: '2026-11-24' }),
  'sealReply with it': (it) => retour.sealReply(event, it),
  'options of check': (it) => retour.check(event, it),
  'lang of check': (it) => retour.check(event, { lang: it }),
  load: (it) => load(it),
  'wasm of load': (it) => load({ wasm: it }),
};

for (const [call, run] of Object.entries(calls)) {
  test(`${call}: an answer or an Error in no time, whatever comes`, async () => {
    for (const [name, value] of Object.entries(strangers)) {
      const start = performance.now();
      try {
        await run(value);
      } catch (error) {
        assert.ok(error instanceof Error, `${name}: ${typeof error}`);
        assert.ok(!/unreachable|failed inside|memory access/.test(error.message), `${name}: ${error.message}`);
      }
      const took = performance.now() - start;
      // A minute of leeway for a busy machine; a hang takes for ever.
      assert.ok(took < 60_000, `${name} took ${took} ms`);
    }
    assert.equal(retour.estimate(event).cost.mean, 36650);
  });
}

test('an own __proto__ changes no prototype', () => {
  retour.check(withPrototype);
  assert.equal({}.title, undefined);
});

test('the functions cannot be replaced', () => {
  assert.throws(() => { retour.estimate = () => 0; }, TypeError);
});

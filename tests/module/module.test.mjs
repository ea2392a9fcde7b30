// The module in Node, as programs use it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { load } from '../../dist/retour.js';

const retour = await load();
const json = async (path) => JSON.parse(await readFile(new URL(path, import.meta.url), 'utf8'));
const event = await json('../reference/evenement.proposal.json');

test('the version is the package’s', async () => {
  const manifest = await readFile(new URL('../../Cargo.toml', import.meta.url), 'utf8');
  assert.equal(retour.version, /^version = "(.*)"/m.exec(manifest)[1]);
});

test('importing where there is no DOM defines nothing and loads nothing', () => {
  assert.equal(globalThis.customElements, undefined);
});

test('an estimate is plain JSON with the figures of the reference', () => {
  const estimate = retour.estimate(event);
  assert.deepEqual(JSON.parse(JSON.stringify(estimate)), estimate);
  assert.equal(estimate.cost.mean, 36650);
  assert.equal(estimate.cost.inclVat, 43980);
  assert.equal(estimate.futures.length, 20);
  assert.ok(Math.abs(Object.values(estimate.holders).reduce((sum, share) => sum + share) - 1) < 1e-9);
});

test('the same proposal gives the same figures, whatever was estimated before', async () => {
  const before = retour.estimate(event);
  retour.estimate({ ...event, factors: event.factors.slice().reverse(), benefits: event.benefits.slice(0, 1) });
  assert.deepEqual(retour.estimate(event), before);
});

test('what is sealed opens as it was, with the figures to their last digit', async () => {
  const opened = await retour.open(await retour.seal(event));
  assert.equal(opened.kind, 'proposal');
  assert.deepEqual(opened.repairs, []);
  assert.equal(opened.more, false);
  const estimate = retour.estimate(event);
  for (const name of ['cost', 'value', 'probabilityOfPayback', 'futures', 'payback', 'holders']) {
    assert.deepEqual(opened.figures[name], estimate[name], name);
  }
  assert.deepEqual(retour.estimate(opened.proposal), estimate);
  assert.equal(await retour.seal(opened.proposal), await retour.seal(event));
});

test('fields of a newer version are told and travel along', async () => {
  const lines = event.lines.map((line, at) => (at === 1 ? { ...line, extensions: [{ number: 4e9, bytes: [82, 0, 255] }] } : line));
  const newer = { ...event, lines };
  assert.deepEqual(retour.check(newer), []);
  const opened = await retour.open(await retour.seal(newer));
  assert.equal(opened.more, true);
  assert.deepEqual(opened.proposal.lines[1].extensions, lines[1].extensions);
  assert.equal(await retour.seal(opened.proposal), await retour.seal(newer));
  const answered = await retour.open(await retour.sealReply(opened.proposal, { answer: 'yes', on: '2026-11-24' }));
  assert.equal(answered.more, true);
  assert.equal(retour.check({ ...event, extensions: [{ number: 1, bytes: [256] }] })[0].path, 'extensions[0].bytes[0]');
});

test('a link opens from a whole address and from a letter', async () => {
  const sealed = await retour.seal(event);
  for (const text of [`https://agence.example/p?x=1#retour=${sealed}`, `Bonjour,\nvoici : <https://a.example/#retour=${sealed}>.\nBien à vous`]) {
    assert.equal((await retour.open(text)).proposal.title, event.title);
  }
});

test('a reply travels with the proposal that it answers', async () => {
  const reply = { answer: 'yes', on: '2026-11-24', comment: 'Très bien', budget: 30000.5, changes: [{ path: 'lines[0].quantity', from: 80, to: 60 }] };
  const opened = await retour.open(await retour.sealReply(event, reply));
  assert.equal(opened.kind, 'reply');
  const { proposal: digest, ...rest } = opened.reply;
  assert.deepEqual(rest, reply);
  assert.match(digest, /^[\w-]{22}$/);
  assert.equal(opened.proposal.title, event.title);
});

test('a bad reply says what is wrong with it', async () => {
  const paths = async (reply) => {
    const error = await retour.sealReply(event, reply).catch((error) => error);
    assert.ok(error instanceof Error);
    return error.issues.map(({ path }) => path);
  };
  assert.deepEqual(await paths({}), ['reply.answer', 'reply.on']);
  assert.deepEqual(await paths({ answer: 'peut-être', on: '2026-02-30' }), ['reply.answer', 'reply.on']);
  assert.deepEqual(await paths({ answer: 'no', on: '2026-11-24', budget: -1 }), ['reply.budget']);
  assert.deepEqual(await paths(null), ['reply']);
});

test('issues have paths, and sentences in the proposal’s language or the one asked for', () => {
  const bad = { ...event, title: 7, lines: [{ id: 'a', quantity: 'deux' }] };
  const paths = retour.check(bad).map(({ path }) => path);
  assert.ok(paths.includes('title') && paths.includes('lines[0].quantity'), paths.join());
  const messages = (options, locale) => retour.check({ ...bad, locale }, options).map(({ message }) => message).join();
  assert.notEqual(messages({ lang: 'en' }, 'fr-FR'), messages({ lang: 'fr' }, 'fr-FR'));
  assert.equal(messages({ lang: 'en' }, 'fr-FR'), messages(undefined, 'en-GB'));
  assert.throws(() => retour.estimate(bad), ({ issues, message }) => issues.length === paths.length && message.includes('title'));
  assert.deepEqual(retour.check(event), []);
});

test('unknown keys are told, and keep nothing back', async (t) => {
  const odd = { ...event, siret: '1', curency: 'EUR', lines: event.lines.map((line, at) => (at ? line : { ...line, vatrate: 0.1 })) };
  const told = retour.check(odd, { lang: 'en' });
  assert.deepEqual(told.map(({ path, severity }) => [path, severity]), [['siret', 'warning'], ['curency', 'warning'], ['lines[0].vatrate', 'warning']]);
  assert.match(told[1].message, /“currency”/);
  assert.match(retour.check(odd)[1].message, /«.curency.».; vouliez-vous dire «.currency.».\?/u);
  assert.deepEqual(retour.estimate(odd), retour.estimate(event));
  const warn = t.mock.method(console, 'warn', () => {});
  assert.equal(await retour.seal(odd), await retour.seal(event));
  assert.equal(warn.mock.callCount(), 1);
  for (const { path } of told) assert.ok(warn.mock.calls[0].arguments[0].includes(path), path);
  await retour.sealReply(event, { answer: 'no', on: '2026-11-24', coment: 'x' });
  assert.match(warn.mock.calls[1].arguments[0], /reply\.coment.*«.comment.»/u);
  const errors = retour.check({ ...odd, currency: 'euros' });
  assert.deepEqual(errors.filter(({ severity }) => severity === 'error').map(({ path }) => path), ['currency']);
  assert.throws(() => retour.estimate({ ...odd, currency: 'euros' }), ({ issues }) => issues.length === 1 && issues[0].severity === 'error');
});

test('a link that does not open says why', async () => {
  const sealed = await retour.seal(event);
  const at = sealed.length >> 1;
  const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
  for (const [text, reason] of [
    ['', 'empty'],
    ['Bonjour', 'notALink'],
    [sealed.slice(0, -5), 'cut'],
    [changed, 'damaged'],
    ['1'.repeat(1e6), 'tooLong'],
    [undefined, 'empty'],
    [{}, 'empty'],
  ]) {
    const error = await retour.open(text).catch((error) => error);
    assert.ok(error instanceof Error && error.message.length > 10, reason);
    assert.equal(error.reason, reason);
  }
});

test('half a character is replaced and reported', async (t) => {
  const { mock } = t.mock.method(console, 'warn', () => {});
  const opened = await retour.open(await retour.seal({ ...event, title: 'Une \ud83d fête' }));
  assert.equal(opened.proposal.title, 'Une \ufffd fête');
  assert.equal(mock.callCount(), 1);
  assert.match(mock.calls[0].arguments[0], /lone surrogate.*Une \\ud83d fête/);
});

// How an address is repaired whose `#` a program has escaped. The file is tested alone, as 404 pages use it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';

const text = await readFile(new URL('../../src/embed/rewritten.js', import.meta.url), 'utf8');
const { righted } = await import(`data:text/javascript,${encodeURIComponent(text)}`);

const link = '1AbCdEfGhIjKlMnOpQrStUvWxYz-_0123';
const site = 'https://agence.example';

for (const [given, meant] of [
  [`/devis/%23retour=${link}`, `/devis/#retour=${link}`],
  [`/devis%23retour=${link}`, `/devis#retour=${link}`],
  [`/devis/%2523retour%3D${link}`, `/devis/#retour=${link}`],
  [`/devis/%2523retour%253d${link}%2526answer=no`, `/devis/#retour=${link}&answer=no`],
  [`/devis/%23retour=${link}/`, `/devis/#retour=${link}`],
  [`/devis/%23retour=${link}?utm_source=a`, `/devis/?utm_source=a#retour=${link}`],
  [`/devis/%23a=1&retour=${link}`, `/devis/#a=1&retour=${link}`],
  [`/%23/devis?retour=${link}`, `/#/devis?retour=${link}`],
  [`/%23%2Fdevis%3Fretour%3D${link}`, `/#/devis?retour=${link}`],
  [`/?p=5%23retour=${link}`, `/?p=5#retour=${link}`],
  [`/?color=%23fff&p=5%23retour=${link}`, `/?color=%23fff&p=5#retour=${link}`],
  [`/?retour=${link}`, `/#retour=${link}`],
  [`/app?lang=fr%23/devis?retour=${link}`, `/app?lang=fr#/devis?retour=${link}`],
  [`/?p=5%23contact%26retour%3D${link}`, `/?p=5#contact&retour=${link}`],
  [`/?retour=${link}&answer=no&fbclid=x`, `/?fbclid=x#retour=${link}&answer=no`],
  [`/?p=a%2Fb&retour%3D${link}`, `/?p=a%2Fb#retour=${link}`],
  [`/devis/%23retour=${link}#contact`, `/devis/#contact&retour=${link}`],
  [`/devis/%23retour=${link}#/route`, `/devis/#/route?retour=${link}`],
  [`/?retour=${link}#retour=1other`, `/#retour=1other`],
  // A cut link counts as a link, too, in places where nothing else looks like one.
  ['/devis/%23retour=1A', '/devis/#retour=1A'],
]) {
  test(`${given} is put right`, () => {
    assert.equal(righted(site + given), site + meant);
    assert.equal(righted(site + meant), null);
  });
}

for (const given of [
  '/',
  `/#retour=${link}`,
  '/?retour=accueil',
  '/?retour=1',
  '/?retour=20261128123456789012345678',
  '/?retour=9f86d081884c7d659a2feaa0c55ad015',
  '/?retour=3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  `/login?redirect_to=https%3A%2F%2Fagence.example%2Fdevis%2F%23retour%3D${link}&reauth=1`,
  `/?monretour=${link}`,
  '/?color=%23fff',
  '/devis/%23contact',
  `/?a=1#retour=${link}&b=2`,
]) {
  test(`${given} stays`, () => assert.equal(righted(site + given), null));
}

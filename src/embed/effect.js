// What only a page can do for its widget, each inside the click that asked for it.

import { all, put, remove } from './outbox.js';

/** The text of plain JSON, also on pages whose old libraries give every list a `toJSON` of their own. */
function json(value, indent) {
  return JSON.stringify(value, function (key) { return this[key]; }, indent);
}

const EFFECTS = {
  // Pages without a secure context have no clipboard at all.
  copy: (text) => navigator.clipboard.writeText(text),
  /** Brings `false` where the person closes the share sheet: that is no failure. */
  async share(text) {
    try {
      await navigator.share({ text });
    } catch (error) {
      if (error.name !== 'AbortError') throw error;
      return false;
    }
    return true;
  },
  /** Brings the status that the server answers, and the minute of the day; rejects where none answers. */
  async post(what, address) {
    const headers = { 'content-type': 'application/json' };
    const body = json(what);
    // A redirect that is followed drops the body, and a page at its end would answer that all is well.
    const answer = await fetch(address, { method: 'POST', headers, body, credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual' });
    const now = new Date();
    const status = answer.type === 'opaqueredirect' ? 302 : answer.status;
    return [status, now.getHours() * 60 + now.getMinutes()];
  },
  save(what, name) {
    const text = typeof what === 'string' ? what : json(what, 1);
    const url = URL.createObjectURL(new Blob([text]));
    Object.assign(document.createElement('a'), { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url));
  },
  async open() {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept: '.json,application/json' });
    const chosen = new Promise((done) => {
      input.onchange = () => done(input.files[0]);
      input.oncancel = () => done();
    });
    input.click();
    const file = await chosen;
    return file && JSON.parse(await file.text());
  },
  recall: () => all(),
  keep: (record) => put(record),
  forget: (id) => remove(id),
};

/** Does one of them by its name; brings what it found, rejects when it cannot be done. */
export async function effect(kind, what, to) {
  return EFFECTS[kind](what, to);
}

// The effects that only the page can run, each inside the click that requested it.

import { json } from './json.js';
import { all, put, remove } from './outbox.js';

/** The text of a file: UTF-8, or what old programs save instead, UTF-16 and Windows-1252. */
function textOf(bytes) {
  const [first, second] = bytes;
  // Without a byte order mark, the first sign of a table or of JSON is in one byte: the other is zero.
  if ((first === 0xff && second === 0xfe) || second === 0) return new TextDecoder('utf-16le').decode(bytes);
  if ((first === 0xfe && second === 0xff) || first === 0) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const EFFECTS = {
  // In an insecure context, there is no clipboard.
  copy: (text) => navigator.clipboard.writeText(text),
  /** Resolves to `false` if the user closes the share sheet: that is not a failure. */
  async share(text) {
    try {
      await navigator.share({ text });
    } catch (error) {
      if (error.name !== 'AbortError') throw error;
      return false;
    }
    return true;
  },
  /** Resolves to the HTTP status and the minute of the day; is rejected if no server answers. */
  async post(what, address) {
    const headers = { 'content-type': 'application/json' };
    const body = json(what);
    // Following a redirect would drop the body, and the page at its end might answer with success.
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
  /** Resolves to the JSON of a file, or its text if it is none; to nothing if the person chooses no file. */
  async open() {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept: '.json,.csv,application/json,text/csv' });
    const chosen = new Promise((done) => {
      input.onchange = () => done(input.files[0]);
      input.oncancel = () => done();
    });
    input.click();
    const file = await chosen;
    if (!file) return undefined;
    const text = textOf(new Uint8Array(await file.arrayBuffer()));
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  },
  recall: () => all(),
  keep: (records, to, { mergeRows }) => put(records, mergeRows),
  forget: (id) => remove(id),
};

/** Runs an effect by its name, for a widget of this program. Resolves to its result; is rejected if it fails. */
export async function effect(kind, what, to, program) {
  return EFFECTS[kind](what, to, program);
}

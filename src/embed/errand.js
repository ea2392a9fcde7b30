// What only a page can do for its widget, each inside the click that asked for it.

const ERRANDS = {
  // Pages without a secure context have no clipboard at all.
  copy: (text) => navigator.clipboard.writeText(text),
  share: (text) => navigator.share({ text }),
  async post(json, address) {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(json), credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}.`);
  },
  save(what, name) {
    const text = typeof what === 'string' ? what : JSON.stringify(what, null, 1);
    const url = URL.createObjectURL(new Blob([text]));
    Object.assign(document.createElement('a'), { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url));
  },
};

/** Runs an errand: `copy`, `share`, `post` or `save`; rejects when it cannot be done. */
export async function errand(kind, what, to) {
  await ERRANDS[kind](what, to);
}

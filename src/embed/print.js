// Prints what a widget shows, alone, in a document of its own: @page rules have no effect in a shadow root, and the
// rest of the host's page is not part of the brief.

import { sheetsFor } from './sheet.js';

/** Opens the print dialog for the content of a widget's element, with the styles of its chunks. */
export function print(host, styles) {
  const page = host.ownerDocument;
  const frame = page.createElement('iframe');
  frame.hidden = true;
  frame.addEventListener('load', () => {
    const { contentWindow: view, contentDocument: inner } = frame;
    inner.adoptedStyleSheets = sheetsFor(inner, styles);
    inner.documentElement.lang = page.documentElement.lang;
    // The title names the file that "print to PDF" writes.
    inner.title = host.querySelector('h1')?.textContent ?? page.title;
    const copy = inner.importNode(host, true);
    copyInputs(host, copy);
    inner.body.append(copy);
    view.addEventListener('afterprint', () => frame.remove());
    view.print();
  }, { once: true });
  page.body.append(frame);
}

/** Copies what was typed and ticked, which a copy of an element lacks. */
function copyInputs(from, to) {
  const fields = 'input, textarea, select';
  const copies = to.querySelectorAll(fields);
  from.querySelectorAll(fields).forEach((field, at) => {
    copies[at].value = field.value;
    copies[at].checked = field.checked;
  });
}

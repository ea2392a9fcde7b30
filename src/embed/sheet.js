// The widget's styles: constructed once for each document and shared by all widgets in it.
// Strict policies forbid <style> and style="…", not this.

import text from 'sheet';
import lastText from 'last-sheet';
import pageText from 'page-sheet';

/** The sheets that were made of each text for each document. */
const made = new WeakMap();

/** Gives a shadow root its styles, with those of the chunks that have arrived, and a standalone page its own. */
export function adopt(root, page, standalone, chunks) {
  root.adoptedStyleSheets = [text, ...chunks, lastText].map((text) => sheetOf(page, text, root));
  if (!standalone) return;
  const sheet = sheetOf(page, pageText);
  if (!page.adoptedStyleSheets.includes(sheet)) page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}

/** The same styles for a document of our own. */
export function sheetsFor(page, chunks) {
  return [text, ...chunks, lastText, pageText].map((text) => sheetOf(page, text));
}

function sheetOf(page, text, root) {
  if (!made.has(page)) made.set(page, new Map());
  const sheets = made.get(page);
  if (!sheets.has(text)) {
    const sheet = new page.defaultView.CSSStyleSheet();
    sheet.replaceSync(root ? withOwnRem(text, root, page) : text);
    sheets.set(text, sheet);
  }
  return sheets.get(text);
}

/** The styles with a rem that is the reader's own text size, whatever the page has made of its root's: often 10 pixels. */
function withOwnRem(text, root, page) {
  const probe = root.appendChild(page.createElement('i'));
  probe.style.fontSize = 'medium';
  const rem = parseFloat(page.defaultView.getComputedStyle(probe).fontSize) || 16;
  probe.remove();
  return text.replace(/([\d.]+)rem\b/g, (_, number) => `${number * rem}px`);
}

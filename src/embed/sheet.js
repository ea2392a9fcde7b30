// The widget's style sheet: constructed once for each document and shared by all widgets in it.
// Strict policies forbid <style> and style="…", not this.

import text from 'sheet';
import pageText from 'page-sheet';

const sheets = new WeakMap();

/** Gives a shadow root its styles, and a standalone page its own. */
export function adopt(root, page, standalone) {
  if (!sheets.has(page)) sheets.set(page, [make(page, withOwnRem(text, root, page)), make(page, pageText)]);
  const [sheet, pageSheet] = sheets.get(page);
  root.adoptedStyleSheets = [sheet];
  if (standalone && !page.adoptedStyleSheets.includes(pageSheet)) {
    page.adoptedStyleSheets = [...page.adoptedStyleSheets, pageSheet];
  }
}

/** The styles with a rem that is the reader's own text size, whatever the page has made of its root's: often 10 pixels. */
function withOwnRem(text, root, page) {
  const probe = root.appendChild(page.createElement('i'));
  probe.style.fontSize = 'medium';
  const rem = parseFloat(page.defaultView.getComputedStyle(probe).fontSize) || 16;
  probe.remove();
  return text.replace(/([\d.]+)rem\b/g, (_, number) => `${number * rem}px`);
}

/** The same styles for a document of our own. */
export function sheetsFor(page) {
  return [make(page, text), make(page, pageText)];
}

function make(page, text) {
  const sheet = new page.defaultView.CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

// The widget's styles: constructed once for each document and shared by all its widgets. Strict policies forbid <style>
// and style="…", but not constructed sheets.

import text from 'sheet';
import lastText from 'last-sheet';
import pageText from 'page-sheet';

/** The constructed sheets, by document and text. */
const made = new WeakMap();

/** Sets the styles of a shadow root, with those of the loaded chunks, and those of a standalone page. */
export function adopt(root, page, standalone, chunks) {
  root.adoptedStyleSheets = [text, ...chunks, lastText].map((text) => sheetOf(page, text, root));
  if (!standalone) return;
  const sheet = sheetOf(page, pageText);
  if (!page.adoptedStyleSheets.includes(sheet)) page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}

/** The same styles for another document, that of the print frame. */
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

/** The styles with rem replaced by the reader's text size, because pages often set their root's to 10 pixels. */
function withOwnRem(text, root, page) {
  const probe = root.appendChild(page.createElement('i'));
  probe.style.fontSize = 'medium';
  const rem = parseFloat(page.defaultView.getComputedStyle(probe).fontSize) || 16;
  probe.remove();
  return text.replace(/([\d.]+)rem\b/g, (_, number) => `${number * rem}px`);
}

// Code blocks from the pages of the documentation, so that the tests use what it shows.

import { readFile } from 'node:fs/promises';

/** The code block of that name in a page of the documentation: its fence opens with a language and the name. */
export async function snippet(page, name) {
  const text = await readFile(new URL(`../../${page}`, import.meta.url), 'utf8');
  const blocks = text.split('\n```').filter((_, at) => at % 2 === 1);
  const block = blocks.find((it) => it.split('\n', 1)[0].split(' ')[1] === name);
  if (block === undefined) throw new Error(`${page} shows no ${name}`);
  return `${block.slice(block.indexOf('\n') + 1)}\n`;
}

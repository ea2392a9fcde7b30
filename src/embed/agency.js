// Finds the agency's file of a widget.

import { Failure, asError } from './failure.js';
import { optionsOfQuery } from './page.js';
import { plain } from './plain.js';

/**
 * The agency's file: the property, else the address in the standalone page's query or in the attribute, else a child
 * script, else null.
 */
export async function agencyOf(element, property) {
  if (property !== undefined) return given(() => plain(property));
  const asked = element.hasAttribute('standalone') ? optionsOfQuery().agency : undefined;
  const address = asked ?? element.getAttribute('agency');
  if (address) return fetched(address, element.baseURI);
  const script = await childScript(element);
  return script ? given(() => plain(JSON.parse(script.textContent))) : null;
}

/** The child script with the JSON. While the page is being parsed, the child may still follow. */
async function childScript(element) {
  const find = () => element.querySelector('script[type="application/json"]');
  const { ownerDocument: page } = element;
  if (!find() && page.readyState === 'loading') {
    await new Promise((resolve) => page.addEventListener('DOMContentLoaded', resolve, { once: true }));
  }
  return find();
}

function given(read) {
  try {
    return read();
  } catch (error) {
    throw new Failure('agency', `The agency’s data is no JSON: ${asError(error).message}`, 'Correct the data that the page hands in.');
  }
}

async function fetched(address, base) {
  let url;
  let response;
  try {
    url = new URL(address, base);
    response = await fetch(url);
  } catch (error) {
    throw new Failure(
      'agency',
      `The agency’s file ${url ?? address} cannot be fetched: ${asError(error).message}`,
      'Check its address, and that connect-src of the page’s policy and the server’s CORS headers allow it.',
    );
  }
  if (!response.ok) {
    throw new Failure('agency', `The agency’s file ${url} answers ${response.status}.`, 'Check the attribute agency.');
  }
  try {
    return plain(await response.json());
  } catch (error) {
    throw new Failure('agency', `The agency’s file ${url} is no JSON: ${asError(error).message}`, 'Correct the file.');
  }
}

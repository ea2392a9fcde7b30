// Copies whatever a page passes in to plain JSON within bounds, so that the program never meets getters, cycles,
// proxies, symbols, functions or endless data.

/** Maximum number of values plus characters of texts: ten times what the largest proposal has. */
const MOST = 1 << 20;
const DEEPEST = 24;

/** A copy of plain data. Throws an Error if there is too much of it, or if it holds what JSON cannot. */
export function plain(value) {
  let left = MOST;
  const spend = (amount) => {
    left -= amount;
    if (left < 0) throw new RangeError('This is larger than any proposal.');
  };
  const copy = (value, depth) => {
    spend(1);
    if (depth > DEEPEST) throw new RangeError('This is nested deeper than any proposal.');
    switch (typeof value) {
      case 'string':
        spend(value.length);
        if (value.isWellFormed?.() === false) {
          console.warn(`Retour: half a character (a lone surrogate) becomes U+FFFD in ${JSON.stringify(value.slice(0, 80))}`);
        }
        return value;
      case 'number':
      case 'boolean':
        return value;
      case 'bigint':
        throw new TypeError('A BigInt is no JSON.');
      case 'object':
        break;
      default:
        return undefined;
    }
    if (value === null) return null;
    if (ArrayBuffer.isView(value)) throw new TypeError('Bytes are no JSON.');
    if (Array.isArray(value)) {
      const { length } = value;
      spend(length);
      const list = [];
      for (let at = 0; at < length; at += 1) list[at] = copy(value[at], depth + 1) ?? null;
      return list;
    }
    // Checked after arrays, because some old libraries add a toJSON to every array.
    if (typeof value.toJSON === 'function') return copy(value.toJSON(), depth + 1);
    const object = {};
    for (const key of Object.keys(value)) {
      spend(key.length);
      const entry = copy(value[key], depth + 1);
      // Assigning to `__proto__` would not add an entry.
      if (entry !== undefined && key !== '__proto__') object[key] = entry;
    }
    return object;
  };
  return copy(value, 0) ?? null;
}

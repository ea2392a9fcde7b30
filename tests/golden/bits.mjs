// The figures of an estimate as lines of bits, the same that `tests/golden.rs` writes. Runs in Node and in browsers.

const hex = (x) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
};

const compare = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);

function bits(value, path = '') {
  if (typeof value === 'number') return [`${path} ${hex(value)}`];
  if (value === null || typeof value !== 'object') return [`${path} ${value}`];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value).sort(compare);
  return entries.flatMap(([key, inner]) => bits(inner, `${path}/${key}`));
}

// The lines in which an estimate differs from those of a golden file, and how many it has.
export function differences(estimate, golden) {
  const [now, then] = [bits(estimate), golden.trimEnd().split('\n')];
  const longer = now.length > then.length ? now : then;
  const differing = longer.flatMap((_, i) => (now[i] === then[i] ? [] : [`${now[i]} instead of ${then[i]}`]));
  return { lines: now.length, differing };
}

/** Plain JSON as text, also on pages where old libraries add a `toJSON` to every array. */
export function json(value, indent) {
  return JSON.stringify(value, function (key) { return this[key]; }, indent);
}

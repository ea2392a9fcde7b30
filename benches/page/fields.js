// The content of every form: as many quantities as the address asks for, each with a price, and their total.

const count = Number(new URLSearchParams(location.search).get('fields'));

export const fields = Array.from({ length: count }, (_, i) => ({
  id: `quantity${i + 1}`,
  label: `Quantity ${i + 1}`,
  quantity: 1 + (i % 9),
  price: 100 + 50 * (i % 7),
}));

const euros = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });

/** A typed number, or null where it is none. */
export function read(text) {
  const number = Number(String(text).trim().replace(',', '.'));
  return String(text).trim() !== '' && Number.isFinite(number) ? number : null;
}

/** The total of the quantities that a form holds, by id; what is no number counts as 0. */
export function total(quantities) {
  return euros.format(fields.reduce((sum, { id, price }) => sum + (read(quantities[id]) ?? 0) * price, 0));
}

/** Shows the total, for forms that do not draw the page around them. */
export function show(quantities) {
  document.querySelector('output').textContent = total(quantities);
}

/** Signals that the first render is in the page. */
export const ready = () => dispatchEvent(new Event('form-ready'));

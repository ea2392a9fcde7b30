// The helpers of every script of the tests. They treat open shadow roots as a person does: as part of the page.

/** Every element that a selector finds below a node, shadow roots included, in document order. */
function all(selector, below = document) {
  return [...below.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element] : []),
    ...(element.shadowRoot ? all(selector, element.shadowRoot) : []),
  ]);
}

const widgets = () => all('retour-widget');

/** Whether a widget shows itself in place of the page's own content. */
const isReady = (widget) => Boolean(widget?.shadowRoot && !widget.shadowRoot.querySelector('slot'));

/** Waits until `find` returns a value that is true, every ten milliseconds, at most ten seconds. */
async function until(find, what) {
  const end = performance.now() + 10_000;
  for (;;) {
    const value = find();
    if (value) return value;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what} in: ${document.body.innerText.slice(0, 400)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const ROLES = {
  button: 'button, [role=button], summary',
  textbox: 'input:not([type=checkbox], [type=radio], [type=range]), textarea, [role=textbox]',
  checkbox: 'input[type=checkbox], [role=checkbox], [role=switch]',
  radio: 'input[type=radio], [role=radio]',
  slider: 'input[type=range], [role=slider]',
  combobox: 'select, [role=combobox]',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  link: 'a[href], [role=link]',
  alert: '[role=alert]',
  status: '[role=status], output',
};

/** The accessible name of an element, nearly as assistive technology computes it. */
function nameOf(element) {
  const root = element.getRootNode();
  const labelled = element.getAttribute('aria-labelledby')?.split(/\s+/).map((id) => root.getElementById(id)?.textContent);
  const labels = [...(element.labels ?? [])].map((label) => label.textContent);
  const own = /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName) ? '' : element.textContent;
  const name = labelled?.join(' ') ?? element.getAttribute('aria-label') ?? (labels.join(' ') || own || element.title);
  return name.replace(/\s+/g, ' ').trim();
}

/** The visible element of this role in a widget whose name equals or contains `name`. */
function byRole(widget, role, name) {
  const candidates = all(ROLES[role], widget.shadowRoot).filter((it) => it.checkVisibility());
  return candidates.find((it) => nameOf(it) === name) ?? candidates.find((it) => nameOf(it).includes(name));
}

/** The field in the second row of a list: what is typed there changes the proposal. */
const rowField = (widget) => all('li:nth-child(2) input:not([type=checkbox], [type=radio])', widget.shadowRoot)[0];

/** The element that has the focus, inside shadow roots, too. */
function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** The positions of the dots of a widget's result that repay their cost: discs, all in one path. */
const dots = (widget) => all('.verdicts .dotplot path.win', widget.shadowRoot).flatMap((path) => path.getAttribute('d').match(/M[^a]+/g) ?? []);

/** The field of one number of the factor whose name starts with `name`. */
function factorField(widget, name, number) {
  const factor = all('.factor', widget.shadowRoot).find((it) => it.querySelector('.name').textContent.startsWith(name));
  return factor?.querySelectorAll('.three input')[number];
}

/** The visible elements of a widget that extend beyond its right edge. */
function beyond(widget) {
  const most = widget.getBoundingClientRect().right + 1;
  const seen = all('.retour *', widget.shadowRoot).filter((it) => it.checkVisibility() && !it.closest('.sr, svg *'));
  return seen.filter((it) => it.getBoundingClientRect().right > most).map((it) => `${it.localName}.${it.className} (${it.textContent.slice(0, 40)})`);
}

/** The complaints of the page that the recorder has kept; they are then deleted. */
function takeComplaints() {
  if (!document.querySelector('script[src="/recorder.js"]')) throw new Error('This page records no complaints.');
  const names = Object.keys(sessionStorage).filter((name) => name.startsWith('complaint-')).sort();
  return names.map((name) => {
    const said = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    return said;
  });
}

/** A value as the test gets it: an element as such, all else as JSON in one text. On pages that add to built-in
    prototypes, WebKit's driver fails to send an object itself. */
function packed(value) {
  const json = (value) => {
    if (Array.isArray(value)) return `[${value.map(json).join()}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
    return `{${Object.keys(value).map((key) => `${JSON.stringify(key)}:${json(value[key])}`).join()}}`;
  };
  return value?.nodeType === Node.ELEMENT_NODE ? value : `=${json(value)}`;
}

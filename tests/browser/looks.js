// The computed styles of elements that the styles of a page around them could change. Used with prelude.js.

/** Properties that inherit, and those that resets often set; sizes last. */
const LOOKS = `color cursor direction font-feature-settings font-kerning font-size font-stretch font-style font-variant
  font-weight hyphens letter-spacing line-height list-style-type overflow-wrap quotes tab-size text-align text-indent
  text-rendering text-shadow text-transform white-space word-break word-spacing writing-mode visibility
  background-color box-sizing display float opacity position text-decoration-line vertical-align
  border-top-style border-top-width border-left-style border-left-width
  margin-top margin-right margin-bottom margin-left padding-top padding-right padding-bottom padding-left
  width height`.split(/\s+/);

/** The looks of some elements, each with its name, to compare with those on another page. */
function looksOf(elements) {
  const rounded = (value) => value.replace(/\d+\.\d+/g, (number) => String(Math.round(number * 4) / 4));
  return elements.flatMap((element) => {
    const style = getComputedStyle(element);
    const name = `${element.localName}.${element.getAttribute('class') ?? ''}`;
    return [[name, LOOKS.flatMap((look) => [rounded(style.getPropertyValue(look))])]];
  });
}

/** The looks of everything inside a widget, in the fonts that every machine has. */
const looksInside = (widget) => looksOf(all('.retour, .retour *', widget.shadowRoot).filter((it) => !it.closest('svg *')));

/** The looks of everything in a page outside its widgets. */
const looksOutside = () => looksOf([...document.querySelectorAll('body, body *')].filter((it) => !it.closest('retour-widget, script')));

/** The first few differences of two lists of looks, as sentences. `slack`: the share that a length may differ by. */
function differencesOf(one, other, slack = 0) {
  if (one.length !== other.length) return [`${one.length} elements against ${other.length}`];
  const isLike = (mine, theirs) => mine === theirs || Math.abs(parseFloat(mine) - parseFloat(theirs)) <= slack * Math.max(25, parseFloat(mine));
  return one.flatMap(([name, looks], at) => {
    const theirs = other[at][1];
    const differing = LOOKS.flatMap((look, of) => (isLike(looks[of], theirs[of]) ? [] : [`${look} ${looks[of]} against ${theirs[of]}`]));
    return differing.length ? [`${name}: ${differing.join(', ')}`] : [];
  }).slice(0, 8);
}

//! A stable layout: nothing moves when a figure changes, at any width of the page and in any font.

use crate::browser::Browser;
use crate::site::Site;
use serde_json::json;

/// Families to set everything in. The fonts of each depend on the system; `cargo xtask test` runs this with two sets of
/// fonts.
const FONTS: [&str; 3] = ["sans-serif", "serif", "monospace"];

/// Quantities of 460 euros each: amounts of five to eight digits, and every verdict from one end to the other.
const QUANTITIES: [&str; 6] = ["8", "19", "160", "812", "81234", "180000"];

/// Lays the widget out at each width in a font, and compares this with the previous layout in that font: the tops of
/// all visible elements but running text and drawings, their left edges but for figures, and which factors the ranking
/// shows, since other elements change with them. Returns the uppermost element that has moved at each width. Elements
/// after a ranking of other factors may move.
///
/// The page keeps the layouts: they are a hundred thousand places, which take longer to send than to compute.
const MOVED: &str = "
    const [font, widths] = input;
    const [widget] = widgets();
    for (const name of ['--retour-font', '--retour-font-title']) widget.style.setProperty(name, font);
    const shown = all('.retour *', widget.shadowRoot).filter((it) => it.checkVisibility() && !it.matches('svg *, .sr, p *, dd *, .detail > span, .swings *'));
    const path = (it) => it.className === 'retour' ? '' : `${path(it.parentElement)} ${it.localName}:${[...it.parentElement.children].indexOf(it)}`;
    const figures = 'td *, .range *, .price, .price *, .stackkey *, .sharekey *, .dotkey *';
    const named = shown.map((it) => [`${it.closest('.wide') ? '+' : '-'}${path(it)} ${it.className?.baseVal ?? it.className}`, it, it.matches(figures)]);
    const places = widths.map((width) => {
      widget.style.inlineSize = `${width}px`;
      // The panel that stays in view stands where the page is scrolled to.
      scrollTo(0, 0);
      const out = (width - 320) % 60 ? [] : beyond(widget);
      if (out.length) throw new Error(`At ${width} px in ${font}, beyond the widget: ${out}`);
      const origin = widget.getBoundingClientRect();
      return new Map(named.map(([name, it, isFigure]) => {
        const { top, left, width, height } = it.getBoundingClientRect();
        // What has no box at this width has no place either.
        if (!width && !height) return [name, [0, 0]];
        return [name, [Math.round(top - origin.top), isFigure ? 0 : Math.round(left - origin.left)]];
      }));
    });
    const ranking = all('.swings th', widget.shadowRoot).map((it) => it.textContent).join();
    const before = (widget.layouts ??= {})[font];
    widget.layouts[font] = { places, ranking };
    if (!before) return ['first'];
    return widths.flatMap((width, at) => {
      const both = [...places[at]].map(([name, now]) => [name, now, before.places[at].get(name)])
        .filter(([name, , then]) => then && (before.ranking === ranking || name.startsWith('-')));
      // A pixel is what rounding makes of parts of one.
      const moved = both.filter(([, now, then]) => now.some((place, axis) => Math.abs(place - then[axis]) > 1));
      const [first] = moved.sort(([, , a], [, , b]) => a[0] - b[0]);
      if (first) return [`${width} px: this moved first: ${first[0]}, ${first[2]} to ${first[1]}`];
      return both.length > 200 ? [] : [`${width} px: only ${both.length} places`];
    });";

#[test]
fn nothing_moves_when_figures_change() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    let widths: Vec<u32> = (320..=1600).step_by(12).collect();
    let quantity = widget.find("[aria-label^='Quantité\u{a0}: Journée']");
    for (at, typed) in QUANTITIES.iter().enumerate() {
        quantity.fill(typed);
        for font in FONTS {
            let moved = browser.run(MOVED, json!([font, widths]));
            let expected = if at == 0 { json!(["first"]) } else { json!([]) };
            assert_eq!(moved, expected, "{font}, {typed}");
        }
    }
}

//! Whether the page holds still: nothing moves when a figure changes, however wide the page is and whatever its font.

use crate::browser::Browser;
use crate::site::Site;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Families to set everything in: what they are is up to the system, and `cargo xtask test` runs this with two systems.
const FONTS: [&str; 3] = ["sans-serif", "serif", "monospace"];

/// Quantities of 460 euros each: amounts of five to eight digits, and every verdict from one end to the other.
const QUANTITIES: [&str; 6] = ["8", "19", "160", "812", "81234", "180000"];

/// What stands where, at each width: the tops of all that the widget shows but running text and drawings, what stands
/// where on the line but for figures, and which factors the ranking shows, since what it shows changes with them.
const PLACES: &str = "
    const [font, widths] = input;
    const [widget] = widgets();
    for (const name of ['--retour-font', '--retour-font-title']) widget.style.setProperty(name, font);
    const shown = all('.retour *', widget.shadowRoot).filter((it) => it.checkVisibility() && !it.matches('svg *, .sr, p *, dd *, .swings *'));
    const path = (it) => it.className === 'retour' ? '' : `${path(it.parentElement)} ${it.localName}:${[...it.parentElement.children].indexOf(it)}`;
    const figures = 'td *, .range *, .price, .price *, .stackkey *, .sharekey *, .dotkey *';
    const named = shown.map((it) => [`${it.closest('.wide') ? '+' : '-'}${path(it)} ${it.className?.baseVal ?? it.className}`, it, it.matches(figures)]);
    const places = widths.map((width) => {
      widget.style.inlineSize = `${width}px`;
      const out = (width - 320) % 60 ? [] : beyond(widget);
      if (out.length) throw new Error(`At ${width} px in ${font}, beyond the widget: ${out}`);
      const origin = widget.getBoundingClientRect();
      return Object.fromEntries(named.map(([name, it, isFigure]) => {
        const { top, left } = it.getBoundingClientRect();
        return [name, [Math.round(top - origin.top), isFigure ? 0 : Math.round(left - origin.left)]];
      }));
    });
    return [places, all('.swings th', widget.shadowRoot).map((it) => it.textContent)];";

/// The places at each width, and the ranking.
struct Layout(Vec<HashMap<String, Value>>, Value);

#[test]
fn nothing_moves_when_figures_change() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    let widths: Vec<u32> = (320..=1600).step_by(12).collect();
    let quantity = widget.find("[aria-label^='Quantité\u{a0}: Journée']");
    let mut before: HashMap<&str, Layout> = HashMap::new();
    for typed in QUANTITIES {
        quantity.fill(typed);
        for font in FONTS {
            let layout = layout(&browser, font, &widths);
            if let Some(before) = before.get(font) {
                still(before, &layout, &format!("{font}, {typed}"), &widths);
            }
            before.insert(font, layout);
        }
    }
}

#[track_caller]
fn layout(browser: &Browser, font: &str, widths: &[u32]) -> Layout {
    let answer = browser.run(PLACES, json!([font, widths]));
    let places = answer[0].as_array().expect("a list of widths").iter();
    let places = places.map(|it| it.as_object().expect("places by path").clone().into_iter().collect());
    Layout(places.collect(), answer[1].clone())
}

/// Nothing stands elsewhere than before; what comes after a ranking of other factors may.
#[track_caller]
fn still(before: &Layout, after: &Layout, what: &str, widths: &[u32]) {
    let same_ranking = before.1 == after.1;
    for (width, (before, after)) in widths.iter().zip(before.0.iter().zip(&after.0)) {
        let both = after.iter().filter_map(|(path, place)| Some((path, place, before.get(path)?)));
        let both: Vec<_> = both.filter(|(path, ..)| same_ranking || path.starts_with('-')).collect();
        // A pixel is what rounding makes of parts of one.
        let off = |a: &Value, b: &Value, at: usize| a[at].as_i64().unwrap_or(0).abs_diff(b[at].as_i64().unwrap_or(0));
        let moved = both.iter().filter(|(_, now, earlier)| off(now, earlier, 0).max(off(now, earlier, 1)) > 1);
        let first = moved.min_by_key(|(_, _, earlier)| earlier[0].as_i64());
        assert_eq!(first, None, "{what}, {width} px: this moved first");
        assert!(both.len() > 200, "{what}, {width} px: only {} places", both.len());
    }
}

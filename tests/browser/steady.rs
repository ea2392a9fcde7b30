//! Whether the page holds still: nothing moves when a figure changes, however wide the page is and whatever its font.

use crate::browser::Browser;
use crate::site::Site;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Families to set everything in. A reader's system chooses what the generic ones are; one that it does not have is its
/// own default.
const FONTS: [&str; 5] = ["sans-serif", "serif", "monospace", "Inter", "P052"];

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
    const places = widths.map((width) => {
      widget.style.inlineSize = `${width}px`;
      const out = (width - 320) % 60 ? [] : beyond(widget);
      if (out.length) throw new Error(`At ${width} px in ${font}, beyond the widget: ${out}`);
      const origin = widget.getBoundingClientRect();
      return Object.fromEntries(shown.map((it) => {
        const { top, left } = it.getBoundingClientRect();
        const across = it.matches('td *, .range *, .price, .price *, .stackkey *, .sharekey *, .dotkey *') ? 0 : Math.round(left - origin.left);
        return [`${it.closest('.wide') ? '+' : '-'}${path(it)} ${it.className?.baseVal ?? it.className}`, [Math.round(top - origin.top), across]];
      }));
    });
    return [places, all('.swings th', widget.shadowRoot).map((it) => it.textContent)];";

/// The places at each width, and the ranking.
struct Layout(Vec<HashMap<String, Value>>, Value);

#[test]
fn nothing_moves_when_a_figure_changes_at_any_width() {
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
        let mut held = 0;
        for (path, place) in after.iter().filter(|(path, _)| same_ranking || path.starts_with('-')) {
            let Some(earlier) = before.get(path) else { continue };
            assert_eq!(place, earlier, "{what}, {width} px: {path}");
            held += 1;
        }
        assert!(held > 200, "{what}, {width} px: only {held} places");
    }
}

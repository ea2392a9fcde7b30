//! What creates the value: each factor with its numbers, its shape, its holder and its source.

use super::desk::{Desk, blank};
use super::markup::{Node, nothing, several, tag, text};
use super::{glyph, notices};
use crate::app::{Action, Field, List, Row};
use crate::brief::{self, Assumption};
use crate::proposal::{Factor, Holder, Lock, Shape};
use crate::words::Text;

/// The section of the factors.
pub fn drivers(desk: &Desk) -> Node {
    let factors = &desk.app.proposal().factors;
    let composing = desk.app.is_composing();
    if factors.is_empty() && !composing {
        return nothing();
    }
    let set = brief::assumptions(factors, desk.words());
    let captions = [Text::AtLeast, Text::Likely, Text::AtMost].map(|caption| desk.say("span", caption));
    let mut all = vec![tag("p.caps").key("caps").set("aria-hidden", "true").all(captions.into())];
    all.extend(factors.iter().zip(&set).enumerate().map(|(place, (factor, set))| driver(desk, place, factor, set)));
    all.extend(desk.controls().map(|controls| (controls.add)(desk, Text::AddFactor, List::Factors, false)));
    tag("section.section")
        .set("aria-labelledby", "drivers-title")
        .put(tag("h2").set("id", "drivers-title").text(desk.text(Text::DriversTitle)))
        .put(desk.say("p.note", Text::DriversHelp))
        .put(tag("details.note").put(desk.say("summary", Text::RangeHelpTitle)).put(desk.say("p", Text::RangeHelp)))
        .put(tag("div.drivers").all(all))
}

fn driver(desk: &Desk, place: usize, factor: &Factor, set: &Assumption) -> Node {
    let own = Row::Factor(factor.id.clone());
    let offered = desk.app.offered().factors.iter().find(|offered| offered.id == factor.id);
    let changed = offered.filter(|offered| offered.value != factor.value);
    let lock = if factor.holder == Holder::Client { Lock::ClientFactors } else { Lock::OtherFactors };
    let locked = desk.app.is_locked(lock);
    let state = |class, on| if on { class } else { "" };
    let narrow = !locked && (set.guessed || changed.is_some()) && brief::is_narrow(&factor.value);
    let wrong = desk.app.refused(&own).is_some();
    let source = tag("span.source").put(holder(factor.holder, &set.held_by)).text([" · ", &set.source].concat());
    let name = ["driver-", &place.to_string()].concat();
    // No fieldset: WebKit lets the legend of one that is a grid run on past its column.
    tag("div")
        .set("role", "group")
        .set("aria-labelledby", name.clone())
        .class(&["driver", state("changed", changed.is_some()), state("locked", locked), state("wrong", wrong)])
        .key(["factor ", &factor.id].concat())
        .set("data-row", own.name())
        .put(tag("div.name").set("id", name).text([&set.label, " "].concat()).put(source))
        .put(glyph::glyph(&factor.value))
        .put(numbers(desk, factor))
        .put(tag("span.unit").put(unit(desk, factor, set)))
        .put(notices::refused(desk, &own))
        .put(note(desk, own, changed, locked))
        .put(desk.controls().map_or_else(nothing, |controls| (controls.factor)(desk, factor)))
        .put(tag("p.note").key("narrow").mark("hidden", !narrow).text(desk.text(Text::Narrow)))
}

/// The blanks of a shape, each in its column; a count's trials stand in its unit.
fn numbers(desk: &Desk, factor: &Factor) -> Node {
    let captions = brief::captions(&factor.value);
    let first = usize::from(matches!(factor.value, Shape::Count { .. }));
    let column = |place: usize| match captions.columns.iter().position(|column| *column == place) {
        Some(i) => {
            let field = Field::Factor { factor: factor.id.clone(), part: first + i };
            let spec = if place == 1 { "label.likely" } else { "label" };
            tag(spec).key(place).put(desk.say("span", captions.names[i])).put(blank(desk, field, None))
        }
        None => tag("span.gap").key(place),
    };
    tag("div.three").all((0..3).map(column).collect())
}

fn unit(desk: &Desk, factor: &Factor, set: &Assumption) -> Node {
    match factor.value {
        Shape::Count { .. } => {
            let field = Field::Factor { factor: factor.id.clone(), part: 0 };
            let label = [&desk.text(Text::Trials), ", ", &set.label].concat();
            several(vec![text(desk.text(Text::PercentOf)), blank(desk, field, Some(label))])
        }
        Shape::Chance(_) => text("%"),
        _ if factor.unit == "%" => text("%"),
        _ => text(set.unit.clone()),
    }
}

/// That the person changed it, and the way back; or that it is closed.
fn note(desk: &Desk, own: Row, changed: Option<&Factor>, locked: bool) -> Node {
    let note = tag("p.note").key("note");
    match changed {
        _ if locked => note.text(desk.text(Text::ClosedByAgency)),
        Some(offered) => {
            let figures = brief::figures_of(offered, desk.words());
            let proposed = desk.words().fill(Text::AgencyProposed, &[("figures", &figures)]);
            note.put(desk.say("b", Text::ChangedByYou)).text([" ", &proposed, " "].concat()).put(desk.button(
                "button.button quiet",
                Text::Restore,
                Action::Restored(own),
            ))
        }
        None => note.mark("hidden", true),
    }
}

/// A holder's name behind its texture.
pub fn holder(holder: Holder, name: &str) -> Node {
    holder_of(holder).text(name.to_owned())
}

/// A holder's texture, for its name to follow.
pub fn holder_of(holder: Holder) -> Node {
    tag(match holder {
        Holder::Agency => "span.holder agency",
        Holder::Client => "span.holder you",
        Holder::ThirdParty => "span.holder third",
        Holder::Market => "span.holder market",
    })
}

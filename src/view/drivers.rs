//! What creates the value: each factor with its numbers, its shape, its holder and its source.

use super::desk::Desk;
use super::input::Input;
use super::markup::{Node, nothing, several, tag, text};
use super::memo::{AnyView, View};
use super::ui::Ui;
use super::{glyph, notices};
use crate::app::{Action, Field, List, Row, parts};
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
    let rows = factors.iter().zip(set).enumerate();
    all.extend(rows.map(|(place, (factor, set))| {
        desk.memo(["factor ", &factor.id].concat(), FactorRow::new(desk, place, factor, set))
    }));
    all.extend(desk.controls().map(|controls| (controls.add)(desk, Text::AddFactor, List::Factors, false)));
    tag("section.section")
        .set("aria-labelledby", "drivers-title")
        .put(tag("h2").set("id", "drivers-title").text(desk.text(Text::DriversTitle)))
        .put(desk.say("p.note", Text::DriversHelp))
        .put(tag("details.note").put(desk.say("summary", Text::RangeHelpTitle)).put(desk.say("p", Text::RangeHelp)))
        .put(tag("div.drivers").all(all))
}

/// A factor.
#[derive(PartialEq)]
pub struct FactorRow {
    place: usize,
    shape: Shape,
    /// Whether it is counted in hundredths.
    percent: bool,
    set: Assumption,
    /// A field for each number of its shape.
    inputs: Vec<Input>,
    /// What the agency proposed, where the person changed it.
    proposed: Option<String>,
    locked: bool,
    /// Whether its range is suspiciously narrow.
    narrow: bool,
    /// What the sender's desk adds.
    handles: Option<AnyView>,
    /// Why its text is not in the figures.
    refused: Option<String>,
}

impl FactorRow {
    /// A factor as it stands, in words.
    pub fn new(desk: &Desk, place: usize, factor: &Factor, set: Assumption) -> Self {
        let offered = desk.app.offered().factors.iter().find(|offered| offered.id == factor.id);
        let changed = offered.filter(|offered| offered.value != factor.value);
        let lock = if factor.holder == Holder::Client { Lock::ClientFactors } else { Lock::OtherFactors };
        let locked = desk.app.is_locked(lock);
        let input = |part| {
            let trials = part == 0 && matches!(factor.value, Shape::Count { .. });
            let name = trials.then(|| [&desk.text(Text::Trials), ", ", &set.label].concat());
            Input::new(desk, Field::Factor { factor: factor.id.clone(), part }, name)
        };
        Self {
            place,
            shape: factor.value,
            percent: factor.unit == "%",
            inputs: (0..parts(&factor.value).len()).map(input).collect(),
            proposed: changed.map(|offered| brief::figures_of(offered, desk.words())),
            locked,
            narrow: !locked && (set.guessed || changed.is_some()) && brief::is_narrow(&factor.value),
            handles: desk.controls().map(|controls| (controls.factor)(desk, factor)),
            refused: notices::refusal(desk, &Row::Factor(factor.id.clone())),
            set,
        }
    }
}

impl View for FactorRow {
    fn draw(&self, ui: &Ui) -> Node {
        let set = &self.set;
        let state = |class, on| if on { class } else { "" };
        let (changed, wrong) = (state("changed", self.proposed.is_some()), state("wrong", self.refused.is_some()));
        let source = tag("span.source").put(holder(set.holder, &set.held_by)).text([" · ", &set.source].concat());
        let name = ["driver-", &self.place.to_string()].concat();
        // No fieldset: WebKit lets the legend of one that is a grid run on past its column.
        tag("div")
            .set("role", "group")
            .set("data-row", Row::Factor(self.set.id.clone()).name())
            .set("aria-labelledby", name.clone())
            .class(&["driver", changed, state("locked", self.locked), wrong])
            .put(tag("div.name").set("id", name).text([&set.label, " "].concat()).put(source))
            .put(glyph::glyph(&self.shape))
            .put(self.numbers(ui))
            .put(tag("span.unit").put(self.unit(ui)))
            .put(notices::note_of(self.refused.as_deref()))
            .put(self.note(ui))
            .put(self.handles.as_ref().map_or_else(nothing, |handles| handles.draw(ui)))
            .put(tag("p.note").key("narrow").mark("hidden", !self.narrow).text(ui.text(Text::Narrow)))
    }
}

impl FactorRow {
    /// The fields of its shape, each in its column; a count's trials stand in its unit.
    fn numbers(&self, ui: &Ui) -> Node {
        let captions = brief::captions(&self.shape);
        let first = usize::from(matches!(self.shape, Shape::Count { .. }));
        let column = |place: usize| match captions.columns.iter().position(|column| *column == place) {
            Some(i) => {
                let spec = if place == 1 { "label.likely" } else { "label" };
                tag(spec).key(place).put(ui.say("span", captions.names[i])).put(self.inputs[first + i].draw(ui))
            }
            None => tag("span.gap").key(place),
        };
        tag("div.three").all((0..3).map(column).collect())
    }

    fn unit(&self, ui: &Ui) -> Node {
        match self.shape {
            Shape::Count { .. } => several(vec![text(ui.text(Text::PercentOf)), self.inputs[0].draw(ui)]),
            Shape::Chance(_) => text("%"),
            _ if self.percent => text("%"),
            _ => text(self.set.unit.clone()),
        }
    }

    /// That the person changed it, and the way back; or that it is closed.
    fn note(&self, ui: &Ui) -> Node {
        let note = tag("p.note").key("note");
        match &self.proposed {
            _ if self.locked => note.text(ui.text(Text::ClosedByAgency)),
            Some(figures) => {
                let proposed = ui.words.fill(Text::AgencyProposed, &[("figures", figures)]);
                let restore = Action::Restored(Row::Factor(self.set.id.clone()));
                note.put(ui.say("b", Text::ChangedByYou)).text([" ", &proposed, " "].concat()).put(ui.button(
                    "button.button quiet",
                    Text::Restore,
                    restore,
                ))
            }
            None => note.mark("hidden", true),
        }
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

//! The factors: each with its numbers, its shape, its holder and its source.

use crate::app::{Action, Field, List, Row, parts};
use crate::brief::{self, Assumption};
use crate::proposal::{Factor, Holder, Lock, Shape};
use crate::view::components::field::Input;
use crate::view::components::ui::Ui;
use crate::view::components::{curve, notices};
use crate::view::cx::Cx;
use crate::view::markup::{Node, fragment, h, placeholder, text};
use crate::view::memo::{AnyView, View};
use crate::words::Text;

/// The section of the factors.
pub fn factors(cx: &Cx) -> Node {
    let factors = &cx.app.proposal().factors;
    let composing = cx.app.is_composing();
    if factors.is_empty() && !composing {
        return placeholder();
    }
    let set = brief::assumptions(factors, cx.words());
    let captions = [Text::AtLeast, Text::Likely, Text::AtMost].map(|caption| cx.h("span", caption));
    let mut all = vec![h("p.caps").key("caps").attr("aria-hidden", "true").children(captions.into())];
    let rows = factors.iter().zip(set).enumerate();
    all.extend(rows.map(|(place, (factor, set))| {
        cx.memo(["factor ", &factor.id].concat(), FactorRow::new(cx, place, factor, set))
    }));
    all.extend(cx.controls().map(|controls| (controls.add)(cx, Text::AddFactor, List::Factors, false)));
    h("section.section")
        .attr("aria-labelledby", "factors-title")
        .child(h("h2").attr("id", "factors-title").text(cx.text(Text::FactorsTitle)))
        .child(cx.h("p.note", Text::FactorsHelp))
        .child(h("details.note").child(cx.h("summary", Text::RangeHelpTitle)).child(cx.h("p", Text::RangeHelp)))
        .child(h("div.factors").children(all))
}

/// The row of a factor.
#[derive(PartialEq)]
pub struct FactorRow {
    place: usize,
    shape: Shape,
    /// Whether its unit is `%`.
    percent: bool,
    set: Assumption,
    /// A field for each number of its shape.
    inputs: Vec<Input>,
    /// The offered figures, if the user changed them.
    proposed: Option<String>,
    locked: bool,
    /// Whether its range is suspiciously narrow.
    narrow: bool,
    /// The controls that the desk adds.
    handles: Option<AnyView>,
    /// Why its text was refused.
    refused: Option<String>,
}

impl FactorRow {
    /// The row of a factor in its current state.
    pub fn new(cx: &Cx, place: usize, factor: &Factor, set: Assumption) -> Self {
        let offered = cx.app.offered().factors.iter().find(|offered| offered.id == factor.id);
        let changed = offered.filter(|offered| offered.value != factor.value);
        let lock = if factor.holder == Holder::Client { Lock::ClientFactors } else { Lock::OtherFactors };
        let locked = cx.app.is_locked(lock);
        let input = |part| {
            let trials = part == 0 && matches!(factor.value, Shape::Count { .. });
            let name = trials.then(|| [&cx.text(Text::Trials), ", ", &set.label].concat());
            Input::new(cx, Field::Factor { factor: factor.id.clone(), part }, name)
        };
        Self {
            place,
            shape: factor.value,
            percent: factor.unit == "%",
            inputs: (0..parts(&factor.value).len()).map(input).collect(),
            proposed: changed.map(|offered| brief::figures_of(offered, cx.words())),
            locked,
            narrow: !locked && (set.guessed || changed.is_some()) && brief::is_narrow(&factor.value),
            handles: cx.controls().map(|controls| (controls.factor)(cx, factor)),
            refused: notices::refusal(cx, &Row::Factor(factor.id.clone())),
            set,
        }
    }
}

impl View for FactorRow {
    fn draw(&self, ui: &Ui) -> Node {
        let set = &self.set;
        let state = |class, on| if on { class } else { "" };
        let (changed, wrong) = (state("changed", self.proposed.is_some()), state("wrong", self.refused.is_some()));
        let source = h("span.source").child(holder(set.holder, &set.held_by)).text([" · ", &set.source].concat());
        let name = ["factor-", &self.place.to_string()].concat();
        // Not a fieldset: in WebKit, the legend of a fieldset that is a grid overflows its column.
        h("div")
            .attr("role", "group")
            .attr("data-row", Row::Factor(self.set.id.clone()).name())
            .attr("aria-labelledby", name.clone())
            .class(&["factor", changed, state("locked", self.locked), wrong])
            .child(h("div.name").attr("id", name).text([&set.label, " "].concat()).child(source))
            .child(curve::glyph(&self.shape))
            .child(self.numbers(ui))
            .child(h("span.unit").child(self.unit(ui)))
            .child(notices::note_of(self.refused.as_deref()))
            .child(self.note(ui))
            .child(self.handles.as_ref().map_or_else(placeholder, |handles| handles.draw(ui)))
            .child(h("p.note").key("narrow").flag("hidden", !self.narrow).text(ui.text(Text::Narrow)))
    }
}

impl FactorRow {
    /// The fields of its shape, each in its column. The trials of a count are in its unit instead.
    fn numbers(&self, ui: &Ui) -> Node {
        let captions = brief::captions(&self.shape);
        let first = usize::from(matches!(self.shape, Shape::Count { .. }));
        let column = |place: usize| match captions.columns.iter().position(|column| *column == place) {
            Some(i) => {
                let spec = if place == 1 { "label.likely" } else { "label" };
                h(spec).key(place).child(ui.h("span", captions.names[i])).child(self.inputs[first + i].draw(ui))
            }
            None => h("span.gap").key(place),
        };
        h("div.three").children((0..3).map(column).collect())
    }

    fn unit(&self, ui: &Ui) -> Node {
        match self.shape {
            Shape::Count { .. } => fragment(vec![text(ui.text(Text::PercentOf)), self.inputs[0].draw(ui)]),
            Shape::Chance(_) => text("%"),
            _ if self.percent => text("%"),
            _ => text(self.set.unit.clone()),
        }
    }

    /// The note that it is locked, or that the user changed it, with a button that restores it.
    fn note(&self, ui: &Ui) -> Node {
        let note = h("p.note").key("note");
        match &self.proposed {
            _ if self.locked => note.text(ui.text(Text::ClosedByAgency)),
            Some(figures) => {
                let proposed = ui.words.fill(Text::AgencyProposed, &[("figures", figures)]);
                let restore = Action::Restored(Row::Factor(self.set.id.clone()));
                note.child(ui.h("b", Text::ChangedByYou)).text([" ", &proposed, " "].concat()).child(ui.button(
                    "button.button quiet",
                    Text::Restore,
                    restore,
                ))
            }
            None => note.flag("hidden", true),
        }
    }
}

/// A holder's name after its pattern.
pub fn holder(holder: Holder, name: &str) -> Node {
    holder_of(holder).text(name.to_owned())
}

/// A holder's pattern, to which its name is added.
pub fn holder_of(holder: Holder) -> Node {
    h(match holder {
        Holder::Agency => "span.holder agency",
        Holder::Client => "span.holder you",
        Holder::ThirdParty => "span.holder third",
        Holder::Market => "span.holder market",
    })
}

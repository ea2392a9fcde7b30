//! Reading the result: the tornado, the question to settle, what is counted and not priced.

use super::desk::Desk;
use super::dotplot::tenth;
use super::drivers::holder_of;
use super::markup::{Node, nothing, say, tag};
use super::memo::Figures;
use super::steady::steady;
use super::table::{cell, head, header, table};
use super::ui::Ui;
use crate::app::{Action, Row};
use crate::brief::{self, Outcome, Question, Swing};
use crate::words::Text;

/// Bars of the tornado that are shown.
const MOST: usize = 6;

/// How to read the result: what changes it most, what to settle first, what is counted and not priced.
pub struct Reading {
    swings: Vec<Swing>,
    /// The expected net, where something is counted in money.
    mean: Option<f64>,
    question: Option<Question>,
    outcomes: Vec<Outcome>,
}

impl Reading {
    /// How to read the result as it stands.
    pub fn new(desk: &Desk) -> Self {
        let (proposal, estimate, words) = (desk.app.proposal(), desk.app.estimate(), desk.words());
        Self {
            swings: brief::swings(proposal, estimate, words),
            mean: estimate.net.map(|net| net.mean),
            question: brief::question(proposal, estimate, words),
            outcomes: brief::outcomes(proposal, estimate, words),
        }
    }
}

impl Figures for Reading {
    fn draw(&self, ui: &Ui) -> Node {
        let why = tag("section.section reading")
            .set("aria-labelledby", "why-title")
            .mark("hidden", self.swings.is_empty())
            .put(tornado(ui, &self.swings, self.mean.unwrap_or_default()))
            .put(self.question.as_ref().map_or_else(nothing, |own| question(ui, own)));
        let what = tag("section.section")
            .set("aria-labelledby", "outcomes-title")
            .mark("hidden", self.outcomes.is_empty())
            .put(tag("h2").set("id", "outcomes-title").text(ui.text(Text::OutcomesTitle)))
            .put(counted(&self.outcomes));
        tag("div.wide").put(why).put(what)
    }
}

fn tornado(ui: &Ui, swings: &[Swing], mean: f64) -> Node {
    let shown = &swings[..swings.len().min(MOST)];
    let low = shown.iter().map(|swing| swing.net[0]).fold(0.0, f64::min);
    let high = shown.iter().map(|swing| swing.net[1]).fold(0.0, f64::max);
    let place = |x: f64| if high > low { 300.0 * (x - low) / (high - low) } else { 0.0 };
    let mean = place(mean);
    let rows = shown.iter().map(|swing| {
        let held_by = say("span.sr", [swing.held_by.clone(), ui.text(Text::Colon)].concat());
        let name = header("th").put(holder_of(swing.holder).put(held_by)).text(swing.label.clone());
        let bar = bar(swing.net.map(place), mean, place(0.0));
        let row = tag("tr").set("role", "row").key(swing.id.clone()).put(name);
        row.put(cell("td.swing").put(bar)).put(cell("td.num").put(steady(&swing.range, &swing.widest_range)))
    });
    let heads = [Text::Factor, Text::Swing, Text::NetRow].map(|name| head("th", ui.text(name)));
    tag("div")
        .put(tag("h2").set("id", "why-title").text(ui.text(Text::SwingsTitle)))
        .put(ui.say("p.note", Text::SwingsNote))
        .put(table("table.ledger swings restack", "thead.sr", heads.into(), rows.collect()))
}

/// One bar: from low to the mean, from the mean to high, and where the cost is repaid.
fn bar([low, high]: [f64; 2], mean: f64, zero: f64) -> Node {
    let part =
        |spec, x: f64, width: f64| tag(spec).set("x", tenth(x)).set("width", tenth(width.max(0.0))).set("height", "14");
    tag("svg")
        .set("viewBox", "0 0 300 14")
        .set("preserveAspectRatio", "none")
        .set("aria-hidden", "true")
        .put(part("rect.below", low, mean - low))
        .put(part("rect.above", mean, high - mean))
        .put(part("rect.mean", mean - 1.0, 2.0))
        .put(part("rect.zero", zero, 1.0))
}

fn question(ui: &Ui, question: &Question) -> Node {
    let go = Action::RowSought(Row::Factor(question.factor.clone()));
    tag("div.question")
        .put(ui.say("h2", Text::QuestionTitle))
        .put(tag("blockquote").put(steady(&question.asks, &question.longest[0])))
        .put(tag("p.note").put(steady(&question.note, &question.longest[1])))
        .put(ui.button("button.button quiet", Text::CorrectFactor, go))
}

/// The rows of what is counted.
pub fn counted(outcomes: &[Outcome]) -> Node {
    let rows = outcomes.iter().map(|outcome| {
        let name = tag("th").set("scope", "row").text(outcome.label.clone());
        let row = tag("tr").key(outcome.label.clone()).put(name);
        let [range, cost] = &outcome.longest;
        row.put(tag("td").put(steady(&outcome.range, range))).put(tag("td").put(steady(&outcome.cost, cost)))
    });
    tag("table.ledger counted").put(tag("tbody").all(rows.collect()))
}

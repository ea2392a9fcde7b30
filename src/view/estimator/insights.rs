//! How to read the result: the tornado chart, the question to settle first, the outcomes that are counted and not
//! priced.

use crate::app::{Action, Row};
use crate::brief::{self, Outcome, Question, Swing};
use crate::view::components::dots::tenth;
use crate::view::components::figure::steady;
use crate::view::components::table::{cell, figure_cell, head, header, table};
use crate::view::components::ui::Ui;
use crate::view::cx::Cx;
use crate::view::estimator::factors::holder_of;
use crate::view::markup::{Node, h, h_text, placeholder};
use crate::view::memo::EstimateView;
use crate::words::Text;

/// Maximum number of bars in the tornado chart.
const MOST: usize = 6;

/// The section on how to read the result: what changes it most, what to settle first, what is counted and not priced.
pub struct Reading {
    swings: Vec<Swing>,
    /// The expected net; `None` without a benefit in money.
    mean: Option<f64>,
    question: Option<Question>,
    outcomes: Vec<Outcome>,
}

impl Reading {
    /// The section for the current estimate.
    pub fn new(cx: &Cx) -> Self {
        let (proposal, estimate, words) = (cx.app.proposal(), cx.app.estimate(), cx.words());
        Self {
            swings: brief::swings(proposal, estimate, words),
            mean: estimate.net.map(|net| net.mean),
            question: brief::question(proposal, estimate, words),
            outcomes: brief::outcomes(proposal, estimate, words),
        }
    }
}

impl EstimateView for Reading {
    fn draw(&self, ui: &Ui) -> Node {
        let why = h("section.section reading")
            .attr("aria-labelledby", "why-title")
            .flag("hidden", self.swings.is_empty())
            .child(tornado(ui, &self.swings, self.mean.unwrap_or_default()))
            .child(self.question.as_ref().map_or_else(placeholder, |own| question(ui, own)));
        let what = h("section.section")
            .attr("aria-labelledby", "outcomes-title")
            .flag("hidden", self.outcomes.is_empty())
            .child(h("h2").attr("id", "outcomes-title").text(ui.text(Text::OutcomesTitle)))
            .child(counted(&self.outcomes));
        h("div.wide").child(why).child(what)
    }
}

fn tornado(ui: &Ui, swings: &[Swing], mean: f64) -> Node {
    let shown = &swings[..swings.len().min(MOST)];
    let low = shown.iter().map(|swing| swing.net[0]).fold(0.0, f64::min);
    let high = shown.iter().map(|swing| swing.net[1]).fold(0.0, f64::max);
    let place = |x: f64| if high > low { 300.0 * (x - low) / (high - low) } else { 0.0 };
    let mean = place(mean);
    let rows = shown.iter().map(|swing| {
        let held_by = h_text("span.sr", [swing.held_by.clone(), ui.text(Text::Colon)].concat());
        let name = header("th").child(holder_of(swing.holder).child(held_by)).text(swing.label.clone());
        let bar = bar(swing.net.map(place), mean, place(0.0));
        let row = h("tr").attr("role", "row").key(swing.id.clone()).child(name);
        row.child(cell("td.swing").child(bar)).child(figure_cell().child(steady(&swing.range, &swing.widest_range)))
    });
    let heads = [Text::Factor, Text::Swing, Text::NetRow].map(|name| head("th", ui.text(name)));
    h("div")
        .child(h("h2").attr("id", "why-title").text(ui.text(Text::SwingsTitle)))
        .child(ui.h("p.note", Text::SwingsNote))
        .child(table("table.ledger swings restack", "thead.sr", heads.into(), rows.collect()))
}

/// One bar: from low to the mean, from the mean to high, with a mark at the mean and one at zero, where the cost is
/// repaid.
fn bar([low, high]: [f64; 2], mean: f64, zero: f64) -> Node {
    let part = |spec, x: f64, width: f64| {
        h(spec).attr("x", tenth(x)).attr("width", tenth(width.max(0.0))).attr("height", "14")
    };
    h("svg")
        .attr("viewBox", "0 0 300 14")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child(part("rect.below", low, mean - low))
        .child(part("rect.above", mean, high - mean))
        .child(part("rect.mean", mean - 1.0, 2.0))
        .child(part("rect.zero", zero, 1.0))
}

fn question(ui: &Ui, question: &Question) -> Node {
    let go = Action::RowSought(Row::Factor(question.factor.clone()));
    h("div.question")
        .child(ui.h("h2", Text::QuestionTitle))
        .child(h("blockquote").child(steady(&question.asks, &question.longest[0])))
        .child(h("p.note").child(steady(&question.note, &question.longest[1])))
        .child(ui.button("button.button quiet", Text::CorrectFactor, go))
}

/// The table of the outcomes that are counted.
pub fn counted(outcomes: &[Outcome]) -> Node {
    let rows = outcomes.iter().map(|outcome| {
        let name = h("th").attr("scope", "row").text(outcome.label.clone());
        let row = h("tr").key(outcome.label.clone()).child(name);
        let [range, cost] = &outcome.longest;
        row.child(h("td").child(steady(&outcome.range, range))).child(h("td").child(steady(&outcome.cost, cost)))
    });
    h("table.ledger counted").child(h("tbody").children(rows.collect()))
}

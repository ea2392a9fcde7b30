//! Three ways to do it, side by side.

use super::desk::Desk;
use super::dotplot::strip;
use super::markup::{Node, say, several, tag, text};
use super::memo::Figures;
use super::steady::{amount, steady};
use super::table::{self, cell, head, header};
use super::ui::Ui;
use crate::brief::{self, Versus, Way};
use crate::words::Text;

/// The section of the estimator.
pub struct Comparison(Versus);

impl Comparison {
    /// The ways as they stand.
    pub fn new(desk: &Desk) -> Self {
        Self(brief::versus(desk.app.proposal(), desk.app.estimate(), desk.words()))
    }
}

impl Figures for Comparison {
    fn draw(&self, ui: &Ui) -> Node {
        let how = tag("details.how")
            .mark("hidden", self.0.how.is_empty())
            .put(ui.say("summary", Text::HowCompared))
            .put(say("p.note", self.0.how.clone()));
        tag("section.section wide")
            .set("aria-labelledby", "versus-title")
            .put(tag("h2").set("id", "versus-title").text(ui.text(Text::VersusTitle)))
            .put(ways(&self.0))
            .put(how)
    }
}

/// The table, and the verdict under it.
pub fn ways(versus: &Versus) -> Node {
    let money = versus.ways.iter().any(|way| way.value.is_some());
    let rows = versus.rows.iter().enumerate().filter(|(i, _)| money || matches!(i, 0 | 5)).map(|(i, name)| {
        let cells = versus.ways.iter().zip(&versus.widest).map(|(way, widest)| cell("td").put(figure(way, widest, i)));
        table::row("tr", header("th").text(name.clone()), cells.collect())
    });
    let mut heads = vec![cell("td")];
    heads.extend(versus.ways.iter().map(|way| head("th", way.name.clone())));
    let verdict = tag("p.verdict-note")
        .mark("hidden", versus.verdict.is_empty())
        .put(steady(&versus.verdict, &versus.longest_verdict));
    several(vec![table::table("table.ledger versus restack", "thead", heads, rows.collect()), verdict])
}

/// A way's figure in the row of this number, in the room of the widest.
fn figure(way: &Way, widest: &Way, row: usize) -> Node {
    let two = |(first, second): &(String, String), (_, longest): &(String, String)| {
        let second = tag("small").put(steady(second, longest));
        several(vec![tag("b").put(amount(first)), text(" "), second])
    };
    match row {
        0 => two(&way.cost, &widest.cost),
        1 => way.value.as_ref().zip(widest.value.as_ref()).map(|(it, widest)| two(it, widest)).unwrap_or_default(),
        2 => way
            .repays
            .as_ref()
            .zip(widest.repays.as_ref())
            .map(|((n, said), (_, longest))| {
                several(vec![strip(*n), text(" "), tag("small").put(steady(said, longest))])
            })
            .unwrap_or_default(),
        3 => way.net.as_deref().map(amount).unwrap_or_default(),
        4 => steady(way.payback.as_deref().unwrap_or_default(), widest.payback.as_deref().unwrap_or_default()),
        _ => say("small", way.know.clone()),
    }
}

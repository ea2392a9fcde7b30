//! The comparison of three ways: as proposed, production only, in-house.

use crate::brief::{self, ComparedWay, Comparison};
use crate::view::components::dots::strip;
use crate::view::components::figure::{amount, steady};
use crate::view::components::table::{self, cell, head, header};
use crate::view::components::ui::Ui;
use crate::view::cx::Cx;
use crate::view::markup::{Node, fragment, h, h_text, placeholder, text};
use crate::view::memo::EstimateView;
use crate::words::Text;

/// The section with the comparison.
pub struct ComparisonSection(Comparison);

impl ComparisonSection {
    /// The comparison of the current proposal.
    pub fn new(cx: &Cx) -> Self {
        Self(brief::comparison(cx.app.proposal(), cx.app.whole(), cx.words()))
    }
}

impl EstimateView for ComparisonSection {
    fn draw(&self, ui: &Ui) -> Node {
        let how = h("details.how")
            .flag("hidden", self.0.how.is_empty())
            .child(ui.h("summary", Text::HowCompared))
            .child(h_text("p.note", self.0.how.clone()));
        if self.0.ways.len() < 2 {
            return placeholder();
        }
        h("section.section wide")
            .attr("aria-labelledby", "comparison-title")
            .child(h("h2").attr("id", "comparison-title").text(ui.text(Text::ComparisonTitle)))
            .child(ways(&self.0))
            .child(how)
    }
}

/// The table, and the verdict under it.
pub fn ways(comparison: &Comparison) -> Node {
    let money = comparison.ways.iter().any(|way| way.value.is_some());
    let rows = comparison.rows.iter().enumerate().filter(|(i, _)| money || matches!(i, 0 | 5)).map(|(i, name)| {
        let cells = comparison
            .ways
            .iter()
            .zip(&comparison.widest)
            .map(|(way, widest)| cell("td").child(figure(way, widest, i)));
        table::row("tr", header("th").text(name.clone()), cells.collect())
    });
    let mut heads = vec![cell("td")];
    heads.extend(comparison.ways.iter().map(|way| head("th", way.name.clone())));
    let verdict = h("p.verdict-note")
        .flag("hidden", comparison.verdict.is_empty())
        .child(steady(&comparison.verdict, &comparison.longest_verdict));
    fragment(vec![table::table("table.ledger comparison restack", "thead", heads, rows.collect()), verdict])
}

/// A way's figure in the row with this index, in the room that the widest one needs.
fn figure(way: &ComparedWay, widest: &ComparedWay, row: usize) -> Node {
    let two = |(first, second): &(String, String), (_, longest): &(String, String)| {
        let second = h("small").child(steady(second, longest));
        fragment(vec![h("b").child(amount(first)), text(" "), second])
    };
    if matches!(row, 1..=4) && !way.unknown.is_empty() {
        return h_text("small", way.unknown.clone());
    }
    match row {
        0 => two(&way.cost, &widest.cost),
        1 => way.value.as_ref().zip(widest.value.as_ref()).map(|(it, widest)| two(it, widest)).unwrap_or_default(),
        2 => way
            .repays
            .as_ref()
            .zip(widest.repays.as_ref())
            .map(|((n, said), (_, longest))| {
                fragment(vec![strip(*n), text(" "), h("small").child(steady(said, longest))])
            })
            .unwrap_or_default(),
        3 => way.net.as_deref().map(amount).unwrap_or_default(),
        4 => steady(way.payback.as_deref().unwrap_or_default(), widest.payback.as_deref().unwrap_or_default()),
        _ => h_text("small", way.know.clone()),
    }
}

//! Three ways to do it, side by side.

use super::desk::{Desk, rich};
use super::dotplot::strip;
use super::markup::{Node, say, several, tag, text};
use super::table::{self, cell, head, header};
use crate::brief::{self, Versus, Way};
use crate::words::Text;

/// The section of the estimator.
pub fn section(desk: &Desk) -> Node {
    let versus = brief::versus(desk.app.proposal(), desk.app.estimate(), desk.words());
    let how = tag("details.how")
        .mark("hidden", versus.how.is_empty())
        .put(desk.say("summary", Text::HowCompared))
        .put(say("p.note", versus.how.clone()));
    tag("section.section wide")
        .set("aria-labelledby", "versus-title")
        .put(tag("h2").set("id", "versus-title").text(desk.text(Text::VersusTitle)))
        .put(ways(&versus))
        .put(how)
}

/// The table, and the verdict under it.
pub fn ways(versus: &Versus) -> Node {
    let money = versus.ways.iter().any(|way| way.value.is_some());
    let rows = versus.rows.iter().enumerate().filter(|(i, _)| money || matches!(i, 0 | 5)).map(|(i, name)| {
        let cells = versus.ways.iter().map(|way| cell("td").put(figure(way, i)));
        table::row("tr", header("th").text(name.clone()), cells.collect())
    });
    let mut heads = vec![cell("td")];
    heads.extend(versus.ways.iter().map(|way| head("th", way.name.clone())));
    let verdict = tag("p.verdict-note").mark("hidden", versus.verdict.is_empty()).text(versus.verdict.clone());
    several(vec![table::table("table.ledger versus restack", "thead", heads, rows.collect()), verdict])
}

/// A way's figure in the row of this number.
fn figure(way: &Way, row: usize) -> Node {
    let two = |(first, second): &(String, String)| {
        several(vec![say("b", first.clone()), text(" "), say("small", second.clone())])
    };
    match row {
        0 => two(&way.cost),
        1 => way.value.as_ref().map(two).unwrap_or_default(),
        2 => way
            .repays
            .as_ref()
            .map(|(n, said)| several(vec![strip(*n), text(" "), say("small", said.clone())]))
            .unwrap_or_default(),
        3 => text(way.net.clone().unwrap_or_default()),
        4 => rich(way.payback.as_deref().unwrap_or_default()),
        _ => say("small", way.know.clone()),
    }
}

//! What was proposed beside what is asked for.

use super::desk::Desk;
use super::markup::{Node, nothing, say, several, tag};
use super::table::{cell, head, header, row, table as ledger};
use crate::brief::{self, Difference};
use crate::words::Text;

/// The table of everything that differs from what was offered, and what it does to the result.
pub fn table(desk: &Desk) -> Node {
    let app = desk.app;
    let set =
        brief::differences((app.offered(), app.offered_estimate()), (app.proposal(), app.estimate()), desk.words());
    let title = |spec, name| head(spec, desk.text(name));
    let heads = vec![
        title("th", Text::LineColumn),
        title("th", Text::ProposedColumn),
        title("th", Text::AskedColumn),
        title("th.num", Text::DeltaColumn),
    ];
    let mut rows: Vec<Node> = set.rows.iter().map(|difference| row_of("tr", difference)).collect();
    rows.push(row_of("tr.total", &set.total));
    several(vec![ledger("table.ledger diff restack", "thead", heads, rows), say("p.note", set.note)])
}

fn row_of(spec: &'static str, set: &Difference) -> Node {
    let cells = vec![
        cell("td").put(say("del", set.from.clone())),
        cell("td").put(say("ins", set.to.clone())),
        cell("td.num").text(set.delta.clone()),
    ];
    row(spec, header("th").text(set.label.clone()), cells)
}

/// The section of a screen that shows them.
pub fn section(desk: &Desk) -> Node {
    if !desk.app.differs() {
        return nothing();
    }
    tag("section.section").put(desk.say("h2", Text::ChangesTitle)).put(table(desk))
}

//! The differences between what was offered and what is asked for.

use crate::brief::{self, Difference};
use crate::view::components::table::{cell, figure_cell, head, header, row, table as ledger};
use crate::view::cx::Cx;
use crate::view::markup::{Node, fragment, h, h_text, placeholder};
use crate::words::Text;

/// The table of everything that differs from the offered proposal, and the effect on the result.
pub fn table(cx: &Cx) -> Node {
    let app = cx.app;
    let set = brief::differences((app.offered(), app.offered_estimate()), (app.proposal(), app.estimate()), cx.words());
    let title = |spec, name| head(spec, cx.text(name));
    let heads = vec![
        title("th", Text::LineColumn),
        title("th", Text::ProposedColumn),
        title("th", Text::AskedColumn),
        title("th.num", Text::DeltaColumn),
    ];
    let mut rows: Vec<Node> = set.rows.iter().map(|difference| row_of("tr", difference)).collect();
    rows.push(row_of("tr.total", &set.total));
    fragment(vec![ledger("table.ledger diff restack", "thead", heads, rows), h_text("p.note", set.note)])
}

fn row_of(spec: &'static str, set: &Difference) -> Node {
    let cells = vec![
        cell("td").child(h_text("del", set.from.clone())),
        cell("td").child(h_text("ins", set.to.clone())),
        figure_cell().text(set.delta.clone()),
    ];
    row(spec, header("th").text(set.label.clone()), cells)
}

/// The section with that table; a placeholder if nothing differs.
pub fn section(cx: &Cx) -> Node {
    if !cx.app.differs() {
        return placeholder();
    }
    h("section.section").child(cx.h("h2", Text::ChangesTitle)).child(table(cx))
}

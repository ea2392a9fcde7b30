//! Tables whose layout changes on narrow screens. Their roles are explicit, because in some browsers a changed
//! `display` removes them.

use crate::view::markup::{Node, h};

/// A table of column headers and rows; both specs hold classes, as in [`h`].
pub fn table(spec: &'static str, head_spec: &'static str, heads: Vec<Node>, rows: Vec<Node>) -> Node {
    let head = h(head_spec).attr("role", "rowgroup").child(h("tr").attr("role", "row").children(heads));
    let body = h("tbody").attr("role", "rowgroup").children(rows);
    h(spec).attr("role", "table").child(head).child(body)
}

/// A column header.
pub fn head(spec: &'static str, name: String) -> Node {
    h(spec).attr("role", "columnheader").attr("scope", "col").text(name)
}

/// A row header.
pub fn header(spec: &'static str) -> Node {
    h(spec).attr("role", "rowheader").attr("scope", "row")
}

/// A cell.
pub fn cell(spec: &'static str) -> Node {
    h(spec).attr("role", "cell")
}

/// A cell of a figure, which a translator leaves alone.
pub fn figure_cell() -> Node {
    cell("td.num").attr("translate", "no")
}

/// A row: its header, then its cells.
pub fn row(spec: &'static str, head: Node, cells: Vec<Node>) -> Node {
    h(spec).attr("role", "row").child(head).children(cells)
}

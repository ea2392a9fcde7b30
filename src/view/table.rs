//! Tables whose layout changes on narrow screens. Their roles are written out, since a changed `display`
//! takes them away in some browsers.

use super::markup::{Node, tag};

/// A table of heads and rows; both beginnings carry their classes.
pub fn table(spec: &'static str, head_spec: &'static str, heads: Vec<Node>, rows: Vec<Node>) -> Node {
    let head = tag(head_spec).set("role", "rowgroup").put(tag("tr").set("role", "row").all(heads));
    let body = tag("tbody").set("role", "rowgroup").all(rows);
    tag(spec).set("role", "table").put(head).put(body)
}

/// The head of a column.
pub fn head(spec: &'static str, name: String) -> Node {
    tag(spec).set("role", "columnheader").set("scope", "col").text(name)
}

/// The head of a row.
pub fn header(spec: &'static str) -> Node {
    tag(spec).set("role", "rowheader").set("scope", "row")
}

/// A cell.
pub fn cell(spec: &'static str) -> Node {
    tag(spec).set("role", "cell")
}

/// A row of cells that follow its head.
pub fn row(spec: &'static str, head: Node, cells: Vec<Node>) -> Node {
    tag(spec).set("role", "row").put(head).all(cells)
}

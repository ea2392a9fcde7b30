//! Text and amounts that take the same room whatever they come to, so that nothing moves when figures change.

use crate::view::cx::rich;
use crate::view::markup::{Node, h, h_text};

/// A text in an element of its own, and behind it, unseen and unread, the longest that it may be: see `.steady` in
/// `styles/base.css`.
pub fn steady(text: &str, longest: &str) -> Node {
    let longest: String = longest.chars().filter(|sign| !"*^".contains(*sign)).collect();
    h("span.steady").attr("data-room", longest).child(h("span").child(rich(text)))
}

/// An amount, set the smaller the longer it is, so that it fits into a place of one width.
pub fn amount(text: &str) -> Node {
    let spec = match text.chars().count() {
        0..9 => "span",
        9..12 => "span.mid",
        12..15 => "span.long",
        15..20 => "span.longer",
        _ => "span.longest",
    };
    h_text(spec, text.to_owned())
}

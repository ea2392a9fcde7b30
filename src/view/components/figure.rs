//! Texts and amounts that take the same room whatever their value, so that nothing moves when figures change.

use crate::view::cx::rich;
use crate::view::markup::{Node, h, h_text};

/// A text in an element with the room that the longest possible text needs. That one is neither seen nor read out; see
/// `.steady` in `styles/base.css`.
pub fn steady(text: &str, longest: &str) -> Node {
    let longest: String = longest.chars().filter(|sign| !"*^".contains(*sign)).collect();
    h("span.steady").attr("data-room", longest).child(h("span").child(rich(text)))
}

/// An amount; the longer it is, the smaller it is set, so that it fits into a column of constant width.
pub fn amount(text: &str) -> Node {
    let spec = match text.chars().count() {
        0..9 => "span",
        9..12 => "span.mid",
        12..15 => "span.long",
        15..20 => "span.longer",
        _ => "span.longest",
    };
    figure(spec, text.to_owned())
}

/// An element with a figure. A translator leaves it alone: it would replace the text, and has nothing to translate.
pub fn figure(spec: &'static str, text: String) -> Node {
    h_text(spec, text).attr("translate", "no")
}

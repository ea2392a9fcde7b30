//! Menus and fields for the numbers of a shape, wherever it is.

use crate::app::{Field, Row, RowChoice, ShapeKind, parts};
use crate::brief;
use crate::proposal::{Holder, Shape};
use crate::view::cx::Cx;
use crate::view::desk::form::{Choice, Piece, blank, option};
use crate::words::Text;

const HOLDERS: [Text; 4] = [Text::HeldByAgency, Text::HeldByClient, Text::HeldByThird, Text::HeldByMarket];

/// The kinds of a factor's shape.
pub const KINDS: [(ShapeKind, Text); 6] = [
    (ShapeKind::Pert, Text::KindPert),
    (ShapeKind::Fixed, Text::Known),
    (ShapeKind::Interval90, Text::KindInterval),
    (ShapeKind::Uniform, Text::KindUniform),
    (ShapeKind::Chance, Text::Chance),
    (ShapeKind::Count, Text::KindCount),
];

/// The kinds of the shape of a price or a time.
pub const RANGES: [(ShapeKind, Text); 4] = [
    (ShapeKind::Fixed, Text::Known),
    (ShapeKind::Pert, Text::KindPert),
    (ShapeKind::Interval90, Text::KindInterval),
    (ShapeKind::Uniform, Text::KindUniform),
];

/// The options of a menu of kinds.
pub fn kinds(
    cx: &Cx,
    kinds: &[(ShapeKind, Text)],
    present: ShapeKind,
    row: &Row,
    choice: impl Fn(ShapeKind) -> RowChoice,
) -> Vec<Choice> {
    kinds.iter().map(|(own, text)| option(cx.text(*text), *own == present, row, choice(*own))).collect()
}

/// The options of a menu of holders.
pub fn holders(cx: &Cx, present: Holder, row: &Row, choice: impl Fn(Holder) -> RowChoice) -> Vec<Choice> {
    let all = Holder::ALL.into_iter().zip(HOLDERS);
    all.map(|(own, text)| option(cx.text(text), own == present, row, choice(own))).collect()
}

/// A blank for each number of a shape, with their captions if there are several; `of` says whose numbers they are.
pub fn numbers(cx: &Cx, shape: &Shape, field: &dyn Fn(usize) -> Field, of: &str) -> Vec<Piece> {
    let captions = brief::captions(shape).names;
    let trials = usize::from(matches!(shape, Shape::Count { .. }));
    let caption = |part: usize| match part.checked_sub(trials) {
        Some(place) => captions.get(place).copied().unwrap_or(Text::Known),
        None => Text::Trials,
    };
    let count = parts(shape).len();
    let mut pieces = Vec::new();
    for part in 0..count {
        let name = cx.text(caption(part));
        if count > 1 {
            pieces.push(Piece::Text([if part > 0 { " " } else { "" }, &name, " "].concat()));
        }
        pieces.push(blank(cx, field(part), [&name, &cx.text(Text::Colon), of].concat()));
    }
    pieces
}

//! What the desk sets of a factor beyond what prospects see: its range without advice, and what it follows.

use crate::app::{Cell, Field, Row, RowChoice, ShapeKind};
use crate::proposal::{Factor, Shape};
use crate::view::cx::Cx;
use crate::view::desk::form::{Choice, Control, Piece, Tick, cell, option};
use crate::view::desk::shapes::{KINDS, kinds, numbers};
use crate::words::Text;

/// The controls of a factor.
pub fn controls(cx: &Cx, factor: &Factor) -> Vec<Control> {
    let row = &Row::Factor(factor.id.clone());
    let mut menus = vec![Control::Menu(cx.text(Text::WithoutField), without(cx, factor, row))];
    let mut all = Vec::new();
    if let Some(shape) = &factor.without_advice {
        let field = |part| Field::Cell(row.clone(), Cell::Part(part));
        let mut pieces = vec![Piece::Text([&cx.text(Text::WithoutField), &*cx.text(Text::Colon)].concat())];
        pieces.extend(numbers(cx, shape, &field, &cx.words().typeset(&factor.label)));
        let percent = factor.unit == "%" || matches!(shape, Shape::Chance(_) | Shape::Count { .. });
        let unit = if percent { "%".to_owned() } else { cx.words().typeset(&factor.unit) };
        pieces.push(Piece::Text([" ", &unit].concat()));
        all.push(Control::Sentence(pieces));
        all.extend(advised_by(cx, factor, row));
    }
    if let Some(lines) = followed(cx, factor, row) {
        menus.push(Control::Menu(cx.text(Text::ScalesWithField), lines));
    }
    all.insert(0, Control::Fields(menus));
    if let Some(scale) = &factor.scales_with {
        let line = cx.app.proposal().line(&scale.line);
        let unit = line.map(|line| cx.words().typeset(&line.unit)).unwrap_or_default();
        let blank = cell(cx, row, Cell::ScaledAt, Text::ScaledAtField, &factor.label);
        let before = Piece::Text([&cx.text(Text::ScaledAtField), " "].concat());
        all.push(Control::Sentence(vec![before, blank, Piece::Text([" ", &unit].concat())]));
    }
    all
}

/// The same as with advice, or a kind of shape of its own.
fn without(cx: &Cx, factor: &Factor, row: &Row) -> Vec<Choice> {
    let none = factor.without_advice.is_none();
    let mut options = vec![option(cx.text(Text::AsWithAdvice), none, row, RowChoice::WithoutAdvice(None))];
    match &factor.without_advice {
        Some(shape) => {
            let choice = |kind| RowChoice::WithoutAdvice(Some(kind));
            options.extend(kinds(cx, &KINDS, ShapeKind::of(shape), row, choice));
        }
        None => {
            let kind = ShapeKind::of(&factor.value);
            options.push(option(cx.text(Text::OwnRange), false, row, RowChoice::WithoutAdvice(Some(kind))));
        }
    }
    options
}

/// The lines with advice, each with whether the factor needs it.
fn advised_by(cx: &Cx, factor: &Factor, row: &Row) -> Option<Control> {
    let lines = cx.app.proposal().lines.iter();
    let lines = lines.filter(|line| line.advice.is_some() || factor.advised_by.contains(&line.id));
    let ticks: Vec<Tick> = lines
        .map(|line| {
            let on = factor.advised_by.contains(&line.id);
            Tick::new(cx.words().typeset(&line.label), on, row, |on| RowChoice::AdvisedBy(line.id.clone(), on))
        })
        .collect();
    (!ticks.is_empty()).then(|| Control::Ticks(cx.text(Text::AdvisedByField), ticks))
}

/// The lines whose quantity it may follow; `None` for a chance, which follows none.
fn followed(cx: &Cx, factor: &Factor, row: &Row) -> Option<Vec<Choice>> {
    if matches!(factor.value, Shape::Chance(_)) && factor.scales_with.is_none() {
        return None;
    }
    let present = factor.scales_with.as_ref().map(|scale| &scale.line);
    let mut options = vec![option(cx.text(Text::ScalesWithNone), present.is_none(), row, RowChoice::ScalesWith(None))];
    options.extend(cx.app.proposal().lines.iter().map(|line| {
        let on = present == Some(&line.id);
        option(cx.words().typeset(&line.label), on, row, RowChoice::ScalesWith(Some(line.id.clone())))
    }));
    Some(options)
}

//! When something falls due, as a sentence.

use crate::app::{Cell, Row, RowChoice};
use crate::proposal::{LineTiming, Repeats};
use crate::view::cx::Cx;
use crate::view::desk::form::{Control, Piece, cell, option, sentence};
use crate::words::Text;

/// The sentence: an amount, once or every month, and when; `of` says what falls due. Only what is charged to a client,
/// a line, has firm months.
pub fn due(cx: &Cx, row: &Row, timing: &LineTiming, amount: String, of: &str) -> Control {
    let monthly = timing.repeats == Repeats::Monthly;
    let choose = |text, on, choice| option(cx.text(text), on, row, choice);
    let repeats = vec![
        choose(Text::Once, !monthly, RowChoice::Repeats(Repeats::Once)),
        choose(Text::Monthly, monthly, RowChoice::Repeats(Repeats::Monthly)),
    ];
    let when = vec![
        choose(Text::AtMonthsEnd, !timing.in_advance, RowChoice::InAdvance(false)),
        choose(Text::InAdvance, timing.in_advance, RowChoice::InAdvance(true)),
    ];
    let template = cx.text(match row {
        _ if !monthly => Text::DueOnce,
        Row::Line(_) => Text::DueEveryMonth,
        _ => Text::SpentEveryMonth,
    });
    let pieces = vec![
        ("amount", Piece::Text(amount)),
        ("repeats", Piece::Menu(cx.text(Text::RepeatsField), repeats)),
        ("months", cell(cx, row, Cell::Months, Text::MonthsField, of)),
        ("firm", cell(cx, row, Cell::FirmMonths, Text::FirmMonthsField, of)),
        ("when", Piece::Menu(cx.text(Text::WhenField), when)),
        ("start", cell(cx, row, Cell::StartMonth, Text::StartMonthField, of)),
    ];
    Control::Sentence(sentence(&template, pieces))
}

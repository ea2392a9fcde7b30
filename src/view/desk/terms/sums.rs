//! Doing it in-house, and amounts of money.

use super::{entry, part, refusal, tick};
use crate::app::{Cell, DeskAction, Entry, Field, Row, RowChoice, ShapeKind};
use crate::brief::Amounts;
use crate::estimate::mean;
use crate::proposal::InHouse;
use crate::view::cx::Cx;
use crate::view::desk::form::{Control, Part, Piece};
use crate::view::desk::shapes::{RANGES, kinds, numbers};
use crate::view::desk::timing::due;
use crate::words::Text;

/// An amount of the proposal's currency, to the minor unit.
pub fn money(cx: &Cx, amount: f64) -> String {
    Amounts::new(cx.app.proposal(), cx.words()).certain(amount)
}

/// Doing it in-house, or not.
pub fn in_house(cx: &Cx) -> Part {
    let own = cx.app.proposal().in_house.as_ref();
    let mut controls = vec![tick(cx, Text::CompareInHouse, own.is_some(), DeskAction::CompareInHouse(own.is_none()))];
    controls.extend(own.into_iter().flat_map(|own| fields(cx, own)));
    let digest = match own {
        Some(own) => cx.words().count(Text::DaysCount, mean(&own.days), &[]),
        None => cx.text(Text::NotCompared),
    };
    part(cx, Text::InHouseTitle, digest, controls)
}

fn fields(cx: &Cx, in_house: &InHouse) -> Vec<Control> {
    let row = &Row::Entry(Entry::InHouse);
    let shapes = kinds(cx, &RANGES, ShapeKind::of(&in_house.days), row, RowChoice::Shape);
    let fields = vec![
        entry(cx, Entry::GrossSalary, Text::GrossSalaryField),
        entry(cx, Entry::EmployerCharges, Text::EmployerChargesField),
        entry(cx, Entry::Overhead, Text::OverheadField),
        entry(cx, Entry::WorkingDays, Text::WorkingDaysField),
        entry(cx, Entry::Purchases, Text::PurchasesField),
        entry(cx, Entry::Delay, Text::DelayField),
        Control::Menu(cx.text(Text::InHouseDaysField), shapes),
    ];
    let field = |part| Field::Cell(row.clone(), Cell::Part(part));
    let name = cx.text(Text::InHouseDaysField);
    let mut days = vec![Piece::Text([&name, &*cx.text(Text::Colon)].concat())];
    days.extend(numbers(cx, &in_house.days, &field, &name));
    let amount = cx.words().count(Text::DaysCount, mean(&in_house.days), &[]);
    vec![
        Control::Fields(fields),
        Control::Sentence(days),
        due(cx, row, &in_house.timing, amount, &cx.text(Text::InHouseTitle)),
        refusal(cx, row),
    ]
}

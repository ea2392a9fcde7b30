//! French: its rules. Its sentences are in the other files of this folder.

mod brief;
mod desk;
mod estimator;
mod faults;
mod reply;
mod states;

pub(super) use {brief::*, desk::*, estimator::*, faults::fault, reply::*, states::*};

use super::dates::Dates;
use super::language::Rules;
use super::numbers::{Numbers, SymbolPlace};
use super::typography::{NARROW_SPACE, NO_BREAK_SPACE};

pub(super) const RULES: Rules = Rules {
    code: "fr",
    name: "Français",
    plural: below_two,
    or: " ou ",
    numbers: Numbers { group: NARROW_SPACE, decimal: ',', cell: ';', percent: "{number}\u{a0}%", symbol: SymbolPlace::After },
    dates: Dates {
        months: [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        date: "{day}\u{a0}{month} {year}",
        first: "1er",
        with_weekday: "{weekday} {date}",
        in_digits: "{day}/{month}/{year}",
        time: "{hour}\u{a0}h\u{a0}{minute}",
    },
    space,
};

/// The singular ends at 2: "1,9 jour".
fn below_two(n: f64) -> usize {
    usize::from(n.abs() >= 2.0)
}

/// No line breaks before double signs, inside of quotation marks and numbers, or before units that are signs.
fn space(before: Option<char>, after: Option<char>) -> char {
    match (before, after) {
        (_, Some(';' | '!' | '?' | '»')) | (Some('«'), _) => NARROW_SPACE,
        (_, Some(':' | '%' | '€' | '£')) => NO_BREAK_SPACE,
        (Some(a), Some(b)) if a.is_ascii_digit() && b.is_ascii_digit() => NARROW_SPACE,
        _ => ' ',
    }
}

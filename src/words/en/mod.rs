//! English: its rules. Its sentences are in the other files of this folder.

mod brief;
mod desk;
mod estimator;
mod faults;
mod reply;
mod states;

pub(super) use {brief::*, desk::*, estimator::*, faults::fault, reply::*, states::*};

use super::dates::Dates;
use super::language::{Rules, keep_space, one_or_many};
use super::numbers::{Numbers, SymbolPlace};

pub(super) const RULES: Rules = Rules {
    code: "en",
    name: "English",
    plural: one_or_many,
    or: " or ",
    numbers: Numbers { group: ',', decimal: '.', cell: ',', percent: "{number}%", symbol: SymbolPlace::Before },
    dates: Dates {
        months: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        date: "{day}\u{a0}{month} {year}",
        first: "1",
        with_weekday: "{weekday} {date}",
        in_digits: "{year}-{month}-{day}",
        time: "{hour}:{minute}",
    },
    space: keep_space,
};

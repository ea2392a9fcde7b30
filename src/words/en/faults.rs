//! The English sentences of faults: what is wrong, and what to do about it.

use crate::proposal::{Expected, Fault, IdKind};

/// The sentence of a fault; `{1}` and `{2}` are the blanks that [`blanks`](crate::words::faults) fills.
pub(in crate::words) fn fault(fault: &Fault) -> &'static str {
    match fault {
        Fault::Outside(..) => "This number is out of bounds: give one from {1} to {2}.",
        Fault::NotAbove0(_) => "This number is out of bounds: give one above 0, up to {1}.",
        Fault::TooManyTrials(_) => "The counts have too many trials: keep {1} of them at most, all together.",
        Fault::TooLong(_) => "The text is too long: shorten it to {1} characters at most.",
        Fault::AllTooLong(_) => "All texts together are too long for a link: stay within {1} characters.",
        Fault::TooWide(_) => "The range is too wide: its upper end can be {1} times its lower end at most.",
        Fault::NotAscending => {
            "The three numbers do not ascend: give them in the order at least, most likely, at most."
        }
        Fault::EmptyRange => "The lower end is not below the upper end: give the smaller of the two numbers first.",
        Fault::ScaledTooLarge => {
            "Scaled to the quantity of the line, the numbers are too large: reduce the quantity or the numbers."
        }
        Fault::ProductTooLarge => "The product of these factors is too large to be computed: reduce their numbers.",
        Fault::NotAFraction => "This number is not a share: give one from 0 to 1 (0 to 100%).",
        Fault::Expected(expected) => expectation(*expected),
        Fault::TooMany(_) => "The list is too long: keep {1} entries at most.",
        Fault::TooManyRanges(_) => "Too many prices and times are given as ranges: keep {1} at most and fix the others.",
        Fault::Missing => "This field is missing: add it.",
        Fault::Unreadable => "A character was lost on the way: type the text again.",
        Fault::NoId => "The id is empty: give one.",
        Fault::DuplicateId => "This id is used earlier in the list: choose another one.",
        Fault::UnknownId(named) => unknown(*named),
        Fault::NamedTwice => "This is named twice: keep it once.",
        Fault::NoFactor => "This benefit multiplies no factor: name at least one.",
        Fault::UnitFactorElsewhere => "This factor is not one that the benefit multiplies: name one of those.",
        Fault::DaysOrHours => "Time is given in days or in hours: give one of them, not both.",
        Fault::ScaledChance => "A chance cannot follow a quantity: remove scalesWith, or give another shape.",
        Fault::DiscountRate => "This yearly rate is out of bounds: give one from -0.9 to 10 (-90 to 1,000%).",
        Fault::ShareOrAmount => "A discount is a share or an amount: give one of them, not both.",
        Fault::NotTheWhole => "The payments do not add up to the whole: make their shares sum to 1 (100%).",
        Fault::NotAChance => "A line can only hang on a chance: name a factor whose shape is a chance.",
        Fault::BeyondHorizon(_) => "This falls due after the horizon of {1} months: bring it forward, or extend the horizon.",
        Fault::PricedTwice => "A share of other lines has no price, time or advice of its own: remove one of them.",
        Fault::DueElsewhere => {
            "This line is a share itself, or falls due at another time or on another condition: name others."
        }
        Fault::NeedsItself => "This line needs itself, perhaps through others: remove one of the needs.",
        Fault::Currency => "This is not a currency: give its code of three letters, such as EUR.",
        Fault::Locale => "This is not a language: give its tag, such as fr-FR.",
        Fault::UnknownKey(unknown) if unknown.nearest().is_some() => {
            "Unknown key “{1}”; did you mean “{2}”? It will not be in the link."
        }
        Fault::UnknownKey(_) => "Unknown key “{1}”: check its name, or remove it. It will not be in the link.",
        Fault::MoreUnknownKeys(_) => "Other unknown keys: {1}. Correct the ones that are named first.",
    }
}

/// That nothing of this kind has the id that is named.
fn unknown(named: IdKind) -> &'static str {
    match named {
        IdKind::Rate => "No rate has this id: name one of the rate card, or add it.",
        IdKind::Line => "No line has this id: name a line of the proposal, or add it.",
        IdKind::Factor => "No factor has this id: name a factor of the proposal, or add it.",
        IdKind::Benefit => "No benefit has this id: name a benefit of the catalogue, or add it.",
        IdKind::Tax => "No tax has this id: name one of the proposal, or add it.",
        IdKind::Section => "No section has this id: name one of the proposal, or add it.",
        IdKind::Choice => "No choice has this id: name one of the proposal, or add it.",
        IdKind::Alternative => "No alternative of the choice has this id: name one of them, or add it.",
        IdKind::Sentence => "No sentence has this name: check it, or remove the sentence.",
    }
}

/// What should stand in the field instead; `{1}` is a number, or the words to choose from.
fn expectation(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "A text is expected: give one.",
        Expected::Number => "A number is expected: give one.",
        Expected::Whole => "A whole number is expected: give one, from 0.",
        Expected::Boolean => "Yes or no is expected: give true or false.",
        Expected::List => "A list is expected: give it in brackets.",
        Expected::Numbers(_) => "Numbers are expected: give {1} of them in brackets.",
        Expected::Object => "An object is expected: give it in braces.",
        Expected::Date => "A date is expected: give it like 2026-11-21.",
        Expected::Shape => "A number or a range is expected: give for example 12, or {\"pert\": [8, 12, 20]}.",
        Expected::HttpsAddress => "A safe address is expected: give it whole, starting with https://.",
        Expected::OneOf(_) => "Another word is expected: give {1}.",
    }
}

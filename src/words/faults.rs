//! The sentences of faults. It knows the faults, not where they were found.

use super::{Language, fill, format_number, typeset};
use crate::proposal::{Expected, Fault};

/// The sentence of a fault: what is wrong, and what to do about it.
pub fn fault_sentence(fault: &Fault, language: Language) -> String {
    let (first, second) = blanks(fault, language);
    fill(&typeset(language.fault(fault), language), &[("1", &first), ("2", &second)])
}

/// The values of the blanks `{1}` and `{2}` in the sentence of a fault; empty where it does not have them.
fn blanks(fault: &Fault, language: Language) -> (String, String) {
    let number = |x: f64| format_number(x, 6, language);
    let first = match fault {
        Fault::Outside(least, most) => return (number(*least), number(*most)),
        Fault::NotAbove0(most) | Fault::TooWide(most) => number(*most),
        Fault::TooManyTrials(most) | Fault::BeyondHorizon(most) => number(f64::from(*most)),
        Fault::UnknownKey(unknown) => {
            return (unknown.key.clone(), unknown.nearest().unwrap_or_default().to_owned());
        }
        Fault::MoreUnknownKeys(more) => number(*more as f64),
        Fault::TooMany(most) | Fault::TooManyRanges(most) | Fault::TooLong(most) | Fault::AllTooLong(most) => {
            number(*most as f64)
        }
        Fault::Expected(Expected::Numbers(n)) => number(*n as f64),
        Fault::Expected(Expected::OneOf(words)) => words.join(language.rules().or),
        _ => String::new(),
    };
    (first, String::new())
}

//! What a field of the desk edits, and how that is written and read as text.

use crate::app::Refusal;
use crate::app::estimator::{in_one_line, parts, set_part};
use crate::proposal::{Date, Expected, Fault, Money, Shape};
use crate::words::{Language, NotANumber, format_input, format_input_percent, parse_number, parse_percent};

/// Makes the type of a borrowed part of a proposal; mutably borrowed if `mut` is given.
macro_rules! slots {
    ($(#[$doc:meta])* $name:ident $(, $mutable:tt)?) => {
        $(#[$doc])*
        pub(super) enum $name<'a> {
            /// A text in one line.
            Name(&'a $($mutable)? String),
            /// A text of several lines.
            Prose(&'a $($mutable)? String),
            /// A code, in capitals.
            Code(&'a $($mutable)? String),
            /// A list of texts, one per line.
            List(&'a $($mutable)? Vec<String>),
            /// A date, or none.
            Day(&'a $($mutable)? Option<Date>),
            /// An amount of money.
            Money(&'a $($mutable)? Money),
            /// A number.
            Number(&'a $($mutable)? f64),
            /// A fraction, typed as a percentage.
            Percent(&'a $($mutable)? f64),
            /// A whole number of 0 or more.
            Whole(&'a $($mutable)? u32),
            /// A whole number of 0 or more, or none.
            WholeOrNone(&'a $($mutable)? Option<u32>),
            /// A number of a shape, by its index, and whether it is typed as a percentage.
            Part(&'a $($mutable)? Shape, usize, bool),
        }
    };
}

slots!(
    /// A part of a proposal, to be read.
    Shown
);
slots!(
    /// A part of a proposal, to be written.
    Slot, mut
);

impl Shown<'_> {
    /// Its text, as it would be typed; `None` if the shape has no such number.
    pub fn text(self, language: Language) -> Option<String> {
        let number = |x: f64| format_input(x, language);
        Some(match self {
            Shown::Name(text) | Shown::Prose(text) | Shown::Code(text) => text.clone(),
            Shown::List(list) => list.join("\n"),
            Shown::Day(day) => day.map(|day| day.to_string()).unwrap_or_default(),
            Shown::Money(money) => number(money.major()),
            Shown::Number(x) => number(*x),
            Shown::Percent(x) => format_input_percent(*x, language),
            Shown::Whole(x) => number(f64::from(*x)),
            Shown::WholeOrNone(x) => x.map(|x| number(f64::from(x))).unwrap_or_default(),
            Shown::Part(shape, part, percent) => {
                let x = *parts(shape).get(part)?;
                if percent { format_input_percent(x, language) } else { number(x) }
            }
        })
    }
}

impl Slot<'_> {
    /// Writes a text into the proposal; `units` may be typed beside a number. An empty date or whole number that may be
    /// absent is `None`; empty lines of a list are dropped.
    ///
    /// # Errors
    /// The text is not what is expected here.
    pub fn put(self, text: &str, units: &[&str], language: Language) -> Result<(), Refusal> {
        let number = || parse_number(text, units, language).map_err(Refusal::NotANumber);
        let percent = || parse_percent(text, language).map_err(Refusal::NotANumber);
        match self {
            Slot::Name(own) => *own = in_one_line(text),
            Slot::Prose(own) => text.clone_into(own),
            Slot::Code(own) => *own = text.trim().to_uppercase(),
            Slot::List(own) => {
                *own = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
            }
            Slot::Day(own) if text.is_empty() => *own = None,
            Slot::Day(own) => {
                *own = Some(Date::parse(text).ok_or(Refusal::Fault(Fault::Expected(Expected::Date)))?);
            }
            Slot::Money(own) => *own = Money(number()?),
            Slot::Number(own) => *own = number()?,
            Slot::Percent(own) => *own = percent()?,
            Slot::Whole(own) => *own = whole(number()?)?,
            Slot::WholeOrNone(own) => {
                *own = match number() {
                    Err(Refusal::NotANumber(NotANumber::Empty)) => None,
                    typed => Some(whole(typed?)?),
                };
            }
            Slot::Part(shape, 0, _) if matches!(shape, Shape::Count { .. }) => {
                set_part(shape, 0, f64::from(whole(number()?)?));
            }
            Slot::Part(shape, part, is_percent) => {
                set_part(shape, part, if is_percent { percent()? } else { number()? })
            }
        }
        Ok(())
    }
}

/// A whole number of 0 or more.
fn whole(x: f64) -> Result<u32, Refusal> {
    let is_whole = x >= 0.0 && x <= f64::from(u32::MAX) && x.fract() == 0.0;
    if is_whole { Ok(x as u32) } else { Err(Refusal::NotWhole) }
}

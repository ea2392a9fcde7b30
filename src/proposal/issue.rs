//! What is wrong with a proposal, and where. The sentences stand in `words`.

use super::UnknownKey;

/// One fault with the path of the field that has it, such as `factors[3].value.pert`.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// Where, in the names of the JSON.
    pub path: String,
    /// What.
    pub fault: Fault,
}

impl Issue {
    /// Whether nothing is computed or sealed as long as this stands. Unknown keys are left out, and told.
    pub fn is_error(&self) -> bool {
        !matches!(self.fault, Fault::UnknownKey(_) | Fault::MoreUnknownKeys(_))
    }
}

/// A fault is a noun with its datum.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// A field that must be there is not.
    Missing,
    /// Something else stands where this was expected.
    Expected(Expected),
    /// A character of the text was lost on its way and replaced (U+FFFD).
    Unreadable,
    /// An id is empty.
    NoId,
    /// An id that an earlier entry of the list has.
    DuplicateId,
    /// An id that nothing of this kind has.
    Unknown(IdKind),
    /// A factor that the benefit multiplies already.
    NamedTwice,
    /// A benefit that multiplies nothing.
    NoFactor,
    /// The factor of a benefit's unit is none of those it multiplies.
    UnitFactorElsewhere,
    /// Work with neither days nor hours, or with both.
    DaysOrHours,
    /// A number outside of these two, which are allowed themselves.
    Outside(f64, f64),
    /// A fraction outside of 0 and 1.
    Share,
    /// A number that must be above 0 and at most this.
    NotAbove0(f64),
    /// More entries than this.
    TooMany(usize),
    /// More trials than this in all counts of the proposal together.
    TooManyTrials(u32),
    /// More ranges of days or hours than this in the whole proposal.
    TooManyRanges(usize),
    /// More characters than this.
    TooLong(usize),
    /// A text with which all texts together have more characters than this.
    AllTooLong(usize),
    /// A minimum, most likely and maximum that do not ascend.
    NotAscending,
    /// A lower end that is not below the upper end.
    EmptyRange,
    /// An upper end more than so many times the lower end.
    TooWide(f64),
    /// A chance that is to grow with a line.
    ScaledChance,
    /// Numbers that leave their bounds once they are scaled to the quantity of their line.
    ScaledTooLarge,
    /// Factors whose product is larger than can be computed.
    ProductTooLarge,
    /// A yearly rate from −90 % to 1,000 % is expected.
    DiscountRate,
    /// Not three letters.
    Currency,
    /// Not a language tag.
    Locale,
    /// A key that nobody reads.
    UnknownKey(Box<UnknownKey>),
    /// So many unknown keys besides those that are told.
    MoreUnknownKeys(usize),
}

/// What an id may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdKind {
    /// A line of the rate card.
    Rate,
    /// A deliverable.
    Line,
    /// An uncertain quantity.
    Factor,
    /// A benefit.
    Benefit,
    /// A sentence of the widget.
    Sentence,
}

/// What a field should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Any text.
    Text,
    /// A finite number.
    Number,
    /// A whole number of 0 or more.
    Whole,
    /// `true` or `false`.
    Boolean,
    /// A list.
    List,
    /// So many numbers.
    Numbers(usize),
    /// An object.
    Object,
    /// An address that starts with `https://`.
    HttpsAddress,
    /// A day such as 2026-11-21.
    Date,
    /// A number or a shape of one key.
    Shape,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

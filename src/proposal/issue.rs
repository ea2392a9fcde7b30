//! Faults of a proposal and their paths. Their sentences are in `words`.

use super::UnknownKey;

/// A fault with the path of the field that has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// Path in the JSON, such as `factors[3].value.pert`; empty for the root.
    pub path: String,
    /// The fault.
    pub fault: Fault,
}

impl Issue {
    /// Whether it prevents computing and sealing. Unknown keys do not: they are reported and ignored.
    pub fn is_error(&self) -> bool {
        !matches!(self.fault, Fault::UnknownKey(_) | Fault::MoreUnknownKeys(_))
    }
}

/// What is wrong, with the data that its sentence shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// A required field is absent.
    Missing,
    /// A value of another type or form than this.
    Expected(Expected),
    /// A text with a replaced character (U+FFFD), or, in a list of briefs, one that is no sealed link.
    Unreadable,
    /// An empty id.
    NoId,
    /// An id, or the number of an extension field, that an earlier entry of the list has.
    DuplicateId,
    /// A reference to an id that nothing of this kind has.
    UnknownId(IdKind),
    /// A factor that a benefit names twice, or a tax that a line does.
    NamedTwice,
    /// A benefit without factors.
    NoFactor,
    /// A unit factor that is not among the factors of its benefit.
    UnitFactorElsewhere,
    /// Work with neither days nor hours, or with both.
    DaysOrHours,
    /// A number below the first bound or above the second. The bounds themselves are allowed.
    Outside(f64, f64),
    /// A fraction below 0 or above 1.
    NotAFraction,
    /// A number that is not above 0, or above this.
    NotAbove0(f64),
    /// A list of more entries than this.
    TooMany(usize),
    /// More trials than this in all `count` shapes of the proposal together.
    TooManyTrials(u32),
    /// More prices, days or hours given as ranges than this, in the whole proposal.
    TooManyRanges(usize),
    /// A text of more characters than this.
    TooLong(usize),
    /// The text with which the total of all texts exceeds this many characters.
    AllTooLong(usize),
    /// A minimum, most likely and maximum that are not in ascending order.
    NotAscending,
    /// A lower end that is not below the upper end.
    EmptyRange,
    /// A range whose upper end is more than this many times the lower end.
    TooWide(f64),
    /// A `chance` shape with `scalesWith`: a probability cannot follow a quantity.
    ScaledChance,
    /// Numbers that exceed their bounds once scaled to the quantity of their line.
    ScaledTooLarge,
    /// Factors whose product may be too large to compute.
    ProductTooLarge,
    /// A yearly discount rate outside −90 % to 1,000 %.
    DiscountRate,
    /// A discount that is both a share and an amount, or neither.
    ShareOrAmount,
    /// Shares of a payment schedule that do not sum to 1.
    NotTheWhole,
    /// A condition that is not a factor of shape `chance`.
    NotAChance,
    /// A due date after the horizon, which is this many months.
    BeyondHorizon(u32),
    /// A share of other lines that has a price or work of its own as well.
    PricedTwice,
    /// A line of a share that is itself a share, or falls due at another time or under another condition.
    DueElsewhere,
    /// A line that needs itself, directly or through others.
    NeedsItself,
    /// A currency code that is not three letters.
    Currency,
    /// A locale that is not a language tag.
    Locale,
    /// An unknown key, which is ignored.
    UnknownKey(Box<UnknownKey>),
    /// Number of unknown keys besides those reported one by one.
    MoreUnknownKeys(usize),
}

/// The kind of thing that an id refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdKind {
    /// A rate of the rate card.
    Rate,
    /// A line of the scope.
    Line,
    /// A factor.
    Factor,
    /// A benefit.
    Benefit,
    /// A tax.
    Tax,
    /// A section of the scope.
    Section,
    /// A choice.
    Choice,
    /// An alternative of a choice.
    Alternative,
    /// A sentence of the widget, by its key.
    Sentence,
}

/// What a field should contain.
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
    /// A list of this many numbers.
    Numbers(usize),
    /// An object.
    Object,
    /// An address that starts with `https://`.
    HttpsAddress,
    /// A date such as 2026-11-21.
    Date,
    /// A number, or an object whose one key names a shape.
    Shape,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

//! The bounds of a proposal. Any proposal within them is computed in a frame or two.
//!
//! They are generous: they exclude only what no project has, and what would make a figure overflow
//! or a page freeze. Each is the largest value allowed unless its name begins with `MIN`.

/// Rates of the rate card.
pub const MAX_RATES: usize = 60;
/// Lines of the scope, and its sections.
pub const MAX_LINES: usize = 60;
/// Entries of time in the production, or in the advice, of one line.
pub const MAX_WORKS: usize = 12;
/// Prices, days or hours given as ranges in the whole proposal: each is drawn like a factor.
pub const MAX_RANGES: usize = 16;
/// Taxes of a proposal.
pub const MAX_TAXES: usize = 12;
/// Choices of a proposal.
pub const MAX_CHOICES: usize = 8;
/// Alternatives of one choice.
pub const MAX_ALTERNATIVES: usize = 8;
/// Factors.
pub const MAX_FACTORS: usize = 32;
/// Benefits of either kind.
pub const MAX_BENEFITS: usize = 20;
/// Factors that one benefit multiplies.
pub const MAX_FACTORS_OF_A_BENEFIT: usize = 8;
/// Entries of a list of texts, locks, people, payments, registration numbers or changes.
pub const MAX_ENTRIES: usize = 40;

/// Extension fields of a later version, in a whole proposal.
pub const MAX_EXTENSIONS: usize = 1_000;

/// Characters of an id.
pub const MAX_ID_CHARACTERS: usize = 64;
/// Characters of a label, a name, a unit.
pub const MAX_LABEL_CHARACTERS: usize = 300;
/// Characters of a longer text: context, message, terms, description.
pub const MAX_TEXT_CHARACTERS: usize = 6_000;

/// Characters of all texts of a proposal together, without ids: what a link can carry. Bytes of extension fields count
/// as characters.
pub const MAX_ALL_CHARACTERS: usize = 40_000;
/// Size of all changes of a reply together, in characters (see [`Value::size`](super::Value::size)); also bytes of its
/// extension fields.
pub const MAX_CHANGED_CHARACTERS: usize = 10_000;

/// Months that an estimate looks ahead.
pub const MAX_HORIZON_MONTHS: u32 = 120;
/// Months of a start, a ramp, a duration or a delay.
pub const MAX_MONTHS: u32 = 1_200;
/// Trials of a `count` shape, also once scaled.
pub const MAX_TRIALS: u32 = 10_000;

/// Trials of all `count` shapes together, with and without advice, once scaled: the engine keeps a table for each.
pub const MAX_ALL_TRIALS: u32 = 20_000;

/// Absolute value of a factor's numbers, also once scaled.
pub const MAX_NUMBER: f64 = 1e12;
/// An amount of money, in major units.
pub const MAX_MONEY: f64 = 1e12;
/// Quantity of a line, or the quantity that a factor's numbers are stated for.
pub const MAX_QUANTITY: f64 = 1e9;
/// Days or hours of one entry of time.
pub const MAX_TIME: f64 = 1e6;
/// Upper end of an `interval90` divided by its lower end.
pub const MAX_INTERVAL_RATIO: f64 = 1e6;
/// Product of upper bounds of the root mean squares of a benefit's factors.
pub const MAX_PRODUCT: f64 = 1e30;

/// Working hours in a day, at least.
pub const MIN_HOURS_PER_DAY: f64 = 0.1;
/// Working hours in a day, at most.
pub const MAX_HOURS_PER_DAY: f64 = 24.0;
/// Working days in a year, at least.
pub const MIN_WORKING_DAYS: f64 = 1.0;
/// Working days in a year, at most.
pub const MAX_WORKING_DAYS: f64 = 366.0;
/// Employer's charges and overhead, as fractions.
pub const MAX_SURCHARGE: f64 = 10.0;
/// Yearly discount rate, at least.
pub const MIN_DISCOUNT_RATE: f64 = -0.9;
/// Yearly discount rate, at most.
pub const MAX_DISCOUNT_RATE: f64 = 10.0;
/// People who prepared a proposal.
pub const MAX_PEOPLE: f64 = 10_000.0;

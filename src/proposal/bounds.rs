//! The bounds of a proposal, in one table: whatever lies within them is computed in a frame or two.
//!
//! They are generous. What they keep out is what no project has, and what would make a figure
//! overflow or a page stand still.

/// Lines of the rate card.
pub const MAX_RATES: usize = 60;
/// Deliverables.
pub const MAX_LINES: usize = 60;
/// Entries of time in the making, or in the advice, of one line.
pub const MAX_WORKS: usize = 12;
/// Times in the whole proposal that are a range: each is drawn like a factor.
pub const MAX_RANGES: usize = 16;
/// Uncertain quantities.
pub const MAX_FACTORS: usize = 32;
/// Benefits of either kind.
pub const MAX_BENEFITS: usize = 20;
/// Factors that one benefit multiplies.
pub const MAX_FACTORS_OF_A_BENEFIT: usize = 8;
/// Entries of a list of texts, of locks, of people.
pub const MAX_ENTRIES: usize = 40;

/// Fields of a later version, in a whole proposal.
pub const MAX_EXTENSIONS: usize = 1_000;

/// Characters of an id.
pub const MAX_ID_CHARACTERS: usize = 64;
/// Characters of a label, a name, a unit.
pub const MAX_LABEL_CHARACTERS: usize = 300;
/// Characters of a text of its own: context, message, terms.
pub const MAX_TEXT_CHARACTERS: usize = 6_000;

/// Characters of all texts of a proposal together, ids apart: what a link can carry.
pub const MAX_ALL_CHARACTERS: usize = 40_000;
/// Characters of all texts and numbers in the changes of a reply together.
pub const MAX_CHANGED_CHARACTERS: usize = 10_000;

/// Months that an estimate looks ahead.
pub const MAX_HORIZON_MONTHS: u32 = 120;
/// Months of a start, a ramp, a duration or a delay.
pub const MAX_MONTHS: u32 = 1_200;
/// Trials of a count, also once scaled.
pub const MAX_TRIALS: u32 = 10_000;

/// Trials of all counts together, with and without advice, once scaled: a table is kept of each.
pub const MAX_ALL_TRIALS: u32 = 20_000;

/// Size of a number of a factor, also once scaled.
pub const MAX_NUMBER: f64 = 1e12;
/// An amount of money.
pub const MAX_MONEY: f64 = 1e12;
/// A quantity of a line, or the quantity that a factor is stated for.
pub const MAX_QUANTITY: f64 = 1e9;
/// Days or hours of one entry of time.
pub const MAX_TIME: f64 = 1e6;
/// Upper over lower end of an `interval90`.
pub const MAX_INTERVAL_RATIO: f64 = 1e6;
/// Size of a product of factors: of their root mean squares, or of upper bounds of them.
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
/// Yearly discount rate, lowest.
pub const MIN_DISCOUNT_RATE: f64 = -0.9;
/// Yearly discount rate, highest.
pub const MAX_DISCOUNT_RATE: f64 = 10.0;
/// People who prepared a proposal.
pub const MAX_PEOPLE: f64 = 10_000.0;

//! Numbers as people write and read them in each language. It knows no currency's rates and no clock.
//!
//! Nothing here uses the standard formatting or parsing of floats: their tables weigh more than all of this.

use super::typography::NO_BREAK_SPACE;
use super::{Language, fill};

/// How a language writes numbers, and by that how it reads them.
pub(super) struct Numbers {
    /// The sign between groups of three digits.
    pub group: char,
    /// The sign before the decimals.
    pub decimal: char,
    /// A percentage; `{number}` is its number.
    pub percent: &'static str,
    /// Where the symbol of a currency stands.
    pub symbol: SymbolPlace,
}

/// Where the symbol of a currency stands beside an amount.
pub(super) enum SymbolPlace {
    /// Right before it, after a minus: `−€8`. A code has a space behind it: `CHF 8`.
    Before,
    /// Behind it, with a space between: `−8 €`.
    After,
}

/// Digits that a typed number may have: more than an `f64` keeps would be lost in silence.
const MAX_DIGITS: usize = 15;

/// Why a typed text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotANumber {
    /// Nothing is typed.
    Empty,
    /// A sign that no number has, or separators in places where they mean nothing.
    Unreadable,
    /// More digits than can be kept.
    TooLong,
}

/// Reads a number as it is typed: `1 200,50`, `1200.50`, `1.200,50`, `−3`, with any kind of space.
///
/// Where both separators occur, the last one is the decimal mark. A single separator is the decimal
/// mark, except the one by which the language groups thousands, before exactly three digits (`1,200` in English),
/// and except a separator that occurs more than once (`1.200.000`), which groups thousands.
///
/// # Errors
/// Says why the text is not a number.
pub fn parse_number(text: &str, language: Language) -> Result<f64, NotANumber> {
    language.rules().numbers.parse(text)
}

/// Reads a percentage as the fraction it means: `12,5` and `12,5 %` are 0.125, exactly.
///
/// # Errors
/// Says why the text is not a number.
pub fn parse_percent(text: &str, language: Language) -> Result<f64, NotANumber> {
    language.rules().numbers.parse_percent(text)
}

/// A number with at most so many decimals, trailing zeros left out: `1 234,5` or `1,234.5`.
pub fn format_number(x: f64, decimals: usize, language: Language) -> String {
    language.rules().numbers.format(x, decimals)
}

/// A number as it would be typed, with every decimal it has (up to nine).
pub fn format_input(x: f64, language: Language) -> String {
    language.rules().numbers.input(x)
}

/// A fraction as the percentage that would be typed for it, without the sign.
pub fn format_input_percent(x: f64, language: Language) -> String {
    language.rules().numbers.input_percent(x)
}

/// A fraction as a percentage: `27 %` or `27%`.
pub fn format_percent(fraction: f64, decimals: usize, language: Language) -> String {
    language.rules().numbers.percent(fraction, decimals)
}

/// An amount rounded to a multiple of `step` major units: `36 650 €` or `€36,650`.
///
/// Minor units are shown only where the step asks for them and the amount has some.
pub fn format_money(amount: f64, step: f64, currency: &str, language: Language) -> String {
    language.rules().numbers.money(amount, step, currency)
}

impl Numbers {
    /// See [`parse_number`].
    pub fn parse(&self, text: &str) -> Result<f64, NotANumber> {
        self.parse_scaled(text, 0)
    }

    /// See [`parse_percent`].
    pub fn parse_percent(&self, text: &str) -> Result<f64, NotANumber> {
        self.parse_scaled(text.trim().trim_end_matches('%'), 2)
    }

    /// The number in `text`, divided by ten to the power of `shift`.
    fn parse_scaled(&self, text: &str, shift: usize) -> Result<f64, NotANumber> {
        let mut signs: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
        let negative = matches!(signs.first(), Some('-' | '−'));
        if negative || signs.first() == Some(&'+') {
            signs.remove(0);
        }
        if signs.is_empty() {
            return Err(NotANumber::Empty);
        }
        let mark = self.decimal_mark(&signs)?;
        let (mut mantissa, mut digits) = (0u64, 0);
        for (place, sign) in signs.iter().enumerate() {
            match sign {
                '0'..='9' => {
                    digits += usize::from(mantissa > 0 || *sign != '0');
                    if digits > MAX_DIGITS {
                        return Err(NotANumber::TooLong);
                    }
                    mantissa = mantissa * 10 + u64::from(*sign as u8 - b'0');
                }
                '.' | ',' if mark == Some(place) => {}
                '.' | ',' | '\'' | '’' if groups_thousands(&signs, place, mark) => {}
                _ => return Err(NotANumber::Unreadable),
            }
        }
        if !signs.iter().any(char::is_ascii_digit) {
            return Err(NotANumber::Unreadable);
        }
        let decimals = mark.map_or(0, |place| signs.len() - place - 1) + shift;
        if decimals > 22 {
            return Err(NotANumber::TooLong);
        }
        let size = mantissa as f64 / power_of_ten(decimals);
        Ok(if negative && size != 0.0 { -size } else { size })
    }

    /// The place of the decimal mark, if there is one.
    fn decimal_mark(&self, signs: &[char]) -> Result<Option<usize>, NotANumber> {
        let places = |mark: char| signs.iter().enumerate().filter(move |(_, c)| **c == mark).map(|(i, _)| i);
        let (commas, points) = (places(',').count(), places('.').count());
        let (comma, point) = (places(',').next_back(), places('.').next_back());
        match (commas, points) {
            (0, 0) => Ok(None),
            (1, 0) | (0, 1) if self.groups_once(signs) => Ok(None),
            (1, 0) => Ok(comma),
            (0, 1) => Ok(point),
            (1, _) if comma > point => Ok(comma),
            (_, 1) if point > comma => Ok(point),
            (_, 0) | (0, _) => Ok(None),
            _ => Err(NotANumber::Unreadable),
        }
    }

    /// Whether a sign by which this language groups thousands stands before exactly three digits.
    fn groups_once(&self, signs: &[char]) -> bool {
        signs.iter().position(|sign| *sign == self.group).is_some_and(|place| groups_thousands(signs, place, None))
    }

    /// See [`format_number`].
    pub fn format(&self, x: f64, decimals: usize) -> String {
        self.fixed(x, decimals, true)
    }

    /// See [`format_input`].
    pub fn input(&self, x: f64) -> String {
        self.format(x, decimals_of(x))
    }

    /// See [`format_input_percent`].
    pub fn input_percent(&self, x: f64) -> String {
        let decimals = decimals_of(x).saturating_sub(2);
        // Rounding takes away what the multiplication adds: 0.07 × 100 is 7.000000000000001.
        self.format(x * 100.0, decimals)
    }

    /// See [`format_percent`].
    pub fn percent(&self, fraction: f64, decimals: usize) -> String {
        fill(self.percent, &[("number", &self.format(fraction * 100.0, decimals))])
    }

    /// See [`format_money`].
    pub fn money(&self, amount: f64, step: f64, currency: &str) -> String {
        let rounded = round_to(amount, step);
        let minor = minor_digits(currency);
        let whole = step >= 1.0 || minor == 0 || round_to(rounded, 1.0) == round_to(rounded, 0.01);
        let number = self.fixed(rounded.abs(), if whole { 0 } else { minor }, false);
        let sign = if rounded < 0.0 { "−" } else { "" };
        match (&self.symbol, symbol_of(currency)) {
            (SymbolPlace::After, symbol) => format!("{sign}{number}{NO_BREAK_SPACE}{}", symbol.unwrap_or(currency)),
            (SymbolPlace::Before, Some(symbol)) => format!("{sign}{symbol}{number}"),
            (SymbolPlace::Before, None) => format!("{sign}{currency}{NO_BREAK_SPACE}{number}"),
        }
    }

    /// A number with so many decimals, `trim` leaving out trailing zeros.
    fn fixed(&self, x: f64, decimals: usize, trim: bool) -> String {
        let scaled = (x.abs() * power_of_ten(decimals) + 0.5).floor();
        if scaled > 1e17 {
            return self.fixed(x.signum() * 1e17 / power_of_ten(decimals), decimals, trim);
        }
        let digits = format!("{:0>width$}", scaled as u64, width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        let fraction = if trim { fraction.trim_end_matches('0') } else { fraction };
        let mut text = String::new();
        if x < 0.0 && scaled > 0.0 {
            text.push('−');
        }
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                text.push(self.group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(self.decimal);
            text.push_str(fraction);
        }
        text
    }
}

/// Whether the sign at `place` has digits before it and whole groups of three behind it.
fn groups_thousands(signs: &[char], place: usize, mark: Option<usize>) -> bool {
    let end = mark.unwrap_or(signs.len());
    let group = signs[place + 1..end.max(place + 1)].split(|c| !c.is_ascii_digit()).next().unwrap_or(&[]);
    place > 0 && place < end && group.len() == 3
}

/// The nearest multiple of `step`, halves away from zero; never −0.
pub fn round_to(x: f64, step: f64) -> f64 {
    let steps = (x.abs() / step + 0.5).floor();
    // A step below 1 is undone by a division, which is exact where a product would not be.
    let size = if step < 1.0 { steps / (1.0 / step + 0.5).floor() } else { steps * step };
    if x < 0.0 && size != 0.0 { -size } else { size }
}

/// The one rule of rounding: an amount that is uncertain by `width` (from P10 to P90) is shown to the
/// power of ten below a twentieth of it, an amount that is certain to the minor unit.
pub fn step_for(width: f64) -> f64 {
    let mut step = 0.01;
    while step * 200.0 <= width && step < 1e12 {
        step *= 10.0;
    }
    // The hundredth and the tenth have no exact double; from the unit on the steps are whole.
    if step < 0.05 {
        0.01
    } else if step < 0.5 {
        0.1
    } else {
        step.round()
    }
}

/// How many decimals name the number exactly, at most nine.
fn decimals_of(x: f64) -> usize {
    (0..9).find(|&d| (x * power_of_ten(d)).round() / power_of_ten(d) == x).unwrap_or(9)
}

/// Ten to a power that an `f64` holds exactly.
fn power_of_ten(n: usize) -> f64 {
    (0..n.min(22)).fold(1.0, |power, _| power * 10.0)
}

/// Decimals of a currency (ISO 4217; the ones in common use that differ from two).
fn minor_digits(currency: &str) -> usize {
    match currency {
        "JPY" | "KRW" | "XOF" | "XAF" | "XPF" | "VND" | "CLP" | "ISK" => 0,
        "BHD" | "KWD" | "OMR" | "TND" | "JOD" => 3,
        _ => 2,
    }
}

/// The sign of a currency, where it has one that cannot be mistaken.
pub fn symbol_of(currency: &str) -> Option<&'static str> {
    match currency {
        "EUR" => Some("€"),
        "GBP" => Some("£"),
        "USD" => Some("$"),
        "JPY" => Some("¥"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, French};

    #[track_caller]
    fn reads(text: &str, language: Language, expected: f64) {
        assert_eq!(parse_number(text, language), Ok(expected), "{text:?}");
    }

    #[test]
    fn both_ways_of_writing_are_read() {
        for language in [French, English] {
            reads("1 200,50", language, 1200.5);
            reads("1200.50", language, 1200.5);
            reads("1\u{202f}200,5", language, 1200.5);
            reads("1.200,50", language, 1200.5);
            reads("1,200.50", language, 1200.5);
            reads("1.200.000", language, 1_200_000.0);
            reads("−3,5", language, -3.5);
            reads(",5", language, 0.5);
            reads("5.", language, 5.0);
            reads("-0", language, 0.0);
        }
        reads("1,200", French, 1.2);
        reads("1,200", English, 1200.0);
        reads("1,20", English, 1.2);
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["abc", "1,2,3", "1..2", "12a", ",", "1.2.3,4,5", "%", "1e5", "0x10", "1,20.000,5"] {
            assert_eq!(parse_number(text, French), Err(NotANumber::Unreadable), "{text:?}");
        }
        assert_eq!(parse_number("-", French), Err(NotANumber::Empty));
        assert_eq!(parse_number("  ", French), Err(NotANumber::Empty));
        assert_eq!(parse_number("1234567890123456", French), Err(NotANumber::TooLong));
    }

    #[test]
    fn percentages_are_exact() {
        for (text, fraction) in [("12,5 %", 0.125), ("7", 0.07), ("29", 0.29), ("0,1", 0.001)] {
            assert_eq!(parse_percent(text, French), Ok(fraction));
            assert_eq!(format_input_percent(fraction, French), text.trim_end_matches(" %"));
        }
    }

    #[test]
    fn amounts_in_both_languages() {
        let cases = [
            (36_650.0, 10.0, "EUR", "36\u{202f}650\u{a0}€", "€36,650"),
            (36_650.0, 0.01, "EUR", "36\u{202f}650\u{a0}€", "€36,650"),
            (9.5, 0.01, "GBP", "9,50\u{a0}£", "£9.50"),
            (-8_187.07, 1000.0, "EUR", "−8\u{202f}000\u{a0}€", "−€8,000"),
            (-0.001, 0.01, "EUR", "0\u{a0}€", "€0"),
            (1_234.5, 0.01, "CHF", "1\u{202f}234,50\u{a0}CHF", "CHF\u{a0}1,234.50"),
            (0.29, 0.01, "EUR", "0,29\u{a0}€", "€0.29"),
        ];
        for (amount, step, currency, french, english) in cases {
            assert_eq!(format_money(amount, step, currency, French), french);
            assert_eq!(format_money(amount, step, currency, English), english);
        }
    }

    #[test]
    fn what_is_shown_can_be_typed_back() {
        for x in [0.0, 1.0, 2.5, 0.1, 1234.56, 9000.0, 0.000_001, 123_456_789.25, -17.3] {
            for language in [French, English] {
                assert_eq!(parse_number(&format_input(x, language), language), Ok(x));
            }
        }
    }

    #[test]
    fn one_rule_of_rounding() {
        for (width, step) in
            [(0.0, 0.01), (0.4, 0.01), (2.0, 0.1), (25.0, 1.0), (1_252.0, 10.0), (78_923.0, 1_000.0), (19.0, 0.1)]
        {
            assert_eq!(step_for(width), step, "{width}");
        }
    }
}

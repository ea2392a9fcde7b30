//! Numbers as people type or paste them: with any spaces, a currency or unit beside them, digits of other scripts.

use super::Language;
use super::numbers::{Numbers, power_of_ten, symbol_of};

/// Most significant digits of a typed number: an `f64` would silently lose further ones.
const MAX_DIGITS: usize = 15;
/// Most decimals of a typed number: up to this, powers of ten are exact in an `f64`.
const MAX_DECIMALS: usize = 22;

/// Why a typed text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotANumber {
    /// Nothing is typed.
    Empty,
    /// A character that no number has, or misplaced separators.
    Unreadable,
    /// More digits or decimals than an `f64` keeps.
    TooLong,
}

/// Fraction characters with a finite decimal expansion, and their decimals.
const FRACTIONS: [(char, &str); 3] = [('½', "5"), ('¼', "25"), ('¾', "75")];

/// Reads a typed number: `1 200,50`, `1200.50`, `1.200,50`, `−3`, `½`, with any kind of space, and with one of `units`
/// before or after it, such as the field's currency.
///
/// Where two kinds of separators occur, the last one is the decimal mark. A single separator is the decimal mark,
/// unless it is the language's thousands separator, has one to three digits before it that do not begin with 0, and
/// exactly three after it (`1,200` in English). Groups have three digits each, with the same separator between them.
///
/// # Errors
/// Says why the text is not a number.
pub fn parse_number(text: &str, units: &[&str], language: Language) -> Result<f64, NotANumber> {
    language.rules().numbers.parse(text, units)
}

/// Reads a percentage as the fraction that it means: `12,5` and `12,5 %` are 0.125, exactly.
///
/// # Errors
/// Says why the text is not a number.
pub fn parse_percent(text: &str, language: Language) -> Result<f64, NotANumber> {
    language.rules().numbers.parse_percent(text)
}

/// The units that may be typed beside an amount of a currency: its code, its symbol, and `$` for any dollar.
pub fn units_of_money(currency: &str) -> [&str; 3] {
    let dollar = if matches!(currency, "USD" | "CAD" | "AUD" | "NZD" | "SGD" | "HKD") { "$" } else { "" };
    [currency, symbol_of(currency).unwrap_or_default(), dollar]
}

/// The cells of a text copied from a table, in order; a single one if it was not.
pub fn cells(text: &str) -> Vec<&str> {
    text.trim().split(['\t', '\n']).map(str::trim).collect()
}

impl Numbers {
    /// See [`parse_number`].
    pub fn parse(&self, text: &str, units: &[&str]) -> Result<f64, NotANumber> {
        self.parse_scaled(&plain(text), units, 0)
    }

    /// See [`parse_percent`].
    pub fn parse_percent(&self, text: &str) -> Result<f64, NotANumber> {
        self.parse_scaled(&plain(text), &["%"], 2)
    }

    /// The number in a plain text, divided by ten to the power of `shift`.
    fn parse_scaled(&self, text: &str, units: &[&str], shift: usize) -> Result<f64, NotANumber> {
        if text.trim().is_empty() {
            return Err(NotANumber::Empty);
        }
        let (minus, text) = signed(text.trim());
        let text = without_unit(text, units).trim();
        // The sign may stand on either side of a currency.
        let (inner, text) = if minus.is_none() { signed(text) } else { (None, text) };
        let size = self.size(text.trim(), shift)?;
        let negative = minus.or(inner) == Some(true);
        Ok(if negative && size != 0.0 { -size } else { size })
    }

    /// A number without its sign.
    fn size(&self, text: &str, shift: usize) -> Result<f64, NotANumber> {
        if text.is_empty() {
            return Err(NotANumber::Empty);
        }
        let fraction =
            FRACTIONS.iter().find_map(|(sign, decimals)| text.strip_suffix(*sign).map(|rest| (rest, *decimals)));
        let (whole, decimals) = match fraction {
            Some((rest, decimals)) => (self.split(rest.trim_end())?, decimals),
            None => (self.split(text)?, ""),
        };
        if whole.has_mark && !decimals.is_empty() {
            return Err(NotANumber::Unreadable);
        }
        let (digits, count) = ([&whole.digits, decimals].concat(), whole.decimals + decimals.len() + shift);
        let digits = digits.trim_start_matches('0');
        if digits.is_empty() && whole.digits.is_empty() && decimals.is_empty() {
            return Err(NotANumber::Unreadable);
        }
        if digits.len() > MAX_DIGITS || count > MAX_DECIMALS {
            return Err(NotANumber::TooLong);
        }
        let mantissa = digits.bytes().fold(0, |mantissa: u64, digit| mantissa * 10 + u64::from(digit - b'0'));
        Ok(mantissa as f64 / power_of_ten(count))
    }

    /// Splits a number at its separators.
    fn split(&self, text: &str) -> Result<Parts, NotANumber> {
        let is_separator = |sign: char| matches!(sign, ' ' | '\'' | '.' | ',' | DECIMAL);
        if text.chars().any(|sign| !sign.is_ascii_digit() && !is_separator(sign)) {
            return Err(NotANumber::Unreadable);
        }
        let groups: Vec<&str> = text.split(is_separator).collect();
        let separators: Vec<char> = text.chars().filter(|sign| is_separator(*sign)).collect();
        let whole = Parts { digits: groups.concat(), decimals: 0, has_mark: false };
        let Some((last, before)) = separators.split_last() else { return Ok(whole) };
        let are_groups = grouped(&separators, &groups);
        let is_mark = matches!(*last, '.' | ',' | DECIMAL)
            && (before.is_empty() || !before.contains(last) && grouped(before, &groups[..before.len() + 1]));
        match (are_groups, is_mark) {
            // `1,200`: the language itself groups thousands by this separator.
            (true, true) if *last == self.group => Ok(whole),
            (_, true) => Ok(Parts { decimals: groups[before.len() + 1].len(), has_mark: true, ..whole }),
            (true, false) => Ok(whole),
            (false, false) => Err(NotANumber::Unreadable),
        }
    }
}

/// The Arabic decimal separator, which is never a thousands separator.
const DECIMAL: char = '\u{66b}';

/// The digits of a number, and how many of them are decimals.
struct Parts {
    digits: String,
    decimals: usize,
    has_mark: bool,
}

/// Whether separators of one kind group the digits in thousands.
fn grouped(separators: &[char], groups: &[&str]) -> bool {
    let (first, rest) = groups.split_first().unwrap_or((&"", &[]));
    separators.iter().all(|sign| *sign == separators[0] && *sign != DECIMAL)
        && (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && rest.iter().all(|group| group.len() == 3)
}

/// The sign before a number (`true`: minus, `false`: plus), if it has one, and the rest.
fn signed(text: &str) -> (Option<bool>, &str) {
    let mut signs = text.chars();
    match signs.next() {
        Some('-') => (Some(true), signs.as_str().trim_start()),
        Some('+') => (Some(false), signs.as_str().trim_start()),
        _ => (None, text),
    }
}

/// A plain text without the unit before or after it.
fn without_unit<'a>(text: &'a str, units: &[&str]) -> &'a str {
    let same = |part: Option<&str>, unit: &str| part.is_some_and(|part| part.eq_ignore_ascii_case(unit));
    for unit in units {
        let unit = plain(unit);
        if unit.is_empty() {
            continue;
        }
        if same(text.get(..unit.len()), &unit) {
            return &text[unit.len()..];
        }
        let start = text.len().saturating_sub(unit.len());
        if same(text.get(start..), &unit) {
            return &text[..start];
        }
    }
    text
}

/// A text with ASCII digits, spaces, signs and separators, without zero-width characters and direction marks. Double
/// spaces, which people type by accident, become single ones.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        let sign = match sign {
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{61c}' | '\u{feff}' => {
                continue;
            }
            '−' | '–' | '﹣' | '－' | '‐' | '‑' => '-',
            '＋' => '+',
            '’' | 'ʼ' | '\u{66c}' => '\'',
            '．' => '.',
            '，' => ',',
            '％' | '٪' => '%',
            // Kept, so that a number is not read across two lines or cells.
            '\t' | '\n' | '\r' => sign,
            sign if sign.is_whitespace() => ' ',
            sign => digit(sign).unwrap_or(sign),
        };
        if !(sign == ' ' && plain.ends_with(' ')) {
            plain.push(sign);
        }
    }
    plain
}

/// The ASCII digit for a full-width, Arabic-Indic or Extended Arabic-Indic one.
fn digit(sign: char) -> Option<char> {
    ['０', '٠', '۰'].into_iter().find_map(|zero| {
        let value = u32::from(sign).checked_sub(u32::from(zero))?;
        char::from_digit(value, 10)
    })
}

#[cfg(test)]
mod tests;

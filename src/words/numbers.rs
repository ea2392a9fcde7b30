//! Numbers as each language writes them. It knows no exchange rates.
//!
//! Nothing here uses the standard formatting or parsing of floats: their tables are larger than all of this.

use super::typography::NO_BREAK_SPACE;
use super::{Language, fill};

/// How a language writes numbers; numbers that people type are read by it too.
pub(super) struct Numbers {
    /// Thousands separator.
    pub group: char,
    /// Decimal mark.
    pub decimal: char,
    /// The separator between the cells of a CSV file, as spreadsheets of this language expect it.
    pub cell: char,
    /// A percentage; `{number}` is its number.
    pub percent: &'static str,
    /// The place of the symbol of a currency.
    pub symbol: SymbolPlace,
}

/// The place of the symbol of a currency beside an amount.
pub(super) enum SymbolPlace {
    /// Directly before the amount, after a minus: `−€8`. A code is followed by a space: `CHF 8`.
    Before,
    /// After the amount and a space: `−8 €`.
    After,
}

/// A number with at most `decimals` decimals, without trailing zeros: `1 234,5` or `1,234.5`.
pub fn format_number(x: f64, decimals: usize, language: Language) -> String {
    language.rules().numbers.format(x, decimals)
}

/// A number for an input field, with all its decimals (at most nine).
pub fn format_input(x: f64, language: Language) -> String {
    language.rules().numbers.input(x)
}

/// A fraction as a percentage for an input field, without the percent sign.
pub fn format_input_percent(x: f64, language: Language) -> String {
    language.rules().numbers.input_percent(x)
}

/// A fraction as a percentage with at most `decimals` decimals: `27 %` or `27%`.
pub fn format_percent(fraction: f64, decimals: usize, language: Language) -> String {
    language.rules().numbers.percent(fraction, decimals)
}

/// An amount rounded to a multiple of `step` major units: `36 650 €` or `€36,650`.
///
/// Minor units are shown only if the step is below 1 and the rounded amount has some.
pub fn format_money(amount: f64, step: f64, currency: &str, language: Language) -> String {
    language.rules().numbers.money(amount, step, currency)
}

/// A price as it was stated, with all its decimals (at most nine): `1,237 €` or `€1.237`. Minor units are shown if it
/// has decimals.
pub fn format_price(price: f64, currency: &str, language: Language) -> String {
    language.rules().numbers.price(price, currency)
}

impl Numbers {
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
        // Rounding removes the error of the multiplication: 0.07 × 100 is 7.000000000000001.
        self.format(x * 100.0, decimals)
    }

    /// See [`format_percent`].
    pub fn percent(&self, fraction: f64, decimals: usize) -> String {
        fill(self.percent, &[("number", &self.format(fraction * 100.0, decimals))])
    }

    /// See [`format_money`].
    pub fn money(&self, amount: f64, step: f64, currency: &str) -> String {
        let (minor, unit) = (minor_digits(currency), minor_unit(currency));
        let rounded = round_to(amount, step.max(unit));
        let whole = step >= 1.0 || minor == 0 || round_to(rounded, 1.0) == round_to(rounded, unit);
        self.amount(rounded, if whole { 0 } else { minor }, currency)
    }

    /// See [`format_price`].
    pub fn price(&self, amount: f64, currency: &str) -> String {
        let amount = round_to(amount, 1e-9);
        let decimals = decimals_of(amount);
        self.amount(amount, if decimals == 0 { 0 } else { decimals.max(minor_digits(currency)) }, currency)
    }

    /// An amount with so many decimals.
    fn amount(&self, amount: f64, decimals: usize, currency: &str) -> String {
        let number = self.fixed(amount.abs(), decimals, false);
        let sign = if amount < 0.0 { "−" } else { "" };
        match (&self.symbol, symbol_of(currency)) {
            (SymbolPlace::After, symbol) => format!("{sign}{number}{NO_BREAK_SPACE}{}", symbol.unwrap_or(currency)),
            (SymbolPlace::Before, Some(symbol)) => format!("{sign}{symbol}{number}"),
            (SymbolPlace::Before, None) => format!("{sign}{currency}{NO_BREAK_SPACE}{number}"),
        }
    }

    /// A number with `decimals` decimals, without trailing zeros if `trim`.
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

/// The nearest multiple of `step`, halves away from zero; never −0.
///
/// A half is decided on the decimals as they were typed: 1.005 is just below its `f64`'s half, and so are many products
/// of decimals. What is below a half by less than a hundred-trillionth counts as one.
pub fn round_to(x: f64, step: f64) -> f64 {
    let exact = x.abs() / step;
    let steps = (exact + (exact * 1e-14).min(1e-6) + 0.5).floor();
    // For a step below 1, dividing by its whole reciprocal, such as 100, gives the nearest `f64`; a product would not.
    let size = if step < 1.0 { steps / (1.0 / step + 0.5).floor() } else { steps * step };
    if x < 0.0 && size != 0.0 { -size } else { size }
}

/// The rule of rounding: the step, in major units, to which an amount is shown that is uncertain by `width`
/// (from P10 to P90). It is the power of ten below a twentieth of the width, from the currency's minor unit to 10¹²; a
/// certain amount has the width 0 and is shown to the minor unit.
pub fn step_for(width: f64, currency: &str) -> f64 {
    smallest_step(currency, |step| step * 200.0 > width)
}

/// The smallest power of ten, from the currency's minor unit to 10¹², of which `is_enough` is true.
pub fn smallest_step(currency: &str, is_enough: impl Fn(f64) -> bool) -> f64 {
    let minor = minor_digits(currency) as i32;
    // Divided, not multiplied: 0.1 and 0.01 come out as the literals.
    let power = |n: i32| if n < 0 { 1.0 / power_of_ten(n.unsigned_abs() as usize) } else { power_of_ten(n as usize) };
    (-minor..12).map(power).find(|step| is_enough(*step)).unwrap_or(1e12)
}

/// The minor unit of a currency in major units: 0.01 of a euro, 0.001 of a dinar, 1 yen.
pub fn minor_unit(currency: &str) -> f64 {
    1.0 / power_of_ten(minor_digits(currency))
}

/// The number of decimals that identifies a number exactly, at most nine.
fn decimals_of(x: f64) -> usize {
    (0..9).find(|&d| (x * power_of_ten(d)).round() / power_of_ten(d) == x).unwrap_or(9)
}

/// Ten to the power `n`, at most 22: up to that, powers of ten are exact in an `f64`.
pub(super) fn power_of_ten(n: usize) -> f64 {
    (0..n.min(22)).fold(1.0, |power, _| power * 10.0)
}

/// Number of decimals of a currency (ISO 4217; those with other than two only if they are in common use).
fn minor_digits(currency: &str) -> usize {
    match currency {
        "JPY" | "KRW" | "XOF" | "XAF" | "XPF" | "VND" | "CLP" | "ISK" => 0,
        "BHD" | "KWD" | "OMR" | "TND" | "JOD" => 3,
        _ => 2,
    }
}

/// The symbol of a currency, for the few whose symbol is shown instead of the code.
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
    use crate::words::{parse_number, parse_percent};
    use Language::{English, French};

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
    fn prices_keep_their_decimals() {
        for (price, currency, shown) in [
            (1.237, "EUR", "€1.237"),
            (19.9, "EUR", "€19.90"),
            (1_900.0, "EUR", "€1,900"),
            (0.5, "JPY", "¥0.5"),
            (3.7035, "KWD", "KWD\u{a0}3.7035"),
            (-1.5, "EUR", "−€1.50"),
            (13.69 + 13.5, "EUR", "€27.19"),
            (1.0 / 3.0, "EUR", "€0.333333333"),
        ] {
            assert_eq!(format_price(price, currency, English), shown);
        }
    }

    #[test]
    fn what_is_shown_can_be_typed_back() {
        for x in [0.0, 1.0, 2.5, 0.1, 1234.56, 9000.0, 0.000_001, 123_456_789.25, -17.3] {
            for language in [French, English] {
                assert_eq!(parse_number(&format_input(x, language), &[], language), Ok(x));
            }
        }
    }

    #[test]
    fn amounts_have_the_minor_unit_of_their_currency() {
        for (amount, currency, shown) in [
            (3.0 * 12.345, "KWD", "KWD\u{a0}37.035"),
            (37.0349, "TND", "TND\u{a0}37.035"),
            (12.3, "KWD", "KWD\u{a0}12.300"),
            (12.0, "KWD", "KWD\u{a0}12"),
            (0.4999, "JPY", "¥0"),
            (12_345.6, "JPY", "¥12,346"),
            (12.345, "EUR", "€12.35"),
            (1.005, "EUR", "€1.01"),
            (20.0 * 1.97 * 0.12, "EUR", "€4.73"),
            (1.15 * 1.1, "EUR", "€1.27"),
            (1.004_999_999, "EUR", "€1"),
            (3.7035, "KWD", "KWD\u{a0}3.704"),
            (90_071_992_547_409.0, "JPY", "¥90,071,992,547,409"),
        ] {
            assert_eq!(format_money(amount, step_for(0.0, currency), currency, English), shown);
        }
        assert_eq!([minor_unit("KWD"), minor_unit("EUR"), minor_unit("JPY")], [0.001, 0.01, 1.0]);
        assert_eq!([step_for(0.05, "KWD"), step_for(0.3, "KWD"), step_for(0.3, "JPY")], [0.001, 0.01, 1.0]);
    }

    #[test]
    fn one_rule_of_rounding() {
        for (width, step) in
            [(0.0, 0.01), (0.4, 0.01), (2.0, 0.1), (25.0, 1.0), (1_252.0, 10.0), (78_923.0, 1_000.0), (19.0, 0.1)]
        {
            assert_eq!(step_for(width, "EUR"), step, "{width}");
        }
    }
}

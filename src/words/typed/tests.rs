//! Numbers as people type them, in both languages: one line for each input, with the result.

use crate::words::Language::{self, English, French};
use crate::words::{NotANumber, cells, parse_number, parse_percent, units_of_money};

const UNREADABLE: Result<f64, NotANumber> = Err(NotANumber::Unreadable);
const EMPTY: Result<f64, NotANumber> = Err(NotANumber::Empty);
const TOO_LONG: Result<f64, NotANumber> = Err(NotANumber::TooLong);

#[track_caller]
fn both(cases: &[(&str, Result<f64, NotANumber>)], read: impl Fn(&str, Language) -> Result<f64, NotANumber>) {
    for (text, expected) in cases {
        for language in [French, English] {
            assert_eq!(read(text, language), *expected, "{text:?} in {language:?}");
        }
    }
}

#[test]
fn numbers_are_read_alike_in_both_languages() {
    let cases = [
        ("0", Ok(0.0)),
        ("-0", Ok(0.0)),
        ("12", Ok(12.0)),
        ("007", Ok(7.0)),
        (" 12 ", Ok(12.0)),
        ("+3", Ok(3.0)),
        ("-3", Ok(-3.0)),
        ("−3,5", Ok(-3.5)),
        ("–3", Ok(-3.0)),
        ("- 3", Ok(-3.0)),
        (",5", Ok(0.5)),
        (".5", Ok(0.5)),
        ("5.", Ok(5.0)),
        ("5,", Ok(5.0)),
        ("2,5", Ok(2.5)),
        ("2.5", Ok(2.5)),
        ("0,5", Ok(0.5)),
        // A lone zero is not followed by a group of thousands.
        ("0,075", Ok(0.075)),
        ("0.075", Ok(0.075)),
        ("0,500", Ok(0.5)),
        ("0.500", Ok(0.5)),
        ("00,500", Ok(0.5)),
        ("012,345", Ok(12.345)),
        ("1,20", Ok(1.2)),
        ("1234,5", Ok(1234.5)),
        ("1234,567", Ok(1234.567)),
        ("1234.567", Ok(1234.567)),
        ("1 200", Ok(1200.0)),
        ("1\u{a0}200", Ok(1200.0)),
        ("1\u{202f}200", Ok(1200.0)),
        ("1\u{2009}200", Ok(1200.0)),
        ("1  200", Ok(1200.0)),
        ("1 200 000", Ok(1_200_000.0)),
        ("1 200,50", Ok(1200.5)),
        ("1 200.50", Ok(1200.5)),
        ("1200.50", Ok(1200.5)),
        ("1.200,50", Ok(1200.5)),
        ("1,200.50", Ok(1200.5)),
        ("1'200", Ok(1200.0)),
        ("1’200.50", Ok(1200.5)),
        ("1.200.000", Ok(1_200_000.0)),
        ("1,200,000", Ok(1_200_000.0)),
        ("1.200.000,5", Ok(1_200_000.5)),
        ("1 234 567,891", Ok(1_234_567.891)),
        ("½", Ok(0.5)),
        ("1½", Ok(1.5)),
        ("1 ½", Ok(1.5)),
        ("2¾", Ok(2.75)),
        ("-¼", Ok(-0.25)),
        ("⅛", UNREADABLE),
        ("１２", Ok(12.0)),
        ("１２．５", Ok(12.5)),
        ("１，２００．５", Ok(1200.5)),
        ("٣٠", Ok(30.0)),
        ("۳۰", Ok(30.0)),
        ("١٬٢٠٠٫٥", Ok(1200.5)),
        ("٠٫٠٧٥", Ok(0.075)),
        ("\u{200e}12", Ok(12.0)),
        ("\u{202a}1 200,50\u{202c}", Ok(1200.5)),
        ("\u{2066}-12\u{2069}", Ok(-12.0)),
        ("\u{feff}12", Ok(12.0)),
        ("1\u{200b}200", Ok(1200.0)),
        ("123456789012345", Ok(123_456_789_012_345.0)),
        // Refused: what could be two numbers is not read as one.
        ("10 20", UNREADABLE),
        ("0 500", UNREADABLE),
        ("1 20", UNREADABLE),
        ("1 2000", UNREADABLE),
        ("1200 000", UNREADABLE),
        ("30\t48\t66", UNREADABLE),
        ("30\n48", UNREADABLE),
        ("1 200.000 000", UNREADABLE),
        ("1,2,3", UNREADABLE),
        ("1.2.3", UNREADABLE),
        ("1,00,000", UNREADABLE),
        ("1..2", UNREADABLE),
        ("1,.2", UNREADABLE),
        ("1.2.3,4,5", UNREADABLE),
        ("1,20.000,5", UNREADABLE),
        ("1'20", UNREADABLE),
        ("'200", UNREADABLE),
        ("1½5", UNREADABLE),
        ("1,5½", UNREADABLE),
        ("⅓", UNREADABLE),
        ("12a", UNREADABLE),
        ("abc", UNREADABLE),
        ("1e5", UNREADABLE),
        ("0x10", UNREADABLE),
        ("10-20", UNREADABLE),
        ("10–20", UNREADABLE),
        ("--3", UNREADABLE),
        ("3-", UNREADABLE),
        ("12 %", UNREADABLE),
        ("12 €", UNREADABLE),
        ("€", UNREADABLE),
        ("%", UNREADABLE),
        (",", UNREADABLE),
        ("٫", UNREADABLE),
        ("'", UNREADABLE),
        ("∞", UNREADABLE),
        ("NaN", UNREADABLE),
        ("-", EMPTY),
        ("", EMPTY),
        ("  ", EMPTY),
        ("\u{a0}", EMPTY),
        ("\u{200e}", EMPTY),
        ("1234567890123456", TOO_LONG),
        ("0,00000000000000000000001", TOO_LONG),
    ];
    assert!(cases.len() > 100, "{} inputs", cases.len());
    both(&cases, |text, language| parse_number(text, &[], language));
}

#[test]
fn what_a_language_writes_itself_is_read_so() {
    let cases = [
        ("1,200", 1.2, 1200.0),
        ("12,345", 12.345, 12345.0),
        ("123,456", 123.456, 123_456.0),
        ("1.200", 1.2, 1.2),
        ("999,999", 999.999, 999_999.0),
    ];
    for (text, french, english) in cases {
        assert_eq!(parse_number(text, &[], French), Ok(french), "{text:?}");
        assert_eq!(parse_number(text, &[], English), Ok(english), "{text:?}");
    }
}

#[test]
fn a_currency_may_stand_beside_an_amount() {
    let euros = units_of_money("EUR");
    let cases = [
        ("1200 €", Ok(1200.0)),
        ("1200€", Ok(1200.0)),
        ("€ 1200", Ok(1200.0)),
        ("€1200", Ok(1200.0)),
        ("1 200 EUR", Ok(1200.0)),
        ("EUR 1 200,50", Ok(1200.5)),
        ("1 200,50 eur", Ok(1200.5)),
        ("-8 €", Ok(-8.0)),
        ("−€8", Ok(-8.0)),
        ("€-8", Ok(-8.0)),
        ("1\u{202f}200\u{a0}€", Ok(1200.0)),
        ("€", EMPTY),
        ("1200 $", UNREADABLE),
        ("1200 CHF", UNREADABLE),
        ("€ 1200 €", UNREADABLE),
        ("12 %", UNREADABLE),
    ];
    both(&cases, |text, language| parse_number(text, &euros, language));
    for (text, currency, expected) in [
        ("$ 80", "USD", Ok(80.0)),
        ("80 $", "CAD", Ok(80.0)),
        ("CHF 1’200.50", "CHF", Ok(1200.5)),
        ("80 $", "EUR", UNREADABLE),
        ("£80", "GBP", Ok(80.0)),
        ("¥ 1,200,000", "JPY", Ok(1_200_000.0)),
        ("1200 chantiers", "", UNREADABLE),
    ] {
        assert_eq!(parse_number(text, &units_of_money(currency), English), expected, "{text:?}");
    }
    assert_eq!(parse_number("48 personnes", &["personnes"], French), Ok(48.0));
    assert_eq!(parse_number("3 années", &["années"], French), Ok(3.0));
}

#[test]
fn percentages_are_exact() {
    let cases = [
        ("12 %", Ok(0.12)),
        ("12%", Ok(0.12)),
        ("12\u{a0}%", Ok(0.12)),
        ("12,5 %", Ok(0.125)),
        ("12.5%", Ok(0.125)),
        ("7", Ok(0.07)),
        ("0,1", Ok(0.001)),
        ("٧٪", Ok(0.07)),
        ("½ %", Ok(0.005)),
        ("14,975 %", Ok(0.14975)),
        ("% 12", Ok(0.12)),
        ("12 %%", UNREADABLE),
        ("12 €", UNREADABLE),
        ("%", EMPTY),
    ];
    for (text, expected) in cases {
        assert_eq!(parse_percent(text, French), expected, "{text:?}");
    }
}

#[test]
fn cells_of_a_table_are_told_apart() {
    assert_eq!(cells("30\t48\t66"), ["30", "48", "66"]);
    assert_eq!(cells("30\r\n48\r\n66\r\n"), ["30", "48", "66"]);
    assert_eq!(cells("1 200,50"), ["1 200,50"]);
    assert_eq!(cells("30\t\t66"), ["30", "", "66"]);
}

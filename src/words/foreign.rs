//! Languages that the product does not have: the rules of Spanish and German show that `Rules` has what a further
//! language needs.

use super::NotANumber;
use super::dates::Dates;
use super::language::{Rules, keep_space, one_or_many};
use super::numbers::{Numbers, SymbolPlace};
use super::tests::forms;
use super::typography::typeset_by;
use super::{Language, form};
use crate::proposal::Date;
use proptest::prelude::*;

const SPANISH: Rules = Rules {
    code: "es",
    name: "Español",
    plural: one_or_many,
    or: " o ",
    numbers: Numbers { group: '.', decimal: ',', cell: ';', percent: "{number}\u{a0}%", symbol: SymbolPlace::After },
    dates: Dates {
        months: [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
        date: "{day} de {month} de {year}",
        first: "1",
        with_weekday: "{weekday}, {date}",
        in_digits: "{day}/{month}/{year}",
        time: "{hour}:{minute}",
    },
    space: keep_space,
};

const GERMAN: Rules = Rules {
    code: "de",
    name: "Deutsch",
    plural: one_or_many,
    or: " oder ",
    numbers: Numbers { group: '.', decimal: ',', cell: ';', percent: "{number}\u{a0}%", symbol: SymbolPlace::After },
    dates: Dates {
        months: [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
        date: "{day}.\u{a0}{month} {year}",
        first: "1",
        with_weekday: "{weekday}, {date}",
        in_digits: "{day}.{month}.{year}",
        time: "{hour}:{minute} Uhr",
    },
    space: keep_space,
};

/// The rules of the product's languages, and the two here.
fn all() -> Vec<&'static Rules> {
    Language::ALL.into_iter().map(Language::rules).chain([&SPANISH, &GERMAN]).collect()
}

#[test]
fn numbers_are_written_with_points_between_thousands() {
    for Rules { numbers, .. } in [SPANISH, GERMAN] {
        assert_eq!(numbers.format(1234.5, 2), "1.234,5");
        assert_eq!(numbers.format(-1_234_567.0, 0), "−1.234.567");
        assert_eq!(numbers.money(1234.56, 0.01, "EUR"), "1.234,56\u{a0}€");
        assert_eq!(numbers.money(-36_650.0, 10.0, "CHF"), "−36.650\u{a0}CHF");
        assert_eq!(numbers.percent(0.12, 0), "12\u{a0}%");
        assert_eq!(numbers.percent(0.125, 1), "12,5\u{a0}%");
        assert_eq!(numbers.input_percent(0.07), "7");
    }
}

#[test]
fn a_point_before_three_digits_groups_thousands() {
    for Rules { numbers, .. } in [SPANISH, GERMAN] {
        let cases = [
            ("1.200", 1200.0),
            ("1.200,50", 1200.5),
            ("1 200,50", 1200.5),
            ("1,200", 1.2),
            ("1,200.50", 1200.5),
            ("1.20", 1.2),
            ("12.5", 12.5),
            ("1.200.000", 1_200_000.0),
            ("−3,5", -3.5),
            ("1.234", 1234.0),
            (".234", 0.234),
        ];
        for (text, expected) in cases {
            assert_eq!(numbers.parse(text, &[]), Ok(expected), "{text:?}");
        }
        assert_eq!(numbers.parse("1.2.3", &[]), Err(NotANumber::Unreadable));
        assert_eq!(numbers.parse_percent("12,5 %"), Ok(0.125));
    }
}

#[test]
fn days_stand_in_the_order_of_the_language() {
    let (friday, first) = (Date::parse("2026-03-27").unwrap(), Date::parse("2026-03-01").unwrap());
    assert_eq!(SPANISH.dates.with_weekday(friday), "viernes, 27 de marzo de 2026");
    assert_eq!(GERMAN.dates.with_weekday(friday), "Freitag, 27.\u{a0}März 2026");
    assert_eq!(GERMAN.dates.date(first), "1.\u{a0}März 2026");
    assert_eq!(GERMAN.dates.time(14 * 60 + 5), "14:05 Uhr");
}

#[test]
fn only_one_is_singular() {
    for (n, expected) in [(1.0, "ein Tag"), (0.0, "{n} Tage"), (1.5, "{n} Tage"), (-1.0, "{n} Tage")] {
        assert_eq!(form("ein Tag|{n} Tage", (GERMAN.plural)(n)), expected);
    }
    assert_eq!(typeset_by(SPANISH.space, "¿Cuánto: 20 %?"), "¿Cuánto: 20 %?");
}

#[test]
fn rules_are_of_one_language_each() {
    let mut codes = Language::CODES.to_vec();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), Language::ALL.len());
    for rules in all() {
        assert!(rules.code.len() == 2 && rules.code.bytes().all(|byte| byte.is_ascii_lowercase()));
        assert_ne!(rules.numbers.group, rules.numbers.decimal, "{}", rules.name);
        assert_eq!(forms(rules), 2, "{}", rules.name);
    }
}

proptest! {
    #[test]
    fn what_is_shown_can_be_typed_back(units in -1_000_000_000_000i64..1_000_000_000_000, decimals in 0usize..7) {
        let x = units as f64 / (0..decimals).fold(1.0, |power, _| power * 10.0);
        for rules in all() {
            let shown = rules.numbers.input(x);
            prop_assert_eq!(rules.numbers.parse(&shown, &[]), Ok(x), "{} {}", rules.name, shown);
        }
    }

    #[test]
    fn percentages_can_be_typed_back(units in 0u32..1_000_000) {
        let fraction = f64::from(units) / 1e6;
        for rules in all() {
            let shown = rules.numbers.percent(fraction, 4);
            prop_assert_eq!(rules.numbers.parse_percent(&shown), Ok(fraction), "{} {}", rules.name, shown);
        }
    }

    #[test]
    fn any_text_is_a_number_or_is_refused(text in "[-+−0-9., '’%a\u{a0}]{0,24}") {
        for rules in all() {
            if let Ok(x) = rules.numbers.parse(&text, &[]) {
                prop_assert!(x.is_finite() && text.contains(|sign: char| sign.is_ascii_digit()), "{}", text);
            }
        }
    }

    #[test]
    fn setting_a_text_again_changes_nothing(text in "[a-zé0-9 '’:;!?%€«»]{0,24}") {
        for rules in all() {
            let set = typeset_by(rules.space, &text);
            prop_assert_eq!(typeset_by(rules.space, &set), set);
        }
    }
}

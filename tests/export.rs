//! Properties of every table and every calendar file that is exported.

use proptest::collection::vec;
use proptest::prelude::*;
use retour::export::{CalendarEvent, calendar, csv};
use retour::proposal::Date;

/// Reads comma-separated values as RFC 4180 has them.
fn parse(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => cell.extend(signs.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(signs.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            sign => cell.push(sign),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "an unfinished line");
    rows
}

fn cell() -> impl Strategy<Value = String> {
    let signs = prop::sample::select("=+-@＝\t\r\n,;\"' a1.é\u{a0}".chars().collect::<Vec<_>>());
    prop_oneof![vec(signs, 0..8).prop_map(|signs| signs.into_iter().collect()), any::<String>()]
}

fn is_number(cell: &str) -> bool {
    let unsigned = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    unsigned.starts_with(|sign: char| sign.is_ascii_digit())
        && unsigned.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ',' | '\u{a0}' | '\u{202f}'))
}

/// Whether a spreadsheet could take it for a formula.
fn is_formula(cell: &str) -> bool {
    let begins = cell.trim_start_matches([' ', '"']).starts_with(['=', '+', '-', '@']);
    !is_number(cell) && (begins || cell.starts_with(['\t', '\r']))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_reads_back_without_a_formula(rows in vec(vec(cell(), 1..5), 0..5)) {
        let written = csv(&rows, ',');
        let read = parse(&written);
        let without = |rows: &[Vec<String>]| -> Vec<Vec<String>> {
            rows.iter().map(|row| row.iter().map(|cell| cell.replace('\'', "")).collect()).collect()
        };
        // Nothing but apostrophes was added.
        prop_assert_eq!(without(&read), without(&rows));
        for (cell, before) in read.iter().flatten().zip(rows.iter().flatten()) {
            prop_assert!(!is_formula(cell), "{:?} of {:?}", cell, before);
            let inner: Vec<&str> = before.split([';', '\t', '\r', '\n']).collect();
            let harmless = !before.starts_with(['\t', '\r', '\n'])
                && !inner.iter().any(|part| part.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '"').starts_with(['=', '+', '-', '@', '＝']));
            if harmless || is_number(before) {
                prop_assert_eq!(cell, before);
            }
            // No part is a formula either if another character separates the cells.
            prop_assert!(is_number(cell) || !cell.split([';', '\n']).any(|part| part.starts_with(['=', '+', '-', '@'])));
        }
    }

    #[test]
    fn a_calendar_has_only_its_own_lines(uid: String, summary: String, description: String, url: String, days in 0i32..40_000) {
        let event = CalendarEvent { uid, day: Date::from_days(days).expect("a day"), summary, description, url, remind_hours: Some(9) };
        let file = calendar(&[event], Date::EPOCH);
        prop_assert!(file.ends_with("END:VCALENDAR\r\n"));
        prop_assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
        let unfolded = file.replace("\r\n ", "");
        let known = ["BEGIN", "VERSION", "PRODID", "UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY", "DESCRIPTION", "URL", "TRANSP", "ACTION", "TRIGGER", "END"];
        prop_assert!(unfolded.lines().all(|line| known.contains(&line.split(':').next().expect("a name"))));
    }
}

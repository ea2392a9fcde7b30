//! Every figure of the reference proposals to its last bit.
//!
//! The same files are compared in Node and in browsers (`tests/golden/bits.mjs`), so that a figure is the same wherever
//! it is computed. Where figures are meant to change, `RETOUR_GOLDEN=write cargo test --test golden` writes the files
//! anew, and `ENGINE_VERSION` is raised where more than last bits change.

mod support;

use serde_json::Value;
use std::fmt::Write;

/// One line per value: its path, then the sixteen hexadecimal digits of a number's bits, or any other value as text.
fn lines(value: &Value, path: &str, out: &mut String) {
    match value {
        Value::Object(entries) => {
            let mut entries: Vec<_> = entries.iter().collect();
            entries.sort_by_key(|(key, _)| *key);
            entries.into_iter().for_each(|(key, value)| lines(value, &format!("{path}/{key}"), out));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| lines(value, &format!("{path}/{index}"), out));
        }
        Value::Number(x) => writeln!(out, "{path} {:016x}", x.as_f64().unwrap().to_bits()).unwrap(),
        Value::String(text) => writeln!(out, "{path} {text}").unwrap(),
        other => writeln!(out, "{path} {other}").unwrap(),
    }
}

#[track_caller]
fn is_as_before(name: &str) {
    let estimate = retour::estimate::estimate(&support::checked(&support::proposal(name)));
    let mut bits = String::new();
    lines(&support::json(&estimate), "", &mut bits);
    let path = format!("{}/tests/golden/{name}.bits", env!("CARGO_MANIFEST_DIR"));
    if std::env::var("RETOUR_GOLDEN").is_ok_and(|deed| deed == "write") {
        std::fs::write(&path, &bits).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap();
    for (now, before) in bits.lines().zip(golden.lines()) {
        assert_eq!(now, before, "{name}");
    }
    assert_eq!(bits.lines().count(), golden.lines().count(), "{name}");
}

#[test]
fn an_event() {
    is_as_before("evenement");
}

#[test]
fn press_relations() {
    is_as_before("relations-presse");
}

#[test]
fn market_research() {
    is_as_before("market-research");
}

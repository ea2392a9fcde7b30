//! The files in other languages than Rust list the same languages and answers as the program.

use retour::proposal::Answer;
use retour::words::Language;
use serde_json::Value;

const TYPES: &str = include_str!("../src/embed/retour.d.ts");
const PAGE: &str = include_str!("../src/embed/page.js");
const FORMAT: &str = include_str!("../docs/link.md");
const SCHEMA: &str = include_str!("../examples/agency.schema.json");

/// The part of a text between two others.
#[track_caller]
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("{start:?} is missing"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end:?} after {start:?}")).0
}

/// The members of a union of texts in the types.
#[track_caller]
fn union(name: &str) -> Vec<&'static str> {
    let members = between(TYPES, &format!("export type {name} ="), ";");
    members.split('|').map(|member| member.trim().trim_matches('\'')).filter(|member| !member.is_empty()).collect()
}

/// Every object of JSON that has a key for a language, with its keys.
fn of_languages(json: &Value) -> Vec<Vec<&str>> {
    let inner: Box<dyn Iterator<Item = &Value>> = match json {
        Value::Object(entries) => Box::new(entries.values()),
        Value::Array(items) => Box::new(items.iter()),
        _ => return Vec::new(),
    };
    let own = json.as_object().filter(|entries| entries.contains_key(Language::default().code()));
    let keys = own.map(|entries| entries.keys().map(String::as_str).collect());
    keys.into_iter().chain(inner.flat_map(of_languages)).collect()
}

#[test]
fn the_languages() {
    assert_eq!(union("Language"), Language::CODES);
    assert_eq!(between(PAGE, "const SPOKEN = /^(", ")").split('|').collect::<Vec<_>>(), Language::CODES);
    let mut codes = Language::CODES;
    codes.sort_unstable();
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let found = of_languages(&schema);
    assert!(found.len() > 3);
    for mut keys in found {
        keys.sort_unstable();
        assert_eq!(keys, codes, "examples/agency.schema.json");
    }
}

#[test]
fn the_answers() {
    let names = Answer::ALL.map(Answer::name);
    assert_eq!(union("Answer"), names, "src/embed/retour.d.ts");
    assert_eq!(between(FORMAT, "Choice *Answer* (", ")").split(", ").collect::<Vec<_>>(), names, "docs/link.md");
}

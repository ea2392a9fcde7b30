//! A new field is added everywhere: every field in a type's list of fields is sent in a link and typed in
//! `retour.d.ts`. `docs/adding.md` lists the places; `tests/keys.rs` compares the schema of an agency's file.

#[expect(dead_code, reason = "this test computes nothing")]
mod support;

use retour::estimate::Figures;
use retour::link::{self, Opened};
use retour::proposal::*;
use serde_json::{Value as Json, json};

const TYPES: &str = include_str!("../src/embed/retour.d.ts");

/// A proposal in which every object occurs that a proposal can have.
fn complete() -> Json {
    let shape = json!({"pert": [1, 2, 4]});
    json!({
        "title": "Une fête", "currency": "EUR", "from": {"name": "A", "ids": [{"label": "SIRET", "value": "1"}]}, "to": {"name": "B"},
        "dates": {"issued": "2026-11-21"}, "effort": {"people": 1, "hours": 2, "byPerson": [{"name": "Z", "hours": 1}]},
        "rates": [{"id": "r", "dayRate": 900}],
        "taxes": [{"id": "t", "rate": 0.1}], "sections": [{"id": "s"}], "payments": [{"share": 1}],
        "choices": [{"id": "c", "alternatives": [{"id": "a"}]}],
        "lines": [{
            "id": "l", "unitPrice": shape, "timing": {"startMonth": 1}, "percentOf": {"lines": ["l"], "share": 0.1},
            "making": [{"role": "r", "days": shape}], "advice": {"time": [{"role": "r", "hours": 3}]},
        }],
        "discount": {"share": 0.1}, "locks": ["texts"],
        "inHouse": {"grossSalary": 1, "days": shape, "timing": {"startMonth": 1}},
        "factors": [{
            "id": "f", "holder": "client", "value": shape, "withoutAdvice": shape, "advisedBy": ["l"],
            "scalesWith": {"line": "l", "at": 1}, "source": {"kind": "record"},
        }],
        "benefits": [{"id": "b", "factors": ["f"], "needs": ["l"], "timing": {"startMonth": 1}}],
        "extensions": [{"number": 4_000_000_000_u32, "bytes": [1, 255]}],
    })
}

/// The objects of [`complete`] as JSON pointers, each with its interface in `retour.d.ts` and, where it has no
/// interface, the key that has its type in another.
const OBJECTS: [(&str, &str, Option<&str>); 27] = [
    ("", "Proposal", None),
    ("/from", "Party", None),
    ("/from/ids/0", "Party", Some("ids")),
    ("/dates", "Proposal", Some("dates")),
    ("/taxes/0", "Proposal", Some("taxes")),
    ("/sections/0", "Proposal", Some("sections")),
    ("/choices/0", "Proposal", Some("choices")),
    ("/choices/0/alternatives/0", "Proposal", Some("choices")),
    ("/payments/0", "Proposal", Some("payments")),
    ("/effort", "Proposal", Some("effort")),
    ("/effort/byPerson/0", "Proposal", Some("effort")),
    ("/rates/0", "Rate", None),
    ("/lines/0", "Line", None),
    ("/lines/0/timing", "LineTiming", None),
    ("/lines/0/percentOf", "Line", Some("percentOf")),
    ("/lines/0/making/0", "Work", None),
    ("/lines/0/advice", "Line", Some("advice")),
    ("/lines/0/advice/time/0", "Work", None),
    ("/discount", "Proposal", Some("discount")),
    ("/inHouse", "InHouse", None),
    ("/inHouse/timing", "LineTiming", None),
    ("/factors/0", "Factor", None),
    ("/factors/0/scalesWith", "Factor", Some("scalesWith")),
    ("/factors/0/source", "Factor", Some("source")),
    ("/benefits/0", "Benefit", None),
    ("/benefits/0/timing", "Benefit", Some("timing")),
    ("/extensions/0", "Extension", None),
];

fn tree(json: &Json) -> Value {
    serde_json::from_value(json.clone()).unwrap()
}

/// The proposal as it is read, written again.
fn read_again(json: &Json) -> Json {
    serde_json::to_value(read(&tree(json)).0).unwrap()
}

/// The keys that the object at a pointer may have, as reading knows them.
fn keys_at(json: &Json, pointer: &str) -> Vec<&'static str> {
    let mut json = json.clone();
    json.pointer_mut(pointer).unwrap()["nobodyReadsThis"] = json!(1);
    match unknown_keys(&tree(&json)).as_slice() {
        [Issue { fault: Fault::UnknownKey(unknown), .. }] => unknown.known.clone(),
        other => panic!("{pointer}: {other:?}"),
    }
}

/// The proposal with a value at a key other than the one that is read if the key is absent.
fn with_a_value(json: &Json, pointer: &str, key: &str) -> Json {
    let with = |value: Option<&Json>| {
        let mut json = json.clone();
        let object = json.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
        object.remove(key);
        object.extend(value.map(|value| (key.to_owned(), value.clone())));
        json
    };
    let absent = read_again(&with(None));
    let present = json.pointer(pointer).and_then(|object| object.get(key)).cloned();
    let plain = [
        json!(true),
        json!(false),
        json!("Un mot"),
        json!("en-GB"),
        json!("2027-03-01"),
        json!("thirdParty"),
        json!("outcome"),
        json!("monthly"),
        json!("purchase"),
        json!(0.25),
        json!(7),
        json!(["f"]),
        json!([{"number": 4_000_000_000_u32, "bytes": [2]}]),
    ];
    let mut tried = present.into_iter().chain(plain).map(|value| with(Some(&value)));
    let found = tried.find(|json| read(&tree(json)).1.is_empty() && read_again(json) != absent);
    found.unwrap_or_else(|| panic!("nothing fits {pointer}/{key}: add it to the proposal of this test"))
}

#[test]
fn every_field_travels() {
    let mut whole = complete();
    for (pointer, ..) in OBJECTS {
        for key in keys_at(&whole, pointer) {
            whole = with_a_value(&whole, pointer, key);
            let (proposal, issues) = read(&tree(&whole));
            assert_eq!(issues, [], "{pointer}/{key}");
            let Ok(Opened::Proposal { proposal: same, .. }) = link::open(&link::seal(&proposal, &Figures::default()))
            else {
                panic!("{pointer}/{key}")
            };
            let json = |proposal| serde_json::to_value::<Proposal>(proposal).unwrap();
            assert!(json(same) == json(proposal), "{pointer}/{key} does not travel: src/link/v1/known.rs");
        }
    }
    assert_eq!(unknown_keys(&tree(&whole)), []);
}

/// The text of an interface, or of the object under a key in it.
fn typed<'a>(interface: &str, under: Option<&str>) -> &'a str {
    let start = format!("export interface {interface} {{");
    let body = TYPES.split_once(&start).unwrap_or_else(|| panic!("no {start}")).1;
    let body = body.split_once("\n}").unwrap().0;
    match under {
        None => body,
        Some(key) => body.lines().find(|line| line.trim_start().starts_with(&format!("{key}?:"))).expect(key),
    }
}

#[test]
fn every_field_is_typed() {
    let whole = complete();
    let has = |text: &str, key: &str| {
        let mut words = text.split(|c: char| !(c.is_alphanumeric() || c == '?' || c == ':'));
        words.any(|word| word.strip_suffix(':').is_some_and(|word| word.trim_end_matches('?') == key))
    };
    for (pointer, interface, under) in OBJECTS {
        for key in keys_at(&whole, pointer) {
            assert!(has(typed(interface, under), key), "{key} of {interface} is not in src/embed/retour.d.ts");
        }
    }
    for key in names(&mut Reply::default()) {
        assert!(has(typed("Reply", None), key), "{key} of Reply is not in src/embed/retour.d.ts");
    }
}

#[test]
fn no_object_is_forgotten() {
    let whole = complete();
    let mut open = vec![(String::new(), &whole)];
    while let Some((pointer, value)) = open.pop() {
        match value {
            Json::Object(entries) => {
                open.extend(entries.iter().map(|(key, value)| (format!("{pointer}/{key}"), value)));
                let is_listed = OBJECTS.iter().any(|(listed, ..)| *listed == pointer);
                let is_shape = entries.keys().any(|key| SHAPES.contains(&&**key));
                assert!(is_listed || is_shape || pointer == "/to", "{pointer}");
            }
            Json::Array(items) => {
                open.extend(items.iter().enumerate().map(|(at, item)| (format!("{pointer}/{at}"), item)));
            }
            _ => {}
        }
    }
}

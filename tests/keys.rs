//! Every unknown key is reported, once, with the key that was perhaps meant.

#[expect(dead_code, reason = "this test computes nothing")]
mod support;

use proptest::prelude::*;
use proptest::sample::Index;
use retour::agency::{left_out, read_agency};
use retour::proposal::{self, Fault, Issue, MAX_UNKNOWN_KEYS, Reply, UnknownKey, unknown_keys, unknown_keys_of};
use retour::words::{Language, fault_sentence};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

const NAMES: [&str; 3] = ["evenement", "relations-presse", "market-research"];
const SCHEMA: &str = include_str!("../examples/agency.schema.json");

fn tree(json: &Json) -> proposal::Value {
    serde_json::from_value(json.clone()).unwrap()
}

fn agency(name: &str) -> Json {
    let path = format!("{}/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The unknown keys of a proposal.
fn of_proposal(json: &Json) -> Vec<Issue> {
    unknown_keys(&tree(json))
}

/// The unknown keys of an agency's file; this test ignores other faults.
fn of_agency(json: &Json) -> Vec<Issue> {
    let mut told = left_out(&tree(json), Language::French);
    let in_english = left_out(&tree(json), Language::English);
    told.retain(|issue| !issue.is_error());
    assert_eq!(told, in_english.into_iter().filter(|issue| !issue.is_error()).collect::<Vec<_>>());
    told
}

type Find = fn(&Json) -> Vec<Issue>;

/// Every valid document of the project, with the function that finds its unknown keys.
fn documents() -> Vec<(Json, Find)> {
    let proposals = NAMES.map(|name| (support::proposal(name), of_proposal as Find));
    proposals.into_iter().chain(NAMES.map(|name| (agency(name), of_agency as Find))).collect()
}

fn is_of_languages(object: &Json) -> bool {
    object.get("fr").or(object.get("en")).is_some()
}

/// The JSON pointers of all objects, except in `texts`, where an agency's own sentences are.
fn objects(json: &Json) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), json)];
    while let Some((pointer, value)) = open.pop() {
        match value {
            Json::Object(entries) => {
                open.extend(entries.iter().map(|(key, value)| (format!("{pointer}/{key}"), value)));
                if !pointer.starts_with("/texts/") {
                    found.push(pointer);
                }
            }
            Json::Array(items) => {
                open.extend(items.iter().enumerate().map(|(at, item)| (format!("{pointer}/{at}"), item)));
            }
            _ => {}
        }
    }
    found
}

/// The path of a key in the object at a pointer.
fn path(pointer: &str, key: &str) -> String {
    let mut path = String::new();
    for step in pointer.split('/').skip(1).chain([key]) {
        match step.parse::<usize>() {
            Ok(at) => path.push_str(&format!("[{at}]")),
            Err(_) if path.is_empty() => path.push_str(step),
            Err(_) => path.push_str(&format!(".{step}")),
        }
    }
    path
}

fn object_at<'a>(json: &'a mut Json, pointer: &str) -> &'a mut serde_json::Map<String, Json> {
    json.pointer_mut(pointer).unwrap().as_object_mut().unwrap()
}

/// The only unknown key of a document with `key` put into the object at a pointer.
#[track_caller]
fn told(json: &Json, find: Find, pointer: &str, key: &str) -> UnknownKey {
    let mut json = json.clone();
    object_at(&mut json, pointer).insert(key.to_owned(), json!({"inside": 1}));
    match find(&json).as_slice() {
        [Issue { path: at, fault: Fault::UnknownKey(unknown) }] if *at == path(pointer, key) => (**unknown).clone(),
        other => panic!("{pointer} {key}: {other:?}"),
    }
}

/// Every key, in lower case, that one typing error makes of this one, and the key itself.
fn slips(key: &str) -> BTreeSet<String> {
    let letters: Vec<char> = key.to_lowercase().chars().collect();
    let mut slips = BTreeSet::from([letters.iter().collect::<String>()]);
    for at in 0..=letters.len() {
        let (head, tail) = letters.split_at(at);
        let mut add = |middle: &[char], skipped: usize| {
            slips.insert(head.iter().chain(middle).chain(&tail[skipped..]).collect::<String>());
        };
        for letter in 'a'..='z' {
            add(&[letter], 0);
            if !tail.is_empty() {
                add(&[letter], 1);
            }
        }
        if !tail.is_empty() {
            add(&[], 1);
        }
        if let [one, other, ..] = *tail {
            add(&[other, one], 2);
        }
    }
    slips
}

/// A key with one typing error at a place: a letter dropped, doubled, swapped with its neighbour, or in the other case.
fn slip(key: &str, kind: u8, at: &Index) -> String {
    let mut letters: Vec<char> = key.chars().collect();
    let at = at.index(letters.len());
    match kind {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        2 => letters.swap(at.max(1) - 1, at.max(1)),
        _ if letters[at].is_lowercase() => letters[at] = letters[at].to_ascii_uppercase(),
        _ => letters[at] = letters[at].to_ascii_lowercase(),
    }
    letters.into_iter().collect()
}

#[test]
fn what_is_sound_has_none() {
    for (json, find) in documents() {
        assert_eq!(find(&json), []);
    }
}

#[test]
fn each_is_told_with_its_path_and_a_sentence_in_both_languages() {
    let mut event = support::proposal("evenement");
    event["lines"][0]["vatrate"] = json!(0.1);
    event["siret"] = json!("123");
    event["Currency"] = json!(null);
    event["factors"][0]["value"] = json!({"prt": [1, 2, 3]});
    let told = of_proposal(&event);
    let said = |language| -> Vec<(String, String)> {
        told.iter()
            .map(|it| (it.path.clone(), fault_sentence(&it.fault, language).replace(['\u{a0}', '\u{202f}'], " ")))
            .collect()
    };
    let pairs = |list: [(&str, &str); 4]| list.map(|(path, said)| (path.to_owned(), said.to_owned())).to_vec();
    assert_eq!(
        said(Language::English),
        pairs([
            ("Currency", "Unknown key “Currency”; did you mean “currency”? It will not be in the link."),
            ("siret", "Unknown key “siret”: check its name, or remove it. It will not be in the link."),
            ("lines[0].vatrate", "Unknown key “vatrate”: check its name, or remove it. It will not be in the link."),
            ("factors[0].value.prt", "Unknown key “prt”; did you mean “pert”? It will not be in the link."),
        ])
    );
    assert_eq!(
        said(Language::French)[0].1,
        "Clé inconnue « Currency » ; vouliez-vous dire « currency » ? Elle ne sera pas dans le lien."
    );
    assert!(told.iter().all(|issue| !issue.is_error()));
    let reply = json!({"answer": "no", "on": "2026-11-24", "coment": "x", "changes": [{"path": "a", "from": {"b": 1}, "too": 1}]});
    let paths: Vec<_> =
        unknown_keys_of(&mut Reply::default(), &tree(&reply), "reply").into_iter().map(|it| it.path).collect();
    assert_eq!(paths, ["reply.coment", "reply.changes[0].too"]);
}

#[test]
fn a_million_are_counted() {
    let long = "x".repeat(100_000);
    let many = (0..1_000_000).map(|at| (format!("key{at}"), proposal::Value::Null));
    let told =
        unknown_keys(&proposal::Value::Object([(long, proposal::Value::Null)].into_iter().chain(many).collect()));
    assert_eq!(told.len(), MAX_UNKNOWN_KEYS + 1);
    assert!(told[0].path.chars().count() < 100);
    let rest = Issue { path: String::new(), fault: Fault::MoreUnknownKeys(1_000_001 - MAX_UNKNOWN_KEYS) };
    assert_eq!(told.last(), Some(&rest));
    assert!(fault_sentence(&rest.fault, Language::English).contains("999,981"));
}

#[test]
fn a_language_that_nobody_speaks_is_told_and_the_others_are_read() {
    for (key, meant) in [("de", None), ("pt-BR", None), ("fra", Some("fr")), ("EN", Some("en"))] {
        let mut file = agency("evenement");
        file["name"] = json!({"fr": "Atelier", key: "Werkstatt"});
        file["texts"] = json!({key: {}});
        let told = of_agency(&file);
        assert_eq!(
            told.iter().map(|it| it.path.clone()).collect::<BTreeSet<_>>(),
            BTreeSet::from([format!("name.{key}"), format!("texts.{key}")])
        );
        assert!(told.iter().all(|it| matches!(&it.fault, Fault::UnknownKey(it) if it.nearest() == meant)), "{told:?}");
        assert_eq!(read_agency(&tree(&file), Language::English).0.name, "Atelier");
    }
}

/// A file in which every object of the schema occurs.
fn complete() -> Json {
    let shape = json!({"count": {"trials": 3, "rate": [0, 0.5, 1]}});
    let work = json!([{"role": "r", "days": shape}]);
    let text = json!({"fr": "T", "en": "T"});
    let taxes = json!([{"id": "t", "label": text, "rate": 0.1, "default": true}]);
    let timing = json!({"startMonth": 1, "repeats": "monthly"});
    let details = json!({
        "effort": {"people": 1, "hours": 2, "byPerson": [{"name": "Z", "hours": 1}]},
        "discount": {"share": 0.1}, "inHouse": {"grossSalary": 1, "days": {"pert": [1, 2, 3]}, "timing": timing},
        "taxes": taxes, "sections": [{"id": "s", "label": text}], "payments": [{"label": text, "share": 1}],
        "choices": [{"id": "c", "label": text, "chosen": "a", "alternatives": [{"id": "a", "label": text}]}],
        "objectives": {"fr": ["A"], "en": ["B"]}
    });
    let mut goal = details.clone();
    goal.as_object_mut().unwrap().extend([
        ("id".to_owned(), json!("g")),
        ("label".to_owned(), text.clone()),
        ("lines".to_owned(), json!([{"id": "l"}])),
        ("factors".to_owned(), json!([{"id": "f"}])),
        ("benefits".to_owned(), json!([{"id": "b"}])),
    ]);
    json!({
        "name": text, "currency": "EUR", "locale": {"fr": "fr-FR", "en": "en-GB"}, "mentions": text, "sender": {"name": "S", "ids": [{"label": text, "value": "1"}]}, "taxes": taxes,
        "rates": [{"id": "r", "dayRate": 1}], "texts": {"fr": {}, "en": {}}, "proposal": details,
        "catalogue": {
            "lines": [{"id": "l", "unitPrice": shape, "timing": timing, "percentOf": {"lines": ["l"], "share": 0.1},
                       "making": work, "advice": {"time": work}, "extensions": [{"number": 9, "bytes": [1]}]}],
            "factors": [{"id": "f", "holder": "client", "value": shape, "scalesWith": {"line": "l", "at": 1}, "source": {"kind": "guess"}}],
            "benefits": [{"id": "b", "factors": ["f"], "timing": {"startMonth": 1}}]
        },
        "goals": [goal]
    })
}

/// A node of the schema, and those that it refers to.
fn nodes<'a>(schema: &'a Json, node: &'a Json) -> Vec<&'a Json> {
    let mut found = vec![node];
    if let Some(reference) = node["$ref"].as_str() {
        found.extend(nodes(schema, schema.pointer(reference.trim_start_matches('#')).unwrap()));
    }
    found.extend(node["anyOf"].as_array().into_iter().flatten().flat_map(|other| nodes(schema, other)));
    found
}

fn names_of(node: &Json) -> BTreeSet<String> {
    node["properties"].as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect()
}

/// The names that the schema allows in the object at a pointer.
fn allowed(schema: &Json, pointer: &str) -> BTreeSet<String> {
    let mut here = nodes(schema, schema);
    for step in pointer.split('/').skip(1) {
        let inner = here.iter().flat_map(|node| match step.parse::<usize>() {
            Ok(_) => node.get("items"),
            Err(_) => node.get("properties").and_then(|properties| properties.get(step)),
        });
        here = inner.flat_map(|node| nodes(schema, node)).collect();
    }
    here.into_iter().flat_map(names_of).collect()
}

#[test]
fn the_schema_has_the_keys_that_are_read_and_no_others() {
    let (schema, file): (Json, Json) = (serde_json::from_str(SCHEMA).unwrap(), complete());
    assert_eq!(of_agency(&file), []);
    let mut seen = Vec::new();
    for pointer in objects(&file) {
        let known = told(&file, of_agency, &pointer, "zz").known;
        let known: BTreeSet<String> = known.into_iter().map(str::to_owned).collect();
        assert_eq!(known, allowed(&schema, &pointer), "{pointer}");
        seen.push(known);
    }
    let mut open = vec![&schema];
    while let Some(node) = open.pop() {
        let names = names_of(node);
        assert!(seen.iter().any(|known| names.is_subset(known)), "the file of this test has no object of {names:?}");
        match node {
            Json::Object(entries) => open.extend(entries.values()),
            Json::Array(items) => open.extend(items),
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_unknown_key_anywhere_is_told_once(document in any::<Index>(), place in any::<Index>(), key in "[a-z]{3,9}Q") {
        let (json, find) = documents().swap_remove(document.index(NAMES.len() * 2));
        let places = objects(&json);
        let pointer = &places[place.index(places.len())];
        let key = if is_of_languages(json.pointer(pointer).unwrap()) { "de" } else { &key };
        prop_assert_eq!(told(&json, find, pointer, key).key, key);
    }

    #[test]
    fn a_slip_of_the_hand_is_understood(document in any::<Index>(), place in any::<Index>(), which in any::<Index>(), kind in 0u8..4, at in any::<Index>()) {
        let (mut json, find) = documents().swap_remove(document.index(NAMES.len() * 2));
        let places: Vec<String> = objects(&json).into_iter().filter(|it| !is_of_languages(json.pointer(it).unwrap())).collect();
        let pointer = &places[place.index(places.len())];
        let known = told(&json, find, pointer, "unheardOf").known;
        let object = object_at(&mut json, pointer);
        let keys: Vec<String> = object.keys().cloned().collect();
        let key = &keys[which.index(keys.len())];
        // Of a key of two letters a typing error leaves too little.
        prop_assume!(key.len() > 2);
        let typo = slip(key, kind, &at);
        prop_assume!(!known.contains(&typo.as_str()));
        let value = object.remove(key).unwrap();
        object.insert(typo.clone(), value);
        let at = path(pointer, &typo);
        let found = find(&json).into_iter().find(|issue| issue.path == at).map(|issue| issue.fault);
        let Some(Fault::UnknownKey(unknown)) = found else { panic!("{at} is not told") };
        let meant = unknown.nearest();
        prop_assert!(meant.is_some_and(|meant| meant == key || slips(meant).contains(&typo.to_lowercase())), "{} {:?}", at, meant);
    }
}

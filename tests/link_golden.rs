//! Every link that a released version made opens forever, and to the same contents as then.
//!
//! `tests/links/v1` holds links, and the contents that each opens to. Files may be added, never changed.

use retour::estimate::Figures;
use retour::link::{self, Opened};
use retour::proposal::{Proposal, read, to_value};
use serde_json::{Value, json};
use std::fs;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/links");

/// The contents of a link as JSON, and the link that they are sealed to today.
fn opened(sealed: &str) -> (Value, String) {
    let (kind, reply, proposal, figures, signature) = match link::open(sealed).unwrap() {
        Opened::Proposal { proposal, figures, signature, .. } => ("proposal", None, proposal, figures, signature),
        Opened::Reply { reply, proposal, figures, signature, .. } => {
            ("reply", Some(reply), proposal, figures, signature)
        }
    };
    let figures = figures.figures();
    let again = match &reply {
        None => link::seal(&proposal, &figures),
        Some(reply) => link::seal_reply(&proposal, &figures, reply),
    };
    let mut contents = json!({ "kind": kind, "digest": link::digest(&proposal), "signed": signature.is_some() });
    contents["proposal"] = json!(proposal);
    contents["figures"] = json!(to_value(figures));
    if let Some(reply) = reply {
        contents["reply"] = json!(reply);
    }
    (contents, again)
}

/// Checks that everything in the old JSON is in the new one; a later version may add to it.
#[track_caller]
fn assert_tells(now: &Value, then: &Value, place: &str) {
    match (now, then) {
        (Value::Object(now), Value::Object(then)) => {
            for (key, then) in then {
                assert_tells(&now[key], then, &format!("{place}.{key}"));
            }
        }
        (Value::Array(now), Value::Array(then)) => {
            assert_eq!(now.len(), then.len(), "{place}");
            now.iter()
                .zip(then)
                .enumerate()
                .for_each(|(i, (now, then))| assert_tells(now, then, &format!("{place}[{i}]")));
        }
        _ => assert_eq!(now, then, "{place}"),
    }
}

#[test]
fn every_link_of_format_1_opens_as_it_did() {
    let mut count = 0;
    for entry in fs::read_dir(format!("{FOLDER}/v1")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "link") {
            let name = path.display().to_string();
            let text = fs::read_to_string(&path).unwrap();
            let then: Value = serde_json::from_str(&fs::read_to_string(path.with_extension("json")).unwrap()).unwrap();
            let (now, again) = opened(text.trim());
            let now: Value = serde_json::from_str(&now.to_string()).unwrap();
            assert_tells(&now, &then, &name);
            if then["signed"] == false {
                assert_eq!(again, text.trim(), "{name} is sealed differently today");
            }
            count += 1;
        }
    }
    assert!(count >= 37, "{count} links");
}

/// The figures in the primer, which are the same for each of its proposals.
fn primer_figures() -> Figures {
    use retour::estimate::{Cost, Holders, Payback, Spread};
    let (production, advice, mean) = (18_450.0, 7_350.0, 25_800.0);
    let future = |i: i32| {
        let last = if i == 19 { 12_000.0 } else { 0.0 };
        f64::from(60 * i * i + 3_000 * i - 18_000) + last
    };
    Figures {
        cost: Cost {
            production,
            advice,
            vat: 5_160.0,
            incl_vat: 30_960.0,
            mean,
            p10: 25_120.3,
            p50: 25_750.6,
            p90: 26_580.1,
            ..Cost::default()
        },
        value: Some(Spread { mean: 52_340.0, p10: 12_450.0, p50: 43_120.0, p90: 98_760.0 }),
        probability_of_payback: Some(0.7423),
        futures: Some((0..20).map(future).collect()),
        payback: Some(Payback { p50: Some(4.0), within_horizon: 0.7423 }),
        holders: Some(Holders { agency: 0.1, client: 0.45, third_party: 0.2, market: 0.25 }),
        engine: "0.1.0".to_owned(),
    }
}

#[test]
fn the_primer_is_the_canonical_bytes_of_its_sources() {
    let mut bytes = Vec::new();
    for number in 1..=3 {
        let text = fs::read_to_string(format!("{FOLDER}/primer/{number}.json")).unwrap();
        let (proposal, issues): (Proposal, _) = read(&serde_json::from_str(&text).unwrap());
        assert_eq!(issues, []);
        bytes.extend(link::canonical(&proposal, &primer_figures(), None));
    }
    assert!(bytes == fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/src/link/v1/primer.bin")).unwrap());
}

//! Reading JSON: the data, the issues, and that only faulty values are dropped.

use super::*;
use crate::proposal::{Date, Expected, Holder, Lock, Shape, to_value};
use serde_json::json;

/// The JSON of a proposal without faults.
fn sound() -> serde_json::Value {
    json!({
        "title": "T", "currency": "EUR",
        "dates": {"issued": "2026-11-21"},
        "rates": [{"id": "dir", "label": "D", "dayRate": 1100.5}],
        "lines": [{"id": "film", "quantity": 2, "making": [{"role": "dir", "days": {"pert": [1, 2, 3]}}],
                   "advice": {"label": "A", "time": [{"role": "dir", "hours": 7}]}, "optional": true}],
        "factors": [{"id": "f", "holder": "thirdParty", "value": {"count": {"trials": 40, "rate": [0, 0.1, 0.2]}},
                     "withoutAdvice": 3, "advisedBy": ["film"], "scalesWith": {"line": "film", "at": 2},
                     "source": {"kind": "record", "n": 3, "text": "x"}}],
        "benefits": [{"id": "b", "factors": ["f"], "timing": {"startMonth": 3, "repeats": "monthly"}}],
        "inHouse": {"grossSalary": 45000, "days": {"uniform": [1, 2]}},
        "discount": {"share": 0.1},
        "locks": ["options", "texts"],
        "seed": 2027
    })
}

fn value(json: serde_json::Value) -> Value {
    serde_json::from_value(json).unwrap()
}

/// Reads the sound proposal with the value at `pointer` replaced (`None`: removed).
#[track_caller]
fn with(pointer: &str, replacement: Option<serde_json::Value>) -> (Proposal, Vec<Issue>) {
    let mut json = sound();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = json.pointer_mut(parent).unwrap();
    match (parent, replacement) {
        (serde_json::Value::Object(map), Some(new)) => drop(map.insert(key.to_owned(), new)),
        (serde_json::Value::Object(map), None) => assert!(map.remove(key).is_some()),
        (serde_json::Value::Array(list), Some(new)) => list[key.parse::<usize>().unwrap()] = new,
        _ => panic!("no such place"),
    }
    read(&value(json))
}

#[track_caller]
fn says(pointer: &str, replacement: Option<serde_json::Value>, path: &str, fault: Fault) {
    assert_eq!(with(pointer, replacement).1, [Issue { path: path.to_owned(), fault }], "{pointer}");
}

#[test]
fn a_sound_proposal_is_read_whole() {
    let (proposal, issues) = read(&value(sound()));
    assert_eq!(issues, []);
    assert_eq!(read(&to_value(proposal.clone())), (proposal.clone(), Vec::new()), "what is written is read again");
    assert_eq!(proposal.factors[0].value, Shape::Count { trials: 40, rate: [0.0, 0.1, 0.2] });
    assert_eq!(proposal.factors[0].holder, Holder::ThirdParty);
    assert_eq!(proposal.locks, [Lock::Options, Lock::Texts]);
    assert_eq!(proposal.dates.issued, Date::parse("2026-11-21"));
    assert_eq!((proposal.vat_rate, proposal.horizon_months, proposal.seed), (0.2, 12, 2027));
}

#[test]
fn every_required_key_is_missed() {
    for (pointer, path) in [
        ("/title", "title"),
        ("/currency", "currency"),
        ("/rates", "rates"),
        ("/lines", "lines"),
        ("/factors", "factors"),
        ("/benefits", "benefits"),
        ("/rates/0/id", "rates[0].id"),
        ("/rates/0/dayRate", "rates[0].dayRate"),
        ("/lines/0/id", "lines[0].id"),
        ("/lines/0/making/0/role", "lines[0].making[0].role"),
        ("/factors/0/id", "factors[0].id"),
        ("/factors/0/holder", "factors[0].holder"),
        ("/factors/0/value", "factors[0].value"),
        ("/factors/0/value/count/trials", "factors[0].value.count.trials"),
        ("/factors/0/value/count/rate", "factors[0].value.count.rate"),
        ("/factors/0/scalesWith/line", "factors[0].scalesWith.line"),
        ("/factors/0/scalesWith/at", "factors[0].scalesWith.at"),
        ("/factors/0/source/kind", "factors[0].source.kind"),
        ("/benefits/0/id", "benefits[0].id"),
        ("/benefits/0/factors", "benefits[0].factors"),
        ("/inHouse/grossSalary", "inHouse.grossSalary"),
        ("/inHouse/days", "inHouse.days"),
    ] {
        says(pointer, None, path, Fault::Missing);
        says(pointer, Some(json!(null)), path, Fault::Missing);
    }
}

#[test]
fn what_stands_in_the_wrong_place_is_named() {
    use Expected::*;
    for (pointer, wrong, path, expected) in [
        ("/title", json!(7), "title", Text),
        ("/vatRate", json!("20 %"), "vatRate", Number),
        ("/rates", json!({}), "rates", List),
        ("/rates/0", json!("dir"), "rates[0]", Object),
        ("/rates/0/dayRate", json!("1100"), "rates[0].dayRate", Number),
        ("/lines/0/optional", json!(1), "lines[0].optional", Boolean),
        ("/lines/0/advice", json!([]), "lines[0].advice", Object),
        ("/horizonMonths", json!(-1), "horizonMonths", Whole),
        ("/horizonMonths", json!(1.5), "horizonMonths", Whole),
        ("/horizonMonths", json!(4_294_967_296_u64), "horizonMonths", Whole),
        ("/seed", json!(9_007_199_254_740_992_u64), "seed", Whole),
        ("/dates/issued", json!("2026-02-30"), "dates.issued", Date),
        ("/dates/issued", json!(20778), "dates.issued", Date),
        ("/factors/0/value", json!("48"), "factors[0].value", Shape),
        ("/factors/0/value", json!({"normal": [1, 2]}), "factors[0].value", Shape),
        ("/factors/0/value", json!({"fixed": 1, "chance": 1}), "factors[0].value", Shape),
        ("/factors/0/value", json!({}), "factors[0].value", Shape),
        ("/factors/0/value", json!({"pert": 48}), "factors[0].value.pert", Numbers(3)),
        ("/factors/0/value", json!({"pert": [1, 2]}), "factors[0].value.pert", Numbers(3)),
        ("/factors/0/value", json!({"uniform": [1, 2, 3]}), "factors[0].value.uniform", Numbers(2)),
        ("/factors/0/value", json!({"interval90": [1, null]}), "factors[0].value.interval90[1]", Number),
        ("/factors/0/value", json!({"chance": "0.5"}), "factors[0].value.chance", Number),
        ("/factors/0/value", json!({"count": []}), "factors[0].value.count", Object),
        ("/factors/0/value/count/trials", json!(0.5), "factors[0].value.count.trials", Whole),
        ("/factors/0/value/count/rate", json!([1]), "factors[0].value.count.rate", Numbers(3)),
        ("/factors/0/advisedBy/0", json!(0), "factors[0].advisedBy[0]", Text),
        ("/benefits/0/timing/repeats", json!("yearly"), "benefits[0].timing.repeats", OneOf(&["once", "monthly"])),
        ("/benefits/0/timing/repeats", json!(2), "benefits[0].timing.repeats", OneOf(&["once", "monthly"])),
    ] {
        says(pointer, Some(wrong), path, Fault::Expected(expected));
    }
}

#[test]
fn numbers_that_json_cannot_write_are_refused() {
    for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        for (key, expected) in
            [("vatRate", Expected::Number), ("seed", Expected::Whole), ("horizonMonths", Expected::Whole)]
        {
            let Value::Object(mut entries) = value(sound()) else { panic!("an object") };
            entries.retain(|(name, _)| name != key);
            entries.push((key.to_owned(), Value::Number(wrong)));
            let (proposal, issues) = read(&Value::Object(entries));
            assert_eq!(issues, [Issue { path: key.to_owned(), fault: Fault::Expected(expected) }]);
            assert_eq!((proposal.vat_rate, proposal.seed == 1, proposal.horizon_months), (0.2, key == "seed", 12));
        }
    }
}

#[test]
fn what_is_wrong_takes_its_default_and_the_rest_stays() {
    let (proposal, _) = with("/locks/0", Some(json!("everything")));
    assert_eq!(proposal.locks, [Lock::Texts]);
    let (proposal, _) = with("/dates/issued", Some(json!("tomorrow")));
    assert_eq!(proposal.dates.issued, None);
    let (proposal, _) = with("/factors/0/withoutAdvice", Some(json!({"pert": ["a", "b", 3]})));
    assert_eq!(proposal.factors[0].without_advice, None);
    let (proposal, _) = with("/factors/0/value", Some(json!({"count": {"trials": -1, "rate": [0, 0, 0]}})));
    assert_eq!(proposal.factors[0].value, Shape::Fixed(0.0));
    assert_eq!(proposal.factors[0].id, "f");
    let (proposal, _) = with("/vatRate", Some(json!(false)));
    assert_eq!(proposal, read(&value(sound())).0);
}

#[test]
fn everything_is_said_at_once() {
    let (_, issues) = read(&value(json!({"rates": [{}, 3], "lines": "x", "factors": [], "benefits": [], "seed": -1})));
    let paths: Vec<_> = issues.iter().map(|issue| issue.path.as_str()).collect();
    assert_eq!(paths, ["title", "currency", "rates[0].id", "rates[0].dayRate", "rates[1]", "lines", "seed"]);
}

#[test]
fn what_is_no_object_gives_the_default() {
    for wrong in [json!(null), json!([]), json!("x"), json!(1), json!(true)] {
        let (proposal, issues) = read(&value(wrong));
        assert_eq!(issues, [Issue { path: String::new(), fault: Fault::Expected(Expected::Object) }]);
        assert_eq!(proposal, Proposal::default());
    }
}

#[test]
fn unknown_keys_are_no_fault_and_the_last_of_two_counts() {
    let text = r#"{"title": 1, "title": "T", "currency": "EUR", "rates": [], "lines": [], "factors":
        [{"id": "f", "holder": "client", "value": {"count": {"trials": "x", "trials": 2, "rate": [0, 0, 1]}}, "x": [[]]}],
        "benefits": [], "x": {"y": null}}"#;
    let (proposal, issues) = read(&serde_json::from_str(text).unwrap());
    assert_eq!(issues, []);
    assert_eq!(proposal.title, "T");
    assert_eq!(proposal.factors[0].value, Shape::Count { trials: 2, rate: [0.0, 0.0, 1.0] });
}

#[test]
fn a_part_is_read_under_its_path() {
    let (shape, issues) = read_into::<Shape>(&value(json!({"pert": [1, "x", 3]})), "factors[2].value");
    assert_eq!(shape, Shape::Fixed(0.0));
    assert_eq!(issues[0].path, "factors[2].value.pert[1]");
    let (_, issues) = read_into::<crate::proposal::Rate>(&value(json!({"id": "r"})), "rates[1]");
    assert_eq!(issues[0].path, "rates[1].dayRate");
}

#[test]
fn a_list_of_faults_has_an_end() {
    let (_, issues) = read(&Value::Object(vec![("lines".to_owned(), Value::List(vec![Value::Null; 100_000]))]));
    assert_eq!(issues.len(), MAX_ISSUES);
}

#[test]
fn replaced_characters_are_found_and_kept() {
    let damaged = with("/title", Some(json!("caf\u{fffd}")));
    assert_eq!((damaged.0.title.as_str(), damaged.1.len()), ("caf\u{fffd}", 0));
    let found = repairs(&value(json!({"a": [{"b": "\u{fffd}"}, "é"], "c": "x\u{fffd}"})));
    let at = |path: &str| Issue { path: path.to_owned(), fault: Fault::Unreadable };
    assert_eq!(found, [at("a[0].b"), at("c")]);
    let mut deep = Value::Text("\u{fffd}".to_owned());
    for _ in 0..=MAX_DEPTH {
        deep = Value::List(vec![deep]);
    }
    assert_eq!(repairs(&deep), [], "deeper than JSON may lie");
}

#[test]
fn everything_that_is_written_stood_there() {
    let said = json!({
        "title": "T", "reference": "R", "locale": "en-GB", "currency": "GBP",
        "from": {"name": "a", "role": "b", "organisation": "c", "email": "d"}, "to": {"name": "e"},
        "context": "f", "message": "g", "objectives": ["h"], "commitments": ["i"], "outOfHands": ["j"], "terms": "k",
        "dates": {"issued": "2026-11-21", "replyBy": "2026-12-05", "validUntil": "2026-12-31", "start": "2027-01-05"},
        "effort": {"people": 4.0, "hours": 46.5, "byPerson": [{"name": "l", "hours": 18.0}]},
        "vatRate": 0.1, "recoversVat": false, "hoursPerDay": 8.0,
        "rates": [{"id": "dir", "label": "m", "dayRate": 1100.5}],
        "withAdvice": false,
        "lines": [{"id": "n", "label": "o", "quantity": 2.0, "unit": "p", "unitPrice": 0.1,
                   "making": [{"role": "dir", "days": {"uniform": [1.0, 2.0]}, "holder": "client"}],
                   "advice": {"label": "q", "time": [{"role": "dir", "hours": 0.0, "holder": "agency"}],
                              "included": false}, "optional": true, "included": false}],
        "discount": {"share": 0.05, "label": "r"},
        "factors": [{"id": "s", "label": "t", "unit": "u", "holder": "thirdParty", "value": {"interval90": [1.0, 3.0]},
                     "withoutAdvice": {"chance": 0.5}, "advisedBy": ["n"], "scalesWith": {"line": "n", "at": 80.0},
                     "source": {"kind": "record", "n": 0.0, "text": "v"}},
                    {"id": "w", "label": "", "holder": "market",
                     "value": {"count": {"trials": 40.0, "rate": [0.0, 0.1, 0.2]}}}],
        "benefits": [{"id": "x", "label": "y", "kind": "outcome", "unit": "z", "unitFactor": "s", "factors": ["s"],
                      "needs": ["n"], "timing": {"startMonth": 3.0, "repeats": "monthly", "rampMonths": 2.0,
                                                 "months": 0.0}}],
        "horizonMonths": 24.0, "discountRate": 0.05,
        "inHouse": {"grossSalary": 45000.0, "employerCharges": 0.42, "overhead": 0.25, "workingDays": 217.0,
                    "days": {"pert": [30.0, 52.0, 90.0]}, "purchases": 19500.0, "delayMonths": 2.0},
        "locks": ["options", "quantities", "rates", "clientFactors", "otherFactors", "texts"],
        "seed": 2027.0
    });
    let (proposal, issues) = read(&value(said.clone()));
    assert_eq!(issues, []);
    assert_eq!(serde_json::to_value(&proposal).unwrap(), said, "and everything that stood there is written");
    let least = serde_json::to_value(Proposal::default()).unwrap();
    let mut keys: Vec<_> = least.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    let always = [
        "benefits",
        "currency",
        "discountRate",
        "factors",
        "horizonMonths",
        "hoursPerDay",
        "lines",
        "locale",
        "rates",
        "recoversVat",
        "seed",
        "title",
        "vatRate",
        "withAdvice",
    ];
    assert_eq!(keys, always, "what is nothing is not written");
}

//! The proposals of the example agencies, and the issues of faulty files.

mod prices;

use super::*;
use crate::estimate::estimate;
use crate::proposal::{Date, Dates, Expected, Fault, IdKind, Issue, Party, Proposal, Shape, Value, check, read};
use crate::words::{Language, typeset};
use serde_json::json;

const EXAMPLES: [(&str, &str); 3] = [
    ("evenement", include_str!("../../examples/evenement.json")),
    ("relations-presse", include_str!("../../examples/relations-presse.json")),
    ("market-research", include_str!("../../examples/market-research.json")),
];
fn today() -> Date {
    Date::parse("2027-06-14").unwrap()
}

fn example(name: &str, language: Language) -> Agency {
    let (_, text) = EXAMPLES.iter().find(|(other, _)| *other == name).unwrap();
    let (agency, issues) = read_all(&serde_json::from_str(text).unwrap(), language);
    assert_eq!(issues, [], "{name}");
    agency
}

/// A small file without faults.
fn sound() -> serde_json::Value {
    json!({
        "name": {"fr": "Agence", "en": "Agency"}, "currency": "EUR",
        "rates": [{"id": "dir", "label": {"fr": "Directrice", "en": "Director"}, "dayRate": 1000}],
        "texts": {"fr": {"goalTitle": "But"}},
        "proposal": {"inHouse": {"grossSalary": 40000, "days": 10}, "terms": {"en": "Terms"}, "validForDays": 30},
        "catalogue": {
            "lines": [
                {"id": "film", "label": {"fr": "Film", "en": "Movie"}, "unitPrice": 100},
                {"id": "site", "label": "Site", "making": [{"role": "dir", "days": 2}], "optional": true}],
            "factors": [
                {"id": "vues", "holder": "market", "value": {"pert": [1, 2, 3]}},
                {"id": "marge", "holder": "client", "value": 10, "advisedBy": ["film"]}],
            "benefits": [
                {"id": "ventes", "factors": ["vues", "marge"], "needs": ["film"]},
                {"id": "images", "kind": "outcome", "factors": ["vues"]}]
        },
        "goals": [
            {"id": "a", "label": "A", "lines": ["film", {"id": "site", "quantity": 3, "included": false}],
             "factors": ["vues", "marge"], "benefits": ["ventes", "images"]},
            {"id": "b", "label": "B", "title": "Titre", "validForDays": 10, "lines": ["film"],
             "factors": [{"id": "vues", "value": 7}], "benefits": ["images"]}]
    })
}

/// Reads, in French, the sound file with the value at `pointer` replaced (`None`: removed).
#[track_caller]
fn with(pointer: &str, replacement: Option<serde_json::Value>) -> (Agency, Vec<Issue>) {
    changed(&sound(), pointer, replacement)
}

/// Reads, in French, a file with the value at `pointer` replaced (`None`: removed).
#[track_caller]
fn changed(file: &serde_json::Value, pointer: &str, replacement: Option<serde_json::Value>) -> (Agency, Vec<Issue>) {
    let mut json = file.clone();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match (json.pointer_mut(parent).unwrap(), replacement) {
        (serde_json::Value::Object(map), Some(new)) => drop(map.insert(key.to_owned(), new)),
        (serde_json::Value::Object(map), None) => assert!(map.remove(key).is_some()),
        (serde_json::Value::Array(list), Some(new)) => list[key.parse::<usize>().unwrap()] = new,
        _ => panic!("no such place"),
    }
    read_all(&serde_json::from_value(json).unwrap(), Language::French)
}

/// An agency, and all issues that the author of its file sees.
fn read_all(file: &Value, language: Language) -> (Agency, Vec<Issue>) {
    let (agency, mut issues) = read_agency(file, language);
    issues.extend(left_out(file, language));
    (agency, issues)
}

#[track_caller]
fn says(pointer: &str, replacement: serde_json::Value, path: &str, fault: Fault) -> Agency {
    let (agency, issues) = with(pointer, Some(replacement));
    assert_eq!(issues, [Issue { path: path.to_owned(), fault }], "{pointer}");
    for goal in &agency.goals {
        assert_eq!(check(agency.proposal(Some(&goal.id), today())).map(drop), Ok(()), "{pointer}: {}", goal.id);
    }
    agency
}

/// A proposal with all its texts typeset as in French, so that only their words are compared.
fn set(proposal: &Proposal) -> serde_json::Value {
    let set = typeset(&serde_json::to_string(proposal).unwrap(), Language::French);
    serde_json::from_str(&set).unwrap()
}

#[test]
fn the_example_of_the_page_makes_the_reference() {
    let reference = include_str!("../../tests/reference/evenement.proposal.json");
    let (mut reference, _) = read(&serde_json::from_str(reference).unwrap());
    let proposal = example("evenement", Language::French).proposal(Some("evenement"), today());
    assert_eq!(proposal.dates, reference.dates);
    reference.to = Party::default();
    reference.mentions.clone_from(&proposal.mentions);
    assert_eq!(set(&proposal), set(&reference));
    assert_eq!(example("evenement", Language::French).proposal(None, today()), proposal);
    assert_eq!(example("evenement", Language::French).proposal(Some("?"), today()), proposal);
}

#[test]
fn every_goal_of_every_example_can_be_computed() {
    for (name, _) in EXAMPLES {
        for language in Language::ALL {
            let agency = example(name, language);
            assert!(agency.goals.len() >= 3, "{name}");
            for goal in &agency.goals {
                let proposal = agency.proposal(Some(&goal.id), today());
                assert!(check(proposal.clone()).is_ok(), "{name}: {}", goal.id);
                assert!(proposal.dates.reply_by < proposal.dates.valid_until, "{name}: {}", goal.id);
                let told = [&proposal.objectives, &proposal.commitments, &proposal.out_of_hands];
                assert!(told.iter().all(|list| !list.is_empty()), "{name}: {}", goal.id);
                assert!(proposal.in_house.is_some() && !proposal.terms.is_empty(), "{name}: {}", goal.id);
            }
        }
    }
}

/// The probability of payback that each goal is meant to show, in twentieths: several of these projects are
/// realistically more likely to lose, and a change of the numbers should be noticed.
#[test]
fn every_goal_has_its_honest_estimate() {
    let meant = [
        ("evenement", vec![("evenement", 18), ("salon", 11), ("equipes", 5)]),
        ("relations-presse", vec![("trimestre", 4), ("lancement", 8), ("crise", 5)]),
        ("market-research", vec![("price", 11), ("concept", 4), ("loyalty", 9)]),
    ];
    for (name, goals) in meant {
        let agency = example(name, Language::French);
        let futures = agency.goals.iter().map(|goal| {
            let estimate = estimate(&check(agency.proposal(Some(&goal.id), today())).unwrap());
            assert!(estimate.cost.advice > 0.0 && estimate.alternatives.in_house.is_some(), "{name}: {}", goal.id);
            assert!(estimate.outcomes.iter().all(|outcome| outcome.amount.p10 > 0.0), "{name}: {}", goal.id);
            let probability = estimate.probability_of_payback.unwrap();
            (goal.id.as_str(), (probability * 20.0).round() as i32)
        });
        assert_eq!(futures.collect::<Vec<_>>(), goals, "{name}");
    }
}

#[test]
fn both_languages_say_the_same_numbers_in_other_words() {
    for (name, _) in EXAMPLES {
        let [french, english] = [Language::French, Language::English].map(|language| example(name, language));
        for (f, e) in french.goals.iter().zip(&english.goals) {
            assert_eq!((&f.id, f.label == e.label, f.hint == e.hint), (&e.id, false, false), "{name}");
            let (f, e) = (french.proposal(Some(&f.id), today()), english.proposal(Some(&e.id), today()));
            assert_ne!(f, e);
            assert_eq!(relabel(&f, &french, &english), e, "{name}: there");
            assert_eq!(relabel(&e, &english, &french), f, "{name}: and back");
        }
    }
}

#[test]
fn the_examples_are_set_in_both_languages() {
    for (name, text) in EXAMPLES {
        let json: serde_json::Value = serde_json::from_str(text).unwrap();
        let mut everywhere = Vec::new();
        places(&json, "", &mut everywhere);
        for (end, language) in [("/fr", Language::French), ("/en", Language::English)] {
            let texts: Vec<_> = everywhere.iter().filter(|place| place.ends_with(end)).collect();
            assert!(texts.len() > 80, "{name}");
            for place in texts {
                let other = format!("{}{}", &place[..place.len() - 3], if end == "/fr" { "/en" } else { "/fr" });
                assert!(json.pointer(&other).is_some(), "{name}: {other} is missing");
                if let Some(text) = json.pointer(place).and_then(|text| text.as_str()) {
                    assert_eq!(text, typeset(text, language), "{name}: {place}");
                    assert!(!text.trim().is_empty() && text.trim() == text, "{name}: {place}");
                }
            }
        }
    }
}

#[test]
fn what_the_person_typed_stays_in_another_language() {
    let [french, english] = [Language::French, Language::English].map(|language| example("evenement", language));
    let mut proposal = french.proposal(None, today());
    proposal.lines[0].label = "Notre inauguration".to_owned();
    proposal.factors[8].value = Shape::Fixed(12_000.0);
    proposal.objectives.push("Fêter cela".to_owned());
    proposal.lines.push(crate::proposal::Line {
        id: "autre".to_owned(),
        label: "Traiteur".to_owned(),
        ..Default::default()
    });
    let new = relabel(&proposal, &french, &english);
    assert_eq!(new.lines[0].label, "Notre inauguration");
    assert_eq!(new.lines[0].unit, "guests");
    assert_eq!(new.lines[7].label, "Traiteur");
    assert_eq!(new.factors[8].label, "Margin per signed contract");
    assert_eq!(new.factors[8].value, Shape::Fixed(12_000.0));
    assert_eq!(new.objectives[2..], ["Be quoted in the trade press", "Fêter cela"]);
    assert_eq!((new.from.role.as_str(), new.locale.as_str()), ("consulting director", "en-GB"));
    assert_eq!(relabel(&new, &english, &french), proposal);
}

#[test]
fn a_goal_overrides_the_catalogue_and_the_defaults() {
    let (agency, issues) = with("/name", Some(json!("Agence")));
    assert_eq!(issues, []);
    let (a, b) = (agency.proposal(Some("a"), today()), agency.proposal(Some("b"), today()));
    assert_eq!((a.lines[1].quantity, a.lines[1].included, a.lines[1].optional), (3.0, false, true));
    assert_eq!(a.lines[1].making, agency.catalogue.lines[1].making);
    assert_eq!((a.factors[0].value, b.factors[0].value), (Shape::Pert([1.0, 2.0, 3.0]), Shape::Fixed(7.0)));
    assert_eq!((a.title.as_str(), b.title.as_str()), ("A", "Titre"));
    assert_eq!(a.dates, Dates { issued: Some(today()), valid_until: Date::parse("2027-07-14"), ..Default::default() });
    assert_eq!(b.dates.valid_until, Date::parse("2027-06-24"));
    assert_eq!(
        (a.from.organisation.as_str(), a.terms.as_str()),
        ("Agence", "Terms"),
        "another language is better than none"
    );
    assert_eq!(agency.texts, [("goalTitle".to_owned(), "But".to_owned())]);
    let last = agency.proposal(None, Date::parse("9999-12-31").unwrap());
    assert_eq!(last.dates.valid_until, None, "past the end of the calendar");
}

#[test]
fn a_language_is_chosen_wherever_values_are_given_by_language() {
    let value: Value =
        serde_json::from_value(json!([{"fr": ["a"], "en": null}, {"en": {"fr": 1}}, {"fr": 1, "x": 2}, {}])).unwrap();
    let chosen = |language| serde_json::to_value(localise(&value, language)).unwrap();
    assert_eq!(chosen(Language::French), json!([["a"], 1.0, {"fr": 1.0, "x": 2.0}, {}]));
    assert_eq!(chosen(Language::English), json!([["a"], 1.0, {"fr": 1.0, "x": 2.0}, {}]));
    let mut deep = Value::Text("x".to_owned());
    for _ in 0..100_000 {
        deep = Value::List(vec![deep]);
    }
    let mut shallow = &localise(&deep, Language::French);
    let mut levels = 0;
    while let Value::List(items) = shallow {
        (shallow, levels) = (&items[0], levels + 1);
    }
    assert!(levels <= crate::proposal::MAX_DEPTH);
    while let Value::List(mut items) = deep {
        // Taken apart level by level: dropping it at once would recurse through all levels and overflow the stack.
        deep = items.pop().unwrap_or_default();
    }
}

#[test]
fn required_keys_are_missed() {
    for key in ["name", "currency", "rates", "catalogue", "goals"] {
        let (_, issues) = with(&format!("/{key}"), None);
        assert!(issues.contains(&Issue { path: key.to_owned(), fault: Fault::Missing }), "{key}: {issues:?}");
    }
    let (agency, issues) = with("/goals/1/label", None);
    assert_eq!(issues, [Issue { path: "goals[1].label".to_owned(), fault: Fault::Missing }]);
    assert_eq!(agency.goals.len(), 2);
}

#[test]
fn a_wrong_file_says_what_is_wrong_where_and_gives_the_rest() {
    use Expected::*;
    let expected = Fault::Expected;
    says("/vatRate", json!("20 %"), "vatRate", expected(Number));
    says("/replyTo", json!("http://example.org"), "replyTo", expected(HttpsAddress));
    says("/texts/fr", json!({"goalTitle": 3}), "texts.fr.goalTitle", expected(Text));
    says("/texts/fr", json!({"goalTitel": "But"}), "texts.fr.goalTitel", Fault::UnknownId(IdKind::Sentence));
    says("/texts/fr", json!([]), "texts.fr", expected(Object));
    says("/proposal/inHouse/days", json!("ten"), "proposal.inHouse.days", expected(Shape));
    says("/proposal/validForDays", json!(-1), "proposal.validForDays", expected(Whole));
    says("/goals/0/title", json!(3), "goals[0].title", expected(Text));
    says("/goals/0/lines", json!("film"), "goals[0].lines", expected(List));
    let agency =
        says("/catalogue/factors/0/value/pert", json!([1, 2]), "catalogue.factors[0].value.pert", expected(Numbers(3)));
    assert_eq!(agency.proposal(Some("a"), today()).factors.len(), 1);
    let agency = says("/goals/1/factors/0/value", json!("7"), "goals[1].factors[0].value", expected(Shape));
    assert_eq!(agency.proposal(Some("b"), today()).factors.len(), 0);
    says("/goals/0/lines/0", json!("flim"), "goals[0].lines[0]", Fault::UnknownId(IdKind::Line));
    says("/goals/0/benefits/1", json!({"id": 3}), "goals[0].benefits[1]", Fault::UnknownId(IdKind::Benefit));
    says(
        "/catalogue/lines",
        json!([{"id": "film"}, {"id": "site"}, {"id": "film"}]),
        "catalogue.lines[2].id",
        Fault::DuplicateId,
    );
    says("/goals/1/id", json!("a"), "goals[1].id", Fault::DuplicateId);
}

#[test]
fn what_cannot_be_computed_is_told_once_and_left_out() {
    let wrong = json!({"pert": [3, 2, 1]});
    let path = "catalogue.factors[0].value.pert";
    let (agency, issues) = with("/catalogue/factors/0/value", Some(wrong));
    assert_eq!(issues, [Issue { path: path.to_owned(), fault: Fault::NotAscending }]);
    let left = agency.proposal(Some("a"), today());
    assert_eq!((left.lines.len(), left.factors.len(), left.benefits.len()), (2, 1, 0), "the benefits go with it");
    assert_eq!(agency.proposal(Some("b"), today()).factors.len(), 1, "this goal has numbers of its own");

    let unknown = Fault::UnknownId(IdKind::Line);
    says("/catalogue/factors/1/advisedBy", json!(["x"]), "goals[0].factors[1].advisedBy[0]", unknown.clone());
    says("/catalogue/benefits/0/needs", json!(["film", "x"]), "goals[0].benefits[0].needs[1]", unknown);
    let unknown = Fault::UnknownId(IdKind::Rate);
    says("/catalogue/lines/1/making/0/role", json!("x"), "goals[0].lines[1].making[0].role", unknown);
    let unknown = Fault::UnknownId(IdKind::Factor);
    says("/catalogue/benefits/0/factors/1", json!("x"), "goals[0].benefits[0].factors[1]", unknown);
    let agency =
        says("/proposal/inHouse/workingDays", json!(0), "proposal.inHouse.workingDays", Fault::Outside(1.0, 366.0));
    assert_eq!(agency.proposal(Some("a"), today()).in_house, None);
    says("/goals/1/horizonMonths", json!(999), "goals[1].horizonMonths", Fault::Outside(0.0, 120.0));
    let (_, issues) = with("/currency", Some(json!("euros")));
    assert_eq!(issues, [Issue { path: "currency".to_owned(), fault: Fault::Currency }]);
}

/// The JSON pointers of all values in a tree.
fn places(json: &serde_json::Value, here: &str, found: &mut Vec<String>) {
    let mut go = |key: &str, inner| {
        let place = format!("{here}/{key}");
        places(inner, &place, found);
        found.push(place);
    };
    match json {
        serde_json::Value::Object(map) => map.iter().for_each(|(key, inner)| go(key, inner)),
        serde_json::Value::Array(list) => list.iter().enumerate().for_each(|(i, inner)| go(&i.to_string(), inner)),
        _ => {}
    }
}

#[test]
fn whatever_one_value_becomes_the_goals_can_be_computed() {
    whatever_one_value_becomes(&sound(), 80);
}

/// Checks that each of at least `least` values of a file can be wrong and leaves goals that can be computed.
fn whatever_one_value_becomes(file: &serde_json::Value, least: usize) {
    let odd = [json!(null), json!(true), json!(-1), json!(0.5), json!(1e300), json!("film"), json!([]), json!({})];
    let mut everywhere = Vec::new();
    places(file, "", &mut everywhere);
    assert!(everywhere.len() > least);
    for place in &everywhere {
        for wrong in &odd {
            let (agency, issues) = changed(file, place, Some(wrong.clone()));
            for goal in &agency.goals {
                let Err(left) = check(agency.proposal(Some(&goal.id), today())) else { continue };
                assert!(!issues.is_empty(), "{wrong} at {place} is not told: {left:?}");
                // A goal cannot be computed without a valid currency, tax or rate card.
                let head = |issue: &Issue| {
                    ["currency", "locale", "vatRate", "hoursPerDay", "rates"]
                        .iter()
                        .any(|key| issue.path.starts_with(key))
                };
                assert!(left.iter().all(head), "{wrong} at {place} leaves {left:?}");
            }
        }
    }
}

#[test]
fn nothing_at_all_is_an_agency_too() {
    for wrong in [json!(null), json!([]), json!("x"), json!({})] {
        let (agency, issues) = read_agency(&serde_json::from_value(wrong).unwrap(), Language::English);
        assert!(!issues.is_empty());
        assert_eq!(agency, Agency::default());
        assert_eq!(agency.proposal(None, today()).lines, []);
    }
}

//! What `check` refuses, with the path of the field and the fault; and what it accepts.

mod support;

use retour::proposal::*;
use serde_json::{Value as Json, json};

/// The event with one value replaced or added.
fn with(pointer: &str, replacement: Json) -> Json {
    let mut event = support::proposal("evenement");
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match event.pointer_mut(parent).unwrap() {
        Json::Object(entries) => drop(entries.insert(key.to_owned(), replacement)),
        Json::Array(items) if key == "-" => items.push(replacement),
        Json::Array(items) => items[key.parse::<usize>().unwrap()] = replacement,
        _ => panic!("no such place: {pointer}"),
    }
    event
}

fn issues(proposal: &Json) -> Vec<Issue> {
    let (proposal, issues) = read(&serde_json::from_value(proposal.clone()).unwrap());
    assert_eq!(issues, []);
    check(proposal).err().unwrap_or_default()
}

#[track_caller]
fn refuses(pointer: &str, replacement: Json, path: &str, fault: Fault) {
    let expected = Issue { path: path.to_owned(), fault };
    assert!(issues(&with(pointer, replacement)).contains(&expected), "{pointer}: no {expected:?}");
}

#[track_caller]
fn accepts(pointer: &str, replacement: Json) {
    let proposal = with(pointer, replacement);
    assert_eq!(issues(&proposal), [], "{pointer}");
    let json = support::json(&retour::estimate::estimate(&support::checked(&proposal)));
    assert!(!json.to_string().contains("null,null,null,null"), "{pointer}");
}

#[test]
fn the_references_are_right() {
    for name in ["evenement", "relations-presse", "market-research"] {
        assert_eq!(issues(&support::proposal(name)), []);
    }
}

#[test]
fn shapes() {
    let value = "/factors/0/value";
    let outside = Fault::Outside(-MAX_NUMBER, MAX_NUMBER);
    refuses(value, json!({"pert": [3, 2, 4]}), "factors[0].value.pert", Fault::NotAscending);
    refuses(value, json!({"pert": [1, 2, 1e13]}), "factors[0].value.pert", outside.clone());
    refuses(value, json!({"uniform": [2, 2]}), "factors[0].value.uniform", Fault::EmptyRange);
    refuses(value, json!({"interval90": [5, 5]}), "factors[0].value.interval90", Fault::EmptyRange);
    refuses(value, json!({"interval90": [0, 5]}), "factors[0].value.interval90", Fault::NotAbove0(MAX_NUMBER));
    refuses(value, json!({"interval90": [1e-9, 5]}), "factors[0].value.interval90", Fault::TooWide(MAX_INTERVAL_RATIO));
    refuses(value, json!(-1e13), "factors[0].value", outside);
    refuses("/factors/1/value", json!({"chance": 1.1}), "factors[1].value.chance", Fault::NotAFraction);
    let count = json!({"count": {"trials": 20_000, "rate": [0.3, 0.2, 0.1]}});
    refuses(
        "/factors/1/value",
        count.clone(),
        "factors[1].value.count.trials",
        Fault::Outside(0.0, f64::from(MAX_TRIALS)),
    );
    refuses("/factors/1/value", count, "factors[1].value.count.rate", Fault::NotAscending);
    let count = json!({"count": {"trials": 2, "rate": [0, 0.2, 1.5]}});
    refuses("/factors/1/withoutAdvice", count, "factors[1].withoutAdvice.count.rate", Fault::NotAFraction);
    for shape in [
        json!({"pert": [-3, -2, -1]}),
        json!({"pert": [2, 2, 2]}),
        json!({"pert": [1, 1, 2]}),
        json!({"uniform": [-1, 0]}),
        json!({"count": {"trials": 0, "rate": [0, 0, 0]}}),
        json!({"count": {"trials": 3, "rate": [1, 1, 1]}}),
        json!({"chance": 0}),
        json!({"chance": 1}),
        json!(0),
        json!({"fixed": -2}),
    ] {
        accepts("/factors/1/value", shape);
    }
}

#[test]
fn references() {
    refuses("/lines/0/making/0/role", json!("nobody"), "lines[0].making[0].role", Fault::UnknownId(IdKind::Rate));
    refuses("/factors/0/advisedBy", json!(["site", "x"]), "factors[0].advisedBy[1]", Fault::UnknownId(IdKind::Line));
    refuses("/factors/0/scalesWith/line", json!("x"), "factors[0].scalesWith.line", Fault::UnknownId(IdKind::Line));
    refuses("/benefits/0/factors/1", json!("x"), "benefits[0].factors[1]", Fault::UnknownId(IdKind::Factor));
    refuses("/benefits/0/factors/1", json!("marge"), "benefits[0].factors[3]", Fault::NamedTwice);
    refuses("/benefits/0/needs", json!(["x"]), "benefits[0].needs[0]", Fault::UnknownId(IdKind::Line));
    refuses("/benefits/0/unitFactor", json!("vues"), "benefits[0].unitFactor", Fault::UnitFactorElsewhere);
    refuses("/benefits/0/factors", json!([]), "benefits[0].factors", Fault::NoFactor);
    refuses("/lines/1/id", json!("journee"), "lines[1].id", Fault::DuplicateId);
    refuses("/lines/1/id", json!(""), "lines[1].id", Fault::NoId);
}

#[test]
fn time_and_scale() {
    let work = |days: Json, hours: Json| json!([{"role": "dir", "days": days, "hours": hours}]);
    refuses("/lines/0/making", work(json!(1), json!(2)), "lines[0].making[0]", Fault::DaysOrHours);
    refuses("/lines/0/advice/time", json!([{"role": "dir"}]), "lines[0].advice.time[0]", Fault::DaysOrHours);
    let below = json!([{"role": "dir", "hours": {"pert": [-1, 2, 3]}}]);
    refuses("/lines/0/making", below, "lines[0].making[0].hours.pert", Fault::Outside(0.0, MAX_TIME));
    refuses("/factors/0/scalesWith/at", json!(0), "factors[0].scalesWith.at", Fault::NotAbove0(MAX_QUANTITY));
    refuses("/factors/0/value", json!({"chance": 0.5}), "factors[0].scalesWith", Fault::ScaledChance);
    refuses("/factors/0/withoutAdvice", json!({"chance": 0.5}), "factors[0].scalesWith", Fault::ScaledChance);
    refuses("/lines/4/quantity", json!(1e6), "factors[2].scalesWith", Fault::ScaledTooLarge);
    refuses("/hoursPerDay", json!(0), "hoursPerDay", Fault::Outside(MIN_HOURS_PER_DAY, MAX_HOURS_PER_DAY));
    refuses("/discount", json!({"share": 1.5}), "discount.share", Fault::NotAFraction);
    refuses("/discountRate", json!(-1), "discountRate", Fault::DiscountRate);
    refuses("/horizonMonths", json!(121), "horizonMonths", Fault::Outside(0.0, f64::from(MAX_HORIZON_MONTHS)));
    accepts("/lines/0/quantity", json!(0));
    accepts("/lines/0/included", json!(false));
    accepts("/discount", json!({"share": 1}));
    accepts("/discountRate", json!(-0.5));
    accepts("/horizonMonths", json!(0));
    accepts("/vatRate", json!(0));
    accepts("/recoversVat", json!(false));
    accepts("/benefits", json!([]));
    accepts("/withAdvice", json!(false));
}

#[test]
fn sizes() {
    let text = "x".repeat(MAX_TEXT_CHARACTERS + 1);
    refuses("/context", json!(text), "context", Fault::TooLong(MAX_TEXT_CHARACTERS));
    let lines: Vec<Json> = (0..=MAX_LINES).map(|index| json!({"id": index.to_string()})).collect();
    refuses("/lines", json!(lines), "lines", Fault::TooMany(MAX_LINES));
    let ranges: Vec<Json> = (0..3).map(|line| {
        json!({"id": line.to_string(), "making": vec![json!({"role": "dir", "days": {"uniform": [1, 2]}}); 12]})
    }).collect();
    refuses("/lines", json!(ranges), "lines", Fault::TooManyRanges(MAX_RANGES));
    let huge = json!({"pert": [0, 1e12, 1e12]});
    let mut event = with("/factors/0/value", huge.clone());
    for factor in [1, 7, 8] {
        event["factors"][factor]["value"] = huge.clone();
    }
    let product = Issue { path: "benefits[0].factors".to_owned(), fault: Fault::ProductTooLarge };
    assert!(issues(&event).contains(&product));
}

/// `replacement` with its text `"…"` replaced by one of `characters`.
fn written(replacement: &Json, characters: usize) -> Json {
    serde_json::from_str(&replacement.to_string().replace('…', &"é".repeat(characters))).unwrap()
}

#[test]
fn lengths_of_texts() {
    let alternatives = json!([{"id": "a", "label": "…"}]);
    for (pointer, replacement, path, most) in [
        ("/taxNote", json!("…"), "taxNote", MAX_TEXT_CHARACTERS),
        ("/mentions", json!("…"), "mentions", MAX_TEXT_CHARACTERS),
        ("/replaces", json!("…"), "replaces", MAX_ID_CHARACTERS),
        ("/from/phone", json!("…"), "from.phone", MAX_LABEL_CHARACTERS),
        ("/to/address", json!("…"), "to.address", MAX_LABEL_CHARACTERS),
        ("/from/ids", json!([{"label": "…", "value": ""}]), "from.ids[0].label", MAX_LABEL_CHARACTERS),
        ("/to/ids", json!([{"label": "", "value": "…"}]), "to.ids[0].value", MAX_LABEL_CHARACTERS),
        ("/lines/0/description", json!("…"), "lines[0].description", MAX_TEXT_CHARACTERS),
        ("/taxes", json!([{"id": "…", "rate": 0}]), "taxes[0].id", MAX_ID_CHARACTERS),
        ("/taxes", json!([{"id": "t", "rate": 0, "label": "…"}]), "taxes[0].label", MAX_LABEL_CHARACTERS),
        ("/taxes", json!([{"id": "t", "rate": 0, "number": "…"}]), "taxes[0].number", MAX_LABEL_CHARACTERS),
        ("/sections", json!([{"id": "…"}]), "sections[0].id", MAX_ID_CHARACTERS),
        ("/sections", json!([{"id": "s", "label": "…"}]), "sections[0].label", MAX_LABEL_CHARACTERS),
        ("/choices", json!([{"id": "…", "alternatives": []}]), "choices[0].id", MAX_ID_CHARACTERS),
        ("/choices", json!([{"id": "c", "label": "…", "alternatives": []}]), "choices[0].label", MAX_LABEL_CHARACTERS),
        (
            "/choices",
            json!([{"id": "c", "alternatives": alternatives}]),
            "choices[0].alternatives[0].label",
            MAX_LABEL_CHARACTERS,
        ),
        (
            "/choices",
            json!([{"id": "c", "alternatives": [{"id": "…"}]}]),
            "choices[0].alternatives[0].id",
            MAX_ID_CHARACTERS,
        ),
        ("/discount", json!({"share": 0, "label": "…"}), "discount.label", MAX_LABEL_CHARACTERS),
        ("/payments", json!([{"share": 1, "label": "…"}]), "payments[0].label", MAX_LABEL_CHARACTERS),
    ] {
        accepts(pointer, written(&replacement, most));
        refuses(pointer, written(&replacement, most + 1), path, Fault::TooLong(most));
    }
    let text = "é".repeat(MAX_TEXT_CHARACTERS);
    let lines: Vec<Json> = (0..8).map(|index| json!({"id": index.to_string(), "description": text})).collect();
    refuses("/lines", json!(lines), "lines[6].description", Fault::AllTooLong(MAX_ALL_CHARACTERS));
}

#[test]
fn numbers_of_entries() {
    let of = |count: usize, entry: &dyn Fn(usize) -> Json| json!((0..count).map(entry).collect::<Vec<_>>());
    let numbered = |index: usize| json!({"id": index.to_string(), "rate": 0, "alternatives": []});
    for (pointer, path, most) in
        [("/taxes", "taxes", MAX_TAXES), ("/sections", "sections", MAX_LINES), ("/choices", "choices", MAX_CHOICES)]
    {
        accepts(pointer, of(most, &numbered));
        refuses(pointer, of(most + 1, &numbered), path, Fault::TooMany(most));
        refuses(pointer, of(2, &|_| numbered(0)), &format!("{path}[1].id"), Fault::DuplicateId);
        refuses(pointer, json!([{"id": "", "rate": 0, "alternatives": []}]), &format!("{path}[0].id"), Fault::NoId);
    }
    let alternatives = |count| json!([{"id": "c", "alternatives": of(count, &numbered)}]);
    accepts("/choices", alternatives(MAX_ALTERNATIVES));
    refuses(
        "/choices",
        alternatives(MAX_ALTERNATIVES + 1),
        "choices[0].alternatives",
        Fault::TooMany(MAX_ALTERNATIVES),
    );
    let payments = |count| of(count, &|index| json!({"share": u8::from(index == 0)}));
    accepts("/payments", payments(MAX_ENTRIES));
    refuses("/payments", payments(MAX_ENTRIES + 1), "payments", Fault::TooMany(MAX_ENTRIES));
    let ids = |count| of(count, &|_| json!({"label": "l", "value": "v"}));
    accepts("/from/ids", ids(MAX_ENTRIES));
    refuses("/from/ids", ids(MAX_ENTRIES + 1), "from.ids", Fault::TooMany(MAX_ENTRIES));
    refuses("/ask", of(MAX_ENTRIES + 1, &|_| json!("film")), "ask", Fault::TooMany(MAX_ENTRIES));
    refuses("/lines/0/needs", of(MAX_LINES + 1, &|_| json!("film")), "lines[0].needs", Fault::TooMany(MAX_LINES));
}

#[test]
fn terms_of_prices() {
    let unknown = Fault::UnknownId;
    refuses("/lines/0/taxes", json!(["t"]), "lines[0].taxes[0]", unknown(IdKind::Tax));
    refuses("/lines/0/section", json!("s"), "lines[0].section", unknown(IdKind::Section));
    refuses("/lines/0/choice", json!("c"), "lines[0].choice", unknown(IdKind::Choice));
    refuses("/lines/0/alternative", json!("a"), "lines[0].choice", Fault::Missing);
    refuses("/lines/0/needs", json!(["x"]), "lines[0].needs[0]", unknown(IdKind::Line));
    refuses("/lines/0/needs", json!(["journee"]), "lines[0].needs", Fault::NeedsItself);
    refuses("/lines/0/onlyIf", json!("x"), "lines[0].onlyIf", unknown(IdKind::Factor));
    refuses("/lines/0/onlyIf", json!("marge"), "lines[0].onlyIf", Fault::NotAChance);
    let choice = |chosen: Json| json!([{"id": "c", "required": true, "chosen": chosen, "alternatives": [{"id": "a"}]}]);
    refuses("/choices", choice(json!("b")), "choices[0].chosen", unknown(IdKind::Alternative));
    refuses("/choices", choice(json!(null)), "choices[0].chosen", Fault::Missing);
    accepts("/choices", choice(json!("a")));
    let beyond = Fault::BeyondHorizon(12);
    refuses("/lines/0/timing", json!({"startMonth": 13}), "lines[0].timing.startMonth", beyond.clone());
    refuses("/lines/0/timing", json!({"repeats": "monthly", "months": 13}), "lines[0].timing.months", beyond.clone());
    let firm = json!({"repeats": "monthly", "months": 3, "firmMonths": 4});
    refuses("/lines/0/timing", firm, "lines[0].timing.firmMonths", Fault::Outside(0.0, 3.0));
    let months = Fault::Outside(0.0, f64::from(MAX_MONTHS));
    refuses("/lines/0/timing", json!({"months": 1201}), "lines[0].timing.months", months.clone());
    refuses("/inHouse/timing", json!({"firmMonths": 1201}), "inHouse.timing.firmMonths", months);
    refuses("/payments", json!([{"share": 1, "month": 13}]), "payments[0].month", beyond);
    refuses("/payments", json!([{"share": 0.5}]), "payments", Fault::NotTheWhole);
    refuses("/discount", json!({"share": 0, "amount": 0}), "discount", Fault::ShareOrAmount);
    refuses("/discount", json!({}), "discount", Fault::ShareOrAmount);
    refuses("/taxes", json!([{"id": "t", "rate": 1.1}]), "taxes[0].rate", Fault::NotAFraction);
    refuses("/ask", json!(["x"]), "ask[0]", unknown(IdKind::Factor));
    let percent = json!({"lines": ["film"], "share": 0.1});
    refuses("/lines/0/percentOf", percent.clone(), "lines[0].percentOf", Fault::PricedTwice);
    let share = |timing: Json| json!({"id": "frais", "percentOf": percent, "timing": timing});
    accepts("/lines/-", share(json!({})));
    refuses("/lines/-", share(json!({"startMonth": 1})), "lines[7].percentOf.lines[0]", Fault::DueElsewhere);
}

#[test]
fn every_fault_is_said_at_once() {
    let mut event = with("/discountRate", json!(99));
    event["currency"] = json!("euros");
    event["locale"] = json!("?");
    event["factors"][0]["value"] = json!({"pert": [3, 2, 1]});
    event["benefits"][3]["needs"] = json!(["nothing"]);
    let paths: Vec<String> = issues(&event).into_iter().map(|issue| issue.path).collect();
    for path in ["currency", "locale", "discountRate", "factors[0].value.pert", "benefits[3].needs[0]"] {
        assert!(paths.iter().any(|found| found == path), "{path} is not among {paths:?}");
    }
}

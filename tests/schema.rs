//! The JSON Schema of an agency's file agrees with the program that reads it: both accept and refuse the same files,
//! and both report unknown keys.

use boon::{Compiler, SchemaIndex, Schemas};
use retour::agency::{left_out, read_agency};
use retour::estimate::estimate;
use retour::proposal::{self, Date, Issue, check};
use retour::words::Language;
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../examples/agency.schema.json");
const EXAMPLES: [&str; 3] = [
    include_str!("../examples/evenement.json"),
    include_str!("../examples/relations-presse.json"),
    include_str!("../examples/market-research.json"),
];

/// The compiled schema.
struct Judge {
    schemas: Schemas,
    agency: SchemaIndex,
}

impl Judge {
    fn new() -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("agency.schema.json", parse(SCHEMA)).unwrap();
        let agency = compiler.compile("agency.schema.json", &mut schemas).unwrap();
        Self { schemas, agency }
    }

    /// Why the schema refuses a file, if it does.
    fn refusal(&self, file: &Value) -> Option<String> {
        self.schemas.validate(file, self.agency).err().map(|error| error.to_string())
    }
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The issues that the program finds in a file, in French and in English.
fn complaints(file: &Value) -> Vec<Issue> {
    let file: proposal::Value = serde_json::from_value(file.clone()).unwrap();
    let all = |language| [read_agency(&file, language).1, left_out(&file, language)].concat();
    Language::ALL.into_iter().flat_map(all).collect()
}

/// The first example with one value replaced. `null` removes the key from an object.
#[track_caller]
fn changed(pointer: &str, new: &Value) -> Value {
    let mut file = parse(EXAMPLES[0]);
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match file.pointer_mut(parent) {
        Some(Value::Object(map)) if new.is_null() => drop(map.remove(key).expect(pointer)),
        Some(Value::Object(map)) => drop(map.insert(key.to_owned(), new.clone())),
        Some(Value::Array(list)) => list[key.parse::<usize>().unwrap()] = new.clone(),
        _ => panic!("no such place: {pointer}"),
    }
    file
}

#[test]
fn the_examples_are_right_for_both() {
    let judge = Judge::new();
    for text in EXAMPLES {
        let file = parse(text);
        assert_eq!(judge.refusal(&file), None);
        assert_eq!(complaints(&file), []);
    }
}

/// Adds a part of a file to it: what lists hold is appended, other values are replaced.
fn add(file: &mut Value, part: &Value) {
    match (file, part) {
        (Value::Object(file), Value::Object(part)) => {
            part.iter().for_each(|(key, value)| add(file.entry(key).or_insert(Value::Null), value));
        }
        (Value::Array(file), Value::Array(part)) => file.extend(part.iter().cloned()),
        (file, part) => *file = part.clone(),
    }
}

#[test]
fn what_the_documentation_shows_of_prices_is_right_for_both() {
    let judge = Judge::new();
    let blocks = include_str!("../docs/prices.md").split("```json\n").skip(1);
    let shown: Vec<Value> = blocks.map(|block| parse(block.split_once("```").unwrap().0)).collect();
    assert!(shown.len() > 7);
    for part in shown {
        let mut file = json!({
            "name": "Finch & Rowe", "currency": "GBP", "rates": [{"id": "exec", "dayRate": 420}],
            "catalogue": {"lines": [{"id": "fee", "unitPrice": 100}], "factors": []},
        });
        add(&mut file, &part);
        let ids = |list: &str| file["catalogue"][list].as_array().unwrap().iter().map(|it| it["id"].clone());
        let [lines, factors] = ["lines", "factors"].map(|list| ids(list).collect::<Vec<_>>());
        let goal = json!({"id": "g", "label": "G", "lines": lines, "factors": factors, "benefits": []});
        if part.get("goals").is_none() {
            file["goals"] = json!([goal]);
        }
        assert_eq!(judge.refusal(&file), None, "{part}");
        assert_eq!(complaints(&file), [], "{part}");
        let file: proposal::Value = serde_json::from_value(file).unwrap();
        let first = read_agency(&file, Language::English).0.proposal(None, Date::parse("2027-06-14").unwrap());
        assert!(estimate(&check(first).unwrap()).cost.incl_vat > 0.0, "{part}");
    }
}

#[test]
fn both_take_what_is_right() {
    let judge = Judge::new();
    for (pointer, new) in [
        ("/name", json!({"en": "Studio"})),
        ("/replyTo", json!("https://replies.example/retour")),
        ("/proposal/objectives", json!({"fr": ["Un", "Deux"], "en": ["One", "Two"]})),
        ("/proposal/locks", json!(["rates", "texts"])),
        ("/proposal/discount", json!({"share": 0.1, "label": {"fr": "Remise"}})),
        ("/sender/ids", json!([{"label": {"fr": "TVA", "en": "VAT"}, "value": "FR 1"}])),
        ("/sender/address", json!("1, rue du Port\nBrest")),
        (
            "/taxes",
            json!([{"id": "t", "rate": 0.05}, {"id": "u", "label": {"fr": "TVQ", "en": "QST"}, "rate": 0, "number": "1", "default": true}]),
        ),
        ("/taxNote", json!({"fr": "TVA non applicable"})),
        ("/proposal/taxes", json!([])),
        ("/proposal/discount", json!({"amount": 750})),
        (
            "/proposal/payments",
            json!([{"share": 0.3}, {"label": {"fr": "Fin", "en": "End"}, "share": 0.7, "month": 12}]),
        ),
        ("/proposal/sections", json!([{"id": "s"}, {"id": "t", "label": "T"}])),
        ("/proposal/binding", json!(true)),
        ("/proposal/recoversVat", json!(false)),
        ("/goals/0/ask", json!(["marge", "film"])),
        ("/goals/0/mentions", json!({"fr": "SARL"})),
        (
            "/goals/0/choices",
            json!([{"id": "c", "alternatives": [{"id": "a"}]}, {"id": "d", "required": true, "chosen": "a", "alternatives": [{"id": "a"}]}]),
        ),
        ("/goals/0/inHouse/timing", json!({"repeats": "monthly", "months": 12})),
        ("/catalogue/lines/0/unitPrice", json!({"uniform": [0, 110]})),
        ("/catalogue/lines/0/unitPrice", json!({"interval90": [10, 110]})),
        ("/catalogue/lines/0/unitPrice", json!({"chance": 0.5})),
        ("/catalogue/lines/0/holder", json!("market")),
        ("/catalogue/lines/0/nature", json!("onBehalf")),
        ("/catalogue/lines/0/needs", json!(["film"])),
        ("/catalogue/lines/0/description", json!({"en": "A day"})),
        ("/catalogue/lines/0/timing", json!({"startMonth": 3})),
        (
            "/catalogue/lines/0/timing",
            json!({"repeats": "monthly", "firmMonths": 6, "months": null, "inAdvance": true}),
        ),
        ("/catalogue/lines/0/timing", json!({"months": 1200})),
        ("/catalogue/lines/0/making/0/perUnit", json!(true)),
        (
            "/goals/0/lines/6",
            json!({"id": "photos", "advice": null, "unitPrice": 0, "percentOf": {"lines": ["film"], "share": 0.1}}),
        ),
        (
            "/goals/0/lines/6",
            json!({"id": "photos", "section": null, "choice": null, "alternative": null, "onlyIf": null, "percentOf": null}),
        ),
        ("/catalogue/factors/0/value", json!({"uniform": [-3, 4]})),
        ("/catalogue/factors/1/value", json!({"chance": 0.5})),
        ("/catalogue/factors/0/source", json!(null)),
        ("/catalogue/benefits/0/timing", json!({"repeats": "monthly", "rampMonths": 3, "months": null})),
        ("/goals/0/effort/byPerson", json!([{"name": "Zoé", "hours": 3.5}])),
        ("/goals/0/lines/6", json!({"id": "photos", "advice": null, "quantity": 0})),
    ] {
        let file = changed(pointer, &new);
        assert_eq!(judge.refusal(&file), None, "{pointer}");
        assert_eq!(complaints(&file), [], "{pointer}");
    }
}

#[test]
fn both_refuse_what_is_wrong() {
    let judge = Judge::new();
    for (pointer, wrong) in [
        ("/name", json!(null)),
        ("/name", json!(3)),
        ("/name", json!({"fr": 3, "en": 3})),
        ("/currency", json!(null)),
        ("/currency", json!("euros")),
        ("/locale", json!("français")),
        ("/vatRate", json!("20 %")),
        ("/vatRate", json!(20)),
        ("/recoversVat", json!("yes")),
        ("/hoursPerDay", json!(0)),
        ("/replyTo", json!("http://replies.example")),
        ("/texts", json!({"fr": {"goalTitle": 3}, "en": {"goalTitle": 3}})),
        ("/rates", json!({})),
        ("/rates/0/dayRate", json!(-1)),
        ("/rates/0/id", json!(null)),
        ("/proposal/seed", json!(-1)),
        ("/proposal/horizonMonths", json!(12.5)),
        ("/proposal/horizonMonths", json!(121)),
        ("/proposal/discountRate", json!(11)),
        ("/proposal/validForDays", json!("47")),
        ("/proposal/locks", json!(["everything"])),
        ("/proposal/objectives", json!("to win")),
        ("/goals/0/inHouse/days", json!(null)),
        ("/goals/0/inHouse/workingDays", json!(400)),
        ("/goals/0/effort/people", json!(1.5)),
        ("/goals/0/label", json!(null)),
        ("/goals/0/lines", json!("journee")),
        ("/goals/0/lines/0", json!({"quantity": 3})),
        ("/catalogue/lines/0/quantity", json!("80")),
        ("/catalogue/lines/0/unitPrice", json!(-110)),
        ("/catalogue/lines/0/optional", json!(1)),
        ("/catalogue/lines/0/making/0/days", json!(null)),
        ("/catalogue/lines/0/making/0/hours", json!(3)),
        ("/catalogue/lines/0/making/0/role", json!(null)),
        ("/catalogue/lines/0/advice", json!([])),
        ("/sender/ids", json!([{"label": "TVA"}])),
        ("/sender/ids", json!(vec![json!({"label": "TVA", "value": "1"}); 41])),
        ("/sender/phone", json!("1".repeat(301))),
        ("/taxes", json!({"id": "t", "rate": 0.1})),
        ("/taxes", json!([{"id": "t"}])),
        ("/taxes", json!([{"id": "t", "rate": 5}])),
        ("/taxes", json!([{"id": "", "rate": 0.1}])),
        ("/taxes", json!([{"id": "t", "rate": 0.1, "default": "yes"}])),
        ("/taxes", json!((0..13).map(|at| json!({"id": at.to_string(), "rate": 0.1})).collect::<Vec<_>>())),
        ("/taxNote", json!(3)),
        ("/mentions", json!("x".repeat(6001))),
        ("/proposal/taxes", json!([{"rate": 0.1}])),
        ("/proposal/recoversVat", json!(1)),
        ("/proposal/binding", json!("yes")),
        ("/proposal/discount", json!({"label": "Remise"})),
        ("/proposal/discount", json!({"share": 0.1, "amount": 750})),
        ("/proposal/discount", json!({"amount": -750})),
        ("/proposal/payments", json!([{"label": "Tout"}])),
        ("/proposal/payments", json!([{"share": 2}])),
        ("/proposal/payments", json!([{"share": 1, "month": 121}])),
        ("/proposal/sections", json!([{"label": "S"}])),
        ("/proposal/sections", json!([{"id": "s", "label": "x".repeat(301)}])),
        ("/proposal/sections", json!((0..61).map(|at| json!({"id": at.to_string()})).collect::<Vec<_>>())),
        ("/proposal/ask", json!("marge")),
        ("/proposal/ask", json!(vec!["marge"; 41])),
        ("/goals/0/choices", json!([{"id": "c"}])),
        ("/goals/0/choices", json!([{"id": "c", "required": true, "alternatives": [{"id": "a"}]}])),
        ("/goals/0/choices", json!([{"id": "c", "alternatives": [{"label": "A"}]}])),
        (
            "/goals/0/choices",
            json!([{"id": "c", "alternatives": (0..9).map(|at| json!({"id": at.to_string()})).collect::<Vec<_>>()}]),
        ),
        (
            "/goals/0/choices",
            json!((0..9).map(|at| json!({"id": at.to_string(), "alternatives": []})).collect::<Vec<_>>()),
        ),
        ("/goals/0/inHouse/timing", json!({"startMonth": 121})),
        ("/goals/0/inHouse/days", json!({"pert": [-1, 2, 3]})),
        ("/catalogue/lines/0/unitPrice", json!({"pert": [-1, 2, 3]})),
        ("/catalogue/lines/0/unitPrice", json!({"fixed": -1})),
        ("/catalogue/lines/0/unitPrice", json!("110")),
        ("/catalogue/lines/0/nature", json!("gift")),
        ("/catalogue/lines/0/holder", json!("nobody")),
        ("/catalogue/lines/0/section", json!(3)),
        ("/catalogue/lines/0/taxes", json!("tva")),
        ("/catalogue/lines/0/needs", json!([3])),
        ("/catalogue/lines/0/onlyIf", json!(["accord"])),
        ("/catalogue/lines/0/description", json!("x".repeat(6001))),
        ("/catalogue/lines/0/timing", json!({"startMonth": 121})),
        ("/catalogue/lines/0/timing", json!({"repeats": "yearly"})),
        ("/catalogue/lines/0/timing", json!({"months": 1201})),
        ("/catalogue/lines/0/timing", json!({"firmMonths": 1201})),
        ("/catalogue/lines/0/timing", json!({"inAdvance": 1})),
        ("/catalogue/lines/0/percentOf", json!({"share": 0.1})),
        ("/catalogue/lines/0/percentOf", json!({"lines": ["film"]})),
        ("/catalogue/lines/0/percentOf", json!({"lines": ["film"], "share": 1.5})),
        ("/catalogue/lines/0/making/0/perUnit", json!(1)),
        ("/catalogue/lines/0/making/0/days", json!(-1)),
        ("/catalogue/lines/0/making/0/days", json!({"uniform": [1, 1e7]})),
        ("/catalogue/factors/0/holder", json!("nobody")),
        ("/catalogue/factors/0/value", json!(null)),
        ("/catalogue/factors/0/value", json!("48")),
        ("/catalogue/factors/0/value", json!({})),
        ("/catalogue/factors/0/value", json!({"pert": [30, 48]})),
        ("/catalogue/factors/0/value", json!({"pert": [30, "48", 66]})),
        ("/catalogue/factors/0/value", json!({"normal": [30, 48]})),
        ("/catalogue/factors/0/value", json!({"pert": [30, 48, 66], "fixed": 1})),
        ("/catalogue/factors/0/value", json!({"interval90": [0, 48]})),
        ("/catalogue/factors/0/value", json!({"chance": 1.5})),
        ("/catalogue/factors/0/value", json!({"count": {"trials": 2.5, "rate": [0, 0.1, 1]}})),
        ("/catalogue/factors/0/value", json!({"count": {"trials": 2, "rate": [0, 0.1, 2]}})),
        ("/catalogue/factors/0/value", json!({"count": {"trials": 2}})),
        ("/catalogue/factors/0/scalesWith/at", json!(0)),
        ("/catalogue/factors/0/source/kind", json!("rumour")),
        ("/catalogue/factors/0/source/n", json!(-3)),
        ("/catalogue/benefits/0/factors", json!([])),
        ("/catalogue/benefits/0/factors", json!(["presents", "presents"])),
        ("/catalogue/benefits/0/kind", json!("fame")),
        ("/catalogue/benefits/0/timing/startMonth", json!(-1)),
        ("/catalogue/benefits/0/timing/repeats", json!("yearly")),
    ] {
        let file = changed(pointer, &wrong);
        assert!(judge.refusal(&file).is_some(), "the schema takes {wrong} at {pointer}");
        assert!(!complaints(&file).is_empty(), "the program takes {wrong} at {pointer}");
    }
}

#[test]
fn both_notice_keys_that_nobody_reads() {
    let judge = Judge::new();
    for pointer in [
        "/currancy",
        "/sender/telephone",
        "/proposal/horizon",
        "/goals/0/tittle",
        "/goals/0/inHouse/salary",
        "/catalogue/line",
        "/catalogue/lines/0/price",
        "/catalogue/lines/0/onlyIff",
        "/catalogue/factors/0/range",
        "/catalogue/benefits/0/timing/start",
    ] {
        let file = changed(pointer, &json!(1));
        assert!(judge.refusal(&file).is_some(), "the schema takes {pointer}");
        let told = complaints(&file);
        assert!(told.len() == 2 && told.iter().all(|issue| !issue.is_error()), "{pointer}: {told:?}");
    }
}

#[test]
fn the_bounds_are_those_of_the_program() {
    use retour::proposal::*;
    let schema = parse(SCHEMA);
    for (pointer, bound) in [
        ("/properties/rates/maxItems", MAX_RATES as f64),
        ("/properties/hoursPerDay/maximum", MAX_HOURS_PER_DAY),
        ("/properties/hoursPerDay/minimum", MIN_HOURS_PER_DAY),
        ("/properties/sender/properties/ids/maxItems", MAX_ENTRIES as f64),
        ("/$defs/taxes/maxItems", MAX_TAXES as f64),
        ("/$defs/line/properties/taxes/maxItems", MAX_TAXES as f64),
        ("/$defs/details/properties/sections/maxItems", MAX_LINES as f64),
        ("/$defs/details/properties/choices/maxItems", MAX_CHOICES as f64),
        ("/$defs/choice/properties/alternatives/maxItems", MAX_ALTERNATIVES as f64),
        ("/$defs/details/properties/payments/maxItems", MAX_ENTRIES as f64),
        ("/$defs/details/properties/ask/maxItems", MAX_ENTRIES as f64),
        ("/$defs/ids/maxItems", MAX_LINES as f64),
        ("/$defs/dueMonth/maximum", f64::from(MAX_HORIZON_MONTHS)),
        ("/$defs/time/anyOf/0/maximum", MAX_TIME),
        ("/$defs/goal/properties/lines/maxItems", MAX_LINES as f64),
        ("/$defs/goal/properties/factors/maxItems", MAX_FACTORS as f64),
        ("/$defs/goal/properties/benefits/maxItems", MAX_BENEFITS as f64),
        ("/$defs/benefit/properties/factors/maxItems", MAX_FACTORS_OF_A_BENEFIT as f64),
        ("/$defs/works/maxItems", MAX_WORKS as f64),
        ("/$defs/texts/anyOf/0/maxItems", MAX_ENTRIES as f64),
        ("/$defs/id/maxLength", MAX_ID_CHARACTERS as f64),
        ("/$defs/label/anyOf/0/maxLength", MAX_LABEL_CHARACTERS as f64),
        ("/$defs/text/anyOf/0/maxLength", MAX_TEXT_CHARACTERS as f64),
        ("/$defs/months/maximum", f64::from(MAX_MONTHS)),
        ("/$defs/money/maximum", MAX_MONEY),
        ("/$defs/three/items/maximum", MAX_NUMBER),
        ("/$defs/three/items/minimum", -MAX_NUMBER),
        ("/$defs/line/properties/quantity/maximum", MAX_QUANTITY),
        ("/$defs/details/properties/horizonMonths/maximum", f64::from(MAX_HORIZON_MONTHS)),
        ("/$defs/details/properties/discountRate/minimum", MIN_DISCOUNT_RATE),
        ("/$defs/details/properties/discountRate/maximum", MAX_DISCOUNT_RATE),
        ("/$defs/details/properties/seed/maximum", MAX_WHOLE as f64),
        ("/$defs/details/properties/effort/properties/people/maximum", MAX_PEOPLE),
        ("/$defs/details/properties/effort/properties/hours/maximum", MAX_TIME),
        ("/$defs/details/properties/inHouse/properties/workingDays/maximum", MAX_WORKING_DAYS),
        ("/$defs/details/properties/inHouse/properties/workingDays/minimum", MIN_WORKING_DAYS),
        ("/$defs/details/properties/inHouse/properties/overhead/maximum", MAX_SURCHARGE),
        ("/$defs/shape/anyOf/1/properties/count/properties/trials/maximum", f64::from(MAX_TRIALS)),
    ] {
        assert_eq!(schema.pointer(pointer).and_then(|bound| bound.as_f64()), Some(bound), "{pointer}");
    }
}

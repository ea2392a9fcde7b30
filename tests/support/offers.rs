//! Arbitrary proposals without a fault, as JSON whose numbers are the decimals that a person would type.
//!
//! Labels are letters and numbers: what is read back from a document is found by them.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Months that the estimates look ahead.
const HORIZON: u32 = 12;

/// A number with this many decimals at most.
fn decimal(most: i64, decimals: u32) -> impl Strategy<Value = Value> {
    (0..most, 0..=decimals).prop_map(|(units, decimals)| typed(units, decimals))
}

/// A number of units of the last of its decimals.
fn typed(units: i64, decimals: u32) -> Value {
    let text = format!(
        "{}.{:0>width$}",
        units / 10_i64.pow(decimals),
        units % 10_i64.pow(decimals),
        width = decimals as usize
    );
    serde_json::from_str(text.trim_end_matches('.')).unwrap()
}

/// A number with this many decimals at most, or a range from it.
fn amount(most: i64, decimals: u32) -> impl Strategy<Value = Value> {
    (0..most, 0..=decimals, 0..8_u32).prop_map(|(units, decimals, kind)| {
        let end = |more: i64| typed(units + more * 10_i64.pow(decimals), decimals);
        match kind {
            0 => json!({"uniform": [end(0), end(13)]}),
            1 => json!({"pert": [end(0), end(2), end(7)]}),
            _ => end(0),
        }
    })
}

fn work() -> impl Strategy<Value = Value> {
    (select(vec!["days", "hours"]), amount(120, 1), select(vec!["r0", "r1"]), prop::bool::weighted(0.2))
        .prop_map(|(unit, time, role, per_unit)| json!({"role": role, unit: time, "perUnit": per_unit}))
}

/// Days or hours of advice, which no quantity multiplies.
fn advice() -> impl Strategy<Value = Value> {
    (vec(work(), 1..3), prop::bool::weighted(0.8)).prop_map(|(mut time, included)| {
        time.iter_mut().for_each(|work| work["perUnit"] = json!(false));
        json!({"label": "Pensée", "time": time, "included": included})
    })
}

fn timing() -> impl Strategy<Value = Value> {
    let monthly = (0..4_u32, 1..8_u32, any::<bool>(), option::of(1..5_u32));
    let monthly = monthly.prop_map(|(start, months, in_advance, firm)| {
        let mut timing = json!({"startMonth": start, "repeats": "monthly", "months": months, "inAdvance": in_advance});
        if let Some(firm) = firm {
            timing["firmMonths"] = json!(firm.min(months));
        }
        timing
    });
    let once = (0..HORIZON).prop_map(|start| json!({"startMonth": start}));
    prop_oneof![3 => Just(json!({})), 1 => once, 2 => monthly]
}

/// What a line costs, when, and on which terms; what it names is made to exist afterwards.
fn line() -> impl Strategy<Value = Value> {
    let price = option::weighted(0.8, prop_oneof![amount(90_000, 2), amount(90_000, 4)]);
    let nature = select(vec!["fee", "fee", "fee", "purchase", "onBehalf"]);
    let quantity = prop_oneof![2 => Just(json!(1)), 2 => (1..40_i64).prop_map(|n| json!(n)), 1 => decimal(9_000, 3)];
    let terms = (option::of(0..2_usize), option::of(0..3_usize), prop::bool::weighted(0.2), prop::bool::weighted(0.2));
    let scope = (prop::bool::weighted(0.3), prop::bool::weighted(0.8), option::of(vec(0..3_usize, 1..3)));
    (quantity, price, nature, vec(work(), 0..3), option::weighted(0.3, advice()), timing(), terms, scope).prop_map(
        |(quantity, price, nature, making, advice, timing, (section, alternative, only_if, needs), scope)| {
            let (optional, included, taxes) = scope;
            let mut line = json!({"quantity": quantity, "nature": nature, "making": making, "timing": timing,
                "optional": optional, "included": included || !optional});
            let mut set = |key: &str, value: Option<Value>| line[key] = value.unwrap_or(Value::Null);
            set("unitPrice", price);
            set("advice", advice);
            set("section", section.map(|at| json!(format!("s{at}"))));
            set("alternative", alternative.filter(|at| *at < 2).map(|at| json!(format!("a{at}"))));
            set("onlyIf", only_if.then(|| json!("go")));
            set("needs", needs.then(|| json!(["l0"])));
            set("taxes", taxes.map(|taxes| json!(taxes)));
            line
        },
    )
}

fn taxes() -> impl Strategy<Value = Vec<Value>> {
    let rate = select(vec![0.2, 0.1, 0.055, 0.05, 0.09975, 0.14975, 0.081, 0.021]);
    let tax = (rate, prop::bool::weighted(0.6));
    let named = vec(tax, 1..4).prop_map(|taxes| {
        let named = taxes.into_iter().enumerate();
        let names = ["Taxe A", "Taxe B", "Taxe C"];
        named.map(|(i, (rate, default))| json!({"id": format!("t{i}"), "label": names[i], "rate": rate, "default": default})).collect()
    });
    prop_oneof![1 => Just(Vec::new()), 3 => named]
}

fn discount() -> impl Strategy<Value = Option<Value>> {
    let share = select(vec![0.05, 0.12, 0.033, 0.5]).prop_map(|share| json!({"share": share}));
    option::of(prop_oneof![share, decimal(99, 2).prop_map(|amount| json!({"amount": amount, "label": "Geste"}))])
}

fn payments() -> impl Strategy<Value = Value> {
    let shares = select(vec![vec![], vec![0.3, 0.7], vec![0.333, 0.333, 0.334], vec![1.0]]);
    shares.prop_map(|shares| {
        let paid = shares.into_iter().enumerate();
        paid.map(|(i, share)| json!({"label": format!("Acompte {i}"), "share": share, "month": 3 * i})).collect()
    })
}

/// A proposal in a currency of two, of no or of three decimals.
pub fn offer() -> impl Strategy<Value = Value> {
    let head = (select(vec!["EUR", "JPY", "KWD"]), [decimal(120_000, 2), decimal(120_000, 2)], any::<[bool; 3]>());
    (head, vec(line(), 1..6), taxes(), discount(), payments(), option::of(1..9_i64)).prop_map(
        |((currency, rates, [binding, recovers, dated]), lines, taxes, discount, payments, percent)| {
            let rates: Vec<Value> = rates
                .into_iter()
                .enumerate()
                .map(|(i, rate)| json!({"id": format!("r{i}"), "label": "Rôle", "dayRate": rate}))
                .collect();
            let mut offer = json!({
                "title": "Sonde", "currency": currency, "vatRate": 0, "hoursPerDay": 7, "binding": binding,
                "recoversVat": recovers, "rates": rates, "taxes": taxes, "payments": payments, "horizonMonths": HORIZON,
                "choices": [{"id": "c", "label": "Formule", "chosen": "a0",
                    "alternatives": [{"id": "a0", "label": "Duo"}, {"id": "a1", "label": "Solo"}]}],
                "sections": [{"id": "s0", "label": "Avant"}, {"id": "s1", "label": "Après"}],
                "factors": [{"id": "go", "label": "On continue", "holder": "client", "value": {"chance": 0.6}},
                    {"id": "marge", "label": "Marge", "holder": "client", "value": {"pert": [500, 900, 2_000]}}],
                "benefits": [{"id": "b", "label": "Ventes", "factors": ["marge"]}],
            });
            if let Some(discount) = discount {
                offer["discount"] = discount;
            }
            if dated {
                offer["dates"] = json!({"issued": "2026-12-01", "start": "2027-01-11"});
            }
            offer["lines"] = named(lines, taxes.len(), percent);
            offer
        },
    )
}

/// The lines with their ids, without references to what does not exist, and perhaps one that is a share of others.
fn named(lines: Vec<Value>, taxes: usize, percent: Option<i64>) -> Value {
    let lines = lines.into_iter().enumerate().map(|(i, mut line)| {
        line["id"] = json!(format!("l{i}"));
        line["label"] = json!(format!("Ligne {i}"));
        let mut names: Vec<Value> = Vec::new();
        for tax in line["taxes"].as_array().into_iter().flatten() {
            let name = json!(format!("t{tax}"));
            if tax.as_u64() < Some(taxes as u64) && !names.contains(&name) {
                names.push(name);
            }
        }
        line["taxes"] = json!(names);
        if !line["alternative"].is_null() {
            line["choice"] = json!("c");
        }
        if i == 0 {
            // One line that is always in costs more than any discount.
            ["needs", "onlyIf", "choice", "alternative"].iter().for_each(|key| line[*key] = Value::Null);
            line["optional"] = json!(false);
            line["included"] = json!(true);
            line["nature"] = json!("fee");
            line["quantity"] = json!(1);
            line["unitPrice"] = json!(100 + i64::from(line["unitPrice"].is_number()));
        }
        let fields: Map<String, Value> = std::mem::take(line.as_object_mut().unwrap());
        Value::Object(fields.into_iter().filter(|(_, value)| !value.is_null()).collect())
    });
    let mut lines: Vec<Value> = lines.collect();
    let once = |line: &&Value| line["timing"] == json!({}) && line["onlyIf"].is_null() && !line["unitPrice"].is_null();
    let of: Vec<Value> = lines.iter().filter(once).map(|line| line["id"].clone()).collect();
    if let Some(percent) = percent.filter(|_| !of.is_empty()) {
        let share = typed(percent * 25, 3);
        lines.push(json!({"id": "p", "label": "Frais", "percentOf": {"lines": of, "share": share}}));
    }
    json!(lines)
}

//! Every figure of the reference proposals against figures computed independently: closed forms, and four million
//! pseudo-random draws for the quantiles.

mod support;

use serde_json::Value;
use support::{checked, json, reference};

/// How a figure is compared, and its tolerance; both follow from its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// Has a closed form: relative 1e-6.
    Exact,
    /// A quantile: 1 % of the width between P10 and P90.
    Quantile,
    /// One of the twenty futures: 2 % of that width, the outer two 4 %.
    Future,
    /// A probability: 0.005.
    Probability,
    /// The expected value of perfect information: 0.5 % of the width of the net.
    Information,
    /// The quantile of a count: the same whole number.
    Count,
    /// The median month of payback: within the times at which 49.5 % and 50.5 % have paid.
    Payback,
}

/// The largest error over its tolerance, and where.
type Worst = std::collections::BTreeMap<Kind, (f64, String)>;

struct Comparison<'a> {
    name: &'a str,
    worst: Worst,
    mean_cost: f64,
}

fn number(value: &Value, path: &str) -> f64 {
    value.pointer(path).and_then(Value::as_f64).unwrap_or_else(|| panic!("no number at {path}"))
}

fn width(value: &Value, path: &str) -> f64 {
    number(value, &format!("{path}/p90")) - number(value, &format!("{path}/p10"))
}

impl Comparison<'_> {
    /// Kind and tolerance of the figure at a place of the expected figures.
    fn tolerance(&self, root: &Value, path: &str, expected: f64) -> (Kind, f64) {
        let (parent, field) = path.rsplit_once('/').unwrap();
        match field {
            "p50" if parent.ends_with("payback") => (Kind::Payback, payback_tolerance(self.name, expected)),
            "p50" if parent.ends_with("costPer") => (Kind::Quantile, 0.01 * expected),
            "p10" | "p50" | "p90" if parent.ends_with("amount") => (Kind::Count, 0.5),
            "p10" | "p50" | "p90" => (Kind::Quantile, 0.01 * width(root, parent)),
            "probabilityOfPayback" | "withinHorizon" | "probabilityWorthIt" => (Kind::Probability, 0.005),
            "evpi" => (Kind::Information, 0.005 * width(root, "/net")),
            _ if parent == "/futures" => {
                let share = if field == "0" || field == "19" { 0.04 } else { 0.02 };
                (Kind::Future, share * width(root, "/net"))
            }
            _ => {
                let share = parent == "/holders" || field == "varianceShare";
                let floor = if share { 1e-9 } else { 1e-6 * self.mean_cost };
                (Kind::Exact, (1e-6 * expected.abs()).max(floor))
            }
        }
    }

    fn compare(&mut self, root: &Value, actual: &Value, expected: &Value, path: &str) {
        match expected {
            Value::Object(entries) => {
                for (key, value) in entries.iter().filter(|(key, _)| *key != "draws") {
                    self.compare(root, &actual[key], value, &format!("{path}/{key}"));
                }
            }
            Value::Array(items) => {
                assert_eq!(actual.as_array().map(Vec::len), Some(items.len()), "{path}");
                for (index, value) in items.iter().enumerate() {
                    self.compare(root, &actual[index], value, &format!("{path}/{index}"));
                }
            }
            Value::Number(_) => {
                let expected = expected.as_f64().unwrap();
                let (kind, tolerance) = self.tolerance(root, path, expected);
                let actual = actual.as_f64().unwrap_or_else(|| panic!("{path}: {actual} instead of {expected}"));
                let error = (actual - expected).abs() / tolerance;
                let worst = self.worst.entry(kind).or_insert((0.0, String::new()));
                if error > worst.0 {
                    *worst = (error, format!("{path}: {actual} instead of {expected}"));
                }
            }
            _ => assert_eq!(actual, expected, "{path}"),
        }
    }
}

/// How far the median month may move while the share that has paid moves by 0.005.
fn payback_tolerance(name: &str, month: f64) -> f64 {
    if month.fract() == 0.0 {
        return 1e-9;
    }
    let paid = |horizon: f64| {
        let mut proposal = support::proposal(name);
        proposal["horizonMonths"] = Value::from(horizon as u32);
        retour::estimate::estimate(&checked(&proposal)).payback.unwrap().within_horizon
    };
    0.005 / (paid(month.ceil()) - paid(month.floor()))
}

#[track_caller]
fn agrees(name: &str) {
    let (proposal, expected) = reference(name);
    let actual = json(&retour::estimate::estimate(&checked(&proposal)));
    let mean_cost = number(&expected, "/cost/mean");
    let mut comparison = Comparison { name, worst: Worst::new(), mean_cost };
    comparison.compare(&expected, &actual, &expected, "");
    // `cargo test --test reference -- --nocapture` shows the rows of a table.
    let rows = comparison.worst.iter();
    let rows: String =
        rows.map(|(kind, (error, place))| format!("| {name} | {kind:?} | {error:.3} | `{place}` |\n")).collect();
    print!("\n| proposal | figures | largest error over tolerance | where |\n|---|---|---|---|\n{rows}");
    for (kind, (error, place)) in &comparison.worst {
        assert!(*error <= 1.0, "{name}: {kind:?}: {error} times the tolerance, {place}");
    }
}

#[test]
fn an_event() {
    agrees("evenement");
}

#[test]
fn press_relations() {
    agrees("relations-presse");
}

#[test]
fn market_research() {
    agrees("market-research");
}

#[test]
fn a_retainer() {
    agrees("retainer");
}

#[test]
fn packages() {
    agrees("packages");
}

#[test]
fn phases() {
    agrees("phases");
}

//! What several tests need: the reference proposals and the way from JSON to an estimate.

use retour::estimate::Estimate;
use retour::proposal::{Checked, check, read};
use serde_json::Value;

/// A reference proposal as JSON.
pub fn proposal(name: &str) -> Value {
    load(name, "proposal")
}

/// A reference proposal with its expected figures.
#[allow(dead_code, reason = "not every test compares")]
pub fn reference(name: &str) -> (Value, Value) {
    (proposal(name), load(name, "expected"))
}

/// The checked proposal. Panics if it has a fault.
#[track_caller]
pub fn checked(proposal: &Value) -> Checked {
    let tree = serde_json::from_value(proposal.clone()).unwrap();
    let (proposal, issues) = read(&tree);
    assert_eq!(issues, []);
    check(proposal).unwrap()
}

/// An estimate as JSON.
#[allow(dead_code, reason = "not every test compares")]
pub fn json(estimate: &Estimate) -> Value {
    serde_json::to_value(estimate).unwrap()
}

fn load(name: &str, part: &str) -> Value {
    let path = format!("{}/tests/reference/{name}.{part}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

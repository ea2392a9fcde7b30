//! Small proposals whose best set of lines is known by hand.

use super::*;
use crate::proposal::{check, read};

/// A proposal with one line at 1000 that is not optional, optional lines (id, price, whether it is included), and
/// benefits (id, expected amount, the line it needs).
fn proposal(lines: &[(&str, u32, bool)], benefits: &[(&str, u32, &str)]) -> Proposal {
    let line = |(id, price, included): &(&str, u32, bool)| {
        format!(r#"{{"id": "{id}", "unitPrice": {price}, "optional": true, "included": {included}}}"#)
    };
    let factor = |(id, brings, _): &(&str, u32, &str)| {
        format!(r#"{{"id": "{id}", "holder": "market", "value": {{"uniform": [0, {}]}}}}"#, 2 * brings)
    };
    let benefit =
        |(id, _, needs): &(&str, u32, &str)| format!(r#"{{"id": "{id}", "factors": ["{id}"], "needs": ["{needs}"]}}"#);
    let mut all = vec![r#"{"id": "base", "unitPrice": 1000}"#.to_owned()];
    all.extend(lines.iter().map(line));
    let text = format!(
        r#"{{"title": "T", "currency": "EUR", "rates": [], "lines": [{}], "factors": [{}], "benefits": [{}]}}"#,
        all.join(","),
        benefits.iter().map(factor).collect::<Vec<_>>().join(","),
        benefits.iter().map(benefit).collect::<Vec<_>>().join(",")
    );
    let (proposal, issues) = read(&serde_json::from_str(&text).expect("JSON"));
    assert_eq!(issues, []);
    proposal
}

fn fitted(proposal: &Proposal, budget: f64) -> Fit {
    fit(&check(proposal.clone()).expect("a proposal without a fault"), budget, false).expect("a budget that suffices")
}

const LINES: [(&str, u32, bool); 3] = [("a", 500, true), ("b", 300, true), ("c", 300, false)];

#[test]
fn the_best_net_within_the_budget() {
    let proposal = proposal(&LINES, &[("x", 900, "a"), ("y", 800, "b"), ("z", 700, "c"), ("w", 5_000, "base")]);
    let all = fitted(&proposal, 2_100.0);
    assert_eq!((all.removed.len(), all.added), (0, vec!["c".to_owned()]));
    let two = fitted(&proposal, 1_700.0);
    assert_eq!((two.removed, two.added, two.lost), (vec!["a".to_owned()], vec!["c".to_owned()], vec!["x".to_owned()]));
    assert_eq!((two.cost, two.net), (1_600.0, Some(5_000.0 + 800.0 + 700.0 - 1_600.0)));
}

#[test]
fn what_does_not_pay_for_itself_leaves() {
    let proposal = proposal(&LINES, &[("x", 900, "a"), ("y", 200, "b")]);
    assert_eq!(fitted(&proposal, 9_000.0).removed, ["b"]);
}

#[test]
fn equal_nets_go_by_changes_then_cost_then_place() {
    // Each line has a benefit equal to its cost.
    let same = proposal(&LINES, &[("x", 500, "a"), ("y", 300, "b"), ("z", 300, "c")]);
    assert_eq!(fitted(&same, 9_000.0), Fit { cost: 1_800.0, net: Some(-1_000.0), ..Fit::default() });
    // One line has to be removed: without `a` the cost is lowest.
    assert_eq!(fitted(&same, 1_700.0).removed, ["a"]);
    // Of two equal lines the first one stays.
    let alike = proposal(&[("a", 300, true), ("b", 300, true)], &[("x", 300, "a"), ("y", 300, "b")]);
    assert_eq!(fitted(&alike, 1_300.0).removed, ["b"]);
}

#[test]
fn without_money_as_little_as_possible_changes() {
    let counted = |lines| {
        let mut proposal = proposal(lines, &[("x", 900, "a")]);
        proposal.benefits[0].kind = BenefitKind::Outcome;
        proposal
    };
    let present = Fit { cost: 1_800.0, ..Fit::default() };
    assert_eq!(fitted(&counted(&LINES), 1_800.0), present);
    // Half a hundredth above the budget is allowed.
    assert_eq!(fitted(&counted(&LINES), 1_799.995), present);
    let one = fitted(&counted(&LINES), 1_799.99);
    assert_eq!((&one.removed[..], one.cost, one.net), (&["b".to_owned()][..], 1_500.0, None));
    assert!(one.lost.is_empty());
    let other = fitted(&counted(&LINES), 1_400.0);
    assert_eq!((&other.removed[..], &other.lost[..]), (&["a".to_owned()][..], &["x".to_owned()][..]));
}

#[test]
fn a_line_without_its_factor_brings_nothing() {
    let mut proposal = proposal(&LINES, &[("x", 900, "base")]);
    let scale = crate::proposal::ScalesWith { line: "a".to_owned(), at: 1.0 };
    proposal.factors[0].scales_with = Some(scale);
    let fit = fitted(&proposal, 1_400.0);
    assert_eq!((fit.net, fit.lost.len()), (Some(-1_000.0), 0));
}

#[test]
fn a_budget_below_what_is_not_optional() {
    let checked = check(proposal(&LINES, &[])).expect("a proposal without a fault");
    assert_eq!(fit(&checked, 999.0, false), Err(Unfit::OverBudget(1_000.0)));
    assert_eq!(fit(&checked, 1_199.0, true), Err(Unfit::OverBudget(1_200.0)));
    assert_eq!(fit(&checked, f64::NAN, false), Err(Unfit::OverBudget(1_000.0)));
    assert_eq!(fit(&checked, 1_560.0, true).expect("a budget that suffices").cost, 1_560.0);
    assert_eq!(fit(&checked, f64::INFINITY, false).expect("no limit").removed.len(), 0);
}

#[test]
fn more_options_than_can_be_searched() {
    let ids: Vec<String> = (0..21).map(|i| format!("line {i}")).collect();
    let lines: Vec<(&str, u32, bool)> = ids.iter().map(|id| (&**id, 10, true)).collect();
    let checked = check(proposal(&lines, &[])).expect("a proposal without a fault");
    assert_eq!(fit(&checked, 9_000.0, false), Err(Unfit::TooManyCombinations));
    let checked = check(proposal(&lines[1..], &[])).expect("a proposal without a fault");
    assert_eq!(fit(&checked, 1_191.0, false).expect("a budget that suffices").removed, ["line 20"]);
}

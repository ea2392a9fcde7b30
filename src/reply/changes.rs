//! The changes from a proposal as offered to the prospect's version, and back.

use super::path;
use crate::proposal::{Change, MAX_ENTRIES, Proposal, Value, read, to_value};

/// Number of levels into which differences are traced: down to single values, or, where that makes too many changes,
/// to whole entries of lists.
const DEEP: usize = 16;
const ROWS: usize = 2;

/// All differences between a proposal and the one that was offered, each with its path in the JSON. Where there are
/// more than [`MAX_ENTRIES`], whole entries of lists are compared instead of single values.
pub fn changes(offered: &Proposal, present: &Proposal) -> Vec<Change> {
    let (from, to) = (to_value(offered.clone()), to_value(present.clone()));
    let fine = differences(&from, &to, DEEP);
    if fine.len() > MAX_ENTRIES { differences(&from, &to, ROWS) } else { fine }
}

/// The proposal before the changes were made.
pub fn before(present: &Proposal, changes: &[Change]) -> Proposal {
    let mut value = to_value(present.clone());
    let (added, kept): (Vec<&Change>, Vec<&Change>) = changes.iter().partition(|change| change.from == Value::Null);
    // Removed items are put back in order; added ones are removed from last to first, since removal shifts indexes.
    for change in kept.into_iter().chain(added.into_iter().rev()) {
        path::put(&mut value, &change.path, change.from.clone());
    }
    read(&value).0
}

fn differences(from: &Value, to: &Value, deep: usize) -> Vec<Change> {
    let mut found = Vec::new();
    walk(String::new(), from, to, deep, &mut found);
    found
}

fn walk(path: String, from: &Value, to: &Value, deep: usize, found: &mut Vec<Change>) {
    if from == to {
        return;
    }
    match (from, to) {
        (Value::Object(before), Value::Object(after)) if deep > 0 => {
            let added = after.iter().filter(|(key, _)| from.get(key).is_none());
            for (key, _) in before.iter().chain(added) {
                let path = if path.is_empty() { key.clone() } else { [&path, ".", key].concat() };
                let side = |value: &Value| value.get(key).cloned().unwrap_or_default();
                walk(path, &side(from), &side(to), deep - 1, found);
            }
        }
        (Value::List(before), Value::List(after)) if deep > 0 => {
            for index in 0..before.len().max(after.len()) {
                let path = format!("{path}[{index}]");
                let side = |list: &[Value]| list.get(index).cloned().unwrap_or_default();
                walk(path, &side(before), &side(after), deep - 1, found);
            }
        }
        _ => found.push(Change { path, from: from.clone(), to: to.clone() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proposal::{Line, Shape};

    fn reference() -> Proposal {
        let json: serde_json::Value =
            serde_json::from_str(include_str!("../../tests/reference/evenement.proposal.json")).unwrap();
        read(&serde_json::from_value(json).unwrap()).0
    }

    #[test]
    fn changes_name_their_fields_and_lead_back() {
        let offered = reference();
        let mut present = offered.clone();
        present.lines[2].included = false;
        present.lines[0].quantity = 60.0;
        present.factors[7].value = Shape::Pert([0.1, 0.2, 0.3]);
        present.lines.push(Line { id: "own-1".into(), label: "Traiteur".into(), ..Line::default() });
        let found = changes(&offered, &present);
        let paths: Vec<&str> = found.iter().map(|change| &*change.path).collect();
        assert_eq!(
            paths,
            [
                "lines[0].quantity",
                "lines[2].included",
                "lines[7]",
                "factors[7].value.pert[0]",
                "factors[7].value.pert[1]",
                "factors[7].value.pert[2]"
            ]
        );
        assert!(before(&present, &found) == offered);
    }

    #[test]
    fn lines_that_went_come_back() {
        let offered = reference();
        let mut present = offered.clone();
        present.lines.truncate(5);
        present.in_house = None;
        present.discount = None;
        assert!(before(&present, &changes(&offered, &present)) == offered);
    }

    #[test]
    fn too_many_changes_are_told_row_by_row() {
        let offered = reference();
        let mut present = offered.clone();
        for factor in &mut present.factors {
            factor.value = Shape::Count { trials: 7, rate: [0.1, 0.2, 0.3] };
        }
        for line in &mut present.lines {
            line.quantity += 1.0;
            line.unit.push('s');
            line.label.push('s');
            line.unit_price = Shape::Fixed(line.unit_price.known().unwrap() + 1.0);
        }
        let found = changes(&offered, &present);
        assert!(found.len() <= MAX_ENTRIES, "{}", found.len());
        assert!(before(&present, &found) == offered);
    }

    #[test]
    fn a_path_that_leads_nowhere_changes_nothing() {
        let offered = reference();
        for path in ["", "lines[99].quantity", "nothing.at.all", "lines[", "lines[x]", "title[0]", "lines[0]x"] {
            let change = Change { path: path.into(), from: Value::Number(1.0), to: Value::Null };
            assert!(before(&offered, &[change]) == offered, "{path}");
        }
    }
}

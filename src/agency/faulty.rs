//! Checks the first proposal of a goal, and drops faulty items until it can be computed.

use super::{Agency, Goal};
use crate::proposal::{Fault, IdKind, Issue, Value, check};

/// Paths in the file of the items of a goal, in their order.
pub struct ItemPaths {
    /// Paths of its lines.
    pub lines: Vec<ItemPath>,
    /// Paths of its factors.
    pub factors: Vec<ItemPath>,
    /// Paths of its benefits.
    pub benefits: Vec<ItemPath>,
    /// Whether all items that it names exist, and neither they nor its details have a fault.
    pub whole: bool,
}

/// The paths of one item.
pub struct ItemPath {
    /// Where the goal names it.
    pub named: String,
    /// Where its values are written: in the catalogue, or in the goal if that replaces some.
    pub written: String,
}

/// Checks a goal's first proposal and passes its issues to `say`, once. Then drops the faulty items and
/// those that depended on them, until the proposal can be computed or nothing is left to drop.
pub fn drop_faulty(agency: &Agency, mut goal: Goal, say: impl FnMut(Issue)) -> Goal {
    let Err(mut found) = check(agency.proposal_without_dates(Some(&goal))) else { return goal };
    found.iter().cloned().for_each(say);
    while found.iter().fold(false, |dropped, issue| dropped | mark(&mut goal, issue)) {
        goal.catalogue.lines.retain(|line| !line.id.is_empty());
        goal.catalogue.factors.retain(|factor| !factor.id.is_empty());
        goal.catalogue.benefits.retain(|benefit| !benefit.id.is_empty());
        match check(agency.proposal_without_dates(Some(&goal))) {
            Ok(_) => break,
            Err(rest) => found = rest,
        }
    }
    goal
}

/// An issue of a goal's proposal, with its path replaced by that of the field in the file.
pub fn place(issue: Issue, goal_path: &str, goal: &Value, file: &Value, places: &ItemPaths) -> Issue {
    let (key, index, rest) = split(&issue.path);
    let item = match (key, index) {
        ("lines", Some(index)) => places.lines.get(index),
        ("factors", Some(index)) => places.factors.get(index),
        ("benefits", Some(index)) => places.benefits.get(index),
        _ => None,
    };
    let path = match item {
        // Another goal may have the item that this one does not have.
        Some(item) if matches!(issue.fault, Fault::UnknownId(_)) => format!("{}{rest}", item.named),
        Some(item) => format!("{}{rest}", item.written),
        None if key == "from" => format!("sender{rest}"),
        None if file.get("proposal").is_some_and(|defaults| defaults.get(key).is_some()) && goal.get(key).is_none() => {
            format!("proposal.{}", issue.path)
        }
        None if file.get(key).is_some() && goal.get(key).is_none() => issue.path,
        None => format!("{goal_path}.{}", issue.path),
    };
    Issue { path, fault: issue.fault }
}

/// Marks the item with this issue for dropping, by clearing its id, or drops the detail with it; `false` if there is
/// nothing to drop. A line stays without a section that does not exist.
fn mark(goal: &mut Goal, issue: &Issue) -> bool {
    let (key, index, _) = split(&issue.path);
    let catalogue = &mut goal.catalogue;
    let id = match (key, index) {
        ("lines", Some(index)) if matches!(issue.fault, Fault::UnknownId(IdKind::Section)) => {
            return catalogue.lines.get_mut(index).is_some_and(|line| line.section.take().is_some());
        }
        ("lines", Some(index)) => catalogue.lines.get_mut(index).map(|line| &mut line.id),
        ("factors", Some(index)) => catalogue.factors.get_mut(index).map(|factor| &mut factor.id),
        ("benefits", Some(index)) => catalogue.benefits.get_mut(index).map(|benefit| &mut benefit.id),
        _ => return goal.details.forget(key),
    };
    match id {
        Some(id) => {
            id.clear();
            true
        }
        None => false,
    }
}

/// Splits a path such as `factors[3].value` into key, index and rest.
pub fn split(path: &str) -> (&str, Option<usize>, &str) {
    let (key, rest) = path.split_at(path.find(['[', '.']).unwrap_or(path.len()));
    let indexed = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    match indexed.and_then(|(index, tail)| Some((index.parse().ok()?, tail))) {
        Some((index, tail)) => (key, Some(index), tail),
        None => (key, None, rest),
    }
}

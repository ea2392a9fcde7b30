//! From an agency's file to an agency, with everything that is wrong and where.
//!
//! Whatever is wrong is left out together with what cannot do without it, so that the rest of the
//! file still makes proposals that can be computed.

use super::prove::{Place, Places, place, prove};
use super::{Agency, Catalogue, Goal, localise};
use crate::proposal::{Benefit, Expected, Factor, Fault, Issue, Line, MAX_ISSUES, Named, Value, read_with, required};
use crate::words::{Language, is_sentence};
use serde::Deserialize;

/// Reads an agency's file in one language: what is right in it, and what is wrong where.
///
/// Each goal's first proposal is checked as well. A fault in a proposal is told at the catalogue's
/// item if the goal takes that as it is, else at the goal.
pub fn read_agency(value: &Value, language: Language) -> (Agency, Vec<Issue>) {
    let local = localise(value, language);
    let mut issues = Vec::new();
    let mut agency: Agency = read_at(&local, "", &mut issues);
    if agency.reply_to.as_ref().is_some_and(|address| !address.starts_with("https://")) {
        issues.push(Issue { path: "replyTo".to_owned(), fault: Fault::Expected(Expected::HttpsAddress) });
        agency.reply_to = None;
    }
    if let Some(texts) = value.get("texts").and_then(|texts| texts.get(language.code())) {
        agency.texts = read_texts(texts, &format!("texts.{}", language.code()), &mut issues);
    }
    if let Some(defaults) = local.get("proposal") {
        agency.defaults = read_at(defaults, "proposal", &mut issues);
    }
    let shelf = Shelf {
        lines: shelve(&local, "lines", &mut issues),
        factors: shelve(&local, "factors", &mut issues),
        benefits: shelve(&local, "benefits", &mut issues),
    };
    agency.catalogue =
        Catalogue { lines: sound(&shelf.lines), factors: sound(&shelf.factors), benefits: sound(&shelf.benefits) };
    for (index, json) in list(&local, "goals", "goals", &mut issues).iter().enumerate() {
        let path = format!("goals[{index}]");
        let (goal, places) = read_goal(json, &path, &shelf, &mut issues);
        if agency.goals.iter().any(|other| other.id == goal.id) {
            issues.push(Issue { path: format!("{path}.id"), fault: Fault::DuplicateId });
            continue;
        }
        let whole = places.whole && !issues.iter().any(|issue| issue.path.starts_with("rates"));
        let goal = prove(&mut agency, goal, |issue| {
            // What was left out is unknown to the rest: that is no second fault.
            if !whole && matches!(issue.fault, Fault::Unknown(_)) {
                return;
            }
            let issue = place(issue, &path, json, &local, &places);
            if !issues.contains(&issue) {
                issues.push(issue);
            }
        });
        agency.goals.push(goal);
    }
    issues.truncate(MAX_ISSUES);
    (agency, issues)
}

/// The keys that must be there in an agency's file.
fn keys(name: &str) -> &'static [&'static str] {
    match name {
        "Agency" => &["name", "currency", "rates", "catalogue", "goals"],
        "Goal" => &["id", "label"],
        _ => required(name),
    }
}

fn read_at<T: Default + for<'de> Deserialize<'de>>(value: &Value, path: &str, issues: &mut Vec<Issue>) -> T {
    let (read, found) = read_with(value, path, keys);
    issues.extend(found);
    read
}

/// The agency's own sentences, by key.
fn read_texts(texts: &Value, path: &str, issues: &mut Vec<Issue>) -> Vec<(String, String)> {
    let mut read = Vec::new();
    let Value::Object(entries) = texts else {
        issues.push(Issue { path: path.to_owned(), fault: Fault::Expected(Expected::Object) });
        return read;
    };
    for (key, text) in entries {
        let fault = match text {
            Value::Text(_) if !is_sentence(key) => Fault::Unknown(Named::Sentence),
            Value::Text(text) => {
                read.push((key.clone(), text.clone()));
                continue;
            }
            _ => Fault::Expected(Expected::Text),
        };
        issues.push(Issue { path: format!("{path}.{key}"), fault });
    }
    read
}

/// An item of the catalogue as it stands in the file, and as it was read unless it is wrong.
struct Item<'a, T> {
    json: &'a Value,
    path: String,
    id: &'a str,
    read: Option<T>,
}

/// The catalogue with what is wrong in it.
struct Shelf<'a> {
    lines: Vec<Item<'a, Line>>,
    factors: Vec<Item<'a, Factor>>,
    benefits: Vec<Item<'a, Benefit>>,
}

/// The list with this key; an absent one is empty.
fn list<'a>(object: &'a Value, key: &str, path: &str, issues: &mut Vec<Issue>) -> &'a [Value] {
    match object.get(key) {
        Some(Value::List(items)) => items,
        None | Some(Value::Null) => &[],
        Some(_) => {
            issues.push(Issue { path: path.to_owned(), fault: Fault::Expected(Expected::List) });
            &[]
        }
    }
}

/// The id of an item, which is either the item itself or its key `id`.
fn id_of(json: &Value) -> &str {
    match (json, json.get("id")) {
        (Value::Text(id), _) | (_, Some(Value::Text(id))) => id,
        _ => "",
    }
}

fn shelve<'a, T: Default + for<'de> Deserialize<'de>>(
    agency: &'a Value,
    key: &str,
    issues: &mut Vec<Issue>,
) -> Vec<Item<'a, T>> {
    let Some(catalogue) = agency.get("catalogue") else { return Vec::new() };
    let mut items: Vec<Item<T>> = Vec::new();
    for (index, json) in list(catalogue, key, &format!("catalogue.{key}"), issues).iter().enumerate() {
        let (path, id, before) = (format!("catalogue.{key}[{index}]"), id_of(json), issues.len());
        let read = read_at(json, &path, issues);
        if !id.is_empty() && items.iter().any(|other| other.id == id) {
            issues.push(Issue { path: format!("{path}.id"), fault: Fault::DuplicateId });
        }
        items.push(Item { json, path, id, read: (issues.len() == before).then_some(read) });
    }
    items
}

fn sound<T: Clone>(items: &[Item<T>]) -> Vec<T> {
    items.iter().filter_map(|item| item.read.clone()).collect()
}

fn read_goal(json: &Value, path: &str, shelf: &Shelf, issues: &mut Vec<Issue>) -> (Goal, Places) {
    let mut goal: Goal = read_at(json, path, issues);
    if let Value::Object(_) = json {
        goal.details = read_at(json, path, issues);
    }
    let (lines, line_places) = pick(json, ("lines", Named::Line), path, &shelf.lines, issues);
    let (factors, factor_places) = pick(json, ("factors", Named::Factor), path, &shelf.factors, issues);
    let (benefits, benefit_places) = pick(json, ("benefits", Named::Benefit), path, &shelf.benefits, issues);
    let picked = [("lines", lines.len()), ("factors", factors.len()), ("benefits", benefits.len())];
    let whole = picked.iter().all(|(key, found)| match json.get(key) {
        Some(Value::List(named)) => named.len() == *found,
        other => matches!(other, None | Some(Value::Null)),
    });
    goal.catalogue = Catalogue { lines, factors, benefits };
    (goal, Places { lines: line_places, factors: factor_places, benefits: benefit_places, whole })
}

/// The items of the catalogue that a goal names, by their id or by an object that has it and whose
/// other keys replace those of the item; and where each stands in the file.
fn pick<T: Clone + Default + for<'de> Deserialize<'de>>(
    goal: &Value,
    (key, named): (&str, Named),
    path: &str,
    items: &[Item<T>],
    issues: &mut Vec<Issue>,
) -> (Vec<T>, Vec<Place>) {
    let (mut picked, mut places) = (Vec::new(), Vec::new());
    let path = format!("{path}.{key}");
    for (index, json) in list(goal, key, &path, issues).iter().enumerate() {
        let path = format!("{path}[{index}]");
        let Some(item) = items.iter().find(|item| item.id == id_of(json)) else {
            issues.push(Issue { path, fault: Fault::Unknown(named) });
            continue;
        };
        // What is wrong in the catalogue was said there.
        let Some(read) = item.read.clone() else { continue };
        let before = issues.len();
        let (read, written) = match json {
            Value::Object(own) => (read_at(&overlaid(item.json, own), &path, issues), path.clone()),
            _ => (read, item.path.clone()),
        };
        if issues.len() == before {
            picked.push(read);
            places.push(Place { named: path, written });
        }
    }
    (picked, places)
}

/// An object with some keys replaced.
fn overlaid(base: &Value, own: &[(String, Value)]) -> Value {
    let base = if let Value::Object(entries) = base { entries.as_slice() } else { &[] };
    // Of two equal keys the last counts.
    Value::Object(base.iter().chain(own).cloned().collect())
}

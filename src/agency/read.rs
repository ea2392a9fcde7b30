//! Reading an agency's file: the agency, and all issues with their paths.
//!
//! Faulty items are dropped together with those that depend on them, so that the rest of the file
//! still makes proposals that can be computed.

use super::faulty::{ItemPath, ItemPaths, drop_faulty, place};
use super::keys::unknown_keys;
use super::{Agency, Catalogue, Details, Goal, localise};
use crate::proposal::{Expected, Fault, IdKind, Issue, Json, MAX_ISSUES, Value, read_into};
use crate::words::{Language, is_sentence};

/// Reads an agency's file in one language; returns what is sound in it, and at most [`MAX_ISSUES`] issues.
///
/// Each goal's first proposal is checked as well. The path of an issue found there is that of the
/// field in the file: in the catalogue where the goal takes an item unchanged, in the agency's
/// defaults or at the top of the file where the value is set there, else in the goal. A reference to
/// an unknown id has its path in the goal, since another goal may have the item.
pub fn read_agency(value: &Value, language: Language) -> (Agency, Vec<Issue>) {
    let local = localise(value, language);
    let mut issues = Vec::new();
    let mut agency: Agency = read_at(&local, "", &mut issues);
    if agency.reply_to.as_ref().is_some_and(|address| !address.starts_with("https://")) {
        issues.push(Issue { path: "replyTo".to_owned(), fault: Fault::Expected(Expected::HttpsAddress) });
        agency.reply_to = None;
    }
    if let Some(texts) = value.get("texts").and_then(|texts| texts.get(language.code())) {
        agency.texts = read_texts(texts, &["texts.", language.code()].concat(), &mut issues);
    }
    if let Some(defaults) = local.get("proposal") {
        agency.defaults = Details::read(defaults, "proposal", &mut issues);
    }
    let is_head = |issue: &Issue| ["rates", "taxes", "proposal."].iter().any(|head| issue.path.starts_with(head));
    let has_sound_head = !issues.iter().any(is_head);
    if issues.iter().any(|issue| issue.path.starts_with("taxes")) {
        agency.defaults.forget("taxes");
    }
    let shelf = CatalogueItems {
        lines: read_items(&local, "lines", &mut agency.catalogue.lines, &mut issues),
        factors: read_items(&local, "factors", &mut agency.catalogue.factors, &mut issues),
        benefits: read_items(&local, "benefits", &mut agency.catalogue.benefits, &mut issues),
    };
    for (index, json) in list(&local, "goals", "goals", &mut issues).iter().enumerate() {
        let path = at("goals", index);
        let (goal, places) = read_goal(json, &path, &shelf, &agency.catalogue, &mut issues);
        if agency.goals.iter().any(|other| other.id == goal.id) {
            issues.push(Issue { path: [&*path, ".id"].concat(), fault: Fault::DuplicateId });
            continue;
        }
        let whole = places.whole && has_sound_head;
        let goal = drop_faulty(&agency, goal, |issue| {
            // References to what was dropped are unknown now, and its horizon is another: those are no faults of their own.
            if !whole && matches!(issue.fault, Fault::UnknownId(_) | Fault::BeyondHorizon(_)) {
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

/// What is ignored in an agency's file in one language, for the author of the file: unknown keys, and keys of sentences
/// that do not exist.
pub fn left_out(file: &Value, language: Language) -> Vec<Issue> {
    let mut issues = unknown_keys(file, &localise(file, language));
    if let Some(Value::Object(entries)) = file.get("texts").and_then(|texts| texts.get(language.code())) {
        let unknown = entries.iter().map(|(key, _)| key).filter(|key| !is_sentence(key));
        issues.extend(unknown.map(|key| {
            let path = ["texts.", language.code(), ".", key].concat();
            Issue { path, fault: Fault::UnknownId(IdKind::Sentence) }
        }));
    }
    issues
}

fn read_at<T: Default + Json>(value: &Value, path: &str, issues: &mut Vec<Issue>) -> T {
    let (read, found) = read_into(value, path);
    issues.extend(found);
    read
}

/// The agency's wording of sentences, by key.
fn read_texts(texts: &Value, path: &str, issues: &mut Vec<Issue>) -> Vec<(String, String)> {
    let mut read = Vec::new();
    let Value::Object(entries) = texts else {
        issues.push(Issue { path: path.to_owned(), fault: Fault::Expected(Expected::Object) });
        return read;
    };
    for (key, text) in entries {
        match text {
            Value::Text(text) => read.push((key.clone(), text.clone())),
            _ => issues.push(Issue { path: [path, ".", key].concat(), fault: Fault::Expected(Expected::Text) }),
        }
    }
    read
}

/// An item of the catalogue in the file. `place` is its index among the sound items; `None` if it has a fault.
struct Item<'a> {
    json: &'a Value,
    path: String,
    id: &'a str,
    place: Option<usize>,
}

/// All items of the catalogue in the file, also those with faults.
struct CatalogueItems<'a> {
    lines: Vec<Item<'a>>,
    factors: Vec<Item<'a>>,
    benefits: Vec<Item<'a>>,
}

/// An item that a goal picks from the catalogue.
enum Picked<'a> {
    /// The sound item at this index of the catalogue, unchanged.
    AsItIs(usize),
    /// The JSON of an item in which the goal replaces some keys, and its path in the goal.
    Changed(&'a Value, &'a str),
}

/// Reads an item of the catalogue from its JSON and path; the flag says that an earlier one has the same id. Returns
/// whether it is kept.
type Keep<'a> = &'a mut dyn FnMut(&Value, &str, bool, &mut Vec<Issue>) -> bool;

/// Adds a picked item to the goal; returns whether it has no fault.
type Take<'a> = &'a mut dyn FnMut(Picked, &mut Vec<Issue>) -> bool;

/// The list under this key; empty where it is absent.
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

/// The id of an item that is given as its id or as an object with the key `id`; empty if there is none.
fn id_of(json: &Value) -> &str {
    match (json, json.get("id")) {
        (Value::Text(id), _) | (_, Some(Value::Text(id))) => id,
        _ => "",
    }
}

/// Reads a list of the catalogue: adds its sound items to `sound`, and returns all.
fn read_items<'a, T: Default + Json>(
    agency: &'a Value,
    key: &str,
    sound: &mut Vec<T>,
    issues: &mut Vec<Issue>,
) -> Vec<Item<'a>> {
    shelve_each(agency, key, issues, &mut |json, path, twice, issues| keep(json, path, !twice, sound, issues))
}

fn shelve_each<'a>(agency: &'a Value, key: &str, issues: &mut Vec<Issue>, keep: Keep) -> Vec<Item<'a>> {
    let Some(catalogue) = agency.get("catalogue") else { return Vec::new() };
    let mut items: Vec<Item> = Vec::new();
    let mut kept = 0;
    for (index, json) in list(catalogue, key, &["catalogue.", key].concat(), issues).iter().enumerate() {
        let (path, id) = (at(&["catalogue.", key].concat(), index), id_of(json));
        let twice = !id.is_empty() && items.iter().any(|other| other.id == id);
        let sound = keep(json, &path, twice, issues);
        if twice {
            issues.push(Issue { path: [&path, ".id"].concat(), fault: Fault::DuplicateId });
        }
        items.push(Item { json, path, id, place: sound.then_some(kept) });
        kept += usize::from(sound);
    }
    items
}

/// Reads an item and adds it to `sound` if it is wanted and has no fault; returns whether it did.
fn keep<T: Default + Json>(
    json: &Value,
    path: &str,
    wanted: bool,
    sound: &mut Vec<T>,
    issues: &mut Vec<Issue>,
) -> bool {
    let before = issues.len();
    let read = read_at(json, path, issues);
    let is_kept = wanted && issues.len() == before;
    if is_kept {
        sound.push(read);
    }
    is_kept
}

fn read_goal(
    json: &Value,
    path: &str,
    shelf: &CatalogueItems,
    catalogue: &Catalogue,
    issues: &mut Vec<Issue>,
) -> (Goal, ItemPaths) {
    let mut goal: Goal = read_at(json, path, issues);
    let before = issues.len();
    if let Value::Object(_) = json {
        goal.details = Details::read(json, path, issues);
    }
    let mut whole = issues.len() == before;
    let own = &mut goal.catalogue;
    let mut choose = |key, named, items, take: Take| {
        let places = pick_each(json, (key, named), path, items, issues, take);
        whole &= match json.get(key) {
            Some(Value::List(named)) => named.len() == places.len(),
            other => matches!(other, None | Some(Value::Null)),
        };
        places
    };
    let lines = choose("lines", IdKind::Line, &shelf.lines, &mut |it, issues| {
        take(it, &catalogue.lines, &mut own.lines, issues)
    });
    let factors = choose("factors", IdKind::Factor, &shelf.factors, &mut |it, issues| {
        take(it, &catalogue.factors, &mut own.factors, issues)
    });
    let benefits = choose("benefits", IdKind::Benefit, &shelf.benefits, &mut |it, issues| {
        take(it, &catalogue.benefits, &mut own.benefits, issues)
    });
    (goal, ItemPaths { lines, factors, benefits, whole })
}

/// Adds a picked item to the goal's list: a copy of the catalogue's, or the one read from the changed JSON.
fn take<T: Clone + Default + Json>(picked: Picked, catalogue: &[T], own: &mut Vec<T>, issues: &mut Vec<Issue>) -> bool {
    match picked {
        Picked::AsItIs(place) => {
            own.extend(catalogue.get(place).cloned());
            true
        }
        Picked::Changed(json, path) => keep(json, path, true, own, issues),
    }
}

/// Passes to `take` the items of the catalogue that a goal names, each by its id or by an object with its id, whose
/// other keys replace those of the item. Returns the paths of those that were taken.
fn pick_each(
    goal: &Value,
    (key, named): (&str, IdKind),
    path: &str,
    items: &[Item],
    issues: &mut Vec<Issue>,
    take: Take,
) -> Vec<ItemPath> {
    let mut places = Vec::new();
    let path = [path, ".", key].concat();
    for (index, json) in list(goal, key, &path, issues).iter().enumerate() {
        let path = at(&path, index);
        let Some(item) = items.iter().find(|item| item.id == id_of(json)) else {
            issues.push(Issue { path, fault: Fault::UnknownId(named) });
            continue;
        };
        // Faults in the catalogue have been reported there.
        let Some(place) = item.place else { continue };
        let (taken, written) = match json {
            Value::Object(own) => (take(Picked::Changed(&overlaid(item.json, own), &path), issues), path.clone()),
            _ => (take(Picked::AsItIs(place), issues), item.path.clone()),
        };
        if taken {
            places.push(ItemPath { named: path, written });
        }
    }
    places
}

/// The path of a list's item.
fn at(list: &str, index: usize) -> String {
    [list, "[", &index.to_string(), "]"].concat()
}

/// An object with some keys replaced.
fn overlaid(base: &Value, own: &[(String, Value)]) -> Value {
    let base = if let Value::Object(entries) = base { entries.as_slice() } else { &[] };
    // Of two equal keys the last counts.
    Value::Object(base.iter().chain(own).cloned().collect())
}

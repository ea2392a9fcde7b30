//! Changing the language of a proposal: the agency's texts are replaced, those that a person typed stay.

use super::Agency;
use crate::proposal::{Proposal, Value, read, to_value};

/// Keys of texts that are the same in every language.
const FOR_PROGRAMS: [&str; 2] = ["id", "currency"];

/// The proposal with the agency's texts in another language: each text that equals the one of `from`
/// at the same path is replaced by the one of `to`, the same agency in the other language. In paths,
/// what has an id, such as a line, is identified by it, and other entries of lists, such as objectives
/// and payments, by their text being equal. Texts that the person changed stay.
pub fn relabel(proposal: &Proposal, from: &Agency, to: &Agency) -> Proposal {
    let mut versions = Vec::new();
    for f in &from.goals {
        if let Some(t) = to.goals.iter().find(|t| t.id == f.id) {
            versions.push([from.proposal_without_dates(Some(f)), to.proposal_without_dates(Some(t))]);
        }
    }
    versions.push([from, to].map(with_catalogue));
    let versions: Vec<_> = versions.into_iter().map(|version| version.map(texts)).collect();
    let mut new = to_value(proposal.clone());
    each_text(&mut new, "", 0, &mut |place, _, text| {
        let said = versions.iter().find_map(|[from, to]| {
            let own = from.iter().find(|own| own.place == place && own.text == *text)?;
            to.iter().find(|other| other.place == place && other.index == own.index)
        });
        if let Some(said) = said {
            text.clone_from(&said.text);
        }
    });
    read(&new).0
}

/// A proposal with the agency's whole catalogue.
fn with_catalogue(agency: &Agency) -> Proposal {
    let mut proposal = agency.proposal_without_dates(None);
    proposal.lines.clone_from(&agency.catalogue.lines);
    proposal.factors.clone_from(&agency.catalogue.factors);
    proposal.benefits.clone_from(&agency.catalogue.benefits);
    proposal
}

/// A text of a proposal, with its path.
struct TextAt {
    /// Its path, with ids in place of indexes; all entries of a list of texts have the same path.
    place: String,
    /// Index of the list entry that it is or belongs to, where entries have no id; else 0.
    index: usize,
    text: String,
}

/// All texts of a proposal.
fn texts(proposal: Proposal) -> Vec<TextAt> {
    let mut found = Vec::new();
    each_text(&mut to_value(proposal), "", 0, &mut |place, index, text| {
        found.push(TextAt { place: place.to_owned(), index, text: text.clone() });
    });
    found
}

fn each_text(value: &mut Value, place: &str, index: usize, visit: &mut dyn FnMut(&str, usize, &mut String)) {
    match value {
        Value::Text(text) => visit(place, index, text),
        Value::List(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                match item.get("id") {
                    Some(Value::Text(id)) => each_text(item, &[place, "[", &id.clone(), "]"].concat(), 0, visit),
                    _ => each_text(item, place, index, visit),
                }
            }
        }
        Value::Object(entries) => {
            for (key, item) in entries.iter_mut().filter(|(key, _)| !FOR_PROGRAMS.contains(&&**key)) {
                each_text(item, &[place, ".", key].concat(), index, visit);
            }
        }
        Value::Null | Value::Boolean(_) | Value::Number(_) => {}
    }
}

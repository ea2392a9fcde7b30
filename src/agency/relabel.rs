//! A proposal that changes its language: the agency's texts follow, the person's stay.

use super::Agency;
use crate::proposal::Proposal;

/// The proposal with every text that is still the agency's own in `from` as it stands in `to`, the
/// same agency in another language. Lines, rates, factors and benefits are paired by their id, other
/// texts by being equal. What the person typed stays.
pub fn relabel(proposal: &Proposal, from: &Agency, to: &Agency) -> Proposal {
    let mut versions = Vec::new();
    for f in &from.goals {
        if let Some(t) = to.goals.iter().find(|t| t.id == f.id) {
            versions.push([from.undated(Some(f)), to.undated(Some(t))]);
        }
    }
    versions.push([from, to].map(with_catalogue));
    let versions: Vec<_> = versions.iter_mut().map(|version| version.each_mut().map(texts)).collect();
    let mut new = proposal.clone();
    for Entry { place, text, .. } in texts(&mut new) {
        let said = versions.iter().find_map(|[from, to]| {
            let own = from.iter().find(|own| own.place == place && own.text == text)?;
            to.iter().find(|other| other.place == place && other.index == own.index)
        });
        if let Some(said) = said {
            text.clone_from(said.text);
        }
    }
    new
}

/// A proposal with everything that the agency has.
fn with_catalogue(agency: &Agency) -> Proposal {
    let mut proposal = agency.undated(None);
    proposal.lines.clone_from(&agency.catalogue.lines);
    proposal.factors.clone_from(&agency.catalogue.factors);
    proposal.benefits.clone_from(&agency.catalogue.benefits);
    proposal
}

/// A text that may be the agency's own.
struct Entry<'a> {
    /// Which text, and the id of what has it; all entries of a list of texts have the same.
    place: (&'static str, &'a str),
    /// Which entry of a list of texts.
    index: usize,
    /// The text.
    text: &'a mut String,
}

/// All texts of a proposal that may be the agency's own.
fn texts(proposal: &mut Proposal) -> Vec<Entry<'_>> {
    let mut found = Vec::new();
    let mut add = |place, index, text| found.push(Entry { place, index, text });
    let Proposal { title, locale, context, message, terms, from, .. } = proposal;
    add(("title", ""), 0, title);
    add(("locale", ""), 0, locale);
    add(("context", ""), 0, context);
    add(("message", ""), 0, message);
    add(("terms", ""), 0, terms);
    add(("name", ""), 0, &mut from.name);
    add(("role", ""), 0, &mut from.role);
    add(("organisation", ""), 0, &mut from.organisation);
    if let Some(discount) = &mut proposal.discount {
        add(("discount", ""), 0, &mut discount.label);
    }
    let lists = [
        ("objectives", &mut proposal.objectives),
        ("commitments", &mut proposal.commitments),
        ("outOfHands", &mut proposal.out_of_hands),
    ];
    for (name, list) in lists {
        list.iter_mut().enumerate().for_each(|(index, text)| add((name, ""), index, text));
    }
    for rate in &mut proposal.rates {
        add(("rate", &rate.id), 0, &mut rate.label);
    }
    for line in &mut proposal.lines {
        add(("line", &line.id), 0, &mut line.label);
        add(("lineUnit", &line.id), 0, &mut line.unit);
        if let Some(advice) = &mut line.advice {
            add(("advice", &line.id), 0, &mut advice.label);
        }
    }
    for factor in &mut proposal.factors {
        add(("factor", &factor.id), 0, &mut factor.label);
        add(("factorUnit", &factor.id), 0, &mut factor.unit);
        if let Some(source) = &mut factor.source {
            add(("source", &factor.id), 0, &mut source.text);
        }
    }
    for benefit in &mut proposal.benefits {
        add(("benefit", &benefit.id), 0, &mut benefit.label);
        add(("benefitUnit", &benefit.id), 0, &mut benefit.unit);
    }
    found
}

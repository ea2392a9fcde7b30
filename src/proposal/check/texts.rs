//! Texts of a proposal: their lengths, and the forms of the currency and the locale.

use super::{At, Display, Found};
use crate::proposal::*;

/// Checks every text, the number of locks, and the effort of preparing the proposal.
pub(super) fn check(proposal: &Proposal, found: &mut Found) {
    check_currency_and_locale(proposal, found);
    label(&proposal.title, &"title", found);
    label(&proposal.reference, &"reference", found);
    party(&proposal.from, "from", found);
    party(&proposal.to, "to", found);
    text(&proposal.context, &"context", found);
    text(&proposal.message, &"message", found);
    text(&proposal.terms, &"terms", found);
    text(&proposal.tax_note, &"taxNote", found);
    text(&proposal.mentions, &"mentions", found);
    no_longer(&proposal.replaces, MAX_ID_CHARACTERS, &"replaces", found);
    let lists = [
        ("objectives", &proposal.objectives),
        ("commitments", &proposal.commitments),
        ("outOfHands", &proposal.out_of_hands),
    ];
    for (name, list) in lists {
        found.at_most(&name, list.len(), MAX_ENTRIES);
        list.iter().enumerate().for_each(|(index, entry)| text(entry, &At(&name, index, ""), found));
    }
    found.at_most(&"locks", proposal.locks.len(), MAX_ENTRIES);
    if let Some(effort) = &proposal.effort {
        check_effort(effort, found);
    }
    check_labels(proposal, found);
    check_labels_of_terms(proposal, found);
}

fn check_currency_and_locale(proposal: &Proposal, found: &mut Found) {
    let currency = proposal.currency.as_bytes();
    if currency.len() != 3 || !currency.iter().all(u8::is_ascii_alphabetic) {
        found.push(&"currency", Fault::Currency);
    }
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let mut parts = proposal.locale.split('-');
    let language =
        parts.next().is_some_and(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphabetic()));
    if !language || !parts.all(part) || proposal.locale.len() > MAX_ID_CHARACTERS {
        found.push(&"locale", Fault::Locale);
    }
}

fn check_effort(effort: &Effort, found: &mut Found) {
    found.within(&"effort.people", f64::from(effort.people), 0.0, MAX_PEOPLE);
    found.within(&"effort.hours", effort.hours, 0.0, MAX_TIME);
    found.at_most(&"effort.byPerson", effort.by_person.len(), MAX_ENTRIES);
    for (index, person) in effort.by_person.iter().enumerate() {
        let path = |field| At(&"effort.byPerson", index, field);
        label(&person.name, &path("name"), found);
        found.within(&path("hours"), person.hours, 0.0, MAX_TIME);
    }
}

/// Checks the labels and units of rates, lines, factors and benefits, the descriptions of lines, and the texts of
/// sources.
fn check_labels(proposal: &Proposal, found: &mut Found) {
    for (index, rate) in proposal.rates.iter().enumerate() {
        label(&rate.label, &At(&"rates", index, "label"), found);
    }
    for (index, line) in proposal.lines.iter().enumerate() {
        let path = |field| At(&"lines", index, field);
        label(&line.label, &path("label"), found);
        text(&line.description, &path("description"), found);
        label(&line.unit, &path("unit"), found);
        line.advice.iter().for_each(|advice| label(&advice.label, &path("advice.label"), found));
    }
    for (index, factor) in proposal.factors.iter().enumerate() {
        let path = |field| At(&"factors", index, field);
        label(&factor.label, &path("label"), found);
        label(&factor.unit, &path("unit"), found);
        factor.source.iter().for_each(|source| text(&source.text, &path("source.text"), found));
    }
    for (index, benefit) in proposal.benefits.iter().enumerate() {
        let path = |field| At(&"benefits", index, field);
        label(&benefit.label, &path("label"), found);
        label(&benefit.unit, &path("unit"), found);
    }
}

/// Checks the labels of taxes, sections, choices, discount and payments, and the registration numbers for taxes.
fn check_labels_of_terms(proposal: &Proposal, found: &mut Found) {
    for (index, tax) in proposal.taxes.iter().enumerate() {
        label(&tax.label, &At(&"taxes", index, "label"), found);
        label(&tax.number, &At(&"taxes", index, "number"), found);
    }
    for (index, section) in proposal.sections.iter().enumerate() {
        label(&section.label, &At(&"sections", index, "label"), found);
    }
    for (index, choice) in proposal.choices.iter().enumerate() {
        label(&choice.label, &At(&"choices", index, "label"), found);
        for (place, alternative) in choice.alternatives.iter().enumerate() {
            let list = At(&"choices", index, "alternatives");
            label(&alternative.label, &At(&list, place, "label"), found);
        }
    }
    proposal.discount.iter().for_each(|discount| label(&discount.label, &"discount.label", found));
    for (index, payment) in proposal.payments.iter().enumerate() {
        label(&payment.label, &At(&"payments", index, "label"), found);
    }
}

fn party(party: &Party, path: &str, found: &mut Found) {
    let fields = [
        ("name", &party.name),
        ("role", &party.role),
        ("organisation", &party.organisation),
        ("email", &party.email),
        ("phone", &party.phone),
        ("address", &party.address),
    ];
    for (name, field) in fields {
        label(field, &format_args!("{path}.{name}"), found);
    }
    let list = &format!("{path}.ids");
    found.at_most(&list, party.ids.len(), MAX_ENTRIES);
    for (index, id) in party.ids.iter().enumerate() {
        label(&id.label, &At(&list, index, "label"), found);
        label(&id.value, &At(&list, index, "value"), found);
    }
}

fn label(words: &str, path: &dyn Display, found: &mut Found) {
    no_longer(words, MAX_LABEL_CHARACTERS, path, found);
}

fn text(words: &str, path: &dyn Display, found: &mut Found) {
    no_longer(words, MAX_TEXT_CHARACTERS, path, found);
}

fn no_longer(words: &str, most: usize, path: &dyn Display, found: &mut Found) {
    characters(words.chars().count(), most, path, found);
}

/// Checks that a text has at most `most` characters, and adds them to those of the whole proposal, which are bounded
/// too.
pub(super) fn characters(count: usize, most: usize, path: &dyn Display, found: &mut Found) {
    let before = found.1;
    found.1 += count;
    if count > most {
        found.push(path, Fault::TooLong(most));
    } else if before <= MAX_ALL_CHARACTERS && found.1 > MAX_ALL_CHARACTERS {
        found.push(path, Fault::AllTooLong(MAX_ALL_CHARACTERS));
    }
}

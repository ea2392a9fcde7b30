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
        label_at(&"rates", index, "label", &rate.label, found);
    }
    for (index, line) in proposal.lines.iter().enumerate() {
        label_at(&"lines", index, "label", &line.label, found);
        text(&line.description, &At(&"lines", index, "description"), found);
        label_at(&"lines", index, "unit", &line.unit, found);
        line.advice.iter().for_each(|advice| label_at(&"lines", index, "advice.label", &advice.label, found));
    }
    for (index, factor) in proposal.factors.iter().enumerate() {
        label_at(&"factors", index, "label", &factor.label, found);
        label_at(&"factors", index, "unit", &factor.unit, found);
        factor.source.iter().for_each(|source| text(&source.text, &At(&"factors", index, "source.text"), found));
    }
    for (index, benefit) in proposal.benefits.iter().enumerate() {
        label_at(&"benefits", index, "label", &benefit.label, found);
        label_at(&"benefits", index, "unit", &benefit.unit, found);
    }
}

/// Checks the labels of taxes, sections, choices, discount and payments, and the registration numbers for taxes.
fn check_labels_of_terms(proposal: &Proposal, found: &mut Found) {
    for (index, tax) in proposal.taxes.iter().enumerate() {
        label_at(&"taxes", index, "label", &tax.label, found);
        label_at(&"taxes", index, "number", &tax.number, found);
    }
    for (index, section) in proposal.sections.iter().enumerate() {
        label_at(&"sections", index, "label", &section.label, found);
    }
    for (index, choice) in proposal.choices.iter().enumerate() {
        label_at(&"choices", index, "label", &choice.label, found);
        for (place, alternative) in choice.alternatives.iter().enumerate() {
            label_at(&At(&"choices", index, "alternatives"), place, "label", &alternative.label, found);
        }
    }
    proposal.discount.iter().for_each(|discount| label(&discount.label, &"discount.label", found));
    for (index, payment) in proposal.payments.iter().enumerate() {
        label_at(&"payments", index, "label", &payment.label, found);
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
    let list = format!("{path}.ids");
    found.at_most(&list, party.ids.len(), MAX_ENTRIES);
    for (index, id) in party.ids.iter().enumerate() {
        label_at(&list, index, "label", &id.label, found);
        label_at(&list, index, "value", &id.value, found);
    }
}

#[inline(never)]
fn label_at(list: &dyn Display, index: usize, field: &'static str, words: &str, found: &mut Found) {
    label(words, &At(list, index, field), found);
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

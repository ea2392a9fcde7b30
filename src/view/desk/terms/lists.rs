//! The lists of prices and taxes: day rates, sections, choices, taxes, payments, and registration numbers of a party.

use super::{entry, hours, part, percent, sums};
use crate::app::{Action, Cell, DeskAction, Entry, List, Row, RowChoice, lines_at};
use crate::brief::{TaxWords, tax_label};
use crate::proposal::{Choice, Proposal, Tax};
use crate::view::components::notices;
use crate::view::cx::Cx;
use crate::view::desk::form::{self, Control, Item, Part, Piece, Tick, cell, sentence};
use crate::words::{Text, format_input_percent, symbol_of};

/// A row of a list with its label, which completes the names of its other fields.
fn item(cx: &Cx, list: List, place: usize, name: Text, label: &str) -> Item {
    let row = Row::Item(list, place);
    let remove = [&cx.text(Text::Remove), &cx.text(Text::Colon), label].concat();
    Item {
        label: cell(cx, &row, Cell::Label, name, ""),
        fields: Vec::new(),
        ticks: Vec::new(),
        remove: (remove, DeskAction::RemoveRow(row.clone()).into(), false),
        note: String::new(),
        refused: notices::refusal(cx, &row),
        inside: Vec::new(),
        row: Some(row),
    }
}

/// The rows of a list and the button that adds one.
fn rows(cx: &Cx, items: Vec<Item>, text: Text, list: List) -> [Control; 2] {
    [Control::Items(items), form::add(text, list, list.is_full(cx.app.proposal()))]
}

/// The labels of a list, in one line.
fn labels<'a>(cx: &Cx, labels: impl Iterator<Item = &'a str>) -> String {
    labels.map(|label| cx.words().typeset(label)).collect::<Vec<_>>().join(", ")
}

/// The day rates, the hours of a day and the currency.
pub fn rates(cx: &Cx) -> Part {
    let proposal = cx.app.proposal();
    let symbol = symbol_of(&proposal.currency).unwrap_or(&proposal.currency);
    let items = proposal.rates.iter().enumerate().map(|(place, rate)| {
        let mut item = item(cx, List::Rates, place, Text::RateField, &rate.label);
        let row = Row::Item(List::Rates, place);
        let amount = cell(cx, &row, Cell::Value, Text::DayRateField, &rate.label);
        let per_day = ["\u{a0}", symbol, " ", &cx.text(Text::PerDay)].concat();
        item.fields.push(vec![amount, Piece::Text(per_day)]);
        let used = labels(cx, lines_at(proposal, &rate.id).map(|line| line.label.as_str()));
        if lines_at(proposal, &rate.id).next().is_some() {
            item.remove.2 = true;
            item.note = cx.words().fill(Text::RateUsed, &[("lines", &used)]);
        }
        item
    });
    let mut controls: Vec<Control> = rows(cx, items.collect(), Text::AddRate, List::Rates).into();
    controls.push(Control::Fields(vec![
        entry(cx, Entry::HoursPerDay, Text::HoursPerDayField),
        entry(cx, Entry::Currency, Text::CurrencyField),
    ]));
    let count = cx.words().count(Text::RatesCount, proposal.rates.len() as f64, &[]);
    let day = cx.words().fill(Text::HoursADay, &[("hours", &hours(cx, proposal.hours_per_day))]);
    part(cx, Text::RatesTitle, [&count, ", ", &day, ", ", &proposal.currency].concat(), controls)
}

/// The sections of the scope.
pub fn sections(cx: &Cx) -> Part {
    let sections = &cx.app.proposal().sections;
    let items = sections.iter().enumerate();
    let items = items.map(|(place, own)| item(cx, List::Sections, place, Text::SectionField, &own.label)).collect();
    let digest = match sections.is_empty() {
        true => cx.text(Text::NoSection),
        false => labels(cx, sections.iter().map(|own| own.label.as_str())),
    };
    let mut controls: Vec<Control> = rows(cx, items, Text::AddSection, List::Sections).into();
    controls.push(Control::Note(cx.text(Text::SectionsNote)));
    part(cx, Text::SectionsTitle, digest, controls)
}

/// The choices with their alternatives.
pub fn choices(cx: &Cx) -> Part {
    let choices = &cx.app.proposal().choices;
    let items = choices.iter().enumerate().map(|(place, own)| choice(cx, place, own)).collect();
    let digest = match choices.is_empty() {
        true => cx.text(Text::NoChoice),
        false => labels(cx, choices.iter().map(|own| own.label.as_str())),
    };
    let mut controls: Vec<Control> = rows(cx, items, Text::AddChoice, List::Choices).into();
    controls.push(Control::Note(cx.text(Text::ChoicesNote)));
    part(cx, Text::ChoicesTitle, digest, controls)
}

fn choice(cx: &Cx, place: usize, choice: &Choice) -> Item {
    let mut item = item(cx, List::Choices, place, Text::ChoiceField, &choice.label);
    let row = &Row::Item(List::Choices, place);
    let mut required = Tick::new(cx.text(Text::RequiredField), choice.required, row, RowChoice::Required);
    required.locked = choice.alternatives.is_empty();
    item.ticks.push(required);
    let alternatives = choice.alternatives.iter().enumerate();
    let alternatives = alternatives.map(|(own, alternative)| {
        let remove = DeskAction::Choose(row.clone(), RowChoice::RemoveAlternative(own));
        let name = [&cx.text(Text::Remove), &cx.text(Text::Colon), &*alternative.label].concat();
        let lines = cx.app.proposal().lines.iter().filter(|line| {
            line.choice.as_ref() == Some(&choice.id) && line.alternative.as_ref() == Some(&alternative.id)
        });
        Item {
            row: None,
            label: cell(cx, row, Cell::Alternative(own), Text::AlternativeField, ""),
            fields: Vec::new(),
            ticks: Vec::new(),
            remove: (name, remove.into(), false),
            note: labels(cx, lines.map(|line| line.label.as_str())),
            refused: None,
            inside: Vec::new(),
        }
    });
    let add = Action::from(DeskAction::Choose(row.clone(), RowChoice::AddAlternative));
    let is_full = choice.alternatives.len() >= crate::proposal::MAX_ALTERNATIVES;
    let chosen = chosen(cx, choice);
    item.inside = vec![
        Control::Items(alternatives.collect()),
        Control::Button(Text::AddAlternative, add, None, is_full),
        Control::Menu(cx.text(Text::ChosenField), chosen),
    ];
    item
}

/// The menu of the chosen alternative.
fn chosen(cx: &Cx, choice: &Choice) -> Vec<form::Choice> {
    let option = |text, own: Option<&String>| {
        let action = Action::Chosen(choice.id.clone(), own.cloned());
        (text, choice.chosen.as_ref() == own, action)
    };
    let none = (!choice.required).then(|| option(cx.text(Text::NoneChosen), None));
    let alternatives = choice.alternatives.iter();
    let alternatives = alternatives.map(|own| option(cx.words().typeset(&own.label), Some(&own.id)));
    none.into_iter().chain(alternatives).collect()
}

/// The taxes, or the rate of the one that has no name.
pub fn taxes(cx: &Cx) -> Part {
    let proposal = cx.app.proposal();
    let items = proposal.taxes.iter().enumerate().map(|(place, tax)| tax_item(cx, place, tax)).collect();
    let mut controls: Vec<Control> = rows(cx, items, Text::AddTax, List::Taxes).into();
    if proposal.taxes.is_empty() {
        let fields = vec![entry(cx, Entry::VatRate, Text::VatRateField)];
        controls.splice(0..1, [Control::Fields(fields), Control::Note(cx.text(Text::VatRateNote))]);
    }
    controls.push(Control::Fields(vec![entry(cx, Entry::TaxNote, Text::TaxNoteField)]));
    let recovers = proposal.recovers_vat;
    let toggle = Action::RecoversVat(!recovers);
    controls.push(Control::Tick(Tick { text: cx.text(Text::ClientRecovers), on: recovers, locked: false, toggle }));
    part(cx, Text::TaxesTitle, tax_digest(cx, proposal), controls)
}

fn tax_item(cx: &Cx, place: usize, tax: &Tax) -> Item {
    let mut item = item(cx, List::Taxes, place, Text::TaxField, &tax.label);
    let row = &Row::Item(List::Taxes, place);
    let rate = cell(cx, row, Cell::Value, Text::TaxRateField, &tax.label);
    item.fields.push(sentence(&cx.text(Text::InPercent), vec![("share", rate)]));
    let number = cell(cx, row, Cell::Code, Text::TaxNumberField, "");
    item.fields.push(vec![number]);
    item.ticks.push(Tick::new(cx.text(Text::ByDefault), tax.default, row, RowChoice::Default));
    item
}

fn tax_digest(cx: &Cx, proposal: &Proposal) -> String {
    let taxes: Vec<String> = proposal.all_taxes().iter().map(|tax| tax_label(tax, cx.words())).collect();
    if taxes.is_empty() { cx.text(Text::NoTax) } else { taxes.join(", ") }
}

/// The payment schedule, whose last row takes what the others leave.
pub fn payments(cx: &Cx) -> Part {
    let payments = &cx.app.proposal().payments;
    let items = (0..payments.len()).map(|place| payment(cx, place)).collect();
    let mut controls: Vec<Control> = rows(cx, items, Text::AddPayment, List::Payments).into();
    controls.push(Control::Note(cx.text(Text::PaymentsNote)));
    let shares: Vec<String> = payments.iter().map(|own| percent(cx, own.share)).collect();
    let digest = if shares.is_empty() { cx.text(Text::NoPayments) } else { shares.join(", ") };
    part(cx, Text::PaymentsTitle, digest, controls)
}

fn payment(cx: &Cx, place: usize) -> Item {
    let payments = &cx.app.proposal().payments;
    let own = &payments[place];
    let mut item = item(cx, List::Payments, place, Text::PaymentField, &own.label);
    let row = &Row::Item(List::Payments, place);
    let share = match place + 1 == payments.len() {
        true => Piece::Text(format_input_percent(own.share, cx.words().language())),
        false => cell(cx, row, Cell::Value, Text::PaymentShareField, &own.label),
    };
    let amount = sums::money(cx, own.share * cx.app.estimate().cost.once);
    let tax = TaxWords::new(cx.app.proposal(), cx.words());
    let amount = [" · ", &amount, " ", &tax.excl].concat().trim_end().to_owned();
    let mut pieces = sentence(&cx.text(Text::InPercent), vec![("share", share)]);
    pieces.push(Piece::Text(amount));
    item.fields.push(pieces);
    let month = cell(cx, row, Cell::Month, Text::PaymentMonthField, &own.label);
    item.fields.push(sentence(&cx.text(Text::InMonth), vec![("month", month)]));
    item
}

/// The registration numbers of a party.
pub fn ids(cx: &Cx, list: List) -> Vec<Control> {
    let items = (0..list.count(cx.app.proposal())).map(|place| {
        let mut item = item(cx, list, place, Text::IdLabelField, &(place + 1).to_string());
        item.fields.push(vec![cell(cx, &Row::Item(list, place), Cell::Code, Text::IdValueField, "")]);
        item
    });
    rows(cx, items.collect(), Text::AddId, list).into()
}

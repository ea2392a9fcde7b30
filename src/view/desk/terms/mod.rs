//! Prices and taxes: what makes the price beside the lines, and when it is due. Each part is folded to a line.

mod lists;
mod sums;

pub use lists::ids;

use crate::app::{DeskAction, DiscountKind, Entry, Field, Row, RowChoice};
use crate::brief::TaxWords;
use crate::proposal::Discount;
use crate::view::components::notices;
use crate::view::cx::Cx;
use crate::view::desk::form::{self, Control, Part, Tick};
use crate::view::markup::{Node, h};
use crate::words::{Text, format_input, format_percent};

/// The section.
pub fn terms(cx: &Cx) -> Node {
    let parts = [
        ("rates", lists::rates(cx)),
        ("sections", lists::sections(cx)),
        ("choices", lists::choices(cx)),
        ("discount", discount(cx)),
        ("taxes", lists::taxes(cx)),
        ("payments", lists::payments(cx)),
        ("time", time(cx)),
        ("in-house", sums::in_house(cx)),
        ("binding", binding(cx)),
    ];
    let parts = parts.into_iter().map(|(key, part)| cx.memo(["terms ", key].concat(), part));
    h("section.section")
        .attr("aria-labelledby", "terms-title")
        .child(h("h2").attr("id", "terms-title").text(cx.text(Text::PricesTitle)))
        .child(cx.h("p.note", Text::PricesNote))
        .child(h("div.parts").children(parts.collect()))
}

/// A part of the section.
fn part(cx: &Cx, title: Text, digest: String, controls: Vec<Control>) -> Part {
    Part { title: cx.text(title), digest, controls }
}

/// A labelled field for an entry.
fn entry(cx: &Cx, entry: Entry, name: Text) -> Control {
    form::field(cx, Field::Entry(entry), name, "text")
}

/// A fraction as a percentage.
fn percent(cx: &Cx, fraction: f64) -> String {
    format_percent(fraction, 4, cx.words().language())
}

fn discount(cx: &Cx) -> Part {
    let discount = cx.app.proposal().discount.as_ref();
    let row = Row::Entry(Entry::Discount);
    let present = DiscountKind::of(discount);
    let kind = |kind, text| form::option(cx.text(text), kind == present, &row, RowChoice::Discount(kind));
    let kinds = vec![
        kind(DiscountKind::None, Text::NoDiscount),
        kind(DiscountKind::Share, Text::DiscountShare),
        kind(DiscountKind::Amount, Text::DiscountAmount),
    ];
    let mut fields = vec![Control::Menu(cx.text(Text::Discount), kinds)];
    if discount.is_some() {
        let name = if present == DiscountKind::Share { Text::DiscountPercent } else { Text::DiscountAmountField };
        let name = TaxWords::new(cx.app.proposal(), cx.words()).fill(name, cx.words());
        fields.push(form::named(cx, Field::Entry(Entry::Discount), name, "text"));
        fields.push(entry(cx, Entry::DiscountLabel, Text::DiscountReason));
    }
    let digest = match discount {
        Some(Discount { share: Some(share), .. }) => percent(cx, *share),
        Some(Discount { amount: Some(amount), .. }) => sums::money(cx, amount.major()),
        _ => cx.text(Text::NoDiscount),
    };
    part(cx, Text::Discount, digest, vec![Control::Fields(fields)])
}

fn time(cx: &Cx) -> Part {
    let proposal = cx.app.proposal();
    let months = cx.words().count(Text::MonthsCount, f64::from(proposal.horizon_months), &[]);
    let digest = match proposal.discount_rate {
        0.0 => months,
        rate => [&months, ", ", &cx.words().fill(Text::PerYear, &[("rate", &percent(cx, rate))])].concat(),
    };
    let fields =
        vec![entry(cx, Entry::Horizon, Text::HorizonField), entry(cx, Entry::DiscountRate, Text::DiscountRateField)];
    let controls = vec![Control::Fields(fields), Control::Note(cx.text(Text::TimeNote))];
    part(cx, Text::TimeTitle, digest, controls)
}

fn binding(cx: &Cx) -> Part {
    let binding = cx.app.proposal().binding;
    let option = |text, own: bool| (cx.text(text), binding == own, DeskAction::Bind(own).into());
    let options = vec![option(Text::Indicative, false), option(Text::Binding, true)];
    let fields = vec![
        Control::Menu(cx.text(Text::BindingField), options),
        form::field(cx, Field::Entry(Entry::Mentions), Text::MentionsField, "area"),
    ];
    let digest = cx.text(if binding { Text::Binding } else { Text::Indicative });
    part(cx, Text::CommitmentTitle, digest, vec![Control::Fields(fields)])
}

/// Hours as they are typed.
fn hours(cx: &Cx, hours: f64) -> String {
    format_input(hours, cx.words().language())
}

/// A checkbox that dispatches an action.
fn tick(cx: &Cx, text: Text, on: bool, toggle: DeskAction) -> Control {
    Control::Tick(Tick { text: cx.text(text), on, locked: false, toggle: toggle.into() })
}

/// Why a row was refused, as a note.
fn refusal(cx: &Cx, row: &Row) -> Control {
    Control::Refusal(notices::refusal(cx, row))
}

//! The addressee, the texts and the dates of the brief.

use crate::app::{Entry, Field, List};
use crate::view::cx::Cx;
use crate::view::desk::controls::entry;
use crate::view::desk::form::Part;
use crate::view::desk::terms;
use crate::view::markup::{Node, h};
use crate::words::Text;

/// The section with the addressee, the message and the dates.
pub fn letter(cx: &Cx) -> Node {
    let fields = boxes(
        cx,
        &[
            (Entry::ToName, Text::NameField, "text"),
            (Entry::ToRole, Text::RoleField, "text"),
            (Entry::ToOrganisation, Text::OrganisationField, "text"),
            (Entry::ToEmail, Text::EmailField, "email"),
            (Entry::ToPhone, Text::PhoneField, "tel"),
            (Entry::ToAddress, Text::AddressField, "area"),
            (Entry::Message, Text::MessageField, "area"),
            (Entry::ReplyBy, Text::ReplyByField, "date"),
            (Entry::ValidUntil, Text::ValidField, "date"),
        ],
    );
    h("section.section")
        .attr("aria-labelledby", "to-title")
        .child(h("h2").attr("id", "to-title").text(cx.text(Text::ForWhom)))
        .child(fields)
        .child(ids(cx, List::ToIds))
}

/// The section with the other texts of the brief, collapsed.
pub fn texts(cx: &Cx) -> Node {
    let fields = boxes(
        cx,
        &[
            (Entry::Title, Text::TitleField, "text"),
            (Entry::Reference, Text::ReferenceField, "text"),
            (Entry::Issued, Text::IssuedField, "date"),
            (Entry::Start, Text::StartField, "date"),
            (Entry::Context, Text::Understood, "area"),
            (Entry::Objectives, Text::ObjectivesField, "area"),
            (Entry::Commitments, Text::CommitmentsTitle, "area"),
            (Entry::OutOfHands, Text::OutOfHandsTitle, "area"),
            (Entry::Terms, Text::TermsTitle, "area"),
        ],
    );
    let from = boxes(
        cx,
        &[
            (Entry::FromName, Text::NameField, "text"),
            (Entry::FromRole, Text::RoleField, "text"),
            (Entry::FromOrganisation, Text::OrganisationField, "text"),
            (Entry::FromEmail, Text::EmailField, "email"),
            (Entry::FromPhone, Text::PhoneField, "tel"),
            (Entry::FromAddress, Text::AddressField, "area"),
        ],
    );
    h("section.section").child(cx.h("h2", Text::BriefTexts)).child(
        h("details")
            .child(cx.h("summary", Text::BriefTextsNote))
            .child(fields)
            .child(cx.h("p.note", Text::OnePerLine))
            .child(cx.h("h3.below-title", Text::From))
            .child(from)
            .child(ids(cx, List::FromIds)),
    )
}

/// The registration numbers of a party, folded to a line.
fn ids(cx: &Cx, list: List) -> Node {
    let count = list.count(cx.app.proposal());
    let digest = if count == 0 { cx.text(Text::NoIds) } else { cx.words().number(count as f64, 0) };
    let part = Part { title: cx.text(Text::IdsTitle), digest, controls: terms::ids(cx, list) };
    cx.memo(list.path(), part)
}

fn boxes(cx: &Cx, entries: &[(Entry, Text, &'static str)]) -> Node {
    let boxes = entries.iter().map(|(own, name, kind)| {
        let spec = if *kind == "area" { "div.field full" } else { "div.field" };
        entry(cx, spec, Field::Entry(*own), cx.text(*name), kind)
    });
    h("div.fields").children(boxes.collect())
}

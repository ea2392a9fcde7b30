//! The addressee, the texts and the dates of the brief.

use crate::app::{Entry, Field};
use crate::view::cx::Cx;
use crate::view::desk::controls::entry;
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
            (Entry::Message, Text::MessageField, "area"),
            (Entry::ReplyBy, Text::ReplyByField, "date"),
            (Entry::ValidUntil, Text::ValidField, "date"),
        ],
    );
    h("section.section")
        .attr("aria-labelledby", "to-title")
        .child(h("h2").attr("id", "to-title").text(cx.text(Text::ForWhom)))
        .child(fields)
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
        ],
    );
    h("section.section").child(cx.h("h2", Text::BriefTexts)).child(
        h("details")
            .child(cx.h("summary", Text::BriefTextsNote))
            .child(fields)
            .child(cx.h("p.note", Text::OnePerLine))
            .child(cx.h("h3.below-title", Text::From))
            .child(from),
    )
}

fn boxes(cx: &Cx, entries: &[(Entry, Text, &'static str)]) -> Node {
    let boxes = entries.iter().map(|(own, name, kind)| {
        let spec = if *kind == "area" { "div.field full" } else { "div.field" };
        entry(cx, spec, Field::Entry(*own), cx.text(*name), kind)
    });
    h("div.fields").children(boxes.collect())
}

//! Whom the brief is for, what it says, and its days.

use super::super::desk::Desk;
use super::super::markup::{Node, tag};
use super::controls::entry;
use crate::app::{Entry, Field};
use crate::words::Text;

/// The addressee, the message, and by when.
pub fn letter(desk: &Desk) -> Node {
    let fields = boxes(
        desk,
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
    tag("section.section")
        .set("aria-labelledby", "to-title")
        .put(tag("h2").set("id", "to-title").text(desk.text(Text::ForWhom)))
        .put(fields)
}

/// What the brief says besides, folded.
pub fn texts(desk: &Desk) -> Node {
    let fields = boxes(
        desk,
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
        desk,
        &[
            (Entry::FromName, Text::NameField, "text"),
            (Entry::FromRole, Text::RoleField, "text"),
            (Entry::FromOrganisation, Text::OrganisationField, "text"),
            (Entry::FromEmail, Text::EmailField, "email"),
        ],
    );
    tag("section.section").put(desk.say("h2", Text::BriefTexts)).put(
        tag("details")
            .put(desk.say("summary", Text::BriefTextsNote))
            .put(fields)
            .put(desk.say("p.note", Text::OnePerLine))
            .put(desk.say("h3.below-title", Text::From))
            .put(from),
    )
}

fn boxes(desk: &Desk, entries: &[(Entry, Text, &'static str)]) -> Node {
    let boxes = entries.iter().map(|(own, name, kind)| {
        let spec = if *kind == "area" { "div.field full" } else { "div.field" };
        entry(desk, spec, Field::Entry(*own), desk.text(*name), kind)
    });
    tag("div.fields").all(boxes.collect())
}

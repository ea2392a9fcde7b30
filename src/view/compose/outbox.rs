//! The link that is to be sent: how long it is, and the ways to hand it over.

use super::super::desk::{Desk, rich};
use super::super::mail::mailto;
use super::super::markup::{Node, say, tag};
use super::super::result::beside;
use super::super::{brief as document, notices};
use crate::app::{Action, App, Form, Screen, Via};
use crate::brief::Figures;
use crate::link;
use crate::words::{Text, format_weekday};

/// Characters up to which every mail program takes a link.
const EVERYWHERE: usize = 2_000;
/// Characters up to which most do.
const MOSTLY: usize = 8_000;

/// The panel.
pub fn outbox(desk: &Desk, figures: &Figures) -> Node {
    let link = desk.app.link();
    let mail = tag("a.button")
        .set("href", mailto(&desk.app.proposal().to.email, &subject(desk.app), &letter_of(desk.app, &link)))
        .click(desk.act, Action::BriefWanted(Via::Mail))
        .text(desk.text(Text::WriteMail));
    let ways = tag("p.actions")
        .put(desk.button("button.button primary copy-link", Text::CopyLink, Action::BriefWanted(Via::Copy)))
        .put(mail)
        .put(
            desk.button("button.button quiet", Text::ShareReply, Action::BriefWanted(Via::Share))
                .mark("hidden", !desk.shares),
        )
        .put(desk.button("button.button quiet", Text::Preview, Action::Shown(Screen::Brief)))
        .put(desk.button("button.button quiet", Text::SaveJson, Action::FormWanted(Form::Json)));
    let stale = tag("p.small stale-note").mark("hidden", !desk.app.is_stale()).set("role", "alert");
    let panel = tag("aside.result outbox")
        .set("aria-label", desk.text(Text::LinkTitle))
        .put(tag("div.head").put(desk.say("h2", Text::LinkTitle)).put(tag("p.copy").put(say("output", link.clone()))))
        .put(stale.text(desk.text(Text::Stale)))
        .put(ways)
        .put(notices::notice(desk))
        .put(length(desk, link.len()))
        .put(code(desk, &link))
        .put(tag("p.small").put(rich(&figures.verdict)));
    beside(panel)
}

/// How long the link is, and who takes it.
fn length(desk: &Desk, characters: usize) -> Node {
    let words = desk.words();
    let said = match characters {
        _ if characters <= EVERYWHERE => Text::LengthEverywhere,
        _ if characters <= MOSTLY => Text::LengthMostly,
        _ => Text::LengthByHand,
    };
    let count = words.count(Text::CharactersCount, characters as f64, &[]);
    let meter = tag("meter")
        .set("min", "0")
        .set("max", MOSTLY.to_string())
        .set("low", EVERYWHERE.to_string())
        .set("high", (MOSTLY - 1).to_string())
        .set("optimum", "0")
        .set("value", characters.to_string())
        .set("aria-label", count.clone());
    tag("div.length").put(tag("p").put(say("b", count)).text(" ").put(desk.say("small", said))).put(meter)
}

/// The link for telephones and for paper, to be saved as well.
fn code(desk: &Desk, link: &str) -> Node {
    let Some(qr) = link::qr(link) else { return desk.say("p.small", Text::CodeTooLong) };
    let save = desk.button("button.button quiet", Text::SaveCode, Action::FormWanted(Form::Code));
    let note = tag("p.small").text([&desk.text(Text::CodeNote), " "].concat()).put(save);
    tag("div.qrrow").put(document::picture(desk, &qr)).put(note)
}

/// The picture of a link as a file of its own.
pub fn code_file(link: &str) -> String {
    let Some(qr) = link::qr(link) else { return String::new() };
    let side = (qr.size + 8).to_string();
    let box_of = ["viewBox=\"-4 -4 ", &side, " ", &side, "\" shape-rendering=\"crispEdges\""].concat();
    let paper = ["<path fill=\"#fff\" d=\"M-4-4h", &side, "v", &side, "H-4z\"/>"].concat();
    let modules = ["<path d=\"", &qr.path, "\"/>"].concat();
    ["<svg xmlns=\"http://www.w3.org/2000/svg\" ", &box_of, ">", &paper, &modules, "</svg>"].concat()
}

/// What the letter is about.
fn subject(app: &App) -> String {
    app.words().set(&app.proposal().title)
}

/// What the letter says: the message, the link, and by when.
pub fn letter_of(app: &App, link: &str) -> String {
    let (proposal, words) = (app.proposal(), app.words());
    let by = proposal.dates.reply_by.map(|date| {
        let date = format_weekday(date, words.language());
        words.fill(Text::LetterReplyBy, &[("date", &date)])
    });
    let parts = [proposal.message.clone(), link.to_owned(), by.unwrap_or_default(), proposal.from.name.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\r\n\r\n")
}

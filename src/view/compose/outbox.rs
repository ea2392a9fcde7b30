//! The link that is to be sent: how long it is, and the ways to hand it over.

use super::super::desk::{Desk, rich};
use super::super::mail::{mail_link, too_long, way};
use super::super::markup::{Node, say, tag};
use super::super::result::beside;
use super::super::{brief as document, notices};
use crate::app::{Action, BriefAction, DeskAction, Form, Notice, Screen, Via};
use crate::brief::Figures;
use crate::export::{ADDRESS_CHARACTERS, Letter, rewritten};
use crate::link;
use crate::words::Text;

/// Characters up to which most do.
const MOSTLY: usize = 8_000;

/// The panel.
pub fn outbox(desk: &Desk, figures: &Figures) -> Node {
    let link = desk.app.link();
    let letter = Letter::of_brief(desk.app.proposal(), &link, desk.words());
    let mail = mail_link(desk, "a.button", &letter, Text::WriteMail).click(desk.act, DeskAction::Send(way(&letter)));
    let ways = tag("p.actions")
        .put(desk.button("button.button primary copy-link", Text::CopyLink, DeskAction::Send(Via::Copy)))
        .put(mail)
        .put(
            desk.button("button.button quiet", Text::ShareReply, DeskAction::Send(Via::Share))
                .mark("hidden", !desk.shares),
        )
        .put(desk.button("button.button quiet", Text::Preview, Action::Shown(Screen::Brief)))
        .put(desk.button("button.button quiet", Text::SaveJson, BriefAction::Take(Form::Json)));
    let stale = tag("p.small stale-note").mark("hidden", !desk.app.is_stale()).set("role", "alert");
    let panel = tag("aside.result outbox")
        .set("aria-label", desk.text(Text::LinkTitle))
        .put(tag("div.head").put(desk.say("h2", Text::LinkTitle)).put(tag("p.copy").put(say("output", link.clone()))))
        .put(stale.text(desk.text(Text::Stale)))
        .put(ways)
        .put(said(desk))
        .put(length(desk, &link, &letter))
        .put(code(desk, &link))
        .put(tag("p.small").put(rich(&figures.verdict)));
    beside(panel)
}

/// What came of handing the brief over.
fn said(desk: &Desk) -> Node {
    let said = match desk.app.notice() {
        Some(Notice::BriefCopied) => Text::BriefCopied,
        Some(Notice::BriefWritten) => Text::BriefWritten,
        Some(Notice::BriefToPaste) => Text::BriefToPaste,
        Some(Notice::BriefShared) => Text::BriefShared,
        Some(Notice::BriefNotFiled) => Text::BriefNotFiled,
        Some(Notice::ShareCancelled) => Text::ShareCancelled,
        Some(Notice::ShareFailed) => Text::BriefShareFailed,
        Some(Notice::ListRead) => Text::ListRead,
        _ => return notices::notice(desk),
    };
    tag("div.small notice").set("role", "status").text(desk.text(said))
}

/// How long the link is and who takes it, and whether an address carries the whole letter.
fn length(desk: &Desk, link: &str, letter: &Letter) -> Node {
    let words = desk.words();
    let rewritten = rewritten(link);
    let said = match link.len() {
        _ if rewritten <= ADDRESS_CHARACTERS => Text::LengthEverywhere,
        length if length <= MOSTLY => Text::LengthMostly,
        _ => Text::LengthByHand,
    };
    let count = words.count(Text::CharactersCount, link.len() as f64, &[]);
    let meter = tag("meter")
        .set("min", "0")
        .set("max", MOSTLY.to_string())
        .set("low", (ADDRESS_CHARACTERS + link.len() - rewritten.min(ADDRESS_CHARACTERS + link.len())).to_string())
        .set("high", (MOSTLY - 1).to_string())
        .set("optimum", "0")
        .set("value", link.len().to_string())
        .set("aria-label", count.clone());
    let whole =
        too_long(desk, letter).unwrap_or_else(|| words.count(Text::MailFits, letter.address().len() as f64, &[]));
    tag("div.length")
        .put(tag("p").put(say("b", count)).text(" ").put(desk.say("small", said)))
        .put(meter)
        .put(say("p.small", whole))
}

/// The link for telephones and for paper, to be saved as well.
fn code(desk: &Desk, link: &str) -> Node {
    let Some(qr) = link::qr(link) else { return desk.say("p.small", Text::CodeTooLong) };
    let save = desk.button("button.button quiet", Text::SaveCode, BriefAction::Take(Form::Code));
    let note = tag("p.small").text([&desk.text(Text::CodeNote), " "].concat()).put(save);
    tag("div.qrrow").put(document::picture(desk, &qr)).put(note)
}

//! The link of the brief being composed: its length, and the ways to send it.

use crate::app::{Action, BriefAction, Channel, DeskAction, Form, Notice, Screen};
use crate::brief::ResultText;
use crate::export::{Letter, MAX_ADDRESS_CHARACTERS, rewritten_length};
use crate::link;
use crate::view::brief as document;
use crate::view::components::mail::{mail_link, too_long, way};
use crate::view::components::notices;
use crate::view::cx::{Cx, rich};
use crate::view::estimator::result::beside;
use crate::view::markup::{Node, h, h_text};
use crate::words::Text;

/// Length in characters up to which most programs take a link whole.
const MOSTLY: usize = 8_000;

/// The panel.
pub fn outbox(cx: &Cx, figures: &ResultText) -> Node {
    let link = cx.app.link();
    let letter = Letter::of_brief(cx.app.proposal(), &link, cx.words());
    let mail = mail_link(cx, "a.button", &letter, Text::WriteMail).on_click(cx.act, DeskAction::Send(way(&letter)));
    let ways = h("p.actions")
        .child(cx.button("button.button primary copy-link", Text::CopyLink, DeskAction::Send(Channel::Copy)))
        .child(mail)
        .child(
            cx.button("button.button quiet", Text::ShareReply, DeskAction::Send(Channel::Share))
                .flag("hidden", !cx.shares),
        )
        .child(cx.button("button.button quiet", Text::Preview, Action::Shown(Screen::Brief)))
        .child(cx.button("button.button quiet", Text::SaveJson, BriefAction::Take(Form::Json)));
    let stale = h("p.small stale-note").flag("hidden", !cx.app.has_refused_text()).attr("role", "alert");
    let panel = h("aside.result outbox")
        .attr("aria-label", cx.text(Text::LinkTitle))
        .child(
            h("div.head").child(cx.h("h2", Text::LinkTitle)).child(h("p.copy").child(h_text("output", link.clone()))),
        )
        .child(stale.text(cx.text(Text::Stale)))
        .child(ways)
        .child(said(cx))
        .child(length(cx, &link, &letter))
        .child(code(cx, &link))
        .child(h("p.small").child(rich(&figures.verdict)));
    beside(panel)
}

/// The message about sending the brief.
fn said(cx: &Cx) -> Node {
    let said = match cx.app.notice() {
        Some(Notice::BriefCopied) => Text::BriefCopied,
        Some(Notice::BriefWritten) => Text::BriefWritten,
        Some(Notice::BriefToPaste) => Text::BriefToPaste,
        Some(Notice::BriefShared) => Text::BriefShared,
        Some(Notice::BriefNotFiled) => Text::BriefNotFiled,
        Some(Notice::ShareCancelled) => Text::ShareCancelled,
        Some(Notice::ShareFailed) => Text::BriefShareFailed,
        Some(Notice::ListRead) => Text::ListRead,
        _ => return notices::notice(cx),
    };
    h("div.small notice").attr("role", "status").text(cx.text(said))
}

/// The length of the link, which programs take it, and whether a `mailto:` address can hold the whole letter.
fn length(cx: &Cx, link: &str, letter: &Letter) -> Node {
    let words = cx.words();
    let rewritten = rewritten_length(link);
    let said = match link.len() {
        _ if rewritten <= MAX_ADDRESS_CHARACTERS => Text::LengthEverywhere,
        length if length <= MOSTLY => Text::LengthMostly,
        _ => Text::LengthByHand,
    };
    let count = words.count(Text::CharactersCount, link.len() as f64, &[]);
    let meter = h("meter")
        .attr("min", "0")
        .attr("max", MOSTLY.to_string())
        .attr(
            "low",
            (MAX_ADDRESS_CHARACTERS + link.len() - rewritten.min(MAX_ADDRESS_CHARACTERS + link.len())).to_string(),
        )
        .attr("high", (MOSTLY - 1).to_string())
        .attr("optimum", "0")
        .attr("value", link.len().to_string())
        .attr("aria-label", count.clone());
    let whole = too_long(cx, letter).unwrap_or_else(|| words.count(Text::MailFits, letter.address().len() as f64, &[]));
    h("div.length")
        .child(h("p").child(h_text("b", count)).text(" ").child(cx.h("small", said)))
        .child(meter)
        .child(h_text("p.small", whole))
}

/// The link as a QR code, for telephones and paper, with a button that saves it.
fn code(cx: &Cx, link: &str) -> Node {
    let Some(qr) = link::qr(link) else { return cx.h("p.small", Text::CodeTooLong) };
    let save = cx.button("button.button quiet", Text::SaveCode, BriefAction::Take(Form::Code));
    let note = h("p.small").text([&cx.text(Text::CodeNote), " "].concat()).child(save);
    h("div.qrrow").child(document::picture(cx, &qr)).child(note)
}

//! The ways to send a reply: what each will do, how far it has come, and what came of it.

use super::desk::Desk;
use super::mail::{mail_link, too_long, way};
use super::markup::{Node, nothing, say, several, tag};
use super::notices;
use super::reply::masthead;
use crate::app::{Action, App, ReplyAction, Screen, Stage, Via, outcome};
use crate::brief;
use crate::export::Letter;
use crate::words::{Text, format_time};

/// The letter that carries the reply; `None` where no answer is chosen.
pub fn letter(app: &App, link: &str) -> Option<Letter> {
    Some(Letter::of_reply(&app.reply()?, app.offered(), link, app.words()))
}

/// What will happen, before it does.
pub fn promise(desk: &Desk) -> Node {
    let email = &desk.app.offered().from.email;
    let link = desk.app.reply_link();
    let letter = link.as_ref().and_then(|link| letter(desk.app, link));
    let mail = match email.as_str() {
        "" => desk.text(Text::MailNoteOpen),
        email => desk.words().fill(Text::MailNote, &[("email", email)]),
    };
    let mail = letter.and_then(|letter| too_long(desk, &letter)).unwrap_or(mail);
    let too_many = desk.app.answer().is_some() && link.is_none();
    several(vec![
        say("p.small", mail),
        tag("p.small").mark("hidden", host(desk.app).is_none()).text(filled(desk, Text::PostNote)),
        tag("p.note refusal").mark("hidden", !too_many).set("role", "alert").text(desk.text(Text::TooManyChanges)),
    ])
}

/// The ways to send it, which stay in view.
pub fn bar(desk: &Desk) -> Node {
    let letter = desk.app.reply_link().and_then(|link| letter(desk.app, &link));
    let ready = letter.is_some();
    let mail = match &letter {
        Some(letter) => mail_link(desk, "a.button primary", letter, Text::SendByMail)
            .click(desk.act, ReplyAction::Send(way(letter))),
        None => tag("a.button primary").set("aria-disabled", "true").text(desk.text(Text::SendByMail)),
    };
    let way = |spec, name, via| desk.button(spec, name, ReplyAction::Send(via)).mark("disabled", !ready);
    tag("div.sendbar")
        .put(post(desk, ready))
        .put(mail)
        .put(way("button.button", Text::CopyReply, Via::Copy))
        .put(
            way("button.button quiet", Text::ShareReply, Via::Share)
                .mark("disabled", !ready || desk.app.ways().stage(Via::Share) == Stage::Leaving)
                .mark("hidden", !desk.shares),
        )
        .put(status(desk))
}

/// To the agency's own address, where its file names one.
fn post(desk: &Desk, ready: bool) -> Node {
    if host(desk.app).is_none() {
        return nothing();
    }
    let leaving = desk.app.ways().stage(Via::Post) == Stage::Leaving;
    tag("button.button primary")
        .set("type", "button")
        .mark("disabled", !ready || leaving)
        .click(desk.act, ReplyAction::Send(Via::Post))
        .text(filled(desk, Text::PostReply))
}

/// What is under way, or has led nowhere.
fn status(desk: &Desk) -> Node {
    let said: Vec<String> = desk.app.ways().said().into_iter().map(|text| filled(desk, text)).collect();
    tag("p.small sending").set("role", "status").text(said.join(" "))
}

/// The host of the agency's own address for replies.
fn host(app: &App) -> Option<&str> {
    let address = app.agency()?.reply_to.as_deref()?.strip_prefix("https://")?;
    address.split(['/', '?', '#']).next()
}

/// A sentence with the agency's host and name, the time at which the reply arrived there, and the status it answered.
fn filled(desk: &Desk, text: Text) -> String {
    let (words, from) = (desk.words(), &desk.app.offered().from);
    let host = host(desk.app).unwrap_or_default();
    let number = match desk.app.ways().stage(Via::Post) {
        Stage::Arrived(number) | Stage::Refused(number) => number,
        _ => 0,
    };
    let to = [from.organisation.as_str(), &from.name, host].into_iter().find(|name| !name.is_empty());
    let time = format_time(number, words.language());
    words
        .fill(text, &[("host", host), ("to", to.unwrap_or_default()), ("time", &time), ("status", &number.to_string())])
}

/// The screen once it is ready to go, gone, or to be copied by hand.
pub fn sent(desk: &Desk) -> Node {
    let (app, words) = (desk.app, desk.words());
    let (via, stage) = app.ways().last().unwrap_or((Via::Copy, Stage::Failed));
    let (title, lede) = outcome(via, stage).unwrap_or((Text::ReplyByHandTitle, Text::ReplyByHand));
    let reply = app.sent_reply();
    let comment = reply.as_ref().map(|reply| reply.comment.clone()).unwrap_or_default();
    let answer = reply.map(|reply| brief::answer(&reply, app.offered(), words)).unwrap_or_default();
    tag("section.sheet reply done")
        .put(masthead(desk))
        .put(tag("h1").set("tabindex", "-1").text(desk.text(title)))
        .put(tag("p.lede").set("role", "status").text(filled(desk, lede)))
        .put(tag("div.letter").put(say("p.said", answer)).put(say("p", comment)))
        .put(if app.was_changed_since() { nothing() } else { text_to_copy(desk, via) })
        .put(notices::notice(desk))
        .put(status(desk))
        .put(
            tag("p.actions")
                .put(desk.button("button.button quiet", Text::ChangeReply, Action::Shown(Screen::Reply)))
                .put(desk.button("button.button quiet", Text::ReadBrief, Action::Shown(Screen::Brief))),
        )
}

/// The letter as a text, for whoever saw nothing open, keeps a copy, or copies by hand.
fn text_to_copy(desk: &Desk, via: Via) -> Node {
    let letter = desk.app.reply_link().and_then(|link| letter(desk.app, &link)).unwrap_or_default();
    let (title, note) = match via {
        Via::Mail | Via::Paste => (Text::NothingOpened, Some(Text::NothingOpenedNote)),
        Via::Post => (Text::KeepCopy, None),
        Via::Copy | Via::Share => (Text::TextToSend, None),
    };
    let area = tag("textarea").mark("readonly", true).set("rows", "5").set("aria-label", desk.text(Text::TextToSend));
    let copy = desk.button("button.button", Text::CopyReply, ReplyAction::Send(Via::Copy));
    several(vec![
        desk.say("h2", title),
        note.map_or_else(nothing, |note| desk.say("p.note", note)),
        tag("div.field copy").put(area.value(letter.body)).put(copy),
    ])
}

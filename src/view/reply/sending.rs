//! Sending a reply: what each channel will do, its progress and its result.

use crate::app::{Action, App, Channel, ReplyAction, Screen, Stage, outcome};
use crate::brief;
use crate::export::Letter;
use crate::view::components::mail::{mail_link, too_long, way};
use crate::view::components::notices;
use crate::view::cx::Cx;
use crate::view::markup::{Node, fragment, h, h_text, placeholder};
use crate::view::reply::masthead;
use crate::words::{Text, format_time};

/// The letter that carries the reply; `None` where no answer is chosen.
pub fn letter(app: &App, link: &str) -> Option<Letter> {
    Some(Letter::of_reply(&app.reply()?, app.offered(), link, app.words()))
}

/// What sending will do, shown in advance.
pub fn promise(cx: &Cx) -> Node {
    let email = &cx.app.offered().from.email;
    let link = cx.app.reply_link();
    let letter = link.as_ref().and_then(|link| letter(cx.app, link));
    let mail = match email.as_str() {
        "" => cx.text(Text::MailNoteOpen),
        email => cx.words().fill(Text::MailNote, &[("email", email)]),
    };
    let mail = letter.and_then(|letter| too_long(cx, &letter)).unwrap_or(mail);
    let too_many = cx.app.answer().is_some() && link.is_none();
    fragment(vec![
        h_text("p.small", mail),
        h("p.small").flag("hidden", host(cx.app).is_none()).text(filled(cx, Text::PostNote)),
        h("p.note refusal").flag("hidden", !too_many).attr("role", "alert").text(cx.text(Text::TooManyChanges)),
    ])
}

/// The buttons for sending, which stay in view.
pub fn bar(cx: &Cx) -> Node {
    let letter = cx.app.reply_link().and_then(|link| letter(cx.app, &link));
    let ready = letter.is_some();
    let mail = match &letter {
        Some(letter) => {
            mail_link(cx, "a.button primary", letter, Text::SendByMail).on_click(cx.act, ReplyAction::Send(way(letter)))
        }
        None => h("a.button primary").attr("aria-disabled", "true").text(cx.text(Text::SendByMail)),
    };
    let way = |spec, name, via| cx.button(spec, name, ReplyAction::Send(via)).flag("disabled", !ready);
    h("div.sendbar")
        .child(post(cx, ready))
        .child(mail)
        .child(way("button.button", Text::CopyReply, Channel::Copy))
        .child(
            way("button.button quiet", Text::ShareReply, Channel::Share)
                .flag("disabled", !ready || cx.app.ways().stage(Channel::Share) == Stage::InProgress)
                .flag("hidden", !cx.shares),
        )
        .child(status(cx))
}

/// The button that posts the reply to the agency's server; a placeholder if the agency's file names none.
fn post(cx: &Cx, ready: bool) -> Node {
    if host(cx.app).is_none() {
        return placeholder();
    }
    let leaving = cx.app.ways().stage(Channel::Post) == Stage::InProgress;
    h("button.button primary")
        .attr("type", "button")
        .flag("disabled", !ready || leaving)
        .on_click(cx.act, ReplyAction::Send(Channel::Post))
        .text(filled(cx, Text::PostReply))
}

/// The status of the channels in progress and of those that failed.
fn status(cx: &Cx) -> Node {
    let said: Vec<String> = cx.app.ways().said().into_iter().map(|text| filled(cx, text)).collect();
    h("p.small sending").attr("role", "status").text(said.join(" "))
}

/// The host in the agency's address for replies.
fn host(app: &App) -> Option<&str> {
    let address = app.agency()?.reply_to.as_deref()?.strip_prefix("https://")?;
    address.split(['/', '?', '#']).next()
}

/// A sentence with the agency's host and name, the time at which the reply was received there, and the HTTP status.
fn filled(cx: &Cx, text: Text) -> String {
    let (words, from) = (cx.words(), &cx.app.offered().from);
    let host = host(cx.app).unwrap_or_default();
    let number = match cx.app.ways().stage(Channel::Post) {
        Stage::Arrived(number) | Stage::Refused(number) => number,
        _ => 0,
    };
    let to = [from.organisation.as_str(), &from.name, host].into_iter().find(|name| !name.is_empty());
    let time = format_time(number, words.language());
    words
        .fill(text, &[("host", host), ("to", to.unwrap_or_default()), ("time", &time), ("status", &number.to_string())])
}

/// The screen after sending: sent, passed to another program, or to be copied by hand.
pub fn sent(cx: &Cx) -> Node {
    let (app, words) = (cx.app, cx.words());
    let (via, stage) = app.ways().last().unwrap_or((Channel::Copy, Stage::Failed));
    let (title, lede) = outcome(via, stage).unwrap_or((Text::ReplyByHandTitle, Text::ReplyByHand));
    let reply = app.sent_reply();
    let comment = reply.as_ref().map(|reply| reply.comment.clone()).unwrap_or_default();
    let answer = reply.map(|reply| brief::answer(&reply, app.offered(), words)).unwrap_or_default();
    h("section.sheet reply done")
        .child(masthead(cx))
        .child(h("h1").attr("tabindex", "-1").text(cx.text(title)))
        .child(h("p.lede").attr("role", "status").text(filled(cx, lede)))
        .child(h("div.letter").child(h_text("p.said", answer)).child(h_text("p", comment)))
        .child(if app.was_changed_since() { placeholder() } else { text_to_copy(cx, via) })
        .child(notices::notice(cx))
        .child(status(cx))
        .child(
            h("p.actions")
                .child(cx.button("button.button quiet", Text::ChangeReply, Action::Shown(Screen::Reply)))
                .child(cx.button("button.button quiet", Text::ReadBrief, Action::Shown(Screen::Brief))),
        )
}

/// The letter as a text, for users for whom no program opened, who keep a copy, or who copy by hand.
fn text_to_copy(cx: &Cx, via: Channel) -> Node {
    let letter = cx.app.reply_link().and_then(|link| letter(cx.app, &link)).unwrap_or_default();
    let (title, note) = match via {
        Channel::Mail | Channel::Paste => (Text::NothingOpened, Some(Text::NothingOpenedNote)),
        Channel::Post => (Text::KeepCopy, None),
        Channel::Copy | Channel::Share => (Text::TextToSend, None),
    };
    let area = h("textarea").flag("readonly", true).attr("rows", "5").attr("aria-label", cx.text(Text::TextToSend));
    let copy = cx.button("button.button", Text::CopyReply, ReplyAction::Send(Channel::Copy));
    fragment(vec![
        cx.h("h2", title),
        note.map_or_else(placeholder, |note| cx.h("p.note", note)),
        h("div.field copy").child(area.value(letter.body)).child(copy),
    ])
}

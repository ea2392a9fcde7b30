//! A reply that was received: the answer, the word with it, what was changed.

use super::desk::Desk;
use super::markup::{Node, nothing, say, tag};
use super::{differences, languages, notices, reply};
use crate::app::{Action, Opening, Screen};
use crate::brief;
use crate::link::digest;
use crate::words::{Text, format_weekday};

/// The screen.
pub fn answer(desk: &Desk) -> Node {
    let Opening::Reply(received, _) = desk.app.opening() else { return nothing() };
    let (app, words) = (desk.app, desk.words());
    let title = match received.name.as_str() {
        "" => words.text(Text::ReplyReceivedPlain),
        name => words.fill(Text::ReplyReceived, &[("name", name)]),
    };
    let on = words.fill(Text::RepliedOn, &[("date", &format_weekday(received.on, words.language()))]);
    let differs = received.proposal != digest(app.offered());
    tag("section.sheet reply done")
        .put(languages(&desk.ui()))
        .put(reply::masthead(desk))
        .put(tag("h1").set("tabindex", "-1").text(title))
        .put(say("p.lede", [&words.set(&app.offered().title), ", ", &on].concat()))
        .put(tag("p.note refusal").mark("hidden", !differs).text(desk.text(if desk.app.is_desk() {
            Text::ReplyToAnother
        } else {
            Text::ReplyMismatch
        })))
        .put(notices::signed(desk))
        .put(notices::more(desk))
        .put(
            tag("div.letter")
                .put(say("p.said", brief::answer(received, app.offered(), words)))
                .put(say("p.prose", words.set(&received.comment))),
        )
        .put(differences::section(desk))
        .put(tag("p.actions").put(back(desk)).put(desk.button(
            "button.button quiet",
            Text::ReadBrief,
            Action::Shown(Screen::Brief),
        )))
}

/// Back to the desk, where there is one.
fn back(desk: &Desk) -> Node {
    let button = desk.button("button.button primary", Text::BackToDesk, Action::Shown(Screen::Estimator));
    button.mark("hidden", !desk.app.is_desk())
}

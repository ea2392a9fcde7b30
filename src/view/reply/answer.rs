//! A received reply: the answer, the comment, what was changed.

use crate::app::{Action, Opening, Screen};
use crate::brief;
use crate::link::digest;
use crate::view::components::notices;
use crate::view::cx::Cx;
use crate::view::languages;
use crate::view::markup::{Node, h, h_text, placeholder};
use crate::view::reply::{self, differences};
use crate::words::{Text, format_weekday};

/// The screen.
pub fn answer(cx: &Cx) -> Node {
    let Opening::Reply(received, _) = cx.app.opening() else { return placeholder() };
    let (app, words) = (cx.app, cx.words());
    let title = match received.name.as_str() {
        "" => words.text(Text::ReplyReceivedPlain),
        name => words.fill(Text::ReplyReceived, &[("name", name)]),
    };
    let on = words.fill(Text::RepliedOn, &[("date", &format_weekday(received.on, words.language()))]);
    let differs = received.proposal != digest(app.offered());
    h("section.sheet reply done")
        .child(languages(&cx.ui()))
        .child(reply::masthead(cx))
        .child(h("h1").attr("tabindex", "-1").text(title))
        .child(h_text("p.lede", [&words.typeset(&app.offered().title), ", ", &on].concat()))
        .child(h("p.note refusal").flag("hidden", !differs).text(cx.text(if cx.app.is_desk() {
            Text::ReplyToAnother
        } else {
            Text::ReplyMismatch
        })))
        .child(notices::signed(cx))
        .child(notices::more(cx))
        .child(
            h("div.letter")
                .child(h_text("p.said", brief::answer(received, app.offered(), words)))
                .child(h_text("p.prose", words.typeset(&received.comment))),
        )
        .child(differences::section(cx))
        .child(h("p.actions").child(back(cx)).child(cx.button(
            "button.button quiet",
            Text::ReadBrief,
            Action::Shown(Screen::Brief),
        )))
}

/// The button that returns to the desk, hidden if there is none.
fn back(cx: &Cx) -> Node {
    let button = cx.button("button.button primary", Text::BackToDesk, Action::Shown(Screen::Estimator));
    button.flag("hidden", !cx.app.is_desk())
}

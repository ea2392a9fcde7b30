//! A link that could not be opened: what could be read of it, and what the user can do.

use crate::app::{Action, Broken, Opening, ReplyAction, Screen};
use crate::brief::Fact;
use crate::export::Letter;
use crate::link::{Known, OpenError};
use crate::proposal::Party;
use crate::view::brief::fact_of;
use crate::view::components::ui::value_of;
use crate::view::cx::Cx;
use crate::view::markup::{EventKind, Node, h, placeholder};
use crate::words::{Text, format_weekday};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlFormElement, HtmlTextAreaElement};

/// The screen for a link that could not be opened.
pub fn broken(cx: &Cx) -> Node {
    let Opening::Broken(broken) = cx.app.opening() else { return placeholder() };
    let (title, lede) = match &broken.reason {
        OpenError::Cut { .. } => (Text::BrokenTitle, Text::BrokenCut),
        OpenError::NewerVersion { .. } => (Text::BrokenNewerTitle, Text::BrokenNewer),
        OpenError::Empty | OpenError::NotALink | OpenError::TooLong { .. } => {
            (Text::BrokenOtherTitle, Text::BrokenOther)
        }
        _ => (Text::BrokenDamagedTitle, Text::BrokenDamaged),
    };
    let facts = known(cx, broken);
    let rows = facts.iter().map(|fact| h("div").child(fact_of(fact)));
    let known = h("div")
        .flag("hidden", facts.is_empty())
        .child(cx.h("h2", Text::WhatWeRead))
        .child(h("dl.parties").children(rows.collect()));
    let done = h("div").child(cx.h("h2", Text::WhatYouCanDo)).child(paste(cx, broken)).child(ways(cx, broken));
    h("section.sheet state")
        .child(cx.h("h1", title))
        .child(cx.h("p.lede", lede))
        .child(h("div.pair").child(known).child(done))
}

/// What could be read of the link's beginning.
fn head(broken: &Broken) -> Option<&Known> {
    match &broken.reason {
        OpenError::Cut { known, .. } | OpenError::Damaged { known } => Some(known),
        _ => None,
    }
}

/// Sender, addressee and dates, as far as they could be read.
fn known(cx: &Cx, broken: &Broken) -> Vec<Fact> {
    let Some(known) = head(broken) else { return Vec::new() };
    let words = cx.words();
    let fact = |name, strong, below| Fact { name: words.text(name), strong, rest: String::new(), below };
    let party = |name, party: &Party| {
        (!party.is_empty()).then(|| fact(name, words.typeset(&party.name), vec![words.typeset(&party.organisation)]))
    };
    let day = |date| format_weekday(date, words.language());
    let reply_by = known.dates.reply_by.map(|date| fact(Text::ReplyBy, day(date), Vec::new()));
    let valid = known.dates.valid_until.map(|date| {
        let until = words.fill(Text::Until, &[("date", &day(date))]);
        fact(Text::ValidUntil, until, Vec::new())
    });
    let facts = [party(Text::From, &known.from), party(Text::To, &known.to), reply_by, valid];
    facts.into_iter().flatten().collect()
}

/// What the user can do without the whole link.
fn ways(cx: &Cx, broken: &Broken) -> Node {
    let mut ways = Vec::new();
    if let Some(from) = head(broken).map(|known| &known.from).filter(|from| !from.email.is_empty()) {
        let name = if from.name.is_empty() { &from.email } else { &from.name };
        let ask = cx.words().fill(Text::AskAgain, &[("name", name)]);
        ways.push(h("a").attr("href", Letter { to: from.email.clone(), ..Letter::default() }.address()).text(ask));
    }
    if cx.app.agency().is_some() || cx.app.is_desk() {
        let estimate = Action::Shown(Screen::Estimator);
        let name = if cx.app.is_desk() { Text::BackToDesk } else { Text::EstimateWithout };
        ways.push(cx.button("button.button quiet", name, estimate));
    }
    h("ul.ways").children(ways.into_iter().map(|way| h("li").child(way)).collect())
}

/// The form with the text as given, to be completed. What is typed in it is kept.
fn paste(cx: &Cx, broken: &Broken) -> Node {
    let words = cx.words();
    let length = match &broken.reason {
        OpenError::Cut { received, expected: Some(expected), .. } => {
            words.count(Text::CharactersExpected, *received as f64, &[("expected", &words.number(*expected as f64, 0))])
        }
        _ => words.count(Text::CharactersReceived, broken.text.chars().count() as f64, &[]),
    };
    let area = h("textarea").attr("id", "whole").attr("name", "whole").attr("rows", "4");
    let area = area.attr("aria-describedby", "whole-help").value(broken.pasted.clone()).on(
        EventKind::Input,
        cx.act,
        |event| ReplyAction::Paste(value_of(event)),
    );
    let reopen = h("button.button primary").text(cx.text(Text::Reopen));
    h("form.field")
        .on(EventKind::Submit, cx.act, |event| {
            event.prevent_default();
            Action::LinkOpened(pasted(event).unwrap_or_default())
        })
        .child(h("label").attr("for", "whole").text(cx.text(Text::PasteWhole)))
        .child(area)
        .child(h("p.small").attr("id", "whole-help").text(length))
        .child(h("p.actions").child(reopen))
}

/// The text in the form's field.
pub fn pasted(event: &Event) -> Option<String> {
    let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
    let area: HtmlTextAreaElement = form.query_selector("textarea").ok()??.dyn_into().ok()?;
    Some(area.value())
}

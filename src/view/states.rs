//! What is shown where there is nothing to estimate, or a link could not be opened.

use super::brief::fact_of;
use super::desk::Desk;
use super::markup::{Heard, Node, nothing, tag};
use super::ui::value_of;
use crate::app::{Action, Broken, Opening, ReplyAction, Screen};
use crate::brief::Fact;
use crate::export::Letter;
use crate::link::{Known, Refused};
use crate::proposal::Party;
use crate::words::{Text, format_weekday};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlFormElement, HtmlTextAreaElement};

/// No agency file and no link.
pub fn empty(desk: &Desk) -> Node {
    tag("section.sheet state")
        .put(desk.say("h1", Text::NoAgencyTitle))
        .put(desk.say("p.lede", Text::NoAgency))
        .put(super::notices::file_faults(desk))
}

/// A link that could not be opened: what arrived, and what can be done.
pub fn broken(desk: &Desk) -> Node {
    let Opening::Broken(broken) = desk.app.opening() else { return nothing() };
    let (title, lede) = match &broken.reason {
        Refused::Cut { .. } => (Text::BrokenTitle, Text::BrokenCut),
        Refused::NewerVersion { .. } => (Text::BrokenNewerTitle, Text::BrokenNewer),
        Refused::Empty | Refused::NotALink | Refused::TooLong { .. } => (Text::BrokenOtherTitle, Text::BrokenOther),
        _ => (Text::BrokenDamagedTitle, Text::BrokenDamaged),
    };
    let facts = known(desk, broken);
    let rows = facts.iter().map(|fact| tag("div").put(fact_of(fact)));
    let known = tag("div")
        .mark("hidden", facts.is_empty())
        .put(desk.say("h2", Text::WhatWeRead))
        .put(tag("dl.parties").all(rows.collect()));
    let done = tag("div").put(desk.say("h2", Text::WhatYouCanDo)).put(paste(desk, broken)).put(ways(desk, broken));
    tag("section.sheet state")
        .put(desk.say("h1", title))
        .put(desk.say("p.lede", lede))
        .put(tag("div.pair").put(known).put(done))
}

/// What survived of the head.
fn head(broken: &Broken) -> Option<&Known> {
    match &broken.reason {
        Refused::Cut { known, .. } | Refused::Damaged { known } => Some(known),
        _ => None,
    }
}

/// Who sent it and until when, where that survived.
fn known(desk: &Desk, broken: &Broken) -> Vec<Fact> {
    let Some(known) = head(broken) else { return Vec::new() };
    let words = desk.words();
    let fact = |name, strong, below| Fact { name: words.text(name), strong, rest: String::new(), below };
    let party = |name, party: &Party| {
        (!party.is_empty()).then(|| fact(name, words.set(&party.name), words.set(&party.organisation)))
    };
    let day = |date| format_weekday(date, words.language());
    let reply_by = known.dates.reply_by.map(|date| fact(Text::ReplyBy, day(date), String::new()));
    let valid = known.dates.valid_until.map(|date| {
        let until = words.fill(Text::Until, &[("date", &day(date))]);
        fact(Text::ValidUntil, until, String::new())
    });
    let facts = [party(Text::From, &known.from), party(Text::To, &known.to), reply_by, valid];
    facts.into_iter().flatten().collect()
}

/// What can be done without the whole link.
fn ways(desk: &Desk, broken: &Broken) -> Node {
    let mut ways = Vec::new();
    if let Some(from) = head(broken).map(|known| &known.from).filter(|from| !from.email.is_empty()) {
        let name = if from.name.is_empty() { &from.email } else { &from.name };
        let ask = desk.words().fill(Text::AskAgain, &[("name", name)]);
        ways.push(tag("a").set("href", Letter { to: from.email.clone(), ..Letter::default() }.address()).text(ask));
    }
    if desk.app.agency().is_some() || desk.app.is_desk() {
        let estimate = Action::Shown(Screen::Estimator);
        let name = if desk.app.is_desk() { Text::BackToDesk } else { Text::EstimateWithout };
        ways.push(desk.button("button.button quiet", name, estimate));
    }
    tag("ul.ways").all(ways.into_iter().map(|way| tag("li").put(way)).collect())
}

/// The text as it came, to be completed; nothing typed is lost.
fn paste(desk: &Desk, broken: &Broken) -> Node {
    let words = desk.words();
    let length = match &broken.reason {
        Refused::Cut { received, expected: Some(expected), .. } => {
            words.count(Text::CharactersExpected, *received as f64, &[("expected", &words.number(*expected as f64, 0))])
        }
        _ => words.count(Text::CharactersReceived, broken.text.chars().count() as f64, &[]),
    };
    let area = tag("textarea").set("id", "whole").set("name", "whole").set("rows", "4");
    let area = area
        .set("aria-describedby", "whole-help")
        .value(broken.pasted.clone())
        .on(Heard::Input, desk.act, |event| ReplyAction::Paste(value_of(event)));
    let reopen = tag("button.button primary").text(desk.text(Text::Reopen));
    tag("form.field")
        .on(Heard::Submit, desk.act, |event| {
            event.prevent_default();
            Action::LinkOpened(pasted(event).unwrap_or_default())
        })
        .put(tag("label").set("for", "whole").text(desk.text(Text::PasteWhole)))
        .put(area)
        .put(tag("p.small").set("id", "whole-help").text(length))
        .put(tag("p.actions").put(reopen))
}

/// What stands in the form's field.
pub fn pasted(event: &Event) -> Option<String> {
    let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
    let area: HtmlTextAreaElement = form.query_selector("textarea").ok()??.dyn_into().ok()?;
    Some(area.value())
}

//! What is shown where there is nothing to estimate, or a link could not be opened.

use super::brief::fact_of;
use super::desk::Desk;
use super::markup::tag;
use crate::app::{Action, Broken};
use crate::brief::Fact;
use crate::link::Refused;
use crate::proposal::Party;
use crate::words::{Text, format_weekday};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlFormElement, HtmlTextAreaElement};
use yew::Html;
use yew::virtual_dom::ListenerKind;

/// No agency file and no link.
pub fn empty(desk: &Desk) -> Html {
    tag("section.sheet state")
        .put(desk.say("h1", Text::NoAgencyTitle))
        .put(desk.say("p.lede", Text::NoAgency))
        .put(super::notices::file_faults(desk))
        .html()
}

/// A link that could not be opened: what arrived, and what can be done.
pub fn broken(desk: &Desk, broken: &Broken) -> Html {
    let (title, lede) = match &broken.reason {
        Refused::Cut { .. } => (Text::BrokenTitle, Text::BrokenCut),
        Refused::NewerVersion { .. } => (Text::BrokenNewerTitle, Text::BrokenNewer),
        Refused::Empty | Refused::NotALink | Refused::TooLong { .. } => (Text::BrokenOtherTitle, Text::BrokenOther),
        _ => (Text::BrokenDamagedTitle, Text::BrokenDamaged),
    };
    let facts = known(desk, broken);
    let rows = facts.iter().map(|fact| tag("div").put(fact_of(fact)).html());
    let known = tag("div")
        .mark("hidden", facts.is_empty())
        .put(desk.say("h2", Text::WhatWeRead))
        .put(tag("dl.parties").all(rows.collect()).html());
    let ways = tag("div").put(desk.say("h2", Text::WhatYouCanDo)).put(paste(desk, broken));
    tag("section.sheet state")
        .put(desk.say("h1", title))
        .put(desk.say("p.lede", lede))
        .put(tag("div.pair").put(known.html()).put(ways.html()).html())
        .html()
}

/// Who sent it and until when, where that survived.
fn known(desk: &Desk, broken: &Broken) -> Vec<Fact> {
    let (Refused::Cut { known, .. } | Refused::Damaged { known }) = &broken.reason else { return Vec::new() };
    let words = desk.words();
    let party = |name, party: &Party| {
        let (strong, below) = (words.set(&party.name), words.set(&party.organisation));
        (!party.is_empty()).then(|| Fact { name: words.text(name), strong, rest: String::new(), below })
    };
    let reply_by = known.dates.reply_by.map(|date| Fact {
        name: words.text(Text::ReplyBy),
        strong: format_weekday(date, words.language()),
        rest: String::new(),
        below: String::new(),
    });
    [party(Text::From, &known.from), party(Text::To, &known.to), reply_by].into_iter().flatten().collect()
}

/// The text as it came, to be completed; nothing typed is lost.
fn paste(desk: &Desk, broken: &Broken) -> Html {
    let words = desk.words();
    let received = broken.text.chars().count() as f64;
    let length = match &broken.reason {
        Refused::Cut { expected: Some(expected), .. } => {
            words.count(Text::CharactersExpected, received, &[("expected", &words.number(*expected as f64, 0))])
        }
        _ => words.count(Text::CharactersReceived, received, &[]),
    };
    let area = tag("textarea").set("id", "whole").set("name", "whole").set("rows", "4");
    let area = area.set("aria-describedby", "whole-help").value(broken.text.clone());
    let reopen = tag("button.button primary").text(desk.text(Text::Reopen));
    tag("form.field")
        .on(ListenerKind::onsubmit, desk.act, |event| {
            event.prevent_default();
            Action::LinkOpened(pasted(event).unwrap_or_default())
        })
        .put(tag("label").set("for", "whole").text(desk.text(Text::PasteWhole)).html())
        .put(area.html())
        .put(tag("p.small").set("id", "whole-help").text(length).html())
        .put(tag("p.actions").put(reopen.html()).html())
        .html()
}

/// What stands in the form's field.
fn pasted(event: &Event) -> Option<String> {
    let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
    let area: HtmlTextAreaElement = form.query_selector("textarea").ok()??.dyn_into().ok()?;
    Some(area.value())
}

//! What is shown where there is nothing to estimate, or a link could not be opened.

use super::brief::fact_of;
use super::desk::Desk;
use crate::app::{Action, Broken};
use crate::brief::Fact;
use crate::link::Refused;
use crate::proposal::Party;
use crate::words::{Text, format_weekday};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// No agency file and no link.
pub fn empty(desk: &Desk) -> Html {
    html! {
        <section class="sheet state" aria-labelledby="empty-title">
            <h1 id="empty-title">{ desk.text(Text::NoAgencyTitle) }</h1>
            <p class="lede">{ desk.text(Text::NoAgency) }</p>
            { super::notices::file_faults(desk) }
        </section>
    }
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
    html! {
        <section class="sheet state" aria-labelledby="broken-title">
            <h1 id="broken-title">{ desk.text(title) }</h1>
            <p class="lede">{ desk.text(lede) }</p>
            <div class="pair">
                <div hidden={facts.is_empty()}>
                    <h2>{ desk.text(Text::WhatWeRead) }</h2>
                    <dl class="parties">{ for facts.iter().map(|fact| html! { <div>{ fact_of(fact) }</div> }) }</dl>
                </div>
                <div>
                    <h2>{ desk.text(Text::WhatYouCanDo) }</h2>
                    { paste(desk, broken) }
                </div>
            </div>
        </section>
    }
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
    let area = NodeRef::default();
    let reopen = {
        let area = area.clone();
        desk.act.reform(move |event: SubmitEvent| {
            event.prevent_default();
            Action::LinkOpened(area.cast::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default())
        })
    };
    let words = desk.words();
    let received = broken.text.chars().count() as f64;
    let length = match &broken.reason {
        Refused::Cut { expected: Some(expected), .. } => {
            words.count(Text::CharactersExpected, received, &[("expected", &words.number(*expected as f64, 0))])
        }
        _ => words.count(Text::CharactersReceived, received, &[]),
    };
    html! {
        <form class="field" onsubmit={reopen}>
            <label for="whole">{ desk.text(Text::PasteWhole) }</label>
            <textarea id="whole" rows="4" ref={area} value={broken.text.clone()} aria-describedby="whole-help" />
            <p class="small" id="whole-help">{ length }</p>
            <p class="actions"><button class="button primary">{ desk.text(Text::Reopen) }</button></p>
        </form>
    }
}

//! The prospect's answer: five ways to say it, each as easy as the others, and how it leaves.

use super::desk::Desk;
use super::markup::{Heard, Node, nothing, say, several, tag};
use super::ui::value_of;
use super::{differences, fit, sending};
use crate::app::{Action, Blank, Opening, ReplyAction, Screen};
use crate::brief;
use crate::proposal::{Answer, Lock};
use crate::words::{Text, Words, format_weekday};

/// The screen.
pub fn reply(desk: &Desk) -> Node {
    let answers = Answer::OFFERED.into_iter().filter(|answer| !answer.gives_reason()).map(|own| answer(desk, own));
    let answers = tag("fieldset.answers").put(desk.say("legend.sr", Text::WhatAnswer)).all(answers.collect());
    tag("div.sheet reply").put(head(desk)).put(answers).put(word(desk)).put(sending::bar(desk))
}

fn head(desk: &Desk) -> Node {
    let (app, words) = (desk.app, desk.words());
    let figures = brief::figures(app.offered(), app.offered_estimate(), words);
    let lede = words.fill(Text::ReplyLede, &[("title", &quoted(app.offered(), words)), ("cost", &figures.cost)]);
    tag("header")
        .put(masthead(desk))
        .put(tag("h1").set("tabindex", "-1").text(desk.text(Text::ReplyTitle)))
        .put(say("p.lede", [&lede, " ", &when(desk)].concat()))
        .put(tag("p.actions").put(desk.button("button.button quiet", Text::ReadBrief, Action::Shown(Screen::Brief))))
}

/// Whom the brief is from, to whom, and its number.
pub fn masthead(desk: &Desk) -> Node {
    let set = brief::brief(desk.app.offered(), desk.app.offered_estimate(), desk.words());
    tag("p.masthead").put(tag("span").put(say("b", set.from))).text(" ").put(say("span", set.number))
}

fn quoted(proposal: &crate::proposal::Proposal, words: &Words) -> String {
    words.set(&words.fill(Text::Quoted, &[("title", &proposal.title)]))
}

/// By when a reply is expected; past that day it is as welcome.
pub fn when(desk: &Desk) -> String {
    let words = desk.words();
    match desk.app.offered().dates.reply_by {
        None => words.text(Text::ReplyAnyTime),
        Some(date) => {
            let said = if date < desk.app.today() { Text::ReplyLate } else { Text::ReplyBefore };
            words.fill(said, &[("date", &format_weekday(date, words.language()))])
        }
    }
}

/// That prices need confirming, past the day until which they hold.
pub fn prices(desk: &Desk) -> Option<String> {
    let date = desk.app.offered().dates.valid_until.filter(|date| *date < desk.app.today())?;
    Some(desk.words().fill(Text::PricesLate, &[("date", &format_weekday(date, desk.words().language()))]))
}

fn start(desk: &Desk) -> String {
    let words = desk.words();
    match desk.app.offered().dates.start {
        Some(date) => words.fill(Text::AnswerYesOn, &[("date", &format_weekday(date, words.language()))]),
        None => words.text(Text::AnswerYesNote),
    }
}

fn changed(desk: &Desk) -> String {
    match desk.app.corrections() {
        0 if !desk.app.differs() => desk.text(Text::AnswerNoChanges),
        n => desk.words().count(Text::AnswerChangesNote, n.max(1) as f64, &[]),
    }
}

/// What is asked along with an answer once it is chosen.
type More = fn(&Desk) -> Node;

/// The name of an answer on this screen, a note below it, and what is asked along with it.
fn details_of(desk: &Desk, own: Answer) -> (Text, String, Option<More>) {
    match own {
        Answer::Yes => (Text::AnswerYes, start(desk), None),
        Answer::YesWithChanges => (Text::AnswerChanges, changed(desk), Some(with_changes)),
        Answer::LetsTalk => (Text::AnswerTalk, desk.text(Text::AnswerTalkNote), None),
        Answer::NotNow => (Text::AnswerNotNow, desk.text(Text::AnswerNotNowNote), Some(later)),
        Answer::No => (Text::AnswerNo, desk.text(Text::AnswerNoNote), Some(no)),
        other => (brief::answer_sentence(other), String::new(), None),
    }
}

/// One answer; what goes with it shows once it is chosen.
fn answer(desk: &Desk, own: Answer) -> Node {
    let (name, note, more) = details_of(desk, own);
    let chosen = desk.app.answer();
    let chosen = chosen == Some(own) || own == Answer::No && chosen.is_some_and(Answer::is_no);
    let label = tag("label")
        .put(desk.choice("answer", chosen, false, ReplyAction::Answer(own)))
        .put(desk.say("b", name))
        .put(say("small", note));
    let more = more.filter(|_| chosen).map_or_else(nothing, |more| tag("div.more").put(more(desk)));
    tag("div.answer").key(own.name()).put(label).put(more)
}

fn with_changes(desk: &Desk) -> Node {
    let change = desk.button("button.button quiet", Text::ChangeSomething, Action::Shown(Screen::Estimator));
    let table = if desk.app.differs() { differences::table(desk) } else { nothing() };
    several(vec![table, tag("p.note").put(change)])
}

fn later(desk: &Desk) -> Node {
    let field = blank(desk, "input", Blank::AnswerOn).set("type", "date").set("min", desk.app.today().to_string());
    labelled(desk, "p.field inline", Text::IReplyOn, field)
}

fn no(desk: &Desk) -> Node {
    let reasons = Answer::OFFERED.into_iter().filter(|answer| answer.is_no()).map(|reason| {
        let name = if reason.gives_reason() { brief::answer_sentence(reason) } else { Text::NoReason };
        let choice = desk.choice("why", desk.app.answer() == Some(reason), false, ReplyAction::Answer(reason));
        tag("label.check").put(choice).text(desk.text(name))
    });
    let reasons = tag("fieldset.reasons").put(desk.say("legend.sr", Text::Why)).all(reasons.collect());
    several(vec![reasons, if desk.app.answer() == Some(Answer::TooExpensive) { budget(desk) } else { nothing() }])
}

/// What they could have spent, and what would fit.
fn budget(desk: &Desk) -> Node {
    let app = desk.app;
    let name = if app.offered().recovers_vat { Text::BudgetExclVat } else { Text::BudgetInclVat };
    let mut field = blank(desk, "input", Blank::Budget).set("inputmode", "decimal").set("autocomplete", "off");
    if app.budget_refused() {
        field = field.set("aria-invalid", "true");
    }
    let refused = tag("p.note refusal").mark("hidden", !app.budget_refused()).set("role", "alert");
    several(vec![
        labelled(desk, "p.field inline", name, field),
        refused.text(desk.text(Text::NumberUnreadable)),
        if app.is_locked(Lock::Options) { nothing() } else { fit::fit(desk) },
    ])
}

fn word(desk: &Desk) -> Node {
    let to = &desk.app.offered().from.name;
    let name = match to.as_str() {
        "" => desk.text(Text::AWord),
        to => desk.words().fill(Text::AWordFor, &[("name", to)]),
    };
    let comment =
        tag("p.field").put(tag("label").text(name).put(blank(desk, "textarea", Blank::Comment).set("rows", "4")));
    let signed =
        labelled(desk, "p.field", Text::YourName, blank(desk, "input", Blank::Name).set("autocomplete", "name"));
    tag("div.send").put(comment).put(signed).put(sending::promise(desk))
}

fn labelled(desk: &Desk, spec: &'static str, name: Text, field: Node) -> Node {
    tag(spec).put(tag("label").text(desk.text(name)).put(field))
}

/// A blank beside the answer.
fn blank(desk: &Desk, spec: &'static str, blank: Blank) -> Node {
    tag(spec)
        .value(desk.app.blank(blank).to_owned())
        .on(Heard::Input, desk.act, move |event| ReplyAction::Fill(blank, value_of(event)))
}

/// The answers in few words, for the bar and the margin of the brief.
pub fn quick(desk: &Desk, spec: &'static str) -> Vec<Node> {
    let opened = matches!(desk.app.opening(), Opening::Proposal(_));
    let all = Answer::OFFERED.into_iter().filter(|answer| match answer {
        Answer::YesWithChanges => opened && desk.app.differs(),
        answer => opened && !answer.gives_reason(),
    });
    all.map(|answer| desk.button(spec, brief::answer_sentence(answer), ReplyAction::Answer(answer)).key(answer.name()))
        .collect()
}

//! The prospect's reply: five answers, each as easy to give as the others, and the ways to send it.

pub mod answer;
pub mod broken;
pub mod differences;
mod fit;
pub mod sending;

use crate::app::{Action, Opening, ReplyAction, ReplyField, Screen};
use crate::brief;
use crate::brief::TaxWords;
use crate::proposal::{Answer, Lock};
use crate::view::components::ui::value_of;
use crate::view::cx::Cx;
use crate::view::markup::{EventKind, Node, fragment, h, h_text, placeholder};
use crate::words::{Text, Words, format_weekday};

/// The screen.
pub fn reply(cx: &Cx) -> Node {
    let answers = Answer::OFFERED.into_iter().filter(|answer| !answer.gives_reason()).map(|own| answer(cx, own));
    let answers = h("fieldset.answers").child(cx.h("legend.sr", Text::WhatAnswer)).children(answers.collect());
    h("div.sheet reply").child(head(cx)).child(answers).child(word(cx)).child(sending::bar(cx))
}

fn head(cx: &Cx) -> Node {
    let (app, words) = (cx.app, cx.words());
    let figures = brief::result_text(app.offered(), app.offered_estimate(), words);
    let lede = words.fill(Text::ReplyLede, &[("title", &quoted(app.offered(), words)), ("cost", &figures.cost)]);
    h("header")
        .child(masthead(cx))
        .child(h("h1").attr("tabindex", "-1").text(cx.text(Text::ReplyTitle)))
        .child(h_text("p.lede", [&lede, " ", &when(cx)].concat()))
        .child(h("p.actions").child(cx.button("button.button quiet", Text::ReadBrief, Action::Shown(Screen::Brief))))
}

/// Who sends the brief, and its number and date.
pub fn masthead(cx: &Cx) -> Node {
    let set = brief::brief(cx.app.offered(), cx.app.offered_estimate(), cx.words());
    h("p.masthead").child(h("span").child(h_text("b", set.from))).text(" ").child(h_text("span", set.number))
}

fn quoted(proposal: &crate::proposal::Proposal, words: &Words) -> String {
    words.typeset(&words.fill(Text::Quoted, &[("title", &proposal.title)]))
}

/// The sentence on when a reply is expected; after that day, it says that a late one is still welcome.
pub fn when(cx: &Cx) -> String {
    let words = cx.words();
    match cx.app.offered().dates.reply_by {
        None => words.text(Text::ReplyAnyTime),
        Some(date) => {
            let said = if date < cx.app.today() { Text::ReplyLate } else { Text::ReplyBefore };
            words.fill(said, &[("date", &format_weekday(date, words.language()))])
        }
    }
}

/// The note that the prices need confirming; `None` as long as they are valid.
pub fn prices(cx: &Cx) -> Option<String> {
    let date = cx.app.offered().dates.valid_until.filter(|date| *date < cx.app.today())?;
    Some(cx.words().fill(Text::PricesLate, &[("date", &format_weekday(date, cx.words().language()))]))
}

fn start(cx: &Cx) -> String {
    let words = cx.words();
    match cx.app.offered().dates.start {
        Some(date) => words.fill(Text::AnswerYesOn, &[("date", &format_weekday(date, words.language()))]),
        None => words.text(Text::AnswerYesNote),
    }
}

fn changed(cx: &Cx) -> String {
    match cx.app.corrections() {
        0 if !cx.app.differs() => cx.text(Text::AnswerNoChanges),
        n => cx.words().count(Text::AnswerChangesNote, n.max(1) as f64, &[]),
    }
}

/// A function that draws the fields that belong to a chosen answer.
type More = fn(&Cx) -> Node;

/// The name of an answer on this screen, the note below it, and the fields that belong to it.
fn details_of(cx: &Cx, own: Answer) -> (Text, String, Option<More>) {
    match own {
        Answer::Yes => (Text::AnswerYes, start(cx), None),
        Answer::YesWithChanges => (Text::AnswerChanges, changed(cx), Some(with_changes)),
        Answer::LetsTalk => (Text::AnswerTalk, cx.text(Text::AnswerTalkNote), None),
        Answer::NotNow => (Text::AnswerNotNow, cx.text(Text::AnswerNotNowNote), Some(later)),
        Answer::No => (Text::AnswerNo, cx.text(Text::AnswerNoNote), Some(no)),
        other => (brief::answer_sentence(other), String::new(), None),
    }
}

/// One answer; its fields are shown once it is chosen.
fn answer(cx: &Cx, own: Answer) -> Node {
    let (name, note, more) = details_of(cx, own);
    let chosen = cx.app.answer();
    let chosen = chosen == Some(own) || own == Answer::No && chosen.is_some_and(Answer::is_no);
    let label = h("label")
        .child(cx.choice("answer", chosen, false, ReplyAction::Answer(own)))
        .child(cx.h("b", name))
        .child(h_text("small", note));
    let more = more.filter(|_| chosen).map_or_else(placeholder, |more| h("div.more").child(more(cx)));
    h("div.answer").key(own.name()).child(label).child(more)
}

fn with_changes(cx: &Cx) -> Node {
    let change = cx.button("button.button quiet", Text::ChangeSomething, Action::Shown(Screen::Estimator));
    let table = if cx.app.differs() { differences::table(cx) } else { placeholder() };
    fragment(vec![table, h("p.note").child(change)])
}

fn later(cx: &Cx) -> Node {
    let field = blank(cx, "input", ReplyField::AnswerOn).attr("type", "date").attr("min", cx.app.today().to_string());
    labelled(cx, "p.field inline", Text::IReplyOn, field)
}

fn no(cx: &Cx) -> Node {
    let reasons = Answer::OFFERED.into_iter().filter(|answer| answer.is_no()).map(|reason| {
        let name = if reason.gives_reason() { brief::answer_sentence(reason) } else { Text::NoReason };
        let choice = cx.choice("why", cx.app.answer() == Some(reason), false, ReplyAction::Answer(reason));
        h("label.check").child(choice).text(cx.text(name))
    });
    let reasons = h("fieldset.reasons").child(cx.h("legend.sr", Text::Why)).children(reasons.collect());
    fragment(vec![reasons, if cx.app.answer() == Some(Answer::TooExpensive) { budget(cx) } else { placeholder() }])
}

/// The budget that the prospect could have spent, and the lines that fit it.
fn budget(cx: &Cx) -> Node {
    let app = cx.app;
    let tax = TaxWords::new(app.offered(), cx.words());
    let name = cx.words().fill(Text::BudgetField, &[("terms", tax.of(!app.offered().recovers_vat))]);
    let name = name.replace("  ", " ");
    let mut field = blank(cx, "input", ReplyField::Budget).attr("inputmode", "decimal").attr("autocomplete", "off");
    if app.budget_refused() {
        field = field.attr("aria-invalid", "true");
    }
    let refused = h("p.note refusal").flag("hidden", !app.budget_refused()).attr("role", "alert");
    fragment(vec![
        h("p.field inline").child(h("label").text(name).child(field)),
        refused.text(cx.text(Text::NumberUnreadable)),
        if app.is_locked(Lock::Options) { placeholder() } else { fit::fit(cx) },
    ])
}

fn word(cx: &Cx) -> Node {
    let to = &cx.app.offered().from.name;
    let name = match to.as_str() {
        "" => cx.text(Text::AWord),
        to => cx.words().fill(Text::AWordFor, &[("name", to)]),
    };
    let comment =
        h("p.field").child(h("label").text(name).child(blank(cx, "textarea", ReplyField::Comment).attr("rows", "4")));
    let signed =
        labelled(cx, "p.field", Text::YourName, blank(cx, "input", ReplyField::Name).attr("autocomplete", "name"));
    h("div.send").child(comment).child(signed).child(sending::promise(cx))
}

fn labelled(cx: &Cx, spec: &'static str, name: Text, field: Node) -> Node {
    h(spec).child(h("label").text(cx.text(name)).child(field))
}

/// A field beside the answer.
fn blank(cx: &Cx, spec: &'static str, blank: ReplyField) -> Node {
    h(spec)
        .value(cx.app.blank(blank).to_owned())
        .on(EventKind::Input, cx.act, move |event| ReplyAction::Fill(blank, value_of(event)))
}

/// The answers as short buttons, for the bar and the margin of the brief; none unless a brief was opened.
pub fn quick(cx: &Cx, spec: &'static str) -> Vec<Node> {
    let opened = matches!(cx.app.opening(), Opening::Proposal(_));
    let all = Answer::OFFERED.into_iter().filter(|answer| match answer {
        Answer::YesWithChanges => opened && cx.app.differs(),
        answer => opened && !answer.gives_reason(),
    });
    all.map(|answer| cx.button(spec, brief::answer_sentence(answer), ReplyAction::Answer(answer)).key(answer.name()))
        .collect()
}

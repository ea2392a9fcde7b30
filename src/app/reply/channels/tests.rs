use super::*;
use crate::app::{Action, App, Chunks, Delivery, Notice, ReplyAction, ReplyField, Screen, Start};
use crate::proposal::Answer;
use crate::words::{Language, Words};

const STAGES: [Stage; 7] = [
    Stage::NotStarted,
    Stage::InProgress,
    Stage::HandedOver,
    Stage::Arrived(845),
    Stage::Cancelled,
    Stage::Refused(500),
    Stage::Failed,
];

/// A prospect who has answered a brief.
fn answered() -> App {
    let file = serde_json::from_str(include_str!("../../../../examples/evenement.json")).unwrap();
    let sender = App::new(Start { agency: Some(file), chunks: Chunks::all(), ..Start::default() });
    let file = serde_json::from_str(r#"{"name": "Agence", "replyTo": "https://agency.example/replies"}"#).unwrap();
    let (agency, language, chunks) = (Some(file), Some(Language::French), Chunks::all());
    let mut app = App::new(Start { agency, language, chunks, ..Start::default() });
    app.reduce(Action::LinkOpened(sender.link()));
    app.reduce(Action::from(ReplyAction::Answer(Answer::LetsTalk)));
    app
}

fn send(app: &mut App, via: Channel, stage: Stage) {
    app.reduce(Action::from(ReplyAction::Send(via)));
    app.reduce(Action::Delivered(Delivery::Reply(via), stage));
}

fn last_way(app: &App) -> Option<Channel> {
    app.ways().last().map(|(via, _)| via)
}

fn number(of: u16) -> Value {
    Value::Number(of.into())
}

#[test]
fn an_errand_tells_how_far_it_came() {
    let answered = |status| Stage::after(Some(&Value::List(vec![number(status), number(845)])));
    assert_eq!([answered(200), answered(201), answered(204)], [Stage::Arrived(845); 3]);
    assert_eq!([answered(302), answered(500)], [Stage::Refused(302), Stage::Refused(500)]);
    assert_eq!(Stage::after(Some(&Value::Boolean(false))), Stage::Cancelled);
    assert_eq!(Stage::after(Some(&Value::Null)), Stage::HandedOver);
    assert_eq!(Stage::after(None), Stage::Failed);
    assert_eq!(Stage::after(Some(&Value::List(Vec::new()))), Stage::Failed);
}

#[test]
fn every_way_has_words_of_its_own_for_every_stage_it_can_be_at() {
    use Stage::{Arrived, Cancelled, Failed, HandedOver, InProgress, Refused};
    let said = |via, stage| outcome(via, stage).map(|(_, text)| text).or(status(via, stage));
    let of = |via, stages: &[Stage]| stages.iter().map(move |stage| said(via, *stage).unwrap()).collect::<Vec<_>>();
    let all = [
        of(Channel::Mail, &[HandedOver]),
        of(Channel::Paste, &[HandedOver]),
        of(Channel::Copy, &[InProgress, HandedOver, Failed]),
        of(Channel::Share, &[InProgress, HandedOver, Cancelled, Failed]),
        of(Channel::Post, &[InProgress, Arrived(845), Refused(500), Failed]),
    ];
    for language in Language::ALL {
        let words = Words::new(language);
        let mut sentences: Vec<String> = all.iter().flatten().map(|text| words.text(*text)).collect();
        let count = sentences.len();
        sentences.sort();
        sentences.dedup();
        assert_eq!(sentences.len(), count, "{sentences:?}");
    }
    for via in Channel::ALL {
        for stage in STAGES {
            assert!(outcome(via, stage).is_none() || status(via, stage).is_none(), "{via:?} {stage:?} says one thing");
        }
        assert_eq!(said(via, Stage::NotStarted), None);
    }
}

#[test]
fn what_arrived_is_said_to_have_arrived_whatever_is_copied_since() {
    let mut app = answered();
    app.reduce(Action::from(ReplyAction::Send(Channel::Post)));
    assert_eq!((app.screen(), app.ways().said()), (Screen::Reply, vec![Text::Posting]));
    app.reduce(Action::Delivered(Delivery::Reply(Channel::Post), Stage::Arrived(845)));
    assert_eq!((app.screen(), last_way(&app), app.ways().said()), (Screen::Sent, Some(Channel::Post), vec![]));
    send(&mut app, Channel::Copy, Stage::HandedOver);
    assert_eq!((last_way(&app), app.notice()), (Some(Channel::Post), Some(Notice::FormCopied)));
    send(&mut app, Channel::Copy, Stage::Failed);
    assert_eq!((last_way(&app), app.notice()), (Some(Channel::Post), Some(Notice::CopyRefused)));
    // Choosing another answer starts another reply.
    app.reduce(Action::from(ReplyAction::Answer(Answer::No)));
    assert_eq!((app.screen(), last_way(&app)), (Screen::Reply, None));
}

#[test]
fn what_does_not_leave_is_still_there_with_every_way_open() {
    for (via, stage, text) in [
        (Channel::Post, Stage::Refused(500), Text::PostRefused),
        (Channel::Post, Stage::Failed, Text::PostFailed),
        (Channel::Share, Stage::Cancelled, Text::ShareCancelled),
        (Channel::Share, Stage::Failed, Text::ShareFailed),
    ] {
        let mut app = answered();
        app.reduce(Action::from(ReplyAction::Fill(ReplyField::Comment, "Un mot".to_owned())));
        send(&mut app, via, stage);
        assert_eq!((app.screen(), app.ways().said()), (Screen::Reply, vec![text]));
        assert_eq!((app.answer(), app.blank(ReplyField::Comment)), (Some(Answer::LetsTalk), "Un mot"));
        send(&mut app, Channel::Mail, Stage::HandedOver);
        assert_eq!((app.screen(), last_way(&app)), (Screen::Sent, Some(Channel::Mail)));
    }
}

#[test]
fn a_refused_clipboard_leads_to_the_text_itself() {
    for via in [Channel::Copy, Channel::Paste] {
        let mut app = answered();
        send(&mut app, via, Stage::Failed);
        let said = outcome(via, app.ways().stage(via)).unwrap();
        assert_eq!((app.screen(), said), (Screen::Sent, (Text::ReplyByHandTitle, Text::ReplyByHand)));
    }
}

#[test]
fn what_was_on_its_way_when_another_brief_was_opened_says_nothing_of_that_one() {
    let mut app = answered();
    app.reduce(Action::from(ReplyAction::Send(Channel::Post)));
    app.reduce(Action::LinkOpened(app.link()));
    app.reduce(Action::Delivered(Delivery::Reply(Channel::Post), Stage::Arrived(845)));
    assert_eq!((app.screen(), last_way(&app)), (Screen::Brief, None));
}

#[test]
fn what_has_arrived_is_what_was_sent_whatever_was_changed_meanwhile() {
    let mut app = answered();
    app.reduce(Action::from(ReplyAction::Send(Channel::Post)));
    app.reduce(Action::from(ReplyAction::Answer(Answer::Yes)));
    app.reduce(Action::Delivered(Delivery::Reply(Channel::Post), Stage::Arrived(845)));
    let answers = [app.sent_reply(), app.reply()].map(|reply| reply.map(|reply| reply.answer));
    assert_eq!((app.screen(), answers), (Screen::Sent, [Some(Answer::LetsTalk), Some(Answer::Yes)]));
    assert!(app.was_changed_since());
}

#[test]
fn the_last_screen_says_what_came_of_a_copy_while_the_next_one_is_on_its_way() {
    let mut app = answered();
    send(&mut app, Channel::Copy, Stage::HandedOver);
    app.reduce(Action::from(ReplyAction::Send(Channel::Copy)));
    assert_eq!(app.ways().last(), Some((Channel::Copy, Stage::HandedOver)));
}

//! The list with changed replies, lost storage and faulty files.

mod days;
mod replies;

use super::*;
use crate::estimate::{Figures, estimate};
use crate::link::{self, OpenError, seal, seal_reply};
use crate::proposal::*;
use crate::reply::changes;
use crate::words::{Language, Words};

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// A small brief that can be computed.
fn brief(title: &str) -> Proposal {
    let dates = Dates { issued: Some(day("2026-03-12")), reply_by: Some(day("2026-03-27")), ..Dates::default() };
    let line = |id: &str, price| Line {
        id: id.into(),
        label: id.to_uppercase(),
        unit_price: Shape::Fixed(price),
        optional: true,
        ..Line::default()
    };
    Proposal {
        title: title.into(),
        currency: "EUR".into(),
        to: Party { name: "Loïc".into(), organisation: "Port de Keravel".into(), ..Party::default() },
        effort: Some(Effort { people: 2, hours: 46.5, by_person: Vec::new() }),
        dates,
        lines: vec![line("film", 6_400.0), line("day", 2_000.0)],
        ..Proposal::default()
    }
}

fn sealed(proposal: &Proposal) -> String {
    seal(proposal, &Figures::from(&estimate(&check(proposal.clone()).unwrap())))
}

/// The brief as a prospect might change it: without the film, and with the quantity of the other line doubled.
fn changed(offered: &Proposal) -> Proposal {
    let mut present = offered.clone();
    present.lines[0].included = false;
    present.lines[1].quantity = 2.0;
    present
}

fn reply(offered: &Proposal, present: &Proposal, answer: Answer, on: &str) -> Reply {
    let changes = changes(offered, present);
    Reply { answer, on: day(on), proposal: link::digest(offered), changes, ..Reply::default() }
}

fn sealed_reply(present: &Proposal, reply: &Reply) -> String {
    seal_reply(present, &Figures::from(&estimate(&check(present.clone()).unwrap())), reply)
}

fn letter(sealed: &str) -> String {
    format!("Bonjour,\nnotre réponse : https://agence.example/#retour={sealed}\nBien à vous")
}

/// A list with one brief, sent on 12 March.
fn with(offered: &Proposal) -> Outbox {
    let mut outbox = Outbox::default();
    outbox.add(&sealed(offered), day("2026-03-12")).unwrap();
    outbox
}

/// A record of the list.
fn row(id: &str, sent_on: &str, reply: Option<(Answer, &str)>) -> Sent {
    let received = |(answer, on): (Answer, &str)| Received {
        sealed: ["1A", answer.name(), on].concat(),
        answer,
        on: day(on),
        filed_on: day(on),
        matches: true,
        ..Received::default()
    };
    Sent {
        id: id.into(),
        sealed: "1A".into(),
        sent_on: day(sent_on),
        title: id.into(),
        currency: "EUR".into(),
        replies: reply.map(received).into_iter().collect(),
        ..Sent::default()
    }
}

fn list(rows: Vec<Sent>) -> Outbox {
    let (outbox, imported) = Outbox::from_json(&Outbox { sent: rows }.to_json(), day("2026-04-01"));
    assert_eq!(imported.issues, []);
    outbox
}

#[test]
fn a_row_shows_what_its_link_says() {
    let offered = brief("Assises du littoral");
    let outbox = with(&offered);
    let sent = &outbox.briefs()[0];
    assert_eq!(sent.id, link::digest(&offered));
    assert_eq!(
        (&*sent.title, &*sent.to_organisation, sent.hours),
        ("Assises du littoral", "Port de Keravel", Some(46.5))
    );
    assert_eq!((sent.reply_by, &*sent.currency), (Some(day("2026-03-27")), "EUR"));
}

#[test]
fn the_same_brief_again_keeps_its_first_day_and_its_reply() {
    let offered = brief("Assises");
    let mut outbox = with(&offered);
    outbox
        .file(&sealed_reply(&offered, &reply(&offered, &offered, Answer::Yes, "2026-03-20")), day("2026-03-20"))
        .unwrap();
    let sent = outbox.add(&sealed(&offered), day("2026-03-25")).unwrap();
    assert_eq!((sent.sent_on, sent.reply().is_some()), (day("2026-03-12"), true));
    assert_eq!(outbox.briefs().len(), 1);
}

#[test]
fn the_newest_stands_first() {
    let mut outbox = with(&brief("A"));
    outbox.add(&sealed(&brief("B")), day("2026-03-12")).unwrap();
    outbox.add(&sealed(&brief("C")), day("2026-03-11")).unwrap();
    let titles: Vec<&str> = outbox.briefs().iter().map(|sent| &*sent.title).collect();
    assert_eq!(titles, ["B", "A", "C"]);
}

#[test]
fn a_reply_with_changes_is_filed_from_a_letter() {
    let offered = brief("Assises");
    let mut outbox = with(&offered);
    let present = changed(&offered);
    let link = sealed_reply(&present, &reply(&offered, &present, Answer::YesWithChanges, "2026-03-20"));
    let filed = outbox.file(&letter(&link), day("2026-03-21")).unwrap();
    assert_eq!(filed, Filed::Reply(link::digest(&offered)));
    let received = outbox.briefs()[0].reply().unwrap();
    assert_eq!((received.changes, received.matches), (2, true));
    assert_eq!((received.on, received.filed_on), (day("2026-03-20"), day("2026-03-21")));
    assert_eq!(received.sealed, link);
}

#[test]
fn a_reply_below_the_brief_that_it_quotes_is_found() {
    let offered = brief("Assises");
    let mut outbox = with(&offered);
    let answer = sealed_reply(&offered, &reply(&offered, &offered, Answer::No, "2026-03-20"));
    let text = format!("> {}\n\n{}", letter(&sealed(&offered)), letter(&answer));
    assert_eq!(outbox.file(&text, day("2026-03-21")), Ok(Filed::Reply(link::digest(&offered))));
}

#[test]
fn a_reply_that_only_names_what_was_sent_does_not_match() {
    let offered = brief("Assises");
    let mut outbox = with(&offered);
    // The price was lowered, and the reply does not list the change.
    let mut present = offered.clone();
    present.lines[0].unit_price = Shape::Fixed(64.0);
    let silent = Reply { changes: Vec::new(), ..reply(&offered, &present, Answer::Yes, "2026-03-20") };
    assert_eq!(
        outbox.file(&sealed_reply(&present, &silent), day("2026-03-20")),
        Ok(Filed::Reply(link::digest(&offered)))
    );
    let received = outbox.briefs()[0].reply().unwrap();
    assert_eq!((received.changes, received.matches), (1, false));
    let words = Words::new(Language::English);
    assert_eq!(phrase(&outbox.briefs()[0], day("2026-03-20"), &words), "yes – to something other than what was sent");
}

#[test]
fn a_reply_to_another_version_goes_to_the_brief_that_resembles_it() {
    let mut offered = brief("Assises");
    let mut outbox = with(&offered);
    offered.lines[0].unit_price = Shape::Fixed(5_000.0);
    let link = sealed_reply(&offered, &reply(&offered, &offered, Answer::Yes, "2026-03-20"));
    assert!(matches!(outbox.file(&link, day("2026-03-20")), Ok(Filed::Reply(_))));
    assert_eq!(outbox.briefs().len(), 1);
    assert!(!outbox.briefs()[0].reply().unwrap().matches);
}

#[test]
fn another_reference_or_addressee_is_another_brief() {
    let mut offered = Proposal { reference: "12".into(), ..brief("Site") };
    let mut outbox = with(&offered);
    offered.reference = "45".into();
    let link = |offered: &Proposal| sealed_reply(offered, &reply(offered, offered, Answer::Yes, "2026-03-20"));
    assert!(matches!(outbox.file(&link(&offered), day("2026-03-20")), Ok(Filed::Reconstructed(_))));
    offered.reference = "12".into();
    offered.to.organisation = "Foncière Armor".into();
    assert!(matches!(outbox.file(&link(&offered), day("2026-03-20")), Ok(Filed::Reconstructed(_))));
    // The same title is not enough without a recipient.
    let mut nobody = Proposal { to: Party::default(), ..brief("Site") };
    outbox.add(&sealed(&nobody), day("2026-03-12")).unwrap();
    nobody.lines[0].quantity = 3.0;
    assert!(matches!(outbox.file(&link(&nobody), day("2026-03-20")), Ok(Filed::Reconstructed(_))));
    assert_eq!(outbox.briefs().len(), 5);
}

#[test]
fn a_lost_list_comes_back_from_a_reply_alone() {
    let offered = brief("Assises");
    let present = changed(&offered);
    let link = sealed_reply(&present, &reply(&offered, &present, Answer::YesWithChanges, "2026-03-20"));
    let mut outbox = Outbox::default();
    let filed = outbox.file(&link, day("2026-04-01")).unwrap();
    assert_eq!(filed, Filed::Reconstructed(link::digest(&offered)));
    let sent = outbox.get(filed.id()).unwrap();
    assert_eq!(sent.sealed, sealed(&offered));
    assert_eq!(sent.sent_on, day("2026-03-12"));
    assert!(sent.reply().unwrap().matches);
    assert_eq!(outbox.file(&letter(&sealed(&offered)), day("2026-04-01")), Ok(Filed::Brief(link::digest(&offered))));
    assert_eq!(outbox.briefs().len(), 1);
}

#[test]
fn a_brief_that_cannot_be_led_back_to_is_kept_as_it_came() {
    let offered = brief("Assises");
    let lie = Change { path: "currency".into(), from: Value::Text("no currency".into()), to: Value::Null };
    let liar = Reply { changes: vec![lie], ..reply(&offered, &offered, Answer::Yes, "2026-03-20") };
    let mut outbox = Outbox::default();
    let filed = outbox.file(&sealed_reply(&offered, &liar), day("2026-03-21")).unwrap();
    assert_eq!(filed, Filed::Reconstructed(link::digest(&offered)));
    assert!(!outbox.briefs()[0].reply().unwrap().matches);
}

#[test]
fn the_reply_given_last_counts() {
    let offered = brief("Assises");
    let mut outbox = with(&offered);
    let mut file = |answer, on: &str| {
        outbox.file(&sealed_reply(&offered, &reply(&offered, &offered, answer, on)), day("2026-03-25")).unwrap();
        outbox.briefs()[0].reply().unwrap().answer
    };
    assert_eq!(file(Answer::NotNow, "2026-03-20"), Answer::NotNow);
    assert_eq!(file(Answer::No, "2026-03-19"), Answer::NotNow);
    assert_eq!(file(Answer::Yes, "2026-03-20"), Answer::Yes);
    let old = sealed_reply(&offered, &reply(&offered, &offered, Answer::No, "2026-03-18"));
    assert_eq!(outbox.file(&old, day("2026-03-26")), Ok(Filed::Beside(link::digest(&offered))));
}

#[test]
fn what_is_no_link_is_refused() {
    let mut outbox = Outbox::default();
    let today = day("2026-03-12");
    assert_eq!(outbox.file(" \n", today), Err(NotFiled::NotOpened(OpenError::Empty)));
    assert_eq!(outbox.file("Bonjour", today), Err(NotFiled::NotOpened(OpenError::NotALink)));
    let offered = brief("Assises");
    let whole = sealed(&offered);
    let cut = outbox.file(&letter(&whole[..whole.len() / 2]), today);
    assert!(matches!(cut, Err(NotFiled::NotOpened(OpenError::Cut { .. } | OpenError::Damaged { .. }))), "{cut:?}");
    let answer = sealed_reply(&offered, &reply(&offered, &offered, Answer::Yes, "2026-03-20"));
    assert_eq!(outbox.add(&answer, today).map(|_| ()), Err(NotFiled::IsReply));
    for endless in ["retour=".repeat(300_000), "#retour=1é".repeat(200_000), "%".repeat(2_000_000)] {
        assert!(outbox.file(&endless, today).is_err());
        assert!(outbox.add(&endless, today).is_err());
    }
    assert_eq!(outbox, Outbox::default());
}

#[test]
fn a_full_list_says_so_and_keeps_what_it_has() {
    let rows = |count: usize| (0..count).map(|n| row(&format!("id{n}"), "2026-03-01", None)).collect::<Vec<_>>();
    let mut outbox = list(rows(MAX_BRIEFS));
    assert_eq!(outbox.add(&sealed(&brief("One more")), day("2026-03-12")), Err(NotFiled::Full));
    let imported = outbox.import(&Outbox { sent: vec![row("new", "2026-03-02", None)] }.to_json(), day("2026-03-12"));
    assert_eq!((imported.read, imported.lost), (0, 1));
    assert_eq!(imported.issues, [Issue { path: "briefs".into(), fault: Fault::TooMany(MAX_BRIEFS) }]);
    let imported = outbox.import(&Outbox { sent: rows(MAX_BRIEFS + 3) }.to_json(), day("2026-03-12"));
    assert_eq!((imported.read, imported.lost, imported.issues.len()), (MAX_BRIEFS, 3, 1));
    assert_eq!(outbox.briefs().len(), MAX_BRIEFS);
}

#[test]
fn a_file_comes_back_whole() {
    let offered = brief("Assises");
    let mut outbox = with(&offered);
    let present = changed(&offered);
    let later = Reply {
        answer_on: Some(day("2026-04-02")),
        budget: Some(Money(20_000.5)),
        ..reply(&offered, &present, Answer::NotNow, "2026-03-20")
    };
    outbox.file(&sealed_reply(&present, &later), day("2026-03-21")).unwrap();
    outbox.add(&sealed(&brief("Second")), day("2026-03-12")).unwrap();
    let text = serde_json::to_string(&outbox.to_json()).unwrap();
    let (again, imported) = Outbox::from_json(&serde_json::from_str(&text).unwrap(), day("2026-04-01"));
    assert_eq!(imported, Imported { read: 2, lost: 0, issues: Vec::new() });
    assert_eq!(again, outbox);
}

#[test]
fn an_import_takes_the_first_day_and_the_last_reply() {
    let here = vec![row("a", "2026-03-05", Some((Answer::Yes, "2026-03-10"))), row("b", "2026-03-04", None)];
    let there = vec![row("b", "2026-03-01", Some((Answer::No, "2026-03-09"))), row("a", "2026-03-06", None)];
    let mut outbox = list(here);
    outbox.import(&Outbox { sent: there.clone() }.to_json(), day("2026-04-01"));
    let answers = |outbox: &Outbox| {
        outbox.briefs().iter().map(|sent| (sent.sent_on, sent.reply().unwrap().answer)).collect::<Vec<_>>()
    };
    assert_eq!(answers(&outbox), [(day("2026-03-05"), Answer::Yes), (day("2026-03-01"), Answer::No)]);
    let mut later = there;
    later[1].replies = row("a", "2026-03-06", Some((Answer::Cancelled, "2026-03-09"))).replies;
    outbox.import(&Outbox { sent: later }.to_json(), day("2026-04-01"));
    assert_eq!(answers(&outbox)[0].1, Answer::Yes);
    assert_eq!(outbox.briefs()[0].replies.len(), 2, "both replies are kept");
}

#[test]
fn a_faulty_row_is_read_again_from_its_links() {
    let offered = brief("Assises");
    let mut outbox = with(&offered);
    outbox
        .file(&sealed_reply(&offered, &reply(&offered, &offered, Answer::Yes, "2026-03-20")), day("2026-03-21"))
        .unwrap();
    let Value::Object(mut record) = to_value(outbox.briefs()[0].clone()) else { panic!("no object") };
    for (key, value) in &mut record {
        match &**key {
            "id" => *value = Value::Text(String::new()),
            "title" => *value = Value::Text("x".repeat(100_000)),
            "hours" => *value = Value::Number(f64::NAN),
            "replyBy" => *value = "tomorrow".into(),
            _ => {}
        }
    }
    let mut again = Outbox::default();
    let imported = again.import_records(&Value::List(vec![Value::Object(record)]), day("2026-04-01"));
    assert_eq!(again, outbox);
    let paths: Vec<&str> = imported.issues.iter().map(|issue| &*issue.path).collect();
    assert_eq!(paths, ["briefs[0].hours", "briefs[0].replyBy", "briefs[0].id", "briefs[0].title"]);
    assert_eq!((imported.read, imported.lost), (1, 0));
}

#[test]
fn a_link_alone_is_record_enough() {
    let offered = brief("Assises");
    let record = Value::object(vec![("sealed", Value::Text(sealed(&offered)))]);
    let mut outbox = Outbox::default();
    let imported = outbox.import_records(&Value::List(vec![record]), day("2026-04-01"));
    assert_eq!((imported.read, outbox.briefs()[0].sent_on), (1, day("2026-03-12")));
}

#[test]
fn hostile_files_are_told_and_lose_nothing() {
    let mut outbox = with(&brief("Assises"));
    let before = outbox.clone();
    let file = |version: f64, briefs| {
        Value::object(vec![("retour", "outbox".into()), ("version", Value::Number(version)), ("briefs", briefs)])
    };
    let bad =
        Value::object(vec![("id", "x".into()), ("sealed", Value::Text("é".repeat(400_000))), ("reply", "no".into())]);
    for (value, path) in [
        (Value::Null, "retour"),
        (Value::List(Vec::new()), "retour"),
        (Value::object(vec![("retour", Value::Number(1.0))]), "retour"),
        (file(2.0, Value::List(Vec::new())), "version"),
        (file(f64::NAN, Value::List(Vec::new())), "version"),
        (file(1.0, Value::Null), "briefs"),
        (file(1.0, Value::List(vec![Value::Null])), "briefs[0]"),
        (file(1.0, Value::List(vec![Value::Null, bad.clone()])), "briefs[0]"),
        (file(1.0, Value::List(vec![bad])), "briefs[0].sentOn"),
    ] {
        let imported = outbox.import(&value, day("2026-04-01"));
        assert_eq!(imported.issues[0].path, path);
        assert_eq!((imported.read, &outbox), (0, &before));
    }
    let endless = file(1.0, Value::List(vec![Value::Null; 10_000]));
    let imported = outbox.import(&endless, day("2026-04-01"));
    assert_eq!((imported.issues.len(), imported.lost, &outbox), (MAX_ISSUES, 10_000, &before));
}

//! The status of briefs from day to day, across the ends of months and weeks, and its wording.

use super::*;

#[test]
fn the_day_to_reply_by_counts_whole() {
    let status = |by: &str, today: &str| Sent { reply_by: Some(day(by)), ..Sent::default() }.status(day(today));
    assert_eq!(status("2026-03-27", "2026-03-12"), Status::Open(15));
    assert_eq!(status("2026-03-27", "2026-03-27"), Status::Open(0));
    assert_eq!(status("2026-03-27", "2026-03-28"), Status::Late(1));
    assert_eq!(status("2026-02-28", "2026-03-03"), Status::Late(3));
    assert_eq!(status("2028-02-28", "2028-03-01"), Status::Late(2));
    assert_eq!(status("2026-12-31", "2027-01-01"), Status::Late(1));
    assert_eq!(status("0001-01-01", "9999-12-31"), Status::Late(3_652_058));
    assert_eq!(Sent::default().status(day("2026-03-12")), Status::NoDate);
}

#[test]
fn not_now_is_late_after_the_day_that_was_named() {
    let mut sent = row("a", "2026-03-01", Some((Answer::NotNow, "2026-03-05")));
    sent.reply_by = Some(day("2026-03-10"));
    assert_eq!(sent.status(day("2026-03-20")), Status::Later { on: None, is_late: false });
    sent.replies.last_mut().unwrap().answer_on = Some(day("2026-04-02"));
    assert!(!sent.status(day("2026-04-02")).is_late());
    assert!(sent.status(day("2026-04-03")).is_late());
}

#[test]
fn the_summary_counts_rates_and_medians() {
    let mut late = row("late", "2026-02-26", None);
    late.reply_by = Some(day("2026-03-09"));
    let mut outbox = list(vec![
        late,
        row("later", "2026-03-05", Some((Answer::NotNow, "2026-03-06"))),
        row("yes", "2026-03-01", Some((Answer::Yes, "2026-03-05"))),
        row("price", "2026-03-01", Some((Answer::TooExpensive, "2026-03-12"))),
        row("other", "2026-03-01", Some((Answer::TooExpensive, "2026-02-27"))),
        row("no", "2026-02-27", Some((Answer::No, "2026-03-02"))),
    ]);
    let summary = outbox.summary(day("2026-03-12"));
    assert_eq!((summary.sent, summary.answered, summary.settled, summary.late), (6, 5, 4, 1));
    // 4, 11, 0 (the prospect's clock was slow) and 3 days.
    assert_eq!(summary.median_delay_days, Some(3.5));
    assert_eq!(summary.reasons, [(Answer::No, 1), (Answer::TooExpensive, 2)]);
    assert_eq!(summary.answer_rate(), Some(5.0 / 6.0));
    let french = Words::new(Language::French);
    assert_eq!(headline(&summary, &french), "5 réponses sur 6 envois, 1 retard, réponse en 3,5 jours (médiane).");
    outbox.remove("other").unwrap();
    assert_eq!(outbox.summary(day("2026-03-12")).median_delay_days, Some(4.0));
    let nothing = Outbox::default().summary(day("2026-03-12"));
    assert_eq!((nothing.answer_rate(), nothing.median_delay_days), (None, None));
    assert_eq!(headline(&nothing, &Words::new(Language::English)), "0 replies to 0 briefs sent.");
}

#[test]
fn the_list_speaks_both_languages() {
    let (french, english) = (Words::new(Language::French), Words::new(Language::English));
    let said = |sent: &Sent, today| (phrase(sent, day(today), &french), phrase(sent, day(today), &english));
    let both = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    let mut sent = row("a", "2026-03-01", None);
    assert_eq!(said(&sent, "2026-03-12"), both("ouvert, sans date de réponse", "open, no date to reply by"));
    sent.reply_by = Some(day("2026-03-09"));
    assert_eq!(said(&sent, "2026-03-12"), both("en retard de 3 jours", "3 days late"));
    assert_eq!(said(&sent, "2026-03-10"), both("en retard de 1 jour", "1 day late"));
    assert_eq!(said(&sent, "2026-03-09"), both("ouvert, dernier jour", "open, last day"));
    assert_eq!(said(&sent, "2026-03-08"), both("ouvert, encore 1 jour", "open, 1 day left"));
    sent.replies = row("a", "2026-03-01", Some((Answer::TooExpensive, "2026-03-08"))).replies;
    let reply = sent.replies.last_mut().unwrap();
    reply.budget = Some(Money(20_000.0));
    assert_eq!(
        said(&sent, "2026-03-09"),
        both("non, trop cher (budget\u{a0}: 20\u{202f}000\u{a0}€)", "no, too expensive (budget: €20,000)")
    );
    let reply = sent.replies.last_mut().unwrap();
    (reply.answer, reply.budget, reply.changes) = (Answer::YesWithChanges, None, 2);
    assert_eq!(said(&sent, "2026-03-09"), both("oui, avec 2 changements", "yes, with 2 changes"));
    let reply = sent.replies.last_mut().unwrap();
    (reply.answer, reply.answer_on) = (Answer::NotNow, Some(day("2026-04-02")));
    let (on, passed) = (said(&sent, "2026-04-02"), said(&sent, "2026-04-03"));
    assert_eq!(on, both("pas encore, répond le 2\u{a0}avril 2026", "not yet, will reply on 2\u{a0}April 2026"));
    assert_eq!(passed.1, "not yet, was to reply on 2\u{a0}April 2026");
}

#[test]
fn every_row_of_the_table_has_every_column() {
    let mut answered = row("b", "2026-03-01", Some((Answer::TooExpensive, "2026-03-08")));
    answered.hours = Some(1_234.5);
    answered.replies.last_mut().unwrap().budget = Some(Money(20_000.5));
    let outbox = list(vec![row("a", "2026-03-01", None), answered]);
    for (language, hours, budget) in [(Language::French, "1234,5", "20000,5"), (Language::English, "1234.5", "20000.5")]
    {
        let text = outbox.to_csv(&str::to_owned, &Words::new(language), day("2026-03-12"));
        let table = crate::outbox::table::rows_of(&text).unwrap();
        assert!(text.starts_with('\u{feff}'));
        assert_eq!(table.len(), 3);
        assert!(table.iter().all(|row| row.len() == table[0].len()));
        assert!(table[0].iter().all(|column| !column.is_empty()));
        assert_eq!((&*table[2][4], &*table[2][12], &*table[2][10]), (hours, budget, "7"));
        assert_eq!(table[2][9], if language == Language::French { "08/03/2026" } else { "2026-03-08" });
    }
}

#[test]
fn reminders_fall_on_days_that_help() {
    let words = Words::new(Language::French);
    let mut sent = Sent { to_organisation: "Port de Keravel".into(), ..row("Assises", "2026-03-01", None) };
    let on = |sent: &Sent, today: &str| reminder(sent, day(today), &words).map(|reminder| reminder.on.to_string());
    // The last day to reply is a Friday, today a Thursday.
    sent.reply_by = Some(day("2026-03-27"));
    assert_eq!(on(&sent, "2026-03-12").unwrap(), "2026-03-25");
    // Two working days before it is today, so the reminder is tomorrow. From a Friday, it is on Monday.
    assert_eq!(on(&sent, "2026-03-25").unwrap(), "2026-03-26");
    assert_eq!(on(&sent, "2026-03-27").unwrap(), "2026-03-30");
    // Late, across the end of a month.
    assert_eq!(on(&sent, "2026-03-31").unwrap(), "2026-04-01");
    // Two working days before a Monday is a Thursday, as it is before a Saturday and a Sunday.
    for by in ["2026-03-30", "2026-03-28", "2026-03-29"] {
        sent.reply_by = Some(day(by));
        assert_eq!(on(&sent, "2026-03-12").unwrap(), "2026-03-26", "{by}");
    }
    sent.reply_by = Some(day("0001-01-01"));
    assert_eq!(on(&sent, "9999-12-31").unwrap(), "9999-12-31");
    assert_eq!(on(&sent, "0001-01-01").unwrap(), "0001-01-02");
    sent.replies = row("a", "2026-03-01", Some((Answer::NotNow, "2026-03-08"))).replies;
    sent.replies.last_mut().unwrap().answer_on = Some(day("2026-04-05"));
    let later = reminder(&sent, day("2026-03-12"), &words).unwrap();
    assert_eq!((later.on, &*later.title), (day("2026-04-05"), "Relancer Port de Keravel\u{a0}: Assises"));
    assert_eq!(later.text, "Réponse annoncée pour le dimanche 5\u{a0}avril 2026.");
    sent.replies.last_mut().unwrap().answer = Answer::LetsTalk;
    assert_eq!(reminder(&sent, day("2026-03-12"), &words), None);
}

#[test]
fn a_table_is_read_back_also_after_a_spreadsheet_has_saved_it() {
    let offered = brief("Assises; \"régionales\", et =1+1");
    let mut outbox = with(&offered);
    let link = |answer| sealed_reply(&offered, &reply(&offered, &offered, answer, "2026-03-20"));
    outbox.file(&link(Answer::Yes), day("2026-03-26")).unwrap();
    outbox.file(&link(Answer::LetsTalk), day("2026-03-26")).unwrap();
    let today = day("2026-04-01");
    for language in Language::ALL {
        let address = |sealed: &str| ["https://agence.example/devis#retour=", sealed].concat();
        let table = outbox.to_csv(&address, &Words::new(language), today);
        let unix = table.replace("\r\n", "\n");
        let other = table.replace('/', ".");
        for text in [&table, &unix, table.trim_start_matches('\u{feff}'), &other] {
            let mut read = Outbox::default();
            let imported = read.import_csv(text, today).unwrap();
            assert_eq!((imported.read, imported.lost, imported.issues), (1, 0, vec![]), "{language:?}");
            let (was, is) = (&outbox.briefs()[0], &read.briefs()[0]);
            assert_eq!((&was.id, was.sent_on, &was.sealed), (&is.id, is.sent_on, &is.sealed));
            let sealed = |sent: &Sent| sent.replies.iter().map(|reply| reply.sealed.clone()).collect::<Vec<_>>();
            assert_eq!(sealed(was), sealed(is));
        }
        let cut = table.replacen("#retour=1", "#retour=", 1);
        let imported = Outbox::default().import_csv(&cut, today).unwrap();
        assert_eq!((imported.read, imported.lost, imported.issues[0].path.as_str()), (0, 1, "2"));
    }
    let mut lines: Vec<String> =
        outbox.to_csv(&str::to_owned, &Words::new(Language::French), today).lines().map(str::to_owned).collect();
    lines.resize(MAX_BRIEFS + 3, "rien;à;lire".to_owned());
    let long = Outbox::default().import_csv(&lines.join("\n"), today).unwrap();
    assert_eq!((long.read, long.lost), (1, MAX_BRIEFS + 1), "rows beyond the most are counted, too");
    for text in ["", "\u{feff}", "une;liste;de courses\n1;2;3\n", "\"jamais fermé"] {
        assert_eq!(Outbox::default().import_csv(text, today), None, "{text:?}");
    }
    // A table of anybody's that has a link in each row is one, too.
    let named = format!("nom;lien\nLoïc;https://agence.example/#retour={}\n", sealed(&offered));
    assert_eq!(Outbox::default().import_csv(&named, today).unwrap().read, 1);
}

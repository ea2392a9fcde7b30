//! Several replies to one brief, also from two tabs: all are kept, and one counts.

use super::*;

#[test]
fn two_replies_of_one_day_are_kept_and_the_consultant_chooses() {
    let offered = brief("Assises");
    let mut outbox = with(&offered);
    let today = day("2026-03-26");
    let link = |answer| sealed_reply(&offered, &reply(&offered, &offered, answer, "2026-03-20"));
    let id = link::digest(&offered);
    assert_eq!(outbox.file(&link(Answer::Yes), today), Ok(Filed::Reply(id.clone())));
    assert_eq!(outbox.file(&link(Answer::LetsTalk), today), Ok(Filed::InPlace(id.clone())));
    assert_eq!(outbox.file(&link(Answer::LetsTalk), today), Ok(Filed::InPlace(id.clone())), "kept once");
    let answers = |outbox: &Outbox| {
        let sent = outbox.get(&link::digest(&offered)).unwrap();
        (sent.replies.iter().map(|reply| reply.answer).collect::<Vec<_>>(), sent.reply().unwrap().answer)
    };
    assert_eq!(answers(&outbox), (vec![Answer::Yes, Answer::LetsTalk], Answer::LetsTalk));
    outbox.choose(&id, 0);
    assert_eq!(answers(&outbox).1, Answer::Yes);
    outbox.choose(&id, 7);
    assert_eq!(answers(&outbox).1, Answer::Yes, "there is no such reply");
    // A later one does not take the place of the chosen one in silence.
    let later = sealed_reply(&offered, &reply(&offered, &offered, Answer::No, "2026-03-25"));
    assert_eq!(outbox.file(&later, today), Ok(Filed::Beside(id.clone())));
    assert_eq!(answers(&outbox), (vec![Answer::Yes, Answer::LetsTalk, Answer::No], Answer::Yes));
    let (again, imported) = Outbox::from_json(&outbox.to_json(), today);
    assert_eq!((imported.issues, answers(&again)), (vec![], answers(&outbox)));
}

#[test]
fn records_of_two_tabs_are_merged_whichever_is_stored_first() {
    let read = |value: &Value| crate::proposal::read_into::<Sent>(value, "").0;
    let here = row("a", "2026-03-05", Some((Answer::Yes, "2026-03-10")));
    let mut there = row("a", "2026-03-06", Some((Answer::No, "2026-03-10")));
    there.choose(0);
    let (one, other) = (to_value(here.clone()), to_value(there.clone()));
    for (stored, row) in [(&one, &other), (&other, &one)] {
        let merged = read(&merge_rows(stored, row));
        assert_eq!((merged.replies.len(), merged.sent_on), (2, day("2026-03-05")));
        assert_eq!(merged.reply().unwrap().answer, Answer::No);
        assert_eq!(merge_rows(&merge_rows(stored, row), row), merge_rows(stored, row), "a second time changes nothing");
    }
    assert_eq!(merge_rows(&Value::Null, &one), one);
    assert_eq!(merge_rows(&to_value(row("b", "2026-03-05", None)), &one), one, "never two briefs in one");
}

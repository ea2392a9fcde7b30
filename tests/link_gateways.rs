//! Links that gateways and networks have rewritten: they are found, or reported as cut.

#[path = "support/gateways.rs"]
mod gateways;

use gateways::{opaque, rewritten};
use retour::estimate::Figures;
use retour::link::{self, OpenError, Opened};
use retour::outbox::{Filed, Outbox};
use retour::proposal::{Answer, Date, Proposal, Reply};

fn proposal() -> Proposal {
    // Random letters, so that the link is long enough to be cut in many places.
    let words =
        (0..900).map(|i: u32| char::from(b'a' + (i.wrapping_mul(i).wrapping_mul(2_654_435_761) >> 27) as u8 % 26));
    Proposal { title: "Une fête".to_owned(), context: words.collect(), ..Proposal::default() }
}

fn sealed() -> String {
    link::seal(&proposal(), &Figures::default())
}

#[test]
fn every_form_opens() {
    // The characters of a link depend on its contents: hyphens, underscores, two in a row, one at its end.
    for title in 0..40 {
        let sealed = link::seal(&Proposal { title: format!("Fête {title}"), ..proposal() }, &Figures::default());
        for it in rewritten(&sealed) {
            let found = link::find(&it.text).unwrap_or_else(|| panic!("{}: nothing in {}", it.by, it.text));
            assert_eq!(found.sealed, sealed, "{}: {}", it.by, it.text);
            assert_eq!(found.preselected, None, "{}", it.by);
        }
    }
}

#[test]
fn one_that_is_cut_is_said_to_be_cut() {
    let sealed = sealed();
    assert!(sealed.len() > 500, "{}", sealed.len());
    for it in rewritten(&sealed) {
        let start = it.text.find("1A").map_or(60, |at| at + 60);
        for end in [it.text.len() * 2 / 3, start + 20, start + 21, start + 22, start + 23]
            .into_iter()
            .filter(|_| !it.by.contains("broken"))
        {
            let text: String = it.text.chars().take(end).collect();
            let Some(found) = link::find(&text) else { continue };
            match link::open(&found.sealed) {
                Ok(_) => assert_eq!(found.sealed, sealed, "{}", it.by),
                Err(why) => assert!(matches!(why, OpenError::Cut { .. }), "{}: {why:?} of {text}", it.by),
            }
        }
    }
}

#[test]
fn one_of_more_than_2048_characters_is_cut_where_a_gateway_cuts() {
    let context =
        (0..4_000).map(|i: u32| char::from(b'a' + (i.wrapping_mul(i).wrapping_mul(2_654_435_761) >> 27) as u8 % 26));
    let proposal = Proposal { title: "Une fête".to_owned(), context: context.collect(), ..Proposal::default() };
    let sealed = link::seal(&proposal, &Figures::default());
    assert!(sealed.len() > 2_048, "{}", sealed.len());
    for it in rewritten(&sealed).into_iter().filter(|it| !it.by.contains("broken")) {
        let text: String = it.text.chars().take(2_048).collect();
        let found = link::find(&text).unwrap_or_else(|| panic!("{}: nothing in {text}", it.by));
        let why = link::open(&found.sealed).expect_err(it.by);
        assert!(matches!(why, OpenError::Cut { .. }), "{}: {why:?}", it.by);
    }
}

#[test]
fn an_answer_to_have_ready_comes_along() {
    let sealed = sealed();
    let answering = format!("{sealed}&answer=no");
    for it in rewritten(&answering).into_iter().filter(|it| it.by != "a query") {
        let found = link::find(&it.text).unwrap_or_else(|| panic!("{}: nothing", it.by));
        assert_eq!((found.sealed, found.preselected), (sealed.clone(), Some(Answer::No)), "{}: {}", it.by, it.text);
    }
    let query = format!("https://a.example/?answer=yes&retour={sealed}");
    assert_eq!(link::find(&query).and_then(|it| it.preselected), Some(Answer::Yes));
}

#[test]
fn a_form_that_does_not_hold_the_link_is_none() {
    for it in opaque() {
        assert_eq!(link::find(&it.text), None, "{}", it.by);
    }
}

#[test]
fn a_pages_own_parameter_is_no_link() {
    for text in
        ["?retour=accueil", "https://a.example/?retour=20261128123456789012345678", "https://a.example/?retour=1"]
    {
        assert_eq!(link::find(text), None, "{text}");
    }
    // In a fragment the key is always a link's, however little of it is left.
    assert_eq!(link::find("https://a.example/#/devis?retour=1A").map(|it| it.sealed), Some("1A".to_owned()));
}

#[test]
fn a_rewritten_reply_under_a_rewritten_brief_is_filed() {
    let (proposal, sealed) = (proposal(), sealed());
    let today = Date::parse("2026-11-28").unwrap();
    let reply = Reply {
        answer: Answer::No,
        name: "Samir".to_owned(),
        on: today,
        proposal: link::digest(&proposal),
        ..Reply::default()
    };
    let answer = link::seal_reply(&proposal, &Figures::default(), &reply);
    assert!(matches!(link::open(&answer), Ok(Opened::Reply { .. })));
    for (brief, answer) in
        rewritten(&sealed).into_iter().zip(rewritten(&answer)).filter(|(it, _)| !it.by.contains("broken"))
    {
        let mut outbox = Outbox::default();
        outbox.add(&sealed, today).unwrap();
        let letter = format!("> Bonjour,\n> {}\n>\n\nVoici :\n{}\n", brief.text, answer.text);
        assert!(matches!(outbox.file(&letter, today), Ok(Filed::Reply(_))), "{}", brief.by);
    }
}

#[test]
fn gateways_take_no_long_time() {
    for text in [
        "/v3/__",
        "/v3/__*",
        "/v2/url?u=",
        "/v2/url?u=-23",
        "aHR0cHM6Ly",
        "**9",
        "__;",
        "%2525",
        "?retour=1A",
        "/v3/__a__;Iw!",
    ] {
        let text = text.repeat(1_000_000 / text.len());
        if let Some(found) = link::find(&text) {
            assert!(link::open(&found.sealed).is_err());
        }
        assert!(link::find_each(&text).iter().all(|found| link::open(&found.sealed).is_err()));
    }
}

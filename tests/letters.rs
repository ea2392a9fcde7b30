//! The lengths of the addresses that pass a letter to a mail program, and of links that mail services have rewritten.

mod support;

use retour::app::{Action, App, Chunks, Entry, Field, ReplyAction, ReplyField, Start};
use retour::estimate::{Figures, estimate};
use retour::export::{Letter, MAX_ADDRESS_CHARACTERS, rewritten_length};
use retour::link;
use retour::proposal::{Answer, Date, Proposal};
use retour::words::{Language, Words};
use support::{checked, proposal};

/// The address of an agency's page.
const PAGE: &str = "https://www.atelier-marchal.example/estimer-un-projet/";
const NAMES: [&str; 3] = ["evenement", "market-research", "relations-presse"];
/// A comment beside an answer, of the length that people write.
fn comment(language: Language) -> &'static str {
    match language {
        Language::French => {
            "Merci pour cette proposition très claire. Nous aimerions commencer après l'été ; pouvez-vous nous dire \
             si l'équipe reste la même ?"
        }
        _ => {
            "Thank you for this very clear proposal. We would like to start after the summer; can you tell us whether \
             the team stays the same?"
        }
    }
}

/// A link as Microsoft Safe Links writes it into a letter, in the form that published letters show.
fn safe_link(link: &str) -> String {
    let escaped: String = link
        .bytes()
        .map(|byte| match byte {
            b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
            _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect();
    let (user, tenant) = ("0123456789abcdef".repeat(2), "fedcba9876543210".repeat(2));
    let flags = "eyJFbXB0eU1hcGkiOnRydWUsIlYiOiIwLjAuMDAwMCIsIlAiOiJXaW4zMiIsIkFOIjoiTWFpbCIsIldUIjoyfQ%3D%3D";
    format!(
        "https://eur01.safelinks.protection.outlook.com/?url={escaped}\
         &data=05%7C02%7Cprenom.nom-compose%40les-charpentes-du-leon.example%7C{user}%7C{tenant}%7C0%7C0%7C\
         638705792348872738%7CUnknown%7CTWFpbGZsb3d8{flags}%7C0%7C%7C%7C&sdata={}%3D&reserved=0",
        "aB3%2B".repeat(8) + &"x".repeat(27)
    )
}

/// The proposals of the examples in a language, one per goal, each with a recipient.
fn briefs(language: Language) -> Vec<(String, Proposal)> {
    let mut briefs = Vec::new();
    for name in NAMES {
        let path = format!("{}/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let file: retour::proposal::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let mut desk = App::new(Start {
            agency: Some(file),
            language: Some(language),
            today: Date::parse("2026-09-23"),
            address: PAGE.to_owned(),
            composing: true,
            chunks: Chunks::all(),
            ..Start::default()
        });
        let goals: Vec<String> = desk.agency().unwrap().goals.iter().map(|goal| goal.id.clone()).collect();
        for goal in goals {
            desk.reduce(Action::GoalChosen(goal.clone()));
            for (entry, text) in [
                (Entry::ToName, "Hélène Morvan"),
                (Entry::ToRole, "Directrice générale"),
                (Entry::ToOrganisation, "Les Charpentes du Léon"),
                (Entry::ToEmail, "helene.morvan@charpentes-du-leon.example"),
                (Entry::ReplyBy, "2026-09-30"),
            ] {
                desk.reduce(Action::Typed(Field::Entry(entry), text.to_owned()));
            }
            briefs.push((format!("{name}, {goal}, {}", language.code()), desk.proposal().clone()));
        }
    }
    briefs
}

/// The reference proposals, in the language of each.
fn references() -> Vec<(String, Proposal)> {
    NAMES.map(|name| (format!("reference {name}"), checked(&proposal(name)).proposal().clone())).into()
}

/// Every brief with its language and its link.
fn sealed() -> Vec<(String, Proposal, Language, String)> {
    let languages = |(name, proposal): (String, Proposal)| {
        let language = if proposal.locale.starts_with("fr") { Language::French } else { Language::English };
        let sealed =
            link::seal(&proposal, &Figures::from(&estimate(&retour::proposal::check(proposal.clone()).unwrap())));
        (name, proposal, language, format!("{PAGE}#retour={sealed}"))
    };
    Language::ALL.into_iter().flat_map(briefs).chain(references()).map(languages).collect()
}

/// The app of a prospect who has opened a brief and written a comment.
fn prospect(link: &str, language: Language) -> App {
    let start = Start {
        language: Some(language),
        today: Date::parse("2026-09-25"),
        address: PAGE.to_owned(),
        chunks: Chunks::all(),
        ..Start::default()
    };
    let mut prospect = App::new(start);
    prospect.reduce(Action::LinkOpened(link.to_owned()));
    for (blank, text) in [
        (ReplyField::Comment, comment(language)),
        (ReplyField::Name, "Hélène Morvan"),
        (ReplyField::Budget, "20000"),
        (ReplyField::AnswerOn, "2026-10-20"),
    ] {
        prospect.reduce(Action::from(ReplyAction::Fill(blank, text.to_owned())));
    }
    prospect
}

/// The letter of a reply, and its link.
fn reply(prospect: &mut App, answer: Answer) -> (Letter, String) {
    prospect.reduce(Action::from(ReplyAction::Answer(answer)));
    let link = prospect.reply_link().unwrap();
    (Letter::of_reply(&prospect.reply().unwrap(), prospect.offered(), &link, prospect.words()), link)
}

/// Changes a quantity, and leaves an option out.
fn change(prospect: &mut App) {
    let line = prospect.proposal().lines[0].clone();
    let quantity = (line.quantity + 1.0).to_string();
    prospect.reduce(Action::Typed(Field::Quantity { line: line.id }, quantity));
    let optional = prospect.proposal().lines.iter().find(|line| line.optional).map(|line| line.id.clone());
    if let Some(id) = optional {
        prospect.reduce(Action::LineIncluded(id, false));
    }
    assert!(prospect.differs());
}

/// Prints a length, and notes it if it is longer than an address may be.
fn check(too_long: &mut Vec<String>, name: &str, what: &str, length: usize) {
    println!("{length:6}  {name}: {what}");
    if length > MAX_ADDRESS_CHARACTERS {
        too_long.push(format!("{name}: {what} has {length} characters"));
    }
}

#[test]
fn briefs_and_replies_of_the_examples_fit_into_a_mail_program_whole() {
    let mut too_long = Vec::new();
    for (name, proposal, language, link) in sealed() {
        let letter = Letter::of_brief(&proposal, &link, &Words::new(language));
        check(&mut too_long, &name, "link of the brief, rewritten", safe_link(&link).len());
        check(&mut too_long, &name, "letter of the brief", letter.address().len());
        let mut prospect = prospect(&link, language);
        let mut answers = Answer::ALL;
        // The changes that belong to this answer remain, so it is the last one.
        answers.sort_by_key(|answer| *answer == Answer::YesWithChanges);
        for answer in answers {
            if answer == Answer::YesWithChanges {
                change(&mut prospect);
            }
            let (letter, link) = reply(&mut prospect, answer);
            check(&mut too_long, &name, &format!("link of {}, rewritten", answer.name()), safe_link(&link).len());
            check(&mut too_long, &name, &format!("letter of {}", answer.name()), letter.address().len());
        }
    }
    assert_eq!(too_long, Vec::<String>::new());
}

#[test]
fn a_rewritten_link_is_counted_as_long_as_published_ones_are() {
    let link = format!("{PAGE}#retour=1abc");
    let (counted, published) = (rewritten_length(&link), safe_link(&link).len());
    assert!((published..published + 40).contains(&counted), "{counted} counted, {published} published");
}

#[test]
fn a_letter_that_is_too_long_opens_empty_and_nothing_can_add_to_it() {
    let mut letter = Letter {
        to: "claire@a.example?bcc=b@c.example".to_owned(),
        subject: "Réponse\u{a0}: l’été & l'eau".to_owned(),
        body: "Oui, à 9 h 30 (ou 10)\r\n\r\nhttps://a.example/#retour=1a".to_owned(),
    };
    let subject =
        "mailto:claire@a.example%3Fbcc%3Db@c.example?subject=R%C3%A9ponse%20:%20l'%C3%A9t%C3%A9%20%26%20l'eau";
    let body = "&body=Oui,%20%C3%A0%209%20h%2030%20(ou%2010)%0D%0A%0D%0Ahttps:%2F%2Fa.example%2F%23retour%3D1a";
    assert_eq!(letter.address(), [subject, body].concat());
    let room = MAX_ADDRESS_CHARACTERS - letter.address().len();
    letter.body.push_str(&"x".repeat(room));
    assert!(letter.fits());
    letter.body.push('x');
    assert!(!letter.fits());
    assert_eq!(letter.blank_address(), subject);
}

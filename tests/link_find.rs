//! Finding a link in addresses and letters, whatever a mail program did to them.

use retour::estimate::Figures;
use retour::link;
use retour::proposal::{Answer, Proposal};

fn sealed() -> String {
    let context = "Une journée pour réunir ceux qui décident, ceux qui prescrivent et ceux qui en parlent.".to_owned();
    link::seal(&Proposal { title: "Une fête".to_owned(), context, ..Proposal::default() }, &Figures::default())
}

#[track_caller]
fn found(text: &str, sealed: &str, preselected: Option<Answer>) {
    let found = link::find(text).unwrap_or_else(|| panic!("nothing in {text:?}"));
    assert_eq!((found.sealed.as_str(), found.preselected), (sealed, preselected), "{text:?}");
    assert!(link::open(sealed).is_ok());
}

#[test]
fn it_is_found_in_addresses() {
    let sealed = sealed();
    for text in [
        format!("#retour={sealed}"),
        format!("retour={sealed}"),
        format!("#a=1&retour={sealed}"),
        format!("#retour={sealed}&b=2"),
        format!("https://a.example/p?retour=accueil#a=1&retour={sealed}"),
        format!("https://safe.example/?url=https%3A%2F%2Fa.example%2F%23retour%3D{sealed}&data=05"),
        format!("https://safe.example/?url=https%253A%252F%252Fa.example%252F%2523retour%253D{sealed}"),
        sealed.clone(),
    ] {
        found(&text, &sealed, None);
    }
}

#[test]
fn what_pages_call_alike_hides_no_link() {
    let sealed = sealed();
    let one = "https://site.example/login?lang=fr&retour=accueil";
    let others = "https://site.example/?retour=accueil ".repeat(20);
    let gateway = format!("https://gateway.example/?url=https%3A%2F%2Fa.example%2F%23retour%3D{sealed}&data=1");
    let escaped = [one, &others, &gateway].join(" ");
    found(&escaped, &sealed, None);
    // An answer in another address is not this link's.
    found(&format!("https://poll.example/?answer=no https://a.example/?retour={sealed}"), &sealed, None);
}

#[test]
fn it_is_found_in_letters() {
    let sealed = sealed();
    let (left, right) = sealed.split_at(sealed.len() / 2);
    let (first, second) = left.split_at(30);
    for text in [
        format!("Bonjour,\nvoici <https://a.example/#retour={sealed}>.\nClaire"),
        format!("(https://a.example/#retour={sealed})."),
        format!("« https://a.example/#retour={sealed} », etc."),
        format!("<a href=\"https://a.example/#retour={sealed}\">lire</a>"),
        format!("https://a.example/#retour={sealed}…"),
        format!("https://a.example/#retour={sealed}-"),
        format!("https://a.example/#retour={sealed}\nBonne journée"),
        format!("https://a.example/#retour={left}\r\n{right}\r\nBonne journée"),
        format!("https://a.example/#retour=\n{left}\n{right}\n\nBonne journée"),
        format!("> https://a.example/#retour={left}\n> {right}\n> Bonne journée"),
        format!(">> https://a.example/#retour={first}\n>> {second}\n>> {right}\n> Oui"),
        format!("https://a.example/#retour=3D{left}=\r\n{right}"),
        format!("https://a.example/#retour={left}%0D%0A{right}"),
        format!("https://a.example/#retour={left} {right}"),
        format!("https://a.example/#retour={left}\u{ad}{right}\u{feff}"),
        format!("{left}\n{right}"),
    ] {
        found(&text, &sealed, None);
    }
}

#[test]
fn an_answer_can_be_asked_for() {
    let sealed = sealed();
    for (text, answer) in [
        (format!("#retour={sealed}&answer=no"), Some(Answer::No)),
        (format!("#answer=yes&retour={sealed}"), Some(Answer::Yes)),
        (format!("#retour={sealed}&b=2&answer=letsTalk"), Some(Answer::LetsTalk)),
        (format!("https://a.example/#retour={sealed}&amp;answer=tooExpensive."), Some(Answer::TooExpensive)),
        (format!("https://a.example/?answer=yes#retour={sealed}"), None),
        (format!("#retour={sealed}&answer=maybe"), None),
        (format!("#retour={sealed}&answer="), None),
        (format!("#retour={sealed}\r\n&answer=no"), Some(Answer::No)),
        (format!("#retour={sealed}\n\nsay answer=no"), None),
    ] {
        found(&text, &sealed, answer);
    }
}

#[test]
fn a_cut_link_keeps_its_long_lines_and_not_the_letter() {
    let sealed = sealed();
    let cut = &sealed[..sealed.len() - 5];
    assert_eq!(link::find(&format!("#retour={cut}\nBonjour Samir")).unwrap().sealed, cut);
    let (left, right) = cut.split_at(40);
    assert_eq!(link::find(&format!("#retour={left}\n{right}\nBonjour Samir")).unwrap().sealed, cut);
    assert_eq!(link::find("#retour=").unwrap().sealed, "");
    assert_eq!(link::find("#retour=accueil").unwrap().sealed, "accueil");
}

#[test]
fn other_peoples_fragments_are_left_alone() {
    for text in
        ["", "#", "#contact", "#a=1&b=2", "#myretour=1abc", "?retour=1abc", "#10-idees", "1", "111111111111", "%", "%2"]
    {
        assert_eq!(link::find(text), None, "{text:?}");
    }
}

#[test]
fn long_texts_take_no_long_time() {
    for text in ["#retour=1", "#retour=1 ", "&retour=", "%23retour%3D", "é", "=\r\n", "%25"] {
        let text = text.repeat(1_000_000 / text.len());
        if let Some(found) = link::find(&text) {
            assert!(link::open(&found.sealed).is_err());
        }
    }
    let found = link::find(&format!("#retour=1{}", "Ab".repeat(500_000))).unwrap();
    assert!(matches!(link::open(&found.sealed), Err(link::OpenError::TooLong { .. })));
}

#[test]
fn a_qr_code_is_as_large_as_its_text() {
    let code = link::qr("https://a.example/#retour=1").unwrap();
    assert_eq!(code.size, 25);
    assert!(code.path.starts_with("M0 0h7v1h-7z"));
    assert!(code.path.bytes().all(|b| b"Mhvz- 0123456789".contains(&b)));
    assert_eq!(link::qr(&"a".repeat(1_273)).unwrap().size, 17 + 4 * 25);
    assert_eq!(link::qr(&"a".repeat(2_953)).unwrap().size, 177);
    assert_eq!(link::qr(&"a".repeat(2_954)), None);
}

#[test]
fn a_catalogue_estimate_fits_a_qr_code_of_version_25() {
    use retour::agency::read_agency;
    use retour::estimate::estimate;
    use retour::proposal::{Date, check};
    use retour::words::Language;
    for name in ["evenement", "market-research", "relations-presse"] {
        let file = std::fs::read_to_string(format!("{}/examples/{name}.json", env!("CARGO_MANIFEST_DIR"))).unwrap();
        for language in Language::ALL {
            let (agency, issues) = read_agency(&serde_json::from_str(&file).unwrap(), language);
            assert_eq!(issues, []);
            for goal in &agency.goals {
                let mut proposal = agency.proposal(Some(&goal.id), Date::parse("2026-11-21").unwrap());
                proposal.message.clear();
                proposal.lines[0].quantity += 7.0;
                proposal.horizon_months = 18;
                let checked = check(proposal).unwrap();
                let sealed = link::seal(checked.proposal(), &Figures::from(&estimate(&checked)));
                let address = format!("https://atelier-marchal.example/estimation#retour={sealed}");
                let code = link::qr(&address).unwrap();
                println!(
                    "{name} {} {language:?}: {} characters, version {}",
                    goal.id,
                    address.len(),
                    (code.size - 17) / 4
                );
                assert!(code.size <= 17 + 4 * 25, "{name} {}", goal.id);
            }
        }
    }
}

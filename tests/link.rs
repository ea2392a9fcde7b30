//! The sealed link: what goes in comes out, and whatever else is handed in is refused with a reason.

use retour::estimate::Figures;
use retour::link::{self, Opened, Refused};
use retour::proposal::{Answer, Proposal};

fn small() -> Proposal {
    Proposal { title: "Une fête".to_owned(), currency: "EUR".to_owned(), ..Proposal::default() }
}

#[track_caller]
fn proposal_of(sealed: &str) -> Proposal {
    match link::open(sealed) {
        Ok(Opened::Proposal { proposal, .. }) => proposal,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn found(text: &str, sealed: &str, preselected: Option<Answer>) {
    let found = link::find(text).unwrap_or_else(|| panic!("nothing in {text:?}"));
    assert_eq!(found.sealed, sealed, "{text:?}");
    assert_eq!(found.preselected, preselected, "{text:?}");
}

#[test]
fn a_proposal_comes_back() {
    assert_eq!(proposal_of(&link::seal(&small(), &Figures::default())), small());
}

#[test]
fn every_truncation_is_refused() {
    let sealed = link::seal(&small(), &Figures::default());
    for end in 0..sealed.len() {
        match link::open(&sealed[..end]) {
            Err(Refused::Empty) if end == 0 => {}
            Err(Refused::Cut { received, .. }) => assert_eq!(received, end),
            other => panic!("{end}: {other:?}"),
        }
    }
}

#[test]
fn mail_programs_do_not_defeat_it() {
    let sealed = link::seal(&small(), &Figures::default());
    let (left, right) = sealed.split_at(sealed.len() / 2);
    for text in [
        format!("#retour={sealed}"),
        format!("retour={sealed}"),
        sealed.clone(),
        format!("https://a.example/p?retour=accueil#a=1&retour={sealed}"),
        format!("Bonjour,\nvoici <https://a.example/#retour={sealed}>.\nClaire"),
        format!("(https://a.example/#retour={sealed})."),
        format!("https://a.example/#retour={sealed}, etc"),
        format!("https://a.example/#retour={left}\r\n{right}\r\nBonne journée"),
        format!("> https://a.example/#retour={left}\n> {right}\n> Bonne journée"),
        format!("https://a.example/#retour=3D{left}=\r\n{right}"),
        format!("https://a.example/#retour={left}%0D%0A{right}"),
        format!("https://a.example/#retour={left}\u{200b}{right}\u{feff}"),
        format!("https://safe.example/?url=https%3A%2F%2Fa.example%2F%23retour%3D{sealed}&data=05"),
        format!("{left} {right}"),
    ] {
        found(&text, &sealed, None);
    }
    found(&format!("#a=1&retour={sealed}&answer=no"), &sealed, Some(Answer::No));
    found(&format!("https://a.example/#retour={sealed}&amp;answer=tooExpensive."), &sealed, Some(Answer::TooExpensive));
    found(&format!("#answer=yes&retour={sealed}"), &sealed, Some(Answer::Yes));
    found(&format!("#retour={sealed}&answer=maybe"), &sealed, None);
}

#[test]
fn other_peoples_fragments_are_left_alone() {
    for text in ["", "#", "#contact", "#a=1&b=2", "#myretour=1abc", "?retour=1abc", "#10-idees", "1", "11111111111111"]
    {
        assert_eq!(link::find(text), None, "{text:?}");
    }
}

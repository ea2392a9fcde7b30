//! What the page shows for links that are cut or damaged, and for texts that are no links.

use crate::browser::Browser;
use crate::sent::{reference, sealed};
use crate::site::Site;
use crate::widget::Widget;
use retour::link;
use retour::proposal::{Answer, Date, Reply};
use serde_json::json;

/// Texts on the page of a reply.
const REPLY: &[&str] = &["Réponse de Samir Benali", "Non, trop cher", "Pas cette année."];
/// Texts on the page of a whole brief.
const WHOLE: &[&str] = &["Ce que nous avons compris", "Réussir la journée des prescripteurs"];
const CUT: &[&str] = &["Ce lien est incomplet", "Faire une estimation sans le brief"];
const CUT_WITH_HEAD: &[&str] = &[
    "Ce lien est incomplet",
    "Claire Marchal",
    "Samir Benali",
    "lundi 28\u{a0}juin 2027",
    "jusqu’au samedi 31\u{a0}juillet 2027",
    "Demander à Claire Marchal de le renvoyer",
    "Faire une estimation sans le brief",
];
const DAMAGED: &[&str] = &["Ce lien est abîmé", "Faire une estimation sans le brief"];
const DAMAGED_WITH_HEAD: &[&str] = &["Ce lien est abîmé", "Claire Marchal", "Demander à Claire Marchal de le renvoyer"];
const NEWER: &[&str] = &["Ce lien est plus récent que cette page"];
const NO_LINK: &[&str] = &["Ce n’est pas un lien de Retour", "Faire une estimation sans le brief"];
const ESTIMATOR: &[&str] = &["Estimez votre projet"];

/// Names, the text after the `#`, and texts that the page then shows.
fn fragments(sealed: &str) -> Vec<(&'static str, String, &'static [&'static str])> {
    let changed = |at: usize| {
        let other = if &sealed[at..=at] == "A" { "B" } else { "A" };
        [&sealed[..at], other, &sealed[at + 1..]].concat()
    };
    let cut = |end: usize| format!("retour={}", &sealed[..end]);
    let (middle, end) = (sealed.len() / 2, sealed.len());
    vec![
        ("empty", "retour=".to_owned(), NO_LINK),
        ("cut-after-its-mark", cut(1), CUT),
        ("cut-near-the-start", cut(40), CUT),
        ("cut-in-the-middle", cut(middle), CUT_WITH_HEAD),
        ("cut-near-its-end", cut(end - 3), CUT_WITH_HEAD),
        ("cut-by-one", cut(end - 1), CUT_WITH_HEAD),
        ("changed-mark", format!("retour=x{}", &sealed[1..]), NO_LINK),
        ("changed-checksum", format!("retour={}", changed(6)), DAMAGED_WITH_HEAD),
        ("changed-head", format!("retour={}", changed(30)), DAMAGED),
        ("changed-middle", format!("retour={}", changed(middle)), DAMAGED_WITH_HEAD),
        ("changed-end", format!("retour={}", changed(end - 1)), DAMAGED_WITH_HEAD),
        ("random", "retour=Zk3mQ8vB_x-27dJhP0aTnWcYrL5sUoEi".to_owned(), NO_LINK),
        ("random-behind-the-mark", "retour=1AB9k3mQ8vB_x-27dJhP0aTnWcYrL5sUoEi".to_owned(), CUT),
        ("somebody-elses", "a=1&b=2".to_owned(), ESTIMATOR),
        ("an-anchor", "contact".to_owned(), ESTIMATOR),
        ("among-others", format!("a=1&retour={sealed}&b=2"), WHOLE),
        ("newer-version", format!("retour=2{}", &sealed[1..]), NEWER),
        ("a-million-characters", format!("retour=1{}", "AbCdEfGhIj".repeat(100_000)), NO_LINK),
        ("a-million-digits", format!("retour={}", "1".repeat(1_000_000)), NO_LINK),
        ("broken-line", format!("retour={}%0D%0A{}", &sealed[..middle], &sealed[middle..]), WHOLE),
        ("broken-line-lost", cut(76), CUT),
        ("punctuation", format!("retour={sealed})."), WHOLE),
        ("closing-quote", format!("retour={sealed}%C2%A0%C2%BB"), WHOLE),
        ("escaped", format!("retour%3D{}", sealed.replace('-', "%2D").replace('_', "%5F")), WHOLE),
        ("escaped-characters", format!("retour={}", sealed.replace('-', "%2D").replace('_', "%5F")), WHOLE),
        ("angle-brackets", format!("retour={sealed}>"), WHOLE),
        ("a-reply", format!("retour={}", reply()), REPLY),
    ]
}

/// Names, the text pasted into the field for the whole link, and texts that the page then shows.
fn letters(sealed: &str) -> Vec<(&'static str, String, &'static [&'static str])> {
    let (left, right) = sealed.split_at(sealed.len() / 2);
    vec![
        ("nothing", String::new(), NO_LINK),
        ("a letter without a link", "Bonjour, voici le brief.\nClaire".to_owned(), NO_LINK),
        ("half a character", "\u{fffd}".to_owned(), NO_LINK),
        ("in brackets", format!("Bonjour,\nvoici <https://a.example/#retour={sealed}>.\nClaire"), WHOLE),
        ("two lines", format!("https://a.example/#retour={left}\r\n{right}\r\nBonne journée"), WHOLE),
        ("quoted", format!("> https://a.example/#retour={left}\n> {right}\n> Bonne journée"), WHOLE),
        ("quoted-printable", format!("https://a.example/#retour=3D{left}=\r\n{right}"), WHOLE),
        ("without its address", sealed.to_owned(), WHOLE),
        ("a reply", format!("https://a.example/#retour={}", reply()), REPLY),
    ]
}

#[test]
fn what_stands_in_the_address_opens_or_says_why_not() {
    let (site, browser) = (Site::plain(), Browser::new());
    for (name, fragment, said) in fragments(&sealed(&reference())) {
        browser.open(&site.url(&format!("/?lang=fr&{name}#{fragment}")));
        says(&browser.widget(0), name, said);
        if ["cut-near-the-start", "cut-in-the-middle", "changed-head", "newer-version", "empty"].contains(&name) {
            browser.screenshot(&format!("link-{name}"));
        }
    }
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn what_is_pasted_opens_or_says_why_not() {
    let (site, browser) = (Site::plain(), Browser::new());
    let paste = "const area = widget.shadowRoot.querySelector('textarea');
        area.value = input;
        area.form.requestSubmit();";
    for (name, letter, said) in letters(&sealed(&reference())) {
        browser.open(&site.url(&format!("/?lang=fr&{}#retour=1", name.replace(' ', "-"))));
        let widget = browser.widget(0);
        widget.until_text(CUT[0]);
        widget.eval(paste, json!(letter));
        says(&widget, name, said);
    }
}

#[test]
fn back_and_forth_and_a_pasted_fragment_follow_the_address() {
    let (site, browser) = (Site::plain(), Browser::new());
    let [first, second] = ["Premier brief", "Second brief"].map(|title| {
        let mut proposal = reference();
        title.clone_into(&mut proposal.title);
        sealed(&proposal)
    });
    browser.open(&site.url(&format!("/?lang=fr#retour={first}")));
    let widget = browser.widget(0);
    widget.until_text("Premier brief");
    widget.eval("location.hash = `retour=${input}`;", json!(second));
    widget.until_text("Second brief");
    widget.eval("history.back();", json!(null));
    widget.until_text("Premier brief");
    widget.eval("history.forward();", json!(null));
    widget.until_text("Second brief");
    widget.eval("location.hash = 'retour=1';", json!(null));
    widget.until_text(CUT[0]);
    widget.role("button", "Faire une estimation sans le brief").click();
    widget.until_text(ESTIMATOR[0]);
}

#[test]
fn what_is_hostile_in_a_proposal_stays_text() {
    let (site, browser) = (Site::plain(), Browser::new());
    let mut proposal = reference();
    let markup = "<img src=x onerror=document.title=1>";
    proposal.title = markup.to_owned();
    proposal.message = "</p></div><script>document.title=1</script>&lt;{{7*7}}${7*7}".to_owned();
    proposal.from.name = "\u{202e}erialC مرحبا שלום".to_owned();
    proposal.from.email = "javascript:document.title=1//?bcc=a@b.example&body=\"><img>".to_owned();
    proposal.lines[0].label = "=cmd|' /C calc'!A0".to_owned();
    proposal.factors[0].label = "@SUM(1+1)*1\t-2+3".to_owned();
    proposal.terms = "👩🏽‍🚀 \u{0}\u{fffd}\u{feff}\u{2028}".to_owned();
    let sealed = sealed(&proposal);
    let strangers = "return [document.title === '1',
        all('img, script, iframe, object, a[href^=\"javascript:\" i]', widget.shadowRoot).length];";
    browser.open(&site.url(&format!("/?lang=fr#retour={sealed}")));
    let widget = browser.widget(0);
    for text in [markup, "<script>document.title=1</script>&lt;{{7*7}}${7*7}", "مرحبا שלום", "=cmd|", "@SUM(1+1)*1"]
    {
        widget.until_text(text);
    }
    assert_eq!(widget.eval(strangers, json!(null)), json!([false, 0]));
    browser.screenshot("link-hostile");
    widget.role("button", "Ajuster l’estimation").click();
    widget.until_text("=cmd|");
    assert_eq!(widget.eval(strangers, json!(null)), json!([false, 0]));

    browser.open(&site.url(&format!("/?lang=fr&cut#retour={}", &sealed[..sealed.len() - 9])));
    let widget = browser.widget(0);
    widget.until_text("Ce lien est incomplet");
    assert_eq!(widget.eval(strangers, json!(null)), json!([false, 0]));
    let letter = widget.eval("return all('.ways a', widget.shadowRoot)[0].href;", json!(null));
    let escaped = "mailto:javascript%3Adocument.title%3D1%2F%2F%3Fbcc%3Da@b.example%26body%3D%22%3E%3Cimg%3E";
    assert_eq!(letter, escaped);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn half_a_character_in_a_field_is_no_number() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/?lang=fr"));
    let widget = browser.widget(0);
    let typed =
        "input.value = '\\ud83d'; input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
    widget.row_field().eval(typed);
    widget.until_text("Ce n’est pas un nombre");
    widget.row_field().fill("3");
    browser.until("!widgets()[0].shadowRoot.querySelector('[aria-invalid]')", json!(null));
}

/// A sealed reply to the reference proposal.
fn reply() -> String {
    let proposal = reference();
    let (answer, digest) = (Answer::TooExpensive, link::digest(&proposal));
    let on = Date::parse("2027-06-16").unwrap();
    let comment = "Pas cette année.".to_owned();
    let reply = Reply { answer, comment, name: "Samir Benali".to_owned(), on, proposal: digest, ..Reply::default() };
    link::seal_reply(&proposal, &crate::sent::figures(&proposal), &reply)
}

#[track_caller]
fn says(widget: &Widget, name: &str, said: &[&str]) {
    println!("{name}: {}", said.join(" / "));
    for text in said {
        widget.until_text(text);
    }
}

#[test]
fn a_signature_that_cannot_be_verified_is_said() {
    const NOTE: &str = "une signature que cette page ne sait pas vérifier";
    let (site, browser) = (Site::plain(), Browser::new());
    let signed = include_str!("../links/v1/signed.link").trim();
    browser.open(&site.url(&format!("/?lang=fr#retour={signed}")));
    browser.widget(0).until_text(NOTE);
    let plain = include_str!("../links/v1/evenement.link").trim();
    let opened = "await widget.open(input); return widget.shadowRoot.querySelector('.retour').innerText;";
    let text = browser.widget(0).eval(opened, json!(plain));
    assert!(text.as_str().is_some_and(|text| !text.contains(NOTE)));
}

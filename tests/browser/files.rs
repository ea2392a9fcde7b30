//! Files that are read at the desk: in the encodings that programs save, and refused beside the button that asked.

use crate::browser::Browser;
use crate::site::Site;
use crate::widget::Widget;
use serde_json::json;

const TITLE: &str = "L’été à Évry – 1 200 €";

fn choose(browser: &Browser, widget: &Widget, button: &str, bytes: &[u8]) {
    browser.run("document.documentElement.dataset.bytes = input;", json!(format!("{bytes:?}")));
    widget.eval(
        "const button = [...widget.shadowRoot.querySelectorAll('button')].find((it) => it.textContent.startsWith(input));
         for (let it = button; it; it = it.parentElement) if (it.localName === 'details') it.open = true;
         button.click();",
        json!(button),
    );
}

/// A text in Windows-1252, as far as this test needs it.
fn windows(text: &str) -> Vec<u8> {
    let byte = |sign: char| match sign {
        '’' => 0x92,
        '–' => 0x96,
        '€' => 0x80,
        sign => u8::try_from(u32::from(sign)).unwrap_or(b'?'),
    };
    text.chars().map(byte).collect()
}

#[test]
fn a_file_is_read_in_the_encodings_that_programs_save() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/files.html"));
    let widget = browser.widget(0);
    widget.until_text("Préparer un envoi");
    let wide = |text: &str, swap: bool| -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    for (name, encode) in [
        ("UTF-8", Box::new(|text: &str| text.as_bytes().to_vec()) as Box<dyn Fn(&str) -> Vec<u8>>),
        ("UTF-8 with a mark", Box::new(|text: &str| ["\u{feff}", text].concat().into_bytes())),
        ("UTF-16", Box::new(move |text: &str| wide(&["\u{feff}", text].concat(), false))),
        ("UTF-16, big end first", Box::new(move |text: &str| wide(&["\u{feff}", text].concat(), true))),
        ("UTF-16 without a mark", Box::new(move |text: &str| wide(text, false))),
        ("Windows-1252", Box::new(windows)),
    ] {
        let mut proposal = widget.proposal();
        proposal["title"] = json!(format!("{TITLE} {name}"));
        choose(&browser, &widget, "Ouvrir un fichier", &encode(&proposal.to_string()));
        browser.until("widgets()[0].proposal().title === input", proposal["title"].clone());
    }
}

#[test]
fn a_file_is_refused_beside_the_button_that_asked_for_it() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/files.html"));
    let widget = browser.widget(0);
    widget.until_text("Préparer un envoi");
    choose(&browser, &widget, "Reprendre une liste", b"nom;prix\r\nfilm;6400\r\n");
    let alert = "[...widgets()[0].shadowRoot.querySelectorAll('.sent [role=alert]')]
        .find((it) => it.textContent.includes('pas une liste') && it.checkVisibility())";
    browser.until(alert, json!(null));
    let near = "const alert = [...widget.shadowRoot.querySelectorAll('.sent [role=alert]')].find((it) => it.textContent.includes('pas une liste'));
        const button = [...widget.shadowRoot.querySelectorAll('button')].find((it) => it.textContent.startsWith('Reprendre une liste'));
        return Math.abs(alert.getBoundingClientRect().top - button.getBoundingClientRect().bottom);";
    assert!(widget.eval(near, json!(null)).as_f64().is_some_and(|far| far < 100.0));
    // What was composed is as it was.
    assert!(widget.proposal()["title"].as_str().is_some_and(|title| !title.is_empty()));
}

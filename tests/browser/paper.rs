//! The brief on paper, and in the other forms that it can be taken away in.

use crate::browser::Browser;
use crate::engine::Engine;
use crate::site::Site;
use serde_json::json;
use std::fs;
use std::process::Command;

/// The text of each page of a PDF, as poppler reads it.
fn pages(name: &str, pdf: &[u8]) -> Vec<String> {
    let text = read(name, pdf, "-layout");
    text.split('\u{c}')
        .map(|page| plain(page).split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|page| !page.is_empty())
        .collect()
}

/// A PDF as poppler writes it with this option; it is kept in `target/screenshots/<name>.pdf`.
fn read(name: &str, pdf: &[u8], option: &str) -> String {
    let folder = xtask::root().join("target/screenshots");
    let file = folder.join(format!("{name}.pdf"));
    fs::create_dir_all(&folder).and_then(|()| fs::write(&file, pdf)).unwrap();
    let said = Command::new("pdftotext").args([option, "-enc", "UTF-8"]).arg(&file).arg("-").output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8(said.stdout).unwrap()
}

/// A word on paper: its page's width and height, and its left, upper, right and lower edges, in points.
#[derive(Debug)]
pub struct Word {
    pub text: String,
    pub page: [f64; 2],
    pub edges: [f64; 4],
}

/// The words of a PDF with their places, as poppler reads them.
pub fn print(name: &str, pdf: &[u8]) -> Vec<Word> {
    let text = read(name, pdf, "-bbox");
    let numbers = |line: &str| -> Vec<f64> { line.split('"').filter_map(|part| part.parse().ok()).collect() };
    let mut page = [0.0; 2];
    let mut words = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.starts_with("<page ") {
            page = numbers(line).try_into().unwrap();
        } else if let Some((place, word)) = line.strip_prefix("<word ").and_then(|line| line.split_once('>')) {
            let word = word.trim_end_matches("</word>").replace("&lt;", "<").replace("&gt;", ">");
            let text = plain(&word.replace("&quot;", "\"").replace("&amp;", "&"));
            words.push(Word { text, page, edges: numbers(place).try_into().unwrap() });
        }
    }
    assert!(!words.is_empty(), "{text}");
    words
}

/// A text without ligatures and special spaces, which typesetting adds.
pub fn plain(text: &str) -> String {
    const SET: [(&str, &str); 7] =
        [("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("\u{202f}", " "), ("\u{a0}", " ")];
    SET.iter().fold(text.to_owned(), |text, (set, written)| text.replace(set, written))
}

#[test]
fn an_opened_brief_is_three_pages_with_a_reply_slip_and_no_chrome() {
    let engine = Engine::chosen();
    if !engine.offers_paper("the brief's pages, what stands on them and what does not") {
        return;
    }
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let link = browser.widget(0).eval("return widget.link();", json!(null));
    browser.open("about:blank");
    browser.open(link.as_str().unwrap());
    browser.widget(0).until_text("Ce que nous avons compris");
    let pages = pages("brief", &browser.pdf());
    assert_eq!(pages.len(), 3, "{pages:#?}");
    let all = pages.join(" ");
    for said in [
        "Réussir la journée des prescripteurs",
        "Ce que nous avons compris",
        "Ce qui se fait, ce qui se pense",
        "Honoraires",
        "Ce que cela peut rapporter",
        "Dans 18 futurs sur 20",
        "Sur quoi cela repose",
        "hypothèse de l’agence, non vérifié",
        "Nos engagements",
        "Ce qui nous échappe",
        "Et sans nous ?",
        "Atelier Marchal est une agence imaginaire",
        "Coupon-réponse",
        "claire@atelier-marchal.example",
    ] {
        assert!(all.contains(&plain(said)), "{said} is missing in {all}");
    }
    if engine.offers_page_margins("that every page has its number") {
        for (number, page) in pages.iter().enumerate() {
            assert!(page.replace(' ', "").ends_with(&format!("{}/3", number + 1)), "{page}");
        }
    }
    for chrome in ["Imprimer", "Copier le lien", "Ajuster", "English", "Emporter"] {
        assert!(!all.contains(chrome), "{chrome} is printed");
    }
    // What belongs together is on one page.
    let page_of = |said: &str| pages.iter().position(|page| page.contains(said));
    assert_eq!(page_of("Coupon-réponse"), page_of("claire@atelier-marchal.example"));
    assert_eq!(page_of("Honoraires"), page_of("Total TTC"));
}

#[test]
fn an_embedded_widget_prints_its_brief_alone() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    widget.role("button", "Créer le brief").click();
    widget.until_text("Ce que nous avons compris");
    // The printed document is removed after printing; this keeps it for a look.
    browser.run("HTMLIFrameElement.prototype.remove = () => {};", json!(null));
    widget.role("button", "Imprimer").click();
    let printed = browser.until("[...document.querySelectorAll('iframe')].map((it) => it.contentDocument).find((it) => it?.querySelector('.doc'))?.body.textContent", json!(null));
    let printed = printed.as_str().unwrap();
    assert!(printed.contains("Et sans nous") && !printed.contains("Notre agence"), "{printed}");
}

#[test]
fn the_brief_is_taken_away_in_other_forms() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let link = browser.widget(0).eval("return widget.link();", json!(null));
    browser.open("about:blank");
    browser.open(link.as_str().unwrap());
    let widget = browser.widget(0);
    widget.eval(
        "window.copied = []; window.saved = [];
         Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => copied.push(text) } });
         const real = URL.createObjectURL;
         URL.createObjectURL = (blob) => (blob.text().then((text) => saved.push(text)), real(blob));
         HTMLAnchorElement.prototype.click = () => {};",
        json!(null),
    );
    widget.role("button", "Emporter").click();
    widget.role("button", "Copier en texte").click();
    widget.until_text("Copié.");
    widget.role("button", "Copier en Markdown").click();
    browser.until("copied.length === 2", json!(null));
    let copied = browser.run("return copied;", json!(null));
    let (text, markdown) = (copied[0].as_str().unwrap(), copied[1].as_str().unwrap());
    assert!(text.contains("Ce que nous avons compris") && !text.contains("**"), "{text}");
    assert!(markdown.contains("# Réussir la journée") && markdown.contains("| --- |"), "{markdown}");
    widget.role("button", "Date de réponse").click();
    browser.until("saved.length === 1", json!(null));
    widget.role("button", "Données").click();
    browser.until("saved.length === 2", json!(null));
    let saved = browser.run("return saved;", json!(null));
    let calendar = saved[0].as_str().unwrap();
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.contains("BEGIN:VEVENT\r\n"), "{calendar}");
    let proposal: serde_json::Value = serde_json::from_str(saved[1].as_str().unwrap()).unwrap();
    assert_eq!(proposal, widget.proposal());
}

#[test]
fn a_page_that_is_printed_shows_no_focus_ring() {
    if !Engine::chosen().offers_paper_styles("that a page printed with Ctrl+P shows no focus ring") {
        return;
    }
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    widget.find("[aria-label^='Quantité\u{a0}: ']").fill("60");
    let ring = "return getComputedStyle(widget.shadowRoot.activeElement).outlineStyle;";
    assert_eq!(widget.eval(ring, json!(null)), "solid");
    browser.style_for_paper();
    assert_eq!(widget.eval(ring, json!(null)), "none");
}

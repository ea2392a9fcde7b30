//! The first light: a prospect estimates the event, makes a brief of it and sends it.

use crate::browser::Browser;
use crate::site::Site;
use serde_json::json;

/// The price of the reference's event, without and with tax, as French sets it.
const PRICE: &str = "36\u{202f}650\u{a0}€";

#[test]
fn a_prospect_changes_the_proposal_and_the_figures_follow() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/?lang=fr"));
    let widget = browser.widget(0);
    widget.until_text(PRICE);
    widget.until_text("43\u{202f}980\u{a0}€");

    widget.role("textbox", "Quantité : Journée presse et prescripteurs").fill("60");
    widget.until_text("34\u{202f}450\u{a0}€");
    widget.role("checkbox", "Film de trois minutes").click();
    widget.until_text("26\u{202f}700\u{a0}€");

    let futures = "return widget.proposal().factors[0].value.pert;";
    let numbers = "widgets()[0].shadowRoot.querySelectorAll('.driver')[0].querySelectorAll('input')[input]";
    for (at, text) in ["20", "31,5", "50"].iter().enumerate() {
        browser.element(numbers, json!(at)).fill(text);
    }
    assert_eq!(widget.eval(futures, json!(null)), json!([20, 31.5, 50]));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn a_brief_opens_in_another_browser_with_the_same_figures() {
    let (site, sender, reader) = (Site::plain(), Browser::new(), Browser::new());
    sender.open(&site.url("/?lang=fr"));
    let widget = sender.widget(0);
    widget.role("textbox", "Quantité : Journée presse et prescripteurs").fill("72");
    widget.role("button", "Créer le brief").click();
    let link = widget.eval("return await widget.link();", json!(null));
    let link = link.as_str().expect("a link");
    assert!(link.starts_with(&site.url("/#retour=")), "{link}");
    sender.screenshot("brief-1200");

    reader.open(link);
    let opened = reader.widget(0);
    opened.until_text("Journée presse et prescripteurs");
    let figures = "const { load } = await import('/retour.js');
        return (await load()).estimate(widget.proposal());";
    assert_eq!(opened.eval(figures, json!(null)), widget.eval(figures, json!(null)));
    // Only the way to the estimator is called differently for who made the brief and for who reads it.
    let said = widget.text().replace("Revenir à l’estimation", "Ajuster l’estimation");
    assert_eq!(opened.text(), said);
    reader.resize(390, 844);
    reader.screenshot("brief-390");
}

#[test]
fn in_english_numbers_are_english() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/?lang=en"));
    let widget = browser.widget(0);
    widget.until_text("Estimate your project");
    widget.until_text("€36,650");
    widget.role("button", "Français").click();
    widget.until_text(PRICE);
    browser.resize(390, 844);
    browser.screenshot("estimator-390");
}

#[test]
fn both_ways_to_write_a_number_are_understood() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/?lang=fr"));
    let widget = browser.widget(0);
    let field = widget.role("textbox", "Quantité : Journée presse et prescripteurs");
    for text in ["1 200,50", "1200.50"] {
        field.fill(text);
        assert_eq!(field.value(), text);
        assert_eq!(widget.eval("return widget.proposal().lines[0].quantity;", json!(null)), 1200.5);
    }
}

#[test]
fn the_fragment_follows_where_the_page_asks_for_it() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    widget.row_field().type_text("1");
    browser.until("/^#retour=./.test(location.hash)", json!(null));
    let title = widget.eval("return widget.proposal().lines[1].quantity;", json!(null));
    browser.open(&browser.address());
    assert_eq!(browser.widget(0).eval("return widget.proposal().lines[1].quantity;", json!(null)), title);
}

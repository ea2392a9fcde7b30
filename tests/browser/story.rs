//! The story: a prospect estimates, makes a brief, and somebody else opens its link.

use crate::browser::Browser;
use crate::site::Site;
use crate::widget::Widget;
use serde_json::{Value, json};

/// Copies the link; returns the detail of the event that the page gets.
const COPIED: &str = "
    const shared = new Promise((done) => widget.addEventListener('retour-share', (e) => done(e.detail), { once: true }));
    widget.shadowRoot.querySelector('.copy-link').click();
    return shared;";

#[test]
fn the_first_estimate_shows_the_reference_figures() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    let expected: Value = serde_json::from_str(include_str!("../reference/evenement.expected.json")).unwrap();
    let text = widget.text();
    for said in ["36\u{202f}655\u{a0}€ HT", "43\u{202f}986\u{a0}€ TTC, TVA 20\u{a0}% comprise", "Dans 18 futurs sur 20"]
    {
        assert!(text.contains(said), "{said} is missing in: {text}");
    }
    let cells = widget.eval(
        "return [...widget.shadowRoot.querySelectorAll('.range tbody tr:first-child td')].map((cell) => cell.innerText);",
        json!(null),
    );
    let reference = ["p10", "p50", "p90"].map(|quantile| expected["value"][quantile].as_f64().unwrap());
    // One per cent of the width for the draws, half a step for the rounding to the thousand.
    let tolerance = (reference[2] - reference[0]) / 100.0 + 500.0;
    for (cell, figure) in cells.as_array().unwrap().iter().zip(reference) {
        let digits: String = cell.as_str().unwrap().chars().filter(char::is_ascii_digit).collect();
        let shown: f64 = digits.parse().unwrap();
        assert!(shown % 1000.0 == 0.0 && (shown - figure).abs() <= tolerance, "{cell}: {figure}");
    }
    assert_eq!(widget.eval("return dots(widget).length;", json!(null)), 18);
    browser.resize(1200, 900);
    browser.screenshot("story-1200");
    browser.resize(390, 844);
    browser.screenshot("story-390");
}

#[test]
fn every_change_moves_the_figures() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    widget.find("[aria-label^='Quantité\u{a0}: Journée']").fill("60");
    widget.until_text("34\u{202f}455\u{a0}€ HT");
    widget.role("checkbox", "Film de trois minutes, en option").click();
    widget.until_text("26\u{202f}705\u{a0}€ HT");
    assert_eq!(widget.proposal()["lines"][2]["included"], false);

    let before = futures(&widget);
    type_three(&widget, "Devis signés", ["5", "10", "15"]);
    browser.until("String(dots(widgets()[0])) !== String(input)", before);
    assert_eq!(widget.proposal()["factors"][7]["value"]["pert"], json!([0.05, 0.1, 0.15]));
    widget.until_text("Modifié par vous. L’agence proposait 15\u{a0}% – 25\u{a0}% – 35\u{a0}%.");
    widget.role("button", "Rétablir").click();
    browser.until("!widgets()[0].shadowRoot.querySelector('.changed')", json!(null));

    browser.press_with_ctrl("z");
    widget.until_text("Modifié par vous.");
    assert_eq!(widget.proposal()["factors"][7]["value"]["pert"], json!([0.05, 0.1, 0.15]));
    browser.press_with_ctrl("y");
    browser.until("!widgets()[0].shadowRoot.querySelector('.changed')", json!(null));
}

#[test]
fn what_cannot_be_computed_keeps_the_last_figures_and_says_why() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    let field = widget.find("[aria-label^='Quantité\u{a0}: Journée']");
    field.fill("beaucoup");
    widget.until_text("Ce n’est pas un nombre");
    widget.until_text("36\u{202f}655\u{a0}€ HT");
    browser.press("\u{e004}");
    assert_eq!(field.value(), "beaucoup", "what was typed is never lost");
    field.fill("1\u{a0}200,50");
    widget.until_text("159\u{202f}905\u{a0}€ HT");
    assert_eq!(widget.proposal()["lines"][0]["quantity"], 1200.5);
    field.fill("1200.50");
    browser.press("\u{e004}");
    assert_eq!(field.value(), "1\u{202f}200,5", "tidied once it is left");

    type_three(&widget, "Devis signés", ["40", "25", "35"]);
    widget.until_text("Le résultat garde les nombres d’avant jusqu’à correction.");
    // While 40 was typed the field held 4, which could be computed.
    assert_eq!(widget.proposal()["factors"][7]["value"]["pert"], json!([0.04, 0.25, 0.35]));
}

#[test]
fn a_link_opens_elsewhere_with_the_same_brief_to_the_last_digit() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    widget.find("[aria-label^='Quantité\u{a0}: Journée']").fill("64");
    widget.until_text("34\u{202f}895\u{a0}€ HT");
    let estimate = widget.eval(COMPUTED, json!(null));
    widget.role("button", "Créer le brief").click();
    widget.until_text("Ce que nous avons compris");
    let (brief, proposal) = (widget.find(".doc").text(), widget.proposal());
    let link = widget.eval(COPIED, json!(null))["link"].as_str().unwrap().to_owned();
    assert!(link.contains("#retour="), "{link}");
    browser.screenshot("story-brief");

    let elsewhere = Browser::new();
    elsewhere.open(&link);
    let opened = elsewhere.widget(0);
    opened.until_text("Ce que nous avons compris");
    assert_eq!(opened.find(".doc").text(), brief);
    assert_eq!(opened.proposal(), proposal);
    assert_eq!(opened.eval(COMPUTED, json!(null)), estimate);
    let sealed = link.split_once("#retour=").unwrap().1;
    let figures = opened.eval(
        "const { load } = await import('/retour.js'); return (await (await load()).open(input)).figures;",
        json!(sealed),
    );
    for part in ["cost", "value", "probabilityOfPayback", "futures", "payback", "holders"] {
        assert_eq!(figures[part], estimate[part], "{part}");
    }
}

#[test]
fn english_reads_as_well_as_french() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/?lang=en"));
    let widget = browser.widget(0);
    widget.until_text("€36,655 excl. VAT");
    widget.until_text("In 18 futures out of 20 the project repays its cost.");
    widget.find("[aria-label^='Quantity: ']").fill("60");
    widget.until_text("€34,455 excl. VAT");
    widget.role("button", "Français").click();
    widget.until_text("34\u{202f}455\u{a0}€ HT");
    widget.role("button", "English").click();
    widget.until_text("€34,455 excl. VAT");
}

#[test]
fn a_broken_link_says_what_it_still_knows_and_keeps_the_text() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let link = browser.widget(0).eval(COPIED, json!(null))["link"].as_str().unwrap().to_owned();
    let cut = &link[..link.len() - 200];
    let elsewhere = Browser::new();
    elsewhere.open(cut);
    let opened = elsewhere.widget(0);
    opened.until_text("Ce lien est incomplet");
    opened.until_text("Claire Marchal");
    let sealed = cut.split_once("#retour=").unwrap().1;
    assert!(opened.find("textarea").value().ends_with(sealed));
    opened.find("textarea").fill(&link);
    // A drawing in the meantime, as when a chunk arrives, keeps what was typed.
    opened.eval("widget.address = 'https://agence.example/devis'; return widget.address", json!(null));
    assert_eq!(opened.find("textarea").value(), link);
    opened.role("button", "Rouvrir").click();
    opened.until_text("Ce que nous avons compris");
}

/// The estimate of the widget's proposal, by the module's own function.
const COMPUTED: &str =
    "const { load } = await import('/retour.js'); return (await load()).estimate(widget.proposal());";

/// The positions of the dots.
#[track_caller]
fn futures(widget: &Widget) -> Value {
    widget.eval("return dots(widget);", json!(null))
}

/// Types a factor's three numbers.
#[track_caller]
fn type_three(widget: &Widget, factor: &str, numbers: [&str; 3]) {
    for (i, number) in numbers.iter().enumerate() {
        widget.field_of(factor, i).fill(number);
    }
}

//! The sender's desk: a consultant prepares a brief, closes what is not to be discussed, and sends its link.

use crate::browser::Browser;
use crate::site::Site;
use crate::widget::Widget;
use serde_json::json;

const DESK: &str = "/?mode=compose";

/// Types into a labelled field, and leaves it.
fn fill(widget: &Widget, name: &str, text: &str) {
    let field = widget.role("textbox", name);
    field.fill(text);
    field.eval("input.blur();");
}

/// Sets a day, whatever format the browser's language has for typing it.
fn set_day(widget: &Widget, name: &str, day: &str) {
    widget.role("textbox", name).eval(&format!(
        "input.value = '{day}'; input.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}));"
    ));
}

/// Chooses an option of a menu in the row that a selector finds.
fn choose(widget: &Widget, row: &str, menu: usize, option: usize) {
    widget.eval(
        "const menu = widget.shadowRoot.querySelectorAll(`${input[0]} select`)[input[1]];
         menu.selectedIndex = input[2];
         menu.dispatchEvent(new Event('change', { bubbles: true, composed: true }));",
        json!([row, menu, option]),
    );
}

/// Copies the link; returns the address in the event that the page gets.
fn copied(widget: &Widget) -> String {
    let link = widget.eval(
        "const shared = new Promise((done) => widget.addEventListener('retour-share', (e) => done(e.detail.link), { once: true }));
         widget.shadowRoot.querySelector('.copy-link').click();
         return shared;",
        json!(null),
    );
    link.as_str().unwrap().to_owned()
}

#[test]
fn a_brief_is_prepared_sent_and_opened_with_what_was_closed() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.resize(1200, 900);
    browser.open(&site.url(DESK));
    let widget = browser.widget(0);
    widget.until_text("Préparer un envoi");
    widget.until_text("Aucun envoi pour l’instant");
    fill(&widget, "Nom", "Hélène Morvan");
    fill(&widget, "Organisation", "Les Charpentes du Léon");
    fill(&widget, "Message", "Répondez-moi d’un mot, même si c’est non.");
    set_day(&widget, "Répondre avant le", "2099-03-27");
    for group in ["Prix et tarifs journaliers", "Autres hypothèses"] {
        widget.role("checkbox", group).click();
    }
    widget.role("textbox", "Ce qui se fait").fill("Une journée sous charpente");
    widget.role("textbox", "Prix de l’unité HT").fill("125");
    widget.until_text("37\u{202f}855\u{a0}€ HT");

    widget.role("button", "Ajouter un facteur").click();
    browser.until("focused()?.closest('.factor:nth-last-child(2)')", json!(null));
    let factor = ".factor:nth-last-child(2)";
    widget.find(&format!("{factor} summary")).click();
    widget.find(&format!("{factor} .handles input")).fill("Contrats d’entretien");
    choose(&widget, factor, 0, 1);
    widget.find(&format!("{factor} .three .fill")).fill("3");
    widget.role("button", "Ajouter un bénéfice").click();
    let benefit = ".benefit:last-child";
    widget.find(&format!("{benefit} summary")).click();
    widget.find(&format!("{benefit} .fields input")).fill("Entretiens obtenus");
    let ticks = widget.proposal()["factors"].as_array().unwrap().len();
    widget.find(&format!("{benefit} .ticks-list:nth-of-type(1) label:nth-of-type({ticks}) input")).click();
    widget.find(&format!("{benefit} .ticks-list:nth-of-type(1) label:nth-of-type(1) input")).click();

    let composed = widget.proposal();
    assert_eq!(composed["to"], json!({"name": "Hélène Morvan", "organisation": "Les Charpentes du Léon"}));
    assert_eq!(composed["locks"], json!(["rates", "otherFactors"]));
    assert_eq!(composed["lines"][0]["label"], "Une journée sous charpente");
    assert_eq!(composed["lines"][0]["unitPrice"], 125);
    let (factor, benefit) = (composed["factors"].as_array().unwrap(), composed["benefits"].as_array().unwrap());
    let (factor, benefit) = (factor.last().unwrap(), benefit.last().unwrap());
    assert_eq!((&factor["label"], &factor["value"]), (&json!("Contrats d’entretien"), &json!(3)));
    assert_eq!((&benefit["label"], &benefit["factors"]), (&json!("Entretiens obtenus"), &json!([factor["id"]])));

    let link = copied(&widget);
    widget.until_text("Les Charpentes du Léon, 46");
    widget.until_text("1 envoi");
    widget.until_text("ouvert, encore");
    browser.screenshot("compose-sent");
    browser.open("about:blank");
    browser.open(&site.url(DESK));
    browser.widget(0).until_text("Les Charpentes du Léon, 46");

    let elsewhere = Browser::new();
    elsewhere.open(&link);
    let opened = elsewhere.widget(0);
    opened.until_text("Hélène Morvan");
    opened.until_text("Répondez-moi d’un mot, même si c’est non.");
    assert_eq!(opened.proposal(), composed);
    opened.role("button", "Ajuster l’estimation").click();
    opened.until_text("Fermé par l’agence");
    let closed =
        "return [...widget.shadowRoot.querySelectorAll('.factor .three input')].filter((it) => it.readOnly).length;";
    let open = "return [...widget.shadowRoot.querySelectorAll('.line .detail .fill')].every((it) => !it.readOnly);";
    assert!(opened.eval(closed, json!(null)).as_u64().unwrap() > 5);
    assert_eq!(opened.eval(open, json!(null)), true);
}

#[test]
fn everything_is_done_by_keyboard_and_undone() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.resize(1200, 900);
    browser.open(&site.url(DESK));
    let widget = browser.widget(0);
    widget.until_text("Préparer un envoi");
    let lines = |widget: &Widget| -> Vec<String> {
        let lines = widget.proposal()["lines"].as_array().unwrap().clone();
        lines.iter().map(|line| line["id"].as_str().unwrap().to_owned()).collect()
    };
    let before = lines(&widget);
    widget.role("button", "Descendre").eval("input.focus();");
    browser.press("\u{e007}");
    browser.until("widgets()[0].proposal().lines[1].id === input", json!(before[0]));
    // The cursor stays on the row that moved, so that the next press moves it on.
    browser.press("\u{e007}");
    browser.until("widgets()[0].proposal().lines[2].id === input", json!(before[0]));
    widget.role("checkbox", "Textes et engagements").eval("input.focus();");
    browser.press(" ");
    browser.until("widgets()[0].proposal().locks?.[0] === 'texts'", json!(null));
    widget.role("button", "Retirer").eval("input.focus();");
    browser.press("\u{e007}");
    browser.until("widgets()[0].proposal().lines.length === input", json!(before.len() - 1));
    browser.until("focused()?.closest('.line')", json!(null));
    for _ in 0..4 {
        browser.press_with_ctrl("z");
    }
    browser.until("String(widgets()[0].proposal().lines.map((line) => line.id)) === input", json!(before.join(",")));
    assert_eq!(widget.proposal()["locks"], json!(null));

    widget.role("button", "Voir comme votre prospect").eval("input.focus();");
    browser.press("\u{e007}");
    widget.until_text("Voici ce que votre prospect verra");
    widget.role("button", "Revenir à la préparation").eval("input.focus();");
    browser.press("\u{e007}");
    widget.until_text("Préparer un envoi");
}

#[test]
fn the_mode_is_an_attribute_that_may_change() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    widget.until_text("Estimez votre projet");
    widget.eval("widget.mode = 'compose';", json!(null));
    widget.until_text("Préparer un envoi");
    widget.role("textbox", "Nom").fill("Hélène");
    widget.eval("widget.mode = 'estimate';", json!(null));
    widget.until_text("Estimez votre projet");
    assert_eq!(widget.proposal()["to"]["name"], "Hélène");
}

#[test]
fn what_is_left_out_of_a_proposal_or_a_file_is_said() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url(DESK));
    let widget = browser.widget(0);
    widget.until_text("Préparer un envoi");
    let warned = widget.eval(
        "const told = [], { warn } = console;
         console.warn = (text) => told.push(text);
         const proposal = widget.proposal();
         await widget.open({ ...proposal, title: 'Repris', siret: '1', curency: 'EUR' });
         console.warn = warn;
         return told;",
        json!(null),
    );
    assert_eq!(warned.as_array().unwrap().len(), 1);
    assert!(warned[0].as_str().unwrap().contains("siret"), "{warned}");
    browser.until("widgets()[0].proposal().title === 'Repris'", json!(null));
    widget.until_text("La proposition est reprise, sauf ce que Retour ne connaît pas");
    widget.until_text("vouliez-vous dire «\u{202f}currency\u{202f}»");
    let agency = "const file = await (await fetch('/agency.json')).json();
         file.catalogue.lines[0].unitprice = 3;
         widget.agency = file;";
    widget.eval(agency, json!(null));
    widget.until_text("catalogue.lines[0].unitprice");
    widget.until_text("vouliez-vous dire «\u{202f}unitPrice\u{202f}»");
    // A prospect does not see it; the author of the file finds it on the console.
    browser.open(&site.url("/"));
    let told = browser.widget(0).eval(
        "const told = [], { warn } = console;
         console.warn = (text) => told.push(text);
         const file = await (await fetch('/agency.json')).json();
         file.catalogue.lines[0].unitprice = 3;
         widget.agency = file;
         await until(() => told.length, 'a word on the console');
         await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
         console.warn = warn;
         return [told, widget.shadowRoot.querySelector('.retour').innerText.includes('unitprice')];",
        json!(null),
    );
    let expected = "Retour: nobody reads these keys of the agency's file: catalogue.lines[0].unitprice (unitPrice?)";
    assert_eq!(told, json!([[expected], false]));
}

//! Nine proposals as agencies send them: what a person reads of each on a screen, on a telephone and on paper.

use crate::browser::Browser;
use crate::engine::Engine;
use crate::paper::{plain, print};
use crate::sent::sealed;
use crate::site::Site;
use retour::proposal::read;
use serde_json::json;
use std::collections::HashSet;

/// Opens the link of a situation: the brief says these texts, overflows nowhere, and is printed whole.
#[track_caller]
fn is_shown_whole(name: &str, lang: &str, said: &[&str]) {
    let file = xtask::root().join(format!("tests/situations/{name}.json"));
    let (proposal, issues) = read(&serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap());
    assert_eq!(issues, []);
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url(&format!("/?lang={lang}#retour={}", sealed(&proposal))));
    let widget = browser.widget(0);
    widget.until_text(&proposal.to.organisation.replace('\'', "’"));
    let text = flat(&widget.text());
    for part in said {
        assert!(text.contains(part), "{part:?} is missing in {text}");
    }

    browser.resize(390, 844);
    let over = "const page = document.documentElement; return Math.max(page.scrollWidth - page.clientWidth, 0);";
    let beyond = widget.eval("return beyond(widget).slice(0, 5);", json!(null));
    assert_eq!((browser.run(over, json!(null)), beyond), (json!(0), json!([])), "at 390 pixels");
    // Nothing of a text is hidden by the box that it is in.
    let cut = "return all('.doc *', widget.shadowRoot)
        .filter((it) => it.checkVisibility() && !it.closest('.sr, svg') && getComputedStyle(it).overflowX !== 'visible')
        .filter((it) => it.scrollWidth > it.clientWidth + 1)
        .map((it) => `${it.localName}.${it.className} (${it.textContent.slice(0, 40)})`);";
    assert_eq!(widget.eval(cut, json!(null)), json!([]), "at 390 pixels");
    browser.screenshot(&format!("situation-{name}-390"));

    browser.resize(1200, 900);
    if Engine::chosen().offers_paper(&format!("that {name} is printed whole")) {
        is_printed_whole(&browser, name, &widget.find(".doc").text());
    }
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

/// On A4 stands every word that the page shows, and each within the paper.
#[track_caller]
fn is_printed_whole(browser: &Browser, name: &str, shown: &str) {
    let words = print(&format!("situation-{name}"), &browser.pdf());
    for word in &words {
        let [left, top, right, bottom] = word.edges;
        let [width, height] = word.page;
        // A printer leaves out about 4 mm at each edge.
        let is_within = left >= 11.0 && top >= 11.0 && right <= width - 11.0 && bottom <= height - 11.0;
        assert!(is_within, "{word:?} is cut");
    }
    let printed: HashSet<&str> = words.iter().map(|word| &*word.text).collect();
    let whole: String = words.iter().map(|word| &*word.text).collect();
    let shown = plain(shown);
    let missing: Vec<&str> = shown.split_whitespace().filter(|word| !printed.contains(word)).collect();
    // A word may be broken at a hyphen or a slash, and one set in two styles may be printed as two.
    let missing: Vec<&str> =
        missing.into_iter().filter(|word| !whole.to_lowercase().contains(&word.to_lowercase())).collect();
    assert_eq!(missing, Vec::<&str>::new(), "not printed of {name}");
}

/// A text whose spaces are single and ordinary.
fn flat(text: &str) -> String {
    plain(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_press_retainer() {
    is_shown_whole(
        "press-retainer",
        "fr",
        &[
            "SIRET 000 111 222 00018",
            "1 560 € par mois, 12 mois, dont 6 fermes",
            "475 € par mois, 12 mois",
            "34 996,56 €",
            "12 mois, du 1er mars 2027 au 1er février 2028",
            "Bon pour accord",
        ],
    );
}

#[test]
fn a_website_with_three_rates_of_tax() {
    let taxes = ["TVA 20 % sur 8 853,43 €", "TVA 10 % sur 1 757,97 €", "TVA 5,5 % sur 1 410,18 €"];
    is_shown_whole("website-three-rates", "fr", &[&taxes[..], &["à 1,237 €", "−632,72 €", "14 045,63 €"]].concat());
}

#[test]
fn a_media_plan_with_fees_on_purchases() {
    let said =
        ["Payé par vous directement", "12 % de : Affichage urbain", "En plus, 33 870 € payés directement à des tiers"];
    is_shown_whole("media-plan", "fr", &[&said[..], &["43 066,75 €"]].concat());
}

#[test]
fn three_phases_that_may_stop() {
    is_shown_whole(
        "go-no-go",
        "fr",
        &[
            "Phase 3",
            "estimé, au plus 18 000 €",
            "Ferme 6 500 €, et 23 940 €",
            "estimé, au plus 43 128 €",
            "1er août 2027",
        ],
    );
}

#[test]
fn one_package_of_three() {
    is_shown_whole(
        "packages",
        "en",
        &["A package: Growth", "A package: Full, not chosen", "£37,000", "£20,076", "On delivery", "Accepted"],
    );
}

#[test]
fn a_swiss_report() {
    is_shown_whole("switzerland", "fr", &["TVA 8,1 %", "CHE-000.111.222 TVA", "2 511,24 CHF", "33 514,24 CHF"]);
}

#[test]
fn an_american_keynote_without_tax() {
    let said = ["$11,950.50", "estimated, at most $12,750.50", "EIN 00-1112223", "2 sessions at $1,875.25"];
    is_shown_whole("united-states", "en", &said);
}

#[test]
fn a_campaign_in_quebec() {
    is_shown_whole("quebec", "fr", &["TPS 5 %", "000111222 RT0001", "TVQ 9,975 %", "2 229,64 CAD", "25 699,50 CAD"]);
}

#[test]
fn a_micro_entrepreneur_without_tax() {
    let said = ["TVA non applicable, art. 293 B du CGI", "5 020 €", "280 € par mois pendant 6 mois, soit 1 680 €"];
    is_shown_whole("micro-entrepreneur", "fr", &said);
}

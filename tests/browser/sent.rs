//! Briefs as they were sent: with the figures of another version, and with the QR code.

use crate::browser::Browser;
use crate::site::Site;
use retour::estimate::{Cost, Figures, Spread, estimate};
use retour::link;
use retour::proposal::{Proposal, check, read};
use serde_json::json;

/// The reference proposal.
pub fn reference() -> Proposal {
    let (proposal, issues) = read(&serde_json::from_str(include_str!("../reference/evenement.proposal.json")).unwrap());
    assert_eq!(issues, []);
    proposal
}

/// The figures of a proposal.
#[track_caller]
pub fn figures(proposal: &Proposal) -> Figures {
    Figures::from(&estimate(&check(proposal.clone()).unwrap()))
}

/// A proposal sealed with its figures.
#[track_caller]
pub fn sealed(proposal: &Proposal) -> String {
    link::seal(proposal, &figures(proposal))
}

#[test]
fn figures_of_another_version_stand_until_something_is_changed() {
    let proposal = reference();
    let sent = Figures {
        cost: Cost { production: 20_000.0, advice: 11_000.0, mean: 31_000.0, ..certain(31_000.0) },
        value: Some(Spread { mean: 40_000.0, p10: 10_000.0, p50: 30_000.0, p90: 90_000.0 }),
        probability_of_payback: Some(0.35),
        futures: Some((0..20).map(|i| f64::from(i) * 4_000.0 - 50_000.0).collect()),
        engine: "9.0.0".to_owned(),
        ..figures(&proposal)
    };
    let sealed = link::seal(&proposal, &sent);
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url(&format!("/?lang=fr#retour={sealed}")));
    let widget = browser.widget(0);
    let notice = "La valeur et les chances sont celles de l’envoi.";
    // Prices follow from the proposal; the mean cost, in the comparison, is a figure.
    let of_sent = ["36\u{202f}655\u{a0}€", "31\u{202f}000\u{a0}€", "dans 7 futurs sur 20", "90\u{202f}000\u{a0}€"];
    for text in [notice].iter().chain(&of_sent) {
        widget.until_text(text);
    }
    browser.screenshot("sent-brief");
    let link = widget.eval("return await widget.link();", json!(null));
    assert_eq!(link.as_str().unwrap().split_once("#retour=").unwrap().1, sealed, "it is handed on as it came");

    widget.role("button", "Ajuster l’estimation").click();
    for text in [notice, "36\u{202f}655\u{a0}€ HT", "31\u{202f}000\u{a0}€", "dans 7 futurs sur 20"] {
        widget.until_text(text);
    }
    browser.screenshot("sent-estimator");
    widget.find("[aria-label^='Quantité\u{a0}: Journée']").fill("60");
    widget.until_text("Tout est recalculé avec la version présente du calcul");
    widget.until_text("34\u{202f}455\u{a0}€ HT");
    // Typing in one field is one step of undo, however many keys were pressed.
    widget.role("button", "Annuler").click();
    widget.until_text("36\u{202f}655\u{a0}€ HT");
    widget.until_text(notice);
}

#[test]
fn the_code_holds_the_link_and_says_where_it_cannot() {
    let (site, browser) = (Site::plain(), Browser::new());
    let mut proposal = reference();
    browser.open(&site.url(&format!("/?lang=fr#retour={}", sealed(&proposal))));
    let widget = browser.widget(0);
    let link = widget.eval("return await widget.link();", json!(null));
    let code = link::qr(link.as_str().unwrap()).unwrap();
    let picture = widget.find("svg[role=img][aria-label^='Code QR']");
    assert_eq!(picture.eval("return input.querySelector('path').getAttribute('d');"), json!(code.path));
    assert_eq!(picture.eval("return input.viewBox.baseVal.width;"), json!(code.size + 8), "four quiet modules around");
    let colours = "const style = getComputedStyle(input); return [style.fill, style.backgroundColor];";
    assert_eq!(picture.eval(colours), json!(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]));

    // Random letters, which no model compresses much.
    let mut state = 2_027_u32;
    let noise = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + (state >> 24) as u8 % 26)
    };
    proposal.message = (0..5_000).map(noise).collect();
    browser.open(&site.url(&format!("/?lang=fr&long#retour={}", sealed(&proposal))));
    let widget = browser.widget(0);
    widget.until_text("Le lien de ce brief est trop long pour un code QR.");
    assert_eq!(widget.eval("return widget.shadowRoot.querySelector('.qr');", json!(null)), json!(null));
}

/// A cost without uncertainty, with its tax.
fn certain(mean: f64) -> Cost {
    Cost { mean, p10: mean, p50: mean, p90: mean, vat: mean * 0.2, incl_vat: mean * 1.2, ..Cost::default() }
}

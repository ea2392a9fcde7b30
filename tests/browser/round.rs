//! The whole round: a consultant prepares and sends a brief, a prospect changes two things and replies, and the list of
//! briefs shows the reply.

use crate::browser::Browser;
use crate::site::Site;
use crate::widget::Widget;
use serde_json::json;

const DESK: &str = "/?mode=compose";

/// Clicks a button that hands over a link; returns the link in the event that the page gets.
fn told(widget: &Widget, event: &str, button: &str) -> String {
    let listen = "widget.told = new Promise((done) => widget.addEventListener(input, (e) => done(e.detail.link), { once: true }));";
    widget.eval(listen, json!(event));
    // A click as by a person: some browsers let nothing else write to the clipboard.
    widget.role("button", button).click();
    widget.eval("return widget.told;", json!(null)).as_str().unwrap().to_owned()
}

/// Pastes a text that a consultant has received, and has it read and filed.
fn paste(widget: &Widget, text: &str) {
    widget.role("textbox", "Coller une réponse reçue").eval(&format!(
        "input.value = {}; input.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}));",
        json!(text)
    ));
    widget.role("button", "Lire la réponse").click();
}

#[test]
fn from_the_desk_to_the_prospect_and_back() {
    let (site, sender, prospect) = (Site::plain(), Browser::new(), Browser::new());
    sender.resize(1200, 900);
    sender.open(&site.url(DESK));
    let desk = sender.widget(0);
    desk.until_text("Préparer un envoi");
    desk.role("textbox", "Nom").fill("Hélène Morvan");
    desk.role("textbox", "Organisation").fill("Les Charpentes du Léon");
    let link = told(&desk, "retour-share", "Copier le lien");
    desk.until_text("1 envoi");

    prospect.open(&link);
    let brief = prospect.widget(0);
    brief.until_text("Hélène Morvan");
    brief.role("button", "Ajuster l’estimation").click();
    brief.role("checkbox", "Film de trois minutes, en option").click();
    brief.find("[aria-label^='Quantité\u{a0}: Journée']").fill("60");
    brief.role("button", "Créer le brief").click();
    brief.role("button", "Oui, avec ces changements").click();
    brief.role("textbox", "Un mot pour").fill("Sans le film cette année.");
    let reply = told(&brief, "retour-reply", "Copier la réponse");
    brief.until_text("Votre réponse est copiée");

    // As it arrives: in a letter, with the brief quoted under it.
    paste(&desk, &format!("Bonjour,\nvoici ma réponse : {reply}\n\n> Voici notre brief : {link}\n"));
    desk.until_text("noté");
    desk.until_text("oui, avec 2 changements");
    sender.screenshot("round-list");
    sender.open("about:blank");
    sender.open(&site.url(DESK));
    let desk = sender.widget(0);
    desk.until_text("oui, avec 2 changements");
    desk.role("button", "Voir les écarts").click();
    for said in [
        "Réponse de Hélène Morvan",
        "Oui, avec ces changements",
        "Sans le film cette année.",
        "80 invités",
        "60 invités",
        "retiré",
        "−\u{a0}9\u{202f}950\u{a0}€",
    ] {
        desk.until_text(said);
    }
    assert!(!desk.text().contains("Cette réponse porte sur autre chose"));
    sender.screenshot("round-answer");
}

#[test]
fn a_reply_to_something_else_is_said_to_be_one() {
    let (site, sender, prospect) = (Site::plain(), Browser::new(), Browser::new());
    sender.open(&site.url(DESK));
    let desk = sender.widget(0);
    desk.until_text("Préparer un envoi");
    desk.role("textbox", "Nom").fill("Hélène Morvan");
    let link = told(&desk, "retour-share", "Copier le lien");
    prospect.open(&link);
    let brief = prospect.widget(0);
    brief.until_text("Hélène Morvan");
    // Somebody lowers a price in the data of the link and says yes to that.
    let forged = brief.eval(
        "const { load } = await import('/retour.js'); const retour = await load();
         const proposal = widget.proposal(); proposal.lines[2].unitPrice = 640;
         const reply = { answer: 'yes', on: '2026-11-24', name: 'Hélène Morvan', proposal: input };
         return location.origin + '/#retour=' + await retour.sealReply(proposal, reply);",
        brief.eval(
            "const { load } = await import('/retour.js'); const retour = await load();
             return (await retour.open(await retour.sealReply(widget.proposal(), { answer: 'yes', on: '2026-11-24' }))).reply.proposal;",
            json!(null),
        ),
    );
    paste(&desk, forged.as_str().unwrap());
    desk.until_text("Elle porte sur autre chose que ce que vous avez envoyé.");
    desk.until_text("à autre chose que ce qui a été envoyé");
    paste(&desk, "Bonjour, je réponds bientôt.");
    desk.until_text("Il n’y a là ni réponse ni brief lisible");
}

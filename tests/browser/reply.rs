//! The answer to a brief: two taps, with changes, with a budget, by every way that it can leave.

use crate::browser::Browser;
use crate::site::Site;
use crate::widget::Widget;
use serde_json::{Value, json};

/// The link of the example's brief, with these changes to its proposal.
fn link_of(site: &Site, browser: &Browser, changes: Value) -> String {
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    let link = widget.eval("await widget.open({ ...widget.proposal(), ...input }); return widget.link();", changes);
    link.as_str().unwrap().to_owned()
}

/// Opens a link in a browser that listens to what its page is told.
fn open<'a>(browser: &'a Browser, link: &str) -> Widget<'a> {
    browser.open("about:blank");
    browser.open(link);
    let widget = browser.widget(0);
    widget.eval(
        "window.replies = []; widget.addEventListener('retour-reply', (event) => replies.push(event.detail));",
        json!(null),
    );
    widget
}

/// What the page was told when the reply was sent.
fn told(browser: &Browser) -> Value {
    browser.until("replies.at(-1)", json!(null))
}

#[test]
fn a_yes_with_changes_goes_back_to_the_sender() {
    let (site, browser) = (Site::plain(), Browser::new());
    let to = json!({"to": {"name": "Samir Benali", "organisation": "Bâti Durable"}});
    let link = link_of(&site, &browser, to);
    let widget = open(&browser, &link);
    let proposed = widget.proposal();
    widget.role("button", "Ajuster l’estimation").click();
    widget.role("checkbox", "Film de trois minutes, en option").click();
    widget.find("[aria-label^='Quantité\u{a0}: Journée']").fill("60");
    widget.role("button", "Créer le brief").click();
    widget.role("button", "Oui, avec ces changements").click();
    for said in [
        "2 changements",
        "80 invités",
        "60 invités",
        "compris",
        "retiré",
        "−\u{a0}9\u{202f}950\u{a0}€",
        "26\u{202f}700\u{a0}€",
    ] {
        assert!(widget.text().contains(said), "{said} is missing in: {}", widget.text());
    }
    widget.role("textbox", "Un mot pour").fill("Parlons du film en 2028 <b>seulement</b>.");
    widget.role("button", "Copier la réponse").click();
    widget.until_text("Votre réponse est prête à partir");
    let told = told(&browser);
    assert_eq!(told["reply"]["answer"], "yesWithChanges");
    assert_eq!(told["reply"]["name"], "Samir Benali");
    let changes = json!([
        {"path": "lines[0].quantity", "from": 80, "to": 60},
        {"path": "lines[2].included", "from": true, "to": false},
    ]);
    assert_eq!(told["reply"]["changes"], changes);
    assert_eq!(widget.find(".copy input").value(), told["link"].as_str().unwrap());

    let sender = Browser::new();
    let received = open(&sender, told["link"].as_str().unwrap());
    received.until_text("Réponse de Samir Benali");
    let text = received.text();
    for said in ["Oui, avec ces changements", "Parlons du film en 2028 <b>seulement</b>.", "60 invités", "retiré"] {
        assert!(text.contains(said), "{said} is missing in: {text}");
    }
    assert!(!text.contains("Cette réponse porte sur autre chose"));
    let opened = received
        .eval("const { load } = await import('/retour.js'); return (await load()).open(input);", told["link"].clone());
    assert_eq!(opened["kind"], "reply");
    assert_eq!(opened["reply"], told["reply"]);
    let digest = received.eval(
        "const { load } = await import('/retour.js'); const retour = await load();
         return (await retour.open(await retour.sealReply(input, { answer: 'yes', on: '2026-11-24' }))).reply.proposal;",
        proposed,
    );
    assert_eq!(opened["reply"]["proposal"], digest, "it names what was proposed, not what is asked for");
    browser.screenshot("reply-sent");
    sender.screenshot("reply-received");
}

#[test]
fn a_no_takes_two_taps_on_a_telephone() {
    let (site, browser) = (Site::plain(), Browser::new());
    let link = link_of(&site, &browser, json!({}));
    browser.resize(390, 844);
    let widget = open(&browser, &link);
    // The answers stand in view without scrolling.
    let places = widget.eval(
        "return all('.bar .button', widget.shadowRoot).map((it) => { const box = it.getBoundingClientRect(); return box.top > 0 && box.bottom <= innerHeight && box.height >= 44 && box.width >= 44; });",
        json!(null),
    );
    assert_eq!(places, json!([true, true, true, true]));
    widget.find(".bar .button:last-of-type").click();
    let mail = widget.find(".sendbar a");
    let href = mail.eval("return input.getAttribute('href');");
    let href = href.as_str().unwrap();
    assert!(href.starts_with("mailto:claire@atelier-marchal.example?subject=R%C3%A9ponse"), "{href}");
    assert!(href.contains("%0D%0A") && href.contains("%23retour%3D1"), "{href}");
    assert_eq!(browser.run("return replies.length;", json!(null)), 0, "nothing is told before it is sent");
    // The tap itself, without leaving for a mail program that is not there.
    mail.eval("input.addEventListener('click', (event) => event.preventDefault());");
    mail.click();
    widget.until_text("Votre logiciel de courriel vient de s’ouvrir");
    assert_eq!(told(&browser)["reply"]["answer"], "no");
    widget.role("button", "Changer ma réponse").click();
    widget.role("radio", "Parlons-en").click();
    widget.role("button", "Copier la réponse").click();
    widget.until_text("Parlons-en");
    browser.until("replies.at(-1).reply.answer === 'letsTalk'", json!(null));
}

#[test]
fn opening_a_link_answers_nothing_whatever_it_preselects() {
    let (site, browser) = (Site::plain(), Browser::new());
    let link = link_of(&site, &browser, json!({}));
    let widget = open(&browser, &format!("{link}&answer=notNow"));
    widget.until_text("Votre réponse");
    assert!(widget.role("radio", "Pas encore").eval("return input.checked;").as_bool().unwrap());
    widget.role("textbox", "Je réponds le").eval(
        "Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, '2026-12-20');
         input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));",
    );
    assert_eq!(browser.run("return replies.length;", json!(null)), 0);
    assert_eq!(browser.run("return Object.keys(localStorage).length;", json!(null)), 0);
    widget.role("button", "Copier la réponse").click();
    let reply = told(&browser)["reply"].clone();
    assert_eq!((&reply["answer"], &reply["answerOn"]), (&json!("notNow"), &json!("2026-12-20")));
    assert!(reply.get("changes").is_none());
    widget.until_text("Pas encore, réponse le dimanche 20\u{a0}décembre 2026");
}

#[test]
fn too_expensive_leads_to_what_would_fit() {
    let (site, browser) = (Site::plain(), Browser::new());
    let link = link_of(&site, &browser, json!({}));
    let widget = open(&browser, &format!("{link}&answer=no"));
    widget.role("radio", "trop cher").click();
    let budget = widget.role("textbox", "J’aurais pu dépenser environ, HT");
    budget.fill("vingt mille");
    widget.until_text("Ce n’est pas un nombre");
    assert_eq!(budget.value(), "vingt mille");
    budget.fill("15000");
    widget.role("button", "Voir ce qui tient dans ce budget").click();
    widget.until_text("Même sans aucune option, il faut");
    budget.fill("20 000");
    widget.role("button", "Voir ce qui tient dans ce budget").click();
    widget.until_text("Tient dans ce budget en retirant");
    widget.role("button", "Copier la réponse").click();
    assert_eq!(told(&browser)["reply"]["budget"], 20000);
    assert_eq!(told(&browser)["reply"]["answer"], "tooExpensive");
    widget.until_text("Non, trop cher (budget\u{a0}: 20\u{202f}000\u{a0}€)");
    widget.role("button", "Changer ma réponse").click();
    widget.role("button", "Voir ce qui tient dans ce budget").click();
    widget.role("button", "Répondre oui avec ces changements").click();
    widget.until_text("retiré");
    assert!(widget.role("radio", "Oui, avec ces changements").eval("return input.checked;").as_bool().unwrap());
    let cost = widget.eval(
        "const { load } = await import('/retour.js'); return (await load()).estimate(widget.proposal()).cost.mean;",
        json!(null),
    );
    assert!(cost.as_f64().unwrap() <= 20_000.0, "{cost}");
}

#[test]
fn days_that_have_passed_are_said() {
    let (site, browser) = (Site::plain(), Browser::new());
    let dates = json!({"dates": {"issued": "2020-01-01", "replyBy": "2020-02-01", "validUntil": "2020-03-01"}});
    let link = link_of(&site, &browser, dates);
    let widget = open(&browser, &link);
    widget.until_text("Les prix étaient valables jusqu’au dimanche 1er\u{a0}mars 2020");
    widget.until_text(
        "La réponse était attendue pour le samedi 1er\u{a0}février 2020. Elle reste la bienvenue, même un non.",
    );
    widget.role("button", "Non").click();
    widget.until_text("Elle reste la bienvenue");
}

#[test]
fn a_reply_goes_to_the_agencys_own_address_only_when_sent() {
    let (site, browser) = (Site::plain(), Browser::new());
    let link = link_of(&site, &browser, json!({}));
    let widget = open(&browser, &link);
    widget.eval(
        "window.posts = []; window.answers = [500, 200];
         // As an old library that many pages still carry: what leaves must be right all the same.
         Array.prototype.toJSON = function () { return this.join(); };
         const real = window.fetch;
         window.fetch = async (url, options) => {
           if (!String(url).startsWith('https://reponses.example')) return real(url, options);
           posts.push([String(url), options.method, options.body]);
           return new Response('', { status: answers.shift() });
         };
         const file = await (await real('/agency.json')).json();
         widget.agency = { ...file, replyTo: 'https://reponses.example/retour?a=1' };",
        json!(null),
    );
    widget.role("button", "Oui").click();
    widget.until_text("Envoie à reponses.example votre réponse et le lien du brief, rien d’autre.");
    assert_eq!(browser.run("return posts.length;", json!(null)), 0);
    widget.role("button", "Envoyer à reponses.example").click();
    widget.until_text("L’envoi à reponses.example n’a pas abouti. Rien n’est perdu");
    widget.role("button", "Envoyer à reponses.example").click();
    widget.until_text("Réponse envoyée à reponses.example.");
    let posts = browser.run(
        "delete Array.prototype.toJSON; return posts.map((it) => [...it.slice(0, 2), JSON.parse(it[2])]);",
        json!(null),
    );
    assert_eq!(posts.as_array().unwrap().len(), 2);
    assert_eq!(posts[1][0], "https://reponses.example/retour?a=1");
    assert_eq!(posts[1][2], told(&browser));
}

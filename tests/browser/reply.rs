//! The reply to a brief: in two taps, with changes, with a budget, in every way that it can be sent.

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

/// Opens a link, and records the events that the page gets.
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

/// The detail of the event that the page got when the reply was sent.
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
        "26\u{202f}705\u{a0}€",
    ] {
        assert!(widget.text().contains(said), "{said} is missing in: {}", widget.text());
    }
    widget.role("textbox", "Un mot pour").fill("Parlons du film en 2028 <b>seulement</b>.");
    widget.role("button", "Copier la réponse").click();
    widget.until_text("Votre réponse est copiée");
    let told = told(&browser);
    assert_eq!(told["reply"]["answer"], "yesWithChanges");
    assert_eq!(told["reply"]["name"], "Samir Benali");
    let changes = json!([
        {"path": "lines[0].quantity", "from": 80, "to": 60},
        {"path": "lines[2].included", "from": true, "to": false},
    ]);
    assert_eq!(told["reply"]["changes"], changes);
    assert!(widget.find(".copy textarea").value().contains(told["link"].as_str().unwrap()));

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
    // The answers are in view without scrolling.
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
    // The tap itself, without opening a mail program, which is not there.
    mail.eval("input.addEventListener('click', (event) => event.preventDefault());");
    mail.click();
    widget.until_text("Votre réponse est prête à partir");
    widget.until_text("Votre logiciel de courriel devrait s’être ouvert");
    widget.until_text("Rien ne s’est ouvert");
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
    let budget = widget.role("textbox", "J’aurais pu dépenser environ HT");
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

/// Gives the agency an address for replies whose server returns these statuses in turn; 0 is no response.
fn post_to(widget: &Widget, statuses: Value) {
    widget.eval(
        "window.posts = []; window.answers = input;
         // As an old library that many pages still carry: what leaves must be right all the same.
         Array.prototype.toJSON = function () { return this.join(); };
         const real = window.fetch;
         window.fetch = async (url, options) => {
           if (!String(url).startsWith('https://reponses.example')) return real(url, options);
           posts.push([String(url), options.method, options.body]);
           // The server takes its time until the test lets it answer.
           await new Promise((done) => { window.answer = done; });
           const status = answers.shift();
           if (!status) throw new TypeError('Failed to fetch');
           return new Response(status === 204 ? null : '', { status });
         };
         const file = await (await real('/agency.json')).json();
         widget.agency = { ...file, replyTo: 'https://reponses.example/retour?a=1' };",
        statuses,
    );
}

/// Presses the button, and has the server answer once the reply is on its way.
fn post(browser: &Browser, widget: &Widget) {
    widget.role("button", "Envoyer à reponses.example").click();
    let leaving = ".sending[role=status]";
    browser.until(
        "widgets()[0].shadowRoot.querySelector(input)?.textContent.startsWith('Envoi à reponses.example en cours')",
        json!(leaving),
    );
    browser.run("answer(); delete window.answer;", json!(null));
}

#[test]
fn a_reply_goes_to_the_agencys_own_address_only_when_sent() {
    let (site, browser) = (Site::plain(), Browser::new());
    let link = link_of(&site, &browser, json!({}));
    let widget = open(&browser, &link);
    post_to(&widget, json!([500, 0, 201]));
    widget.role("button", "Parlons-en").click();
    widget.until_text("Envoie à reponses.example votre réponse et le lien du brief, rien d’autre.");
    widget.role("textbox", "Un mot pour").fill("Mardi ?");
    assert_eq!(browser.run("return posts.length;", json!(null)), 0);
    post(&browser, &widget);
    widget.until_text(
        "n’a pas pu être envoyée\u{a0}: reponses.example ne l’a pas acceptée (erreur 500). Rien n’est perdu",
    );
    post(&browser, &widget);
    widget.until_text("reponses.example n’a pas répondu. Rien n’est perdu");
    assert_eq!(widget.role("textbox", "Un mot pour").value(), "Mardi ?");
    for name in ["Copier la réponse", "Envoyer à reponses.example"] {
        assert_eq!(widget.role("button", name).eval("return input.disabled;"), false, "{name}");
    }
    post(&browser, &widget);
    widget.until_text("Merci. Votre réponse est arrivée.");
    widget.until_text("Elle est arrivée chez Atelier Marchal, conseil en communication à ");
    assert!(!widget.text().contains("prête à partir") && !widget.text().contains("Rien ne s’est ouvert"));
    let posts = browser.run(
        "delete Array.prototype.toJSON; return posts.map((it) => [...it.slice(0, 2), JSON.parse(it[2])]);",
        json!(null),
    );
    assert_eq!(posts.as_array().unwrap().len(), 3);
    assert_eq!(posts[2][0], "https://reponses.example/retour?a=1");
    assert_eq!(posts[2][2], told(&browser));
    browser.screenshot("reply-arrived");
    // After copying the reply, too, it still counts as arrived.
    widget.role("button", "Copier la réponse").click();
    widget.until_text("Copié.");
    assert!(widget.text().contains("Votre réponse est arrivée"));
}

#[test]
fn a_refused_clipboard_shows_the_reply_selected() {
    let (site, browser) = (Site::plain(), Browser::new());
    let link = link_of(&site, &browser, json!({}));
    let widget = open(&browser, &link);
    browser.run("navigator.clipboard.writeText = () => Promise.reject(new Error('no'));", json!(null));
    widget.role("button", "Oui").click();
    widget.role("button", "Copier la réponse").click();
    widget.until_text("Votre réponse reste à copier.");
    let selected = browser.until(
        "(() => { const area = focused(); return area?.matches('.copy textarea') && area.selectionEnd > 0
           && area.value.slice(area.selectionStart, area.selectionEnd); })()",
        json!(null),
    );
    let selected = selected.as_str().unwrap();
    assert!(selected.starts_with("Oui.") && selected.contains(told(&browser)["link"].as_str().unwrap()), "{selected}");
}

#[test]
fn a_reply_too_long_for_an_address_is_copied_into_an_empty_mail() {
    let (site, browser) = (Site::plain(), Browser::new());
    let link = link_of(&site, &browser, json!({}));
    let widget = open(&browser, &link);
    widget.eval("navigator.clipboard.writeText = async (text) => { window.copied = text; };", json!(null));
    widget.role("button", "Parlons-en").click();
    assert!(!widget.text().contains("L’adresse du courriel entier ferait"));
    let word = "Où, quand et avec qui\u{a0}? ".repeat(60);
    // Set at once, as if pasted, not typed key by key.
    widget.role("textbox", "Un mot pour").eval(&format!(
        "Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(input, {});
         input.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}));",
        json!(word)
    ));
    widget.until_text("L’adresse du courriel entier ferait");
    let mail = widget.find(".sendbar a");
    let href = mail.eval("return input.getAttribute('href');");
    assert!(!href.as_str().unwrap().contains("body="), "{href}");
    mail.eval("input.addEventListener('click', (event) => event.preventDefault());");
    mail.click();
    widget.until_text("Votre réponse est copiée et votre logiciel de courriel devrait s’être ouvert");
    let copied = browser.run("return copied;", json!(null));
    let copied = copied.as_str().unwrap();
    assert!(copied.contains(word.trim()) && copied.contains(told(&browser)["link"].as_str().unwrap()), "{copied}");
}

#[test]
fn a_closed_share_sheet_is_no_failure() {
    let (site, browser) = (Site::plain(), Browser::new());
    let link = link_of(&site, &browser, json!({}));
    let widget = open(&browser, &link);
    // Where the system has no share sheet the button is hidden, but does the same.
    browser.run(
        "window.outcomes = ['AbortError', 'NotAllowedError', ''];
         navigator.share = async () => { const name = outcomes.shift(); if (name) throw new DOMException('', name); };",
        json!(null),
    );
    widget.role("button", "Parlons-en").click();
    for said in ["Partage fermé\u{a0}: rien n’est parti.", "Le partage n’a pas abouti", "dans l’application choisie"]
    {
        widget.eval("all('.sendbar button', widget.shadowRoot).at(-1).click();", json!(null));
        widget.until_text(said);
    }
}

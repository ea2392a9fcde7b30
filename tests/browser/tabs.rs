//! Two desks of one browser, as in two tabs: each sees at once what the other does, and nothing is lost. And a tab that
//! stays open over midnight.

use crate::browser::Browser;
use crate::site::Site;
use crate::widget::Widget;
use serde_json::{Value, json};

/// The address of a reply to what a desk composes.
fn reply_to(desk: &Widget, answer: &str) -> String {
    let made = desk.eval(
        "const { load } = await import('/retour.js'); const retour = await load();
         const proposal = widget.proposal();
         return location.origin + '/#retour=' + await retour.sealReply(proposal, { answer: input, on: '2026-11-24' });",
        json!(answer),
    );
    made.as_str().unwrap().to_owned()
}

fn file(desk: &Widget, link: &str) {
    desk.role("textbox", "Coller une réponse reçue").eval(&format!(
        "input.value = {link:?}; input.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}));"
    ));
    desk.role("button", "Lire la réponse").click();
}

fn copy(desk: &Widget) {
    desk.find(".copy-link").click();
}

/// What the browser keeps.
fn kept(browser: &Browser) -> Value {
    browser.run(
        "const open = indexedDB.open('retour');
         const database = await new Promise((done) => { open.onsuccess = () => done(open.result); });
         const all = database.transaction('sent').objectStore('sent').getAll();
         const rows = await new Promise((done) => { all.onsuccess = () => done(all.result); });
         database.close();
         return rows.map(({ replies }) => (replies ?? []).map(({ answer }) => answer));",
        json!(null),
    )
}

#[test]
fn what_one_tab_files_is_in_the_other_and_stays() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/desks.html"));
    let (first, second) = (browser.widget(0), browser.widget(1));
    first.until_text("Aucun envoi pour l’instant");
    copy(&first);
    second.until_text("1 envoi");
    let link = reply_to(&first, "yes");
    file(&first, &link);
    first.until_text("notée");
    second.until_text("Voir la réponse");
    // The other tab goes on with what it had: sending the brief again takes no reply away.
    second.role("button", "Reprendre").click();
    copy(&second);
    second.until_text("Lien copié. L’envoi est noté");
    assert_eq!(kept(&browser), json!([["yes"]]));
    // Two replies of one day: both are kept, and the consultant says which counts.
    let other = reply_to(&first, "letsTalk");
    file(&second, &other);
    second.until_text("Une autre y était déjà");
    first.until_text("parlons-en");
    assert_eq!(kept(&browser), json!([["yes", "letsTalk"]]));
    first.role("button", "Retenir celle-ci").click();
    second.until_text("Oui, le 24\u{a0}novembre 2026\u{a0}: compte");
    browser.reload();
    browser.widget(0).until_text("Oui, le 24\u{a0}novembre 2026\u{a0}: compte");
    assert_eq!(kept(&browser), json!([["yes", "letsTalk"]]));
}

#[test]
fn a_tab_that_stays_open_follows_midnight() {
    let (site, browser) = (Site::plain(), Browser::new());
    // A Friday, until the test says otherwise.
    browser.open(&site.url("/hosts/clock.html"));
    let wake_up_on = |day: &str| {
        browser.run(
            "document.documentElement.dataset.day = input; document.dispatchEvent(new Event('visibilitychange'));",
            json!(day),
        );
    };
    let desk = browser.widget(0);
    desk.until_text("Préparer un envoi");
    assert_eq!(desk.proposal()["dates"]["issued"], "2026-11-27");
    // On Monday the computer wakes up.
    wake_up_on("2026-11-30");
    assert_eq!(desk.proposal()["dates"]["issued"], "2026-11-30");
    copy(&desk);
    desk.until_text("30\u{a0}novembre 2026");
    assert!(!desk.find(".follow").text().contains("27\u{a0}novembre"));
    let due = desk.proposal()["dates"]["replyBy"].as_str().unwrap().to_owned();
    desk.until_text("encore");
    // Days later nobody has to press anything.
    wake_up_on(&format!("2027{}", &due[4..]));
    desk.until_text("en retard de");
}

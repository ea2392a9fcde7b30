//! Links that gateways have rewritten, opened in a page and pasted at the desk; which parts of a page's address links
//! keep.

#[path = "../support/gateways.rs"]
mod forms;

use crate::browser::Browser;
use crate::docs::snippet;
use crate::sent::{reference, sealed};
use crate::site::Site;
use forms::rewritten;
use serde_json::json;
use std::sync::{Arc, Mutex};
use xtask::serve::server::{Response, file};

/// The title of the reference brief.
const WHOLE: &str = "Réussir la journée des prescripteurs";

/// The requests of a browser: path and query, and the `Referer`.
type Asked = Arc<Mutex<Vec<(String, String)>>>;

/// A site that records its requests, and serves `404.html` for missing pages.
fn site() -> (Site, Asked) {
    let asked = Asked::default();
    let log = asked.clone();
    let site = Site::with(move |request, response| {
        let from = request.header("referer").unwrap_or_default().to_owned();
        log.lock().expect("no test has panicked").push((request.target.clone(), from));
        if response.status == 404 { missing() } else { response }
    });
    (site, asked)
}

fn missing() -> Response {
    Response { status: 404, ..file(&xtask::dist_folder(), "/404.html") }
}

/// The requests of the widget that reveal the link to a server. What the standalone page loads ahead does not count:
/// WebKit does so before any script runs, with the address that this same server was just asked for.
fn told(asked: &Asked) -> Vec<(String, String)> {
    let asked = asked.lock().expect("no test has panicked");
    let fetched = asked.iter().filter(|(target, _)| target.ends_with(".wasm") || target.ends_with("agency.json"));
    let fetched = fetched.filter(|(target, from)| target != "/retour_bg.wasm" || from.contains("/hosts/"));
    fetched.filter(|(target, from)| [target, from].iter().any(|it| it.contains("retour=1"))).cloned().collect()
}

#[test]
fn an_escaped_hash_leads_to_the_brief_and_the_address_is_put_right() {
    let ((site, asked), browser) = (site(), Browser::new());
    let sealed = sealed(&reference());
    for (given, meant) in [
        ("/%23retour=…", "/#retour=…"),
        ("/%2523retour%3D…", "/#retour=…"),
        ("/hosts/one.html%23retour=…&answer=no", "/hosts/one.html#retour=…&answer=no"),
        ("/hosts/one.html?p=5%23retour=…", "/hosts/one.html?p=5#retour=…"),
        ("/hosts/one.html?p=5&retour=…&utm_source=x", "/hosts/one.html?p=5&utm_source=x#retour=…"),
        ("/?lang=fr%23retour=…", "/?lang=fr#retour=…"),
    ] {
        let [given, meant] = [given, meant].map(|it| site.url(&it.replace('…', &sealed)));
        browser.open("about:blank");
        browser.open(&given);
        browser.until("location.href === input", json!(meant));
        browser.widget(0).until_text(WHOLE);
        assert_eq!(told(&asked), [], "{given}");
    }
}

#[test]
fn a_page_that_is_shown_for_all_that_lies_below_it_puts_its_address_right_itself() {
    let rule = snippet("docs/hosts/static-site.md", "_redirects");
    let words: Vec<String> = rule.split_whitespace().map(str::to_owned).collect();
    let [from, to, status] = words.try_into().expect("from, to and a status");
    assert_eq!(status, "200");
    let folder = from.strip_suffix('*').expect("a rule for a whole folder").to_owned();
    assert_eq!(to, format!("{folder}index.html"));
    let (served, browser) = (folder.clone(), Browser::new());
    // Existing files are served as they are, whatever the rule; the standalone page takes the place of the agency's
    // page.
    let site = Site::with(move |request, _| {
        let name = request.path.strip_prefix(&served).unwrap_or(&request.path);
        let found = file(&xtask::dist_folder(), name);
        if found.status == 404 { file(&xtask::dist_folder(), "/") } else { found }
    });
    let sealed = sealed(&reference());
    browser.open(&site.url(&format!("{folder}%23retour={sealed}")));
    browser.widget(0).until_text(WHOLE);
    assert_eq!(browser.address(), site.url(&format!("{folder}#retour={sealed}")));
}

#[test]
fn only_the_first_widget_without_a_link_reads_the_address() {
    let ((site, _), browser) = (site(), Browser::new());
    let sealed = sealed(&reference());
    browser.open(&site.url(&format!("/hosts/two.html?p=5%23retour={sealed}")));
    browser.widget(0).until_text(WHOLE);
    browser.widget(1).until_text("Estimate your project");
    assert_eq!(browser.address(), site.url(&format!("/hosts/two.html?p=5#retour={sealed}")));
}

#[test]
fn a_missing_page_without_a_link_stays_what_it_is() {
    let ((site, _), browser) = (site(), Browser::new());
    let address = site.url("/devis/%23contact");
    browser.open(&address);
    browser.until("document.body.innerText.includes('Il n’y a pas de page à cette adresse.')", json!(null));
    assert_eq!(browser.address(), address);
}

#[test]
fn what_gateways_made_of_a_link_is_read_at_the_desk() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/?mode=compose&lang=fr"));
    let desk = browser.widget(0);
    desk.until_text("Préparer un envoi");
    let names: Vec<&str> = rewritten("").iter().map(|it| it.by).collect();
    for (at, name) in names.into_iter().enumerate() {
        let mut proposal = reference();
        proposal.title = format!("Projet {at} reçu");
        let text = &rewritten(&sealed(&proposal))[at].text;
        println!("{name}");
        desk.role("textbox", "Coller une réponse reçue").eval(&format!(
            "input.value = {}; input.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}));",
            json!(text)
        ));
        desk.role("button", "Lire la réponse").click();
        desk.until_text(&proposal.title);
    }
}

#[test]
fn a_link_keeps_the_pages_parameters_and_fragment_and_not_the_visitors() {
    let (site, browser) = (Site::plain(), Browser::new());
    for (given, kept) in [
        ("?p=a%2Fb&utm_source=lettre&UTM_Medium=mail&fbclid=x-_y", "?p=a%2Fb#retour="),
        ("?gclid=1&gbraid=2&wbraid=3&dclid=4&msclkid=5&mc_eid=6&mc_cid=7&_hsenc=8&_hsmi=9", "#retour="),
        ("?igshid=1&twclid=2&li_fat_id=3&yclid=4&q=5", "?q=5#retour="),
        ("#/devis", "#/devis?retour="),
        ("?p=1#/devis?x=1", "?p=1#/devis?x=1&retour="),
        ("#contact", "#contact&retour="),
        ("#a=1&retour=1&answer=no&b=2", "#a=1&b=2&retour="),
    ] {
        browser.open("about:blank");
        browser.open(&site.url(&format!("/hosts/one.html{given}")));
        let link = browser.widget(0).eval("return widget.link();", json!(null));
        let start = site.url(&format!("/hosts/one.html{kept}1"));
        assert!(link.as_str().is_some_and(|it| it.starts_with(&start)), "{given}: {link}");
    }
}

#[test]
fn the_fragment_follows_beside_what_the_page_has_in_it() {
    let (site, browser) = (Site::plain(), Browser::new());
    let quantity = "return widget.proposal().lines.some(({ quantity }) => quantity === 37);";
    for (given, kept) in [
        ("", "#retour=1"),
        ("?p=5#/devis", "?p=5#/devis?retour=1"),
        ("#contact", "#contact&retour=1"),
        ("#a=1&b=2", "#a=1&b=2&retour=1"),
    ] {
        browser.open("about:blank");
        browser.open(&site.url(&format!("/hosts/based.html{given}")));
        browser.widget(0).row_field().fill("37");
        let start = site.url(&format!("/hosts/based.html{kept}"));
        browser.until("location.href.startsWith(input)", json!(start));
        // With a base set by the page, the address is still this page's.
        browser.reload();
        assert_eq!(browser.widget(0).eval(quantity, json!(null)), true, "{given}");
    }
}

#[test]
fn a_missing_page_of_somebody_elses_takes_one_line() {
    let line = crate::docs::snippet("docs/hosts/static-site.md", "404-line.html");
    let own = format!("<!doctype html><html lang=\"fr\"><head>{line}<title>Perdu</title></head><p>Perdu.</p></html>");
    let site = Site::with(move |_, response| {
        if response.status == 404 { Response::new(404, "text/html; charset=utf-8", own.clone()) } else { response }
    });
    let browser = Browser::new();
    browser.open(&site.url(&format!("/hosts/one.html%23retour={}", sealed(&reference()))));
    browser.widget(0).until_text(WHOLE);
}

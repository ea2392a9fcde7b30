//! The parts of the program: each arrives with the screens that need it, and one that does not arrive can be wanted again.

use crate::browser::Browser;
use crate::sent::{reference, sealed};
use crate::site::Site;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use xtask::serve::server::{Request, Response};

/// The parts that a page has fetched so far.
const FETCHED: &str = "return performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop())
    .filter((name) => /^retour_(?!bg)/.test(name)).sort();";

#[test]
fn nothing_is_loaded_that_a_mode_does_not_need() {
    let site = Site::plain();
    let brief = format!("/#retour={}", sealed(&reference()));
    for (address, parts) in [
        ("/", json!([])),
        (brief.as_str(), json!(["retour_brief.wasm", "retour_more.wasm", "retour_reply.wasm"])),
        ("/?mode=compose", json!(["retour_brief.wasm", "retour_desk.wasm", "retour_more.wasm", "retour_reply.wasm"])),
    ] {
        let browser = Browser::new();
        browser.open(&site.url(address));
        browser.widget(0);
        assert_eq!(browser.run(FETCHED, json!(null)), parts, "{address}");
        assert_eq!(browser.complaints(), Vec::<String>::new(), "{address}");
    }
}

#[test]
fn a_part_arrives_when_its_screen_is_wanted() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    widget.find(".primary").click();
    widget.until_text("Réussir la journée des prescripteurs");
    assert_eq!(browser.run(FETCHED, json!(null)), json!(["retour_brief.wasm", "retour_more.wasm"]));
    let answered =
        "await widget.open(input); return widget.shadowRoot.querySelectorAll('.answering .quick button').length > 3;";
    assert_eq!(widget.eval(answered, json!(sealed(&reference()))), true);
    assert_eq!(
        browser.run(FETCHED, json!(null)),
        json!(["retour_brief.wasm", "retour_more.wasm", "retour_reply.wasm"])
    );
    // Another mode is another part.
    widget.eval("widget.mode = 'compose';", json!(null));
    widget.role("textbox", "Coller une réponse reçue");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn what_few_visits_need_arrives_when_it_is_wanted() {
    let faulty = |request: &Request, mut response: Response| {
        if request.path == "/agency.json" && request.query.contains("faulty") {
            let mut file: Value = serde_json::from_slice(&response.body).expect("the example");
            file["rates"] = json!("none");
            response.body = file.to_string().into_bytes();
        }
        response
    };
    let (site, browser) = (Site::with(faulty), Browser::new());
    let more = json!(["retour_more.wasm"]);
    for button in ["English", "Ajouter une ligne"] {
        browser.open(&site.url("/hosts/one.html"));
        let widget = browser.widget(0);
        assert_eq!(browser.run(FETCHED, json!(null)), json!([]));
        widget.role("button", button).click();
        widget.until_text(if button == "English" { "Estimate your project" } else { "Retirer cette ligne" });
        assert_eq!(browser.run(FETCHED, json!(null)), more, "{button}");
    }
    // What is wrong with a file, each with its place.
    browser.open(&site.url("/?agency=/agency.json%3Ffaulty"));
    let widget = browser.widget(0);
    widget.until_text("Une liste est attendue");
    assert_eq!(browser.run(FETCHED, json!(null)), more);
    assert!(widget.text().contains("rates"), "{}", widget.text());
}

#[test]
fn a_part_that_does_not_arrive_leaves_what_is_there_and_can_be_wanted_again() {
    let broken = Arc::new(AtomicBool::new(true));
    let (site, browser) = {
        let broken = Arc::clone(&broken);
        let site = Site::with(move |request, response| {
            if request.path == "/retour_brief.wasm" && broken.load(Ordering::Relaxed) {
                return Response::new(503, "text/plain", "Later.");
            }
            response
        });
        (site, Browser::new())
    };
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    widget.row_field().fill("37");
    widget.find(".primary").click();
    widget.until_text("Cette partie n’est pas arrivée.");
    let failure = browser.run("return failures[0];", json!(null));
    assert_eq!(
        (&failure["stage"], &failure["remedy"]),
        (&json!("wasm"), &json!("Serve retour_brief.wasm beside retour.js."))
    );
    assert_eq!(widget.row_field().value(), "37");
    let refused = "return widget.link().then(() => 'a link', (error) => error.stage);";
    assert_eq!(widget.eval(refused, json!(null)), "wasm");

    broken.store(false, Ordering::Relaxed);
    widget.find(".primary").click();
    widget.until_text("Réussir la journée des prescripteurs");
    let link = widget.eval("return await widget.link();", json!(null));
    assert!(link.as_str().is_some_and(|link| link.contains("#retour=1")), "{link}");
}

#[test]
fn a_part_of_another_build_is_refused() {
    let site = Site::with(|request, mut response| {
        if request.path == "/retour_reply.wasm" {
            // The mark of the build stands at the end.
            *response.body.last_mut().expect("a part") ^= 1;
        }
        response
    });
    let browser = Browser::new();
    browser.open(&site.url("/hosts/one.html"));
    let stage = "return widget.open(input).then(() => 'opened', (error) => error.stage);";
    let stage: Value = browser.widget(0).eval(stage, json!(sealed(&reference())));
    assert_eq!(stage, "version");
}

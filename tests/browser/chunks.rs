//! The chunks of the program: each is fetched with the screens that need it; one that could not be fetched can be tried
//! again.

use crate::browser::Browser;
use crate::sent::{reference, sealed};
use crate::site::Site;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use xtask::build::chunks::{CHUNKS, built, is_needed};
use xtask::serve::server::{Request, Response};

/// The files of chunks that a page has fetched so far.
const FETCHED: &str = "return performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop())
    .filter((name) => /^retour_(?!bg)/.test(name)).sort();";

/// The files of a chunk.
fn files(chunk: &str) -> Value {
    let chunk = CHUNKS.iter().find(|own| own.name == chunk).expect("a chunk");
    built().expect("dist/").into_iter().filter(|file| is_needed(file, chunk)).collect()
}

#[test]
fn nothing_is_loaded_that_a_mode_does_not_need() {
    let site = Site::plain();
    let brief = format!("/#retour={}", sealed(&reference()));
    for (address, fetched) in [("/", json!([])), (brief.as_str(), files("reply")), ("/?mode=compose", files("desk"))] {
        let browser = Browser::new();
        browser.open(&site.url(address));
        browser.widget(0);
        assert_eq!(browser.run(FETCHED, json!(null)), fetched, "{address}");
        assert_eq!(browser.complaints(), Vec::<String>::new(), "{address}");
    }
}

#[test]
fn a_chunk_arrives_when_its_screen_is_wanted() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    widget.find(".primary").click();
    widget.until_text("Réussir la journée des prescripteurs");
    assert_eq!(browser.run(FETCHED, json!(null)), files("brief"));
    let answered =
        "await widget.open(input); return widget.shadowRoot.querySelectorAll('.answering .quick button').length > 3;";
    assert_eq!(widget.eval(answered, json!(sealed(&reference()))), true);
    let fetched = browser.run(FETCHED, json!(null));
    let fetched: Vec<&Value> = fetched.as_array().expect("a list").iter().collect();
    assert!(files("reply").as_array().expect("a list").iter().all(|file| fetched.contains(&file)), "{fetched:?}");
    // Another mode needs another chunk.
    widget.eval("widget.mode = 'compose';", json!(null));
    widget.role("textbox", "Coller une réponse reçue");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn another_language_needs_no_chunk_and_a_faulty_file_gets_the_sentences_of_its_faults() {
    let later = Arc::new(AtomicBool::new(true));
    let answers_later = Arc::clone(&later);
    let faulty = move |request: &Request, mut response: Response| {
        if request.path == "/agency.json" && request.query.contains("faulty") {
            let mut file: Value = serde_json::from_slice(&response.body).expect("the example");
            file["rates"] = json!("none");
            response.body = file.to_string().into_bytes();
        }
        let is_chunk = request.path.starts_with("/retour_") && request.path != "/retour_bg.wasm";
        if is_chunk && answers_later.load(Ordering::Relaxed) {
            return Response::new(503, "text/plain", "Later.");
        }
        response
    };
    let (site, browser) = (Site::with(faulty), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    widget.role("button", "English").click();
    widget.until_text("Estimate your project");
    // The faults of a file are shown with their places, also where their sentences do not arrive.
    browser.open(&site.url("/?agency=/agency.json%3Ffaulty"));
    let widget = browser.widget(0);
    widget.until_text("Il y a là quelque chose à corriger");
    assert!(widget.text().contains("rates"), "{}", widget.text());
    later.store(false, Ordering::Relaxed);
    browser.reload();
    let widget = browser.widget(0);
    widget.until_text("Une liste est attendue");
    assert!(widget.text().contains("rates"), "{}", widget.text());
}

#[test]
fn a_line_of_ones_own_comes_with_the_brief() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    widget.role("button", "Ajouter une ligne").click();
    widget.until_text("Retirer cette ligne");
    assert_eq!(browser.run(FETCHED, json!(null)), files("brief"));
}

#[test]
fn a_brief_is_fetched_while_the_page_is_idle_so_that_it_opens_without_a_network() {
    let gone = Arc::new(AtomicBool::new(false));
    let site = {
        let gone = Arc::clone(&gone);
        Site::with(move |_, response| {
            if gone.load(Ordering::Relaxed) { Response::new(503, "text/plain", "In a tunnel.") } else { response }
        })
    };
    let browser = Browser::new();
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    assert_eq!(browser.run(FETCHED, json!(null)), json!([]));
    widget.row_field().fill("37");
    let count = files("brief").as_array().map(Vec::len);
    browser.until("performance.getEntriesByType('resource').filter(({ name }) => /retour_(?!bg)\\w+.wasm/.test(name)).length >= input", json!(count));
    gone.store(true, Ordering::Relaxed);
    widget.find(".primary").click();
    widget.until_text("Réussir la journée des prescripteurs");
    // Its styles have come with it.
    assert_eq!(widget.find(".brief").eval("return getComputedStyle(input).display;"), "grid");
}

#[test]
fn a_chunk_that_does_not_arrive_leaves_what_is_there_and_can_be_wanted_again() {
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
fn a_draft_needs_no_chunk() {
    let site = Site::with(|request, response| {
        let is_chunk = request.path.starts_with("/retour_") && request.path != "/retour_bg.wasm";
        if is_chunk { Response::new(503, "text/plain", "Later.") } else { response }
    });
    let browser = Browser::new();
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    widget.role("checkbox", "Garder mon brouillon dans ce navigateur").click();
    widget.row_field().fill("37");
    let done = widget.proposal();
    // The page is left at once.
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    widget.until_text("Voici votre brouillon, gardé dans ce navigateur.");
    assert_eq!(widget.proposal(), done);
}

#[test]
fn a_chunk_of_another_build_is_refused() {
    let site = Site::with(|request, mut response| {
        if request.path == "/retour_reply.wasm" {
            // The mark of the build is at the end.
            *response.body.last_mut().expect("a chunk") ^= 1;
        }
        response
    });
    let browser = Browser::new();
    browser.open(&site.url("/hosts/one.html"));
    let stage = "return widget.open(input).then(() => 'opened', (error) => error.stage);";
    let stage: Value = browser.widget(0).eval(stage, json!(sealed(&reference())));
    assert_eq!(stage, "version");
}

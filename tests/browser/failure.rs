//! Whatever fails, the page's own content is shown, and the owner of the site is informed.

use crate::browser::Browser;
use crate::site::Site;
use serde_json::{Value, json};
use xtask::serve::server::{Request, Response};

#[test]
fn a_missing_program_leaves_the_fallback() {
    let failure = failure(|request, response| match request.path.as_str() {
        "/retour_bg.wasm" => Response::new(404, "text/html", "Not found."),
        _ => response,
    });
    assert_eq!(failure["stage"], "wasm");
    assert_eq!(failure["remedy"], "Serve retour_bg.wasm beside retour.js.");
}

#[test]
fn a_page_in_place_of_the_program() {
    let failure = failure(|request, response| match request.path.as_str() {
        "/retour_bg.wasm" => Response::new(200, "text/html", "<!doctype html><title>Home</title>"),
        _ => response,
    });
    assert_eq!(failure["stage"], "wasm");
}

#[test]
fn a_damaged_program() {
    let failure = failure(|request, mut response| {
        if request.path == "/retour_bg.wasm" {
            response.body.truncate(response.body.len() / 2);
        }
        response
    });
    assert_eq!(failure["stage"], "wasm");
    assert_eq!(failure["remedy"], "Upload retour_bg.wasm again, in binary mode.");
}

#[test]
fn a_program_of_another_build() {
    let failure = failure(|request, mut response| {
        if request.path == "/retour_bg.wasm" {
            // The mark of the build is at the end.
            *response.body.last_mut().expect("a program") ^= 1;
        }
        response
    });
    assert_eq!(failure["stage"], "version");
}

#[test]
fn a_browser_without_webassembly() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/lockdown.html"));
    let told = browser.until("document.documentElement.dataset.failure", json!(null));
    let failure: Value = serde_json::from_str(told.as_str().expect("JSON")).expect("JSON");
    assert_eq!(failure["stage"], "browser");
    assert!(failure["message"].as_str().is_some_and(|message| message.contains("Lockdown")), "{failure}");
    assert_eq!(browser.run("return document.querySelector('p').checkVisibility();", json!(null)), true);
}

#[test]
fn a_missing_agency() {
    let failure = failure(|request, response| match request.path.as_str() {
        "/agency.json" => Response::new(404, "text/html", "Not found."),
        _ => response,
    });
    assert_eq!((&failure["stage"], &failure["remedy"]), (&json!("agency"), &json!("Check the attribute agency.")));
}

#[test]
fn an_agency_that_is_no_json() {
    let failure = failure(|request, response| match request.path.as_str() {
        "/agency.json" => Response::new(200, "application/json", "{"),
        _ => response,
    });
    assert_eq!((&failure["stage"], &failure["remedy"]), (&json!("agency"), &json!("Correct the file.")));
}

#[test]
fn a_policy_without_webassembly() {
    let failure = failure(|_, mut response| {
        response.set("content-security-policy", "script-src 'self' 'unsafe-inline'; connect-src 'self'");
        response
    });
    assert_eq!(failure["stage"], "policy");
    assert_eq!(failure["remedy"], "Add 'wasm-unsafe-eval' to script-src.");
}

#[test]
fn a_policy_without_connections() {
    let failure = failure(|_, mut response| {
        response
            .set("content-security-policy", "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; connect-src 'none'");
        response
    });
    assert!(["network", "agency"].contains(&failure["stage"].as_str().unwrap_or_default()), "{failure}");
}

#[test]
fn a_wrong_type_for_the_program_is_only_slower() {
    let site = Site::with(|request, mut response| {
        if request.path == "/retour_bg.wasm" {
            response.set("content-type", "application/octet-stream");
        }
        response
    });
    let browser = Browser::new();
    browser.open(&site.url("/hosts/one.html"));
    browser.widget(0);
    assert!(browser.complaints().iter().any(|it| it.contains("served as application/wasm")));
}

#[test]
fn what_failed_can_be_tried_again() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    browser.widget(0);
    let again = "widget.setAttribute('agency', '/nothing.json');
        await until(() => failures.length === 1, 'a failure');
        const goesOn = isReady(widget);
        const other = document.body.appendChild(document.createElement('retour-widget'));
        other.setAttribute('agency', '/nothing.json');
        await until(() => failures.length === 2, 'another failure');
        const failed = !isReady(other);
        other.setAttribute('agency', '/agency.json');
        await until(() => isReady(other), 'a widget');
        return [goesOn, failed];";
    assert_eq!(browser.widget(0).eval(again, json!(null)), json!([true, true]));
}

#[test]
fn a_second_script_of_another_version_lets_the_first_go_on() {
    let site = Site::with(|request, mut response| {
        if request.query == "other" {
            let text = String::from_utf8_lossy(&response.body).replace(env!("CARGO_PKG_VERSION"), "9.9.9");
            response.body = text.into_bytes();
        }
        response
    });
    let browser = Browser::new();
    browser.open(&site.url("/hosts/one.html"));
    browser.widget(0);
    browser.complaints();
    browser.run("await import('/retour.js?other');", json!(null));
    browser.widget(0).row_field().fill("37");
    assert!(browser.complaints().iter().any(|it| it.contains("Retour 9.9.9 does nothing here")));
}

/// Opens a page on a site with this change; returns the detail of the widget's failure once its fallback is shown.
#[track_caller]
fn failure(change: impl Fn(&Request, Response) -> Response + Send + Sync + 'static) -> Value {
    let (site, browser) = (Site::with(change), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    let detail = browser.until("failures[0]", json!(null));
    browser.until("document.querySelector('retour-widget p').checkVisibility()", json!(null));
    detail
}

#[test]
fn a_panic_in_one_widget_leaves_the_other_alone_and_can_be_tried_again() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/two.html"));
    let (first, second) = (browser.widget(0), browser.widget(1));
    first.row_field().fill("37");
    let kept = first.proposal();
    // Without a function that drawing needs, the widget panics at its next drawing.
    let panicked =
        "const failed = new Promise((done) => widget.addEventListener('retour-error', ({ detail }) => done(detail)));
        const { insertBefore } = Node.prototype;
        Node.prototype.insertBefore = () => { throw new Error('not today'); };
        widget.shadowRoot.querySelector('.primary').click();
        const detail = await failed;
        Node.prototype.insertBefore = insertBefore;
        return [detail.stage, widget.querySelector('p').checkVisibility(), isReady(widget) || widget.hasAttribute('ready')];";
    assert_eq!(first.eval(panicked, json!(null)), json!(["panic", true, false]));
    second.row_field().fill("41");
    assert!(second.text().contains("41") || second.row_field().value() == "41");
    let again = "await widget.retry(); return [widget.proposal(), isReady(widget)];";
    assert_eq!(first.eval(again, json!(null)), json!([kept, true]));
}

//! The pages that the documentation shows, each run as shown, except for the addresses and digests that a reader fills
//! in.

use crate::browser::Browser;
use crate::docs::{built, snippet};
use crate::engine::Engine;
use crate::site::Site;
use serde_json::{Value, json};
use std::fs;
use std::sync::{Arc, Mutex};
use xtask::build::chunks;
use xtask::build::sizes::{WIDGET, weigh};
use xtask::serve::server::{Request, Response};

/// The address in the documentation that a reader replaces by that of the files.
const CDN: &str = "https://cdn.example";

/// A site for the files alone, which allows other sites to use them.
fn cdn() -> Site {
    Site::with(|_, mut response| {
        response.set("access-control-allow-origin", "*");
        response
    })
}

/// Writes a page into a folder that the site serves, with the files at this address; returns its path.
#[track_caller]
fn page(name: &str, text: &str, files: &str) -> String {
    fs::write(built(name).join("index.html"), text.replace(CDN, files)).expect("a folder to write to");
    format!("/built/{name}/index.html")
}

/// Waits for the widget on the page and uses it.
#[track_caller]
fn works(browser: &Browser) {
    let field = browser.widget(0).row_field();
    field.fill("37");
    assert_eq!(field.value(), "37");
    browser.until("widgets()[0].proposal().lines.some(({ quantity }) => quantity === 37)", json!(null));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn the_blocks_for_a_content_manager() {
    let (site, cdn, browser) = (Site::plain(), cdn(), Browser::new());
    let theme = fs::read_to_string(xtask::root().join("tests/hosts/wordpress.html")).expect("the theme's page");
    let own = theme.find("<retour-widget").expect("a widget on the theme's page");
    let end = theme.find("</retour-widget>").expect("its end");
    for block in ["block.html", "block-en.html", "inline.html"] {
        let block = snippet("docs/hosts/wordpress.md", block);
        let text = [&theme[..own], &block, &theme[end + "</retour-widget>".len()..]].concat();
        browser.open(&site.url(&page("wordpress", &text, &cdn.url(""))));
        let widget = browser.widget(0);
        assert!(!widget.text().contains("corriger"), "{}", widget.text());
        assert!(widget.text().to_lowercase().contains("film"), "{}", widget.text());
        assert_eq!(browser.run("return failures;", json!(null)), json!([]));
        assert_eq!(browser.complaints(), Vec::<String>::new());
    }
}

#[test]
fn a_static_site_with_the_headers_that_it_should_send() {
    let headers = snippet("docs/hosts/static-site.md", "_headers");
    let asked = Arc::new(Mutex::new(Vec::new()));
    let log = asked.clone();
    let cdn = Site::with(move |request, mut response| {
        log.lock().expect("no test has panicked").push(request.path.clone());
        headers_for(&headers, &request.path).iter().for_each(|(name, value)| response.set(name, value));
        response
    });
    let (site, browser) = (Site::plain(), Browser::new());
    let path = page("static", &snippet("docs/hosts/static-site.md", "page.html"), &cdn.url(""));
    for _ in 0..2 {
        browser.open("about:blank");
        browser.open(&site.url(&path));
        works(&browser);
    }
    let asked = asked.lock().expect("no test has panicked");
    let times = |end: &str| asked.iter().filter(|path| path.ends_with(end)).count();
    assert_eq!(times("/agency.json"), 2, "{asked:?}");
    if Engine::chosen().offers_cache("that a second visit fetches no program") {
        assert_eq!([times("/retour.js"), times("/retour_bg.wasm")], [1, 1], "{asked:?}");
    }
}

/// The headers that a `_headers` file sets for a path: its lines without indent are paths, perhaps with a star at the
/// end.
fn headers_for(file: &str, path: &str) -> Vec<(String, String)> {
    let mut applies = false;
    let mut headers = Vec::new();
    for line in file.lines() {
        match line.strip_prefix("  ").and_then(|line| line.split_once(": ")) {
            Some((name, value)) if applies => headers.push((name.to_ascii_lowercase(), value.to_owned())),
            Some(_) => (),
            None => applies = line.strip_suffix('*').map_or(line == path, |start| path.starts_with(start)),
        }
    }
    headers
}

#[test]
fn a_frame_is_as_high_as_what_it_shows() {
    const HEARD: &str = "<!doctype html><title>Un cadre</title><p>Avant</p>
        <script>globalThis.heights = []; addEventListener('message', ({ data }) => heights.push(data?.height));</script>";
    const AFTER: &str = "<p>Après</p><script>globalThis.shown = document.querySelector('iframe');</script>";
    let (site, cdn, browser) = (Site::plain(), cdn(), Browser::with_scroll_bars());
    let text = [HEARD, &snippet("docs/hosts/iframe.md", "page.html"), AFTER].concat();
    // From the page's own origin, where a test can look inside.
    browser.open(&site.url(&page("iframe", &text, "")));
    let settled = "shown.contentDocument.querySelector('retour-widget')?.proposal()
        && Math.abs(shown.contentDocument.querySelector('retour-widget').getBoundingClientRect().height - shown.clientHeight) <= 1";
    browser.until(&format!("{settled} && heights.length"), json!(null));
    // A scroll bar that appears and disappears with the height would change the width, and with it the height again.
    let room = "const box = document.createElement('div'); box.style.cssText = 'overflow: scroll; width: 100px';
        document.body.append(box); const room = box.offsetWidth - box.clientWidth; box.remove(); return room;";
    if Engine::chosen().offers_scroll_bars("that a frame is as high as what it shows where scroll bars take room") {
        assert!(browser.run(room, json!(null)).as_f64().is_some_and(|room| room > 5.0), "scroll bars take room");
    }
    // A window in which every width fits.
    browser.resize(1960, 900);
    for width in (320..=1920).step_by(50) {
        browser.run("shown.style.width = `${input}px`; heights.length = 0;", json!(width));
        browser.until(&format!("shown.clientWidth === {width} && {settled}"), json!(null));
        let told = browser.run("await new Promise((done) => setTimeout(done, 100)); return heights;", json!(null));
        assert!(told.as_array().is_some_and(|told| told.len() <= 3), "{width} px: {told}");
        let bars = "const root = shown.contentDocument.documentElement; return [root.scrollHeight - root.clientHeight, shown.contentWindow.innerWidth - root.clientWidth];";
        assert_eq!(browser.run(bars, json!(null)), json!([0, 0]), "{width} px");
    }
    // From another origin, as most frames are.
    browser.open(&site.url(&page("iframe", &text, &cdn.url(""))));
    browser.until("heights.length > 0 && shown.clientHeight > 1000", json!(null));
    // A message that is not from the frame changes nothing.
    browser.run("postMessage({ type: 'retour-height', height: 5 }, '*');", json!(null));
    browser.until("heights.includes(5)", json!(null));
    assert!(browser.run("return shown.clientHeight;", json!(null)).as_f64().is_some_and(|height| height > 1000.0));
}

#[test]
fn the_strictest_policy_that_the_widget_works_under() {
    let policy = snippet("docs/hosts/strict-csp.md", "policy").trim().to_owned();
    let without_types = policy.split("; require-trusted-types").next().expect("what goes before").to_owned();
    for policy in [policy.clone(), without_types] {
        let (site, browser) = (Site::with_policy(policy), Browser::new());
        let text = snippet("docs/hosts/strict-csp.md", "page.html");
        browser.open(&site.url(&page("strict", &text, "")));
        works(&browser);
    }
}

#[test]
fn digests_pin_the_script_and_the_program() {
    let page_text = snippet("docs/hosts/strict-csp.md", "integrity.html");
    let script = snippet("docs/hosts/strict-csp.md", "estimator.js");
    let filled = |text: &str| {
        WIDGET.iter().copied().map(str::to_owned).chain(chunks::built().expect("dist/")).fold(
            text.to_owned(),
            |text, name: String| {
                text.replace(&format!("sha384-(of {name})"), &weigh(&name).expect("a file of dist/").integrity)
            },
        )
    };
    let path = page("integrity", &filled(&page_text), "");
    let script = filled(&script);
    let shown = |change: fn(&Request, &mut Response)| -> Value {
        let script = script.clone();
        let site = Site::with(move |request, mut response| {
            if request.path == "/estimator.js" {
                response = Response::new(200, "text/javascript", script.clone());
            }
            change(request, &mut response);
            response
        });
        let browser = Browser::new();
        browser.open(&site.url(&path));
        // The page has run its scripts by now: importing one again only shows how it ended.
        let outcome =
            "const isPage = () => widgets().length === 0 && document.querySelector('main p').checkVisibility();
            if (!customElements.get('retour-widget')) return isPage() && 'the page alone';
            const ended = await import('/estimator.js').then(() => true, () => false);
            if (!ended) return isPage() && 'the page without a program';
            await until(() => isReady(widgets()[0]), 'a widget');
            return widgets()[0].link().then(() => 'all of it', () => 'no link');";
        browser.run(outcome, json!(null))
    };
    assert_eq!(shown(|_, _| ()), "all of it");
    assert_eq!(shown(|request, response| forge("/retour.js", request, response)), "the page alone");
    if Engine::chosen().offers_failed_imports("that a forged program leaves the page as it is") {
        let forged = shown(|request, response| forge("/retour_bg.wasm", request, response));
        assert_eq!(forged, "the page without a program");
        // load() also fetches the functions for programs, which are in this chunk.
        let forged = shown(|request, response| forge("/retour_brief.wasm", request, response));
        assert_eq!(forged, "the page without a program");
    }
}

/// Changes a byte in the middle of a file: a forged program keeps the mark of the build at its end.
fn forge(file: &str, request: &Request, response: &mut Response) {
    if request.path.ends_with(file) {
        let middle = response.body.len() / 2;
        response.body[middle] ^= 1;
    }
}

#[test]
fn analytics_learn_no_link() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/plain.html#retour=1secret"));
    let body = format!(
        "const told = []; const gtag = (...given) => told.push(given); const _paq = told;
         {} return told;",
        snippet("docs/embed.md", "analytics.js")
    );
    let told = browser.run(&body, json!(null)).to_string();
    assert!(told.contains("/hosts/plain.html") && !told.contains("retour=") && !told.contains('#'), "{told}");
}

#[test]
fn colours_and_parts_are_what_the_page_says() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    let styles = [snippet("docs/theming.md", "theme.css"), snippet("docs/theming.md", "parts.css")].concat();
    browser.run(
        "document.head.append(Object.assign(document.createElement('style'), { textContent: input }));",
        json!(styles),
    );
    let widget = browser.widget(0);
    let looks = "const look = (selector, name) => getComputedStyle(widget.shadowRoot.querySelector(selector))[name];
        return [look('.retour', 'backgroundColor'), look('.primary', 'backgroundColor'), look('h1', 'textTransform'), look('.primary', 'borderRadius')];";
    let expected = json!(["rgb(255, 253, 248)", "rgb(31, 107, 79)", "uppercase", "999px"]);
    assert_eq!(widget.eval(looks, json!(null)), expected);
}

#[test]
fn every_property_and_part_is_listed() {
    let text = fs::read_to_string(xtask::root().join("docs/theming.md")).expect("the page on looks");
    let listed = |start: &str| -> Vec<String> {
        let rows = text.lines().filter_map(|line| line.strip_prefix("| `")).filter_map(|line| line.split('`').next());
        let mut names: Vec<_> =
            rows.filter(|name| name.starts_with("--") == (start == "--")).map(str::to_owned).collect();
        names.sort();
        names
    };
    let tokens = fs::read_to_string(xtask::root().join("styles/tokens.css")).expect("the tokens");
    let public = tokens.split("/* derived").next().expect("the public ones come first");
    let mut defined: Vec<_> = public
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.split(':').next())
        .map(|it| format!("--{it}"))
        .collect();
    defined.sort();
    assert_eq!(listed("--"), defined);

    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    let parts = "return [...new Set(all('[part]', widget.shadowRoot).flatMap((it) => [...it.part]))].sort();";
    assert_eq!(widget.eval(parts, json!(null)), json!(listed("")));
}

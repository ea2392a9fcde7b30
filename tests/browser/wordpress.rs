//! Pages as content managers make them: the import map is last, lines become paragraphs, optimisers move scripts, a
//! theme draws a ring around the focused element, a bar is pinned to the top.

use crate::autop::with_paragraphs;
use crate::browser::Browser;
use crate::docs::{built, snippet, snippets};
use crate::site::Site;
use serde_json::json;
use std::fs;
use std::io::{Write, stderr};
use xtask::serve::server::{Request, Response, file};

/// The placeholder for an author's content in the theme's page.
const CONTENT: &str = "<!-- content -->";

/// The address in the documentation that a reader replaces by that of the files.
const CDN: &str = "https://cdn.example";

/// Writes the theme's page with this content into a folder that the site serves; returns its path.
#[track_caller]
fn page(name: &str, content: &str) -> String {
    let theme = fs::read_to_string(xtask::root().join("tests/hosts/import-map.html")).expect("the theme's page");
    assert!(theme.contains(CONTENT), "no place for the content");
    let text = theme.replace(CONTENT, &content.replace(CDN, "")).replace("\"/retour/retour", "\"/retour");
    fs::write(built(name).join("index.html"), text).expect("a folder to write to");
    format!("/built/{name}/index.html")
}

/// Whether the site's own module, which it finds by its import map, opens its lightbox.
fn opens_the_lightbox(browser: &Browser) -> bool {
    let opened = "document.getElementById('enlarge').click();
        const dialog = document.getElementById('lightbox');
        const opened = dialog.open;
        dialog.close();
        return opened;";
    browser.run(opened, json!(null)) == json!(true)
}

/// Checks that the widget on the page becomes ready, and that the site's own modules run.
#[track_caller]
fn gets_along(browser: &Browser, url: &str) {
    browser.open(url);
    browser.until("document.documentElement.dataset.lightbox", json!(null));
    browser.widget(0);
    assert!(opens_the_lightbox(browser), "the lightbox stays shut");
    assert_eq!(browser.run("return failures;", json!(null)), json!([]));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn an_import_map_after_the_widget_holds() {
    let (site, browser) = (Site::plain(), Browser::new());
    let block = snippet("docs/hosts/wordpress.md", "block.html");
    for way in ["defer", "async", ""] {
        let block = block.replace(" defer>", &format!(" {way}>"));
        gets_along(&browser, &site.url(&page("import-map", &block)));
    }
    // The reason for the loader. An engine that accepts a late import map passes as well.
    let tag = block.replace("retour-loader.js\" defer", "retour.js\" type=\"module\"");
    browser.open(&site.url(&page("import-map", &tag)));
    browser.widget(0);
    if !opens_the_lightbox(&browser) {
        let said = "A module's tag before an import map switches the map off here; the loader does not.\n";
        stderr().write_all(said.as_bytes()).expect("a place to print to");
    }
}

#[test]
fn a_script_that_comes_when_the_page_is_there() {
    let (site, browser) = (Site::plain(), Browser::new());
    // As plugins do that delay scripts until the visitor does something.
    let late = "<retour-widget agency=\"/agency.json\"></retour-widget><script>addEventListener('load', () =>
        document.head.append(Object.assign(document.createElement('script'), { src: '/retour-loader.js?ver=6.6' })));</script>";
    gets_along(&browser, &site.url(&page("delayed", late)));
}

#[test]
fn scripts_that_are_joined() {
    // A script whose last line has no semicolon, as optimisers put them before ours.
    let joined = |request: &Request, response| match request.path.as_str() {
        "/cache/all.js" => {
            let loader = file(&xtask::dist_folder(), "retour-loader.js");
            Response::new(200, "text/javascript", [b"globalThis.before = () => 1\n".to_vec(), loader.body].concat())
        }
        _ => response,
    };
    let (site, browser) = (Site::with(joined), Browser::new());
    let script = "<script src=\"/cache/all.js\"></script>";
    let told = "<retour-widget agency=\"/agency.json\" data-script=\"/retour.js\"></retour-widget>";
    gets_along(&browser, &site.url(&page("joined", &[script, told].concat())));
    // The original tag is still there, but disabled.
    let left = "<script src=\"/retour-loader.js\" type=\"text/plain\"></script>";
    let untold = "<retour-widget agency=\"/agency.json\"><b>Écrivez-nous.</b></retour-widget>";
    gets_along(&browser, &site.url(&page("joined", &[left, script, untold].concat())));

    browser.open(&site.url(&page("joined", &[script, untold].concat())));
    let failure = browser.until("failures[0]", json!(null));
    assert_eq!(failure["stage"], "network");
    assert!(failure["remedy"].as_str().is_some_and(|remedy| remedy.contains("data-script")), "{failure}");
    assert_eq!(browser.run("return document.querySelector('b').checkVisibility();", json!(null)), true);
}

#[test]
fn a_module_that_is_not_there_leaves_the_fallback() {
    let site = Site::with(|request, response| match request.path.ends_with("/retour.js") {
        true => Response::new(404, "text/html", "Not found."),
        false => response,
    });
    let browser = Browser::new();
    browser.open(&site.url(&page("missing", &snippet("docs/hosts/wordpress.md", "block.html"))));
    let failure = browser.until("failures[0]", json!(null));
    let address = site.url("/retour/0.1.0/retour.js");
    assert!(failure["message"].as_str().is_some_and(|message| message.contains(&address)), "{failure}");
    assert_eq!(browser.run("return document.querySelector('retour-widget a').checkVisibility();", json!(null)), true);
    let said = browser.complaints().join("\n");
    assert!(said.contains(&address) && said.contains("Remedy: Put retour.js beside"), "{said}");
}

#[test]
fn a_policy_that_goes_by_nonces() {
    let policy = "default-src 'none'; script-src 'nonce-once' 'wasm-unsafe-eval'; connect-src 'self'";
    let site = Site::with(move |_, mut response| {
        let text = String::from_utf8_lossy(&response.body)
            .replace("<script src=\"/recorder", "<script nonce=\"once\" src=\"/recorder");
        if response.headers.iter().any(|(_, value)| value.starts_with("text/html")) {
            response.body = text.into_bytes();
        }
        response.set("content-security-policy", policy);
        response
    });
    let browser = Browser::new();
    let text = "<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\"><title>Nonces</title>
        <script nonce=\"once\" src=\"/retour-loader.js\" defer></script>
        <div><retour-widget agency=\"/agency.json\"></retour-widget></div>";
    fs::write(built("nonce").join("index.html"), text).expect("a folder to write to");
    browser.open(&site.url("/built/nonce/index.html"));
    browser.widget(0).row_field().fill("37");
    browser.until("widgets()[0].proposal().lines.some(({ quantity }) => quantity === 37)", json!(null));
}

#[test]
fn paragraphs_are_made_around_every_block_and_not_in_it() {
    let (site, browser) = (Site::plain(), Browser::new());
    let plain = ["README.md", "docs/embed.md", "docs/hosts/static-site.md", "docs/hosts/wordpress.md"];
    let blocks = plain
        .iter()
        .flat_map(|page| snippets(page))
        .filter(|it| it.contains("<retour-widget") && it.contains("loader"));
    let blocks: Vec<_> = blocks.collect();
    assert_eq!(blocks.len(), 7, "{blocks:?}");
    for block in blocks {
        let block = block.replace("<!doctype html>", "");
        let text = with_paragraphs(&format!("Notre estimateur.\n\n{block}\nFin."));
        browser.open(&site.url(&page("paragraphs", &text)));
        browser.until("document.documentElement.dataset.lightbox", json!(null));
        browser.widget(0);
        // The fallback is shown neither below the widget nor around it.
        let seen = browser.run("return document.querySelector('main').innerText;", json!(null)).to_string();
        assert!(seen.contains("Notre estimateur.") && seen.contains("Fin."), "{seen}");
        assert!(!seen.contains("crivez-nous") && !seen.contains("write to us"), "{seen}\n{text}");
        let inside = "return [widgets()[0].querySelector('a') !== null, widgets()[0].closest('p') === null];";
        assert_eq!(browser.run(inside, json!(null)), json!([true, true]), "{text}");
        assert!(opens_the_lightbox(&browser));
    }
    // The reason why they contain no `<p>`.
    let broken = with_paragraphs("<retour-widget agency=\"/agency.json\">\n  <p>Écrivez-nous.</p>\n</retour-widget>");
    browser.open(&site.url(&page("paragraphs", &broken)));
    assert_eq!(browser.run("return document.querySelector('retour-widget p');", json!(null)), json!(null));
}

#[test]
fn a_theme_that_rings_what_has_the_focus_rings_no_widget() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/focus.html"));
    let widget = browser.widget(0);
    widget.row_field().fill("37");
    let outlines = "const outline = (it) => getComputedStyle(it).outlineStyle;
        return [outline(widget), outline(focused()), outline(document.getElementById('around'))];";
    assert_eq!(widget.eval(outlines, json!(null)), json!(["none", "solid", "solid"]));
}

#[test]
fn the_element_says_when_it_is_ready() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/blank.html"));
    // An editor's preview measures again when something changes that it can see.
    let heights = "await import('/retour.js');
        const widget = Object.assign(document.createElement('retour-widget'), { agency: '/agency.json' });
        widget.innerHTML = '<b>Écrivez-nous.</b>';
        const heights = [];
        new MutationObserver(() => heights.push(widget.offsetHeight)).observe(document.body, { attributes: true, subtree: true });
        // A copy of a page that was saved with it says nothing about this one.
        widget.setAttribute('ready', '');
        document.querySelector('main').append(widget);
        const before = widget.hasAttribute('ready');
        await until(() => widget.hasAttribute('ready'), 'a widget');
        await until(() => heights.some((height) => height > 600), 'its height');
        return [before, isReady(widget)];";
    assert_eq!(browser.run(heights, json!(null)), json!([false, true]));
    let gone = "widget.remove();
        await until(() => widget.proposal() === null, 'the end');
        const left = widget.hasAttribute('ready');
        document.body.append(widget);
        await until(() => widget.hasAttribute('ready'), 'a widget');
        return left;";
    assert_eq!(browser.widget(0).eval(gone, json!(null)), false);
}

#[test]
fn what_stays_in_view_keeps_clear_of_a_bar_at_the_top() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    browser.resize(1300, 700);
    let widget = browser.widget(0);
    // The top of the panel when the page is scrolled to its middle, and whether the panel ends within the window.
    let stands = "widget.style.setProperty('--retour-sticky-top', input);
        const panel = all('.result', widget.shadowRoot)[0];
        const around = panel.parentElement.getBoundingClientRect();
        scrollTo({ top: scrollY + around.top + 300, behavior: 'instant' });
        await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
        const { top, bottom } = panel.getBoundingClientRect();
        return [Math.round(top), bottom <= innerHeight];";
    assert_eq!(widget.eval(stands, json!("")), json!([16, true]));
    assert_eq!(widget.eval(stands, json!("120px")), json!([136, true]));

    // A field that is focused from above is scrolled clear of it, too.
    let field = "const field = rowField(widget);
        scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
        field.scrollIntoView({ block: 'start', behavior: 'instant' });
        return field.getBoundingClientRect().top >= 120;";
    assert_eq!(widget.eval(field, json!(null)), true);
}

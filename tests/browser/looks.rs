//! Pages whose styles do not care for anybody: the widget looks the same on all of them, and they look the same with it.

use crate::browser::Browser;
use crate::engine::Engine;
use crate::site::Site;
use serde_json::{Value, json};

/// What elements look like, and in what two of them differ.
const LOOKS: &str = include_str!("looks.js");

/// Puts the program on a page as a page does: what a driver's script imports may end with that script.
const START: &str = "await new Promise((onload) =>
    document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '/retour.js', onload })));";

/// How wide the widget is wherever it is looked at, in pixels; its fonts come from the page, so they are set, too.
const SAME_FRAME: &str = "document.querySelector('main').style.setProperty('width', '900px', 'important');
    document.querySelector('main').style.setProperty('display', 'block', 'important');
    widget.style.setProperty('--retour-font', 'sans-serif');";

#[test]
fn all_unset() {
    is_at_home("unset");
}

#[test]
fn bootstraps_reset() {
    is_at_home("bootstrap");
}

#[test]
fn tailwinds_reset() {
    is_at_home("tailwind");
}

#[test]
fn a_content_managers_theme() {
    is_at_home("wordpress");
}

#[test]
fn a_rem_of_ten_pixels() {
    is_at_home("rem");
}

#[test]
fn a_page_that_reads_from_right_to_left() {
    is_at_home("rtl");
}

#[test]
fn an_enlarged_page() {
    let engine = Engine::chosen();
    // WebKit takes the size of a container as it is on the screen, so the widget has the layout of a wider page there.
    if engine.offers_zoom("that an enlarged page shows the layout of its own width") {
        // An enlarged page rounds to the pixels of its screen, the ascents of each font on a line among them: what it
        // computes for a length is off by as much.
        is_at_home_within("zoom", 0.06);
    }
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/zoom.html"));
    browser.run(START, json!(null));
    let widget = browser.widget(0);
    for width in [900, 720, 560, 480, 390] {
        let beyond = "document.querySelector('main').style.width = `${input}px`;
            await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
            return beyond(widget);";
        assert_eq!(widget.eval(beyond, json!(width)), json!([]), "what stands out at {width} pixels");
    }
    widget.row_field().fill("37");
    browser.until("widgets()[0].proposal().lines.some(({ quantity }) => quantity === 37)", json!(null));
    // Engines differ in where they say that an enlarged element is.
    widget.find(".primary").eval("input.click();");
    widget.until_text("Réussir la journée des prescripteurs");
    assert_eq!(browser.run("return failures;", json!(null)), json!([]));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn patched_objects() {
    let (site, browser) = (Site::plain(), Browser::new());
    let framed = |page| browser.open_framed(&site.url("/hosts/blank.html"), &site.url(&format!("/hosts/{page}.html")));
    framed("plain");
    let plain = looks(&browser).0;
    framed("patched");
    let (inside, outside) = looks(&browser);
    let differences = browser.run(&format!("{LOOKS}\nreturn differencesOf(...input);"), json!([inside, plain]));
    assert_eq!((differences, outside), (json!([]), json!([])));

    // The keyboard is the driver's, and its window the outer one.
    let typed = "const field = rowField(widget); field.focus(); field.select();
        document.execCommand('insertText', false, '37'); return field.value;";
    assert_eq!(browser.widget(0).eval(typed, json!(null)), "37");
    browser.until("widgets()[0].proposal().lines.some(({ quantity }) => quantity === 37)", json!(null));
    let link = "const link = await widget.link(); const { load } = await import('/retour.js');
        return (await (await load()).open(link)).proposal.lines.some(({ quantity }) => quantity === 37);";
    assert_eq!(browser.widget(0).eval(link, json!(null)), true);
    assert_eq!(browser.run("return failures;", json!(null)), json!([]));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn whoever_wants_larger_text_gets_it_on_any_page() {
    let (site, browser) = (Site::plain(), Browser::with_text(24));
    for page in ["plain", "rem", "unset"] {
        browser.open(&site.url(&format!("/hosts/{page}.html")));
        let medium = "const probe = widgets()[0].appendChild(document.createElement('i'));
            probe.style.setProperty('font-size', 'medium', 'important');
            return getComputedStyle(probe).fontSize;";
        let medium = browser.run(medium, json!(null));
        browser.run(START, json!(null));
        assert_eq!(
            browser.widget(0).find(".retour").eval("return getComputedStyle(input).fontSize;"),
            medium,
            "{page}"
        );
    }
}

/// The widget works on this page and looks as on a plain one; the page looks as without the widget.
#[track_caller]
fn is_at_home(page: &str) {
    is_at_home_within(page, 0.0);
}

/// As [`is_at_home`], where lengths may differ by this share.
#[track_caller]
fn is_at_home_within(page: &str, slack: f64) {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/plain.html"));
    let plain = looks(&browser).0;
    browser.open(&site.url(&format!("/hosts/{page}.html")));
    let (inside, outside) = looks(&browser);
    browser.screenshot(&format!("host-{page}"));
    let differences = browser.run(&format!("{LOOKS}\nreturn differencesOf(...input);"), json!([inside, plain, slack]));
    assert_eq!(differences, json!([]), "the widget on {page}.html against plain.html");
    assert_eq!(outside, json!([]), "{page}.html with the widget against the page without");

    let field = browser.widget(0).row_field();
    field.fill("37");
    assert_eq!(field.value(), "37");
    browser.until("widgets()[0].proposal().lines.some(({ quantity }) => quantity === 37)", json!(null));
    assert_eq!(browser.run("return failures;", json!(null)), json!([]));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

/// Puts the program on a page that waits for it. Gives the widget's looks, and how it has changed those of the page.
#[track_caller]
fn looks(browser: &Browser) -> (Value, Value) {
    let before =
        browser.run(&format!("{LOOKS}\nconst widget = widgets()[0]; {SAME_FRAME} return looksOutside();"), json!(null));
    browser.run(START, json!(null));
    let widget = browser.widget(0);
    // The height of what is around a widget is the page's to give.
    let compared = "const tall = ['main.', 'body.'];
        const outside = differencesOf(looksOutside(), input).filter((it) => !tall.some((name) => it.startsWith(name)));
        return [looksInside(widget), outside];";
    let mut both = widget.eval(&format!("{LOOKS}\n{compared}"), before);
    (both[0].take(), both[1].take())
}

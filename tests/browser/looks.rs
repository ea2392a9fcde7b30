//! Pages whose styles apply to everything in them: the widget looks the same on all of them, and they look the same
//! with it.

use crate::browser::Browser;
use crate::engine::Engine;
use crate::site::Site;
use serde_json::{Value, json};

/// The functions that read and compare the looks of elements.
const LOOKS: &str = include_str!("looks.js");

/// Loads the program as a page does, by a script element: a module that a driver's script imports may end with that
/// script.
const START: &str = "await new Promise((onload) =>
    document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '/retour.js', onload })));";

/// Gives the widget the same width on every page, in pixels, and the same fonts, which it would take from the page.
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
    // WebKit measures a container as it is on the screen, so the widget has the layout of a wider page there.
    if engine.offers_zoom("that an enlarged page shows the layout of its own width") {
        // An enlarged page rounds lengths to the pixels of its screen, also the ascents of the fonts on a line, so that
        // computed lengths differ by as much.
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
    // Engines report different positions of an enlarged element, so this does not click at a position.
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

    // The driver's keyboard types into the outer window, so this types by a script.
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

/// Checks that the widget works on this page and looks as on a plain one, and that the page looks as without the
/// widget.
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

/// Loads the program on a page that has none yet. Returns the widget's looks, and how those of the page have changed.
#[track_caller]
fn looks(browser: &Browser) -> (Value, Value) {
    let before =
        browser.run(&format!("{LOOKS}\nconst widget = widgets()[0]; {SAME_FRAME} return looksOutside();"), json!(null));
    browser.run(START, json!(null));
    let widget = browser.widget(0);
    // The page decides on the heights of the elements around a widget, which may change.
    let compared = "const tall = ['main.', 'body.'];
        const outside = differencesOf(looksOutside(), input).filter((it) => !tall.some((name) => it.startsWith(name)));
        return [looksInside(widget), outside];";
    let mut both = widget.eval(&format!("{LOOKS}\n{compared}"), before);
    (both[0].take(), both[1].take())
}

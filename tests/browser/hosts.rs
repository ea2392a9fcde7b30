//! Pages that do not care for anybody: their styles, their patches, their ways of putting things in and out.

use crate::browser::Browser;
use crate::site::Site;
use serde_json::json;

#[test]
fn styles_and_patches_of_the_page_stay_outside() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/hostile.html"));
    let widget = browser.widget(0);
    browser.screenshot("hostile");
    let field = widget.row_field();
    field.fill("37");
    assert_eq!(field.value(), "37");
    let looks = "const style = getComputedStyle(widget.shadowRoot.querySelector('li'));
        return [style.letterSpacing, style.textTransform, style.direction];";
    assert_eq!(widget.eval(looks, json!(null)), json!(["normal", "none", "ltr"]));
    assert_eq!(browser.run("return failures;", json!(null)), json!([]));
}

#[test]
fn a_frame_is_as_high_as_what_it_shows() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/frame.html"));
    let settled = "frame.contentDocument.querySelector('retour-widget')?.proposal()
        && Math.abs(frame.contentDocument.querySelector('retour-widget').getBoundingClientRect().height - frame.clientHeight) <= 1
        && heights.length";
    let heights = browser.until(settled, json!(null));
    assert!(heights.as_u64().is_some_and(|count| count < 20), "{heights}");
    assert!(browser.run("return frame.clientHeight;", json!(null)).as_f64().is_some_and(|height| height > 1000.0));
}

#[test]
fn fifty_page_swaps_leave_nothing_behind() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    browser.widget(0);
    let swaps = "const gone = [];
        for (let swap = 0; swap < input; swap += 1) {
            const old = widgets()[0];
            gone.push(new WeakRef(old));
            const fresh = old.cloneNode(true);
            old.replaceWith(fresh);
            await new Promise((ready) => fresh.addEventListener('retour-ready', ready, { once: true }));
        }
        window.gone = gone;";
    browser.run(swaps, json!(50));
    // The engine may keep the last one or two in registers or on the stack.
    browser.until_forgotten("gone.filter((it) => it.deref()).length <= 2");
}

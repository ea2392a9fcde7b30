//! Pages with ways of their own to put things in and out.

use crate::browser::Browser;
use crate::site::Site;
use serde_json::json;

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
    browser.collect_garbage();
    let left = browser.run("return gone.filter((it) => it.deref()).length;", json!(null));
    // The engine may keep the last one or two in registers or on the stack.
    assert!(left.as_u64().is_some_and(|count| count <= 2), "{left} of 50 widgets are still there");
}

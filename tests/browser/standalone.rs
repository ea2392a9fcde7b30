//! The standalone page.

use crate::browser::Browser;
use crate::site::Site;
use serde_json::json;

#[test]
fn opens_with_the_example_agency_and_nothing_to_complain_of() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    assert!(!widget.find("h1").text().is_empty());
    assert_eq!(browser.complaints(), Vec::<String>::new());
    browser.screenshot("standalone");
}

#[test]
fn typing_in_a_row_keeps_focus_and_caret() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let field = browser.widget(0).row_field();
    field.fill("abcd");
    field.eval("input.setSelectionRange(2, 2);");
    browser.press("xyz");
    assert_eq!(field.value(), "abxyzcd");
    assert_eq!(field.eval("return focused() === input && input.selectionStart;"), 5);
}

#[test]
fn the_fragment_follows_where_the_page_asks_for_it() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    widget.row_field().type_text("1");
    browser.until("/^#retour=./.test(location.hash)", json!(null));
    let title = widget.eval("return widget.proposal().lines[0].quantity;", json!(null));
    browser.open(&browser.address());
    assert_eq!(browser.widget(0).eval("return widget.proposal().lines[0].quantity;", json!(null)), title);
}

#[test]
fn a_link_pasted_over_the_address_opens() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    let quantity = "return widget.proposal().lines[0].quantity;";
    let before = widget.eval(quantity, json!(null));
    let link = widget.eval("return await widget.link();", json!(null));
    widget.row_field().fill("77");
    browser.until("widgets()[0].proposal().lines[0].quantity === 77", json!(null));
    browser.run("location.hash = new URL(input).hash;", link);
    browser.until("widgets()[0].proposal().lines[0].quantity === input", before);
}

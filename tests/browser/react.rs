//! A React 18 application around the widget, built with the component that the documentation shows.

use crate::browser::Browser;
use crate::docs::{built, snippet};
use crate::site::Site;
use serde_json::json;
use std::fs;
use xtask::build::bundle::esbuild;

#[test]
fn a_parent_that_draws_again_fifty_times_disturbs_nothing() {
    let folder = built("react");
    let component = folder.join("Estimator.jsx");
    fs::write(&component, snippet("docs/hosts/react.md", "Estimator.jsx")).expect("a folder to write to");
    let hosts = xtask::root().join("tests/hosts");
    let react = xtask::root().join("tests/node_modules/react");
    let flags = [
        "--bundle",
        "--format=esm",
        "--jsx=automatic",
        "--define:process.env.NODE_ENV=\"production\"",
        "--alias:retour-widget=/retour.js",
        "--external:/retour.js",
        &format!("--alias:react={}", react.display()),
        &format!("--alias:estimator={}", component.display()),
    ];
    esbuild(&hosts.join("react.jsx"), &folder.join("app.js"), &flags).expect("a bundle");

    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/react.html"));
    let widget = browser.widget(0);
    let field = widget.row_field();
    field.fill("37");
    browser.until("Number(document.querySelector('main').dataset.changes) > 0", json!(null));
    let before = widget.proposal();
    field.eval("window.kept = [widgets()[0], input];");
    for _ in 0..50 {
        let drawn = browser.run("return Number(document.querySelector('main').dataset.drawn);", json!(null));
        browser.run("drawAgain();", json!(null));
        browser.until("Number(document.querySelector('main').dataset.drawn) > input", drawn);
    }
    let same = "return kept[0] === widget && kept[1].isConnected && kept[1] === rowField(widget);";
    assert_eq!(widget.eval(same, json!(null)), true, "the widget and its fields are the same elements");
    assert_eq!(widget.row_field().value(), "37");
    assert_eq!(widget.proposal(), before);
    assert_eq!(browser.run("return failures;", json!(null)), json!([]));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

//! The element on other people's pages.

use crate::browser::Browser;
use crate::site::Site;
use serde_json::json;

#[test]
fn two_on_a_page_do_not_disturb_each_other() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/two.html"));
    let (first, second) = (browser.widget(0), browser.widget(1));
    let before = [&first, &second].map(|widget| widget.proposal());
    first.row_field().fill("37");
    assert_ne!(first.proposal(), before[0]);
    assert_eq!(second.proposal(), before[1]);
    assert_eq!(browser.run("return heard;", json!(null)), json!(["first"]));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn moved_within_the_page_it_keeps_what_was_typed_and_its_elements() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/two.html"));
    browser.widget(1);
    let widget = browser.widget(0);
    widget.row_field().fill("37");
    let same = "const field = rowField(widget);
        document.body.append(document.createElement('section'));
        document.querySelector('section').append(widget);
        await Promise.resolve();
        return field.isConnected && field.value;";
    assert_eq!(widget.eval(same, json!(null)), "37");
    // It is the second widget now.
    assert_eq!(browser.widget(1).row_field().value(), "37");
}

#[test]
fn removed_and_added_again_it_shows_the_same_proposal() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    widget.row_field().fill("37");
    let before = widget.proposal();
    let again = "widget.remove();
        await until(() => widget.proposal() === null, 'the end');
        document.body.append(widget);
        await widget.link;
        await until(() => isReady(widget), 'a widget');
        return widget.proposal();";
    assert_eq!(widget.eval(again, json!(null)), before);
}

#[test]
fn made_by_script_before_and_after_the_script_is_there() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/blank.html"));
    let made = "const agency = await (await fetch('/agency.json')).json();
        const make = (id) => Object.assign(document.createElement('retour-widget'), { id, agency });
        const main = document.querySelector('main');
        const early = make('early');
        main.append(early, Object.assign(document.createElement('div'), { id: 'shadow' }));
        await import('/retour.js');
        const late = make('late');
        shadow.attachShadow({ mode: 'open' }).append(late);
        await until(() => isReady(early) && isReady(late), 'both');
        return [early.proposal(), late.proposal()].map((it) => it.rates.length === agency.rates.length);";
    assert_eq!(browser.run(made, json!(null)), json!([true, true]));
    // Events cross shadow roots; their target is then the outer host.
    assert_eq!(browser.run("return heard.sort();", json!(null)), json!([["ready", "early"], ["ready", "shadow"]]));
}

#[test]
fn agency_in_a_child_script() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/blank.html"));
    let made = "const text = await (await fetch('/agency.json')).text();
        document.querySelector('main').innerHTML = '<retour-widget><script type=\"application/json\"></script></retour-widget>';
        document.querySelector('main script').textContent = text;
        await import('/retour.js');
        await until(() => isReady(widgets()[0]), 'the widget');
        return widgets()[0].proposal().rates.length === JSON.parse(text).rates.length;";
    assert_eq!(browser.run(made, json!(null)), true);
}

//! Pages that somebody else changes too: translators and extensions. The widget goes on, and no figure is ever wrong.

use crate::browser::Browser;
use crate::sent::{reference, sealed};
use crate::site::Site;
use serde_json::json;

const FOREIGN: &str = include_str!("foreign.js");

/// Disturbs a screen, does 200 things there, and returns what is wrong then.
const WALK: &str = "
    const { disturbance, seed, mode } = input;
    const random = numbers(seed);
    const { shadowRoot } = widget;
    const failures = [];
    widget.addEventListener('retour-error', ({ detail }) => failures.push(`${detail.stage}: ${detail.message}`));
    if (disturbance === 'translate' || disturbance === 'keep') translate(shadowRoot, disturbance === 'keep');
    for (let step = 0; step < 200 && !failures.length; step += 1) {
        if (['wrap', 'add', 'remove'].includes(disturbance)) disturb(shadowRoot, disturbance, random);
        act(shadowRoot, random);
        await drawn();
    }
    if (failures.length) return failures;
    // A widget that nobody disturbs shows the same beside it: the brief, then the estimator; at the desk what is composed.
    const link = await widget.link();
    const { lang } = shadowRoot.querySelector('.retour');
    const other = Object.assign(document.createElement('retour-widget'), { agency: widget.agency, lang, mode });
    other.setAttribute('link', '');
    document.body.append(other);
    await until(() => isReady(other), 'another widget');
    for (const it of [widget, other]) await it.open(link);
    const adjust = (it) => [...it.shadowRoot.querySelectorAll('button')].find((it) => /Ajuster l.estimation|Adjust the estimate/.test(it.textContent));
    for (const screen of mode === 'compose' ? ['desk'] : ['brief', 'estimator']) {
        if (screen === 'estimator') for (const it of [widget, other]) adjust(it).click();
        await drawn();
        await drawn();
        const [shown, right] = [figures(widget), figures(other)];
        if (right.length < 5) failures.push(`${screen}: only ${right.length} figures`);
        if (disturbance === 'remove') {
            // What was removed is gone; what is there is right.
            const wrong = shown.filter((figure) => !right.includes(figure));
            if (wrong.length) failures.push(`${screen} shows ${wrong}`);
        } else if (JSON.stringify(shown) !== JSON.stringify(right)) {
            failures.push(`${screen} shows ${shown} instead of ${right}`);
        }
    }
    other.remove();
    return failures;
";

#[track_caller]
fn disturb(screen: &str, show: impl Fn(&Browser, &Site)) {
    let site = Site::plain();
    let browser = Browser::new();
    for (seed, disturbance) in ["translate", "keep", "wrap", "add", "remove"].into_iter().enumerate() {
        show(&browser, &site);
        let widget = browser.widget(0);
        let wrong = widget.eval(&[FOREIGN, WALK].concat(), json!({"disturbance": disturbance, "seed": seed + 2027, "mode": if screen == "desk" { "compose" } else { "estimate" }}));
        assert_eq!(wrong, json!([]), "{screen}, {disturbance}");
    }
}

/// Opens the page anew, also where the address is the same.
fn open(browser: &Browser, site: &Site, path: &str) {
    browser.open("about:blank");
    browser.open(&site.url(path));
    browser.widget(0);
}

#[test]
fn the_estimator_goes_on_when_its_nodes_are_changed() {
    disturb("estimator", |browser, site| open(browser, site, "/hosts/one.html"));
}

#[test]
fn the_brief_goes_on_when_its_nodes_are_changed() {
    disturb("brief", |browser, site| {
        open(browser, site, "/hosts/one.html");
        browser.widget(0).find(".primary").click();
        browser.widget(0).until_text("Ce que nous avons compris");
    });
}

#[test]
fn the_reply_goes_on_when_its_nodes_are_changed() {
    let link = format!("/hosts/one.html#retour={}&answer=no", sealed(&reference()));
    disturb("reply", |browser, site| open(browser, site, &link));
}

#[test]
fn the_desk_goes_on_when_its_nodes_are_changed() {
    disturb("desk", |browser, site| open(browser, site, "/?mode=compose&lang=fr"));
}

#[test]
fn a_translated_page_shows_the_figures_of_what_is_typed_and_stays_translated() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    let translated =
        "translate(widget.shadowRoot, false); return widget.shadowRoot.querySelectorAll('font font').length";
    assert!(widget.eval(&format!("{FOREIGN} {translated}"), json!(null)).as_f64().is_some_and(|count| count > 100.0));
    widget.find("[aria-label^='Quantité\u{a0}: ']").fill("160");
    widget.until_text("45\u{202f}450\u{a0}€");
    let verdict =
        "[...widgets()[0].shadowRoot.querySelectorAll('font')].some((it) => /futurs? sur 20/.test(it.textContent))";
    browser.until(verdict, json!(null));
    let left = "const left = [...widget.shadowRoot.querySelectorAll('.retour *')].filter((it) => !it.closest('font, [translate=no], .sr, svg')
        && it.checkVisibility() && [...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
        return left.map((it) => it.textContent);";
    assert_eq!(widget.eval(left, json!(null)), json!([]), "everything else is translated, also what has changed");
    // A number that a sentence stresses is a part of the sentence.
    let figures = "const fonts = [...widget.shadowRoot.querySelectorAll('font')].filter((it) => !it.closest('strong'));
        return fonts.map((it) => it.textContent).filter((text) => /\\d/.test(text) && /^⟦[\\d\\s.,%€−–]+⟧$/.test(text));";
    assert_eq!(widget.eval(figures, json!(null)), json!([]), "a figure is never left to a translator");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

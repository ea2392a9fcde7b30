//! Accessibility: axe-core on every screen and state, reflow, enlarged text, sizes of targets.

use crate::browser::Browser;
use crate::site::Site;
use crate::widget::Widget;
use serde_json::{Value, json};

/// A screen or a state of one: its name, its page, and the actions that lead to it.
struct State {
    name: &'static str,
    page: &'static str,
    reach: fn(&Widget),
}

const STATES: [State; 15] = [
    State { name: "estimator", page: "/", reach: |_| () },
    State {
        name: "without advice",
        page: "/",
        reach: |widget| {
            widget.role("radio", "Sans conseil").eval("input.click();");
            widget.until_text("Vous payez");
        },
    },
    State {
        name: "a line of one's own",
        page: "/",
        reach: |widget| widget.role("button", "Ajouter une ligne").click(),
    },
    State {
        name: "changed, narrow, refused",
        page: "/",
        reach: |widget| {
            widget.field_of("Devis signés", 0).fill("24");
            widget.field_of("Devis signés", 2).fill("26");
            widget.until_text("C’est étroit pour une hypothèse");
            widget.field_of("Marge par chantier", 0).fill("beaucoup");
            widget.until_text("Ce n’est pas un nombre");
        },
    },
    State { name: "desk", page: "/?mode=compose", reach: prepare },
    State { name: "locked", page: "/", reach: open_locked },
    State { name: "brief", page: "/", reach: |widget| brief(widget, "Créer le brief", "Ce que nous avons compris") },
    State {
        name: "brief in English",
        page: "/?lang=en",
        reach: |widget| brief(widget, "Create the brief", "What we understood"),
    },
    State { name: "opened brief", page: "/", reach: open_again },
    State { name: "reply", page: "/", reach: answer },
    State {
        name: "reply sent",
        page: "/",
        reach: |widget| {
            answer(widget);
            widget.role("button", "Copier la réponse").click();
            widget.until_text("Votre réponse est copiée");
        },
    },
    State {
        name: "reply received",
        page: "/",
        reach: |widget| {
            answer(widget);
            widget.role("button", "Copier la réponse").click();
            widget.until_text("Votre réponse est copiée");
            widget.eval("await widget.open(widget.shadowRoot.querySelector('.copy textarea').value);", json!(null));
            widget.until_text("Non, trop cher");
        },
    },
    State { name: "broken link", page: "/#retour=1cut", reach: |widget| widget.until_text("Ce que vous pouvez faire") },
    State { name: "no agency", page: "/hosts/blank.html", reach: |_| () },
    State { name: "faulty agency", page: "/", reach: give_faulty_agency },
];

fn brief(widget: &Widget, button: &str, said: &str) {
    widget.role("button", button).click();
    widget.until_text(said);
}

/// Leads to a brief that was sent and is late, with every fold open.
fn prepare(widget: &Widget) {
    widget.until_text("Préparer un envoi");
    widget.eval(
        "const due = widget.shadowRoot.querySelectorAll('[type=date]')[0];
         due.value = '2026-01-05';
         due.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
         widget.shadowRoot.querySelector('.copy-link').click();
         for (const fold of widget.shadowRoot.querySelectorAll('details')) fold.open = true;",
        json!(null),
    );
    widget.until_text("en retard de");
}

fn open_again(widget: &Widget) {
    widget.eval("await widget.open(await widget.link());", json!(null));
    widget.until_text("Votre réponse");
}

/// Leads to the answer that it is too expensive, with a budget, after looking up what would fit.
fn answer(widget: &Widget) {
    open_again(widget);
    widget.eval(
        "const before = (await widget.link()).split('#')[1];
         await widget.open(before + '&answer=tooExpensive');",
        json!(null),
    );
    widget.role("textbox", "J’aurais pu dépenser environ").fill("20000");
    widget.role("button", "Voir ce qui tient dans ce budget").click();
    widget.until_text("Tient dans ce budget en retirant");
}

fn open_locked(widget: &Widget) {
    widget.eval(
        "await widget.open({ ...widget.proposal(), locks: ['options', 'quantities', 'otherFactors', 'clientFactors'] });",
        json!(null),
    );
    widget.until_text("Fermé par l’agence");
}

fn give_faulty_agency(widget: &Widget) {
    widget.eval(
        "const file = await (await fetch('/agency.json')).json();
         file.catalogue.factors[0].value = { pert: [3, 2, 1] };
         file.vatRate = 'vingt';
         widget.agency = file;",
        json!(null),
    );
    widget.until_text("voici ce qu’il faut corriger");
}

/// Opens a state's page in a colour scheme and at a width, and performs the actions that lead to the state.
fn reach<'a>(browser: &'a Browser, site: &Site, state: &State, dark: bool, width: u32) -> Widget<'a> {
    browser.resize(width, 900);
    // A page whose address differs only in its fragment would not be loaded again.
    browser.open("about:blank");
    browser.open(&site.url(state.page));
    if state.name == "no agency" {
        browser.run(
            "const { load } = await import('/retour.js'); await load();
             document.body.append(document.createElement('retour-widget'));",
            json!(null),
        );
    }
    let widget = browser.widget(0);
    widget.eval("widget.dataset.theme = input;", json!(if dark { "dark" } else { "light" }));
    (state.reach)(&widget);
    widget
}

#[test]
fn axe_finds_nothing_on_any_screen_in_either_scheme() {
    let (site, browser) = (Site::plain(), Browser::new());
    let mut found = Vec::new();
    for (state, dark, width) in
        STATES.iter().flat_map(|state| [(state, false, 1200), (state, true, 1200), (state, true, 390)])
    {
        let widget = reach(&browser, &site, state, dark, width);
        let violations = widget.eval(
            "await new Promise((done) => document.head.append(Object.assign(document.createElement('script'), { src: '/node_modules/axe-core/axe.min.js', onload: done })));
             const { violations, passes } = await axe.run(widget, { resultTypes: ['violations', 'passes'] });
             if (passes.length < 5) return ['axe looked at nothing'];
             return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.flat().join(' ')} ${node.failureSummary}`));",
            json!(null),
        );
        for violation in violations.as_array().unwrap() {
            found.push(format!(
                "{} ({}, {width}): {}",
                state.name,
                if dark { "dark" } else { "light" },
                violation.as_str().unwrap()
            ));
        }
        browser.screenshot(&format!(
            "state-{}-{}-{width}",
            state.name.replace(' ', "-"),
            if dark { "dark" } else { "light" }
        ));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn nothing_overflows_at_320_pixels_or_at_twice_the_text() {
    let (site, browser, enlarged) = (Site::plain(), Browser::new(), Browser::with_text(32));
    for state in &STATES {
        for (browser, width) in [(&browser, 320), (&browser, 390), (&enlarged, 1280)] {
            let widget = reach(browser, &site, state, false, width);
            let beyond = widget.eval("return beyond(widget).slice(0, 5);", json!(null));
            assert_eq!((overflow(browser), beyond), (json!(0), json!([])), "{} at {width} pixels", state.name);
        }
    }
}

/// By how many pixels the page is wider than its window.
fn overflow(browser: &Browser) -> Value {
    // Only one of the two widths includes the space that is reserved for a scroll bar.
    let over = "const page = document.documentElement; return Math.max(page.scrollWidth - page.clientWidth, 0);";
    browser.run(over, json!(null))
}

#[test]
fn every_target_is_large_enough() {
    let (site, browser) = (Site::plain(), Browser::new());
    for state in &STATES {
        let widget = reach(&browser, &site, state, false, 390);
        let small = widget.eval(
            "const target = (it) => it.matches('[type=checkbox], [type=radio]') ? it.closest('label') ?? it : it;
             return all('a[href], button, input, textarea, summary', widget.shadowRoot)
                .filter((it) => it.checkVisibility() && !it.closest('p, li > .detail.small, .note'))
                .map((it) => [target(it).getBoundingClientRect(), nameOf(it)])
                .filter(([box]) => box.width < 24 || box.height < 24)
                .map(([box, name]) => `${name}: ${box.width} × ${box.height}`);",
            json!(null),
        );
        assert_eq!(small, json!([]), "{}", state.name);
    }
}

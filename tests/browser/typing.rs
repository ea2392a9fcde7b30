//! What people type and paste, and which of it the page around hears.

use crate::browser::Browser;
use crate::site::Site;
use crate::widget::Widget;
use serde_json::{Value, json};

/// WebDriver's code points of keys.
const ESCAPE: &str = "\u{e00c}";
const F2: &str = "\u{e032}";
const ARROW_DOWN: &str = "\u{e015}";
const BACKSPACE: &str = "\u{e003}";

fn heard(browser: &Browser) -> Value {
    browser.run("return heard.splice(0);", json!(null))
}

#[test]
fn what_is_typed_stays_in_the_widget_and_other_keys_reach_the_page() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/shortcuts.html"));
    let widget = browser.widget(0);
    widget.find("[aria-label^='Quantité\u{a0}: ']").fill("2,5 presse");
    browser.press(BACKSPACE);
    browser.press(ARROW_DOWN);
    assert_eq!(heard(&browser), json!([]));
    browser.press(ESCAPE);
    browser.press(F2);
    browser.press_with_ctrl("b");
    assert_eq!(heard(&browser), json!(["Escape", "F2", "Control", "b"]));
    // Undoing is the widget's own.
    browser.press_with_ctrl("z");
    assert_eq!(heard(&browser), json!(["Control"]));
    // Keys that choose and press.
    widget.find("input[type=radio]").eval("input.focus();");
    browser.press(ARROW_DOWN);
    assert_eq!(heard(&browser), json!([]));
    browser.press("s");
    assert_eq!(heard(&browser), json!(["s"]), "no field takes this key");
}

#[test]
fn undo_works_on_every_layout_and_with_caps_lock() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    let quantity = "return widget.proposal().lines[0].quantity;";
    let before = widget.eval(quantity, json!(null));
    for (key, code, shift, undoes) in [
        ("z", "KeyZ", false, true),
        // Caps Lock.
        ("Z", "KeyZ", false, true),
        // Russian, Greek, French.
        ("я", "KeyZ", false, true),
        ("ζ", "KeyZ", false, true),
        ("z", "KeyW", false, true),
        ("w", "KeyZ", false, false),
        ("y", "KeyY", false, false),
    ] {
        widget.find("[aria-label^='Quantité\u{a0}: ']").fill("77");
        assert_eq!(widget.eval(quantity, json!(null)), 77.0);
        let press = "const field = widget.shadowRoot.querySelector('[aria-label^=\"Quantité\"]');
            const [key, code, shiftKey] = input;
            field.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, ctrlKey: true, bubbles: true, composed: true, cancelable: true }));";
        widget.eval(press, json!([key, code, shift]));
        let expected = if undoes { before.clone() } else { json!(77) };
        assert_eq!(widget.eval(quantity, json!(null)), expected, "{key} at {code}");
        if undoes {
            widget.eval(press, json!(["Я", "KeyZ", true]));
            assert_eq!(widget.eval(quantity, json!(null)), 77, "it is done again");
        }
        widget.eval(press, json!(["z", "KeyZ", false]));
        assert_eq!(widget.eval(quantity, json!(null)), before);
    }
}

/// Copies a text from a field of the page and pastes it into one of the widget, with the keyboard.
fn paste(browser: &Browser, widget: &Widget, label: &str, number: usize, text: &str) {
    browser.run(
        "const area = document.querySelector('textarea') ?? document.body.appendChild(document.createElement('textarea'));
         area.value = input; area.focus(); area.select();",
        json!(text),
    );
    browser.press_with_ctrl("c");
    widget.field_of(label, number).eval("input.focus(); input.select();");
    browser.press_with_ctrl("v");
}

#[test]
fn cells_of_a_table_are_spread_over_a_range() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    let range = "widgets()[0].proposal().factors.find(({ label }) => label === 'Prescripteurs présents').value.pert";
    let until_range = |expected: &Value| {
        browser.until(&format!("String({range}) === String(input)"), expected.clone());
    };
    for (text, expected) in [("31\t49\t67", json!([31, 49, 67])), ("32\n50\n68\n", json!([32, 50, 68]))] {
        paste(&browser, &widget, "Prescripteurs présents", 0, text);
        until_range(&expected);
    }
    // One step back takes the whole range back.
    widget.role("button", "Annuler").click();
    until_range(&json!([31, 49, 67]));
    // A single number is the browser's to paste.
    paste(&browser, &widget, "Prescripteurs présents", 0, "30");
    until_range(&json!([30, 49, 67]));
    // More cells than fields are shown as they came, and refused.
    paste(&browser, &widget, "Prescripteurs présents", 1, "49\t67\t80");
    widget.until_text("Ce n’est pas un nombre");
    until_range(&json!([30, 49, 67]));
}

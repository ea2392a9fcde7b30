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

/// Pastes a text into a field, as its event says it.
fn paste(widget: &Widget, label: &str, number: usize, text: &str) -> Value {
    widget.field_of(label, number).eval("input.focus(); input.select();");
    widget.eval(
        "const data = new DataTransfer();
         data.setData('text/plain', input);
         const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true });
         let field = document.activeElement;
         while (field.shadowRoot) field = field.shadowRoot.activeElement;
         field.dispatchEvent(event);
         return event.defaultPrevented;",
        json!(text),
    )
}

#[test]
fn cells_of_a_table_are_spread_over_a_range() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    let range = "return widget.proposal().factors.find(({ label }) => label === 'Prescripteurs présents').value.pert;";
    for (text, expected) in [("31\t49\t67", json!([31, 49, 67])), ("32\r\n50\r\n68\r\n", json!([32, 50, 68]))] {
        assert_eq!(paste(&widget, "Prescripteurs présents", 0, text), true);
        assert_eq!(widget.eval(range, json!(null)), expected, "{text:?}");
    }
    // One step back takes the whole range back.
    widget.role("button", "Annuler").click();
    assert_eq!(widget.eval(range, json!(null)), json!([31, 49, 67]));
    // More cells than fields are shown as they came, and refused.
    assert_eq!(paste(&widget, "Prescripteurs présents", 1, "49\t67\t80"), true);
    assert_eq!(widget.eval(range, json!(null)), json!([31, 49, 67]));
    widget.until_text("Ce n’est pas un nombre");
    // A single number is the browser's to paste.
    assert_eq!(paste(&widget, "Prescripteurs présents", 0, "30"), false);
}

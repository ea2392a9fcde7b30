//! One widget on a page, and what a person does in it.

use crate::browser::{Browser, Element};
use serde_json::{Value, json};

/// A widget that is ready.
pub struct Widget<'a> {
    browser: &'a Browser,
    number: usize,
}

impl<'a> Widget<'a> {
    /// The widget of that number on the page, from 0.
    pub fn new(browser: &'a Browser, number: usize) -> Self {
        Self { browser, number }
    }

    /// The element of this role whose name equals or contains `name`. Waits until it is there.
    #[track_caller]
    pub fn role(&self, role: &str, name: &str) -> Element<'a> {
        self.browser.element("byRole(widgets()[input[0]], input[1], input[2])", json!([self.number, role, name]))
    }

    /// The first element that a selector finds in it. Waits until it is there.
    #[track_caller]
    pub fn find(&self, selector: &str) -> Element<'a> {
        self.browser.element("all(input[1], widgets()[input[0]].shadowRoot)[0]", json!([self.number, selector]))
    }

    /// The field in the second row of a list: what is typed there changes the proposal.
    #[track_caller]
    pub fn row_field(&self) -> Element<'a> {
        self.browser.element("rowField(widgets()[input])", json!(self.number))
    }

    /// The field of one number of the factor whose name starts with `factor`.
    #[track_caller]
    pub fn field_of(&self, factor: &str, number: usize) -> Element<'a> {
        self.browser
            .element("factorField(widgets()[input[0]], input[1], input[2])", json!([self.number, factor, number]))
    }

    /// All its text, as a person sees it.
    #[track_caller]
    pub fn text(&self) -> String {
        self.find(".retour").text()
    }

    /// Waits until its text contains this.
    #[track_caller]
    pub fn until_text(&self, text: &str) {
        let said = "widgets()[input[0]].shadowRoot.querySelector('.retour').innerText.includes(input[1])";
        self.browser.until(said, json!([self.number, text]));
    }

    /// The proposal as the page sees it.
    #[track_caller]
    pub fn proposal(&self) -> Value {
        self.eval("return widget.proposal();", json!(null))
    }

    /// Runs the body of an async function with the widget's element as `widget` and what is handed in as `input`.
    #[track_caller]
    pub fn eval(&self, body: &str, input: Value) -> Value {
        let body = format!("const widget = widgets()[{}]; {body}", self.number);
        self.browser.run(&body, input)
    }
}

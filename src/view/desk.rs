//! What every part of a screen is given: the state to read and the way to act on it.

use crate::app::{Action, App, Field};
use crate::words::{Text, Words};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The state, and where actions go.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The state.
    pub app: &'a App,
    /// Where actions go.
    pub act: &'a Callback<Action>,
}

impl<'a> Desk<'a> {
    /// The words of the reader.
    pub fn words(&self) -> &'a Words {
        self.app.words()
    }

    /// A sentence.
    pub fn text(&self, text: Text) -> String {
        self.words().text(text)
    }

    /// A callback that does one thing, whatever the event.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        self.act.reform(move |_| action.clone())
    }
}

/// A blank to fill in: it shows what was typed, verbatim, until it is left.
pub fn blank(desk: &Desk, field: Field, label: Option<String>) -> Html {
    let text = desk.app.text_of(&field);
    let proposal = desk.app.proposal();
    let locked = desk.app.is_locked(field.lock(proposal));
    let refused =
        desk.app.refused(&field.row()).is_some_and(|refused| refused.field.as_ref().is_none_or(|own| *own == field));
    let width = text.chars().count().clamp(2, 12);
    let typed = {
        let field = field.clone();
        desk.act.reform(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            Action::Typed(field.clone(), input.value())
        })
    };
    let left = desk.on::<FocusEvent>(Action::Left(field));
    html! {
        <input type="text" inputmode="decimal" autocomplete="off" class={classes!("fill", format!("w{width}"))}
            value={text} aria-label={label} readonly={locked} aria-invalid={refused.then_some("true")}
            oninput={typed} onfocusout={left} />
    }
}

/// A sentence with its strong (`*…*`) and raised (`^…^`) parts.
pub fn rich(text: &str) -> Html {
    let strong = |part: &str| part.split('^').enumerate().map(raised).collect::<Html>();
    text.split('*')
        .enumerate()
        .map(|(i, part)| {
            if i % 2 == 1 {
                html! { <strong>{ strong(part) }</strong> }
            } else {
                strong(part)
            }
        })
        .collect()
}

fn raised((i, part): (usize, &str)) -> Html {
    if i % 2 == 1 {
        html! { <sup>{ part.to_owned() }</sup> }
    } else {
        html! { { part.to_owned() } }
    }
}

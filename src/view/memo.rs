//! Views that are drawn again only when what they show has changed.
//!
//! A view is a plain value with everything that it shows, except the sentences and the callback for actions. A single
//! Yew component draws all types of views, so that Yew's code for a component is compiled only once. Views are never
//! nested: Yew draws all that have changed in one pass, so that no frame mixes the figures of two keystrokes.

use crate::app::Action;
use crate::estimate::Estimate;
use crate::view::components::ui::Ui;
use crate::view::markup::Node;
use crate::words::Words;
use std::any::Any;
use std::ops::Deref;
use std::rc::Rc;
use yew::virtual_dom::{Key, VComp};
use yew::{Callback, Component, Context, Html, Properties};

/// A part of a page, as a value that can be compared.
pub trait View: PartialEq + 'static {
    /// Draws it.
    fn draw(&self, ui: &Ui) -> Node;
}

/// A view of any type.
#[derive(Clone)]
pub struct AnyView(Rc<dyn Erased>);

/// [`View`] without its type.
trait Erased: Any {
    fn draw_any(&self, ui: &Ui) -> Node;
    /// Whether the other is of the same type and equal.
    fn equals(&self, other: &dyn Any) -> bool;
}

impl<V: View> Erased for V {
    fn draw_any(&self, ui: &Ui) -> Node {
        self.draw(ui)
    }

    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<V>() == Some(self)
    }
}

impl AnyView {
    /// Erases the type of a view.
    pub fn new(view: impl View) -> Self {
        Self(Rc::new(view))
    }

    /// Draws it.
    pub fn draw(&self, ui: &Ui) -> Node {
        self.0.draw_any(ui)
    }
}

impl PartialEq for AnyView {
    fn eq(&self, other: &Self) -> bool {
        let other: &dyn Any = &*other.0;
        self.0.equals(other)
    }
}

/// Data derived from an estimate. Two are equal if they are derived from the same estimate; the data are not compared.
pub struct Derived<T> {
    estimate: Rc<Estimate>,
    data: T,
}

impl<T> Derived<T> {
    /// Data derived from an estimate.
    pub fn new(estimate: &Rc<Estimate>, data: T) -> Self {
        Self { estimate: Rc::clone(estimate), data }
    }
}

impl<T> Deref for Derived<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.data
    }
}

impl<T> PartialEq for Derived<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.estimate, &other.estimate)
    }
}

/// A part of a page that shows only figures of an estimate.
pub trait EstimateView {
    /// Draws it.
    fn draw(&self, ui: &Ui) -> Node;
}

impl View for Derived<Box<dyn EstimateView>> {
    fn draw(&self, ui: &Ui) -> Node {
        self.data.draw(ui)
    }
}

/// A component that draws the view again only if it changes; `key` is unique among its siblings.
pub fn memo(ui: &Ui, key: impl Into<Key>, view: impl View) -> Node {
    component(ui, key.into(), AnyView::new(view))
}

fn component(ui: &Ui, key: Key, view: AnyView) -> Node {
    #[cfg(test)]
    tests::record(&key, &view);
    let props = Props { view, words: ui.words.clone(), act: ui.act.clone() };
    Html::from(VComp::new::<Memo>(Rc::new(props), Some(key))).into()
}

#[derive(PartialEq, Properties)]
struct Props {
    view: AnyView,
    words: Words,
    act: Callback<Action>,
}

/// Draws a view. Draws again when a view replaces it that is not equal to it, and after every action in it: a checkbox
/// that the user ticked is unticked if the state refuses it.
struct Memo;

impl Component for Memo {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props { view, words, act } = ctx.props();
        let (act, link) = (act.clone(), ctx.link().clone());
        let act = Callback::from(move |action| {
            act.emit(action);
            link.send_message(());
        });
        view.draw(&Ui { words, act: &act }).html()
    }
}

#[cfg(test)]
mod tests;

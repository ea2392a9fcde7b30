//! A keystroke draws again what it changes, and nothing else.

use crate::app::{App, Chunks, Field, Start};
use crate::estimate::Engine;
use crate::proposal::check as check_proposal;
use crate::view::cx::Cx;
use crate::view::memo::*;
use crate::view::{desk, estimator};
use crate::words::Language;
use std::cell::RefCell;

thread_local! {
    static DRAWN: RefCell<Vec<(String, AnyView)>> = const { RefCell::new(Vec::new()) };
}

/// Records a view that has become a component, with its key.
pub(super) fn record(key: &Key, view: &AnyView) {
    DRAWN.with_borrow_mut(|drawn| drawn.push((key.to_string(), view.clone())));
}

/// The views that may be drawn again when figures change.
const FIGURES: [&str; 6] = ["advice", "bar", "reading", "result", "sums", "comparison"];

fn app(composing: bool) -> App {
    let file = serde_json::from_str(include_str!("../../../examples/evenement.json")).unwrap();
    App::new(Start { agency: Some(file), composing, chunks: Chunks::all(), ..Start::default() })
}

/// The views of the screen, with their keys.
fn views(app: &App) -> Vec<(String, AnyView)> {
    let act = Callback::noop();
    let cx = Cx { app, act: &act, shares: false, doors: (&crate::view::DESK).into() };
    DRAWN.take();
    let page = if app.is_desk() { desk::compose(&cx) } else { estimator::estimator(&cx) };
    drop(page.html());
    let views = DRAWN.take();
    for (_, view) in &views {
        drop(view.draw(&cx.ui()).html());
    }
    views
}

/// The keys of the views that an action changes, in alphabetical order.
fn redrawn(app: &mut App, action: Action) -> Vec<String> {
    let before = views(app);
    app.reduce(action);
    let after = views(app);
    assert!(before.len() > 15, "only {} views", before.len());
    assert_eq!(before.len(), after.len());
    let changed = after.into_iter().filter(|own| !before.contains(own));
    let mut keys: Vec<String> = changed.map(|(key, _)| key).collect();
    keys.sort();
    keys
}

/// Asserts that an action changes `row` and no other row, and all views of `least`. Further views may only be those of
/// [`FIGURES`], and none if `least` is empty.
#[track_caller]
fn check(app: &mut App, action: Action, row: &str, least: &[&str]) {
    let (rows, others): (Vec<String>, Vec<String>) =
        redrawn(app, action).into_iter().partition(|key| key.starts_with("line ") || key.starts_with("factor "));
    assert_eq!(rows, [row]);
    let missing: Vec<_> = least.iter().filter(|key| !others.iter().any(|other| other == *key)).collect();
    assert!(missing.is_empty(), "{missing:?} are not in {others:?}");
    let allowed = |key: &&String| least.contains(&key.as_str()) || !least.is_empty() && FIGURES.contains(&key.as_str());
    let surplus: Vec<_> = others.iter().filter(|key| !allowed(key)).collect();
    assert!(surplus.is_empty(), "{surplus:?} are drawn for {row}");
}

/// Types a number of the factor with this id.
fn factor(id: &str, part: usize, text: &str) -> Action {
    Action::Typed(Field::Factor { factor: id.to_owned(), part }, text.to_owned())
}

fn quantity(line: &str, text: &str) -> Action {
    Action::Typed(Field::Quantity { line: line.to_owned() }, text.to_owned())
}

#[test]
fn a_key_in_a_factor_draws_its_row_and_the_figures() {
    let mut app = app(false);
    let own = app.proposal().factors[0].id.clone();
    let row = ["factor ", &own].concat();
    check(&mut app, factor(&own, 1, "40"), &row, &["result", "reading", "comparison", "advice"]);
    check(&mut app, factor(&own, 1, "44"), &row, &["result", "reading", "comparison", "advice"]);
    // What cannot be computed leaves the figures as they were, except for the note that they are the earlier ones.
    assert_eq!(redrawn(&mut app, factor(&own, 1, "quarante")), [row, "result".to_owned()]);
}

#[test]
fn a_key_in_a_line_draws_its_row_and_the_figures() {
    let mut app = app(false);
    let line = app.proposal().lines[0].id.clone();
    let row = ["line ", &line].concat();
    drop(redrawn(&mut app, quantity(&line, "60")));
    check(&mut app, quantity(&line, "70"), &row, &["sums", "result", "reading", "comparison"]);
    // The same number, written differently, gives the same figures.
    check(&mut app, quantity(&line, "70,0"), &row, &[]);
}

#[test]
fn what_a_frame_can_do_without_is_drawn_after_it_and_is_of_one_keystroke() {
    let file = serde_json::from_str(include_str!("../../../examples/evenement.json")).unwrap();
    let mut app = App::new(Start { agency: Some(file), chunks: Chunks::all(), completes: true, ..Start::default() });
    let line = app.proposal().lines[0].id.clone();
    let later = ["advice", "comparison"].map(str::to_owned);
    let first = Rc::clone(app.whole());
    let drawn = redrawn(&mut app, quantity(&line, "60"));
    assert!(drawn.contains(&"result".to_owned()) && !drawn.iter().any(|key| later.contains(key)), "{drawn:?}");
    assert!(Rc::ptr_eq(&first, app.whole()), "the other ways are those of the last whole estimate");
    let before = views(&app);
    app.complete();
    let after = views(&app);
    let changed = after.iter().filter(|own| !before.contains(own)).map(|(key, _)| key);
    assert_eq!(changed.collect::<Vec<_>>(), later.iter().collect::<Vec<_>>());
    assert_eq!(**app.whole(), Engine::new().estimate(&check_proposal(app.proposal().clone()).unwrap()));
    // Every other action leaves nothing for later.
    drop(redrawn(&mut app, quantity(&line, "70")));
    app.reduce(Action::Undone);
    assert_eq!(app.whole(), app.estimate());
}

#[test]
fn nothing_new_draws_nothing() {
    let mut app = app(false);
    assert_eq!(redrawn(&mut app, Action::WithAdvice(true)), [""; 0]);
}

#[test]
fn another_language_is_drawn_though_every_view_were_equal() {
    let (words, other) = (Words::new(Language::French), Words::new(Language::English));
    let act = Callback::noop();
    let props = |words| Props { view: AnyView::new(Nothing), words, act: act.clone() };
    assert!(props(words.clone()) == props(words.clone()) && props(words) != props(other));
    assert!(AnyView::new(Nothing) != AnyView::new(NothingElse));
}

#[derive(PartialEq)]
struct Nothing;
#[derive(PartialEq)]
struct NothingElse;

impl View for Nothing {
    fn draw(&self, _: &Ui) -> Node {
        Node::default()
    }
}

impl View for NothingElse {
    fn draw(&self, _: &Ui) -> Node {
        Node::default()
    }
}

#[test]
fn a_key_on_the_desk_draws_its_row() {
    let mut app = app(true);
    let factor_id = app.proposal().factors[0].id.clone();
    drop(redrawn(&mut app, factor(&factor_id, 1, "40")));
    // Data derived from another estimate count as changed.
    check(&mut app, factor(&factor_id, 1, "41"), &["factor ", &factor_id].concat(), &["advice", "sums"]);
}

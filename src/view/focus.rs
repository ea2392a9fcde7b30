//! Where the cursor goes when what had it moves or is gone.

use crate::app::{Action, App, List, Row, Screen, Stage, Via};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::NodeRef;

/// Puts the cursor into the first of these that is there; what can only be read there is selected, to be copied.
pub fn go(node: &NodeRef, selectors: &[String]) {
    let Some(root) = node.cast::<Element>() else { return };
    let field = selectors.iter().find_map(|selector| root.query_selector(selector).ok().flatten());
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.focus();
        match (field.dyn_ref::<HtmlInputElement>(), field.dyn_ref::<HtmlTextAreaElement>()) {
            (Some(input), _) if input.read_only() => input.select(),
            (_, Some(area)) if area.read_only() => area.select(),
            _ => {}
        }
    }
}

/// The first field of a row.
pub fn row(app: &App, row: &Row) -> Vec<String> {
    row.place(app.proposal()).map(|place| inside(row, place, ".fill")).into_iter().collect()
}

/// What is wanted under the cursor after an action, seen before it is done.
pub fn before(app: &App, action: &Action) -> Vec<String> {
    match action {
        Action::Restored(own) => row(app, own),
        // The row that comes in its place, else the one before, else the button that adds one.
        Action::RowRemoved(own) => gone(own, own.place(app.proposal())),
        Action::LineRemoved(id) => {
            let own = Row::Line(id.clone());
            gone(&own, own.place(app.proposal()))
        }
        _ => Vec::new(),
    }
}

/// What is wanted under the cursor after an action, once it is done.
pub fn after(app: &App, action: &Action, screen: Screen) -> Vec<String> {
    let proposal = app.proposal();
    let last = match action {
        Action::RowMoved(own, up) => {
            let button = |direction| own.place(app.proposal()).map(|place| inside(own, place, direction));
            let [up_first, down_first] = [[".up:enabled", ".down:enabled"], [".down:enabled", ".up:enabled"]];
            return if *up { up_first } else { down_first }.into_iter().filter_map(button).collect();
        }
        // What the browser does not copy is there to be copied by hand.
        Action::ReplyLeft(Via::Copy | Via::Paste, Stage::Failed) => return vec![".copy textarea".to_owned()],
        Action::BriefLeft(Via::Copy | Via::Paste, Stage::Failed) | Action::LinkCopied(false) => {
            return vec![".notice input".to_owned()];
        }
        Action::Chased(Some(_)) => return vec![".chase a".to_owned()],
        Action::LineAdded => proposal.lines.last().map(|line| Row::Line(line.id.clone())),
        Action::RowAdded(List::Factors) => proposal.factors.last().map(|factor| Row::Factor(factor.id.clone())),
        Action::RowAdded(List::Benefits) => proposal.benefits.last().map(|own| Row::Benefit(own.id.clone())),
        Action::RowAdded(List::People) => {
            proposal.effort.as_ref().and_then(|effort| effort.by_person.len().checked_sub(1)).map(Row::Person)
        }
        // A page that shows another link keeps the focus where its reader has it.
        Action::LinkOpened(_) | Action::ProposalShown(..) if !app.is_desk() => None,
        _ if app.screen() != screen => return vec!["h1".to_owned()],
        _ => None,
    };
    last.map(|own| row(app, &own)).unwrap_or_default()
}

fn gone(row: &Row, place: Option<usize>) -> Vec<String> {
    let Some(place) = place else { return Vec::new() };
    let add = match row {
        Row::Line(_) => ".line.add button",
        Row::Factor(_) => ".drivers .actions:last-child button",
        Row::Benefit(_) => ".benefits + .actions button",
        Row::Person(_) | Row::Entry(_) => ".people + .actions button",
    };
    let before = place.checked_sub(1).map(|before| inside(row, before, ".fill"));
    [Some(inside(row, place, ".fill")), before, Some(add.to_owned())].into_iter().flatten().collect()
}

/// Something in a row, which is counted from one; lines and factors stand below their heads.
fn inside(row: &Row, place: usize, what: &str) -> String {
    let (list, first) = match row {
        Row::Line(_) => (".line", 2),
        Row::Factor(_) => (".driver", 2),
        Row::Benefit(_) => (".benefit", 1),
        Row::Person(_) | Row::Entry(_) => (".people li", 1),
    };
    [list, ":nth-child(", &(place + first).to_string(), ") ", what].concat()
}

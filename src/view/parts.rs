//! The parts of the program that only some screens need: which action asks for which.
//!
//! The build cuts them off at the functions that it lists as their gates (`xtask/src/split.rs`). A gate
//! may be passed only once its part is there, so every action that leads through one is held back here.

use super::root::{Message, Root};
use crate::app::{Action, App, Screen};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Context;

/// A part beside the program; each needs those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What few visits need: another language, lines of one's own, what is wrong with a file, the functions for programs.
    More = 1,
    /// The document, and the link that carries it.
    Brief,
    /// A link that was opened, and the answer to it.
    Reply,
    /// The sender's desk.
    Desk,
}

/// The part that an action leads into.
pub fn of(action: &Action, app: &App) -> Option<Part> {
    use Action as A;
    match action {
        A::ModeGiven(true) => Some(Part::Desk),
        A::LanguageChosen(_) | A::LineAdded | A::ProposalShown(..) => Some(Part::More),
        A::LinkOpened(_) | A::Shown(Screen::Reply) => Some(if app.is_desk() { Part::Desk } else { Part::Reply }),
        A::Shown(Screen::Brief) | A::LinkWanted | A::FormWanted(_) | A::DraftWanted(true) | A::DraftFound(_) => {
            Some(Part::Brief)
        }
        // Whatever else leads into a part stands on a screen of that part.
        _ => None,
    }
}

/// Whether an action has to wait for its part: it is sent for, and the action follows when it has arrived.
pub fn lacks(ctx: &Context<Root>, action: &Action) -> bool {
    let Some(part) = of(action, &ctx.props().app.borrow()) else { return false };
    let Some(promised) = (ctx.props().page.part)(part) else { return false };
    let (link, action) = (ctx.link().clone(), action.clone());
    spawn_local(async move {
        let arrived = JsFuture::from(promised).await.is_ok();
        link.send_message(Message::Act(if arrived { action } else { Action::PartLost }));
    });
    true
}

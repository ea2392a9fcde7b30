//! A link that was opened, and the reply to it.

mod answering;
mod opening;
mod ways;

pub(super) use answering::Answering;
pub use answering::Blank;
pub use opening::{Broken, Opening};
pub use ways::{SendProgress, Stage, Via, outcome, status};

use super::{App, Effect};
use crate::proposal::Answer;

/// The functions through which the chunk of the reply is entered.
pub struct Door {
    pub(super) reduce: fn(&mut App, ReplyAction) -> Vec<Effect>,
}

/// The door of this chunk.
pub static DOOR: Door = Door { reduce: App::reduce_reply };

/// What can be done with an opened link and the reply to it.
#[derive(Clone, Debug, PartialEq)]
pub enum ReplyAction {
    /// A sealed link, or any text that holds one, is opened.
    Open(String),
    /// Something was typed where the whole link is pasted.
    Paste(String),
    /// The screen of the reply is shown.
    Begin,
    /// An answer was chosen.
    Answer(Answer),
    /// Something was typed beside the answer.
    Fill(Blank, String),
    /// What would fit the budget is looked for.
    LookForFit,
    /// What fits is taken.
    TakeFit,
    /// The reply is sent in this way.
    Send(Via),
    /// What came of sending it.
    Delivered(Via, Stage),
}

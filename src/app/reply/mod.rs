//! Opening links, and replying to briefs.

mod answering;
mod channels;
mod opening;

pub(super) use answering::Answering;
pub use answering::ReplyField;
pub use channels::{Channel, SendProgress, Stage, outcome, status};
pub use opening::{Broken, Opening};

use super::{App, Effect};
use crate::proposal::Answer;

/// The entry points of the reply's chunk.
pub struct Door {
    pub(super) reduce: fn(&mut App, ReplyAction) -> Vec<Effect>,
}

/// The entry points of this chunk.
pub static DOOR: Door = Door { reduce: App::reduce_reply };

/// Actions on an opened link and the reply to it.
#[derive(Clone, Debug, PartialEq)]
pub enum ReplyAction {
    /// A sealed link, or any text that holds one, is opened.
    Open(String),
    /// Text was typed into the field for the whole link.
    Paste(String),
    /// The screen of the reply is shown.
    Begin,
    /// An answer was chosen.
    Answer(Answer),
    /// Text was typed into a field beside the answer.
    Fill(ReplyField, String),
    /// The lines that fit the budget are looked for.
    LookForFit,
    /// The lines that fit are applied.
    TakeFit,
    /// The reply is sent by this channel.
    Send(Channel),
    /// The result of sending it.
    Delivered(Channel, Stage),
}

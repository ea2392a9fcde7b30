//! What the view needs of the page around it, and the doors of the chunks of the view.

use crate::app::{self, Action, Chunk, Chunks, Effect};
use crate::estimate::Estimate;
use crate::proposal::{Date, Fault, Proposal};
use crate::view::cx::Cx;
use crate::view::estimator::own_line;
use crate::view::markup::Node;
use crate::view::reply::{self, answer, broken, sending};
use crate::view::{brief, desk};
use crate::words::{self, Language};
use yew::Callback;

/// The page around a widget.
pub trait Host {
    /// Runs an effect and passes its result to `act`. The view runs `Fetch` and `Focus` itself.
    fn run(&self, effect: Effect, act: Callback<Action>);

    /// The doors of a chunk and of those that it needs; `None` if it is not loaded.
    fn doors(&self, chunk: Chunk) -> Option<Doors>;

    /// Loads a chunk and calls back whether that succeeded. A failure is also reported to the page.
    fn fetch(&self, chunk: Chunk, arrived: Callback<bool>);

    /// Called once the widget has been drawn and can be used.
    fn ready(&self);

    /// Today's date in the reader's time zone.
    fn today(&self) -> Date;

    /// Called once the proposal or its figures have changed.
    fn changed(&self, proposal: &Proposal, estimate: &Estimate);
}

/// A function that draws a screen.
type Screen = fn(&Cx) -> Node;

/// The entry points of the brief's chunk.
pub struct BriefDoor {
    state: &'static app::BriefDoor,
    pub(super) brief: Screen,
    pub(super) own_line: &'static own_line::OwnLine,
    pub(super) fault_sentence: fn(&Fault, Language) -> String,
}

/// The entry points of the reply's chunk.
pub struct ReplyDoor {
    state: &'static app::ReplyDoor,
    brief: &'static BriefDoor,
    pub(super) broken: Screen,
    pub(super) reply: Screen,
    pub(super) sent: Screen,
    pub(super) answer: Screen,
}

/// The entry points of the desk's chunk.
pub struct DeskDoor {
    state: &'static app::DeskDoor,
    reply: &'static ReplyDoor,
    pub(super) desk: Screen,
    pub(super) rows: &'static desk::rows::Controls,
}

/// The entry points of the brief's chunk.
pub static BRIEF: BriefDoor = BriefDoor {
    state: &app::BRIEF,
    brief: brief::brief,
    own_line: &own_line::OWN_LINE,
    fault_sentence: words::fault_sentence,
};

/// The entry points of the reply's chunk.
pub static REPLY: ReplyDoor = ReplyDoor {
    state: &app::REPLY,
    brief: &BRIEF,
    broken: broken::broken,
    reply: reply::reply,
    sent: sending::sent,
    answer: answer::answer,
};

/// The entry points of the desk's chunk.
pub static DESK: DeskDoor =
    DeskDoor { state: &app::DESK, reply: &REPLY, desk: desk::compose, rows: &desk::rows::CONTROLS };

/// The doors of the loaded chunks.
#[derive(Clone, Copy, Default)]
pub struct Doors {
    pub(super) brief: Option<&'static BriefDoor>,
    pub(super) reply: Option<&'static ReplyDoor>,
    pub(super) desk: Option<&'static DeskDoor>,
}

impl Doors {
    /// The doors of both.
    pub fn and(self, other: Doors) -> Self {
        Self { brief: self.brief.or(other.brief), reply: self.reply.or(other.reply), desk: self.desk.or(other.desk) }
    }

    /// The doors of the same chunks for the state.
    pub fn chunks(self) -> Chunks {
        Chunks {
            brief: self.brief.map(|door| door.state),
            reply: self.reply.map(|door| door.state),
            desk: self.desk.map(|door| door.state),
        }
    }
}

impl From<&'static BriefDoor> for Doors {
    fn from(brief: &'static BriefDoor) -> Self {
        Self { brief: Some(brief), ..Self::default() }
    }
}

impl From<&'static ReplyDoor> for Doors {
    fn from(reply: &'static ReplyDoor) -> Self {
        Self { reply: Some(reply), ..reply.brief.into() }
    }
}

impl From<&'static DeskDoor> for Doors {
    fn from(desk: &'static DeskDoor) -> Self {
        Self { desk: Some(desk), ..desk.reply.into() }
    }
}

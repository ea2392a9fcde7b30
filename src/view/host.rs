//! What the view needs of the page around it, and the parts of the view that arrive in chunks.

use crate::app::{self, Action, Chunk, Chunks, Effect};
use crate::estimate::Estimate;
use crate::proposal::Proposal;
use crate::view::cx::Cx;
use crate::view::estimator::own_line;
use crate::view::markup::Node;
use crate::view::reply::{self, answer, broken, sending};
use crate::view::{brief, desk};
use yew::Callback;

/// The page around a widget.
pub trait Host {
    /// Does what the state asks for; what comes of it is handed to `act`. `Fetch` and `Focus` are the view's own.
    fn run(&self, effect: Effect, act: Callback<Action>);

    /// The doors of a chunk, if it is there.
    fn doors(&self, chunk: Chunk) -> Option<Doors>;

    /// Fetches a chunk and says whether it is there then; the page is told where it is not.
    fn fetch(&self, chunk: Chunk, arrived: Callback<bool>);

    /// The widget has drawn itself and can be used.
    fn ready(&self);

    /// The proposal is another, with these figures.
    fn changed(&self, proposal: &Proposal, estimate: &Estimate);
}

/// A screen.
type Screen = fn(&Cx) -> Node;

/// The functions through which the chunk of the brief is entered.
pub struct BriefDoor {
    state: &'static app::BriefDoor,
    pub(super) brief: Screen,
    pub(super) own_line: &'static own_line::OwnLine,
}

/// The functions through which the chunk of the reply is entered.
pub struct ReplyDoor {
    state: &'static app::ReplyDoor,
    brief: &'static BriefDoor,
    pub(super) broken: Screen,
    pub(super) reply: Screen,
    pub(super) sent: Screen,
    pub(super) answer: Screen,
}

/// The functions through which the chunk of the desk is entered.
pub struct DeskDoor {
    state: &'static app::DeskDoor,
    reply: &'static ReplyDoor,
    pub(super) desk: Screen,
    pub(super) rows: &'static desk::rows::Controls,
}

/// The door of the brief's chunk.
pub static BRIEF: BriefDoor = BriefDoor { state: &app::BRIEF, brief: brief::brief, own_line: &own_line::OWN_LINE };

/// The door of the reply's chunk.
pub static REPLY: ReplyDoor = ReplyDoor {
    state: &app::REPLY,
    brief: &BRIEF,
    broken: broken::broken,
    reply: reply::reply,
    sent: sending::sent,
    answer: answer::answer,
};

/// The door of the desk's chunk.
pub static DESK: DeskDoor =
    DeskDoor { state: &app::DESK, reply: &REPLY, desk: desk::compose, rows: &desk::rows::CONTROLS };

/// The doors of the chunks that have arrived.
#[derive(Clone, Copy, Default)]
pub struct Doors {
    pub(super) brief: Option<&'static BriefDoor>,
    pub(super) reply: Option<&'static ReplyDoor>,
    pub(super) desk: Option<&'static DeskDoor>,
}

impl Doors {
    /// These doors and others.
    pub fn and(self, other: Doors) -> Self {
        Self { brief: self.brief.or(other.brief), reply: self.reply.or(other.reply), desk: self.desk.or(other.desk) }
    }

    /// What of them the state is entered through.
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

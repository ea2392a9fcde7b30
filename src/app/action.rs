//! Everything that can be done, as data: what a person did, what the page handed in, what came of an [`Effect`].
//!
//! What belongs to one screen stands in that screen's folder, and is done by that screen's chunk.
//!
//! [`Effect`]: super::Effect

use super::brief::BriefAction;
use super::desk::DeskAction;
use super::reply::{ReplyAction, Stage};
use super::{Chunk, Delivery, Field, Row};
use crate::proposal::{Fault, Issue, Proposal, Value};
use crate::words::{Language, NotANumber};

/// What is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The estimator.
    #[default]
    Estimator,
    /// The engagement brief.
    Brief,
    /// The prospect's answer.
    Reply,
    /// The answer, ready to go or gone.
    Sent,
    /// A reply that was received.
    Answer,
}

/// Everything that can be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Text was typed into a field.
    Typed(Field, String),
    /// A field was left: what is typed there may be tidied.
    Left(Field),
    /// A row goes back to the figures it was offered with.
    Restored(Row),
    /// An optional line was taken or left out.
    LineIncluded(String, bool),
    /// The advice of a line was kept or dropped.
    AdviceIncluded(String, bool),
    /// The whole proposal with or without advice.
    WithAdvice(bool),
    /// Whether the client recovers the tax.
    RecoversVat(bool),
    /// Another goal of the agency's file.
    GoalChosen(String),
    /// Another language.
    LanguageChosen(Language),
    /// One change is undone.
    Undone,
    /// What was undone is done again.
    Redone,
    /// Another screen is shown.
    Shown(Screen),
    /// The cursor goes to this row.
    RowSought(Row),
    /// The document on screen is printed.
    Printed,
    /// Drafts are to be kept in this browser, or erased from it and kept no more.
    DraftWanted(bool),
    /// The browser does not keep drafts.
    DraftRefused,
    /// The person has paused, or is about to leave the page: a draft is kept now, where drafts are kept.
    Paused,
    /// A sealed link, or any text that holds one, is to be opened.
    LinkOpened(String),
    /// The link that was opened is where the person left their own estimate.
    Resumed,
    /// The page shows a proposal of its own; the keys of its JSON that nobody reads.
    ProposalShown(Box<Proposal>, Vec<Issue>),
    /// The page gives another agency's file.
    AgencyGiven(Value),
    /// Links start with another address from now on.
    AddressGiven(String),
    /// Whether the widget serves a consultant who composes.
    ModeGiven(bool),
    /// What came of handing something over.
    Delivered(Delivery, Stage),
    /// A chunk did not arrive.
    ChunkLost(Chunk),
    /// Something on the brief.
    Brief(BriefAction),
    /// Something on the screens of a reply.
    Reply(ReplyAction),
    /// Something at the sender's desk.
    Desk(DeskAction),
}

impl From<BriefAction> for Action {
    fn from(action: BriefAction) -> Self {
        Self::Brief(action)
    }
}

impl From<ReplyAction> for Action {
    fn from(action: ReplyAction) -> Self {
        Self::Reply(action)
    }
}

impl From<DeskAction> for Action {
    fn from(action: DeskAction) -> Self {
        Self::Desk(action)
    }
}

/// Why a row's text has not become its figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// The text is no number.
    NotANumber(NotANumber),
    /// The field takes whole numbers of 0 or more.
    NotWhole,
    /// The number does not fit with the others.
    Fault(Fault),
}

/// A row whose text is refused.
#[derive(Clone, Debug, PartialEq)]
pub struct RefusedRow {
    /// The row.
    pub row: Row,
    /// The field in it, where it is one.
    pub field: Option<Field>,
    /// Why.
    pub refusal: Refusal,
}

/// A word to the reader about what they just did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The link is in the clipboard.
    LinkCopied,
    /// The clipboard is closed: the link is shown to be copied by hand.
    CopyByHand,
    /// The brief is in the clipboard.
    FormCopied,
    /// The clipboard is closed.
    CopyRefused,
    /// The draft that was kept is back.
    DraftFound,
    /// The browser keeps no draft: its storage is full or forbidden.
    DraftRefused,
    /// The draft is erased from this browser.
    DraftErased,
    /// The link is in the clipboard, and the brief in the list.
    BriefCopied,
    /// The letter is ready, and the brief in the list.
    BriefWritten,
    /// The letter is in the clipboard to be pasted, and the brief in the list.
    BriefToPaste,
    /// The letter is with another program, and the brief in the list.
    BriefShared,
    /// The share sheet was closed: nothing left.
    ShareCancelled,
    /// The system cannot share: nothing left.
    ShareFailed,
    /// The list has no room for the brief.
    BriefNotFiled,
    /// The list of a file was read.
    ListRead,
    /// A chunk did not arrive: what was wanted can be tried again.
    ChunkLost,
}

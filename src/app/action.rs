//! Actions: what a user does, what the page requests and the results of an [`Effect`], as data.
//!
//! The actions of one screen are defined in that screen's folder and applied by its chunk.
//!
//! [`Effect`]: super::Effect

use super::brief::BriefAction;
use super::desk::DeskAction;
use super::reply::{ReplyAction, Stage};
use super::{Chunk, Delivery, Field, Row};
use crate::proposal::{Fault, Issue, Proposal, Value};
use crate::words::{Language, NotANumber};

/// A screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The estimator.
    #[default]
    Estimator,
    /// The engagement brief.
    Brief,
    /// The form with which a prospect replies.
    Reply,
    /// The result of sending a reply: sent, passed to another program, or to be copied by hand.
    Sent,
    /// A reply that was received.
    Answer,
}

/// A step that [`App::reduce`](super::App::reduce) applies to the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Text was typed into a field.
    Typed(Field, String),
    /// A field lost the focus: its typed text is dropped, unless its row was refused.
    Left(Field),
    /// A row was reset to its offered values.
    Restored(Row),
    /// An optional line, by id, was included (`true`) or left out.
    LineIncluded(String, bool),
    /// The advice of a line, by id, was included (`true`) or left out.
    AdviceIncluded(String, bool),
    /// An alternative of a choice, both by id, was chosen; `None`: none of them.
    Chosen(String, Option<String>),
    /// The advice of the whole proposal was included (`true`) or left out.
    WithAdvice(bool),
    /// Whether the client recovers the tax.
    RecoversVat(bool),
    /// A goal of the agency's file was chosen, by id.
    GoalChosen(String),
    /// A language was chosen.
    LanguageChosen(Language),
    /// The last change is undone.
    Undone,
    /// The change that was last undone is redone.
    Redone,
    /// Another screen is shown.
    Shown(Screen),
    /// The focus moves to this row.
    RowSought(Row),
    /// The document on screen is printed.
    Printed,
    /// Whether to store drafts in this browser. `false` also erases the one that is stored.
    DraftWanted(bool),
    /// The browser has stored this draft.
    DraftFound(Value),
    /// The browser refused to store the draft.
    DraftRefused,
    /// The user has paused or is about to leave the page: the draft is stored, if they want drafts stored.
    Paused,
    /// A sealed link, or any text that holds one, is to be opened.
    LinkOpened(String),
    /// The opened link is the user's own estimate from before a reload, not a brief that somebody sent.
    Resumed,
    /// The page shows a proposal; with the unknown keys of its JSON.
    ProposalShown(Box<Proposal>, Vec<Issue>),
    /// The page sets another agency's file.
    AgencyGiven(Value),
    /// The page sets the address that shared links start with.
    AddressGiven(String),
    /// The page sets the mode: a sender's desk (`true`), or the estimator for prospects.
    ModeGiven(bool),
    /// The result of a delivery.
    Delivered(Delivery, Stage),
    /// A chunk could not be loaded.
    ChunkLost(Chunk),
    /// An action on the brief.
    Brief(BriefAction),
    /// An action on an opened link or the reply to it.
    Reply(ReplyAction),
    /// An action at the sender's desk.
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

impl Action {
    /// Whether it reports a change of the stored list. Such an action does not clear the message to the user.
    pub fn is_report(&self) -> bool {
        use DeskAction::{ListChanged, ListFound, ListLost, RowsKept};
        matches!(self, Action::Desk(ListChanged | ListFound(_) | ListLost | RowsKept(_)))
    }
}

impl From<DeskAction> for Action {
    fn from(action: DeskAction) -> Self {
        Self::Desk(action)
    }
}

/// Why the text or the choice in a row was refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// The text is not a number.
    NotANumber(NotANumber),
    /// The field takes whole numbers of 0 or more.
    NotWhole,
    /// The value has a fault, or the proposal would have one with it.
    Fault(Fault),
}

/// A row whose text or choice was refused.
#[derive(Clone, Debug, PartialEq)]
pub struct RefusedRow {
    /// The row.
    pub row: Row,
    /// The refused field, if it is a single one.
    pub field: Option<Field>,
    /// The reason.
    pub refusal: Refusal,
}

/// A message to the user about their last action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The link was copied.
    LinkCopied,
    /// The clipboard is not available: the link or the letter is shown, to be copied by hand.
    CopyByHand,
    /// A form of the brief, a reminder or the sent reply was copied.
    FormCopied,
    /// The clipboard is not available.
    CopyRefused,
    /// A stored draft was restored.
    DraftFound,
    /// The browser refused to store the draft: its storage is full or forbidden.
    DraftRefused,
    /// The draft was erased from this browser.
    DraftErased,
    /// The link was copied, and the brief added to the list.
    BriefCopied,
    /// The letter was passed to the mail program, and the brief added to the list.
    BriefWritten,
    /// The letter was copied, to be pasted into the mail program, and the brief added to the list.
    BriefToPaste,
    /// The letter was passed to another program, and the brief added to the list.
    BriefShared,
    /// The share sheet was closed: nothing was sent.
    ShareCancelled,
    /// The system cannot share: nothing was sent.
    ShareFailed,
    /// The brief could not be added to the list, which is full.
    BriefNotFiled,
    /// A list was imported from a file.
    ListRead,
    /// A chunk could not be loaded; the action can be tried again.
    ChunkLost,
}

//! Everything that can be done, as data, and what comes of it in words and screens.

use super::{Blank, Choice, Field, List, Row, Stage, Via};
use crate::proposal::{Answer, Fault, Issue, Lock, Proposal, Value};
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

/// Everything that a person can do.
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
    /// A line of the person's own is added.
    LineAdded,
    /// A line of the person's own goes.
    LineRemoved(String),
    /// A row is added to a list.
    RowAdded(List),
    /// A row goes, with all that cannot be without it.
    RowRemoved(Row),
    /// A row goes up by one place, or down.
    RowMoved(Row, bool),
    /// Something was chosen in a row.
    Chosen(Row, Choice),
    /// A group of fields is closed to the prospect, or opened.
    Locked(Lock, bool),
    /// Whether the brief says what it took to prepare.
    EffortSaid(bool),
    /// A file was read to start from: its JSON, where it holds some.
    FileRead(Option<Value>),
    /// A file is wanted to start from: the page asks for it, the state stays.
    FileWanted,
    /// Whether the widget serves a consultant who composes.
    ModeGiven(bool),
    /// The brief is to leave: the page hands it over, the state stays.
    BriefWanted(Via),
    /// What came of handing it over.
    BriefLeft(Via, Stage),
    /// Something was typed where a reply is pasted.
    ReplyPasted(String),
    /// The reply that was pasted is filed.
    ReplyFiled,
    /// A word to remind the prospect of this brief is prepared, or no more.
    Chased(Option<String>),
    /// The reply to this brief is opened.
    ReplyShown(String),
    /// This brief is where to start from.
    BriefResumed(String),
    /// This brief leaves the list.
    BriefForgotten(String),
    /// The page found these rows of the list.
    ListFound(Value),
    /// The page cannot keep the list.
    ListLost,
    /// The list is wanted as a file: the page saves it, the state stays.
    ListWanted(Listing),
    /// The whole proposal with or without advice.
    WithAdvice(bool),
    /// Whether the client recovers the tax.
    RecoversVat(bool),
    /// Another goal of the agency's file.
    GoalChosen(String),
    /// Another language.
    LanguageChosen(Language),
    /// Another screen.
    Shown(Screen),
    /// An answer was chosen.
    Answered(Answer),
    /// Something was typed beside the answer.
    BlankFilled(Blank, String),
    /// What would fit the budget is wanted.
    FitWanted,
    /// What fits is taken.
    FitTaken,
    /// The reply is to leave: the page sees to it.
    ReplyWanted(Via),
    /// What came of it.
    ReplyLeft(Via, Stage),
    /// The link that was opened is where the person left their own estimate.
    Resumed,
    /// A sealed link, or any text that holds one, is to be opened.
    LinkOpened(String),
    /// One step back.
    Undone,
    /// One step forth.
    Redone,
    /// The page shows a proposal of its own; the keys of its JSON that nobody reads.
    ProposalShown(Box<Proposal>, Vec<Issue>),
    /// The page gives another agency's file.
    AgencyGiven(Value),
    /// Links start with another address from now on.
    AddressGiven(String),
    /// The link is wanted: the page hands it over, the state stays.
    LinkWanted,
    /// A row is wanted under the cursor: the page goes there, the state stays.
    RowWanted(Row),
    /// The brief is wanted in another form: the page copies or saves it, the state stays.
    FormWanted(Form),
    /// The document is wanted on paper: the page prints, the state stays.
    PaperWanted,
    /// What came of copying the link.
    LinkCopied(bool),
    /// What came of copying the brief.
    FormCopied(bool),
    /// Whether drafts are to be kept in this browser: the page keeps or erases them.
    DraftWanted(bool),
    /// The page found this draft.
    DraftFound(String),
    /// The browser refuses to keep a draft.
    DraftRefused,
    /// A part of the program did not arrive.
    PartLost,
}

/// Files of the list of what was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listing {
    /// A table for a spreadsheet.
    Table,
    /// JSON, which can be read again.
    Json,
    /// When to come back to this brief, for a calendar.
    Reminder(String),
    /// The word that reminds a prospect, for the clipboard.
    Word,
}

/// Other forms of the brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain text, copied.
    Text,
    /// Markdown, copied.
    Markdown,
    /// The date of the reply, saved for a calendar.
    Calendar,
    /// The proposal, saved as JSON.
    Json,
    /// The link as a picture for telephones, saved as SVG.
    Code,
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
pub struct Refused {
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
    /// A part of the program did not arrive: what was wanted can be tried again.
    PartLost,
}

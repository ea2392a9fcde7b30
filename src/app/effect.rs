//! What is to be done outside the state after an action, as data. The host in `embed` does it.

use super::desk::List;
use super::reply::Via;
use super::{Action, Chunk, Row};
use crate::proposal::{Issue, Value};

/// One thing to be done outside the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Fetch a chunk, then do the action, or say that the chunk is lost.
    Fetch(Chunk, Box<Action>),
    /// Put a text into the clipboard; [`Action::Delivered`] says what came of it.
    Copy(String, Delivery),
    /// Hand a text to the system's share sheet; [`Action::Delivered`] says what came of it.
    Share(String, Delivery),
    /// Send JSON to an address by POST; [`Action::Delivered`] says what came of it.
    Post {
        /// The address.
        address: String,
        /// The JSON.
        body: Value,
        /// What it delivers.
        delivery: Delivery,
    },
    /// Save a text, or JSON, as a file of this name.
    Save(&'static str, Value),
    /// Print the document on screen.
    Print,
    /// Ask for a file and read its JSON: `DeskAction::FileRead`, unless the person chooses none.
    ChooseFile,
    /// Look for the draft of this name in the browser's storage: `BriefAction::DraftFound` where there is one.
    FindDraft(String),
    /// Keep a draft under a name, in place of the one there; [`Action::DraftRefused`] where the browser does not.
    KeepDraft(String, String),
    /// Erase the draft of this name.
    EraseDraft(String),
    /// Read the list of what was sent from the browser: `DeskAction::ListFound`, else `DeskAction::ListLost`.
    ReadList,
    /// Write a row of that list; `DeskAction::ListLost` where the browser does not.
    KeepRow(Value),
    /// Remove the row with this id from that list; `DeskAction::ListLost` where the browser does not.
    ForgetRow(String),
    /// Put the cursor into the first of these that is on the screen.
    Focus(Vec<Target>),
    /// Tell the page around the widget.
    Tell(PageEvent),
}

/// What is handed over by [`Effect::Copy`], [`Effect::Share`] or [`Effect::Post`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The link of the brief on screen.
    Link,
    /// The brief in another form, or a reminder of one.
    Form,
    /// A reply, in this way.
    Reply(Via),
    /// The brief that is composed, in this way.
    Brief(Via),
}

/// A place on the screen that the cursor can be put into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The title of the screen.
    Title,
    /// The first field of a row.
    Row(Row),
    /// The button that moves a row up (`true`) or down, if it can be pressed.
    Move(Row, bool),
    /// The button that adds a line.
    AddLine,
    /// The button that adds a row to a list of the desk.
    Add(List),
    /// The text that is to be copied by hand.
    CopyByHand,
    /// The link that writes a reminder.
    Reminder,
}

/// What the page around the widget is told.
#[derive(Clone, Debug, PartialEq)]
pub enum PageEvent {
    /// A person took a link to send it.
    Share {
        /// The whole address.
        link: String,
        /// How: `copy`, `mail`, `share`.
        via: &'static str,
    },
    /// A person sends a reply.
    Reply {
        /// The reply, as JSON.
        reply: Value,
        /// The whole address that carries it.
        link: String,
    },
    /// The keys of the agency's file that nobody reads, for whoever wrote it.
    LeftOut(Vec<Issue>),
}

//! Effects: what is to be done outside the state after an action, as data. The view and the host in `embed` run them.

use super::desk::List;
use super::reply::Channel;
use super::{Action, Chunk, Row};
use crate::proposal::{Issue, Value};

/// Something to do outside the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Load a chunk, then apply the action; [`Action::ChunkLost`] if it cannot be loaded.
    Fetch(Chunk, Box<Action>),
    /// Copy a text to the clipboard. The result is [`Action::Delivered`].
    Copy(String, Delivery),
    /// Pass a text to the system's share sheet. The result is [`Action::Delivered`].
    Share(String, Delivery),
    /// Send JSON to an address by POST. The result is [`Action::Delivered`].
    Post {
        /// The address.
        address: String,
        /// The JSON.
        body: Value,
        /// What is delivered.
        delivery: Delivery,
    },
    /// Save a text or JSON as a file of this name.
    Save(&'static str, Value),
    /// Print the document on screen.
    Print,
    /// Ask the user for a file and read its JSON. The result is `DeskAction::FileRead`, or none if they choose no file.
    ChooseFile,
    /// Look up the draft of this name in the browser's storage. The result is [`Action::DraftFound`], if there is
    /// one.
    FindDraft(String),
    /// Store a draft (name, JSON) in place of the one of that name; [`Action::DraftRefused`] if the browser refuses.
    KeepDraft(String, Value),
    /// Erase the draft of this name.
    EraseDraft(String),
    /// Read the list of sent briefs from the browser's storage. The result is `DeskAction::ListFound` or `ListLost`.
    ReadList,
    /// Store rows of that list at once. The result is `DeskAction::RowsKept`, or `ListLost` if the browser refuses.
    KeepRows(Vec<Value>),
    /// Remove the row with this id from that list; `DeskAction::ListLost` if the browser refuses.
    ForgetRow(String),
    /// Move the focus to the first of these targets that is on the screen.
    Focus(Vec<Target>),
    /// Notify the page around the widget.
    Notify(PageEvent),
}

/// What [`Effect::Copy`], [`Effect::Share`] or [`Effect::Post`] delivers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The link of the brief on screen.
    Link,
    /// The brief in another form, or a reminder of a sent brief.
    Form,
    /// A reply, by this channel.
    Reply(Channel),
    /// The brief being composed, by this channel.
    Brief(Channel),
}

/// An element of the screen that can take the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The title of the screen.
    Title,
    /// The first field of a row.
    Row(Row),
    /// The button that moves a row up (`true`) or down, if it is enabled.
    Move(Row, bool),
    /// The button that adds a line.
    AddLine,
    /// The button that adds a row to a list of the desk.
    Add(List),
    /// The text that is to be copied by hand.
    CopyByHand,
    /// The link that opens a reminder in the mail program.
    Reminder,
}

/// A notification to the page around the widget.
#[derive(Clone, Debug, PartialEq)]
pub enum PageEvent {
    /// A user copies, mails or shares the link of a brief.
    Share {
        /// The whole address.
        link: String,
        /// The channel: `copy`, `mail` or `share`.
        via: &'static str,
    },
    /// A prospect sends a reply.
    Reply {
        /// The reply, as JSON.
        reply: Value,
        /// The whole address that carries it.
        link: String,
    },
    /// The unknown keys of the agency's file, for its author.
    UnknownKeys(Vec<Issue>),
}

//! The state of a widget, the actions that change it, and the reducer ([`App::reduce`]) that applies them.
//!
//! Nothing here depends on the view or on a browser. What a user types is kept verbatim beside the proposal until the
//! field loses the focus and its row is valid, so that no typed text is lost.

mod action;
mod brief;
mod chunk;
mod desk;
mod effect;
mod estimator;
mod reduce;
mod reply;

pub use action::{Action, Notice, Refusal, RefusedRow, Screen};
pub use brief::{BriefAction, DOOR as BRIEF, Door as BriefDoor, Form};
pub use chunk::{Chunk, Chunks};
pub use desk::{
    Cell, DOOR as DESK, DeskAction, DiscountKind, Door as DeskDoor, Entry, FileUse, List, ListForm, RowChoice,
    ShapeKind, WorkChoice, lines_at,
};
pub use effect::{Delivery, Effect, PageEvent, Target};
pub use estimator::{Field, NameOf, Row, Side, parts, time_of};
pub use reply::{
    Broken, Channel, DOOR as REPLY, Door as ReplyDoor, Opening, ReplyAction, ReplyField, SendProgress, Stage, outcome,
    status,
};

use crate::agency::Agency;
use crate::estimate::{Engine, Estimate, Figures};
use crate::proposal::{Checked, Date, Issue, Lock, Proposal, Value};
use crate::words::{Language, Words};
use desk::{Composing, SentList};
use estimator::{Draft, UndoHistory};
use reply::Answering;
use std::rc::Rc;

/// Initial values of an [`App`].
#[derive(Clone, Default)]
pub struct Start {
    /// The agency's file, as read from JSON.
    pub agency: Option<Value>,
    /// The page's language, if Retour supports it; `None` means the default language.
    pub language: Option<Language>,
    /// Today's date in the reader's time zone; `None` means [`Date::EPOCH`].
    pub today: Option<Date>,
    /// Address that shared links start with. It may have a fragment, if the link's key can be appended to it.
    pub address: String,
    /// Whether the widget is a sender's desk, where a consultant composes a brief.
    pub composing: bool,
    /// The chunks that are loaded at the start.
    pub chunks: Chunks,
    /// Whether [`App::complete`] is called after each frame, so that a key typed in the estimator can leave to it what
    /// the frame can do without.
    pub completes: bool,
}

/// The state of one widget.
pub struct App {
    agency_file: Option<Value>,
    agency: Option<Agency>,
    goal: Option<String>,
    today: Date,
    address: String,
    words: Words,
    screen: Screen,
    checked: Checked,
    offered: Rc<Proposal>,
    estimate: Rc<Estimate>,
    whole: Rc<Estimate>,
    /// Whether `whole` is of the current proposal.
    is_whole: bool,
    completes: bool,
    sent: Option<Rc<Figures>>,
    opening: Opening,
    signed: bool,
    faults_of_file: Vec<Issue>,
    typed: Vec<(Field, String)>,
    refused: Vec<RefusedRow>,
    history: UndoHistory,
    notice: Option<Notice>,
    draft: Draft,
    answering: Answering,
    composing: Composing,
    sending: SentList,
    engine: Engine,
    chunks: Chunks,
    /// Whether the sender's desk was requested at the start while its chunk was not loaded.
    wants_desk: bool,
}

impl App {
    /// The initial state. It shows the proposal of the first goal in the agency's file, if there is one.
    pub fn new(start: Start) -> Self {
        let words = Words::new(start.language.unwrap_or_default());
        let has_desk = start.chunks.desk.is_some();
        let mut app = Self {
            agency_file: start.agency,
            agency: None,
            goal: None,
            today: start.today.unwrap_or(Date::EPOCH),
            address: start.address,
            words,
            screen: Screen::Estimator,
            checked: Checked::default(),
            offered: Rc::default(),
            estimate: Rc::default(),
            whole: Rc::default(),
            is_whole: true,
            completes: start.completes,
            sent: None,
            opening: Opening::None,
            signed: false,
            faults_of_file: Vec::new(),
            typed: Vec::new(),
            refused: Vec::new(),
            history: UndoHistory::default(),
            notice: None,
            draft: Draft::default(),
            answering: Answering::default(),
            composing: Composing::new(start.composing && has_desk),
            sending: SentList::default(),
            engine: Engine::new(),
            chunks: start.chunks,
            wants_desk: start.composing && !has_desk,
        };
        app.read_agency();
        app.choose_goal(None);
        app
    }

    /// The sentences in this widget's language, with those that the agency replaced.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The current screen.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// The current proposal: the last one that passed `check`.
    pub fn proposal(&self) -> &Proposal {
        self.checked.proposal()
    }

    /// The proposal as offered by the agency's file or by the opened link; at the desk, the one being composed.
    pub fn offered(&self) -> &Proposal {
        &self.offered
    }

    /// The figures of [`App::proposal`]. While [`App::is_as_sent`], the headline figures are those that the link
    /// carries.
    ///
    /// What advice adds, and the other ways of doing the project, are only in [`App::whole`].
    pub fn estimate(&self) -> &Rc<Estimate> {
        &self.estimate
    }

    /// All figures of [`App::proposal`]; after a key typed in the estimator those of the one before, until
    /// [`App::complete`].
    pub fn whole(&self) -> &Rc<Estimate> {
        &self.whole
    }

    /// The figures that the opened link carries, if this engine computes others.
    pub fn sent(&self) -> Option<&Figures> {
        self.sent.as_deref()
    }

    /// Whether the figures on the screen are [`App::sent`]: there are such figures, and the proposal is unchanged.
    pub fn is_as_sent(&self) -> bool {
        self.sent.is_some() && *self.offered == *self.proposal()
    }

    /// The result of opening a link.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    /// Whether the opened link carries a signature, which this version cannot verify.
    pub fn is_signed(&self) -> bool {
        self.signed && matches!(self.opening, Opening::Proposal(_) | Opening::Reply(..))
    }

    /// Whether the proposal or the opened reply has fields of a later version, which this version does not show.
    pub fn holds_more(&self) -> bool {
        self.proposal().holds_more() || matches!(&self.opening, Opening::Reply(reply, _) if reply.holds_more())
    }

    /// The agency of the file that was read, if there is one.
    pub fn agency(&self) -> Option<&Agency> {
        self.agency.as_ref()
    }

    /// Id of the chosen goal.
    pub fn goal(&self) -> Option<&str> {
        self.goal.as_deref()
    }

    /// What is wrong with the agency's file.
    pub fn faults_of_file(&self) -> &[Issue] {
        &self.faults_of_file
    }

    /// Today's date in the reader's time zone.
    pub fn today(&self) -> Date {
        self.today
    }

    /// Why the text typed in a row was refused; `None` if it was not.
    pub fn refused(&self, row: &Row) -> Option<&RefusedRow> {
        self.refused.iter().find(|refused| refused.row == *row)
    }

    /// Whether some typed text was refused, so that the figures are older than the text in the fields.
    pub fn has_refused_text(&self) -> bool {
        !self.refused.is_empty()
    }

    /// The message about the last action, if there is one.
    pub fn notice(&self) -> Option<Notice> {
        self.notice
    }

    /// The text in a field: what was typed, else its value as it would be typed.
    pub fn text_of(&self, field: &Field) -> String {
        match self.typed.iter().find(|(own, _)| own == field) {
            Some((_, text)) => text.clone(),
            None => self.content_of(field).unwrap_or_default(),
        }
    }

    fn content_of(&self, field: &Field) -> Option<String> {
        match field {
            Field::Label { .. } => field.label(self.proposal()),
            _ if field.is_of_desk() => (self.chunks.desk?.text)(field, self.proposal(), self.words.language()),
            _ => field.number(self.proposal(), self.words.language()),
        }
    }

    /// Whether this group of fields is locked for the prospect. Nothing is locked while a brief is being composed.
    pub fn is_locked(&self, lock: Lock) -> bool {
        !self.is_composing() && self.offered.locks.contains(&lock)
    }

    /// Whether a field is read-only. The fields of a line that the user added never are.
    pub fn is_closed(&self, field: &Field) -> bool {
        let own = matches!(field.row(), Row::Line(id) if self.is_own(&id));
        !own && self.is_locked(field.lock(self.proposal()))
    }

    /// Whether a change can be undone, and whether one can be redone.
    pub fn can_travel(&self) -> (bool, bool) {
        (self.history.can_undo(), self.history.can_redo())
    }
}

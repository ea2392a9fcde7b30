//! The product's verbs: a state, closed actions, one function from one to the next.
//!
//! It must not know how anything looks, nor that there is a browser. What a person typed is kept
//! verbatim beside the data until it is tidied, so that nothing typed is ever lost.

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
pub use desk::{DOOR as DESK, DeskAction, Door as DeskDoor, Entry, List, ListForm, RowChoice, ShapeKind};
pub use effect::{Delivery, Effect, PageEvent, Target};
pub use estimator::{Field, NameOf, Row, Side, parts, time_of};
pub use reply::{
    Blank, Broken, DOOR as REPLY, Door as ReplyDoor, Opening, ReplyAction, SendProgress, Stage, Via, outcome, status,
};

use crate::agency::Agency;
use crate::estimate::{Engine, Estimate, Figures};
use crate::proposal::{Checked, Date, Issue, Lock, Proposal, Value};
use crate::words::{Language, Words};
use brief::Draft;
use desk::{Composing, Sending};
use estimator::UndoHistory;
use reply::Answering;
use std::rc::Rc;

/// What a widget starts from.
#[derive(Clone, Default)]
pub struct Start {
    /// The agency's file, as read from JSON.
    pub agency: Option<Value>,
    /// The language of the page, where it is one that Retour speaks.
    pub language: Option<Language>,
    /// Today, where the reader is.
    pub today: Option<Date>,
    /// The address that shared links start with, without a fragment.
    pub address: String,
    /// Whether it serves a consultant who composes.
    pub composing: bool,
    /// The chunks that are there from the start.
    pub chunks: Chunks,
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
    sending: Sending,
    engine: Engine,
    chunks: Chunks,
    /// Whether a desk is wanted whose chunk is still to arrive.
    wants_desk: bool,
}

impl App {
    /// The state that a widget starts in.
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
            sending: Sending::default(),
            engine: Engine::new(),
            chunks: start.chunks,
            wants_desk: start.composing && !has_desk,
        };
        app.read_agency();
        app.choose_goal(None);
        app
    }

    /// The words of this widget: its language and the agency's own sentences.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// What is on the screen.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// The last proposal that could be computed.
    pub fn proposal(&self) -> &Proposal {
        self.checked.proposal()
    }

    /// The proposal as it was offered: by the agency's file, or by the link.
    pub fn offered(&self) -> &Proposal {
        &self.offered
    }

    /// The figures of [`App::proposal`]: while [`App::is_as_sent`], the headline ones are those that were sent.
    pub fn estimate(&self) -> &Rc<Estimate> {
        &self.estimate
    }

    /// The figures that an opened link was sent with, where this engine computes others.
    pub fn sent(&self) -> Option<&Figures> {
        self.sent.as_deref()
    }

    /// Whether the figures on the screen are [`App::sent`]: nothing has changed since.
    pub fn is_as_sent(&self) -> bool {
        self.sent.is_some() && *self.offered == *self.proposal()
    }

    /// What came of opening a link.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    /// Whether the link that was opened carries a signature, which this version cannot verify.
    pub fn is_signed(&self) -> bool {
        self.signed && matches!(self.opening, Opening::Proposal(_) | Opening::Reply(..))
    }

    /// Whether what was opened holds more than this version shows: a later one made it.
    pub fn holds_more(&self) -> bool {
        self.proposal().holds_more() || matches!(&self.opening, Opening::Reply(reply, _) if reply.holds_more())
    }

    /// The agency, once its file was read.
    pub fn agency(&self) -> Option<&Agency> {
        self.agency.as_ref()
    }

    /// The chosen goal's id.
    pub fn goal(&self) -> Option<&str> {
        self.goal.as_deref()
    }

    /// What is wrong with the agency's file.
    pub fn faults_of_file(&self) -> &[Issue] {
        &self.faults_of_file
    }

    /// Today, where the reader is.
    pub fn today(&self) -> Date {
        self.today
    }

    /// Why a row's text is not in the figures, if so.
    pub fn refused(&self, row: &Row) -> Option<&RefusedRow> {
        self.refused.iter().find(|refused| refused.row == *row)
    }

    /// Whether some text is not in the figures, which then are those of before.
    pub fn is_stale(&self) -> bool {
        !self.refused.is_empty()
    }

    /// A word about what was just done.
    pub fn notice(&self) -> Option<Notice> {
        self.notice
    }

    /// What stands in a field: the text as typed, or its number as it would be typed.
    pub fn text_of(&self, field: &Field) -> String {
        match self.typed.iter().find(|(own, _)| own == field) {
            Some((_, text)) => text.clone(),
            None => self.content_of(field).unwrap_or_default(),
        }
    }

    fn content_of(&self, field: &Field) -> Option<String> {
        match field {
            Field::Label { .. } => field.label(self.proposal()),
            Field::Entry(_) | Field::Name { .. } => (self.chunks.desk?.text)(field, self.proposal()),
            _ => field.number(self.proposal(), self.words.language()),
        }
    }

    /// Whether the prospect may not change this group of fields; who composes may change everything.
    pub fn is_locked(&self, lock: Lock) -> bool {
        !self.is_composing() && self.offered.locks.contains(&lock)
    }

    /// Whether the prospect may not type here; lines of their own are always open.
    pub fn is_closed(&self, field: &Field) -> bool {
        let own = matches!(field.row(), Row::Line(id) if self.is_own(&id));
        !own && self.is_locked(field.lock(self.proposal()))
    }

    /// Whether there is a step back, and a step forth.
    pub fn can_travel(&self) -> (bool, bool) {
        (self.history.can_undo(), self.history.can_redo())
    }
}

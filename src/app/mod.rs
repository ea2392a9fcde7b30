//! The product's verbs: a state, closed actions, one function from one to the next.
//!
//! It must not know how anything looks, nor that there is a browser. What a person typed is kept
//! verbatim beside the data until it is tidied, so that nothing typed is ever lost.

mod action;
mod answering;
mod change;
mod compose;
mod draft;
mod entry;
mod field;
mod history;
mod opening;
mod own;
mod sending;
mod ways;

pub use action::{Action, Form, Listing, Notice, Refusal, Refused, Screen};
pub use answering::Blank;
pub use compose::{Choice, Kind, List};
pub use entry::Entry;
pub use field::{Field, Named, Row, Side, parts, time_of};
pub use opening::{Broken, Opening};
pub use ways::{Stage, Via, Ways, outcome, status};

use crate::agency::Agency;
use crate::estimate::{Engine, Estimate, Figures};
use crate::link;
use crate::proposal::{Checked, Date, Issue, Lock, Proposal, Value};
use crate::words::{Language, Words};
use answering::Answering;
use compose::Composing;
use draft::Draft;
use history::History;
use sending::Sending;
use std::rc::Rc;

/// What a step back comes back to.
#[derive(Clone, Debug)]
struct Snapshot {
    proposal: Proposal,
    offered: Rc<Proposal>,
    sent: Option<Rc<Figures>>,
    goal: Option<String>,
}

/// The way back and forth; typing in one field is one step.
type Steps = History<Snapshot, Field>;

/// What a widget starts from.
#[derive(Clone, Debug, Default)]
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
    refused: Vec<Refused>,
    history: Steps,
    notice: Option<Notice>,
    draft: Draft,
    answering: Answering,
    composing: Composing,
    sending: Sending,
    engine: Engine,
}

impl App {
    /// The state that a widget starts in.
    pub fn new(start: Start) -> Self {
        let words = Words::new(start.language.unwrap_or_default());
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
            history: Steps::default(),
            notice: None,
            draft: Draft::default(),
            answering: Answering::default(),
            composing: Composing::new(start.composing),
            sending: Sending::default(),
            engine: Engine::new(),
        };
        app.read_agency();
        app.choose_goal(None);
        app
    }

    /// Does what a person did. Says whether anything changed.
    pub fn reduce(&mut self, action: Action) -> bool {
        self.notice = None;
        match action {
            Action::Typed(field, text) => self.typed(field, text),
            Action::Left(field) => self.left(&field),
            Action::Restored(row) => self.restored(&row),
            Action::LineIncluded(line, included) => self.line_included(&line, included),
            Action::AdviceIncluded(line, included) => self.advice_included(&line, included),
            Action::LineAdded => self.add_line(),
            Action::LineRemoved(line) => self.remove_line(&line),
            Action::ModeGiven(composing) => self.compose(composing),
            Action::WithAdvice(with) => self.edit(None, &|proposal| proposal.with_advice = with),
            Action::RecoversVat(recovers) => self.edit(None, &|proposal| proposal.recovers_vat = recovers),
            Action::GoalChosen(goal) => self.choose_goal(Some(goal)),
            Action::LanguageChosen(language) => self.speak(language),
            Action::Shown(Screen::Reply) => self.begin_answering(),
            Action::Shown(screen) => {
                if matches!(self.opening, Opening::Broken(_)) {
                    self.opening = Opening::None;
                }
                if screen == Screen::Estimator {
                    self.back_to_desk();
                }
                self.screen = screen;
                self.know_offered();
            }
            Action::Answered(_)
            | Action::BlankFilled(..)
            | Action::FitWanted
            | Action::FitTaken
            | Action::ReplyWanted(_)
            | Action::ReplyLeft(..) => self.reduce_answer(action),
            Action::Resumed => self.go_on(),
            Action::LinkOpened(text) => self.open(&text),
            Action::Undone => self.travel(Steps::undo),
            Action::Redone => self.travel(Steps::redo),
            Action::ProposalShown(proposal, unknown) => {
                // The border has checked it; a faulty one leaves what is shown.
                let _ = self.show(*proposal);
                self.tell_of_start(unknown);
            }
            Action::AgencyGiven(file) => self.give_agency(file),
            Action::AddressGiven(address) => self.address = address,
            Action::LinkWanted
            | Action::PaperWanted
            | Action::FormWanted(_)
            | Action::RowWanted(_)
            | Action::BriefWanted(_)
            | Action::ListWanted(_)
            | Action::FileWanted => return false,
            Action::LinkCopied(done) => {
                self.notice = Some(if done { Notice::LinkCopied } else { Notice::CopyByHand });
            }
            Action::FormCopied(done) => {
                self.notice = Some(if done { Notice::FormCopied } else { Notice::CopyRefused });
            }
            Action::DraftWanted(keep) => self.keep_draft(keep),
            Action::DraftFound(draft) => self.find_draft(&draft),
            Action::DraftRefused => self.refuse_draft(),
            Action::PartLost => self.notice = Some(Notice::PartLost),
            _ => self.reduce_desk(action),
        }
        true
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
    pub fn refused(&self, row: &Row) -> Option<&Refused> {
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
            None => field.show(self.proposal(), self.words.language()),
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

    /// The proposal sealed, with its figures: what stands behind `#retour=`.
    pub fn sealed(&self) -> String {
        match &self.sent {
            Some(sent) if self.is_as_sent() => link::seal(self.proposal(), sent),
            _ => link::seal(self.proposal(), &Figures::from(&*self.estimate)),
        }
    }

    /// The link that carries the proposal.
    pub fn link(&self) -> String {
        self.link_to(&self.sealed())
    }

    /// The link that carries something sealed.
    pub fn link_to(&self, sealed: &str) -> String {
        link::address(&self.address, sealed)
    }
}

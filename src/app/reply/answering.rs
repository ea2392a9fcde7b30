//! Answering a proposal: the answer, what goes with it, and the reply that comes of it.
//!
//! Nothing is recorded or sent here. What a prospect typed stays as they typed it, whatever they answer.

use super::{ReplyAction, SendProgress, Stage, Via};
use crate::app::{App, Delivery, Effect, Notice, PageEvent, Screen, Target};
use crate::estimate::{Estimate, Figures};
use crate::export::Letter;
use crate::fit::{Fit, Unfit, fit};
use crate::link;
use crate::proposal::{Answer, Date, MAX_MONEY, Money, Proposal, Reply, Value, check, to_value};
use crate::reply::changes;
use crate::words::parse_number;
use std::rc::Rc;

/// What goes with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blank {
    /// The day by which the prospect answers for good.
    AnswerOn,
    /// What they could have spent.
    Budget,
    /// A word.
    Comment,
    /// Their name.
    Name,
}

/// The answer in the making.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Answering {
    answer: Option<Answer>,
    typed: [String; 4],
    ways: SendProgress,
    /// The reply that was last sent to the agency's own address.
    posted: Option<Reply>,
    fit: Option<Result<Fit, Unfit>>,
    /// The figures of what was offered, and of which proposal they are.
    offered: Option<(Rc<Proposal>, Rc<Estimate>)>,
}

impl App {
    /// The answer that is chosen, if one is.
    pub fn answer(&self) -> Option<Answer> {
        self.answering.answer
    }

    /// What is typed beside the answer.
    pub fn blank(&self, blank: Blank) -> &str {
        &self.answering.typed[blank as usize]
    }

    /// How far each way of sending the reply has come.
    pub fn ways(&self) -> &SendProgress {
        &self.answering.ways
    }

    /// The figures of what was offered.
    pub fn offered_estimate(&self) -> &Estimate {
        self.answering.offered.as_ref().map_or(&self.estimate, |(_, estimate)| estimate)
    }

    /// Whether the budget is typed and is no amount.
    pub fn budget_refused(&self) -> bool {
        !self.blank(Blank::Budget).trim().is_empty() && self.budget().is_none()
    }

    /// The budget as typed, in the terms of the totals: with tax where the client does not recover it.
    pub fn budget(&self) -> Option<f64> {
        let typed = parse_number(self.blank(Blank::Budget), self.words.language()).ok()?;
        (0.0..=MAX_MONEY).contains(&typed).then_some(typed)
    }

    /// What would fit the budget, once it was asked for.
    pub fn fit(&self) -> Option<&Result<Fit, Unfit>> {
        self.answering.fit.as_ref()
    }

    /// Does what a person does on the screens of a reply.
    pub(super) fn reduce_reply(&mut self, action: ReplyAction) -> Vec<Effect> {
        match action {
            ReplyAction::Open(text) => self.open(&text),
            ReplyAction::Paste(text) => self.paste(text),
            ReplyAction::Begin => self.begin_answering(),
            ReplyAction::Answer(answer) => self.choose_answer(answer),
            ReplyAction::Fill(blank, text) => self.fill_blank(blank, text),
            ReplyAction::LookForFit => self.look_for_fit(),
            ReplyAction::TakeFit => self.take_fit(),
            ReplyAction::Send(via) => return self.send(via),
            ReplyAction::Delivered(via, stage) => return self.left_by(via, stage),
        }
        Vec::new()
    }

    /// Sends the reply in this way, and tells the page of it.
    fn send(&mut self, via: Via) -> Vec<Effect> {
        let (Some(reply), Some(link)) = (self.reply(), self.reply_link()) else { return Vec::new() };
        let address = self.agency.as_ref().and_then(|agency| agency.reply_to.clone());
        if via == Via::Post && address.is_none() {
            return Vec::new();
        }
        let letter = Letter::of_reply(&reply, &self.offered, &link, &self.words).body;
        let json = to_value(reply.clone());
        let mut effects = vec![Effect::Tell(PageEvent::Reply { reply: json.clone(), link: link.clone() })];
        if via == Via::Post {
            self.answering.posted = Some(reply);
        }
        self.answering.ways.begin(via);
        let delivery = Delivery::Reply(via);
        match (via, address) {
            (Via::Post, Some(address)) => {
                let body = Value::object(vec![("reply", json), ("link", link.as_str().into())]);
                effects.push(Effect::Post { address, body, delivery });
            }
            (Via::Copy | Via::Paste, _) => effects.push(Effect::Copy(letter, delivery)),
            (Via::Share, _) => effects.push(Effect::Share(letter, delivery)),
            // The click on the address itself opens the mail program.
            _ => effects.extend(self.left_by(via, Stage::Done)),
        }
        effects
    }

    /// Looks for what would fit the budget.
    pub(in crate::app) fn look_for_fit(&mut self) {
        let with_tax = !self.proposal().recovers_vat;
        self.answering.fit = self.budget().map(|budget| fit(&self.checked, budget, with_tax));
    }

    /// Takes what fits, and answers yes with these changes.
    pub(in crate::app) fn take_fit(&mut self) {
        if let Some(Ok(fit)) = self.answering.fit.take() {
            self.edit(None, &|proposal| {
                for line in &mut proposal.lines {
                    line.included &= !fit.leaves.contains(&line.id);
                    line.included |= fit.joins.contains(&line.id);
                }
            });
            self.choose_answer(Answer::YesWithChanges);
        }
    }

    /// The reply as it would leave now.
    pub fn reply(&self) -> Option<Reply> {
        let answer = self.answer()?;
        let text = |blank| self.blank(blank).trim().to_owned();
        Some(Reply {
            answer,
            answer_on: Date::parse(self.blank(Blank::AnswerOn)).filter(|_| answer == Answer::NotNow),
            budget: self.budget().filter(|_| answer == Answer::TooExpensive).map(Money),
            comment: text(Blank::Comment),
            name: text(Blank::Name),
            on: self.today,
            proposal: link::digest(&self.offered),
            changes: if answer == Answer::Yes { Vec::new() } else { changes(&self.offered, self.proposal()) },
            extensions: Vec::new(),
        })
    }

    /// The reply that has left: what the agency's server has, whatever was changed while it was on its way, else the
    /// present one.
    pub fn sent_reply(&self) -> Option<Reply> {
        let posted = self.answering.posted.clone().filter(|_| self.ways().has_arrived());
        posted.or_else(|| self.reply())
    }

    /// Whether the reply was changed while the one that has arrived was on its way.
    pub fn was_changed_since(&self) -> bool {
        self.sent_reply() != self.reply()
    }

    /// The address that carries the reply; `None` where no answer is chosen, or the reply says too much for a link.
    pub fn reply_link(&self) -> Option<String> {
        let reply = self.reply().filter(|reply| reply.check().is_empty())?;
        let sealed = match reply.answer {
            // What is agreed to is what was offered, not what was tried out since.
            Answer::Yes => {
                let figures = Figures::from(self.offered_estimate());
                link::seal_reply(&self.offered, self.sent.as_deref().unwrap_or(&figures), &reply)
            }
            _ => link::seal_reply(self.proposal(), &Figures::from(&*self.estimate), &reply),
        };
        (sealed.len() <= link::MAX_CHARACTERS).then(|| self.link_to(&sealed))
    }

    /// Whether something was changed since it was offered.
    pub fn differs(&self) -> bool {
        *self.offered != *self.proposal()
    }

    pub(in crate::app) fn choose_answer(&mut self, answer: Answer) {
        self.answering.answer = Some(answer);
        self.begin_answering();
    }

    /// Shows the reply's screen.
    pub(in crate::app) fn begin_answering(&mut self) {
        self.screen = Screen::Reply;
        self.answering.ways.forget();
        self.know_offered();
    }

    /// Computes what was offered, to compare with.
    pub(in crate::app) fn know_offered(&mut self) {
        let known = self.answering.offered.as_ref().is_some_and(|(of, _)| Rc::ptr_eq(of, &self.offered));
        if let (false, Ok(offered)) = (known, check((*self.offered).clone())) {
            let estimate =
                if self.differs() { Rc::new(self.engine.estimate(&offered)) } else { Rc::clone(&self.estimate) };
            self.answering.offered = Some((Rc::clone(&self.offered), estimate));
        }
    }

    pub(in crate::app) fn fill_blank(&mut self, blank: Blank, text: String) {
        self.answering.typed[blank as usize] = text;
        self.answering.fit = None;
    }

    /// Another proposal is answered afresh, with the answer that its link may have ready.
    pub(in crate::app) fn answer_afresh(&mut self, answer: Option<Answer>) {
        self.answering = Answering { answer, ..Answering::default() };
        self.answering.typed[Blank::Name as usize].clone_from(&self.offered.to.name);
        if answer.is_some() {
            self.begin_answering();
        }
    }

    /// What came of sending the reply. Where it led nowhere, the screen stays and says so.
    fn left_by(&mut self, via: Via, stage: Stage) -> Vec<Effect> {
        let had_arrived = self.answering.ways.has_arrived();
        let copied = matches!(via, Via::Copy | Via::Paste);
        if self.answering.ways.end(via, stage) {
            self.screen = Screen::Sent;
            // A copy of what has arrived is for the person's own files.
            if had_arrived && copied {
                self.notice = Some(if stage == Stage::Done { Notice::FormCopied } else { Notice::CopyRefused });
            }
        }
        // What the browser does not copy is there to be copied by hand.
        if copied && stage == Stage::Failed { vec![Effect::Focus(vec![Target::CopyByHand])] } else { Vec::new() }
    }
}

//! Answering a proposal: the answer, its details, and the reply made of them.
//!
//! Nothing is stored or sent here. What a prospect typed stays when they choose another answer.

use super::{Channel, ReplyAction, SendProgress, Stage};
use crate::app::{App, Delivery, Effect, Notice, PageEvent, Screen, Target};
use crate::estimate::{Estimate, Figures};
use crate::export::Letter;
use crate::fit::{Fit, Unfit, fit};
use crate::link;
use crate::proposal::{Answer, Date, MAX_MONEY, Money, Proposal, Reply, Value, check, to_value};
use crate::reply::changes;
use crate::words::{parse_number, units_of_money};
use std::rc::Rc;

/// A field beside the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyField {
    /// The date on which the prospect will give a final answer.
    AnswerOn,
    /// What they could have spent.
    Budget,
    /// A comment.
    Comment,
    /// Their name.
    Name,
}

/// The reply being written.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Answering {
    answer: Option<Answer>,
    typed: [String; 4],
    ways: SendProgress,
    /// The reply that was last posted to the agency's server.
    posted: Option<Reply>,
    fit: Option<Result<Fit, Unfit>>,
    /// The offered proposal, with its figures.
    offered: Option<(Rc<Proposal>, Rc<Estimate>)>,
}

impl App {
    /// The chosen answer, if there is one.
    pub fn answer(&self) -> Option<Answer> {
        self.answering.answer
    }

    /// The text in a field beside the answer.
    pub fn blank(&self, blank: ReplyField) -> &str {
        &self.answering.typed[blank as usize]
    }

    /// The progress of sending the reply, by channel.
    pub fn ways(&self) -> &SendProgress {
        &self.answering.ways
    }

    /// The figures of the offered proposal.
    pub fn offered_estimate(&self) -> &Estimate {
        self.answering.offered.as_ref().map_or(&self.estimate, |(_, estimate)| estimate)
    }

    /// Whether a budget is typed that is not a valid amount.
    pub fn budget_refused(&self) -> bool {
        !self.blank(ReplyField::Budget).trim().is_empty() && self.budget().is_none()
    }

    /// The typed budget in major units, from 0 to [`MAX_MONEY`]; like the totals, with tax unless the client recovers
    /// it.
    pub fn budget(&self) -> Option<f64> {
        let typed = parse_number(
            self.blank(ReplyField::Budget),
            &units_of_money(&self.offered.currency),
            self.words.language(),
        )
        .ok()?;
        (0.0..=MAX_MONEY).contains(&typed).then_some(typed)
    }

    /// The lines that fit the budget, or why none do; `None` until the user asks.
    pub fn fit(&self) -> Option<&Result<Fit, Unfit>> {
        self.answering.fit.as_ref()
    }

    /// Applies an action on an opened link or the reply to it.
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
            ReplyAction::Delivered(via, stage) => return self.reply_delivered(via, stage),
        }
        Vec::new()
    }

    /// Sends the reply by this channel and notifies the page.
    fn send(&mut self, via: Channel) -> Vec<Effect> {
        let (Some(reply), Some(link)) = (self.reply(), self.reply_link()) else { return Vec::new() };
        let address = self.agency.as_ref().and_then(|agency| agency.reply_to.clone());
        if via == Channel::Post && address.is_none() {
            return Vec::new();
        }
        let letter = Letter::of_reply(&reply, &self.offered, &link, &self.words).body;
        let json = to_value(reply.clone());
        let mut effects = vec![Effect::Notify(PageEvent::Reply { reply: json.clone(), link: link.clone() })];
        if via == Channel::Post {
            self.answering.posted = Some(reply);
        }
        self.answering.ways.begin(via);
        let delivery = Delivery::Reply(via);
        match (via, address) {
            (Channel::Post, Some(address)) => {
                let body = Value::object(vec![("reply", json), ("link", link.as_str().into())]);
                effects.push(Effect::Post { address, body, delivery });
            }
            (Channel::Copy | Channel::Paste, _) => effects.push(Effect::Copy(letter, delivery)),
            (Channel::Share, _) => effects.push(Effect::Share(letter, delivery)),
            // The clicked link itself opens the mail program.
            _ => effects.extend(self.reply_delivered(via, Stage::HandedOver)),
        }
        effects
    }

    /// Looks for the optional lines that fit the budget.
    pub(in crate::app) fn look_for_fit(&mut self) {
        let with_tax = !self.proposal().recovers_vat;
        self.answering.fit = self.budget().map(|budget| fit(&self.checked, budget, with_tax));
    }

    /// Applies the lines that fit, and answers yes with these changes.
    pub(in crate::app) fn take_fit(&mut self) {
        if let Some(Ok(fit)) = self.answering.fit.take() {
            self.edit(None, &|proposal| {
                for line in &mut proposal.lines {
                    line.included &= !fit.removed.contains(&line.id);
                    line.included |= fit.added.contains(&line.id);
                }
                for choice in &mut proposal.choices {
                    if let Some((_, chosen)) = fit.chosen.iter().find(|(id, _)| *id == choice.id) {
                        choice.chosen.clone_from(chosen);
                    }
                }
            });
            self.choose_answer(Answer::YesWithChanges);
        }
    }

    /// The reply as it would be sent now; `None` if no answer is chosen.
    pub fn reply(&self) -> Option<Reply> {
        let answer = self.answer()?;
        let text = |blank| self.blank(blank).trim().to_owned();
        Some(Reply {
            answer,
            answer_on: Date::parse(self.blank(ReplyField::AnswerOn)).filter(|_| answer == Answer::NotNow),
            budget: self.budget().filter(|_| answer == Answer::TooExpensive).map(Money),
            comment: text(ReplyField::Comment),
            name: text(ReplyField::Name),
            on: self.today,
            proposal: link::digest(&self.offered),
            changes: if answer == Answer::Yes { Vec::new() } else { changes(&self.offered, self.proposal()) },
            extensions: Vec::new(),
        })
    }

    /// The reply that was sent: what the agency's server received, even if the reply was changed since; else the
    /// current reply.
    pub fn sent_reply(&self) -> Option<Reply> {
        let posted = self.answering.posted.clone().filter(|_| self.ways().has_arrived());
        posted.or_else(|| self.reply())
    }

    /// Whether the current reply differs from the one that the agency's server received.
    pub fn was_changed_since(&self) -> bool {
        self.sent_reply() != self.reply()
    }

    /// The address that carries the reply; `None` if no answer is chosen, or the reply is invalid or too long for a
    /// link.
    pub fn reply_link(&self) -> Option<String> {
        let reply = self.reply().filter(|reply| reply.check().is_empty())?;
        let sealed = match reply.answer {
            // A yes agrees to the offered proposal, not to what was tried out since.
            Answer::Yes => {
                let figures = Figures::from(self.offered_estimate());
                link::seal_reply(&self.offered, self.sent.as_deref().unwrap_or(&figures), &reply)
            }
            _ => link::seal_reply(self.proposal(), &Figures::from(&*self.estimate), &reply),
        };
        (sealed.len() <= link::MAX_CHARACTERS).then(|| self.link_to(&sealed))
    }

    /// Whether the proposal differs from the offered one.
    pub fn differs(&self) -> bool {
        *self.offered != *self.proposal()
    }

    pub(in crate::app) fn choose_answer(&mut self, answer: Answer) {
        self.answering.answer = Some(answer);
        self.begin_answering();
    }

    /// Shows the screen of the reply.
    pub(in crate::app) fn begin_answering(&mut self) {
        self.screen = Screen::Reply;
        self.answering.ways.forget();
        self.compute_offered();
    }

    /// Computes the figures of the offered proposal, to compare with.
    pub(in crate::app) fn compute_offered(&mut self) {
        let known = self.answering.offered.as_ref().is_some_and(|(of, _)| Rc::ptr_eq(of, &self.offered));
        if let (false, Ok(offered)) = (known, check((*self.offered).clone())) {
            let estimate =
                if self.differs() { Rc::new(self.engine.estimate(&offered)) } else { Rc::clone(&self.estimate) };
            self.answering.offered = Some((Rc::clone(&self.offered), estimate));
        }
    }

    pub(in crate::app) fn fill_blank(&mut self, blank: ReplyField, text: String) {
        self.answering.typed[blank as usize] = text;
        self.answering.fit = None;
    }

    /// Resets the reply for another proposal, with the answer that its link preselects, if any.
    pub(in crate::app) fn answer_afresh(&mut self, answer: Option<Answer>) {
        self.answering = Answering { answer, ..Answering::default() };
        self.answering.typed[ReplyField::Name as usize].clone_from(&self.offered.to.name);
        if answer.is_some() {
            self.begin_answering();
        }
    }

    /// Handles the result of sending the reply. If nothing was sent, the screen stays and says so.
    fn reply_delivered(&mut self, via: Channel, stage: Stage) -> Vec<Effect> {
        let had_arrived = self.answering.ways.has_arrived();
        let copied = matches!(via, Channel::Copy | Channel::Paste);
        if self.answering.ways.end(via, stage) {
            self.screen = Screen::Sent;
            // What was received need not be sent again: the copy is for the prospect's files.
            if had_arrived && copied {
                self.notice = Some(if stage == Stage::HandedOver { Notice::FormCopied } else { Notice::CopyRefused });
            }
        }
        // A text that was not copied is shown, to be copied by hand.
        if copied && stage == Stage::Failed { vec![Effect::Focus(vec![Target::CopyByHand])] } else { Vec::new() }
    }
}

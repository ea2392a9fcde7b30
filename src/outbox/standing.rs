//! Where the briefs stand on a day: open, late, answered; how many, and how soon.

use super::{Outbox, Received, Sent};
use crate::proposal::{Answer, Date};

/// Where a brief stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// So many days past the day to reply by, 1 or more.
    Late(u32),
    /// So many days are left; 0 on the last, which counts whole.
    Open(u32),
    /// It asks for no answer by a day.
    NoDate,
    /// Not now: the prospect means to answer on a day, if they said one.
    Later {
        /// The day.
        on: Option<Date>,
        /// Whether it has passed.
        is_late: bool,
    },
    /// This is the answer.
    Answered(Answer),
}

/// The whole list in figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Briefs that were sent.
    pub sent: usize,
    /// Those to which a reply came, be it "not now".
    pub answered: usize,
    /// Those with an answer that is more than "not now".
    pub settled: usize,
    /// Those past the day to reply by, or past the day that the prospect named.
    pub late: usize,
    /// Median of the days from sending to an answer that is more than "not now".
    pub median_delay_days: Option<f64>,
    /// How often each kind of no was given, in the order of [`Answer::ALL`], without those that never were.
    pub reasons: Vec<(Answer, usize)>,
}

impl Sent {
    /// Where it stands on a day.
    pub fn status(&self, today: Date) -> Status {
        match (&self.reply, self.reply_by) {
            (Some(Received { answer: Answer::NotNow, answer_on: on, .. }), _) => {
                Status::Later { on: *on, is_late: on.is_some_and(|on| on < today) }
            }
            (Some(reply), _) => Status::Answered(reply.answer),
            (None, None) => Status::NoDate,
            (None, Some(by)) => match by.days() - today.days() {
                left @ 0.. => Status::Open(left as u32),
                left => Status::Late(left.unsigned_abs()),
            },
        }
    }

    /// Days from sending to an answer that is more than "not now".
    pub fn delay_days(&self) -> Option<u32> {
        let reply = self.reply.as_ref().filter(|reply| reply.answer != Answer::NotNow)?;
        // The prospect's clock may be behind.
        Some((reply.on.days() - self.sent_on.days()).max(0) as u32)
    }
}

impl Status {
    /// Whether an answer is overdue.
    pub fn is_late(self) -> bool {
        matches!(self, Self::Late(_) | Self::Later { is_late: true, .. })
    }
}

impl Summary {
    /// Share of the briefs to which a reply came; `None` where none was sent.
    pub fn answer_rate(&self) -> Option<f64> {
        (self.sent > 0).then(|| self.answered as f64 / self.sent as f64)
    }
}

impl Outbox {
    /// The list in figures, on a day.
    pub fn summary(&self, today: Date) -> Summary {
        let replies = || self.sent.iter().filter_map(|sent| sent.reply.as_ref());
        let mut delays: Vec<f64> = self.sent.iter().filter_map(Sent::delay_days).map(f64::from).collect();
        delays.sort_unstable_by(f64::total_cmp);
        let reasons = Answer::ALL.into_iter().filter(|answer| answer.is_no()).map(|answer| {
            let count = replies().filter(|reply| reply.answer == answer).count();
            (answer, count)
        });
        Summary {
            sent: self.sent.len(),
            answered: replies().count(),
            settled: delays.len(),
            late: self.sent.iter().filter(|sent| sent.status(today).is_late()).count(),
            median_delay_days: median(&delays),
            reasons: reasons.filter(|(_, count)| *count > 0).collect(),
        }
    }
}

/// The middle of ascending numbers, or the mean of the two middle ones.
fn median(sorted: &[f64]) -> Option<f64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    Some(if sorted.len() % 2 == 1 { upper } else { (sorted[sorted.len() / 2 - 1] + upper) / 2.0 })
}

//! Status of the briefs on a day (open, late, answered), and a summary of the list in numbers.

use super::{Outbox, Received, Sent};
use crate::proposal::{Answer, Date};

/// Status of a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Not answered, this many days after the last day to reply; 1 or more.
    Late(u32),
    /// Not answered, this many days before the last day to reply; 0 on that day, the whole of it.
    Open(u32),
    /// Not answered, and without a last day to reply.
    NoDate,
    /// Answered "not now": the prospect will answer later.
    Later {
        /// Day on which they will answer, if they named one.
        on: Option<Date>,
        /// Whether that day has passed.
        is_late: bool,
    },
    /// Answered with anything but "not now".
    Answered(Answer),
}

/// Summary of the whole list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Number of briefs sent.
    pub sent: usize,
    /// Number of briefs with a reply, including "not now".
    pub answered: usize,
    /// Number of briefs with an answer other than "not now".
    pub settled: usize,
    /// Number of briefs past the last day to reply, or past the day that the prospect named.
    pub late: usize,
    /// Median number of days from sending to an answer other than "not now".
    pub median_delay_days: Option<f64>,
    /// Each kind of no with the number of briefs that have it, in the order of [`Answer::ALL`]; those with 0 are left
    /// out.
    pub reasons: Vec<(Answer, usize)>,
}

impl Sent {
    /// Its status on a day.
    pub fn status(&self, today: Date) -> Status {
        match (self.reply(), self.reply_by) {
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

    /// Days from sending to the answer, 0 or more; `None` without one, or if it is "not now".
    pub fn delay_days(&self) -> Option<u32> {
        let reply = self.reply().filter(|reply| reply.answer != Answer::NotNow)?;
        // The prospect's clock may be slow, which would give a negative number.
        Some((reply.on.days() - self.sent_on.days()).max(0) as u32)
    }
}

impl Status {
    /// Whether the answer is late.
    pub fn is_late(self) -> bool {
        matches!(self, Self::Late(_) | Self::Later { is_late: true, .. })
    }
}

impl Summary {
    /// Fraction of the sent briefs that have a reply, from 0 to 1; `None` if none was sent.
    pub fn answer_rate(&self) -> Option<f64> {
        (self.sent > 0).then(|| self.answered as f64 / self.sent as f64)
    }
}

impl Outbox {
    /// Summary of the list on a day.
    pub fn summary(&self, today: Date) -> Summary {
        let replies = || self.sent.iter().filter_map(Sent::reply);
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

/// Median of numbers in ascending order; `None` if there are none.
fn median(sorted: &[f64]) -> Option<f64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    Some(if sorted.len() % 2 == 1 { upper } else { (sorted[sorted.len() / 2 - 1] + upper) / 2.0 })
}

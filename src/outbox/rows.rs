//! The list in words: the status of a brief, the summary in a sentence, a reminder.

use super::{Received, Sent, Status, Summary};
use crate::brief::answer;
use crate::proposal::{Answer, Date, Proposal, Reply};
use crate::words::{Text, Words, format_date, format_weekday};

/// A reminder to follow up a brief, for a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// The day.
    pub on: Date,
    /// Its title, in one line.
    pub title: String,
    /// Which reply is expected by when.
    pub text: String,
}

/// Status of a brief on a day, as a phrase: `en retard de 3 jours`, `non, trop cher (budget : 20 000 €)`.
pub fn phrase(sent: &Sent, today: Date, words: &Words) -> String {
    let days = |text, days: u32| words.count(text, days.into(), &[]);
    let dated = |text, on| words.fill(text, &[("date", &format_date(on, words.language()))]);
    let said = match (sent.status(today), sent.reply()) {
        (Status::Late(n), _) => days(Text::SentLate, n),
        (Status::Open(0), _) => words.text(Text::SentLastDay),
        (Status::Open(n), _) => days(Text::SentOpen, n),
        (Status::NoDate, _) => words.text(Text::SentNoDate),
        (Status::Later { on: Some(on), is_late: false }, _) => dated(Text::SentLater, on),
        (Status::Later { on: Some(on), is_late: true }, _) => dated(Text::SentLaterPassed, on),
        (_, Some(reply)) if reply.answer == Answer::YesWithChanges && reply.changes > 0 => {
            days(Text::SentYesChanges, reply.changes)
        }
        (_, Some(reply)) => uncapitalised(&answer_of(sent, reply, words)),
        (_, None) => String::new(),
    };
    match sent.reply() {
        Some(reply) if !reply.matches => words.fill(Text::SentToAnother, &[("answer", &said)]),
        _ => said,
    }
}

/// Summary of the list, as a sentence: `6 réponses sur 8 envois, 1 retard, réponse en 9 jours (médiane).`
pub fn headline(summary: &Summary, words: &Words) -> String {
    let count = |text, n: usize| words.count(text, n as f64, &[]);
    let sent = count(Text::SentCount, summary.sent);
    let mut said = words.count(Text::SentReplies, summary.answered as f64, &[("sent", &sent)]);
    if summary.late > 0 {
        said = [said, count(Text::SentLateCount, summary.late)].join(", ");
    }
    if let Some(days) = summary.median_delay_days {
        said = [said, words.count(Text::SentMedian, days, &[])].join(", ");
    }
    said + "."
}

/// The reminder to follow up a brief; `None` if it has an answer other than "not now".
///
/// Its day is the one that the prospect named with "not now" or, for an open brief, two working days (Monday to Friday)
/// before the last day to reply. In all other cases, and where that day is not after today, it is the next working day.
pub fn reminder(sent: &Sent, today: Date, words: &Words) -> Option<Reminder> {
    let day = |on| format_weekday(on, words.language());
    let dated = |text, on| words.fill(text, &[("date", &day(on))]);
    let (wished, text) = match (sent.status(today), sent.reply_by) {
        (Status::Answered(_), _) => return None,
        (Status::Later { on: Some(on), .. }, _) => (Some(on), dated(Text::RemindLater, on)),
        (Status::Open(_), Some(by)) => (Some(working_days_from(by, -2)), dated(Text::RemindOpen, by)),
        (Status::Late(_), Some(by)) => (None, dated(Text::RemindLate, by)),
        _ => (None, words.text(Text::RemindNoDate)),
    };
    let to = if sent.to_organisation.is_empty() { &sent.to_name } else { &sent.to_organisation };
    let title = if to.is_empty() {
        words.fill(Text::RemindNobody, &[("title", &sent.title)])
    } else {
        words.fill(Text::RemindTitle, &[("to", to), ("title", &sent.title)])
    };
    let on = wished.filter(|on| *on > today).unwrap_or_else(|| working_days_from(today, 1));
    Some(Reminder { on, title, text })
}

/// The answer as the brief words it, with its day and its budget.
pub fn answer_of(sent: &Sent, received: &Received, words: &Words) -> String {
    let Received { answer: given, answer_on, budget, .. } = *received;
    let reply = Reply { answer: given, answer_on, budget, ..Reply::default() };
    answer(&reply, &Proposal { currency: sent.currency.clone(), ..Proposal::default() }, words)
}

fn uncapitalised(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map(|first| first.to_lowercase().chain(signs).collect()).unwrap_or_default()
}

/// The day this many working days later, or earlier if `days` is negative; at the end of the calendar, its last or
/// first day.
fn working_days_from(mut day: Date, days: i32) -> Date {
    let mut left = days.abs();
    while left > 0
        && let Some(next) = Date::from_days(day.days() + days.signum())
    {
        day = next;
        // 1970-01-01 was a Thursday.
        left -= i32::from((day.days() + 3).rem_euclid(7) < 5);
    }
    day
}

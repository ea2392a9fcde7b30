//! The list in words: where a brief stands, the whole in a sentence, a table for a spreadsheet, a reminder.

use super::{Outbox, Received, Sent, Status, Summary};
use crate::brief::answer;
use crate::proposal::{Answer, Date, Proposal, Reply};
use crate::words::{Text, Words, format_date, format_weekday};

/// What an entry of a calendar needs to bring a brief back to mind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// The day.
    pub on: Date,
    /// What it is about, in a line.
    pub title: String,
    /// What was expected by when.
    pub text: String,
}

/// The columns of the table.
const COLUMNS: [Text; 15] = [
    Text::SentBrief,
    Text::SentReference,
    Text::SentTo,
    Text::SentOrganisation,
    Text::SentHours,
    Text::SentOn,
    Text::SentReplyBy,
    Text::SentStatus,
    Text::SentAnswer,
    Text::SentAnsweredOn,
    Text::SentDelay,
    Text::SentChanges,
    Text::SentBudget,
    Text::SentCurrency,
    Text::SentMatches,
];

/// Where a brief stands on a day, in a phrase: `en retard de 3 jours`, `non, trop cher (budget : 20 000 €)`.
pub fn phrase(sent: &Sent, today: Date, words: &Words) -> String {
    let days = |text, days: u32| words.count(text, days.into(), &[]);
    let dated = |text, on| words.fill(text, &[("date", &format_date(on, words.language()))]);
    let said = match (sent.status(today), &sent.reply) {
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
    match &sent.reply {
        Some(reply) if !reply.matches => words.fill(Text::SentToAnother, &[("answer", &said)]),
        _ => said,
    }
}

/// The whole list in a sentence: `6 réponses sur 8 envois, 1 retard, réponse en 9 jours (médiane).`
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

/// When to come back to a brief, and what about; `None` once there is an answer that is more than "not now".
///
/// The day that the prospect named; else two working days (Monday to Friday) before the day to reply by; else,
/// or where that day is not to come, the next working day.
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

impl Outbox {
    /// The list as a header and rows of text, days as 2026-11-21 and numbers without grouping, for a spreadsheet.
    pub fn table(&self, words: &Words, today: Date) -> Vec<Vec<String>> {
        let header = COLUMNS.map(|column| words.text(column)).to_vec();
        std::iter::once(header).chain(self.sent.iter().map(|sent| row(sent, today, words))).collect()
    }
}

fn row(sent: &Sent, today: Date, words: &Words) -> Vec<String> {
    let date = |on: Option<Date>| on.map(|on| on.to_string()).unwrap_or_default();
    let number = |x: Option<f64>| x.map(|x| words.ungrouped_number(x, 2)).unwrap_or_default();
    let reply = sent.reply.as_ref();
    let is_match = |reply: &Received| words.text(if reply.matches { Text::AnswerYes } else { Text::AnswerNo });
    vec![
        sent.title.clone(),
        sent.reference.clone(),
        sent.to_name.clone(),
        sent.to_organisation.clone(),
        number(sent.hours),
        sent.sent_on.to_string(),
        date(sent.reply_by),
        phrase(sent, today, words),
        reply.map(|reply| answer_of(sent, reply, words)).unwrap_or_default(),
        date(reply.map(|reply| reply.on)),
        number(sent.delay_days().map(f64::from)),
        number(reply.map(|reply| reply.changes.into())),
        number(reply.and_then(|reply| reply.budget).map(|budget| budget.major())),
        sent.currency.clone(),
        reply.map(is_match).unwrap_or_default(),
    ]
}

/// The answer in the words of the brief.
fn answer_of(sent: &Sent, received: &Received, words: &Words) -> String {
    let Received { answer: given, answer_on, budget, .. } = *received;
    let reply = Reply { answer: given, answer_on, budget, ..Reply::default() };
    answer(&reply, &Proposal { currency: sent.currency.clone(), ..Proposal::default() }, words)
}

fn uncapitalised(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map(|first| first.to_lowercase().chain(signs).collect()).unwrap_or_default()
}

/// So many working days later, or earlier below 0; where the calendar ends, its last day.
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

//! The list as a table for a spreadsheet, and such a table read back: what counts in it are the links.

use super::json::Imported;
use super::rows::{answer_of, phrase};
use super::{MAX_BRIEFS, Outbox, Received, Sent};
use crate::export;
use crate::link;
use crate::proposal::{Date, Fault};
use crate::words::{Language, Text, Words, format_digits};

/// The columns of the table.
const COLUMNS: [Text; 17] = [
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
    Text::SentLink,
    Text::SentReplyLinks,
];

/// Bytes of a table that is read, at most: two thousand briefs with a reply each.
const MAX_BYTES: usize = 20_000_000;

impl Outbox {
    /// The list as CSV, header first, as spreadsheets of the reader's language open it: separator, decimals and days are
    /// those of the language, the text begins with a byte order mark. `address` makes an address of a sealed link.
    pub fn to_csv(&self, address: &dyn Fn(&str) -> String, words: &Words, today: Date) -> String {
        let header = COLUMNS.map(|column| words.text(column)).to_vec();
        let rows = self.sent.iter().map(|sent| row(sent, address, today, words));
        let rows: Vec<Vec<String>> = std::iter::once(header).chain(rows).collect();
        // Spreadsheets read UTF-8 for sure only where a byte order mark says so.
        ["\u{feff}", &export::csv(&rows, words.cell_separator())].concat()
    }

    /// Adds the briefs of a table that [`Outbox::to_csv`] made, in any language and after a spreadsheet has saved it again,
    /// or of any other table that has links to briefs. Rows without a link that opens are counted as lost. `None` if it is
    /// no such table.
    pub fn import_csv(&mut self, text: &str, today: Date) -> Option<Imported> {
        let rows = rows_of(text)?;
        let header = rows.first()?;
        let column = |sought: Text| {
            let names = Language::ALL.map(|language| Words::new(language).text(sought));
            header.iter().position(|cell| names.iter().any(|name| name == cell.trim()))
        };
        let (sent_on, is_ours) = (column(Text::SentOn), column(Text::SentLink).is_some());
        let mut imported = Imported::default();
        let briefs = rows.iter().enumerate().skip(usize::from(is_ours));
        let surplus = briefs.len().saturating_sub(MAX_BRIEFS);
        for (place, row) in briefs.take(MAX_BRIEFS) {
            let day = sent_on.and_then(|place| read_day(row.get(place)?)).filter(|day| *day <= today);
            let read = self.import_row(row, day.unwrap_or(Date::EPOCH), today);
            if read {
                imported.read += 1;
            } else if row.iter().any(|cell| !cell.trim().is_empty()) {
                imported.lost += 1;
                imported.note(&format!("{}", place + 1), Fault::Unreadable);
            }
        }
        imported.lost += surplus;
        if surplus > 0 {
            imported.note("briefs", Fault::TooMany(MAX_BRIEFS));
        }
        (imported.read > 0 || is_ours).then_some(imported)
    }

    /// Adds the brief and the replies whose links stand in a row.
    fn import_row(&mut self, row: &[String], sent_on: Date, today: Date) -> bool {
        let mut links = row.iter().flat_map(|cell| link::find_each(cell)).map(|found| found.sealed);
        let Some(sealed) = links.next() else { return false };
        let replies = links.map(|sealed| Received { sealed, ..Received::default() }).collect();
        let sent = Sent { sealed, sent_on, replies, ..Sent::default() }.reread_from_links(today);
        sent.is_some_and(|sent| self.merge(sent))
    }
}

fn row(sent: &Sent, address: &dyn Fn(&str) -> String, today: Date, words: &Words) -> Vec<String> {
    let date = |on: Option<Date>| on.map(|on| format_digits(on, words.language())).unwrap_or_default();
    let number = |x: Option<f64>| x.map(|x| words.ungrouped_number(x, 2)).unwrap_or_default();
    let reply = sent.reply();
    let is_match = |reply: &Received| words.text(if reply.matches { Text::AnswerYes } else { Text::AnswerNo });
    let replies: Vec<String> = sent.replies.iter().map(|reply| address(&reply.sealed)).collect();
    vec![
        sent.title.clone(),
        sent.reference.clone(),
        sent.to_name.clone(),
        sent.to_organisation.clone(),
        number(sent.hours),
        date(Some(sent.sent_on)),
        date(sent.reply_by),
        phrase(sent, today, words),
        reply.map(|reply| answer_of(sent, reply, words)).unwrap_or_default(),
        date(reply.map(|reply| reply.on)),
        number(sent.delay_days().map(f64::from)),
        number(reply.map(|reply| reply.changes.into())),
        number(reply.and_then(|reply| reply.budget).map(|budget| budget.major())),
        sent.currency.clone(),
        reply.map(is_match).unwrap_or_default(),
        address(&sent.sealed),
        replies.join(" "),
    ]
}

/// The cells of a CSV text; its separator is the one that the first line has most of. `None` if it is too long or no CSV.
pub(super) fn rows_of(text: &str) -> Option<Vec<Vec<String>>> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().filter(|_| text.len() <= MAX_BYTES)?;
    let count = |separator: char| first.matches(separator).count();
    let separator = [';', '\t', ','].into_iter().max_by_key(|separator| (count(*separator), *separator == ';'))?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator as u8)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let cells = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    reader.records().map(|record| record.ok().map(cells)).collect()
}

/// A day as a spreadsheet writes it: `2026-03-27`, `27/03/2026`, `27.03.2026`.
fn read_day(cell: &str) -> Option<Date> {
    let cell = cell.trim();
    Date::parse(cell).or_else(|| {
        let parts: Vec<u32> = cell.split(['/', '.', '-']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
        let [day, month, year] = parts[..] else { return None };
        Date::new(year as i32, month, day)
    })
}

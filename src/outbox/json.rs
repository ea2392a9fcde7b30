//! The list as one JSON file, and back: what is wrong is said with its path, and nothing that was there gets lost.

use super::{MAX_BRIEFS, Outbox, Sent};
use crate::proposal::{Date, Expected, Fault, Issue, MAX_ISSUES, Value, read_into, to_value};

const KIND: &str = "outbox";
const VERSION: f64 = 1.0;

/// What an import found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// Briefs that were read, also those that were there already.
    pub read: usize,
    /// Briefs that could not be read, or for which there is no room.
    pub lost: usize,
    /// What is wrong, with its path; at most [`MAX_ISSUES`].
    pub issues: Vec<Issue>,
}

impl Imported {
    fn note(&mut self, path: &str, fault: Fault) {
        if self.issues.len() < MAX_ISSUES {
            self.issues.push(Issue { path: path.to_owned(), fault });
        }
    }
}

impl Outbox {
    /// The list as a file: `{"retour": "outbox", "version": 1, "briefs": […]}`.
    pub fn to_json(&self) -> Value {
        Value::object(vec![
            ("retour", KIND.into()),
            ("version", Value::Number(VERSION)),
            ("briefs", to_value(self.sent.clone())),
        ])
    }

    /// The list of a file that [`Outbox::to_json`] wrote.
    pub fn from_json(file: &Value, today: Date) -> (Self, Imported) {
        let mut outbox = Self::default();
        let imported = outbox.import(file, today);
        (outbox, imported)
    }

    /// Adds what a file that [`Outbox::to_json`] wrote holds; see [`Outbox::import_records`].
    pub fn import(&mut self, file: &Value, today: Date) -> Imported {
        let mut imported = Imported::default();
        if file.get("retour") != Some(&KIND.into()) {
            imported.note("retour", Fault::Expected(Expected::OneOf(&[KIND])));
        } else if file.get("version") != Some(&Value::Number(VERSION)) {
            imported.note("version", Fault::Outside(VERSION, VERSION));
        } else {
            return self.import_records(file.get("briefs").unwrap_or(&Value::Null), today);
        }
        imported
    }

    /// Adds a list of briefs, each as [`to_value`] writes a [`Sent`].
    ///
    /// A brief that is there already keeps its link, takes the earlier day and the later reply. One with a fault
    /// is read again from its links, if they open. One without is taken at its word: its links are not opened.
    pub fn import_records(&mut self, records: &Value, today: Date) -> Imported {
        let mut imported = Imported::default();
        let Value::List(items) = records else {
            imported.note("briefs", Fault::Expected(Expected::List));
            return imported;
        };
        for (index, item) in items.iter().take(MAX_BRIEFS).enumerate() {
            let path = format!("briefs[{index}]");
            let (sent, mut issues) = read_into::<Sent>(item, &path);
            sent.check(&path, &mut issues);
            let sent = if issues.is_empty() { Some(sent) } else { sent.mended(today) };
            let room = MAX_ISSUES - imported.issues.len();
            imported.issues.extend(issues.into_iter().take(room));
            let is_read = sent.is_some_and(|sent| self.merge(sent));
            *(if is_read { &mut imported.read } else { &mut imported.lost }) += 1;
        }
        imported.lost += items.len().saturating_sub(MAX_BRIEFS);
        if items.len() > MAX_BRIEFS || imported.lost > 0 && self.sent.len() >= MAX_BRIEFS {
            imported.note("briefs", Fault::TooMany(MAX_BRIEFS));
        }
        imported
    }

    /// Whether there was room for a brief.
    fn merge(&mut self, mut sent: Sent) -> bool {
        if let Some(present) = self.remove(&sent.id) {
            sent.sealed = present.sealed;
            sent.sent_on = sent.sent_on.min(present.sent_on);
            if let Some(reply) = present.reply {
                sent.receive(reply);
            }
        }
        self.keep(sent, false).is_some()
    }
}

//! Export of the list as one JSON file, and import: faults are reported with their paths, and no brief of the present
//! list is lost.

use super::{MAX_BRIEFS, Outbox, Sent};
use crate::proposal::{Date, Expected, Fault, Issue, MAX_ISSUES, Value, read_into, to_value};

const KIND: &str = "outbox";
const VERSION: f64 = 1.0;

/// Result of an import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// Number of briefs read, including those that were in the list already.
    pub read: usize,
    /// Number of briefs that could not be read, or for which the list has no room.
    pub lost: usize,
    /// The faults with their paths; at most [`MAX_ISSUES`].
    pub issues: Vec<Issue>,
}

impl Imported {
    pub(super) fn note(&mut self, path: &str, fault: Fault) {
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

    /// The list in a file that [`Outbox::to_json`] wrote.
    pub fn from_json(file: &Value, today: Date) -> (Self, Imported) {
        let mut outbox = Self::default();
        let imported = outbox.import(file, today);
        (outbox, imported)
    }

    /// Adds the briefs of a file that [`Outbox::to_json`] wrote; see [`Outbox::import_records`].
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
    /// A brief that is in the list already keeps its link, and gets the earlier day and the replies of both. A record
    /// with faults is read again from its links, if they open. A record without faults is trusted: its links are not
    /// opened.
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
            let sent = if issues.is_empty() { Some(sent) } else { sent.reread_from_links(today) };
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

    /// Adds a brief, or merges it with the one that has its id; returns whether there was room for it.
    pub fn merge(&mut self, mut sent: Sent) -> bool {
        if let Some(present) = self.remove(&sent.id) {
            sent.sealed.clone_from(&present.sealed);
            sent.merge(present);
        }
        self.insert(sent, false).is_some()
    }
}

/// A record of the list that has what two records of the same brief know, as JSON: what another tab has stored, and what is
/// to be stored. A record that cannot be read gives way to the other.
pub fn merge_rows(stored: &Value, row: &Value) -> Value {
    let (mut known, faults) = read_into::<Sent>(stored, "");
    let (given, _) = read_into::<Sent>(row, "");
    if !faults.is_empty() || known.id != given.id {
        return row.clone();
    }
    known.merge(given);
    to_value(known)
}

//! The list of briefs that a consultant sent and of the replies to them, which their browser keeps.
//!
//! Every record keeps its links, so that a lost list can be restored from them. It knows nothing of where it is stored
//! or how it is shown; callers pass the current day.

mod filing;
mod json;
mod rows;
mod sent;
mod status;
mod table;
#[cfg(test)]
mod tests;

pub use filing::{Filed, NotFiled};
pub use json::{Imported, merge_rows};
pub use rows::{Reminder, answer_of, headline, phrase, reminder};
pub use sent::{Received, Sent};
pub use status::{Status, Summary};

/// Most briefs in a list.
pub const MAX_BRIEFS: usize = 2_000;

/// The list of sent briefs, newest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outbox {
    sent: Vec<Sent>,
}

impl Outbox {
    /// The briefs, newest first.
    pub fn briefs(&self) -> &[Sent] {
        &self.sent
    }

    /// The brief with this id.
    pub fn get(&self, id: &str) -> Option<&Sent> {
        self.place(id).map(|place| &self.sent[place])
    }

    /// Removes the brief with this id from the list.
    pub fn remove(&mut self, id: &str) -> Option<Sent> {
        self.place(id).map(|place| self.sent.remove(place))
    }

    /// Makes the reply at this place the one that counts, of those to the brief with this id. Returns whether the list has
    /// that brief.
    pub fn choose(&mut self, id: &str, place: usize) -> bool {
        let sent = self.place(id);
        sent.into_iter().for_each(|sent| self.sent[sent].choose(place));
        sent.is_some()
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.sent.iter().position(|sent| sent.id == id)
    }

    /// Inserts a brief by its day, before those of the same day (`is_latest`) or after them, and returns its index. If
    /// the list has its id already, nothing changes. `None` if the list is full.
    fn insert(&mut self, sent: Sent, is_latest: bool) -> Option<usize> {
        if let Some(place) = self.place(&sent.id) {
            return Some(place);
        }
        if self.sent.len() >= MAX_BRIEFS {
            return None;
        }
        let comes_first = |other: &Sent| other.sent_on > sent.sent_on || !is_latest && other.sent_on == sent.sent_on;
        let place = self.sent.iter().position(|other| !comes_first(other)).unwrap_or(self.sent.len());
        self.sent.insert(place, sent);
        Some(place)
    }
}

//! The briefs that a consultant sent and the replies that came, as their browser keeps them.
//!
//! Every row keeps its links: whoever loses the list loses nothing that the links do not bring back. It must not
//! know where it is stored, nor what shows it, nor what day it is: that is handed in.

mod filing;
mod json;
mod rows;
mod sent;
mod standing;
#[cfg(test)]
mod tests;

pub use filing::{Filed, NotFiled};
pub use json::Imported;
pub use rows::{Reminder, headline, phrase, reminder};
pub use sent::{Received, Sent};
pub use standing::{Status, Summary};

/// Briefs that a list holds.
pub const MAX_BRIEFS: usize = 2_000;

/// The briefs that were sent, newest first.
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

    /// Takes a brief out of the list.
    pub fn remove(&mut self, id: &str) -> Option<Sent> {
        self.place(id).map(|place| self.sent.remove(place))
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.sent.iter().position(|sent| sent.id == id)
    }

    /// Puts a brief where its day belongs, before those of the same day or behind them, and says where; one that is
    /// there already stays as it is. `None`: the list is full.
    fn keep(&mut self, sent: Sent, is_latest: bool) -> Option<usize> {
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

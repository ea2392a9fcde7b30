//! Who writes to whom, when, and after how much work.

use super::{Date, Fields, Record};

/// A person and the organisation they write for. Every part may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Party {
    /// The person's name.
    pub name: String,
    /// What they do there.
    pub role: String,
    /// The organisation's name.
    pub organisation: String,
    /// Where to write to them.
    pub email: String,
}

impl Record for Party {
    fn fields(&mut self, f: &mut Fields) {
        f.optional("name", &mut self.name);
        f.optional("role", &mut self.role);
        f.optional("organisation", &mut self.organisation);
        f.optional("email", &mut self.email);
    }
}

impl Party {
    /// Whether nothing at all is known of them.
    pub fn is_empty(&self) -> bool {
        self.name.is_empty() && self.role.is_empty() && self.organisation.is_empty() && self.email.is_empty()
    }
}

/// The dates of a proposal. Each holds to the end of that day where the reader is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// When it was written.
    pub issued: Option<Date>,
    /// Until when an answer is hoped for.
    pub reply_by: Option<Date>,
    /// Until when its prices hold.
    pub valid_until: Option<Date>,
    /// When the work would start.
    pub start: Option<Date>,
}

impl Record for Dates {
    fn fields(&mut self, f: &mut Fields) {
        f.optional("issued", &mut self.issued);
        f.optional("replyBy", &mut self.reply_by);
        f.optional("validUntil", &mut self.valid_until);
        f.optional("start", &mut self.start);
    }
}

impl Dates {
    /// Whether no date is set.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What a proposal took to prepare.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effort {
    /// How many people worked on it.
    pub people: u32,
    /// Their hours together.
    pub hours: f64,
    /// The hours of each, where they are told apart.
    pub by_person: Vec<PersonHours>,
}

impl Record for Effort {
    fn fields(&mut self, f: &mut Fields) {
        f.always("people", &mut self.people);
        f.always("hours", &mut self.hours);
        f.optional("byPerson", &mut self.by_person);
    }
}

/// One person's hours on a proposal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PersonHours {
    /// The person's name.
    pub name: String,
    /// Their hours.
    pub hours: f64,
}

impl Record for PersonHours {
    fn fields(&mut self, f: &mut Fields) {
        f.always("name", &mut self.name);
        f.always("hours", &mut self.hours);
    }
}

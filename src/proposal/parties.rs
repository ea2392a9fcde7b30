//! The sender and the recipient of a proposal, its dates, and the effort of preparing it.

use super::{Date, Fields, Record};

/// A person and the organisation they write for. Every part may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Party {
    /// The person's name.
    pub name: String,
    /// The person's role there.
    pub role: String,
    /// The organisation's name.
    pub organisation: String,
    /// The person's e-mail address.
    pub email: String,
    /// The person's telephone number.
    pub phone: String,
    /// The organisation's postal address, in lines.
    pub address: String,
    /// The organisation's registration numbers, such as SIRET and VAT.
    pub ids: Vec<Registration>,
}

/// A registration number of an organisation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Registration {
    /// Name of the register or of the number: SIRET.
    pub label: String,
    /// The number.
    pub value: String,
}

impl Record for Registration {
    fn fields(&mut self, f: &mut Fields) {
        f.required("label", &mut self.label);
        f.required("value", &mut self.value);
    }
}

impl Record for Party {
    fn fields(&mut self, f: &mut Fields) {
        f.optional("name", &mut self.name);
        f.optional("role", &mut self.role);
        f.optional("organisation", &mut self.organisation);
        f.optional("email", &mut self.email);
        f.optional("phone", &mut self.phone);
        f.optional("address", &mut self.address);
        f.optional("ids", &mut self.ids);
    }
}

impl Party {
    /// Whether every part is empty.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The dates of a proposal. Each includes the whole day, in the reader's time zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// Day on which it was issued.
    pub issued: Option<Date>,
    /// Last day to reply.
    pub reply_by: Option<Date>,
    /// Last day on which its prices are valid.
    pub valid_until: Option<Date>,
    /// Day on which the work would start.
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

/// Time spent on preparing a proposal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effort {
    /// Number of people who worked on it, at most [`MAX_PEOPLE`](super::MAX_PEOPLE).
    pub people: u32,
    /// Hours of all of them together, at most [`MAX_TIME`](super::MAX_TIME).
    pub hours: f64,
    /// Hours of each person, where they are listed.
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
    /// The person's hours.
    pub hours: f64,
}

impl Record for PersonHours {
    fn fields(&mut self, f: &mut Fields) {
        f.always("name", &mut self.name);
        f.always("hours", &mut self.hours);
    }
}

//! Who writes to whom, when, and after how much work.

use super::Date;
use serde::{Deserialize, Serialize};

/// A person and the organisation they write for. Every part may be empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Party {
    /// The person's name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What they do there.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// The organisation's name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub organisation: String,
    /// Where to write to them.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
}

impl Party {
    /// Whether nothing at all is known of them.
    pub fn is_empty(&self) -> bool {
        self.name.is_empty() && self.role.is_empty() && self.organisation.is_empty() && self.email.is_empty()
    }
}

/// The dates of a proposal. Each holds to the end of that day where the reader is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Dates {
    /// When it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<Date>,
    /// Until when an answer is hoped for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_by: Option<Date>,
    /// Until when its prices hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// When the work would start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
}

impl Dates {
    /// Whether no date is set.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What a proposal took to prepare.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Effort {
    /// How many people worked on it.
    pub people: u32,
    /// Their hours together.
    pub hours: f64,
    /// The hours of each, where they are told apart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by_person: Vec<PersonHours>,
}

/// One person's hours on a proposal.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PersonHours {
    /// The person's name.
    pub name: String,
    /// Their hours.
    pub hours: f64,
}

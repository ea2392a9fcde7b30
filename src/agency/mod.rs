//! An agency's file: who it is, what it sells, its goals, and how a first proposal comes out of them.
//!
//! It knows the data of a proposal and the languages, never an estimate, a link or a screen. In the
//! file every text, or any value at all, may be one for each language: `{"fr": "…", "en": "…"}`.

mod details;
mod first;
mod keys;
mod localise;
mod prove;
mod read;
mod relabel;
#[cfg(test)]
mod tests;

pub use details::Details;
pub use localise::localise;
pub use read::{left_out, read_agency};
pub use relabel::relabel;

use crate::proposal::{Benefit, Factor, Fields, Line, Party, Rate, Record};

/// An agency, in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Agency {
    /// What it is called.
    pub name: String,
    /// What it does, in a line.
    pub tagline: String,
    /// Where clients write to it.
    pub email: String,
    /// Who signs its proposals. An empty organisation or address is the agency's.
    pub sender: Party,
    /// BCP 47 tag of the language and region of its proposals.
    pub locale: String,
    /// ISO 4217 code of its prices.
    pub currency: String,
    /// Value-added tax, as a fraction.
    pub vat_rate: f64,
    /// Whether its clients recover the tax, unless they say otherwise.
    pub recovers_vat: bool,
    /// Working hours in a day.
    pub hours_per_day: f64,
    /// The rate card.
    pub rates: Vec<Rate>,
    /// An address that takes replies, starting with `https://`; without one, replies go by mail.
    pub reply_to: Option<String>,
    /// What the law asks it to say of itself.
    pub mentions: String,
    /// Its own wording of Retour's sentences, by their key.
    pub texts: Vec<(String, String)>,
    /// What its proposals say unless the goal says otherwise: `proposal` in the file.
    pub defaults: Details,
    /// Everything that goals choose from.
    pub catalogue: Catalogue,
    /// What clients come for. The first is the one to start with.
    pub goals: Vec<Goal>,
}

impl Record for Agency {
    fn fields(&mut self, f: &mut Fields) {
        f.required("name", &mut self.name);
        f.always("tagline", &mut self.tagline);
        f.always("email", &mut self.email);
        f.always("sender", &mut self.sender);
        f.always("locale", &mut self.locale);
        f.required("currency", &mut self.currency);
        f.always("vatRate", &mut self.vat_rate);
        f.always("recoversVat", &mut self.recovers_vat);
        f.always("hoursPerDay", &mut self.hours_per_day);
        f.required("rates", &mut self.rates);
        f.always("replyTo", &mut self.reply_to);
        f.always("mentions", &mut self.mentions);
        // What goals choose from is read item by item, so that one that is wrong spoils no other.
        f.required("catalogue", &mut ());
        f.required("goals", &mut ());
    }
}

/// Lines, factors and benefits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    /// The deliverables.
    pub lines: Vec<Line>,
    /// The uncertain quantities.
    pub factors: Vec<Factor>,
    /// What they may bring.
    pub benefits: Vec<Benefit>,
}

/// What a client comes for, with all that a first proposal needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Goal {
    /// What pages and scripts name.
    pub id: String,
    /// What the client wants, in their words.
    pub label: String,
    /// What it usually takes.
    pub hint: String,
    /// What its proposals say.
    pub details: Details,
    /// Its part of the agency's catalogue, with its own quantities and numbers.
    pub catalogue: Catalogue,
}

impl Record for Goal {
    fn fields(&mut self, f: &mut Fields) {
        f.required("id", &mut self.id);
        f.required("label", &mut self.label);
        f.always("hint", &mut self.hint);
    }
}

impl Default for Agency {
    fn default() -> Self {
        Self {
            name: String::new(),
            tagline: String::new(),
            email: String::new(),
            sender: Party::default(),
            locale: "fr-FR".to_owned(),
            currency: String::new(),
            vat_rate: 0.2,
            recovers_vat: true,
            hours_per_day: 7.0,
            rates: Vec::new(),
            reply_to: None,
            mentions: String::new(),
            texts: Vec::new(),
            defaults: Details::default(),
            catalogue: Catalogue::default(),
            goals: Vec::new(),
        }
    }
}

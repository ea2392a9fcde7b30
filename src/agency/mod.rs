//! An agency's file: the agency, its catalogue and its goals, and the first proposal made from them.
//!
//! It knows the data of a proposal and the languages, never an estimate, a link or a screen. In the
//! file every text, or any value at all, may be given by language: `{"fr": "…", "en": "…"}`.

mod details;
mod faulty;
mod first;
mod keys;
mod localise;
mod read;
mod relabel;
#[cfg(test)]
mod tests;

pub use details::Details;
pub use localise::localise;
pub use read::{left_out, read_agency};
pub use relabel::relabel;

use crate::proposal::{Benefit, Factor, Fields, Line, Party, Rate, Record, Tax};

/// An agency, in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Agency {
    /// Name of the agency.
    pub name: String,
    /// What it does, in one line.
    pub tagline: String,
    /// E-mail address for clients.
    pub email: String,
    /// Sender of its proposals. An empty organisation or e-mail address is replaced by the agency's.
    pub sender: Party,
    /// BCP 47 tag of the language and region of its proposals.
    pub locale: String,
    /// ISO 4217 code of the currency of its prices.
    pub currency: String,
    /// Rate of the one default tax, as a fraction from 0 to 1; 0 means none. Not used where taxes are named.
    pub vat_rate: f64,
    /// The taxes that its prices bear.
    pub taxes: Vec<Tax>,
    /// Why it charges no tax, or another note on taxes.
    pub tax_note: String,
    /// Whether its clients recover the value-added tax, unless they say otherwise.
    pub recovers_vat: bool,
    /// Working hours in a day.
    pub hours_per_day: f64,
    /// The rate card.
    pub rates: Vec<Rate>,
    /// Address to which replies are posted, starting with `https://`; `None`: they are sent by e-mail.
    pub reply_to: Option<String>,
    /// Legal notice: what the law requires the agency to state about itself. Its proposals carry it.
    pub mentions: String,
    /// Its wording of Retour's sentences, by key.
    pub texts: Vec<(String, String)>,
    /// Defaults of its proposals, which goals override: `proposal` in the file.
    pub defaults: Details,
    /// All lines, factors and benefits that goals pick from.
    pub catalogue: Catalogue,
    /// What clients want to achieve. The first is the one to start with.
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
        f.always("taxes", &mut self.taxes);
        f.always("taxNote", &mut self.tax_note);
        f.always("recoversVat", &mut self.recovers_vat);
        f.always("hoursPerDay", &mut self.hours_per_day);
        f.required("rates", &mut self.rates);
        f.always("replyTo", &mut self.reply_to);
        f.always("mentions", &mut self.mentions);
        // Items of the catalogue, and goals, are read one by one, so that a faulty one does not affect the others.
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
    /// The benefits that they may bring.
    pub benefits: Vec<Benefit>,
}

/// What a client wants to achieve, with all that a first proposal needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Goal {
    /// Unique id, by which pages and scripts refer to it.
    pub id: String,
    /// The goal in the client's words.
    pub label: String,
    /// What it usually takes.
    pub hint: String,
    /// Details of its proposals.
    pub details: Details,
    /// The items that it picks from the agency's catalogue, with the values that it replaces.
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
            taxes: Vec::new(),
            tax_note: String::new(),
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

//! Uncertain quantities: their range, who holds them, where the numbers come from.

use super::json::words;
use super::{Extension, Fields, Record, Shape};

/// One uncertain quantity: present people, a rate, a margin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Factor {
    /// What benefits name; it also keys the factor's stream of draws.
    pub id: String,
    /// What it is.
    pub label: String,
    /// What it is counted in. `%` means that the numbers are fractions to be shown as percentages.
    pub unit: String,
    /// Who holds it.
    pub holder: Holder,
    /// Its range with the advice bought.
    pub value: Shape,
    /// Its range without.
    pub without_advice: Option<Shape>,
    /// Lines whose advice it needs, all of them; empty: some advice, whichever.
    pub advised_by: Vec<String>,
    /// The line whose quantity its numbers grow with.
    pub scales_with: Option<ScalesWith>,
    /// Where the numbers come from.
    pub source: Option<Source>,
    /// Fields of a later version.
    pub extensions: Vec<Extension>,
}

impl Record for Factor {
    fn fields(&mut self, f: &mut Fields) {
        f.required("id", &mut self.id);
        f.always("label", &mut self.label);
        f.optional("unit", &mut self.unit);
        f.required("holder", &mut self.holder);
        f.required("value", &mut self.value);
        f.optional("withoutAdvice", &mut self.without_advice);
        f.optional("advisedBy", &mut self.advised_by);
        f.optional("scalesWith", &mut self.scales_with);
        f.optional("source", &mut self.source);
        f.optional("extensions", &mut self.extensions);
    }
}

/// A factor's numbers are stated for a quantity of a line and follow it in proportion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScalesWith {
    /// The line's id.
    pub line: String,
    /// The quantity that the numbers are stated for, above 0.
    pub at: f64,
}

impl Record for ScalesWith {
    fn fields(&mut self, f: &mut Fields) {
        f.required("line", &mut self.line);
        f.required("at", &mut self.at);
    }
}

/// Who holds a factor's outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Holder {
    /// The agency.
    #[default]
    Agency,
    /// The client.
    Client,
    /// A third party: journalists, partners.
    ThirdParty,
    /// The market: nobody.
    Market,
}

words!(Holder: Agency = "agency", Client = "client", ThirdParty = "thirdParty", Market = "market");

impl Holder {
    /// All four, in the order of the estimate.
    pub const ALL: [Holder; 4] = [Holder::Agency, Holder::Client, Holder::ThirdParty, Holder::Market];
}

/// Where a factor's numbers come from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// What kind of source.
    pub kind: SourceKind,
    /// How many cases stand behind it.
    pub n: Option<u32>,
    /// The source in words.
    pub text: String,
}

impl Record for Source {
    fn fields(&mut self, f: &mut Fields) {
        f.required("kind", &mut self.kind);
        f.optional("n", &mut self.n);
        f.optional("text", &mut self.text);
    }
}

/// What kind of source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SourceKind {
    /// The agency's own records.
    Record,
    /// The client's figures.
    Client,
    /// Published figures.
    Public,
    /// A guess.
    #[default]
    Guess,
}

words!(SourceKind: Record = "record", Client = "client", Public = "public", Guess = "guess");

//! Factors, which are uncertain quantities: their shape, their holder, the source of the numbers.

use super::json::json_enum;
use super::{Extension, Fields, Record, Shape};

/// An uncertain quantity, such as a number of guests, a rate, a margin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Factor {
    /// Unique id, which benefits refer to; it also keys the factor's stream of random draws.
    pub id: String,
    /// Label.
    pub label: String,
    /// Unit. `%` means that the numbers are fractions, shown as percentages.
    pub unit: String,
    /// Who its outcome depends on.
    pub holder: Holder,
    /// Its range with the advice.
    pub value: Shape,
    /// Its range without the advice; absent: the same.
    pub without_advice: Option<Shape>,
    /// Ids of the lines whose advice it needs, all of them; empty: the advice of any one line.
    pub advised_by: Vec<String>,
    /// The line to whose quantity its numbers are proportional.
    pub scales_with: Option<ScalesWith>,
    /// Source of the numbers.
    pub source: Option<Source>,
    /// Extension fields of a later version, kept unread.
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

/// Makes a factor's numbers proportional to the quantity of a line: they are multiplied by quantity / `at`, of a
/// `count` the trials; by 0 while the line is not included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScalesWith {
    /// Id of the line.
    pub line: String,
    /// The quantity for which the numbers are stated, above 0 and at most [`MAX_QUANTITY`](super::MAX_QUANTITY).
    pub at: f64,
}

impl Record for ScalesWith {
    fn fields(&mut self, f: &mut Fields) {
        f.required("line", &mut self.line);
        f.required("at", &mut self.at);
    }
}

/// The holder: who the outcome of a factor depends on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Holder {
    /// The agency.
    #[default]
    Agency,
    /// The client.
    Client,
    /// Third parties, such as journalists or partners.
    ThirdParty,
    /// The market: nobody in particular.
    Market,
}

json_enum!(Holder: Agency = "agency", Client = "client", ThirdParty = "thirdParty", Market = "market");

impl Holder {
    /// All four, in the order in which an estimate lists them.
    pub const ALL: [Holder; 4] = [Holder::Agency, Holder::Client, Holder::ThirdParty, Holder::Market];
}

/// Source of a factor's numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// Kind of source.
    pub kind: SourceKind,
    /// Number of cases that the numbers are based on.
    pub n: Option<u32>,
    /// Description of the source.
    pub text: String,
}

impl Record for Source {
    fn fields(&mut self, f: &mut Fields) {
        f.required("kind", &mut self.kind);
        f.optional("n", &mut self.n);
        f.optional("text", &mut self.text);
    }
}

/// Kind of source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SourceKind {
    /// The agency's records.
    Record,
    /// The client's figures.
    Client,
    /// Published figures.
    Public,
    /// A guess.
    #[default]
    Guess,
}

json_enum!(SourceKind: Record = "record", Client = "client", Public = "public", Guess = "guess");

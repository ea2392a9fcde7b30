//! Uncertain quantities: their range, who holds them, where the numbers come from.

use super::Shape;
use serde::{Deserialize, Serialize};

/// One uncertain quantity: present people, a rate, a margin.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Factor {
    /// What benefits name; it also keys the factor's stream of draws.
    pub id: String,
    /// What it is.
    pub label: String,
    /// What it is counted in. `%` means that the numbers are fractions to be shown as percentages.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// Who holds it.
    pub holder: Holder,
    /// Its range with the advice bought.
    pub value: Shape,
    /// Its range without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_advice: Option<Shape>,
    /// Lines whose advice it needs, all of them; empty: some advice, whichever.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub advised_by: Vec<String>,
    /// The line whose quantity its numbers grow with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scales_with: Option<ScalesWith>,
    /// Where the numbers come from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// A factor's numbers are stated for a quantity of a line and follow it in proportion.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ScalesWith {
    /// The line's id.
    pub line: String,
    /// The quantity that the numbers are stated for, above 0.
    pub at: f64,
}

/// Who holds a factor's outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
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

impl Holder {
    /// All four, in the order of the estimate.
    pub const ALL: [Holder; 4] = [Holder::Agency, Holder::Client, Holder::ThirdParty, Holder::Market];
}

/// Where a factor's numbers come from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Source {
    /// What kind of source.
    pub kind: SourceKind,
    /// How many cases stand behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
    /// The source in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// What kind of source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
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

//! What the project may bring, and when.

use serde::{Deserialize, Serialize};

/// A benefit: a product of factors with a timing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Benefit {
    /// Its id.
    pub id: String,
    /// What it is.
    pub label: String,
    /// Money, or an outcome that is counted and never summed into money.
    pub kind: BenefitKind,
    /// What one unit of it is called: signed works, articles.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// The factor that says what one unit brings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_factor: Option<String>,
    /// Ids of the factors that are multiplied, each at most once.
    pub factors: Vec<String>,
    /// Ids of the lines without which it is out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<String>,
    /// When it comes.
    pub timing: Timing,
}

/// Money or outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BenefitKind {
    /// Counted in the proposal's currency.
    #[default]
    Money,
    /// Counted in its own unit.
    Outcome,
}

/// When a benefit comes, in whole months from the start of the project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Timing {
    /// The month it starts after, or lands in.
    pub start_month: u32,
    /// Once or every month.
    pub repeats: Repeats,
    /// Months until a monthly benefit runs at full size.
    #[serde(skip_serializing_if = "is_zero")]
    pub ramp_months: u32,
    /// How many months a monthly benefit lasts; absent: to the horizon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
}

/// Once or every month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Repeats {
    /// One amount.
    #[default]
    Once,
    /// An amount per month.
    Monthly,
}

fn is_zero(n: &u32) -> bool {
    *n == 0
}

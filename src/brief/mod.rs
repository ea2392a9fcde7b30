//! A proposal and its estimate in words: sentences and rows of formatted texts, which renderers only lay out.
//!
//! It turns a proposal, its figures and the words of a language into a tree. It knows nothing of whether
//! the tree becomes a page, a text or paper, nor of who reads it.

mod amounts;
mod answer;
mod assumptions;
mod choices;
mod comparison;
mod differences;
mod document;
mod fees;
mod insights;
mod quote;
mod result;
mod room;
mod schedule;
mod scope;
mod tax;

pub use amounts::Amounts;
pub use answer::{answer, answer_sentence};
pub use assumptions::{Assumption, Caption, assumptions, captions, figures_of, is_narrow};
pub use choices::{AlternativeText, ChoiceText, choices};
pub use comparison::{ComparedWay, Comparison, comparison};
pub use differences::{Computed, Difference, Differences, differences};
pub use document::{Block, Brief, Fact, Section, brief, effort};
pub use fees::{LeftOut, ScopeGroup, ScopeText, SumRow};
pub use insights::{Outcome, Question, Swing, outcomes, question, swings};
pub use quote::{Amount, Quote, QuoteLine, QuoteTax, quote};
pub use result::{HolderShare, RangeRow, ResultText, result_text};
pub use room::{Rooms, rooms};
pub use schedule::{DueRow, schedule};
pub use scope::{
    Phrase, WorkDetail, WorkRow, WorkSide, benefits_needing, is_priced, price_of_advice, share_of_advice, work_row,
};
pub use tax::{TaxWords, tax_label};

/// Sorts a few rows by a number, ascending; rows with equal numbers keep their order.
fn in_order<T>(rows: Vec<T>, number: impl Fn(&T) -> f64) -> Vec<T> {
    let mut sorted: Vec<T> = Vec::with_capacity(rows.len());
    for row in rows {
        let place = sorted.partition_point(|before| number(before).total_cmp(&number(&row)).is_le());
        sorted.insert(place, row);
    }
    sorted
}

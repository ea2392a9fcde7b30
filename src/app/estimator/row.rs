//! The rows that fields stand in: what is refused and reset together, and in which list of the proposal.

use crate::app::{Entry, List};
use crate::proposal::Proposal;

/// The row that a field belongs to. Its fields are refused and reset together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A line of the scope.
    Line(String),
    /// A factor.
    Factor(String),
    /// A benefit.
    Benefit(String),
    /// A person who prepared the proposal, by index.
    Person(usize),
    /// A row of a list that only the desk has, by index.
    Item(List, usize),
    /// A text, a date or a number of the proposal itself.
    Entry(Entry),
}

impl Row {
    /// Index in its list, from 0; `None` for a [`Row::Entry`] or an unknown id.
    pub fn place(&self, proposal: &Proposal) -> Option<usize> {
        match self {
            Row::Line(id) => proposal.lines.iter().position(|line| line.id == *id),
            Row::Factor(id) => proposal.factors.iter().position(|factor| factor.id == *id),
            Row::Benefit(id) => proposal.benefits.iter().position(|benefit| benefit.id == *id),
            Row::Person(place) | Row::Item(_, place) => Some(*place),
            Row::Entry(_) => None,
        }
    }

    /// All rows of its list, in order; empty for a [`Row::Item`] or [`Row::Entry`].
    pub fn siblings(&self, proposal: &Proposal) -> Vec<Row> {
        match self {
            Row::Line(_) => proposal.lines.iter().map(|line| Row::Line(line.id.clone())).collect(),
            Row::Factor(_) => proposal.factors.iter().map(|factor| Row::Factor(factor.id.clone())).collect(),
            Row::Benefit(_) => proposal.benefits.iter().map(|benefit| Row::Benefit(benefit.id.clone())).collect(),
            Row::Person(_) => {
                let people = proposal.effort.as_ref().map_or(0, |effort| effort.by_person.len());
                (0..people).map(Row::Person).collect()
            }
            Row::Item(..) | Row::Entry(_) => Vec::new(),
        }
    }

    /// Its unique name on the page, as in `data-row`.
    pub fn name(&self) -> String {
        match self {
            Row::Line(id) => ["line ", id].concat(),
            Row::Factor(id) => ["factor ", id].concat(),
            Row::Benefit(id) => ["benefit ", id].concat(),
            Row::Person(place) => ["person ", &place.to_string()].concat(),
            Row::Item(list, place) => [list.path(), " ", &place.to_string()].concat(),
            Row::Entry(entry) => ["entry ", entry.path()].concat(),
        }
    }

    /// Its path in the proposal's JSON, such as `factors[3]`.
    pub fn path(&self, proposal: &Proposal) -> Option<String> {
        let list = match self {
            Row::Line(_) => "lines",
            Row::Factor(_) => "factors",
            Row::Benefit(_) => "benefits",
            Row::Person(_) => "effort.byPerson",
            Row::Item(list, _) => list.path(),
            Row::Entry(entry) => return Some(entry.path().to_owned()),
        };
        self.place(proposal).map(|place| format!("{list}[{place}]"))
    }

    /// Whether an issue's path is inside this row.
    pub fn holds(&self, proposal: &Proposal, path: &str) -> bool {
        self.path(proposal)
            .and_then(|own| path.strip_prefix(own.as_str()).map(|rest| rest.is_empty() || rest.starts_with(['.', '['])))
            .unwrap_or(false)
    }
}

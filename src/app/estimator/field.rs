//! The fields of a proposal that can be typed in: how each is read, written and parsed, and the row it belongs to.
//!
//! Nothing here depends on how a field is displayed.

use super::Row;
use crate::app::{Cell, Entry};
use crate::proposal::{Effort, Line, Lock, Proposal, Shape, Work};
use crate::words::{
    Language, NotANumber, format_input, format_input_percent, parse_number, parse_percent, units_of_money,
};

/// A field that can be typed in. Lines, factors and benefits are identified by id, so that a field survives its row's
/// move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// The quantity of a line.
    Quantity {
        /// The line.
        line: String,
    },
    /// A number of the time that a role spends on a line.
    Time {
        /// The line.
        line: String,
        /// Production or advice.
        side: Side,
        /// Index of the role in that side's list.
        index: usize,
        /// Index of the number in its shape, as in [`parts`].
        part: usize,
    },
    /// The price of one unit of a line.
    Price {
        /// The line.
        line: String,
    },
    /// The label of a line, or of its advice.
    Label {
        /// The line.
        line: String,
        /// Production or advice.
        side: Side,
    },
    /// A number of a factor's shape.
    Factor {
        /// The factor.
        factor: String,
        /// Index of the number in its shape, as in [`parts`].
        part: usize,
    },
    /// A text, a date or a number of the proposal itself.
    Entry(Entry),
    /// A field of a row that only the desk has.
    Cell(Row, Cell),
    /// A name, a unit or a source inside a row.
    Name {
        /// Which of the row's texts.
        of: NameOf,
        /// Id of the row; for a person, their index.
        id: String,
    },
    /// The number of months after which a benefit starts.
    Start {
        /// The benefit.
        benefit: String,
    },
    /// The hours that one person spent on preparing the proposal.
    Hours {
        /// Index of the person, from 0.
        person: usize,
    },
}

/// A text inside a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameOf {
    /// Unit of a line.
    LineUnit,
    /// Label of a factor.
    Factor,
    /// Unit of a factor.
    FactorUnit,
    /// Source of a factor's numbers, in words.
    Source,
    /// Label of a benefit.
    Benefit,
    /// Unit of a benefit.
    BenefitUnit,
    /// Name of a person who prepared the proposal.
    Person,
}

/// The two sides of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Production, on the left.
    Made,
    /// Advice, on the right.
    Thought,
}

impl Field {
    /// The row it belongs to.
    pub fn row(&self) -> Row {
        match self {
            Field::Quantity { line } | Field::Time { line, .. } | Field::Price { line } | Field::Label { line, .. } => {
                Row::Line(line.clone())
            }
            Field::Factor { factor, .. } => Row::Factor(factor.clone()),
            Field::Start { benefit } => Row::Benefit(benefit.clone()),
            Field::Hours { person } => Row::Person(*person),
            Field::Entry(entry) => Row::Entry(*entry),
            Field::Cell(row, _) => row.clone(),
            Field::Name { of, id } => match of {
                NameOf::LineUnit => Row::Line(id.clone()),
                NameOf::Factor | NameOf::FactorUnit | NameOf::Source => Row::Factor(id.clone()),
                NameOf::Benefit | NameOf::BenefitUnit => Row::Benefit(id.clone()),
                NameOf::Person => Row::Person(id.parse().unwrap_or_default()),
            },
        }
    }

    /// This field and the next ones of its shape, `count` in all; `None` if there are fewer, or if `count` is below 2.
    pub(in crate::app) fn range(&self, proposal: &Proposal, count: usize) -> Option<Vec<Field>> {
        let mut fields = Vec::with_capacity(count);
        for step in 0..count {
            let mut next = self.clone();
            match &mut next {
                Field::Time { part, .. } | Field::Factor { part, .. } => *part += step,
                _ => return None,
            }
            next.get(proposal)?;
            fields.push(next);
        }
        (count > 1).then_some(fields)
    }

    /// Whether its number is typed as a percentage.
    pub fn is_percent(&self, proposal: &Proposal) -> bool {
        let Field::Factor { factor, part } = self else { return false };
        let Some(factor) = proposal.factors.iter().find(|f| f.id == *factor) else { return false };
        match factor.value {
            Shape::Chance(_) => true,
            Shape::Count { .. } => *part > 0,
            _ => factor.unit == "%",
        }
    }

    /// Whether it takes only whole numbers of 0 or more.
    pub fn is_whole(&self, proposal: &Proposal) -> bool {
        if let Field::Start { .. } = self {
            return true;
        }
        let Field::Factor { factor, part: 0 } = self else { return false };
        let factor = proposal.factors.iter().find(|f| f.id == *factor);
        factor.is_some_and(|f| matches!(f.value, Shape::Count { .. }))
    }

    /// Its number, with percentages as fractions; `None` for a text field or one of the desk, or if the proposal lacks the
    /// field.
    pub fn get(&self, proposal: &Proposal) -> Option<f64> {
        match self {
            Field::Quantity { line } => Some(proposal.line(line)?.quantity),
            Field::Price { line } => proposal.line(line)?.unit_price.known(),
            Field::Label { .. } | Field::Name { .. } | Field::Entry(_) | Field::Cell(..) => None,
            Field::Start { benefit } => {
                let benefit = proposal.benefits.iter().find(|own| own.id == *benefit)?;
                Some(f64::from(benefit.timing.start_month))
            }
            Field::Hours { person } => Some(proposal.effort.as_ref()?.by_person.get(*person)?.hours),
            Field::Time { line, side, index, part } => {
                let line = proposal.line(line)?;
                let work = match side {
                    Side::Made => line.making.get(*index)?,
                    Side::Thought => line.advice.as_ref()?.time.get(*index)?,
                };
                parts(time_of(work)?).get(*part).copied()
            }
            Field::Factor { factor, part } => {
                parts(&proposal.factors.iter().find(|f| f.id == *factor)?.value).get(*part).copied()
            }
        }
    }

    /// Writes a number into the proposal; does nothing for a text field or one of the desk, or if the proposal lacks the
    /// field.
    pub fn set(&self, proposal: &mut Proposal, x: f64) {
        match self {
            Field::Label { .. } | Field::Name { .. } | Field::Entry(_) | Field::Cell(..) => {}
            Field::Start { benefit } => {
                if let Some(benefit) = proposal.benefits.iter_mut().find(|own| own.id == *benefit) {
                    benefit.timing.start_month = x as u32;
                }
            }
            Field::Hours { person } => {
                let Some(effort) = &mut proposal.effort else { return };
                if let Some(person) = effort.by_person.get_mut(*person) {
                    person.hours = x;
                }
                update_totals(effort);
            }
            Field::Quantity { line } => line_of(proposal, line).into_iter().for_each(|line| line.quantity = x),
            Field::Price { line } => {
                line_of(proposal, line).into_iter().for_each(|line| line.unit_price = Shape::Fixed(x))
            }
            Field::Time { line, side, index, part } => {
                let Some(line) = line_of(proposal, line) else { return };
                let work = match side {
                    Side::Made => line.making.get_mut(*index),
                    Side::Thought => line.advice.as_mut().and_then(|advice| advice.time.get_mut(*index)),
                };
                if let Some(shape) = work.and_then(time_of_mut) {
                    set_part(shape, *part, x);
                }
            }
            Field::Factor { factor, part } => {
                if let Some(factor) = proposal.factors.iter_mut().find(|f| f.id == *factor) {
                    set_part(&mut factor.value, *part, x);
                }
            }
        }
    }

    /// Whether it takes a text or a date, not a number.
    pub fn is_text(&self) -> bool {
        match self {
            Field::Entry(entry) => !entry.is_number(),
            Field::Cell(_, cell) => cell.is_text(),
            _ => matches!(self, Field::Label { .. } | Field::Name { .. }),
        }
    }

    /// Whether only the desk has it, whose chunk reads and writes it.
    pub(in crate::app) fn is_of_desk(&self) -> bool {
        matches!(self, Field::Entry(_) | Field::Cell(..) | Field::Name { .. })
    }

    /// Its number as it would be typed; `None` for a text field, or if the proposal lacks the field.
    pub fn number(&self, proposal: &Proposal, language: Language) -> Option<String> {
        let x = self.get(proposal)?;
        Some(if self.is_percent(proposal) { format_input_percent(x, language) } else { format_input(x, language) })
    }

    /// The label that this field edits; `None` if it edits none.
    pub(in crate::app) fn label(&self, proposal: &Proposal) -> Option<String> {
        let Field::Label { line, side } = self else { return None };
        let line = proposal.line(line)?;
        Some(match side {
            Side::Made => line.label.clone(),
            Side::Thought => line.advice.as_ref()?.label.clone(),
        })
    }

    /// Writes the label that this field edits.
    pub(in crate::app) fn set_label(&self, proposal: &mut Proposal, text: &str) {
        let Field::Label { line, side } = self else { return };
        let line = line_of(proposal, line);
        let own = line.and_then(|line| match side {
            Side::Made => Some(&mut line.label),
            Side::Thought => line.advice.as_mut().map(|advice| &mut advice.label),
        });
        if let Some(own) = own {
            *own = in_one_line(text);
        }
    }

    /// Parses a typed text as this field's number.
    ///
    /// # Errors
    /// The text is empty, unreadable or has too many digits.
    pub fn parse(&self, proposal: &Proposal, text: &str, language: Language) -> Result<f64, NotANumber> {
        if self.is_percent(proposal) {
            return parse_percent(text, language);
        }
        parse_number(text, &self.units(proposal), language)
    }

    /// The units that may be typed beside its number: its currency, or the unit that it is counted in.
    fn units<'a>(&self, proposal: &'a Proposal) -> [&'a str; 3] {
        let money = units_of_money(&proposal.currency);
        let unit = match self {
            Field::Price { .. } => return money,
            Field::Quantity { line } => proposal.line(line).map_or("", |line| &line.unit),
            Field::Hours { .. } => "h",
            Field::Factor { factor, .. } => {
                proposal.factors.iter().find(|own| own.id == *factor).map_or("", |factor| &factor.unit)
            }
            _ => "",
        };
        if money.contains(&unit) { money } else { [unit, "", ""] }
    }

    /// The group of fields with which an agency locks it.
    pub fn lock(&self, proposal: &Proposal) -> Lock {
        use crate::proposal::Holder;
        match self {
            Field::Quantity { .. } | Field::Time { .. } => Lock::Quantities,
            Field::Price { .. } => Lock::Rates,
            Field::Label { .. } | Field::Name { .. } | Field::Entry(_) | Field::Cell(..) => Lock::Texts,
            Field::Start { .. } | Field::Hours { .. } => Lock::Texts,
            Field::Factor { factor, .. } => {
                let held = proposal.factors.iter().find(|f| f.id == *factor).map(|f| f.holder);
                if held == Some(Holder::Client) { Lock::ClientFactors } else { Lock::OtherFactors }
            }
        }
    }
}

/// Computes the number of people and their total hours.
pub(in crate::app) fn update_totals(effort: &mut Effort) {
    effort.people = effort.by_person.len() as u32;
    effort.hours = effort.by_person.iter().map(|person| person.hours).sum();
}

/// Replaces line breaks by spaces: a name is a single line.
pub(in crate::app) fn in_one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}

fn line_of<'a>(proposal: &'a mut Proposal, id: &str) -> Option<&'a mut Line> {
    proposal.lines.iter_mut().find(|line| line.id == id)
}

/// The time of a role, in days or in hours.
pub fn time_of(work: &Work) -> Option<&Shape> {
    work.days.as_ref().or(work.hours.as_ref())
}

fn time_of_mut(work: &mut Work) -> Option<&mut Shape> {
    work.days.as_mut().or(work.hours.as_mut())
}

/// The numbers that a shape is typed with, in reading order; of a count, the trials first.
pub fn parts(shape: &Shape) -> Vec<f64> {
    match *shape {
        Shape::Fixed(x) | Shape::Chance(x) => vec![x],
        Shape::Uniform(pair) | Shape::Interval90(pair) => pair.to_vec(),
        Shape::Pert(three) => three.to_vec(),
        Shape::Count { trials, rate } => vec![f64::from(trials), rate[0], rate[1], rate[2]],
    }
}

/// Writes one of the numbers of [`parts`]. The caller has checked that trials are whole (see [`Field::is_whole`]).
pub(in crate::app) fn set_part(shape: &mut Shape, part: usize, x: f64) {
    match shape {
        Shape::Fixed(own) | Shape::Chance(own) => *own = x,
        Shape::Uniform(pair) | Shape::Interval90(pair) => pair[part.min(1)] = x,
        Shape::Pert(three) => three[part.min(2)] = x,
        Shape::Count { trials, rate } => match part {
            0 => *trials = x as u32,
            _ => rate[(part - 1).min(2)] = x,
        },
    }
}

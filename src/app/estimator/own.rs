//! Lines that the user adds: what the agency's catalogue lacks, with a label, a price and advice.
//! The estimate counts what such a line costs, but no benefit: only the agency can say what it brings.

use crate::app::reduce::neighbours;
use crate::app::{App, Effect, Row, Target};
use crate::proposal::{Advice, Line, Shape, Work};

impl App {
    /// Whether the user added this line: the offered proposal lacks it. While a brief is being composed, true of every
    /// line.
    pub fn is_own(&self, line: &str) -> bool {
        self.is_composing() || self.offered.line(line).is_none()
    }

    /// How many lines and factors differ from their offered values, added lines included.
    pub fn corrections(&self) -> usize {
        let (now, offered) = (self.proposal(), self.offered());
        let lines = now.lines.iter().filter(|line| offered.line(&line.id) != Some(line)).count();
        let factors = now.factors.iter().filter(|factor| !offered.factors.contains(factor)).count();
        lines + factors
    }

    /// Adds an empty line with advice by the first role of the rate card, and moves the focus to it.
    pub(in crate::app) fn add_line(&mut self) -> Vec<Effect> {
        let id = free_id("own-", &|id| self.proposal().line(id).is_some());
        let optional = !self.is_composing();
        self.edit(None, &|proposal| {
            let advice = proposal.rates.first().map(|rate| Advice {
                time: vec![Work { role: rate.id.clone(), hours: Some(Shape::Fixed(0.0)), ..Work::default() }],
                ..Advice::default()
            });
            proposal.lines.push(Line { id: id.clone(), optional, advice, ..Line::default() });
        });
        vec![Effect::Focus(vec![Target::Row(Row::Line(id))])]
    }

    /// Removes a line that the user added, and moves the focus to a neighbour. Does nothing for other lines.
    pub(in crate::app) fn remove_line(&mut self, id: String) -> Vec<Effect> {
        if !self.is_own(&id) {
            return Vec::new();
        }
        let row = Row::Line(id.clone());
        let mut targets = neighbours(&row.siblings(self.proposal()), &row);
        targets.push(Target::AddLine);
        self.forget(&row);
        self.edit(None, &|proposal| proposal.lines.retain(|line| line.id != id));
        vec![Effect::Focus(targets)]
    }
}

/// The first unused id of the prefix `kind` and a number, such as `own-1`.
pub(in crate::app) fn free_id(kind: &str, taken: &dyn Fn(&str) -> bool) -> String {
    let mut number = 1u32;
    loop {
        let id = [kind, &number.to_string()].concat();
        if !taken(&id) {
            return id;
        }
        number += 1;
    }
}

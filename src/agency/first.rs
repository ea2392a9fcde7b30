//! The first proposal for a goal of an agency.

use super::{Agency, Details, Goal};
use crate::proposal::{Date, Proposal};

impl Agency {
    /// The first proposal for a goal: the agency's defaults with the goal's details, lines, factors and
    /// benefits, issued `today`. If `goal` is `None` or unknown, the first goal is taken.
    pub fn proposal(&self, goal: Option<&str>, today: Date) -> Proposal {
        let goal = self.goals.iter().find(|known| Some(known.id.as_str()) == goal).or(self.goals.first());
        let mut proposal = self.proposal_without_dates(goal);
        let said: [Option<&Details>; 2] = [Some(&self.defaults), goal.map(|goal| &goal.details)];
        for details in said.into_iter().flatten() {
            details.write_dates(&mut proposal.dates, today);
        }
        proposal
    }

    /// The first proposal for a goal, without dates; `None`: the agency's defaults alone.
    pub(super) fn proposal_without_dates(&self, goal: Option<&Goal>) -> Proposal {
        let mut from = self.sender.clone();
        for (own, of_agency) in [(&mut from.organisation, &self.name), (&mut from.email, &self.email)] {
            if own.is_empty() {
                own.clone_from(of_agency);
            }
        }
        let mut proposal = Proposal {
            locale: self.locale.clone(),
            currency: self.currency.clone(),
            from,
            vat_rate: self.vat_rate,
            taxes: self.taxes.clone(),
            tax_note: self.tax_note.clone(),
            recovers_vat: self.recovers_vat,
            hours_per_day: self.hours_per_day,
            rates: self.rates.clone(),
            mentions: self.mentions.clone(),
            ..Proposal::default()
        };
        self.defaults.write(&mut proposal);
        if let Some(goal) = goal {
            goal.details.write(&mut proposal);
            proposal.lines.clone_from(&goal.catalogue.lines);
            proposal.factors.clone_from(&goal.catalogue.factors);
            proposal.benefits.clone_from(&goal.catalogue.benefits);
            if proposal.title.is_empty() {
                proposal.title.clone_from(&goal.label);
            }
        }
        proposal
    }
}

//! A proposal that changes its language: the agency's texts follow, the person's stay.

use super::{Agency, Catalogue};
use crate::proposal::{Benefit, Factor, Line, Proposal, Rate};
use std::slice;

/// The proposal with every text that is still the agency's own in `from` as it stands in `to`, the
/// same agency in another language. Lines, rates, factors and benefits are paired by their id, other
/// texts by being equal. What the person typed stays.
pub fn relabel(proposal: &Proposal, from: &Agency, to: &Agency) -> Proposal {
    let goals: Vec<_> = from.goals.iter().filter_map(|f| Some((f, to.goals.iter().find(|t| t.id == f.id)?))).collect();
    let mut catalogues: Vec<_> = goals.iter().map(|(f, t)| (&f.catalogue, &t.catalogue)).collect();
    catalogues.push((&from.catalogue, &to.catalogue));
    let mut firsts: Vec<_> = goals.iter().map(|(f, t)| (from.undated(Some(f)), to.undated(Some(t)))).collect();
    firsts.push((from.undated(None), to.undated(None)));

    let mut new = proposal.clone();
    follow(&mut new.rates, &[(&from.rates, &to.rates)]);
    follow(&mut new.lines, &parts(&catalogues, |catalogue| &catalogue.lines));
    follow(&mut new.factors, &parts(&catalogues, |catalogue| &catalogue.factors));
    follow(&mut new.benefits, &parts(&catalogues, |catalogue| &catalogue.benefits));
    let alone: Vec<_> = firsts.iter().map(|(f, t)| (slice::from_ref(f), slice::from_ref(t))).collect();
    follow(slice::from_mut(&mut new), &alone);
    for (kind, mine) in lists(&mut new).into_iter().enumerate() {
        for text in mine {
            let same = |(f, t): &mut (Proposal, Proposal)| {
                let place = lists(f)[kind].iter().position(|own| own == text)?;
                lists(t)[kind].get(place).cloned()
            };
            if let Some(own) = firsts.iter_mut().find_map(same) {
                *text = own;
            }
        }
    }
    new
}

/// Something with texts that may be the agency's own.
trait Worded: Clone {
    /// What pairs it with itself in another language.
    fn id(&self) -> &str;
    /// Its texts, always in the same order.
    fn texts(&mut self) -> Vec<Option<&mut String>>;
}

impl Worded for Rate {
    fn id(&self) -> &str {
        &self.id
    }

    fn texts(&mut self) -> Vec<Option<&mut String>> {
        vec![Some(&mut self.label)]
    }
}

impl Worded for Line {
    fn id(&self) -> &str {
        &self.id
    }

    fn texts(&mut self) -> Vec<Option<&mut String>> {
        let advice = self.advice.as_mut().map(|advice| &mut advice.label);
        vec![Some(&mut self.label), Some(&mut self.unit), advice]
    }
}

impl Worded for Factor {
    fn id(&self) -> &str {
        &self.id
    }

    fn texts(&mut self) -> Vec<Option<&mut String>> {
        let source = self.source.as_mut().map(|source| &mut source.text);
        vec![Some(&mut self.label), Some(&mut self.unit), source]
    }
}

impl Worded for Benefit {
    fn id(&self) -> &str {
        &self.id
    }

    fn texts(&mut self) -> Vec<Option<&mut String>> {
        vec![Some(&mut self.label), Some(&mut self.unit)]
    }
}

/// The texts of a proposal that stand alone. All proposals of an agency pair.
impl Worded for Proposal {
    fn id(&self) -> &str {
        ""
    }

    fn texts(&mut self) -> Vec<Option<&mut String>> {
        let from = &mut self.from;
        let discount = self.discount.as_mut().map(|discount| &mut discount.label);
        let (context, message, terms) = (&mut self.context, &mut self.message, &mut self.terms);
        let always = [&mut self.title, &mut self.locale, context, message, terms];
        let sender = [&mut from.name, &mut from.role, &mut from.organisation];
        always.into_iter().chain(sender).map(Some).chain([discount]).collect()
    }
}

/// The texts of a proposal that stand in lists.
fn lists(proposal: &mut Proposal) -> [&mut Vec<String>; 3] {
    [&mut proposal.objectives, &mut proposal.commitments, &mut proposal.out_of_hands]
}

fn parts<'a, T>(
    catalogues: &[(&'a Catalogue, &'a Catalogue)],
    part: fn(&Catalogue) -> &[T],
) -> Vec<(&'a [T], &'a [T])> {
    catalogues.iter().map(|&(f, t)| (part(f), part(t))).collect()
}

/// Gives each text that equals the one of its pair in the old language that of the new one.
fn follow<T: Worded>(items: &mut [T], pairs: &[(&[T], &[T])]) {
    for item in items {
        let own = |list: &[T]| list.iter().find(|other| other.id() == item.id()).cloned();
        let mut versions: Vec<_> = pairs.iter().filter_map(|(f, t)| Some((own(f)?, own(t)?))).collect();
        for (place, text) in item.texts().into_iter().enumerate() {
            let Some(text) = text else { continue };
            let same = |(f, t): &mut (T, T)| {
                let [f, t] = [f.texts().swap_remove(place)?, t.texts().swap_remove(place)?];
                (f == text).then(|| t.clone())
            };
            if let Some(new) = versions.iter_mut().find_map(same) {
                *text = new;
            }
        }
    }
}

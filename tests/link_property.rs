//! Any proposal and any reply open as they were sealed: accents, emoji, both directions of writing, extreme numbers.

#![allow(clippy::needless_update, reason = "a field more needs no line here: tests/fields.rs has them all")]

#[path = "support/arbitrary.rs"]
mod arbitrary;

use arbitrary::{extensions, figures, proposal, reply};
use proptest::prelude::*;
use retour::estimate::Figures;
use retour::link::{self, Opened, SentFigures};
use retour::proposal::*;

/// A number as a screen shows it: rounded to this many significant digits, halves away from 0.
fn shown(x: f64, digits: usize) -> String {
    if x == 0.0 {
        return "0".to_owned();
    }
    let exact = format!("{x:.40e}");
    let power: i32 = exact.split_once('e').unwrap().1.parse().unwrap();
    let scaled = x / 10_f64.powi(power + 1 - digits as i32);
    format!("{} {}", scaled.round(), power)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_proposal_comes_back(proposal in proposal(), figures in figures()) {
        let sealed = link::seal(&proposal, &figures);
        let Ok(Opened::Proposal { proposal: same, figures: sent, .. }) = link::open(&sealed) else {
            panic!("{sealed} does not open")
        };
        prop_assert_eq!(&same, &proposal);
        prop_assert_eq!(link::digest(&same), link::digest(&proposal));
        prop_assert!(sent.matches(&figures));
        prop_assert_eq!(link::seal(&same, &sent.figures()), sealed);
    }

    #[test]
    fn a_reply_comes_back(proposal in proposal(), figures in figures(), reply in reply()) {
        let sealed = link::seal_reply(&proposal, &figures, &reply);
        let Ok(Opened::Reply { reply: same, proposal: with, .. }) = link::open(&sealed) else {
            panic!("{sealed} does not open")
        };
        prop_assert_eq!((&same, &with), (&reply, &proposal));
        let answering = Reply { proposal: link::digest(&proposal), ..reply };
        let Ok(Opened::Reply { reply: same, .. }) = link::open(&link::seal_reply(&proposal, &figures, &answering)) else {
            panic!("the reply to this proposal does not open")
        };
        prop_assert_eq!(same, answering);
    }

    #[test]
    fn extension_fields_are_told_and_are_part_of_the_digest(proposal in proposal(), extension in extensions()) {
        let mut other = proposal.clone();
        other.extensions.clone_from(&extension);
        prop_assert_eq!(link::digest(&other) == link::digest(&proposal), extension == proposal.extensions);
        prop_assert!(extension.is_empty() || other.holds_more());
        let again = read(&to_value(Proposal { extensions: extension.clone(), ..Proposal::default() })).0;
        prop_assert_eq!(again.extensions, extension);
    }

    #[test]
    fn what_is_cut_or_flipped_is_refused(proposal in proposal(), cut in any::<proptest::sample::Index>(), bit in 0..6_u8) {
        let sealed = link::seal(&proposal, &Figures::default());
        let at = cut.index(sealed.len());
        prop_assert!(link::open(&sealed[..at]).is_err());
        let mut bytes = sealed.into_bytes();
        bytes[at] ^= 1 << bit;
        prop_assert!(link::open(&String::from_utf8(bytes).unwrap()).is_err());
    }

    #[test]
    fn figures_are_shown_as_they_would_have_been(figures in figures()) {
        let sent = SentFigures::from(&figures).figures();
        prop_assert!((sent.cost.mean - figures.cost.mean).abs() <= 0.01 + 1e-4);
        prop_assert_eq!(sent.cost.mean.round(), figures.cost.mean.round());
        prop_assert_eq!(sent.cost.p90.round(), figures.cost.p90.round());
        for (a, b) in sent.value.iter().zip(&figures.value) {
            for (a, b) in [(a.mean, b.mean), (a.p10, b.p10), (a.p50, b.p50), (a.p90, b.p90)] {
                for digits in 1..=3 {
                    prop_assert_eq!(shown(a, digits), shown(b, digits), "{} {}", a, b);
                }
            }
        }
        for (a, b) in sent.probability_of_payback.iter().zip(&figures.probability_of_payback) {
            prop_assert_eq!((a * 1_000.0).round(), (b * 1_000.0).round());
        }
        for (a, b) in sent.futures.iter().flatten().zip({
            let mut futures = figures.futures.clone().unwrap_or_default();
            futures.sort_unstable_by(f64::total_cmp);
            futures
        }) {
            prop_assert_eq!(*a < 0.0, b < 0.0);
            prop_assert!((a - b).abs() <= 1e7 / 1_000.0);
        }
    }
}

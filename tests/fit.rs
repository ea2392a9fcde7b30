//! Compares what fits a budget with every set of optional lines, estimated one by one.

mod support;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use retour::estimate::{Engine, Estimate};
use retour::fit::{Fit, Unfit, fit};
use retour::proposal::*;

/// Means do not depend on draws, so as few as possible are enough.
fn estimate(proposal: &Proposal) -> Estimate {
    Engine::with_draws(1).estimate(&check(proposal.clone()).expect("a proposal without a fault"))
}

fn shown(estimate: &Estimate, incl_vat: bool) -> f64 {
    if incl_vat { estimate.cost.incl_vat } else { estimate.cost.production + estimate.cost.advice }
}

/// The proposal with every set of its optional lines, and how many lines that changes.
fn all_sets(proposal: &Proposal) -> Vec<(Proposal, usize)> {
    let places: Vec<usize> = (0..proposal.lines.len()).filter(|i| proposal.lines[*i].optional).collect();
    let with = |set: u32| {
        let (mut other, mut changes) = (proposal.clone(), 0);
        for (bit, place) in places.iter().enumerate() {
            let included = set >> bit & 1 == 1;
            changes += usize::from(other.lines[*place].included != included);
            other.lines[*place].included = included;
        }
        (other, changes)
    };
    (0..1 << places.len()).map(with).collect()
}

fn applied(proposal: &Proposal, fit: &Fit) -> Proposal {
    let mut other = proposal.clone();
    for (ids, included) in [(&fit.removed, false), (&fit.added, true)] {
        for id in ids {
            let line = other.lines.iter_mut().find(|line| line.id == *id).expect("a line of the proposal");
            assert!(line.optional && line.included != included, "{id} does not change");
            line.included = included;
        }
    }
    other
}

/// Ids of the benefits and outcomes in the estimate, in the proposal's order.
fn brought(proposal: &Proposal, estimate: &Estimate) -> Vec<String> {
    let has = |id: &String| {
        estimate.benefits.iter().any(|result| result.id == *id)
            || estimate.outcomes.iter().any(|result| result.id == *id)
    };
    proposal.benefits.iter().map(|benefit| benefit.id.clone()).filter(has).collect()
}

fn near(actual: f64, expected: f64) -> bool {
    (actual - expected).abs() <= 1e-9 * expected.abs().max(1.0)
}

/// Compares the answer with a search over all sets of optional lines.
#[track_caller]
fn is_best(proposal: &Proposal, budget: f64, incl_vat: bool) {
    let answer = fit(&check(proposal.clone()).expect("a proposal without a fault"), budget, incl_vat);
    let figures = |(proposal, changes): (Proposal, usize)| {
        let estimate = estimate(&proposal);
        let bears = if proposal.recovers_vat { shown(&estimate, false) } else { estimate.cost.incl_vat };
        let net = estimate.net.map(|net| net.mean);
        (shown(&estimate, incl_vat), net, net.unwrap_or(-bears), changes)
    };
    let all: Vec<_> = all_sets(proposal).into_iter().map(figures).collect();
    let Ok(answer) = answer else {
        let least = all.iter().map(|set| set.0).fold(f64::INFINITY, f64::min);
        let Err(Unfit::OverBudget(cost)) = answer else { panic!("{answer:?}") };
        assert!(near(cost, least) && least > budget, "{least} costs more than {budget}, not {cost}");
        return;
    };
    let (one, changes) = (applied(proposal, &answer), answer.removed.len() + answer.added.len());
    let its = estimate(&one);
    assert!(near(answer.cost, shown(&its, incl_vat)) && answer.cost <= budget + 0.0051, "{answer:?} for {budget}");
    assert_eq!(answer.net.is_some(), its.net.is_some());
    assert!(near(answer.net.unwrap_or(0.0), its.net.map_or(0.0, |net| net.mean)), "{answer:?}, {:?}", its.net);
    let mut lost = brought(proposal, &estimate(proposal));
    lost.retain(|id| !brought(&one, &its).contains(id));
    assert_eq!(answer.lost, lost);

    let mut within: Vec<_> = all.iter().filter(|set| set.0 <= budget).collect();
    if all.iter().any(|set| set.1.is_some()) {
        let most = within.iter().map(|set| set.2).fold(f64::NEG_INFINITY, f64::max);
        let net = answer.net.unwrap_or(-if proposal.recovers_vat { shown(&its, false) } else { its.cost.incl_vat });
        assert!(net >= most - 0.0051, "{net} instead of {most}");
        within.retain(|set| set.2 >= most - 0.0049);
        let better =
            |set: &&&(f64, Option<f64>, f64, usize)| set.3 < changes || set.3 == changes && set.0 < answer.cost - 0.02;
        assert_eq!(within.iter().find(better), None, "better than {answer:?}");
    } else {
        let better =
            |set: &&&(f64, Option<f64>, f64, usize)| set.3 < changes || set.3 == changes && set.0 > answer.cost + 0.02;
        assert_eq!(within.iter().find(better), None, "better than {answer:?}");
    }
}

/// Shapes whose means are often equal, so that there are ties.
fn shape() -> impl Strategy<Value = Shape> {
    prop_oneof![
        (0u32..4).prop_map(|x| Shape::Fixed(f64::from(x))),
        (0.0..9.0, 0.5..30.0).prop_map(|(low, width)| Shape::Uniform([low, low + width])),
        (0.0..5.0, 0.0..5.0, 0.0..5.0).prop_map(|(low, more, most)| Shape::Pert([low, low + more, low + more + most])),
        (0.1..20.0, 1.2..30.0).prop_map(|(low, ratio)| Shape::Interval90([low, low * ratio])),
        (0.0..1.0).prop_map(Shape::Chance),
        (0u32..40).prop_map(|trials| Shape::Count { trials, rate: [0.1, 0.3, 0.6] }),
    ]
}

fn line() -> impl Strategy<Value = Line> {
    let advice = (select(vec![None, Some(Shape::Fixed(0.0)), Some(Shape::Fixed(2.0))]), any::<bool>());
    let work = |shape, days| Work {
        role: "r".to_owned(),
        days: Some(shape).filter(|_| days),
        hours: Some(shape).filter(|_| !days),
        ..Work::default()
    };
    let parts =
        (0u32..3, 0u32..4, shape(), any::<bool>(), advice, prop::bool::weighted(0.7), prop::bool::weighted(0.7));
    parts.prop_map(move |(quantity, price, time, days, (thought, bought), optional, included)| Line {
        quantity: f64::from(quantity),
        unit_price: Shape::Fixed(f64::from(price * 100)),
        making: if price == 0 { vec![work(time, days)] } else { Vec::new() },
        advice: thought.map(|time| Advice { time: vec![work(time, days)], included: bought, ..Advice::default() }),
        optional,
        included,
        ..Line::default()
    })
}

fn factor(ids: Vec<String>) -> impl Strategy<Value = Factor> {
    let most = ids.len().min(3);
    let advised_by = prop_oneof![Just(Vec::new()), subsequence(ids.clone(), 0..=most)];
    let scale = proptest::option::weighted(0.4, (select(ids), 1u32..4));
    (shape(), proptest::option::of(shape()), advised_by, scale).prop_map(
        |(value, without_advice, advised_by, scale)| {
            let mut shapes = std::iter::once(&value).chain(&without_advice);
            let scales = !shapes.any(|shape| matches!(shape, Shape::Chance(_)));
            let scale = scale.map(|(line, at)| ScalesWith { line, at: f64::from(at) }).filter(|_| scales);
            Factor { value, without_advice, advised_by, scales_with: scale, ..Factor::default() }
        },
    )
}

fn benefit(lines: Vec<String>, factors: Vec<String>) -> impl Strategy<Value = Benefit> {
    let (few, more) = (lines.len().min(2), factors.len().min(3));
    let timing = (0u32..14, any::<bool>(), 0u32..6).prop_map(|(start_month, monthly, ramp_months)| Timing {
        start_month,
        repeats: if monthly { Repeats::Monthly } else { Repeats::Once },
        ramp_months,
        ..Timing::default()
    });
    (subsequence(lines, 0..=few), subsequence(factors, 1..=more), prop::bool::weighted(0.8), timing).prop_map(
        |(needs, factors, money, timing)| Benefit {
            kind: if money { BenefitKind::Money } else { BenefitKind::Outcome },
            needs,
            factors,
            timing,
            ..Benefit::default()
        },
    )
}

fn numbered<T>(kind: &str, mut items: Vec<T>, id: impl Fn(&mut T) -> &mut String) -> Vec<T> {
    items.iter_mut().enumerate().for_each(|(i, item)| *id(item) = format!("{kind} {i}"));
    items
}

/// A proposal of up to six optional lines.
fn proposal() -> impl Strategy<Value = Proposal> {
    let ids = |kind: &str, count: usize| (0..count).map(|i| format!("{kind} {i}")).collect::<Vec<_>>();
    let parts = (1usize..7, 1usize..5).prop_flat_map(move |(lines, factors)| {
        let (lines, factors) = (ids("line", lines), ids("factor", factors));
        (
            vec(line(), lines.len()),
            vec(factor(lines.clone()), factors.len()),
            vec(benefit(lines, factors), 0..5),
            (any::<bool>(), any::<bool>(), select(vec![0.0, 0.25]), 0.0..0.2f64),
        )
    });
    parts.prop_map(|(lines, factors, benefits, (recovers_vat, with_advice, share, discount_rate))| Proposal {
        currency: "EUR".to_owned(),
        rates: vec![Rate { id: "r".to_owned(), day_rate: Money(100.0), ..Rate::default() }],
        lines: numbered("line", lines, |line| &mut line.id),
        factors: numbered("factor", factors, |factor| &mut factor.id),
        benefits: numbered("benefit", benefits, |benefit| &mut benefit.id),
        discount: Some(Discount { share: Some(share), ..Discount::default() }),
        recovers_vat,
        with_advice,
        discount_rate,
        ..Proposal::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_set_is_better(proposal in proposal(), share in 0.0..1.3f64, incl_vat: bool) {
        let mut dearest = proposal.clone();
        dearest.lines.iter_mut().for_each(|line| line.included |= line.optional);
        is_best(&proposal, share * shown(&estimate(&dearest), incl_vat), incl_vat);
    }

    #[test]
    fn what_is_shown_as_the_total_fits(proposal in proposal(), incl_vat: bool) {
        let total = shown(&estimate(&proposal), incl_vat);
        let checked = check(proposal).expect("a proposal without a fault");
        prop_assert!(fit(&checked, (total * 100.0).round() / 100.0, incl_vat).is_ok());
    }
}

#[track_caller]
fn reference(name: &str) {
    let checked = support::checked(&support::proposal(name));
    let total = shown(&estimate(checked.proposal()), true);
    for share in [0.05, 0.5, 0.7, 0.85, 0.95, 1.0, 1.5] {
        for incl_vat in [false, true] {
            is_best(checked.proposal(), share * total, incl_vat);
        }
    }
}

#[test]
fn an_event() {
    reference("evenement");
}

#[test]
fn press_relations() {
    reference("relations-presse");
}

#[test]
fn market_research() {
    reference("market-research");
}

//! Properties of every estimate, whatever the proposal.

#[path = "support/soundness.rs"]
mod soundness;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use retour::estimate::{Engine, Estimate};
use retour::proposal::*;

/// Few draws: what is tested here does not depend on how many they are.
const DRAWS: u32 = 300;

fn estimate(proposal: &Proposal) -> Estimate {
    Engine::with_draws(DRAWS).estimate(&check(proposal.clone()).expect("a proposal without a fault"))
}

fn ascending(least: f64, most: f64) -> impl Strategy<Value = [f64; 3]> {
    [least..most, least..most, least..most].prop_map(|mut range| {
        range.sort_by(f64::total_cmp);
        range
    })
}

/// Any shape whose numbers are not negative, most of them up to 50.
fn shape() -> impl Strategy<Value = Shape> {
    prop_oneof![
        (0.0..50.0).prop_map(Shape::Fixed),
        (0.0..20.0, 0.5..30.0).prop_map(|(low, width)| Shape::Uniform([low, low + width])),
        ascending(0.0, 50.0).prop_map(Shape::Pert),
        (0.1..20.0, 1.2..30.0).prop_map(|(low, ratio)| Shape::Interval90([low, low * ratio])),
        (0.0..1.0).prop_map(Shape::Chance),
        (0u32..60, ascending(0.0, 1.0)).prop_map(|(trials, rate)| Shape::Count { trials, rate }),
    ]
}

#[allow(clippy::needless_update, reason = "a field more needs no line here")]
fn timing() -> impl Strategy<Value = Timing> {
    (0u32..14, any::<bool>(), 0u32..6, proptest::option::of(0u32..10)).prop_map(|(start, monthly, ramp, months)| {
        Timing {
            start_month: start,
            repeats: if monthly { Repeats::Monthly } else { Repeats::Once },
            ramp_months: ramp,
            months,
            ..Timing::default()
        }
    })
}

fn factor(index: usize) -> impl Strategy<Value = Factor> {
    (shape(), proptest::option::of(shape()), select(Holder::ALL.to_vec())).prop_map(
        move |(value, without_advice, holder)| Factor {
            id: format!("factor {index}"),
            value,
            without_advice,
            holder,
            ..Factor::default()
        },
    )
}

fn benefits(factors: usize) -> impl Strategy<Value = Vec<Benefit>> {
    let ids: Vec<String> = (0..factors).map(|index| format!("factor {index}")).collect();
    let benefit = (subsequence(ids, 1..=factors.min(4)), timing(), prop::bool::weighted(0.8));
    vec(benefit, 1..5).prop_map(|benefits| {
        let kind = |money| if money { BenefitKind::Money } else { BenefitKind::Outcome };
        let numbered = benefits.into_iter().enumerate().map(|(index, (factors, timing, money))| Benefit {
            id: format!("benefit {index}"),
            kind: kind(money),
            unit_factor: factors.first().cloned(),
            factors,
            timing,
            ..Benefit::default()
        });
        numbered.collect()
    })
}

fn line(index: usize) -> impl Strategy<Value = Line> {
    (0.0..5.0f64, 0.0..2_000.0f64, shape(), 0.0..40.0f64, any::<bool>()).prop_map(
        move |(quantity, price, days, hours, bought)| Line {
            id: format!("line {index}"),
            quantity,
            unit_price: Shape::Fixed(price),
            making: vec![Work { role: "r".to_owned(), days: Some(days), ..Work::default() }],
            advice: Some(Advice {
                time: vec![Work { role: "r".to_owned(), hours: Some(Shape::Fixed(hours)), ..Work::default() }],
                included: bought,
                ..Advice::default()
            }),
            ..Line::default()
        },
    )
}

fn proposal() -> impl Strategy<Value = Proposal> {
    let parts = (1usize..6).prop_flat_map(|n| ((0..n).map(factor).collect::<Vec<_>>(), benefits(n)));
    let lines = vec(0..1, 1..4).prop_flat_map(|lines| (0..lines.len()).map(line).collect::<Vec<_>>());
    (parts, lines, shape(), any::<bool>(), 0.0..0.2f64, any::<u32>()).prop_map(
        |((factors, benefits), lines, days, recovers_vat, discount_rate, seed)| Proposal {
            currency: "EUR".to_owned(),
            rates: vec![Rate { id: "r".to_owned(), day_rate: Money(800.0), ..Rate::default() }],
            factors,
            benefits,
            lines,
            recovers_vat,
            discount_rate,
            in_house: Some(InHouse { gross_salary: Money(40_000.0), days, delay_months: 2, ..InHouse::default() }),
            seed: u64::from(seed),
            ..Proposal::default()
        },
    )
}

/// An estimate with its factors in the order of their ids.
fn by_id(mut estimate: Estimate) -> Estimate {
    estimate.factors.iter_mut().for_each(|factors| factors.sort_by(|a, b| a.id.cmp(&b.id)));
    estimate
}

/// The figures in money, in one list.
fn money(estimate: &Estimate) -> Vec<f64> {
    let mut figures = vec![estimate.cost.mean, estimate.cost.p50, estimate.advice.cost];
    let spreads = estimate.value.iter().chain(&estimate.advice.added_value);
    figures.extend(spreads.flat_map(|spread| [spread.mean, spread.p10, spread.p90]));
    figures.extend(estimate.net.iter().flat_map(|net| [net.mean, net.p10, net.p90, net.variance.sqrt()]));
    figures.extend(estimate.futures.iter().flatten().chain(&estimate.evpi));
    figures.extend(estimate.factors.iter().flatten().flat_map(|factor| [factor.net_at_p10, factor.evppi]));
    figures.extend(estimate.alternatives.in_house.iter().filter_map(|way| way.net.map(|net| net.p50)));
    figures
}

/// The shape with all numbers times `k`; `None` for one that has no such multiple.
fn times(shape: Shape, k: f64) -> Option<Shape> {
    match shape {
        Shape::Fixed(x) => Some(Shape::Fixed(x * k)),
        Shape::Uniform(ends) => Some(Shape::Uniform(ends.map(|x| x * k))),
        Shape::Pert(range) => Some(Shape::Pert(range.map(|x| x * k))),
        Shape::Interval90(ends) => Some(Shape::Interval90(ends.map(|x| x * k))),
        Shape::Chance(_) | Shape::Count { .. } => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn figures_are_finite_and_agree(proposal in proposal()) {
        soundness::is_sound(&estimate(&proposal));
    }

    #[test]
    fn the_order_of_factors_changes_nothing(proposal in proposal(), turns in 0usize..5) {
        let mut other = proposal.clone();
        let turns = turns % other.factors.len();
        other.factors.rotate_left(turns);
        prop_assert_eq!(by_id(estimate(&other)), by_id(estimate(&proposal)));
    }

    #[test]
    fn a_benefit_of_nothing_changes_nothing(proposal in proposal()) {
        let before = estimate(&proposal);
        prop_assume!(before.net.is_some());
        let mut other = proposal;
        other.factors.push(Factor { id: "nothing".to_owned(), ..Factor::default() });
        let factors = vec!["nothing".to_owned(), other.factors[0].id.clone()];
        other.benefits.push(Benefit { id: "more".to_owned(), factors, ..Benefit::default() });
        let after = estimate(&other);
        prop_assert_eq!((after.value, after.net, after.futures), (before.value, before.net, before.futures));
        prop_assert_eq!((after.holders, after.evpi, after.payback), (before.holders, before.evpi, before.payback));
        prop_assert_eq!((after.advice, after.alternatives), (before.advice, before.alternatives));
    }

    #[test]
    fn money_times_k_gives_results_times_k(proposal in proposal(), k in select(vec![0.25, 2.0, 64.0])) {
        let mut other = proposal.clone();
        other.rates[0].day_rate.0 *= k;
        other.lines.iter_mut().for_each(|line| line.unit_price = Shape::Fixed(k * line.unit_price.known().unwrap()));
        other.in_house.iter_mut().for_each(|in_house| in_house.gross_salary.0 *= k);
        // Every benefit in money has one factor more, which is 1 in one proposal and k in the other.
        let scaled = |mut proposal: Proposal, k: f64| {
            proposal.factors.push(Factor { id: "k".to_owned(), value: Shape::Fixed(k), ..Factor::default() });
            let money = proposal.benefits.iter_mut().filter(|benefit| benefit.kind == BenefitKind::Money);
            money.for_each(|benefit| benefit.factors.push("k".to_owned()));
            estimate(&proposal)
        };
        let (one, many) = (scaled(proposal, 1.0), scaled(other, k));
        for (one, many) in money(&one).into_iter().zip(money(&many)) {
            prop_assert!((one * k - many).abs() <= 1e-9 * many.abs().max(1e-3), "{one} · {k} is not {many}");
        }
        prop_assert_eq!((one.roi.is_some(), one.payback), (many.roi.is_some(), many.payback));
    }

    #[test]
    fn a_higher_maximum_never_lowers_the_mean_value(proposal in proposal(), place in 0usize..5, more in 0.0..40.0f64) {
        let mut other = proposal.clone();
        let place = place % other.factors.len();
        let higher = match other.factors[place].value {
            Shape::Uniform([low, high]) => Shape::Uniform([low, high + more]),
            Shape::Pert([low, mode, high]) => Shape::Pert([low, mode, high + more]),
            Shape::Count { trials, rate: [low, mode, high] } => {
                Shape::Count { trials, rate: [low, mode, (high + more).min(1.0)] }
            }
            other => times(other, 1.0 + more).unwrap_or(other),
        };
        other.factors[place].value = higher;
        if let (Some(lower), Some(higher)) = (estimate(&proposal).value, estimate(&other).value) {
            prop_assert!(higher.mean >= lower.mean * (1.0 - 1e-12), "{} after {}", higher.mean, lower.mean);
        }
    }

    #[test]
    fn tax_that_is_not_recovered_is_borne(mut proposal in proposal()) {
        proposal.vat_rate = 0.2;
        let [recovered, borne] = [true, false].map(|recovers_vat| {
            estimate(&Proposal { recovers_vat, ..proposal.clone() })
        });
        let close = |one: f64, other: f64| (one - other).abs() <= 1e-9 * (one.abs() + other.abs() + 1.0);
        prop_assert_eq!((recovered.cost.production, recovered.cost.vat), (borne.cost.production, borne.cost.vat));
        prop_assert!(close(recovered.cost.mean, recovered.cost.production + recovered.cost.advice));
        prop_assert!(close(borne.cost.mean, borne.cost.incl_vat));
        prop_assert!(close(borne.advice.cost, 1.2 * recovered.advice.cost));
        if let (Some(net), Some(value)) = (borne.net, borne.value) {
            prop_assert!(close(net.mean + borne.cost.incl_vat, value.mean));
        }
    }

    #[test]
    fn what_advice_changes_is_unknown_where_nobody_has_stated_it(mut proposal in proposal()) {
        proposal.factors.iter_mut().for_each(|factor| factor.without_advice = None);
        let estimate = estimate(&proposal);
        // Nobody has stated what advice changes: it is unknown, not nothing.
        prop_assert_eq!(estimate.alternatives.production_only.value, None);
        prop_assert_eq!(estimate.advice.added_value, None);
        prop_assert_eq!(estimate.advice.probability_worth_it, None);
    }

    #[test]
    fn one_factor_edited_leaves_the_draws_of_the_others(proposal in proposal(), place in 0usize..5, shape in shape()) {
        // Here every factor alone is an outcome, whose quantiles are those of the factor's draws.
        let mut proposal = proposal;
        proposal.benefits = proposal.factors.iter().map(|factor| Benefit {
            id: factor.id.clone(),
            kind: BenefitKind::Outcome,
            factors: vec![factor.id.clone()],
            ..Benefit::default()
        }).collect();
        let pairs = proposal.factors.len() - 1;
        for index in 0..pairs {
            let factors = proposal.factors[index..index + 2].iter().map(|factor| factor.id.clone()).collect();
            proposal.benefits.push(Benefit {
                id: format!("pair {index}"),
                kind: BenefitKind::Outcome,
                factors,
                ..Benefit::default()
            });
        }
        let place = place % proposal.factors.len();
        prop_assume!(!matches!(shape, Shape::Fixed(_)) && !matches!(proposal.factors[place].value, Shape::Fixed(_)));
        let edited = proposal.factors[place].id.clone();
        let before = estimate(&proposal);
        proposal.factors[place].value = shape;
        let after = estimate(&proposal);
        for (index, benefit) in proposal.benefits.iter().enumerate().filter(|(_, benefit)| !benefit.factors.contains(&edited)) {
            prop_assert_eq!(&after.outcomes[index].amount, &before.outcomes[index].amount, "{}", &benefit.id);
        }
    }

    #[test]
    fn what_was_estimated_before_changes_nothing(proposals in vec(proposal(), 2..5)) {
        let mut engine = Engine::with_draws(DRAWS);
        for proposal in proposals {
            let checked = check(proposal.clone()).expect("a proposal without a fault");
            prop_assert_eq!(engine.estimate(&checked), estimate(&proposal));
        }
    }
}

//! Properties of the figures of every estimate.

use retour::estimate::{Estimate, Quantiles, Spread};

/// Panics if a figure is not finite, or if figures contradict one another.
pub fn is_sound(estimate: &Estimate) {
    let json = serde_json::to_string(estimate).unwrap();
    assert!(!json.contains("-0.0,") && !json.contains("-0.0}"), "a negative zero: {json}");
    let cost = &estimate.cost;
    ordered([cost.p10, cost.p50, cost.p90]);
    finite(&[cost.production, cost.advice, cost.vat, cost.incl_vat, cost.mean, estimate.advice.cost]);
    estimate.value.iter().chain(&estimate.advice.added_value).for_each(spread);
    estimate.outcomes.iter().for_each(|outcome| spread(&outcome.amount));
    finite(&estimate.outcomes.iter().filter_map(|outcome| outcome.cost_per.p50).collect::<Vec<_>>());
    estimate.roi.iter().for_each(quantiles);
    if let Some(net) = &estimate.net {
        ordered([net.p10, net.p50, net.p90]);
        finite(&[net.mean, net.variance, estimate.evpi.unwrap()]);
        assert!(net.variance >= 0.0 && estimate.evpi.unwrap() >= 0.0);
        let futures = estimate.futures.as_ref().unwrap();
        finite(futures);
        assert!(futures.len() == 20 && futures.is_sorted());
        let payback = estimate.payback.unwrap();
        shares(&[payback.within_horizon, estimate.probability_of_payback.unwrap()]);
        finite(&payback.p50.into_iter().collect::<Vec<_>>());
    }
    if let Some(holders) = estimate.holders {
        let parts = [holders.agency, holders.client, holders.third_party, holders.market];
        shares(&parts);
        assert!((parts.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }
    for factor in estimate.factors.iter().flatten() {
        finite(&[factor.net_at_p10, factor.net_at_p90, factor.evppi, factor.break_even.unwrap_or(0.0)]);
        assert!(factor.evppi >= 0.0 && (0.0..=1.0 + 1e-9).contains(&factor.variance_share), "{factor:?}");
    }
    for benefit in &estimate.benefits {
        finite(&[benefit.mean, benefit.break_even_units.unwrap_or(0.0)]);
    }
    shares(&estimate.advice.probability_worth_it.into_iter().collect::<Vec<_>>());
    finite(&estimate.advice.break_even_uplift.into_iter().collect::<Vec<_>>());
    let alternatives = &estimate.alternatives;
    for way in std::iter::once(&alternatives.production_only).chain(&alternatives.in_house) {
        spread(&way.cost);
        way.value.iter().for_each(spread);
        way.roi.iter().for_each(quantiles);
    }
}

fn spread(spread: &Spread) {
    finite(&[spread.mean]);
    ordered([spread.p10, spread.p50, spread.p90]);
}

fn quantiles(quantiles: &Quantiles) {
    ordered([quantiles.p10, quantiles.p50, quantiles.p90]);
}

fn ordered(levels: [f64; 3]) {
    finite(&levels);
    assert!(levels.is_sorted(), "{levels:?}");
}

fn shares(shares: &[f64]) {
    assert!(shares.iter().all(|share| (0.0..=1.0 + 1e-12).contains(share)), "{shares:?}");
}

fn finite(figures: &[f64]) {
    assert!(figures.iter().all(|x| x.is_finite()), "{figures:?}");
}

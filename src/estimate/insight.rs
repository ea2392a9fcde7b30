//! Tornado, break-even, variance share and EVPPI of each factor, from its conditional line `E[N | X = x] = α + βx`.

use super::distribution::Distribution;
use super::draws::Column;
use super::result::FactorResult;

/// The results of one factor, from its slope `β`, the mean and the variance of the net.
///
/// `α = E[N] − βμ`. Tornado: the line at P10 and P90. Break-even: `−α/β`. First-order share of the variance:
/// `β²·Var(X)/Var(N)`. Value of knowing the factor: [`evppi`].
pub(super) fn factor_result(id: &str, column: &Column, slope: f64, mean: f64, variance: f64) -> FactorResult {
    let x = &column.distribution;
    let [net_at_p10, net_at_p90] = column.tenths.map(|tenth| mean + slope * (tenth - column.moments.mean) + 0.0);
    FactorResult {
        id: id.to_owned(),
        net_at_p10,
        net_at_p90,
        break_even: break_even(x, slope, mean),
        variance_share: if variance > 0.0 { slope * slope * column.moments.variance / variance } else { 0.0 },
        evppi: evppi(x, slope, mean),
    }
}

/// The break-even: where the conditional line is 0, if that is within the factor's support.
fn break_even(x: &Distribution, slope: f64, mean: f64) -> Option<f64> {
    let (least, most) = x.support();
    let crossing = crossing(x, slope, mean);
    (slope != 0.0 && crossing >= least && crossing <= most).then_some(crossing + 0.0)
}

/// `−α/β`; not finite where the line is flat.
fn crossing(x: &Distribution, slope: f64, mean: f64) -> f64 {
    (slope * x.mean() - mean) / slope
}

/// EVPPI, the expected value of knowing the factor before deciding: `E[max(α+βX, 0)] − max(E[N], 0)`.
///
/// It equals `|β|` times the expected distance of `X` beyond the crossing, on the side where the line's sign is not
/// that of the mean.
fn evppi(x: &Distribution, slope: f64, mean: f64) -> f64 {
    let ((least, most), crossing) = (x.support(), crossing(x, slope, mean));
    // If the crossing is outside the support, or the line is flat, knowing the factor changes no decision.
    if !(crossing > least && crossing < most) {
        return 0.0;
    }
    let beyond = if (mean >= 0.0) == (slope > 0.0) { x.shortfall(crossing) } else { x.excess(crossing) };
    (slope.abs() * beyond).max(0.0) + 0.0
}

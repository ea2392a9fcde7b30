//! Who holds the result: the variance of the net, divided among the holders by Shapley effects.

use super::result::Holders;
use crate::proposal::Holder;

/// The number of holders.
const COUNT: usize = Holder::ALL.len();

/// The Shapley effects of the holders, `φ_h = Σ_{S ⊆ rest} |S|!(3−|S|)!/4! · [G(S∪h) − G(S)]`, divided by `G` of all
/// holders.
///
/// `explained(S)` is `G(S) = Var(E[N | factors held by S])`, with `S` as a predicate on holders (Owen, "Sobol' indices
/// and Shapley value", 2014; Song, Nelson and Staum, 2016). `None` if nothing varies.
pub(super) fn shapley(explained: impl Fn(&dyn Fn(Holder) -> bool) -> f64) -> Option<Holders> {
    let of: Vec<f64> = (0..1 << COUNT).map(|set| explained(&|holder| has(set, place(holder)))).collect();
    let whole = of[(1 << COUNT) - 1];
    if whole <= 0.0 {
        return None;
    }
    let effect = |h: usize| {
        let without = (0..1usize << COUNT).filter(|set| !has(*set, h));
        // Each gain is divided by the whole first: a twelfth of a tiny variance would underflow to 0.
        let gain = |set: usize| ((of[set | 1 << h] - of[set]) / whole).max(0.0);
        without.fold(0.0, |total, set| total + WEIGHTS[set.count_ones() as usize] * gain(set))
    };
    Some(Holders { agency: effect(0), client: effect(1), third_party: effect(2), market: effect(3) })
}

/// `|S|!(3−|S|)!/4!` by the size of `S`.
const WEIGHTS: [f64; COUNT] = [0.25, 1.0 / 12.0, 1.0 / 12.0, 0.25];

fn has(set: usize, place: usize) -> bool {
    set >> place & 1 == 1
}

/// The place of a holder in [`Holder::ALL`].
fn place(holder: Holder) -> usize {
    Holder::ALL.iter().position(|other| *other == holder).unwrap_or(0)
}

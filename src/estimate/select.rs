//! Quantiles of a set of draws.

use super::kernels;
use super::result::Spread;

/// Finds order statistics in two passes, without sorting all draws; keeps its memory for the next call.
#[derive(Clone, Debug, Default)]
pub(super) struct Selector {
    /// The number of draws in each bucket; later the place where they are gathered.
    counts: Vec<u32>,
    /// The bucket of each draw.
    buckets: Vec<u16>,
    /// The draws of the buckets that contain a wanted rank.
    gathered: Vec<f64>,
}

/// The number of draws sampled to find where most of the others are.
const SAMPLE: usize = 64;
/// The maximum number of buckets. All but the outer two have equal width, between the ends of the sample; the outer two
/// have all other draws.
const BUCKETS: usize = 2048;

/// The rank, from 0, of the smallest draw `x` with `share of draws ≤ x` at least `level`.
pub(super) fn rank(level: f64, draws: usize) -> usize {
    (libm::ceil(level * draws as f64 - 1e-9) as usize).clamp(1, draws) - 1
}

impl Selector {
    /// The draws of the given ascending ranks, in that order.
    pub(super) fn pick<const N: usize>(&mut self, draws: &[f64], ranks: [usize; N]) -> [f64; N] {
        let mut found = [0.0; N];
        self.pick_each(draws, &ranks, &mut found);
        found
    }

    #[inline(never)]
    fn pick_each(&mut self, draws: &[f64], ranks: &[usize], found: &mut [f64]) {
        let buckets = (draws.len() / 8).clamp(16, BUCKETS);
        let (start, scale) = spread(draws, buckets);
        self.counts.clear();
        self.counts.resize(buckets, 0);
        self.buckets.resize(draws.len(), 0);
        kernels::fill_buckets(draws, start, scale, &mut self.counts, &mut self.buckets);
        let regions = self.make_room(ranks);
        kernels::gather(draws, &self.buckets, &mut self.counts, &mut self.gathered);
        for region in &regions {
            self.gathered[region.room..region.room + region.size].sort_unstable_by(f64::total_cmp);
        }
        for (rank, found) in ranks.iter().zip(found) {
            if let Some(region) = regions.iter().rev().find(|region| region.passed <= *rank) {
                *found = self.gathered[region.room + rank - region.passed];
            }
        }
    }

    /// Turns the count of each bucket into the place where its draws are to be gathered, or [`UNWANTED`].
    fn make_room(&mut self, ranks: &[usize]) -> Vec<Region> {
        let mut regions = Vec::with_capacity(ranks.len());
        let (mut passed, mut room) = (0, 0);
        let mut ranks = ranks.iter().peekable();
        for count in &mut self.counts {
            let size = *count as usize;
            *count = UNWANTED;
            if ranks.peek().is_some_and(|rank| **rank < passed + size) {
                *count = room as u32;
                regions.push(Region { passed, room, size });
                room += size;
            }
            passed += size;
            while ranks.next_if(|rank| **rank < passed).is_some() {}
        }
        self.gathered.clear();
        self.gathered.resize(room, 0.0);
        regions
    }

    /// The given mean, and P10, P50 and P90 of the draws.
    pub(super) fn spread(&mut self, mean: f64, draws: &[f64]) -> Spread {
        let [p10, p50, p90] = self.quantiles(draws, [0.1, 0.5, 0.9]);
        Spread { mean: mean + 0.0, p10, p50, p90 }
    }

    /// The quantiles of the given ascending levels; 0 is never −0.
    pub(super) fn quantiles<const N: usize>(&mut self, draws: &[f64], levels: [f64; N]) -> [f64; N] {
        self.pick(draws, levels.map(|level| rank(level, draws.len()))).map(|x| x + 0.0)
    }
}

/// The place of a bucket that contains no wanted rank.
const UNWANTED: u32 = u32::MAX;

/// A bucket that contains a wanted rank.
struct Region {
    /// The number of draws in the buckets before it.
    passed: usize,
    /// Where its draws are gathered.
    room: usize,
    /// The number of its draws.
    size: usize,
}

/// The start of the buckets of equal width, and how many of them there are per unit.
fn spread(draws: &[f64], buckets: usize) -> (f64, f64) {
    let stride = (draws.len() / SAMPLE).max(1);
    let mut sample: Vec<f64> = draws.iter().step_by(stride).copied().filter(|x| *x < f64::MAX).collect();
    sample.sort_unstable_by(f64::total_cmp);
    let (Some(start), Some(end)) = (sample.first(), sample.get(sample.len() * 63 / 64)) else {
        return (0.0, f64::MIN_POSITIVE);
    };
    let scale = (buckets - 2) as f64 / (end - start);
    (*start, if scale.is_finite() { scale } else { 1.0 })
}

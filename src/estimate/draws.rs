//! The draws: each uncertain number has a stream of its own, keyed by its id and the proposal's seed.
//!
//! All streams take the same evenly spaced probabilities, each in an order of its own; inverting the
//! distribution turns them into draws. What happens to one number leaves the draws of the others alone.

use super::distribution::Distribution;
use super::moments::Moments;
use super::special::{Beta, normal_pdf, normal_quantile};
use crate::proposal::Shape;

/// The draws of one uncertain number.
#[derive(Clone, Debug)]
pub(super) struct Column {
    key: u64,
    shape: Shape,
    /// Whether the estimate under way has asked for it.
    in_use: bool,
    /// What is drawn from.
    pub(super) distribution: Distribution,
    /// Its mean and variance.
    pub(super) moments: Moments,
    /// The draws; none if the number is known.
    pub(super) values: Vec<f64>,
}

/// All columns, kept from one estimate to the next.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    draws: u32,
    columns: Vec<Column>,
    table: Table,
}

impl Columns {
    /// No columns yet.
    pub(super) fn new(draws: u32) -> Self {
        Self { draws, columns: Vec::new(), table: Table::new(draws) }
    }

    /// How many draws a column has.
    pub(super) fn draws(&self) -> usize {
        self.draws as usize
    }

    /// Starts an estimate: from here on, columns that nothing asks for are dropped at [`Self::finish`].
    pub(super) fn begin(&mut self) {
        self.columns.iter_mut().for_each(|column| column.in_use = false);
    }

    /// The place of the column with this key and shape; drawn unless it is there already.
    pub(super) fn place(&mut self, key: u64, shape: Shape) -> usize {
        let known = self.columns.iter().position(|column| column.key == key && column.shape == shape);
        let place = known.unwrap_or_else(|| {
            let column = self.draw(key, shape);
            self.columns.push(column);
            self.columns.len() - 1
        });
        self.columns[place].in_use = true;
        place
    }

    /// The column at a place.
    pub(super) fn at(&self, place: usize) -> &Column {
        &self.columns[place]
    }

    fn draw(&mut self, key: u64, shape: Shape) -> Column {
        let distribution = Distribution::new(&shape);
        let moments = Moments { mean: distribution.mean(), variance: distribution.variance() };
        let mut values = Vec::new();
        if !matches!(distribution, Distribution::Point(_)) {
            self.table.fill(&distribution);
            values = self.table.in_order(key);
        }
        Column { key, shape, in_use: true, distribution, moments, values }
    }

    /// Drops the columns that nothing has asked for since [`Self::begin`].
    pub(super) fn finish(&mut self) {
        self.columns.retain(|column| column.in_use);
    }
}

/// The key of a stream: FNV-1a over the seed, the kind of thing that is uncertain and its id, then mixed.
pub(super) fn key(seed: u64, kind: u8, id: &str, place: usize) -> u64 {
    let bytes = seed.to_le_bytes().into_iter().chain([kind]).chain(id.bytes()).chain((place as u64).to_le_bytes());
    let hash = bytes
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    mix(hash)
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// The quantiles of a distribution at the evenly spaced probabilities `(r + ½)/n`, ascending.
#[derive(Clone, Debug)]
struct Table {
    values: Vec<f64>,
    nodes: Vec<Node>,
}

/// A probability at which quantiles are computed; between two of them they are interpolated.
#[derive(Clone, Copy, Debug)]
struct Node {
    /// The probability, from 0 to ½.
    u: f64,
    /// The standard normal's quantile there.
    z: f64,
    /// The number of probabilities below.
    below: usize,
}

/// Intervals of interpolation on either side of the median.
const CELLS: usize = 64;

impl Table {
    /// Nodes that lie evenly on the logistic scale: close together where quantiles bend.
    fn new(draws: u32) -> Self {
        let n = f64::from(draws);
        let reach = libm::log(2.0 * n);
        let nodes = (0..=CELLS).map(|cell| {
            let u = 1.0 / (1.0 + libm::exp(reach * (1.0 - cell as f64 / CELLS as f64)));
            Node { u, z: normal_quantile(u), below: (libm::ceil(u * n - 0.5).max(0.0) as usize) }
        });
        Self { values: vec![0.0; draws as usize], nodes: nodes.collect() }
    }

    fn fill(&mut self, distribution: &Distribution) {
        let n = self.values.len() as f64;
        match distribution {
            Distribution::Point(x) => self.values.fill(*x),
            Distribution::Uniform(low, high) => {
                let width = (high - low) / n;
                self.values.iter_mut().enumerate().for_each(|(r, x)| *x = low + width * (r as f64 + 0.5));
            }
            Distribution::Pert { low, high, beta } => {
                self.fill_side(&beta_quantiles(&self.nodes, beta), *low, high - low, false);
                self.fill_side(&beta_quantiles(&self.nodes, &beta.mirrored()), *high, low - high, true);
            }
            Distribution::Lognormal { nu, sigma } => {
                for upper in [false, true] {
                    let sign = if upper { -1.0 } else { 1.0 };
                    let quantile = |node: &Node| {
                        let x = libm::exp(nu + sign * sigma * node.z);
                        (x, sign * x * sigma / normal_pdf(node.z))
                    };
                    self.fill_side(&self.nodes.iter().map(quantile).collect::<Vec<_>>(), 0.0, 1.0, upper);
                }
            }
            Distribution::Bernoulli(p) => self.fill_steps(&[1.0 - p, 1.0]),
            Distribution::Count { count, .. } => self.fill_steps(count.cumulative()),
        }
    }

    /// Quantiles of one side of the median, `origin + width·y(u)`, by cubic Hermite interpolation of `y` from its
    /// values and slopes at the nodes; the upper side is the lower one of the mirrored distribution, read backwards.
    fn fill_side(&mut self, nodes: &[(f64, f64)], origin: f64, width: f64, upper: bool) {
        let last = self.values.len() - 1;
        let step = 1.0 / self.values.len() as f64;
        for (cell, ends) in self.nodes.windows(2).zip(nodes.windows(2)) {
            let size = cell[1].u - cell[0].u;
            let (rise, start, end) = (ends[1].0 - ends[0].0, ends[0].1 * size, ends[1].1 * size);
            let (square, cube) = (3.0 * rise - 2.0 * start - end, start + end - 2.0 * rise);
            for r in cell[0].below..cell[1].below {
                let t = ((r as f64 + 0.5) * step - cell[0].u) / size;
                let y = ends[0].0 + t * (start + t * (square + t * cube));
                self.values[if upper { last - r } else { r }] = origin + width * y;
            }
        }
        if !upper && last.is_multiple_of(2) {
            // An odd number of draws has one at the median itself.
            self.values[last / 2] = origin + width * nodes[CELLS].0;
        }
    }

    /// Quantiles of a distribution over 0, 1, 2 and so on.
    fn fill_steps(&mut self, cumulative: &[f64]) {
        let step = 1.0 / self.values.len() as f64;
        let mut k = 0;
        for (r, x) in self.values.iter_mut().enumerate() {
            while k + 1 < cumulative.len() && cumulative[k] < (r as f64 + 0.5) * step {
                k += 1;
            }
            *x = k as f64;
        }
    }

    /// The table in the order of a stream: a walk of constant stride through its ranks, a rank-1 lattice.
    fn in_order(&self, key: u64) -> Vec<f64> {
        let n = self.values.len();
        let stride = stride(mix(key), n);
        let mut rank = (mix(key ^ 0x9e37_79b9_7f4a_7c15) % n as u64) as usize;
        let mut values = Vec::with_capacity(n);
        for _ in 0..n {
            values.push(self.values[rank]);
            rank += stride;
            if rank >= n {
                rank -= n;
            }
        }
        values
    }
}

/// A stride that visits all `n` ranks.
fn stride(mut random: u64, n: usize) -> usize {
    loop {
        let stride = (random % n as u64) as usize;
        if gcd(stride, n) == 1 {
            return stride;
        }
        random = mix(random.wrapping_add(0x9e37_79b9_7f4a_7c15));
    }
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Quantile and slope `1/pdf` of a beta distribution at each node.
fn beta_quantiles(nodes: &[Node], beta: &Beta) -> Vec<(f64, f64)> {
    let mut start = beta.foot(nodes[0].u);
    let mut quantiles = Vec::with_capacity(nodes.len());
    for (place, node) in nodes.iter().enumerate() {
        let (t, density) = beta.climb(node.u, start);
        quantiles.push((t, 1.0 / density));
        // The next quantile lies right of this one; along the tangent of ln I over ln t, and never past it.
        if let Some(next) = nodes.get(place + 1) {
            start = t * libm::pow(next.u / node.u, node.u / (t * density));
        }
    }
    quantiles
}

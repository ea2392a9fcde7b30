//! The draws: each uncertain number has its own stream, keyed by its id and the proposal's seed.
//!
//! All streams take the same evenly spaced probabilities, each in a different order, and turn them into draws by the
//! inverse of the distribution function. Editing one number therefore leaves the draws of the others unchanged.

use super::distribution::Distribution;
use super::kernels;
use super::moments::Moments;
use super::net::{Coordinate, Net};
use super::special::{Beta, normal_pdf, normal_quantile};
use crate::proposal::Shape;

/// The draws of one uncertain number.
#[derive(Clone, Debug)]
pub(super) struct Column {
    key: u64,
    coordinate: Coordinate,
    shape: Shape,
    /// Whether the current estimate uses it.
    in_use: bool,
    /// A number that no other column of the same engine has ever had.
    pub(super) serial: u64,
    /// The distribution that it is drawn from.
    pub(super) distribution: Distribution,
    /// Its mean and variance.
    pub(super) moments: Moments,
    /// Its exact P10 and P90.
    pub(super) tenths: [f64; 2],
    /// The draws; empty if the number is known.
    pub(super) values: Vec<f64>,
}

/// All columns, kept from one estimate to the next.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    net: Net,
    /// The coordinate of every stream of the current estimate.
    coordinates: Vec<(u64, Coordinate)>,
    columns: Vec<Column>,
    serial: u64,
    table: Table,
}

impl Columns {
    /// Starts without columns; each will have at least `draws` draws.
    pub(super) fn new(draws: u32) -> Self {
        let net = Net::new(draws);
        Self { net, coordinates: Vec::new(), columns: Vec::new(), serial: 0, table: Table::new(net.size()) }
    }

    /// The number of draws of a column.
    pub(super) fn draws(&self) -> usize {
        self.net.size()
    }

    /// Starts an estimate with these streams. Columns that the previous estimate did not use are dropped; places
    /// returned from here on are valid until the next estimate starts.
    pub(super) fn begin(&mut self, keys: Vec<u64>) {
        self.columns.retain(|column| column.in_use);
        self.coordinates = self.net.assign(keys);
        self.columns.iter_mut().for_each(|column| column.in_use = false);
    }

    /// The place of the column with this key and shape; drawn unless it is there already.
    pub(super) fn place(&mut self, key: u64, shape: Shape) -> usize {
        let coordinate =
            self.coordinates.iter().find(|(other, _)| *other == key).map_or(Coordinate::FIRST, |found| found.1);
        let wanted = |column: &Column| (column.key, column.coordinate, column.shape) == (key, coordinate, shape);
        let place = self.columns.iter().position(wanted).unwrap_or_else(|| {
            let column = self.draw(key, coordinate, shape);
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

    fn draw(&mut self, key: u64, coordinate: Coordinate, shape: Shape) -> Column {
        let distribution = Distribution::new(&shape);
        let moments = Moments { mean: distribution.mean() + 0.0, variance: distribution.variance() + 0.0 };
        let tenths = [distribution.quantile(0.1), distribution.quantile(0.9)];
        let mut values = Vec::new();
        self.serial += 1;
        if !matches!(distribution, Distribution::Point(_)) {
            self.table.fill(&distribution);
            values = self.net.in_order(&self.table.values, coordinate, key);
        }
        Column { key, coordinate, shape, in_use: true, serial: self.serial, tenths, distribution, moments, values }
    }
}

/// The quantiles of a distribution at the evenly spaced probabilities `(r + ½)/n`, ascending.
#[derive(Clone, Debug)]
struct Table {
    values: Vec<f64>,
    nodes: Vec<Node>,
}

/// A probability at which quantiles are computed; between nodes they are interpolated.
#[derive(Clone, Copy, Debug)]
struct Node {
    /// The probability, from 0 to ½.
    u: f64,
    /// The standard normal's quantile there.
    z: f64,
    /// How many of the evenly spaced probabilities are below it.
    below: usize,
}

/// Intervals of interpolation on either side of the median, at most.
const CELLS: usize = 40;

impl Table {
    /// A table with nodes evenly spaced on the logistic scale, so that they are close together where quantiles curve.
    fn new(draws: usize) -> Self {
        let n = draws as f64;
        let reach = libm::log(2.0 * n);
        let cells = (draws / 256).clamp(8, CELLS);
        let nodes = (0..=cells).map(|cell| {
            let u = 1.0 / (1.0 + libm::exp(reach * (1.0 - cell as f64 / cells as f64)));
            Node { u, z: normal_quantile(u), below: (libm::ceil(u * n - 0.5).max(0.0) as usize) }
        });
        Self { values: vec![0.0; draws], nodes: nodes.collect() }
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
            let (pace, offset) = (step / size, (0.5 * step - cell[0].u) / size);
            let cubic = [ends[0].0, start, square, cube].map(|coefficient| coefficient * width);
            let ranks = cell[0].below..cell[1].below;
            let first = ranks.start as f64 * pace + offset;
            if upper {
                let mirrored = &mut self.values[last + 1 - ranks.end..last + 1 - ranks.start];
                kernels::cubic(mirrored.iter_mut().rev(), origin, cubic, first, pace);
            } else {
                kernels::cubic(self.values[ranks].iter_mut(), origin, cubic, first, pace);
            }
        }
        if !upper && last.is_multiple_of(2) {
            // An odd number of draws has one at the median itself.
            self.values[last / 2] = origin + width * nodes[nodes.len() - 1].0;
        }
    }

    /// Quantiles of a distribution over 0, 1, 2 and so on, from its distribution function.
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
}

/// Quantile and slope `1/pdf` of a beta distribution at each node.
fn beta_quantiles(nodes: &[Node], beta: &Beta) -> Vec<(f64, f64)> {
    let mut start = beta.foot(nodes[0].u);
    let mut quantiles = Vec::with_capacity(nodes.len());
    for (place, node) in nodes.iter().enumerate() {
        let (t, density) = beta.climb(node.u, start);
        quantiles.push((t, 1.0 / density));
        // A start for the next quantile, which is larger: along the tangent of ln I over ln t, which never passes it.
        if let Some(next) = nodes.get(place + 1) {
            start = t * libm::exp(libm::log(next.u / node.u) * node.u / (t * density));
        }
    }
    quantiles
}

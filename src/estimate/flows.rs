//! The draws of the benefits in money, summed by timing.

use super::distribution::Distribution;
use super::draws::Columns;
use super::kernels::{self, BLOCK};
use super::model::{BenefitModel, Uncertain, Variable};
use crate::proposal::Timing;

/// A product of columns, with its timing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Product {
    timing: Timing,
    /// The place and the serial number of each column.
    columns: Vec<(usize, u64)>,
}

/// The draws of benefits, not discounted: one sum for all benefits with the same timing.
#[derive(Clone, Debug, Default)]
pub(super) struct Flows {
    products: Vec<Product>,
    timings: Vec<Timing>,
    amounts: Vec<Vec<f64>>,
}

impl Product {
    /// The product of a benefit; `state` selects each factor's shape, as bought or without advice.
    pub(super) fn new(
        benefit: &BenefitModel,
        state: fn(&Variable) -> Uncertain,
        variables: &[Variable],
        columns: &Columns,
    ) -> Self {
        let places = benefit.factors.iter().map(|i| state(&variables[*i]).column);
        let columns = places.map(|place| (place, columns.at(place).serial));
        Self { timing: benefit.benefit.timing, columns: columns.collect() }
    }

    /// Whether one of the factors is known to be 0.
    pub(super) fn is_zero(&self, columns: &Columns) -> bool {
        self.columns
            .iter()
            .any(|(place, _)| matches!(columns.at(*place).distribution, Distribution::Point(x) if x == 0.0))
    }

    /// One block of draws of the product times a weight, from draw `first` on.
    fn draw(&self, out: &mut [f64], first: usize, weight: f64, columns: &Columns) {
        let mut known = weight;
        let mut factors: Vec<&[f64]> = Vec::with_capacity(self.columns.len());
        for (place, _) in &self.columns {
            let column = columns.at(*place);
            match column.values.get(first..first + out.len()) {
                Some(values) => factors.push(values),
                None => known *= column.moments.mean,
            }
        }
        kernels::product(out, known, &factors);
    }

    /// All draws of the product, times a weight.
    pub(super) fn draw_all(&self, out: &mut Vec<f64>, weight: f64, columns: &Columns) {
        out.resize(columns.draws(), 0.0);
        self.draw(out, 0, weight, columns);
    }
}

impl Flows {
    /// Draws these benefits, unless they are the ones drawn last.
    pub(super) fn update(&mut self, products: &[Product], columns: &Columns) {
        if self.products == products {
            return;
        }
        self.products = products.to_vec();
        self.timings.clear();
        for product in products {
            if !self.timings.contains(&product.timing) {
                self.timings.push(product.timing);
            }
        }
        self.amounts.resize_with(self.timings.len(), Vec::new);
        self.amounts.iter_mut().for_each(|amounts| amounts.resize(columns.draws(), 0.0));
        // The columns that all benefits share are multiplied only once.
        let (first, others) = products.split_first().map_or((None, products), |(first, others)| (Some(first), others));
        let shared = |column: &&(usize, u64)| {
            !others.is_empty() && others.iter().all(|product| product.columns.contains(*column))
        };
        let columns_of_all = first.iter().flat_map(|first| first.columns.iter().filter(shared).copied());
        let shared = Product { timing: Timing::default(), columns: columns_of_all.collect() };
        let rest = |product: &Product| Product {
            timing: product.timing,
            columns: product.columns.iter().filter(|column| !shared.columns.contains(column)).copied().collect(),
        };
        let rests: Vec<Product> = products.iter().map(rest).collect();
        for start in (0..columns.draws()).step_by(BLOCK) {
            self.sum_block(start, &shared, &rests, columns);
        }
    }

    /// Sums one block of products by timing. The shared columns are multiplied separately from the rest of each
    /// product.
    fn sum_block(&mut self, start: usize, shared: &Product, rests: &[Product], columns: &Columns) {
        let (mut scratch, mut factor) = ([0.0; BLOCK], [0.0; BLOCK]);
        let size = BLOCK.min(columns.draws() - start);
        let (scratch, factor) = (&mut scratch[..size], &mut factor[..size]);
        if !shared.columns.is_empty() {
            shared.draw(factor, start, 1.0, columns);
        }
        for (timing, amounts) in self.timings.iter().zip(&mut self.amounts) {
            let block = &mut amounts[start..start + size];
            for (place, product) in rests.iter().filter(|product| product.timing == *timing).enumerate() {
                if place == 0 {
                    product.draw(block, start, 1.0, columns);
                } else {
                    product.draw(scratch, start, 1.0, columns);
                    kernels::add_scaled(block, 1.0, scratch);
                }
            }
            if !shared.columns.is_empty() {
                kernels::multiply(block, factor);
            }
        }
    }

    /// The timing of each sum.
    pub(super) fn timings(&self) -> &[Timing] {
        &self.timings
    }

    /// The draws of each sum.
    pub(super) fn amounts(&self) -> &[Vec<f64>] {
        &self.amounts
    }
}

//! The draws of the benefits in money, summed by when they come.

use super::draws::Columns;
use super::kernels::{self, BLOCK};
use super::model::{BenefitModel, FactorModel, Uncertain};
use crate::proposal::Timing;

/// A product of columns that comes at some time.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Product {
    timing: Timing,
    /// The place and the serial number of each column.
    columns: Vec<(usize, u64)>,
}

/// The draws of benefits, not discounted: one sum for all that come at the same time.
#[derive(Clone, Debug, Default)]
pub(super) struct Flows {
    products: Vec<Product>,
    timings: Vec<Timing>,
    amounts: Vec<Vec<f64>>,
}

impl Product {
    /// A benefit whose factors are in a state.
    pub(super) fn new(
        benefit: &BenefitModel,
        state: fn(&FactorModel) -> Uncertain,
        factors: &[FactorModel],
        columns: &Columns,
    ) -> Self {
        let places = benefit.factors.iter().map(|i| state(&factors[*i]).column);
        let columns = places.map(|place| (place, columns.at(place).serial));
        Self { timing: benefit.benefit.timing, columns: columns.collect() }
    }

    /// The draws of the product, one block of them.
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
    /// Draws these benefits, unless it holds them already.
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
        for (timing, amounts) in self.timings.iter().zip(&mut self.amounts) {
            amounts.resize(columns.draws(), 0.0);
            let together: Vec<&Product> = products.iter().filter(|product| product.timing == *timing).collect();
            sum(&together, amounts, columns);
        }
    }

    /// When each sum comes.
    pub(super) fn timings(&self) -> &[Timing] {
        &self.timings
    }

    /// The draws of each sum.
    pub(super) fn amounts(&self) -> &[Vec<f64>] {
        &self.amounts
    }
}

/// Adds up products, block by block.
fn sum(products: &[&Product], amounts: &mut [f64], columns: &Columns) {
    let mut scratch = [0.0; BLOCK];
    for (index, block) in amounts.chunks_mut(BLOCK).enumerate() {
        let Some((first, others)) = products.split_first() else { return };
        first.draw(block, index * BLOCK, 1.0, columns);
        for product in others {
            let scratch = &mut scratch[..block.len()];
            product.draw(scratch, index * BLOCK, 1.0, columns);
            kernels::add_scaled(block, 1.0, scratch);
        }
    }
}

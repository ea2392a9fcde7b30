//! From a checked proposal to its estimate: pure, deterministic, no clock, no entropy.
//!
//! It must not know of languages, links or screens. In reading order: the results (`result`, `figures`), their
//! computation (`engine`, `ways`, `flows`, `outcomes`), the proposal resolved into numbers (`model`, `timing`),
//! distributions (`distribution`, `count`, `special`), closed forms (`moments`, `insight`, `holders`, `options`), draws
//! (`draws`, `net`, `kernels`, `select`, `payback`).

mod cost;
mod figures;
mod result;

mod engine;
mod flows;
mod outcomes;
mod ways;

mod model;
mod timing;

mod count;
mod distribution;
mod special;

mod holders;
mod insight;
mod moments;
mod options;

mod draws;
mod kernels;
mod net;
mod payback;
mod prices;
mod select;

pub use cost::{Cost, TaxResult};
pub use distribution::mean;
pub use engine::{DEFAULT_DRAWS, ENGINE_VERSION, Engine, estimate};
pub use figures::{ENGINE, Figures};
pub use model::advice_is_bought;
pub(crate) use options::{Options, Shown};
pub use prices::{Expected, LinePrice, line_prices};
pub use result::*;

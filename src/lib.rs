//! Retour: estimate a communications project, send it as a link, answer it in two taps.
//!
//! The main modules, in reading order; each uses only those on its left and those listed below:
//!
//! ```text
//! proposal <- estimate <- brief <- app <- view <- embed <- retour.js
//! ```
//!
//! `words` and `reply` use `proposal`, `agency` uses `words`, `link` and `fit` use `estimate`, `brief` uses `words` and
//! `reply`, `export` and `outbox` use `brief` and `link`, `app` uses all of these.
//!
//! Only `view` and `embed` know the browser: everything else compiles and is tested natively.

pub mod agency;
pub mod app;
pub mod brief;
pub mod embed;
pub mod estimate;
pub mod export;
pub mod fit;
pub mod link;
pub mod outbox;
pub mod proposal;
pub mod reply;
pub mod view;
pub mod words;

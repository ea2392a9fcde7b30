//! Retour: estimate a communications project, send it as a link, answer it in two taps.
//!
//! The rooms, in reading order; arrows point one way only:
//!
//! ```text
//! proposal <- estimate <- brief <- app <- view <- embed <- retour.js
//!        words below brief; link and agency beside estimate; fit on estimate, export on brief
//! ```
//!
//! Left of `view` nothing names a browser: it compiles and is tested natively.

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

//! What screens are made of: fields, tables, dots, curves, notices. They must not know which screen they are on.

pub mod curve;
pub mod dots;
pub mod field;
pub mod figure;
pub mod mail;
pub mod notices;
pub mod table;
pub mod ui;

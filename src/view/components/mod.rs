//! The parts of screens: fields, tables, dots, curves, notices. They do not depend on any screen.

pub mod curve;
pub mod dots;
pub mod field;
pub mod figure;
pub mod mail;
pub mod notices;
pub mod table;
pub mod ui;

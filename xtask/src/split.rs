//! Cuts the program into the part that every page loads and parts that only some screens need.
//!
//! Rust and wasm-bindgen make one module. Here each function and each constant of it gets a level: the
//! lowest at which something reaches it (`split/graph.rs`). Level 0 stays in the program; what only a screen's
//! gates reach goes to that screen's part (`split/cut.rs`). All share one memory and one table of functions, at
//! the addresses they would have anyway: a part that is instantiated beside the program fills the places
//! that were left for it. Before a gate is passed, its part must be there; `src/view/parts.rs` sees to that.

mod cut;
mod graph;

use crate::Outcome;

/// A part beside the program.
pub struct Part {
    /// Its name in `retour_<name>.wasm`.
    pub name: &'static str,
    /// The styles of its screens, if it has any.
    pub sheet: Option<&'static str>,
    /// The functions through which it is entered, by their paths.
    pub gates: &'static [&'static str],
}

/// The parts, each of which needs those before it.
pub const PARTS: [Part; 4] = [
    // What few visits need: another language, lines of one's own, what is wrong with a file, the functions for programs.
    Part {
        name: "more",
        sheet: None,
        gates: &[
            "retour::app::change::<impl retour::app::App>::speak",
            "retour::app::own::<impl retour::app::App>::add_line",
            "retour::app::own::<impl retour::app::App>::remove_line",
            "retour::view::own::made",
            "retour::view::own::side",
            "retour::embed::fault::told",
            "retour::embed::fault::faulty",
            "retour::embed::fault::warn",
            "estimate",
            "check",
        ],
    },
    // The document, and the link that carries it.
    Part {
        name: "brief",
        sheet: Some("styles/brief.css"),
        gates: &[
            "retour::view::brief::brief",
            "retour::view::errands::take",
            "retour::link::seal",
            "retour::link::seal_reply",
            "retour::link::open",
            "retour::link::address",
            "retour::link::digest::digest",
            "retour::link::find::find",
            "open",
            "seal",
            "sealReply",
        ],
    },
    // A link that was opened, and the answer to it.
    Part {
        name: "reply",
        sheet: Some("styles/reply.css"),
        gates: &[
            "retour::app::opening::<impl retour::app::App>::open",
            "retour::app::opening::<impl retour::app::App>::restate_as_sent",
            "retour::app::answering::<impl retour::app::App>::reduce_answer",
            "retour::view::reply::reply",
            "retour::view::sending::sent",
            "retour::view::answer::answer",
            "retour::view::states::broken",
            "retour::view::root::Root::send",
        ],
    },
    // The sender's desk.
    Part {
        name: "desk",
        sheet: Some("styles/compose.css"),
        gates: &[
            "retour::app::compose::<impl retour::app::App>::reduce_desk",
            "retour::app::entry::<impl retour::app::field::Field>::desk_text",
            "retour::app::entry::<impl retour::app::field::Field>::put_desk_text",
            "retour::app::sending::<impl retour::app::App>::file_opened",
            "retour::view::compose::compose",
            "retour::view::compose::rows::line",
            "retour::view::compose::rows::factor",
            "retour::view::compose::rows::add",
            "retour::view::errands::at_desk",
            "retour::view::errands::recall",
            "retour::view::errands::keep_list",
        ],
    },
];

/// The program and its parts, in the order of [`PARTS`].
///
/// `linked` is the module as the linker wrote it, with its relocations; `bound` is the same after
/// wasm-bindgen, with the linker's names of functions.
pub fn split(linked: &[u8], bound: &[u8]) -> Outcome<Vec<Vec<u8>>> {
    let levels = graph::levels(linked, &PARTS)?;
    cut::cut(bound, &levels).map_err(|error| format!("The program cannot be cut into parts: {error}"))
}

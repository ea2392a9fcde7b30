//! Chunks: the parts of the program that are loaded after the estimator. The code of a chunk is called through one
//! table of functions, its door. Before the chunk is loaded there is no table, so that code that is not there cannot be
//! called.

use super::{Action, App, Effect, brief, desk, reply};

/// A part of the program that is loaded when it is first needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// The brief, its link, and the functions of the JavaScript module.
    Brief,
    /// Opening links and replying to briefs; needs the brief.
    Reply,
    /// The sender's desk; needs the brief and the reply.
    Desk,
}

impl Chunk {
    /// All chunks, each after those that it needs.
    pub const ALL: [Chunk; 3] = [Chunk::Brief, Chunk::Reply, Chunk::Desk];

    /// Its name, as in the name of its file.
    pub fn name(self) -> &'static str {
        match self {
            Chunk::Brief => "brief",
            Chunk::Reply => "reply",
            Chunk::Desk => "desk",
        }
    }
}

/// The doors of the loaded chunks; `None` for a chunk that is not loaded.
#[derive(Clone, Copy, Default)]
pub struct Chunks {
    /// The brief and its link.
    pub brief: Option<&'static brief::Door>,
    /// Opening links and replying.
    pub reply: Option<&'static reply::Door>,
    /// The sender's desk.
    pub desk: Option<&'static desk::Door>,
}

impl Chunks {
    /// All chunks, for a program that is not split: tests, and tools outside a browser.
    pub fn all() -> Self {
        Self { brief: Some(&brief::DOOR), reply: Some(&reply::DOOR), desk: Some(&desk::DOOR) }
    }
}

impl App {
    /// The doors of the loaded chunks.
    pub fn chunks(&self) -> Chunks {
        self.chunks
    }

    /// Adds the doors of newly loaded chunks and returns the effects to run.
    pub fn arrive(&mut self, chunks: Chunks) -> Vec<Effect> {
        let Chunks { brief, reply, desk } = chunks;
        let is_first = self.chunks.brief.is_none() && brief.is_some();
        self.chunks.brief = brief.or(self.chunks.brief);
        self.chunks.reply = reply.or(self.chunks.reply);
        self.chunks.desk = desk.or(self.chunks.desk);
        if is_first { self.tell_left_out() } else { Vec::new() }
    }
}

/// The effect that loads a chunk and then applies the action.
pub(super) fn fetch(chunk: Chunk, action: impl Into<Action>) -> Vec<Effect> {
    vec![Effect::Fetch(chunk, Box::new(action.into()))]
}

#[cfg(test)]
mod tests {
    use super::{Action, App, Chunk, Chunks, Effect};
    use crate::app::{Screen, Start};

    #[test]
    fn a_link_that_the_page_opens_leaves_the_focus_also_where_a_chunk_comes_first() {
        let agency = || serde_json::from_str(include_str!("../../examples/evenement.json")).expect("an agency");
        let start = |chunks| App::new(Start { agency: Some(agency()), chunks, ..Start::default() });
        let mut app = start(Chunks::default());
        let link = start(Chunks::all()).link();
        let effects = app.reduce(Action::LinkOpened(link.clone()));
        assert_eq!(effects, [Effect::Fetch(Chunk::Reply, Box::new(Action::LinkOpened(link)))]);
        app.arrive(Chunks::all());
        let Some(Effect::Fetch(_, action)) = effects.into_iter().next() else { panic!("no chunk is fetched") };
        let effects = app.reduce(*action);
        assert_eq!(app.screen(), Screen::Brief);
        assert!(!effects.iter().any(|effect| matches!(effect, Effect::Focus(_))), "{effects:?}");
    }
}

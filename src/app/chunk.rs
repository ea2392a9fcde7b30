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

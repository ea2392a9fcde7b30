//! The parts of the program that arrive after the estimator. Each is entered through one table of functions, its door:
//! where a chunk has not arrived there is no table, so that nothing can be called that is not there.

use super::{Action, App, Effect, brief, desk, reply};

/// A part of the program that is fetched when a visit first needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// The brief, the link that carries it, and the functions for programs.
    Brief,
    /// A link that was opened, and the reply to it; needs the brief.
    Reply,
    /// The sender's desk; needs the brief and the reply.
    Desk,
}

impl Chunk {
    /// Every chunk, each after those that it needs.
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

/// The doors of the chunks that have arrived.
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
    /// All chunks, for a program that is not cut: tests, and tools outside a browser.
    pub fn all() -> Self {
        Self { brief: Some(&brief::DOOR), reply: Some(&reply::DOOR), desk: Some(&desk::DOOR) }
    }
}

impl App {
    /// The doors of the chunks that have arrived.
    pub fn chunks(&self) -> Chunks {
        self.chunks
    }

    /// Takes over the doors of chunks that have arrived.
    pub fn arrive(&mut self, chunks: Chunks) -> Vec<Effect> {
        let Chunks { brief, reply, desk } = chunks;
        let is_first = self.chunks.brief.is_none() && brief.is_some();
        self.chunks.brief = brief.or(self.chunks.brief);
        self.chunks.reply = reply.or(self.chunks.reply);
        self.chunks.desk = desk.or(self.chunks.desk);
        if is_first { self.tell_left_out() } else { Vec::new() }
    }
}

/// The effect that does an action once its chunk is there.
pub(super) fn fetch(chunk: Chunk, action: impl Into<Action>) -> Vec<Effect> {
    vec![Effect::Fetch(chunk, Box::new(action.into()))]
}

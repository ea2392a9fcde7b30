//! The chunks of the program: one split point each, through which the doors of its screens come.
//!
//! The build cuts the program at these functions. A page fetches and starts a chunk before its doors are asked for, so
//! that the answer is there at once.
#![allow(unsafe_code)] // Written by the macro that marks a split point.

use super::module::{FUNCTIONS, Functions};
use crate::app::Chunk;
use crate::view::{self, BriefDoor, DeskDoor, Doors, ReplyDoor};
use std::cell::RefCell;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

thread_local! {
    /// The names of the chunks that the page has started.
    static STARTED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Takes note that the page has started a chunk: until then none of its functions is called.
#[wasm_bindgen]
pub fn started(chunk: String) {
    STARTED.with_borrow_mut(|started| started.push(chunk));
}

fn is_started(chunk: Chunk) -> bool {
    STARTED.with_borrow(|started| started.iter().any(|name| name == chunk.name()))
}

/// The doors of a chunk that the page has started; `None` where it has not.
pub fn doors(chunk: Chunk) -> Option<Doors> {
    if !is_started(chunk) {
        return None;
    }
    match chunk {
        Chunk::Brief => now(brief()).map(|brief| brief.door.into()),
        Chunk::Reply => now(reply()).map(Doors::from),
        Chunk::Desk => now(desk()).map(Doors::from),
    }
}

/// The functions for programs, if the page has started the chunk of the brief, which has them.
pub fn functions() -> Option<&'static Functions> {
    is_started(Chunk::Brief).then(|| now(brief()))?.map(|brief| brief.functions)
}

/// What the chunk of the brief brings.
struct Brief {
    door: &'static BriefDoor,
    functions: &'static Functions,
}

#[wasm_split(brief, fallible)]
fn brief() -> Result<&'static Brief, SplitLoaderError> {
    static BRIEF: Brief = Brief { door: &view::BRIEF, functions: &FUNCTIONS };
    Ok(&BRIEF)
}

#[wasm_split(reply, fallible)]
fn reply() -> Result<&'static ReplyDoor, SplitLoaderError> {
    Ok(&view::REPLY)
}

#[wasm_split(desk, fallible)]
fn desk() -> Result<&'static DeskDoor, SplitLoaderError> {
    Ok(&view::DESK)
}

/// What a split point gives, without waiting: the page says whether its chunk is there before it returns.
fn now<T>(given: impl Future<Output = Result<T, SplitLoaderError>>) -> Option<T> {
    let mut given = pin!(given);
    let mut context = Context::from_waker(Waker::noop());
    // The page's answer is seen at the next poll after the one that asks.
    (0..3).find_map(|_| match given.as_mut().poll(&mut context) {
        Poll::Ready(given) => given.ok(),
        Poll::Pending => None,
    })
}

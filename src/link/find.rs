//! Finding a link in an address, or in a letter that mail programs have had their way with.
//!
//! It works on bytes: everything that it looks for is ASCII, and other characters only get in between.

use super::base64url;
use super::envelope::{self, MAX_CHARACTERS};
use super::gateway;
use crate::proposal::Answer;

/// A link that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What [`super::open`] takes.
    pub sealed: String,
    /// The answer that the address asks to have ready.
    pub preselected: Option<Answer>,
}

/// The key in an address's fragment.
const KEY: &[u8] = b"retour=";
/// The key of the answer to have ready.
const ANSWER: &[u8] = b"answer=";
/// Bytes of a text that are looked at.
const MAX_TEXT: usize = 2 * MAX_CHARACTERS;
/// Places in a text that are tried.
const MAX_TRIES: usize = 64;
/// Links of one text that are handed on.
const MAX_FOUND: usize = 8;
/// Layers of escapes that are undone: a gateway's, another's around it, and a program's that knew of neither.
const MAX_LAYERS: usize = 3;
/// A run of characters this long behind a break belongs to the link, not to the letter around it.
const LONG_RUN: usize = 24;
/// What may stand inside a link though it is no part of it, beside ASCII white space: no-break spaces, soft hyphen,
/// zero-width characters, byte order mark.
const INVISIBLE: [&[u8]; 10] = [
    b"\xc2\xa0",
    b"\xc2\xad",
    b"\xe2\x80\xaf",
    b"\xe2\x80\x8b",
    b"\xe2\x80\x8c",
    b"\xe2\x80\x8d",
    b"\xe2\x80\x8e",
    b"\xe2\x80\x8f",
    b"\xe2\x81\xa0",
    b"\xef\xbb\xbf",
];

/// Finds the link in a fragment, a whole address, or a letter that holds one.
///
/// Only the key `retour` is read, wherever it stands in the fragment; as the first of a query only before what looks
/// like a link, for pages have parameters of that name. Broken lines, quotation marks at their beginning, soft line ends,
/// percent-escapes, addresses that a mail gateway has rewritten, invisible characters and punctuation at the end do not
/// matter. Without the key, a text is a link only if it opens as one.
#[inline(never)]
pub fn find(text: &str) -> Option<Found> {
    let text = looked_at(text);
    let mut best = None;
    in_views(text, &mut |view| {
        let found = keyed(view, 1);
        // A marked one ends the search; another may be a page's own parameter.
        let marked = found.last().filter(|it| has_mark(it.sealed.as_bytes()));
        let is_marked = marked.is_some();
        if is_marked || best.is_none() {
            best = marked.or(found.first()).cloned();
        }
        is_marked
    });
    best.or_else(|| bare(text))
}

/// Finds every link that a letter holds, the first few of them: those that nobody has rewritten come first.
#[inline(never)]
pub fn find_each(text: &str) -> Vec<Found> {
    let text = looked_at(text);
    let mut all: Vec<Found> = Vec::new();
    in_views(text, &mut |view| {
        for found in keyed(view, MAX_FOUND) {
            if all.len() < MAX_FOUND && all.iter().all(|known| known.sealed != found.sealed) {
                all.push(found);
            }
        }
        false
    });
    if all.is_empty() { bare(text).into_iter().collect() } else { all }
}

fn looked_at(text: &str) -> &[u8] {
    let text = text.as_bytes();
    text[..text.len().min(MAX_TEXT)].trim_ascii()
}

/// Hands on a text as it is, and then as it was before it was rewritten and escaped, layer by layer, until `done`.
fn in_views(text: &[u8], done: &mut dyn FnMut(&[u8]) -> bool) {
    let mut view = text.to_vec();
    for layer in 0..=MAX_LAYERS {
        if done(&view) {
            return;
        }
        if let Some(original) = gateway::undone(&view) {
            view = original;
            if done(&view) {
                return;
            }
        }
        if layer == MAX_LAYERS || !view.contains(&b'%') {
            return;
        }
        view = unescape(&view);
    }
}

/// Finds the keys and what belongs to them, until so many have a version's mark behind them.
fn keyed(text: &[u8], most: usize) -> Vec<Found> {
    let mut all = Vec::new();
    let (mut tries, mut marked) = (0, 0);
    for at in 0..text.len() {
        if tries == MAX_TRIES || marked == most {
            break;
        }
        if !text[at..].starts_with(KEY) || !(at == 0 || b"#&;?".contains(&text[at - 1])) {
            continue;
        }
        tries += 1;
        let (sealed, after) = value(&text[at + KEY.len()..]);
        if !text[..at].ends_with(b"?") || looks_sealed(&sealed) || is_fragment(&text[..at]) {
            let before = text[..at].iter().rposition(|byte| byte.is_ascii_whitespace() || b"#<>\"".contains(byte));
            let begin = before.map_or(0, |at| at + 1);
            let preselected = answer(before_break(after)).or_else(|| answer(&text[begin..at]));
            marked += usize::from(has_mark(&sealed));
            all.push(Found { sealed: text_of(&sealed), preselected });
        }
    }
    all
}

/// Whether characters can hardly be anything but a link: mark, flags (of which the first are not in use yet), length.
fn looks_sealed(sealed: &[u8]) -> bool {
    has_mark(sealed) && sealed.len() >= LONG_RUN && matches!(sealed.get(1), Some(b'A'..=b'P'))
}

/// Whether an address that breaks off here has come to its fragment.
fn is_fragment(text: &[u8]) -> bool {
    text.iter().rev().find(|byte| byte.is_ascii_whitespace() || b"#<>\"".contains(byte)) == Some(&b'#')
}

fn has_mark(sealed: &[u8]) -> bool {
    sealed.first().is_some_and(u8::is_ascii_digit)
}

/// A link without its key: only if it is whole.
fn bare(text: &[u8]) -> Option<Found> {
    let (sealed, _) = value(text);
    whole(&sealed).map(|_| Found { sealed: text_of(&sealed), preselected: None })
}

/// The link at the beginning of a text, and what follows it.
fn value(text: &[u8]) -> (Vec<u8>, &[u8]) {
    // Quoted-printable writes the equals sign before the mark as `=3D`.
    let mut rest = text.strip_prefix(b"3D").filter(|rest| has_mark(rest)).unwrap_or(text);
    let mut sealed = Vec::new();
    // Where the run ends that is sure to belong to the link, and where the present one begins.
    let (mut sure, mut run) = (0, 0);
    // One too many may be taken, so that opening says that it is too long and not that it is cut.
    while sealed.len() <= MAX_CHARACTERS {
        if let Some((character, width)) = part(rest) {
            sealed.push(character);
            rest = &rest[width..];
            continue;
        }
        let width = gap(rest);
        if width == 0 {
            break;
        }
        rest = &rest[width..];
        if sealed.len() > run {
            sure = extended(sure, run, sealed.len());
            run = sealed.len();
        }
    }
    sure = extended(sure, run, sealed.len());
    let end = whole(&sealed).unwrap_or(sure);
    sealed.truncate(end);
    (sealed, rest)
}

/// Where the sure part of a link ends after one more run: the first run and long ones right behind it are sure.
fn extended(sure: usize, run: usize, end: usize) -> usize {
    if sure == run && (run == 0 || end - run >= LONG_RUN) { end } else { sure }
}

/// The character of a link that a text begins with, perhaps escaped, and how many bytes that takes.
fn part(text: &[u8]) -> Option<(u8, usize)> {
    let first = *text.first()?;
    if base64url::is_part(first) {
        return Some((first, 1));
    }
    escaped(text).filter(|byte| base64url::is_part(*byte)).map(|byte| (byte, 3))
}

/// How many bytes at the beginning of a text a mail program may have put in between.
fn gap(text: &[u8]) -> usize {
    match text {
        // A reply quotes every line.
        [b'\n', quoted @ ..] => 1 + quoted.iter().take_while(|byte| b">| \t".contains(byte)).count(),
        [b'=', b'\n', ..] | [b'=', b'\r', b'\n', ..] => 1,
        [first, ..] if first.is_ascii_whitespace() => 1,
        [b'%', ..] => escaped(text).filter(u8::is_ascii_whitespace).map_or(0, |_| 3),
        _ => INVISIBLE.iter().find(|own| text.starts_with(own)).map_or(0, |own| own.len()),
    }
}

/// How long the whole link is that some characters begin with.
fn whole(sealed: &[u8]) -> Option<usize> {
    let envelope = envelope::unwrap(sealed);
    envelope.expected.filter(|_| envelope.is_whole && sealed.first() == Some(&(envelope::MARK as u8)))
}

/// The answer that a fragment asks for: `answer=no`, among others.
fn answer(fragment: &[u8]) -> Option<Answer> {
    fragment.split(|byte| b"&;?".contains(byte)).find_map(|pair| {
        let name = pair.strip_prefix(ANSWER)?;
        let end = name.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(name.len());
        str::from_utf8(&name[..end]).ok().and_then(Answer::of)
    })
}

fn before_break(text: &[u8]) -> &[u8] {
    let end = text.iter().position(|byte| byte.is_ascii_whitespace() || b"#<>\"".contains(byte));
    &text[..end.unwrap_or(text.len())]
}

/// A text with its percent-escapes undone.
fn unescape(text: &[u8]) -> Vec<u8> {
    let (mut bytes, mut rest) = (Vec::with_capacity(text.len()), text);
    while let Some(first) = rest.first() {
        let escaped = escaped(rest);
        bytes.push(escaped.unwrap_or(*first));
        rest = &rest[if escaped.is_some() { 3 } else { 1 }..];
    }
    bytes
}

/// The byte that a percent-escape at the beginning stands for.
fn escaped(text: &[u8]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    match text {
        [b'%', high, low, ..] => Some((digit(*high)? * 16 + digit(*low)?) as u8),
        _ => None,
    }
}

fn text_of(characters: &[u8]) -> String {
    characters.iter().map(|character| char::from(*character)).collect()
}

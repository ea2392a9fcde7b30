//! Finds a link in an address, or in a letter that mail programs have changed.
//!
//! It works on bytes, since a link and its keys are ASCII. Invisible characters inside a link are skipped; any other
//! character that is not ASCII ends it.

use super::base64url;
use super::envelope::{self, MAX_CHARACTERS};
use super::gateway;
use crate::proposal::Answer;

/// A link that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The link, as [`super::open`] takes it.
    pub sealed: String,
    /// The answer that the address preselects, if any.
    pub preselected: Option<Answer>,
}

/// The key of a link in an address.
const KEY: &[u8] = b"retour=";
/// The key of a preselected answer.
const ANSWER: &[u8] = b"answer=";
/// Bytes of a text that are searched.
const MAX_TEXT: usize = 2 * MAX_CHARACTERS;
/// Occurrences of the key that are tried in one text, or in one form of it with escapes undone.
const MAX_TRIES: usize = 64;
/// Links returned for one text, at most.
const MAX_FOUND: usize = 8;
/// Layers of percent-escapes that are undone: those of a gateway, of a second one around it, and of a program that
/// escaped the result again.
const MAX_LAYERS: usize = 3;
/// From this length on, a run of link characters after a line break belongs to the link and not to the letter.
const LONG_RUN: usize = 24;
/// Characters that are skipped inside a link, besides ASCII white space: no-break spaces, soft hyphen, zero-width
/// characters, direction marks, byte order mark.
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

/// Finds the link in a fragment, a whole address or a letter; `None` if there is none.
///
/// The key `retour` is read anywhere in a fragment. As the first parameter of a query it is read only if its value
/// looks like a link, because pages have parameters of that name. Broken lines, quotation marks at their start, soft
/// line ends, percent-escapes, addresses rewritten by a mail gateway, invisible characters and punctuation at the end
/// do not matter. Without the key, a text is a link only if its length and checksum are right.
#[inline(never)]
pub fn find(text: &str) -> Option<Found> {
    let text = looked_at(text);
    let mut best = None;
    in_views(text, &mut |view| {
        let found = keyed(view, 1);
        // A value with a version's mark ends the search; one without may be a page's parameter of the same name.
        let marked = found.last().filter(|it| has_mark(it.sealed.as_bytes()));
        let is_marked = marked.is_some();
        if is_marked || best.is_none() {
            best = marked.or(found.first()).cloned();
        }
        is_marked
    });
    best.or_else(|| bare(text))
}

/// Finds the links in a letter, up to a fixed number. Links that were not rewritten are first.
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

/// Calls `done` with the text as it is, and then with rewritten addresses and percent-escapes undone, layer by layer,
/// until it returns true.
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

/// The values of the key in a text, each with its preselected answer. Stops once `most` values have a version's mark.
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

/// Whether the value is very likely a link: a mark, flags whose two highest bits are 0 (no version uses them yet), and
/// enough characters.
fn looks_sealed(sealed: &[u8]) -> bool {
    has_mark(sealed) && sealed.len() >= LONG_RUN && matches!(sealed.get(1), Some(b'A'..=b'P'))
}

/// Whether a text ends inside the fragment of an address.
fn is_fragment(text: &[u8]) -> bool {
    text.iter().rev().find(|byte| byte.is_ascii_whitespace() || b"#<>\"".contains(byte)) == Some(&b'#')
}

fn has_mark(sealed: &[u8]) -> bool {
    sealed.first().is_some_and(u8::is_ascii_digit)
}

/// The link at the start of a text without the key, if it is whole.
fn bare(text: &[u8]) -> Option<Found> {
    let (sealed, _) = value(text);
    whole(&sealed).map(|_| Found { sealed: text_of(&sealed), preselected: None })
}

/// The link at the start of a text, and the text after it.
fn value(text: &[u8]) -> (Vec<u8>, &[u8]) {
    // Quoted-printable writes the equals sign before the mark as `=3D`.
    let mut rest = text.strip_prefix(b"3D").filter(|rest| has_mark(rest)).unwrap_or(text);
    let mut sealed = Vec::new();
    // The end of the characters that surely belong to the link, and the start of the current run.
    let (mut sure, mut run) = (0, 0);
    // Takes one character more than a link may have, so that opening reports it as too long and not as cut.
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

/// The end of the part that surely belongs to the link, after one more run: the first run does, and so do long runs
/// right after it.
fn extended(sure: usize, run: usize, end: usize) -> usize {
    if sure == run && (run == 0 || end - run >= LONG_RUN) { end } else { sure }
}

/// The link character at the start of a text, perhaps percent-escaped, and the number of bytes that it takes.
fn part(text: &[u8]) -> Option<(u8, usize)> {
    let first = *text.first()?;
    if base64url::is_part(first) {
        return Some((first, 1));
    }
    escaped(text).filter(|byte| base64url::is_part(*byte)).map(|byte| (byte, 3))
}

/// How many bytes at the start of a text a mail program may have inserted into a link; 0 if it cannot have.
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

/// The length of the whole link at the start of these characters, if there is one.
fn whole(sealed: &[u8]) -> Option<usize> {
    let envelope = envelope::unwrap(sealed);
    envelope.expected.filter(|_| envelope.is_whole && sealed.first() == Some(&(envelope::MARK as u8)))
}

/// The answer that a fragment preselects, as in `answer=no`.
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

/// The byte that the percent-escape at the start of a text encodes.
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

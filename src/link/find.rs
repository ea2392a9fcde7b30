//! Finding a link in an address, or in a letter that mail programs have had their way with.

use super::base64url;
use super::envelope::{self, MAX_CHARACTERS};
use crate::proposal::Answer;
use std::borrow::Cow;

/// A link that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What [`super::open`] takes.
    pub sealed: String,
    /// The answer that the address asks to have ready.
    pub preselected: Option<Answer>,
}

/// The key in an address's fragment.
const KEY: &str = "retour=";
/// The key of the answer to have ready.
const ANSWER: &str = "answer=";
/// Bytes of a text that are looked at.
const MAX_TEXT: usize = 4 * MAX_CHARACTERS;
/// Places in a text that are tried.
const MAX_TRIES: usize = 8;
/// A run of characters this long behind a break belongs to the link, not to the letter around it.
const LONG_RUN: usize = 24;

/// Finds the link in a fragment, a whole address, or a letter that holds one.
///
/// Only the key `retour` is read, wherever it stands in the fragment. Broken lines, quotation
/// marks at their beginning, soft line ends, percent-escapes, invisible characters and punctuation
/// at the end do not matter. Without the key, a text is a link only if it opens as one.
pub fn find(text: &str) -> Option<Found> {
    let text = beginning(text, MAX_TEXT).trim();
    let decoded = unescape(text);
    keyed(text)
        .or_else(|| if text == decoded { None } else { keyed(&decoded).or_else(|| keyed(&unescape(&decoded))) })
        .or_else(|| bare(text))
}

/// Finds the key and what belongs to it; one with a version's mark behind it goes before one without.
fn keyed(text: &str) -> Option<Found> {
    let places = text.match_indices(KEY).map(|(at, _)| at).filter(|at| begins_key(text, *at)).take(MAX_TRIES);
    let mut first = None;
    for at in places {
        let (sealed, after) = value(&text[at + KEY.len()..]);
        let has_mark = has_mark(&sealed);
        let before = text[..at].rsplit('#').next().unwrap_or_default();
        let found = Found { sealed, preselected: answer_after(after).or_else(|| answer_among(before)) };
        if has_mark {
            return Some(found);
        }
        first = first.or(Some(found));
    }
    first
}

fn begins_key(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(|before| matches!(before, '#' | '&' | ';'))
}

fn has_mark(sealed: &str) -> bool {
    sealed.starts_with(|mark: char| mark.is_ascii_digit())
}

/// A link without its key: only if it is whole.
fn bare(text: &str) -> Option<Found> {
    let (sealed, _) = value(text);
    whole(&sealed).map(|_| Found { sealed, preselected: None })
}

/// The link at the beginning of a text, and what follows it.
fn value(text: &str) -> (String, &str) {
    // Quoted-printable writes the equals sign before the mark as `=3D`.
    let mut rest = text.strip_prefix("3D").filter(|rest| has_mark(rest)).unwrap_or(text);
    let (mut runs, mut run, mut length) = (Vec::new(), String::new(), 0);
    while length < MAX_CHARACTERS {
        if let Some((character, width)) = part(rest) {
            run.push(char::from(character));
            length += 1;
            rest = &rest[width..];
        } else {
            let width = gap(rest);
            if width == 0 {
                break;
            }
            if !run.is_empty() {
                runs.push(std::mem::take(&mut run));
            }
            rest = &rest[width..];
        }
    }
    runs.push(run);
    (join(&runs), rest)
}

/// The character of a link that a text begins with, perhaps escaped, and how many bytes that takes.
fn part(text: &str) -> Option<(u8, usize)> {
    let first = *text.as_bytes().first()?;
    if base64url::is_part(first) {
        return Some((first, 1));
    }
    escaped(text.as_bytes()).filter(|byte| base64url::is_part(*byte)).map(|byte| (byte, 3))
}

/// How many bytes at the beginning of a text a mail program may have put in between.
fn gap(text: &str) -> usize {
    let Some(first) = text.chars().next() else { return 0 };
    let line_end = |text: &str| text.starts_with("\r\n") || text.starts_with('\n');
    let skipped = match first {
        '\n' => {
            // A reply quotes every line.
            let quotes = text[1..].find(|c| !matches!(c, '>' | '|' | ' ' | '\t')).unwrap_or(text.len() - 1);
            return 1 + quotes;
        }
        '=' => line_end(&text[1..]),
        '%' => escaped(text.as_bytes()).is_some_and(|byte| byte.is_ascii_whitespace()),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => true,
        _ => first.is_whitespace(),
    };
    match (skipped, first) {
        (false, _) => 0,
        (true, '%') => 3,
        (true, _) => first.len_utf8(),
    }
}

/// Puts runs together: as many as make a link whole, else the first and long ones behind it.
fn join(runs: &[String]) -> String {
    let all = runs.concat();
    if let Some(length) = whole(&all) {
        return all[..length].to_owned();
    }
    let long = runs.iter().skip(1).take_while(|run| run.len() >= LONG_RUN);
    runs.iter().take(1).chain(long).map(String::as_str).collect()
}

/// How long the whole link is that a text begins with.
fn whole(sealed: &str) -> Option<usize> {
    let envelope = envelope::unwrap(sealed);
    envelope.expected.filter(|_| envelope.is_whole && sealed.starts_with(envelope::MARK))
}

/// The answer behind a link: `&answer=no`, among others.
fn answer_after(rest: &str) -> Option<Answer> {
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '#' | '<' | '>' | '"')).unwrap_or(rest.len());
    answer_among(&rest[..end])
}

fn answer_among(fragment: &str) -> Option<Answer> {
    fragment.split(['&', ';']).find_map(|pair| {
        let name = pair.strip_prefix(ANSWER)?;
        let end = name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len());
        Answer::of(&name[..end])
    })
}

/// A text with its percent-escapes undone; what that does not leave as text is replaced.
fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let (mut bytes, mut rest) = (Vec::with_capacity(text.len()), text.as_bytes());
    while let Some(first) = rest.first() {
        let escaped = escaped(rest);
        bytes.push(escaped.unwrap_or(*first));
        rest = &rest[if escaped.is_some() { 3 } else { 1 }..];
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

/// The byte that a percent-escape at the beginning stands for.
fn escaped(bytes: &[u8]) -> Option<u8> {
    let digit = |i: usize| char::from(*bytes.get(i)?).to_digit(16);
    if bytes.first() != Some(&b'%') {
        return None;
    }
    Some((digit(1)? * 16 + digit(2)?) as u8)
}

/// The beginning of a text, of so many bytes at most.
fn beginning(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    &text[..end]
}

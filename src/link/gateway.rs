//! Restores addresses that mail gateways have rewritten, where that takes more than undoing percent-escapes.
//!
//! Versions 2 and 3 of Proofpoint's URL Defense have their own escapes; Sophos and some redirects write the whole
//! address in base64. This module must not know what a link of ours looks like.

use super::base64url;
use std::ops::Range;

/// The text before an address that version 2 of URL Defense has rewritten.
const V2: &[u8] = b"/v2/url?u=";
/// The text before an address that version 3 has rewritten; below it, what ends the address, and what ends the list of
/// characters after it.
const V3: &[u8] = b"/v3/__";
const V3_END: &[u8] = b"__;";
const V3_LIST_END: u8 = b'!';
/// The start of `https://` and `http://` in base64.
const IN_BASE64: [&[u8]; 2] = [b"aHR0cHM6Ly", b"aHR0cDovL"];
/// Appended to a restored address, so that the text after it is not taken for a part of it.
const END: u8 = b'"';

/// The text with its rewritten addresses restored; `None` if it has none.
pub fn undone(text: &[u8]) -> Option<Vec<u8>> {
    let (mut written, mut at, mut copied) = (Vec::new(), 0, 0);
    while at < text.len() {
        match rewritten_length(&text[at..]) {
            Some((original, range)) => {
                written.extend(&text[copied..at + range.start]);
                written.extend(original);
                written.push(END);
                at += range.end;
                copied = at;
            }
            None => at += 1,
        }
    }
    written.extend(&text[copied..]);
    (copied > 0).then_some(written)
}

/// The original of the rewritten address at the start of a text, and the bytes of the text that it replaces.
fn rewritten_length(text: &[u8]) -> Option<(Vec<u8>, Range<usize>)> {
    if let Some(address) = text.strip_prefix(V2) {
        let end = end_of_v2(address);
        return Some((from_v2(&address[..end]), V2.len()..V2.len() + end));
    }
    if let Some(address) = text.strip_prefix(V3) {
        let (end, list) = end_of_v3(address);
        return Some((from_v3(&address[..end], list), V3.len()..V3.len() + end));
    }
    if IN_BASE64.iter().any(|start| text.starts_with(start)) {
        let characters: Vec<u8> =
            text.iter().map(|byte| for_urls(*byte)).take_while(|it| base64url::is_part(*it)).collect();
        return Some((base64url::decode(&characters).0, 0..characters.len()));
    }
    None
}

/// The end of an address of version 2: a character that the address would have escaped. An address that was cut ends
/// with the text, or where another address starts.
fn end_of_v2(address: &[u8]) -> usize {
    let ends = |at: usize| match &address[at..] {
        [b'&' | b'"' | b'<', ..] => true,
        rest => at > 0 && (rest.starts_with(b"https:") || rest.starts_with(b"http:")),
    };
    (0..address.len()).find(|at| ends(*at)).unwrap_or(address.len())
}

/// Decodes an address of version 2: `-3A` is a colon, `_` a slash.
fn from_v2(mut rest: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let mut original = Vec::with_capacity(rest.len());
    while let [first, after @ ..] = rest {
        let (byte, behind) = match (first, after) {
            (b'-', [high, low, behind @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => ((high * 16 + low) as u8, behind),
                _ => (b'%', after),
            },
            // Half an escape, at the end of a cut address, becomes `%`: a hyphen would be taken for a character of the
            // link.
            (b'-', _) => (b'%', after),
            (b'_', _) => (b'/', after),
            _ => (*first, after),
        };
        original.push(byte);
        rest = behind;
    }
    original
}

/// The end of an address of version 3, and the list of the characters that were taken out of it.
fn end_of_v3(address: &[u8]) -> (usize, &[u8]) {
    // Stop at the next address: its list does not belong to this one.
    let reach = &address[..position(address, V3).unwrap_or(address.len())];
    let Some(end) = position(reach, V3_END) else {
        let end = reach.iter().position(|byte| byte.is_ascii_whitespace() || b"\"<>".contains(byte));
        return (end.unwrap_or(reach.len()), &[]);
    };
    let list = &reach[end + V3_END.len()..];
    (end, &list[..list.iter().position(|byte| *byte == V3_LIST_END).unwrap_or(list.len())])
}

fn position(text: &[u8], sought: &[u8]) -> Option<usize> {
    text.windows(sought.len()).position(|window| window == sought)
}

/// Decodes an address of version 3: each `*` is the next character of the list, `**A` the next two, `**B` the next
/// three.
fn from_v3(mut rest: &[u8], list: &[u8]) -> Vec<u8> {
    let decoded = base64url::decode(list).0;
    let mut list = decoded.as_slice();
    let mut original = Vec::with_capacity(rest.len());
    while let [first, after @ ..] = rest {
        let (count, behind) = match (first, after) {
            (b'*', [b'*', run, behind @ ..]) => (2 + base64url::value(*run).unwrap_or(0), behind),
            (b'*', _) => (1, after),
            _ => (0, after),
        };
        if count == 0 {
            original.push(*first);
        }
        for _ in 0..count {
            let (character, others) = list.split_at(width(list));
            // A cut address has lost its list. In an address with a link, the character is the `#` of the fragment.
            original.extend(if decoded.is_empty() { b"#" } else { character });
            list = others;
        }
        rest = behind;
    }
    original
}

/// Bytes of the first character of a text in UTF-8.
fn width(text: &[u8]) -> usize {
    let is_first = |byte: &u8| byte & 0xc0 != 0x80;
    text.iter().skip(1).position(is_first).map_or(text.len(), |at| at + 1)
}

/// The character of base64url for one of plain base64.
fn for_urls(character: u8) -> u8 {
    match character {
        b'+' => b'-',
        b'/' => b'_',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn becomes(text: &str, original: &str) {
        let undone = undone(text.as_bytes()).map(|bytes| String::from_utf8(bytes).unwrap());
        assert_eq!(undone.as_deref(), Some(original));
    }

    #[test]
    fn version_2_escapes_with_a_hyphen() {
        becomes(
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example_b-5Fc-2dd_-23e-3D1&d=Dw, f_g",
            "https://urldefense.proofpoint.com/v2/url?u=https://a.example/b_c-d/#e=1\"&d=Dw, f_g",
        );
        becomes("/v2/url?u=a-2", "/v2/url?u=a%2\"");
    }

    #[test]
    fn version_3_lists_what_it_leaves_out() {
        becomes(
            "https://u.com/v3/__https://a.example/*b__;Iw!!x$",
            "https://u.com/v3/__https://a.example/#b\"__;Iw!!x$",
        );
        // One of the list, then three: # and é à ü.
        becomes("/v3/__a*b**Bc__;I8Opw6DDvA!!$", "/v3/__a#béàüc\"__;I8Opw6DDvA!!$");
        becomes("/v3/__a*b /v3/__c*d__;Iw!$", "/v3/__a#b\" /v3/__c#d\"__;Iw!$");
    }

    #[test]
    fn whole_addresses_in_base64() {
        becomes("?d=a.example&u=aHR0cHM6Ly9hLmV4YW1wbGUvI2I=&i=1", "?d=a.example&u=https://a.example/#b\"=&i=1");
        becomes("aHR0cDovL2EuZXhhbXBsZS8/P2I", "http://a.example/??b\"");
    }

    #[test]
    fn other_texts_stay() {
        for text in ["", "*", "/v3/_", "https://a.example/v2/url?v=-3A", "-3A_", "aHR0"] {
            assert_eq!(undone(text.as_bytes()), None, "{text}");
        }
    }
}

//! What the files of `dist/` weigh on their way to a browser, and the digests that pin them.

use crate::{Outcome, dist_folder};
use flate2::write::GzEncoder;
use sha2::{Digest, Sha384};
use std::fs;
use std::io::Write;

/// What every page with a widget loads: the budget counts these.
pub const WIDGET: [&str; 2] = ["retour.js", "retour_bg.wasm"];
/// What some screens load besides, each only with those before it.
pub const PARTS: [&str; 4] = ["retour_more.wasm", "retour_brief.wasm", "retour_reply.wasm", "retour_desk.wasm"];
/// What the standalone page loads besides.
pub const PAGE: [&str; 2] = ["index.html", "agency.json"];

/// No build may weigh more, in bytes as brotli sends them.
pub const BUDGET: usize = 150_000;
/// The same with all parts.
pub const WHOLE_BUDGET: usize = 265_000;
/// What it should weigh.
pub const TARGET: usize = 120_000;

/// One file of `dist/` and its weights in bytes.
pub struct Weight {
    /// Its name.
    pub name: &'static str,
    /// As it is.
    pub raw: usize,
    /// As gzip sends it, at its best.
    pub gzip: usize,
    /// As brotli sends it, at its best.
    pub brotli: usize,
    /// For the attribute `integrity`.
    pub integrity: String,
}

/// Weighs one file of `dist/`.
pub fn weigh(name: &'static str) -> Outcome<Weight> {
    let file = dist_folder().join(name);
    let bytes = fs::read(&file).map_err(|error| format!("{}: {error}. Run: cargo xtask dist", file.display()))?;
    Ok(Weight {
        name,
        raw: bytes.len(),
        gzip: gzip(&bytes, 9).len(),
        brotli: brotli(&bytes, 11).len(),
        integrity: format!("sha384-{}", base64(&Sha384::digest(&bytes))),
    })
}

/// What the whole widget weighs, in bytes as brotli sends them.
pub fn widget() -> Outcome<usize> {
    WIDGET.iter().map(|name| weigh(name).map(|it| it.brotli)).sum()
}

/// The same with all parts.
pub fn whole() -> Outcome<usize> {
    PARTS
        .iter()
        .map(|name| weigh(name).map(|it| it.brotli))
        .sum::<Outcome<usize>>()
        .and_then(|parts| Ok(parts + widget()?))
}

/// Compressed for `Content-Encoding: gzip`, at a level from 0 to 9.
pub fn gzip(bytes: &[u8], level: u32) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::new(level));
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("a vector takes every byte")
}

/// Compressed for `Content-Encoding: br`, at a level from 0 to 11.
pub fn brotli(bytes: &[u8], level: i32) -> Vec<u8> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: level, lgwin: 24, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters).expect("a vector takes every byte");
    out
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for at in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * at)) as usize & 63];
            text.push(if at <= group.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_pads_to_groups_of_four() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn what_is_compressed_comes_back() {
        let text = "Journée presse et prescripteurs. ".repeat(50);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &brotli(text.as_bytes(), 11)[..], &mut back).expect("valid brotli");
        assert_eq!(back, text.as_bytes());
        assert!(gzip(text.as_bytes(), 9).len() < text.len() / 5);
    }
}

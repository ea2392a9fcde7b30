//! The sizes of the files of `dist/` as they are sent to a browser, and the digests that pin them.

use crate::build::chunks::built;
use crate::{Outcome, dist_folder};
use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::write::GzEncoder;
use sha2::{Digest, Sha384};
use std::fs;
use std::io::Write;

/// The files that every page with a widget loads. The budget is for these.
pub const WIDGET: [&str; 3] = [LOADER, "retour.js", "retour_bg.wasm"];
/// The classic script that imports the module.
pub const LOADER: &str = "retour-loader.js";
/// The files that the standalone page loads besides these.
pub const PAGE: [&str; 2] = ["index.html", "agency.json"];

/// The maximum size of the widget without its chunks, in bytes compressed by brotli: what shows that it has grown
/// unnoticed. Sizes differ by up to half a kilobyte between machines, as the names of symbols do.
pub const BUDGET: usize = 204_000;
/// The same with all chunks: what shows that a chunk has grown unnoticed.
pub const WHOLE_BUDGET: usize = 392_000;
/// The size that the widget without its chunks should have, in bytes compressed by brotli. It has not: the prices that
/// agencies make took 22 kB.
pub const TARGET: usize = 180_000;

/// One file of `dist/` and its sizes in bytes.
pub struct Weight {
    /// Its name.
    pub name: String,
    /// Uncompressed.
    pub raw: usize,
    /// Compressed by gzip at level 9.
    pub gzip: usize,
    /// Compressed by brotli at level 11.
    pub brotli: usize,
    /// The value of the attribute `integrity`: its SHA-384.
    pub integrity: String,
}

/// Weighs one file of `dist/`.
pub fn weigh(name: &str) -> Outcome<Weight> {
    let file = dist_folder().join(name);
    let bytes = fs::read(&file).map_err(|error| format!("{}: {error}. Run: cargo xtask dist", file.display()))?;
    Ok(Weight {
        name: name.to_owned(),
        raw: bytes.len(),
        gzip: gzip(&bytes, 9).len(),
        brotli: brotli(&bytes, 11).len(),
        integrity: format!("sha384-{}", STANDARD.encode(Sha384::digest(&bytes))),
    })
}

/// The size of the widget without its chunks, in bytes compressed by brotli.
pub fn widget() -> Outcome<usize> {
    WIDGET.iter().map(|name| weigh(name).map(|it| it.brotli)).sum()
}

/// The same with all chunks.
pub fn whole() -> Outcome<usize> {
    let chunks = built()?.iter().map(|name| weigh(name).map(|it| it.brotli)).sum::<Outcome<usize>>()?;
    Ok(chunks + widget()?)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compressed_comes_back() {
        let text = "Journée presse et prescripteurs. ".repeat(50);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &brotli(text.as_bytes(), 11)[..], &mut back).expect("valid brotli");
        assert_eq!(back, text.as_bytes());
        assert!(gzip(text.as_bytes(), 9).len() < text.len() / 5);
    }
}

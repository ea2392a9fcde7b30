//! The QR code of an address, as an SVG path.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::Write;

/// A QR code without its quiet zone, which should be four modules wide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Modules on each side, from 21 to 177.
    pub size: usize,
    /// The dark modules as an SVG path in a square of `size`, one unit a module.
    pub path: String,
}

/// The smallest QR code of level L that holds a text; `None` if the text is too long (over some 2,950 bytes).
pub fn qr(text: &str) -> Option<Qr> {
    // A sealed link looks random, and still does under any mask, so the masks need not be compared.
    let bytes = [QrSegment::make_bytes(text.as_bytes())];
    let (least, most, mask) = (Version::MIN, Version::MAX, Some(Mask::new(0)));
    let code = QrCode::encode_segments_advanced(&bytes, QrCodeEcc::Low, least, most, mask, true).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                // Writing into a String cannot fail.
                let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
            }
            x += run + 1;
        }
    }
    Some(Qr { size: usize::try_from(size).ok()?, path })
}

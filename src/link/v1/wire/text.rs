//! Texts on the wire: a symbol for each character, an escape for those without one.

use super::super::characters::{ESCAPE, char_of, symbol_of};
use super::super::coder::Coder;
use super::super::fields::WireField;
use super::{Port, Wire};

/// Ends a text in the canonical bytes; UTF-8 never contains it.
const END: u8 = 0xff;

impl Wire<'_> {
    /// A text.
    pub fn text(&mut self, field: WireField, text: &mut String) {
        self.begin(field, 0);
        if let Port::Canonical(bytes) = &mut self.port {
            bytes.extend_from_slice(text.as_bytes());
            bytes.push(END);
        } else if let Port::Prime { bytes, .. } = &mut self.port {
            let end = bytes.iter().position(|b| *b == END).unwrap_or(bytes.len());
            let (here, rest) = bytes.split_at(end);
            *text = String::from_utf8_lossy(here).into_owned();
            *bytes = rest.get(1..).unwrap_or_default();
            self.pack_text(text);
        } else if self.is_reading() {
            *text = self.unpack_text();
        } else {
            self.pack_text(text);
        }
        self.end();
    }

    fn pack_text(&mut self, text: &str) {
        // The bytes of a primer's text are already consumed, so `text_symbol` passes its symbols to the model directly.
        for c in text.chars() {
            match symbol_of(c) {
                Some(symbol) => self.text_symbol(symbol),
                None => {
                    self.text_symbol(ESCAPE);
                    for shift in [14, 7, 0] {
                        self.text_symbol(c as u32 >> shift & 0x7f);
                    }
                }
            }
        }
        self.text_symbol(0);
    }

    fn text_symbol(&mut self, symbol: u32) {
        if let Port::Prime { model, .. } = &mut self.port {
            model.symbol(&mut Coder::Learn, symbol, 8);
        } else {
            self.symbol(symbol, 8);
        }
    }

    fn unpack_text(&mut self) -> String {
        let mut text = String::new();
        loop {
            let symbol = self.symbol(0, 8);
            let c = match symbol {
                0 => return text,
                ESCAPE => {
                    let code = [14, 7, 0].map(|shift| (self.symbol(0, 8) & 0x7f) << shift).iter().sum();
                    char::from_u32(code)
                }
                _ => char_of(symbol),
            };
            match c {
                Some(c) => text.push(c),
                None => {
                    self.fail();
                    return text;
                }
            }
        }
    }
}

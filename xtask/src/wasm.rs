//! WebAssembly as a list of sections: enough of the format to leave out what no browser needs.
//!
//! wasm-bindgen names each import after what it does and a hash, in the wasm and in the glue: two
//! kilobytes of every load that nothing reads. Both sides get short names here.

use crate::Outcome;

/// A module of WebAssembly, section by section.
pub struct Wasm {
    sections: Vec<(u8, Vec<u8>)>,
}

/// The number of a custom section.
const CUSTOM: u8 = 0;
/// The number of the section of imports.
const IMPORTS: u8 = 2;
/// The number of the section of exports.
const EXPORTS: u8 = 7;
/// How a name of the compiler's begins.
const MANGLED: &str = "_ZN";
/// The magic number and the version.
const HEAD: &[u8] = b"\0asm\x01\0\0\0";

impl Wasm {
    /// Reads a module.
    pub fn parse(bytes: &[u8]) -> Outcome<Self> {
        let rest = bytes.strip_prefix(HEAD).ok_or("This is no WebAssembly.")?;
        let mut reader = Reader { rest };
        let mut sections = Vec::new();
        while let Some(number) = reader.byte() {
            sections.push((number, reader.bytes().ok_or(BROKEN)?.to_vec()));
        }
        Ok(Self { sections })
    }

    /// The module as a file.
    pub fn into_bytes(self) -> Vec<u8> {
        let mut bytes = HEAD.to_vec();
        for (number, content) in self.sections {
            bytes.push(number);
            push_bytes(&mut bytes, &content);
        }
        bytes
    }

    /// Leaves out every custom section: names, producers and the like.
    pub fn strip(&mut self) {
        self.sections.retain(|(number, _)| *number != CUSTOM);
    }

    /// Adds a custom section at the end.
    pub fn push_custom(&mut self, name: &str, content: &[u8]) {
        let mut section = Vec::new();
        push_bytes(&mut section, name.as_bytes());
        section.extend(content);
        self.sections.push((CUSTOM, section));
    }

    /// Gives each imported function a short name, from a module of this name; says which was called what.
    pub fn shorten_imports(&mut self, module: &str) -> Outcome<Vec<(String, String)>> {
        let mut names = Vec::new();
        for (_, content) in self.sections.iter_mut().filter(|(number, _)| *number == IMPORTS) {
            let mut reader = Reader { rest: content };
            let count = reader.number().ok_or(BROKEN)?;
            let mut shortened = Vec::new();
            push_number(&mut shortened, count);
            for at in 0..count {
                reader.bytes().ok_or(BROKEN)?;
                let name = std::str::from_utf8(reader.bytes().ok_or(BROKEN)?).map_err(|_| BROKEN)?;
                let short = short(at);
                push_bytes(&mut shortened, module.as_bytes());
                push_bytes(&mut shortened, short.as_bytes());
                // The glue hands in nothing but functions.
                let (Some(0), Some(kind)) = (reader.byte(), reader.number()) else { return Err(BROKEN.to_owned()) };
                shortened.push(0);
                push_number(&mut shortened, kind);
                names.push((name.to_owned(), short));
            }
            *content = shortened;
        }
        Ok(names)
    }

    /// Gives each export with a name of the compiler's a short one; says which was called what.
    pub fn shorten_exports(&mut self) -> Outcome<Vec<(String, String)>> {
        let mut names = Vec::new();
        for (_, content) in self.sections.iter_mut().filter(|(number, _)| *number == EXPORTS) {
            let mut reader = Reader { rest: content };
            let count = reader.number().ok_or(BROKEN)?;
            let mut shortened = Vec::new();
            push_number(&mut shortened, count);
            for _ in 0..count {
                let name = std::str::from_utf8(reader.bytes().ok_or(BROKEN)?).map_err(|_| BROKEN)?;
                let (kind, index) = (reader.byte().ok_or(BROKEN)?, reader.number().ok_or(BROKEN)?);
                if name.starts_with(MANGLED) {
                    let short = ["_", &short(names.len())].concat();
                    push_bytes(&mut shortened, short.as_bytes());
                    names.push((name.to_owned(), short));
                } else {
                    push_bytes(&mut shortened, name.as_bytes());
                }
                shortened.push(kind);
                push_number(&mut shortened, index);
            }
            *content = shortened;
        }
        Ok(names)
    }
}

const BROKEN: &str = "This WebAssembly is of an unknown form.";

/// The name of an import by its place: `a` to `z`, then `ba` and so on.
fn short(mut place: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'a' + (place % 26) as u8);
        place /= 26;
        if place == 0 {
            break;
        }
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    /// A number in groups of seven bits.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// A length and so many bytes.
    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        let (bytes, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(bytes)
    }
}

fn push_bytes(to: &mut Vec<u8>, bytes: &[u8]) {
    push_number(to, bytes.len());
    to.extend(bytes);
}

fn push_number(to: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        to.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One type, one import `long.name` of it, a section of names.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x0d\x01\x04long\x04name\0\0\0\x06\x04name\x01";

    #[test]
    fn a_module_is_stripped_shortened_and_marked() {
        let mut wasm = Wasm::parse(MODULE).expect("a module");
        assert_eq!(wasm.shorten_imports("w"), Ok(vec![("name".to_owned(), "a".to_owned())]));
        wasm.strip();
        wasm.push_custom("retour", b"0123456789abcdef");
        let expected = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x07\x01\x01w\x01a\0\0\0\x17\x06retour0123456789abcdef";
        assert_eq!(wasm.into_bytes(), expected);
    }

    #[test]
    fn only_the_compilers_names_of_exports_are_shortened() {
        let module = |names: [&[u8]; 2]| {
            let mut section = vec![2];
            for (index, name) in (0..).zip(names) {
                push_bytes(&mut section, name);
                section.extend([0, index]);
            }
            let mut bytes = HEAD.to_vec();
            bytes.push(EXPORTS);
            push_bytes(&mut bytes, &section);
            bytes
        };
        let mut wasm = Wasm::parse(&module([b"_ZN4core6invoke17h0E", b"mount"])).expect("a module");
        assert_eq!(wasm.shorten_exports(), Ok(vec![("_ZN4core6invoke17h0E".to_owned(), "_a".to_owned())]));
        assert_eq!(wasm.into_bytes(), module([b"_a", b"mount"]));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(Wasm::parse(b"<!doctype html>").is_err());
        assert!(Wasm::parse(&MODULE[..MODULE.len() - 1]).is_err());
    }

    #[test]
    fn numbers_are_written_in_groups_of_seven_bits() {
        let mut bytes = Vec::new();
        push_number(&mut bytes, 624_485);
        assert_eq!(bytes, [0xe5, 0x8e, 0x26]);
        assert_eq!(Reader { rest: &bytes }.number(), Some(624_485));
    }

    #[test]
    fn names_are_as_short_as_they_can_be() {
        assert_eq!([0, 25, 26, 702].map(short), ["a", "z", "ba", "bba"]);
    }
}

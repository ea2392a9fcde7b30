//! Fields of a later version, carried along unread.

use super::{Fields, Proposal, Record};

/// A field that this version does not know. A later one made it; it goes wherever its owner goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extension {
    /// Which field it is, among those of the same kind of owner. `docs/link.md` lists the numbers that are taken.
    pub number: u32,
    /// What it holds, as it stands in the link.
    pub bytes: Vec<u8>,
}

impl Record for Extension {
    fn fields(&mut self, f: &mut Fields) {
        f.required("number", &mut self.number);
        f.required("bytes", &mut self.bytes);
    }
}

impl Proposal {
    /// Whether it has fields that this version does not know: it says more than is shown of it.
    pub fn holds_more(&self) -> bool {
        self.extensions().any(|(_, _, extensions)| !extensions.is_empty())
    }

    /// The unknown fields of everything in it, each with the name of the list that its owner stands in and the
    /// owner's place there; those of the proposal itself without either.
    pub(super) fn extensions(&self) -> impl Iterator<Item = (&'static str, usize, &[Extension])> {
        fn of<'a, T>(
            list: &'static str,
            items: &'a [T],
            extensions: fn(&T) -> &[Extension],
        ) -> impl Iterator<Item = (&'static str, usize, &'a [Extension])> {
            items.iter().enumerate().map(move |(place, item)| (list, place, extensions(item)))
        }
        std::iter::once(("", 0, &*self.extensions))
            .chain(of("rates", &self.rates, |rate| &rate.extensions))
            .chain(of("lines", &self.lines, |line| &line.extensions))
            .chain(of("factors", &self.factors, |factor| &factor.extensions))
            .chain(of("benefits", &self.benefits, |benefit| &benefit.extensions))
    }
}

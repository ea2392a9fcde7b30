//! Extension fields of a later version, kept unread.

use super::{Fields, Proposal, Record};

/// A field that a later version added and this one does not know. It is kept unread with its owner: the proposal, a
/// rate, a line, a factor, a benefit or a reply.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extension {
    /// Number of the field among those of the same kind of owner. `docs/link.md` lists the numbers in use.
    pub number: u32,
    /// Its content, as encoded in the link.
    pub bytes: Vec<u8>,
}

impl Record for Extension {
    fn fields(&mut self, f: &mut Fields) {
        f.required("number", &mut self.number);
        f.required("bytes", &mut self.bytes);
    }
}

impl Proposal {
    /// Whether it has extension fields that this version does not know, so that not everything in it is shown.
    pub fn holds_more(&self) -> bool {
        self.extensions().any(|(_, _, extensions)| !extensions.is_empty())
    }

    /// The extension fields of each owner, with the name of the owner's list and its index there; the name is empty for
    /// the proposal itself.
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

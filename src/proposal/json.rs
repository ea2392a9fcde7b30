//! Data as JSON, there and back: a type names its fields once, and they are read or written from that.
//!
//! It knows plain values, lists and objects, nothing of what they mean. All types go through the same small
//! body of code by `dyn`: a copy of it for each would be most of a page's load.

mod path;
mod plain;
mod reader;

pub use path::{Path, Segment};
pub(super) use reader::Log;
pub use reader::Reader;

use super::{Fault, Value};

/// Something that JSON can hold.
pub trait Json {
    /// Becomes what the value says. Where the value is something else altogether this stays as it was, the
    /// reader notes it, and the answer is `false`; what is wrong deeper inside is noted and left out there.
    fn read(&mut self, from: Reader) -> bool;

    /// The value that says it. It stays as it is: `&mut` is what [`Record::fields`] takes for both ways.
    fn write(&mut self) -> Value;
}

/// Something that is an object in JSON.
pub trait Record {
    /// Hands over its fields one by one, in the order of the JSON.
    fn fields(&mut self, fields: &mut Fields);
}

/// Takes the fields of a [`Record`], to read or to write them.
///
/// A field that is absent or `null` when it is read stays as it was; unknown keys are told by
/// [`unknown_keys`](super::unknown_keys) alone, and of two equal keys the last counts.
pub struct Fields<'a>(Pass<'a>);

enum Pass<'a> {
    Read(Reader<'a>),
    Write(Vec<(String, Value)>),
    Name(Vec<&'static str>),
}

/// What becomes of a field that is not there.
#[derive(Clone, Copy, PartialEq)]
enum Presence {
    Required,
    Always,
    Optional,
}

impl Fields<'_> {
    /// A field that has to be there.
    pub fn required(&mut self, key: &'static str, data: &mut dyn Json) {
        self.field(key, Presence::Required, data);
    }

    /// A field that is always written, and has a default when it is read.
    pub fn always(&mut self, key: &'static str, data: &mut dyn Json) {
        self.field(key, Presence::Always, data);
    }

    /// A field that is not written where it is nothing, or empty.
    pub fn optional(&mut self, key: &'static str, data: &mut dyn Json) {
        self.field(key, Presence::Optional, data);
    }

    /// A field that is not written where it has its default, which is no nothing: `false`, or a number.
    pub fn unless<T: Json + Default + Clone + PartialEq>(&mut self, key: &'static str, data: &mut T, default: T) {
        let mut said = (*data != default).then(|| data.clone());
        self.optional(key, &mut said);
        *data = said.unwrap_or(default);
    }

    #[inline(never)]
    fn field(&mut self, key: &'static str, presence: Presence, data: &mut dyn Json) {
        match &mut self.0 {
            Pass::Read(object) => match object.get(key) {
                Some(value) => {
                    object.inside(key, value, &mut |inner| data.read(inner));
                }
                None if presence == Presence::Required => {
                    object.log.note(&object.path.at(Segment::Key(key)), Fault::Missing);
                }
                None => {}
            },
            Pass::Name(names) => names.push(key),
            Pass::Write(entries) => {
                let value = data.write();
                if presence != Presence::Optional || !value.is_empty() {
                    entries.push((key.to_owned(), value));
                }
            }
        }
    }
}

impl<T: Record> Json for T {
    fn read(&mut self, from: Reader) -> bool {
        read_record(self, from)
    }

    fn write(&mut self) -> Value {
        write_record(self)
    }
}

/// The JSON that says this.
pub fn to_value<T: Json>(mut data: T) -> Value {
    data.write()
}

fn read_record(record: &mut dyn Record, from: Reader) -> bool {
    let is_object = from.expect_object();
    if is_object {
        from.tell_unknown(&mut || names(record));
        record.fields(&mut Fields(Pass::Read(from)));
    }
    is_object
}

fn write_record(record: &mut dyn Record) -> Value {
    let mut fields = Fields(Pass::Write(Vec::new()));
    record.fields(&mut fields);
    match fields.0 {
        Pass::Write(entries) => Value::Object(entries),
        Pass::Read(_) | Pass::Name(_) => Value::Null,
    }
}

/// The keys that a record has in JSON, in their order.
pub fn names(record: &mut dyn Record) -> Vec<&'static str> {
    let mut fields = Fields(Pass::Name(Vec::new()));
    record.fields(&mut fields);
    match fields.0 {
        Pass::Name(names) => names,
        Pass::Read(_) | Pass::Write(_) => Vec::new(),
    }
}

/// Says with which word each value of an enum is written.
macro_rules! words {
    ($type:ident: $($value:ident = $word:literal),+ $(,)?) => {
        impl $crate::proposal::Json for $type {
            fn read(&mut self, from: $crate::proposal::Reader) -> bool {
                let found = from.word(&[$($word),+]);
                if let Some(place) = found {
                    *self = [$(Self::$value),+][place];
                }
                found.is_some()
            }

            fn write(&mut self) -> $crate::proposal::Value {
                let word = match self {
                    $(Self::$value => $word),+
                };
                $crate::proposal::Value::Text(word.to_owned())
            }
        }
    };
}
pub(super) use words;

/// Lets serde have a type by way of [`Value`]: what is wrong with it is an error there.
macro_rules! through_value {
    ($($type:ty),+) => {$(
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::proposal::to_value(self.clone()).serialize(serializer)
            }
        }
    )+};
}
pub(crate) use through_value;

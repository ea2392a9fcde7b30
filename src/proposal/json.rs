//! Conversion of data to and from JSON: a type lists its fields once, and both directions follow from the list.
//!
//! It knows values, lists and objects, not what they mean. All types share the same small code through `dyn`: a
//! monomorphised copy for each type would be most of what a page loads.

mod path;
mod plain;
mod reader;

pub use path::{Path, Segment};
pub(super) use reader::Log;
pub use reader::Reader;

use super::{Fault, Value};

/// Data that can be converted to and from JSON.
pub trait Json {
    /// Sets `self` from the reader's value and returns `true`. If the value has another type, notes that, leaves `self`
    /// unchanged and returns `false`. A fault deeper inside is noted, and only the part that has it is dropped.
    fn read(&mut self, from: Reader) -> bool;

    /// The JSON value of `self`. It does not change `self`, which is `&mut` because [`Record::fields`] serves both
    /// directions.
    fn write(&mut self) -> Value;
}

/// Data that is an object in JSON.
pub trait Record {
    /// Passes each field with its key to `fields`, in the order of the JSON.
    fn fields(&mut self, fields: &mut Fields);
}

/// Takes the fields of a [`Record`]: to read them, to write them, or to list their keys.
///
/// A field that is absent or `null` when read is unchanged; unknown keys are reported only by
/// [`unknown_keys`](super::unknown_keys), and of two equal keys the last counts.
pub struct Fields<'a>(Pass<'a>);

enum Pass<'a> {
    Read(Reader<'a>),
    Write(Vec<(String, Value)>),
    Name(Vec<&'static str>),
}

/// Whether a field may be absent when it is read, and omitted when it is written.
#[derive(Clone, Copy, PartialEq)]
enum Presence {
    Required,
    Always,
    Optional,
}

impl Fields<'_> {
    /// A field whose absence is a fault. It is always written.
    pub fn required(&mut self, key: &'static str, data: &mut dyn Json) {
        self.field(key, Presence::Required, data);
    }

    /// A field that may be absent when it is read, and is always written.
    pub fn always(&mut self, key: &'static str, data: &mut dyn Json) {
        self.field(key, Presence::Always, data);
    }

    /// A field that may be absent when it is read, and is not written where it is `null` or empty.
    pub fn optional(&mut self, key: &'static str, data: &mut dyn Json) {
        self.field(key, Presence::Optional, data);
    }

    /// A field that may be absent when it is read, and is not written where it equals `default`, such as `false` or a
    /// number.
    pub fn with_default<T: Json + Default + Clone + PartialEq>(&mut self, key: &'static str, data: &mut T, default: T) {
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

/// The JSON value of some data.
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

/// The keys of a record in JSON, in order.
pub fn names(record: &mut dyn Record) -> Vec<&'static str> {
    let mut fields = Fields(Pass::Name(Vec::new()));
    record.fields(&mut fields);
    match fields.0 {
        Pass::Name(names) => names,
        Pass::Read(_) | Pass::Write(_) => Vec::new(),
    }
}

/// Implements `Json` for an enum whose values are written as texts.
macro_rules! json_enum {
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
pub(super) use json_enum;

/// Implements serde's `Serialize` for types that implement `Json`, by way of [`Value`].
macro_rules! serialize_through_value {
    ($($type:ty),+) => {$(
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::proposal::to_value(self.clone()).serialize(serializer)
            }
        }
    )+};
}
pub(crate) use serialize_through_value;

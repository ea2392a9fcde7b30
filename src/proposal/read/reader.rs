//! A deserializer over a tree of JSON that notes what is wrong and goes on with something harmless.
//!
//! It knows serde's data model and the two types that read themselves from more than one form
//! (dates and shapes), nothing else of what it reads.

use super::path::{Path, Step};
use super::{MAX_ISSUES, MAX_WHOLE, Required};
use crate::proposal::{DATE_NAME, Date, Expected, Fault, Issue, SHAPE_NAME, Value};
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use std::cell::RefCell;
use std::fmt;

/// What one pass over the tree knows and finds. Values are told apart by their address.
pub struct Log {
    required: Required,
    left_out: Vec<*const Value>,
    found: RefCell<Vec<(Issue, *const Value)>>,
}

impl Log {
    /// A pass that skips the values at these addresses.
    pub fn new(required: Required, left_out: Vec<*const Value>) -> Self {
        Self { required, left_out, found: RefCell::default() }
    }

    /// What was found, and the addresses of the values that have it.
    pub fn into_found(self) -> (Vec<Issue>, Vec<*const Value>) {
        self.found.into_inner().into_iter().unzip()
    }

    fn note(&self, path: &Path, fault: Fault, value: *const Value) {
        let mut found = self.found.borrow_mut();
        if found.len() < MAX_ISSUES {
            found.push((Issue { path: path.to_string(), fault }, value));
        }
    }

    /// How many issues were found.
    pub fn len(&self) -> usize {
        self.found.borrow().len()
    }

    /// Leaves out a value in place of the last that was noted.
    pub fn leave_out(&self, value: &Value) {
        if let Some(last) = self.found.borrow_mut().last_mut() {
            last.1 = value;
        }
    }

    fn leaves_out(&self, value: &Value) -> bool {
        self.left_out.iter().any(|&other| std::ptr::eq(other, value))
    }
}

/// What a visitor complains with. The reader hands it only what it takes, so that nobody sees this.
#[derive(Debug)]
pub struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("refused")
    }
}

impl std::error::Error for Refused {}

impl de::Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Refused
    }
}

/// One value of the tree, where it stands, and where to note what is wrong with it.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The value.
    pub value: &'a Value,
    /// Where it stands.
    pub path: &'a Path<'a>,
    /// What this pass found so far.
    pub log: &'a Log,
}

impl<'a> Reader<'a> {
    /// Notes that something else was expected here.
    pub fn expect(&self, expected: Expected) {
        self.log.note(self.path, Fault::Expected(expected), self.value);
    }

    /// The value of a key, if it is there and not `null`.
    pub fn get(&self, key: &str) -> Option<&'a Value> {
        let Value::Object(entries) = self.value else { return None };
        let (_, value) = entries.iter().rev().find(|(name, _)| name == key)?;
        (*value != Value::Null).then_some(value)
    }

    /// The finite number that stands here.
    pub fn number(&self) -> Option<f64> {
        match *self.value {
            Value::Number(x) if x.is_finite() => Some(x),
            _ => {
                self.expect(Expected::Number);
                None
            }
        }
    }

    /// The whole number from 0 to `max` that stands here, else 0.
    pub fn whole(&self, max: u64) -> u64 {
        match *self.value {
            // The comparison also refuses what is not finite.
            Value::Number(x) if x >= 0.0 && x <= max as f64 && x.floor() == x => x as u64,
            _ => {
                self.expect(Expected::Whole);
                0
            }
        }
    }

    fn text(&self) -> &'a str {
        match self.value {
            Value::Text(text) => text,
            _ => {
                self.expect(Expected::Text);
                ""
            }
        }
    }

    fn items(&self) -> &'a [Value] {
        match self.value {
            Value::List(items) => items,
            _ => {
                self.expect(Expected::List);
                &[]
            }
        }
    }

    /// The entries of the object that stands here.
    pub fn entries(&self) -> &'a [(String, Value)] {
        match self.value {
            Value::Object(entries) => entries,
            _ => {
                self.expect(Expected::Object);
                &[]
            }
        }
    }

    /// Says which keys are missing.
    pub fn demand(&self, keys: &[&str]) {
        if let Value::Object(_) = self.value {
            for key in keys.iter().filter(|key| self.get(key).is_none()) {
                self.log.note(&self.path.at(Step::Key(key)), Fault::Missing, std::ptr::null());
            }
        }
    }
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.value {
            Value::Null => visitor.visit_unit(),
            Value::Boolean(b) => visitor.visit_bool(*b),
            Value::Number(x) => visitor.visit_f64(*x),
            Value::Text(text) => visitor.visit_str(text),
            Value::List(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let Value::Boolean(b) = *self.value else {
            self.expect(Expected::Boolean);
            return visitor.visit_bool(false);
        };
        visitor.visit_bool(b)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_u64(self.whole(u32::MAX.into()))
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_u64(self.whole(MAX_WHOLE))
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_f64(self.number().unwrap_or(0.0))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_str(self.text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_str(self.text())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        if *self.value == Value::Null { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Refused> {
        let canonical = match (name, self.value) {
            (SHAPE_NAME, _) => self.shape(),
            (DATE_NAME, Value::Text(text)) if Date::parse(text).is_some() => return visitor.visit_newtype_struct(self),
            (DATE_NAME, _) => {
                self.expect(Expected::Date);
                Value::Text("1970-01-01".to_owned())
            }
            _ => return visitor.visit_newtype_struct(self),
        };
        visitor.visit_newtype_struct(Reader { value: &canonical, ..self })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_seq(Items { list: self, items: self.items(), next: 0 })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_map(Entries { object: self, entries: self.entries(), next: 0 })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        self.entries();
        self.demand((self.log.required)(name));
        visitor.visit_map(Fields { object: self, fields, next: 0 })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let found = variants.iter().position(|word| matches!(self.value, Value::Text(text) if text == word));
        if found.is_none() {
            self.expect(Expected::OneOf(variants));
        }
        visitor.visit_enum((found.unwrap_or(0) as u32).into_deserializer())
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u128 f32 char bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
    }
}

/// The items of a list, without those that are left out.
struct Items<'a> {
    list: Reader<'a>,
    items: &'a [Value],
    next: usize,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        while let Some(value) = self.items.get(self.next) {
            let path = self.list.path.at(Step::Index(self.next));
            self.next += 1;
            if !self.list.log.leaves_out(value) {
                return seed.deserialize(Reader { value, path: &path, log: self.list.log }).map(Some);
            }
        }
        Ok(None)
    }
}

/// The entries of an object whose keys are data.
struct Entries<'a> {
    object: Reader<'a>,
    entries: &'a [(String, Value)],
    next: usize,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        while let Some((key, value)) = self.entries.get(self.next) {
            self.next += 1;
            if !self.object.log.leaves_out(value) {
                return seed.deserialize(key.as_str().into_deserializer()).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        let (key, value) = self.next.checked_sub(1).and_then(|last| self.entries.get(last)).ok_or(Refused)?;
        seed.deserialize(Reader { value, path: &self.object.path.at(Step::Key(key)), log: self.object.log })
    }
}

/// The fields of a type that an object has; a type knows its fields by their number.
struct Fields<'a> {
    object: Reader<'a>,
    fields: &'static [&'static str],
    next: usize,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        while let Some(field) = self.fields.get(self.next) {
            self.next += 1;
            if self.object.get(field).is_some_and(|value| !self.object.log.leaves_out(value)) {
                return seed.deserialize((self.next as u64 - 1).into_deserializer()).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        let field = self.next.checked_sub(1).and_then(|last| self.fields.get(last)).ok_or(Refused)?;
        let value = self.object.get(field).ok_or(Refused)?;
        seed.deserialize(Reader { value, path: &self.object.path.at(Step::Key(field)), log: self.object.log })
    }
}

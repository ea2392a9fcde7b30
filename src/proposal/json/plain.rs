//! `Json` for plain data: numbers, texts, dates, options and lists.

use super::{Json, Reader};
use crate::proposal::{Date, Expected, MAX_WHOLE, Money, Value};

impl Json for bool {
    fn read(&mut self, from: Reader) -> bool {
        let Value::Boolean(truth) = *from.value else { return from.expected(Expected::Boolean) };
        *self = truth;
        true
    }

    fn write(&mut self) -> Value {
        Value::Boolean(*self)
    }
}

impl Json for f64 {
    fn read(&mut self, from: Reader) -> bool {
        from.number().map(|x| *self = x).is_some()
    }

    fn write(&mut self) -> Value {
        Value::Number(*self)
    }
}

impl Json for u8 {
    fn read(&mut self, from: Reader) -> bool {
        from.whole(u8::MAX.into()).map(|n| *self = n as u8).is_some()
    }

    fn write(&mut self) -> Value {
        Value::Number((*self).into())
    }
}

impl Json for u32 {
    fn read(&mut self, from: Reader) -> bool {
        from.whole(u32::MAX.into()).map(|n| *self = n as u32).is_some()
    }

    fn write(&mut self) -> Value {
        Value::Number((*self).into())
    }
}

impl Json for u64 {
    fn read(&mut self, from: Reader) -> bool {
        from.whole(MAX_WHOLE).map(|n| *self = n).is_some()
    }

    fn write(&mut self) -> Value {
        Value::Number(*self as f64)
    }
}

impl Json for Money {
    fn read(&mut self, from: Reader) -> bool {
        self.0.read(from)
    }

    fn write(&mut self) -> Value {
        self.0.write()
    }
}

impl Json for Date {
    fn read(&mut self, from: Reader) -> bool {
        match from.value {
            Value::Text(text) => Date::parse(text).map(|date| *self = date).is_some() || from.expected(Expected::Date),
            _ => from.expected(Expected::Date),
        }
    }

    fn write(&mut self) -> Value {
        Value::Text(self.to_string())
    }
}

impl Json for String {
    fn read(&mut self, from: Reader) -> bool {
        let Value::Text(text) = from.value else { return from.expected(Expected::Text) };
        self.clone_from(text);
        true
    }

    fn write(&mut self) -> Value {
        Value::Text(self.clone())
    }
}

impl Json for Value {
    fn read(&mut self, from: Reader) -> bool {
        self.clone_from(from.value);
        true
    }

    fn write(&mut self) -> Value {
        self.clone()
    }
}

/// Accepts any value and ignores it: for fields that are read separately.
impl Json for () {
    fn read(&mut self, _: Reader) -> bool {
        true
    }

    fn write(&mut self) -> Value {
        Value::Null
    }
}

/// `None` is written as `null`, which `Fields` reads as absent.
impl<T: Json + Default> Json for Option<T> {
    fn read(&mut self, from: Reader) -> bool {
        let mut inner = T::default();
        let read = inner.read(from);
        if read {
            *self = Some(inner);
        }
        read
    }

    fn write(&mut self) -> Value {
        self.as_mut().map_or(Value::Null, T::write)
    }
}

/// Items of another type are dropped.
impl<T: Json + Default> Json for Vec<T> {
    fn read(&mut self, from: Reader) -> bool {
        from.items(&mut |item| {
            let mut inner = T::default();
            if inner.read(item) {
                self.push(inner);
            }
        })
    }

    fn write(&mut self) -> Value {
        write_list(self.len(), &mut |place| self[place].write())
    }
}

#[inline(never)]
fn write_list(length: usize, item: &mut dyn FnMut(usize) -> Value) -> Value {
    Value::List((0..length).map(item).collect())
}

/// Needs a list of exactly `N` numbers. After a fault in one of them the others may have been set.
impl<const N: usize> Json for [f64; N] {
    fn read(&mut self, from: Reader) -> bool {
        read_numbers(self, from)
    }

    fn write(&mut self) -> Value {
        write_list(N, &mut |place| Value::Number(self[place]))
    }
}

fn read_numbers(numbers: &mut [f64], from: Reader) -> bool {
    if !matches!(from.value, Value::List(items) if items.len() == numbers.len()) {
        return from.expected(Expected::Numbers(numbers.len()));
    }
    let (mut places, mut sound) = (numbers.iter_mut(), true);
    from.items(&mut |item| sound &= places.next().is_some_and(|place| place.read(item)));
    sound
}

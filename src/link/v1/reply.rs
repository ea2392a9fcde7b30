//! A reply in format 1.

use super::fields::WireField;
use super::wire::Wire;
use crate::proposal::{Answer, Change, MAX_DEPTH, Money, Reply, Value};

/// Writes or reads a reply; its dates are counted from `base`. `answers_this` is whether its digest is that of the
/// proposal in the same link. If so, the digest is not written: the caller computes it when the whole proposal has been
/// read.
pub fn reply(w: &mut Wire, reply: &mut Reply, base: i32, answers_this: &mut bool) {
    let Reply { answer, answer_on, budget, comment, name, on, proposal, changes, .. } = reply;
    w.choice(WireField::Answer, answer, &Answer::ALL);
    w.text(WireField::Name, name);
    w.day(WireField::AnyDate, on, base);
    w.date(WireField::HasAnswerOn, WireField::AnyDate, answer_on, base);
    w.option(WireField::HasBudget, budget, |w, Money(amount)| w.number(WireField::Budget, amount));
    w.text(WireField::Comment, comment);
    w.flag(WireField::OwnDigest, answers_this);
    if !*answers_this {
        w.text(WireField::Digest, proposal);
    }
    w.list(WireField::Changes, changes, |w, Change { path, from, to }| {
        w.text(WireField::Path, path);
        value(w, from, MAX_DEPTH);
        value(w, to, MAX_DEPTH);
    });
}

/// A JSON value; lists and objects may nest `depth` deep.
fn value(w: &mut Wire, tree: &mut Value, depth: usize) {
    let mut tag = match tree {
        Value::Null => 0,
        Value::Boolean(false) => 1,
        Value::Boolean(true) => 2,
        Value::Number(_) => 3,
        Value::Text(_) => 4,
        Value::List(_) => 5,
        Value::Object(_) => 6,
    };
    w.small(WireField::AnyTag, &mut tag, 3);
    if w.is_reading() {
        *tree = match tag {
            0 => Value::Null,
            1 | 2 => Value::Boolean(tag == 2),
            3 => Value::Number(0.0),
            4 => Value::Text(String::new()),
            5 if depth > 0 => Value::List(Vec::new()),
            6 if depth > 0 => Value::Object(Vec::new()),
            _ => return w.fail(),
        };
    }
    match tree {
        Value::Null | Value::Boolean(_) => {}
        Value::Number(x) => w.number(WireField::AnyNumber, x),
        Value::Text(text) => w.text(WireField::AnyText, text),
        Value::List(items) => w.list(WireField::AnyCount, items, |w, item| value(w, item, depth.saturating_sub(1))),
        Value::Object(entries) => w.list(WireField::AnyCount, entries, |w, (key, item)| {
            w.text(WireField::Path, key);
            value(w, item, depth.saturating_sub(1));
        }),
    }
}

//! The property that fuzzing tests: no input makes the engine panic or compute unsound figures.
//!
//! Bytes become a proposal in one of two ways: as the text of some JSON, or as a list of edits to a reference proposal.
//! What `check` refuses must have sentences in all languages; what it accepts must give finite figures that agree with
//! one another.

use retour::estimate::Engine;
use retour::proposal::{Checked, Issue, Value, check, read};
use retour::words::{Language, fault_sentence};
use std::cell::RefCell;

#[path = "soundness.rs"]
mod soundness;

const REFERENCES: [&str; 3] = [
    include_str!("../reference/evenement.proposal.json"),
    include_str!("../reference/relations-presse.proposal.json"),
    include_str!("../reference/market-research.proposal.json"),
];

/// Numbers that are likely to be at a boundary.
const NUMBERS: [f64; 24] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    2.0,
    3.0,
    12.0,
    100.0,
    120.0,
    1e-9,
    1e-300,
    1e6,
    1e9,
    1e12,
    -1e12,
    1e300,
    -1e300,
    5e-324,
    0.9,
    0.1,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
];

thread_local! {
    static STATE: RefCell<State> = RefCell::new(State::new());
}

struct State {
    /// Each with its own engine, which then has little to draw again.
    references: Vec<(Value, Engine)>,
    turn: u32,
}

impl State {
    fn new() -> Self {
        let tree = |text| serde_json::from_str(text).unwrap();
        let references = REFERENCES.iter().map(|text| (tree(text), Engine::with_draws(64)));
        Self { references: references.collect(), turn: 0 }
    }
}

/// Panics if the property does not hold for these bytes.
pub fn holds(data: &[u8]) {
    STATE.with_borrow_mut(|state| {
        let (first, edits) = data.split_first().unwrap_or((&b'{', data));
        let place = usize::from(first % 3);
        let tree = match first {
            b'{' => serde_json::from_slice(data).unwrap_or_default(),
            _ => edited(state.references[place].0.clone(), edits),
        };
        let (proposal, mut issues) = read(&tree);
        match check(proposal) {
            Ok(checked) => state.turn(&checked, place),
            Err(more) => {
                assert!(!more.is_empty());
                issues.extend(more);
            }
        }
        issues.iter().for_each(is_worded);
    });
}

impl State {
    fn turn(&mut self, checked: &Checked, place: usize) {
        let estimate = self.references[place].1.estimate(checked);
        soundness::is_sound(&estimate);
        self.turn += 1;
        if self.turn.is_multiple_of(64) {
            assert_eq!(estimate, Engine::with_draws(64).estimate(checked), "what is kept gives the same figures");
        }
    }
}

/// A tree after edits of six bytes each: the number of a node, of a node to copy from, the operation, its operand.
fn edited(mut tree: Value, edits: &[u8]) -> Value {
    for edit in edits.chunks_exact(6).take(12) {
        let place = usize::from(u16::from_le_bytes([edit[0], edit[1]]));
        let source = usize::from(u16::from_le_bytes([edit[2], edit[3]]));
        let (deed, datum) = (edit[4], edit[5]);
        let nodes = count(&tree);
        let copy = node(&mut tree, source % nodes).clone();
        let target = node(&mut tree, place % nodes);
        match (deed % 8, target) {
            (0, Value::List(items)) => items.truncate(usize::from(datum) % 4),
            (0, Value::Object(entries)) => drop(entries.pop()),
            (1, Value::List(items)) if items.len() < 80 => {
                let more = items.iter().cloned().cycle().take(usize::from(datum) % 80).collect::<Vec<_>>();
                items.extend(more);
            }
            (2, Value::Number(x)) => *x = NUMBERS[usize::from(datum) % NUMBERS.len()],
            (3, Value::Number(x)) => *x *= f64::from(datum) / 64.0,
            (4, Value::Number(x)) => *x = f64::from(datum) - 32.0,
            (5, Value::Boolean(b)) => *b = !*b,
            (6, target) => *target = shape(datum, source),
            (7, target) => *target = copy,
            _ => {}
        }
    }
    tree
}

/// A shape of some kind, valid or not.
fn shape(kind: u8, seed: usize) -> Value {
    let number = |step: usize| Value::Number(NUMBERS[(seed / 7 + step * (seed % 5)) % NUMBERS.len()]);
    let list = |n: usize| Value::List((0..n).map(number).collect());
    let count = vec![("trials".to_owned(), number(3)), ("rate".to_owned(), list(3))];
    let (key, value) = match kind % 6 {
        0 => ("uniform", list(2)),
        1 => ("pert", list(3)),
        2 => ("interval90", list(2)),
        3 => ("chance", number(0)),
        4 => ("count", Value::Object(count)),
        _ => return number(0),
    };
    Value::Object(vec![(key.to_owned(), value)])
}

fn count(tree: &Value) -> usize {
    1 + match tree {
        Value::List(items) => items.iter().map(count).sum(),
        Value::Object(entries) => entries.iter().map(|(_, value)| count(value)).sum::<usize>(),
        _ => 0,
    }
}

/// The node of a number, in document order.
fn node(tree: &mut Value, number: usize) -> &mut Value {
    fn find<'a>(tree: &'a mut Value, number: &mut usize) -> Option<&'a mut Value> {
        if *number == 0 {
            return Some(tree);
        }
        *number -= 1;
        match tree {
            Value::List(items) => items.iter_mut().find_map(|item| find(item, number)),
            Value::Object(entries) => entries.iter_mut().find_map(|(_, item)| find(item, number)),
            _ => None,
        }
    }
    find(tree, &mut { number }).expect("a number below the count")
}

fn is_worded(issue: &Issue) {
    for language in Language::ALL {
        let sentence = fault_sentence(&issue.fault, language);
        assert!(sentence.ends_with('.') && !sentence.contains("{1}") && !sentence.contains("{2}"), "{issue:?}");
    }
}

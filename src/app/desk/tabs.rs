//! Two desks in two tabs that share one stored list: whatever both do, in whichever order, no reply is lost.

use crate::app::desk::tests::{desk, sealed_reply};
use crate::app::{Action, App, Channel, Delivery, DeskAction, Effect, Stage};
use crate::outbox::merge_rows;
use crate::proposal::{Answer, Value};
use std::collections::BTreeMap;

/// The browser's store, with a page for each tab.
#[derive(Default)]
struct Store {
    rows: BTreeMap<String, Value>,
    /// The ids that a person has taken out of the list.
    removed: Vec<String>,
}

impl Store {
    fn keep(&mut self, row: &Value) -> Value {
        let Some(Value::Text(id)) = row.get("id").cloned() else { panic!("a row has an id") };
        let kept = self.rows.get(&id).map_or(row.clone(), |stored| merge_rows(stored, row));
        self.rows.insert(id, kept.clone());
        kept
    }

    /// Does what a tab asks for, as `embed/outbox.js` does.
    fn run(&mut self, app: &mut App, effects: Vec<Effect>) {
        for effect in effects {
            let action = match effect {
                Effect::KeepRows(rows) => {
                    DeskAction::RowsKept(Value::List(rows.iter().map(|row| self.keep(row)).collect()))
                }
                Effect::ForgetRow(id) => {
                    self.rows.remove(&id);
                    self.removed.push(id);
                    continue;
                }
                Effect::ReadList => DeskAction::ListFound(Value::List(self.rows.values().cloned().collect())),
                _ => continue,
            };
            let effects = app.reduce(Action::from(action));
            self.run(app, effects);
        }
    }

    fn act(&mut self, app: &mut App, action: DeskAction) {
        let effects = app.reduce(Action::from(action));
        self.run(app, effects);
    }

    fn replies(&self) -> Vec<String> {
        let list = |row: &Value| match row.get("replies") {
            Some(Value::List(replies)) => replies.clone(),
            _ => Vec::new(),
        };
        let sealed = |reply: Value| match reply.get("sealed") {
            Some(Value::Text(sealed)) => sealed.clone(),
            _ => panic!("a reply has its link"),
        };
        self.rows.values().flat_map(list).map(sealed).collect()
    }
}

/// What a person may do in a tab.
#[derive(Clone, Copy, Debug)]
enum Act {
    File(Answer),
    Resume,
    SendAgain,
    Import,
    Count,
    Remove,
    Hear,
}

const ACTS: [Act; 8] = [
    Act::File(Answer::Yes),
    Act::File(Answer::LetsTalk),
    Act::Resume,
    Act::SendAgain,
    Act::Import,
    Act::Count,
    Act::Remove,
    Act::Hear,
];

#[test]
fn whatever_two_tabs_do_no_reply_is_lost() {
    let mut composed = desk();
    let (link, id) = (composed.link(), crate::link::digest(composed.proposal()));
    composed.reduce(Action::Delivered(Delivery::Brief(Channel::Copy), Stage::HandedOver));
    let file = composed.outbox().to_json();
    let answers = [Answer::Yes, Answer::LetsTalk];
    let replies = answers.map(|answer| sealed_reply(&link, answer));
    let texts = |answer| replies[usize::from(answer != answers[0])].clone();
    let mut tabs = [desk(), desk()];
    let mut tried = 0;
    for (first, second, third) in triples() {
        let mut store = Store::default();
        for tab in &mut tabs {
            store.act(tab, DeskAction::ListChanged);
            assert!(tab.outbox().briefs().is_empty());
        }
        let effects = tabs[0].reduce(Action::Delivered(Delivery::Brief(Channel::Copy), Stage::HandedOver));
        store.run(&mut tabs[0], effects);
        store.act(&mut tabs[1], DeskAction::ListChanged);
        let mut filed: Vec<String> = Vec::new();
        // The second tab hears of nothing, unless that is what happens.
        for (place, act) in [(0, first), (1, second), (0, third)] {
            let tab = &mut tabs[place];
            match act {
                Act::File(answer) => {
                    store.act(tab, DeskAction::PasteReply(texts(answer)));
                    store.act(tab, DeskAction::FileReply);
                    filed.push(texts(answer));
                }
                Act::Resume => store.act(tab, DeskAction::StartFrom(id.clone())),
                Act::SendAgain => {
                    let effects = tab.reduce(Action::Delivered(Delivery::Brief(Channel::Copy), Stage::HandedOver));
                    store.run(tab, effects);
                }
                Act::Import => store.act(tab, DeskAction::FileRead(Some(file.clone()))),
                Act::Count => store.act(tab, DeskAction::CountReply(id.clone(), 0)),
                Act::Remove => {
                    store.act(tab, DeskAction::Forget(id.clone()));
                    filed.clear();
                }
                Act::Hear => store.act(tab, DeskAction::ListChanged),
            }
        }
        let kept = store.replies();
        for text in filed {
            assert!(
                kept.iter().any(|sealed| text.ends_with(sealed)),
                "{first:?} {second:?} {third:?}: a reply is lost"
            );
        }
        for tab in &mut tabs {
            store.act(tab, DeskAction::ListChanged);
        }
        let shown = |tab: &App| tab.outbox().to_json();
        assert_eq!(shown(&tabs[0]), shown(&tabs[1]), "{first:?} {second:?} {third:?}: both show the same in the end");
        tried += 1;
    }
    assert_eq!(tried, 2 * ACTS.len().pow(2));
}

/// Every pair of acts in either tab, and what the first tab then does.
fn triples() -> impl Iterator<Item = (Act, Act, Act)> {
    let last = [Act::Hear, Act::File(Answer::LetsTalk)];
    ACTS.into_iter().flat_map(move |a| ACTS.into_iter().flat_map(move |b| last.into_iter().map(move |c| (a, b, c))))
}

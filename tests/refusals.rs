//! Any text typed on the estimator is accepted, or refused with a sentence about why and what to do.

use retour::app::{Action, App, BriefAction, Chunks, Field, Refusal, Side, Start, parts, time_of};
use retour::proposal::{Proposal, Value};
use retour::words::{Language, fault_sentence};

const TEXTS: [&str; 7] = ["", "0", "-1", "0,5", "101 %", "99999", "123456789012"];

/// Every field of the estimator.
fn fields(proposal: &Proposal) -> Vec<Field> {
    let mut fields = Vec::new();
    for line in &proposal.lines {
        let id = || line.id.clone();
        fields.extend([Field::Quantity { line: id() }, Field::Price { line: id() }]);
        let thought = line.advice.iter().flat_map(|advice| &advice.time);
        for (side, works) in [(Side::Made, line.making.iter().collect()), (Side::Thought, thought.collect::<Vec<_>>())]
        {
            fields.push(Field::Label { line: id(), side });
            for (index, work) in works.into_iter().enumerate() {
                let count = time_of(work).map_or(0, |shape| parts(shape).len());
                fields.extend((0..count).map(|part| Field::Time { line: id(), side, index, part }));
            }
        }
    }
    for factor in &proposal.factors {
        let count = parts(&factor.value).len();
        fields.extend((0..count).map(|part| Field::Factor { factor: factor.id.clone(), part }));
    }
    fields
}

#[test]
fn have_their_sentence() {
    let mut refused = 0;
    for name in ["evenement", "market-research", "relations-presse"] {
        let path = format!("{}/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let agency: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let start = Start {
            agency: Some(agency),
            language: Some(Language::English),
            chunks: Chunks::all(),
            ..Start::default()
        };
        let mut app = App::new(start);
        app.reduce(Action::from(BriefAction::AddLine));
        let long = "é".repeat(70_000);
        let long = long.as_str();
        for field in fields(app.proposal()) {
            let texts = if field.is_text() { std::slice::from_ref(&long) } else { &TEXTS[..] };
            for text in texts {
                app.reduce(Action::Typed(field.clone(), (*text).to_owned()));
                if let Some(Refusal::Fault(fault)) = app.refused(&field.row()).map(|it| &it.refusal) {
                    let said = fault_sentence(fault, Language::English);
                    assert!(said.len() > 20 && said.contains(':'), "{field:?} {fault:?}");
                    refused += 1;
                }
            }
            app.reduce(Action::Restored(field.row()));
            assert!(app.refused(&field.row()).is_none(), "{field:?}");
        }
    }
    assert!(refused > 100, "{refused}");
}

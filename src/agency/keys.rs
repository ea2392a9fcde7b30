//! The keys that an agency's file may have, and the unknown ones in a file.

use super::localise::is_of_languages;
use super::{Agency, Catalogue, Goal};
use crate::proposal::{Fields, Issue, Json, MAX_DEPTH, Reader, Record, Value, unknown_keys_of};
use crate::words::Language;

/// The unknown keys and languages of a file; `local` is the file in one language.
pub fn unknown_keys(file: &Value, local: &Value) -> Vec<Issue> {
    unknown_keys_of(&mut Whole(local), file, "")
}

/// Reads a file in all its languages, to find unknown languages, and the contained file in one language, to find
/// unknown keys.
struct Whole<'a>(&'a Value);

impl Json for Whole<'_> {
    fn read(&mut self, from: Reader) -> bool {
        tell_languages(from, MAX_DEPTH);
        if let Some(texts) = from.get("texts") {
            let is_told = matches!(texts, Value::Object(entries) if is_of_languages(entries));
            from.inside("texts", texts, &mut |texts| {
                if !is_told {
                    texts.tell_unknown(&mut || Language::CODES.to_vec())
                }
            });
        }
        let mut local = from;
        local.value = self.0;
        File::default().read(local)
    }

    fn write(&mut self) -> Value {
        self.0.clone()
    }
}

/// Notes the languages that Retour does not have.
fn tell_languages(from: Reader, levels: usize) {
    let Some(below) = levels.checked_sub(1) else { return };
    match from.value {
        Value::List(_) => {
            from.items(&mut |item| tell_languages(item, below));
        }
        Value::Object(entries) => {
            if is_of_languages(entries) {
                from.tell_unknown(&mut || Language::CODES.to_vec());
            }
            for (key, value) in entries {
                from.inside(key, value, &mut |inner| tell_languages(inner, below));
            }
        }
        _ => {}
    }
}

/// An agency's file with all its keys.
#[derive(Default)]
struct File {
    agency: Agency,
    goals: Vec<WholeGoal>,
}

impl Record for File {
    fn fields(&mut self, f: &mut Fields) {
        self.agency.fields(f);
        f.optional("$schema", &mut ());
        f.optional("texts", &mut ());
        f.optional("proposal", &mut self.agency.defaults);
        f.optional("catalogue", &mut self.agency.catalogue);
        f.optional("goals", &mut self.goals);
    }
}

/// A goal with all its keys.
#[derive(Default)]
struct WholeGoal(Goal);

impl Record for WholeGoal {
    fn fields(&mut self, f: &mut Fields) {
        let Goal { details, catalogue, .. } = &mut self.0;
        let parts: [&mut dyn Record; 2] = [details, catalogue];
        for part in parts {
            part.fields(f);
        }
        self.0.fields(f);
    }
}

impl Record for Catalogue {
    fn fields(&mut self, f: &mut Fields) {
        f.optional("lines", &mut self.lines);
        f.optional("factors", &mut self.factors);
        f.optional("benefits", &mut self.benefits);
    }
}

//! The factors in words: their figures, holders and sources.

use super::result::holder_name;
use crate::proposal::{Factor, Holder, Shape, Source, SourceKind};
use crate::words::{Text, Words, format_input, format_percent};

/// A factor, with every text formatted.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// The factor's id.
    pub id: String,
    /// Label of the factor.
    pub label: String,
    /// Low, likely and high; empty where the shape has no such number.
    pub three: [String; 3],
    /// Its unit; of a count, the number of trials; empty for percentages.
    pub unit: String,
    /// Holder of the factor.
    pub holder: Holder,
    /// Name of the holder.
    pub held_by: String,
    /// Source of the figures.
    pub source: String,
    /// Whether the figures are a guess: they have no source, or one of that kind.
    pub guessed: bool,
}

/// Captions of the figures of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caption {
    /// The caption of each figure that can be typed.
    pub names: &'static [Text],
    /// The column of each figure: 0 low, 1 likely, 2 high.
    pub columns: &'static [usize],
}

/// The given factors in words, in their order.
pub fn assumptions(factors: &[Factor], words: &Words) -> Vec<Assumption> {
    factors.iter().map(|factor| assumption(factor, words)).collect()
}

/// The captions of a shape's figures. The trials of a count have no caption here: they are shown separately.
pub fn captions(shape: &Shape) -> Caption {
    match shape {
        Shape::Fixed(_) => Caption { names: &[Text::Known], columns: &[1] },
        Shape::Chance(_) => Caption { names: &[Text::Chance], columns: &[1] },
        Shape::Uniform(_) => Caption { names: &[Text::AtLeast, Text::AtMost], columns: &[0, 2] },
        Shape::Interval90(_) => Caption { names: &[Text::From90, Text::To90], columns: &[0, 2] },
        Shape::Pert(_) | Shape::Count { .. } => {
            Caption { names: &[Text::AtLeast, Text::Likely, Text::AtMost], columns: &[0, 1, 2] }
        }
    }
}

/// The figures of a factor in one phrase: `9 000 – 14 000 – 20 000`.
pub fn figures_of(factor: &Factor, words: &Words) -> String {
    three(factor, words).into_iter().filter(|figure| !figure.is_empty()).collect::<Vec<_>>().join(" – ")
}

fn assumption(factor: &Factor, words: &Words) -> Assumption {
    let percent = is_percent(factor);
    let unit = match &factor.value {
        Shape::Count { trials, .. } => {
            let trials = words.number(f64::from(*trials), 0);
            words.fill(Text::CountOf, &[("trials", &trials)])
        }
        _ if percent => String::new(),
        _ => words.typeset(&factor.unit),
    };
    Assumption {
        id: factor.id.clone(),
        label: words.typeset(&factor.label),
        three: three(factor, words),
        unit,
        holder: factor.holder,
        held_by: holder_name(factor.holder, words),
        source: source(factor.source.as_ref(), words),
        guessed: factor.source.as_ref().is_none_or(|source| source.kind == SourceKind::Guess),
    }
}

/// Whether a range is suspiciously narrow for a guess: less than a fifth of its most likely value, or of the middle of
/// its two ends.
///
/// Ranges that people expect to contain the true value nine times in ten contain it about half of the time
/// (Lichtenstein, Fischhoff and Phillips, "Calibration of probabilities", 1982).
pub fn is_narrow(shape: &Shape) -> bool {
    match *shape {
        Shape::Uniform([low, high]) | Shape::Interval90([low, high]) => high - low < 0.1 * (low + high).abs(),
        Shape::Pert([low, likely, high]) | Shape::Count { rate: [low, likely, high], .. } => {
            high - low < 0.2 * likely.abs()
        }
        Shape::Fixed(_) | Shape::Chance(_) => false,
    }
}

/// Whether a factor's figures are shown as percentages.
fn is_percent(factor: &Factor) -> bool {
    factor.unit == "%" || matches!(factor.value, Shape::Chance(_) | Shape::Count { .. })
}

fn three(factor: &Factor, words: &Words) -> [String; 3] {
    let percent = is_percent(factor);
    let show = |x: f64| {
        if percent { format_percent(x, 1, words.language()) } else { format_input(x, words.language()) }
    };
    match factor.value {
        Shape::Fixed(x) | Shape::Chance(x) => [String::new(), show(x), String::new()],
        Shape::Uniform([low, high]) | Shape::Interval90([low, high]) => [show(low), String::new(), show(high)],
        Shape::Pert([low, likely, high]) | Shape::Count { rate: [low, likely, high], .. } => {
            [show(low), show(likely), show(high)]
        }
    }
}

/// The description of the source, or its kind where there is none. A guess with a description is marked as unverified.
fn source(source: Option<&Source>, words: &Words) -> String {
    let Some(source) = source else { return words.text(Text::SourceGuess) };
    let kind = match source.kind {
        SourceKind::Record => Text::SourceRecord,
        SourceKind::Client => Text::SourceClient,
        SourceKind::Public => Text::SourcePublic,
        SourceKind::Guess => Text::SourceGuess,
    };
    match (source.text.is_empty(), source.kind) {
        (true, _) => words.text(kind),
        (false, SourceKind::Guess) => [&words.typeset(&source.text), ", ", &words.text(Text::Unverified)].concat(),
        (false, _) => words.typeset(&source.text),
    }
}

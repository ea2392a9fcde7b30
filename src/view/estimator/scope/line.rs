//! A line of the scope: production on the left, advice on the right.

use crate::app::{self, Action, Field, Row, parts, time_of};
use crate::brief::{self, Phrase, QuoteLine, WorkDetail, WorkRow};
use crate::proposal::{Line, Lock, Shape, Work};
use crate::view::components::field::Input;
use crate::view::components::figure::steady;
use crate::view::components::notices;
use crate::view::components::ui::Ui;
use crate::view::cx::Cx;
use crate::view::estimator::scope::price;
use crate::view::markup::{Node, fragment, h, h_text, placeholder, text};
use crate::view::memo::{AnyView, View};
use crate::words::Text;

/// The row of a line.
#[derive(PartialEq)]
pub struct LineRow {
    id: String,
    /// The label of the line.
    label: String,
    optional: bool,
    included: bool,
    /// Whether the checkbox of an optional line is locked.
    locked: bool,
    made: LineSide,
    thought: Option<Thought>,
    /// Its terms, a phrase each.
    terms: Vec<Phrase>,
    /// The benefits that need the line, if they are to be shown.
    leaving: String,
    /// The controls that the desk adds.
    handles: Option<AnyView>,
    /// Why its text was refused.
    refused: Option<String>,
}

/// One side of a line.
#[derive(PartialEq)]
struct LineSide {
    /// Its label and its price.
    head: AnyView,
    details: Vec<Detail>,
}

/// A part of a price: a quantity, or the time of one role.
#[derive(PartialEq)]
struct Detail {
    key: String,
    /// A field for each number.
    inputs: Vec<Input>,
    /// The unit and the rate that the numbers are multiplied by, in words.
    of: String,
}

/// The advice of a line.
#[derive(PartialEq)]
struct Thought {
    part: LineSide,
    label: String,
    /// Its terms, a phrase each.
    terms: Vec<Phrase>,
    kept: bool,
    /// Whether the checkbox that keeps it is locked.
    locked: bool,
}

impl LineRow {
    /// The row of a line in its current state.
    pub fn new(cx: &Cx, line: &Line, own: &QuoteLine) -> Self {
        let set = brief::work_row(cx.app.proposal(), line, own, cx.words());
        let composing = cx.app.is_composing();
        let leaving = brief::benefits_needing(cx.app.proposal(), &line.id);
        let leaving: Vec<String> = leaving.map(|benefit| cx.words().typeset(&benefit.label)).collect();
        Self {
            id: line.id.clone(),
            optional: line.optional,
            included: line.included,
            locked: cx.app.is_locked(Lock::Options),
            made: made(cx, line, &set),
            thought: thought(cx, line, &set),
            leaving: if line.optional || composing { leaving.join(", ") } else { String::new() },
            handles: cx.controls().map(|controls| (controls.line)(cx, line)),
            refused: notices::refusal(cx, &Row::Line(line.id.clone())),
            label: set.made.label,
            terms: set.terms,
        }
    }
}

fn made(cx: &Cx, line: &Line, set: &WorkRow) -> LineSide {
    let own = cx.own_line(&line.id);
    let priced = brief::is_priced(line);
    let mut parts = set.made.detail.iter().peekable();
    let head = own.map_or_else(|| side("div.part made", &set.made), |own| (own.made)(cx, line, set));
    let mut details = Vec::new();
    if let Some(detail) = parts.next_if(|_| priced).filter(|_| own.is_none()) {
        let label = cx.words().fill(Text::QuantityOf, &[("label", &set.made.label)]);
        let quantity = Input::new(cx, Field::Quantity { line: line.id.clone() }, Some(label));
        details.push(Detail { key: "quantity".to_owned(), inputs: vec![quantity], of: detail.of.clone() });
    }
    details.extend(times(cx, (line, app::Side::Made), &line.making, &set.made.label, parts));
    LineSide { head, details }
}

fn thought(cx: &Cx, line: &Line, set: &WorkRow) -> Option<Thought> {
    let terms = set.thought_terms.clone();
    let (advice, set) = line.advice.as_ref().zip(set.thought.as_ref())?;
    let spec = if advice.included { "div.part thought" } else { "div.part thought dropped" };
    let head = match cx.own_line(&line.id) {
        Some(own) => (own.side)(cx, spec, (line, app::Side::Thought), &set.price),
        None => side(spec, set),
    };
    let details = times(cx, (line, app::Side::Thought), &advice.time, &set.label, set.detail.iter());
    Some(Thought {
        part: LineSide { head, details: details.collect() },
        label: set.label.clone(),
        terms,
        kept: advice.included,
        locked: cx.app.is_locked(Lock::Options) || !cx.app.proposal().with_advice || !line.included,
    })
}

/// The times of a side, each with a field for every number of its shape.
fn times<'a>(
    cx: &'a Cx,
    (line, side): (&'a Line, app::Side),
    times: &'a [Work],
    label: &'a str,
    set: impl Iterator<Item = &'a WorkDetail> + 'a,
) -> impl Iterator<Item = Detail> + 'a {
    set.zip(times).enumerate().map(move |(index, (set, work))| {
        let name = if work.days.is_some() { Text::DaysOf } else { Text::HoursOf };
        let label = cx.words().fill(name, &[("label", label)]);
        let shape = time_of(work).copied().unwrap_or_default();
        let captions = brief::captions(&shape).names;
        let input = |part| {
            let field = Field::Time { line: line.id.clone(), side, index, part };
            let caption = captions.get(part).filter(|_| !matches!(shape, Shape::Fixed(_)));
            let label = match caption {
                Some(caption) => [&label, ", ", &cx.text(*caption)].concat(),
                None => label.clone(),
            };
            Input::new(cx, field, Some(label))
        };
        let inputs = (0..parts(&shape).len()).map(input).collect();
        Detail { key: index.to_string(), inputs, of: set.of.clone() }
    })
}

impl View for LineRow {
    fn draw(&self, ui: &Ui) -> Node {
        let said = ui.words.fill(Text::NeedsLine, &[("benefits", &self.leaving)]);
        let leaving = h_text("span.detail small", said).flag("hidden", self.leaving.is_empty());
        h("li")
            .class(&["line", if self.included { "" } else { "off" }])
            .attr("data-row", Row::Line(self.id.clone()).name())
            .child(self.pick(ui))
            .child(self.made.draw(ui).children(self.terms()).child(leaving))
            .child(
                self.thought.as_ref().map_or_else(|| h("div.part thought none"), |thought| thought.draw(&self.id, ui)),
            )
            .child(self.handles.as_ref().map_or_else(placeholder, |handles| handles.draw(ui)))
            .child(notices::note_of(self.refused.as_deref()))
    }
}

impl LineRow {
    /// Its terms, a line each.
    fn terms(&self) -> Vec<Node> {
        self.terms.iter().map(phrase).collect()
    }

    /// The checkbox of an optional line, or the padlock of another.
    fn pick(&self, ui: &Ui) -> Node {
        if !self.optional {
            let padlock = h("path")
                .attr("d", "M6 9V6.5a4 4 0 0 1 8 0V9m-9 0h10v8H5z")
                .attr("fill", "none")
                .attr("stroke", "currentColor")
                .attr("stroke-width", "1.5");
            let picture = h("svg.fixed").attr("viewBox", "0 0 20 20").attr("role", "img");
            let picture = picture.attr("aria-label", ui.text(Text::AlwaysIncluded)).child(padlock);
            return h("div.pick").child(picture);
        }
        let id = self.id.clone();
        let label = ui.words.fill(Text::LineOptional, &[("label", &self.label)]);
        let tick = ui.tick(self.included, self.locked, move |on| Action::LineIncluded(id.clone(), on));
        h("div.pick").child(h("label").child(tick.attr("aria-label", label)))
    }
}

impl LineSide {
    fn draw(&self, ui: &Ui) -> Node {
        self.details.iter().fold(self.head.draw(ui), |part, detail| {
            let inputs = detail.inputs.iter().enumerate();
            let blanks = inputs.map(|(i, input)| {
                let dash = text(if i > 0 { " – " } else { "" });
                fragment(vec![dash, input.draw(ui)])
            });
            part.child(h("span.detail").key(&*detail.key).children(blanks.collect()).text([" ", &detail.of].concat()))
        })
    }
}

impl Thought {
    fn draw(&self, id: &str, ui: &Ui) -> Node {
        let id = id.to_owned();
        let keep = ui.tick(self.kept, self.locked, move |on| Action::AdviceIncluded(id.clone(), on));
        let name = h("label.detail keep-advice").child(keep).text(ui.text(Text::KeepAdvice));
        let of = h_text("span.sr", [ui.text(Text::Colon), self.label.clone()].concat());
        let terms = self.terms.iter().map(phrase).collect();
        self.part.draw(ui).children(terms).child(name.child(of))
    }
}

/// A phrase in the room of its longest form.
fn phrase(phrase: &Phrase) -> Node {
    h("span.detail").child(steady(&phrase.text, &phrase.widest))
}

/// The label and the price of a side.
#[derive(PartialEq)]
struct SideHead {
    spec: &'static str,
    label: String,
    price: String,
    /// That the price is estimated; empty if it is certain.
    note: Phrase,
}

fn side(spec: &'static str, set: &brief::WorkSide) -> AnyView {
    AnyView::new(SideHead { spec, label: set.label.clone(), price: set.price.clone(), note: set.note.clone() })
}

impl View for SideHead {
    fn draw(&self, _: &Ui) -> Node {
        let head = h(self.spec).child(h_text("span.what", self.label.clone())).child(price(&self.price));
        if self.note.text.is_empty() { head } else { head.child(phrase(&self.note)) }
    }
}

//! A line of the scope: what is made, and across the spine what is thought.

use super::super::desk::Desk;
use super::super::input::Input;
use super::super::markup::{Node, nothing, say, several, tag, text};
use super::super::memo::{AnyView, View};
use super::super::notices;
use super::super::ui::Ui;
use super::price;
use crate::app::{self, Action, Field, Row, parts, time_of};
use crate::brief::{self, SideDetail, WorkRow};
use crate::proposal::{Line, Lock, Shape, Work};
use crate::words::Text;

/// A line on both sides of the spine.
#[derive(PartialEq)]
pub struct LineRow {
    id: String,
    /// What it is called.
    label: String,
    optional: bool,
    included: bool,
    /// Whether the box to tick of an optional line is closed.
    locked: bool,
    made: Part,
    thought: Option<Thought>,
    /// The benefits that leave with it, where that is to be said.
    leaving: String,
    /// What the sender's desk adds.
    handles: Option<AnyView>,
    /// Why its text is not in the figures.
    refused: Option<String>,
}

/// What stands on one side of the spine.
#[derive(PartialEq)]
struct Part {
    /// What it is and what it costs.
    head: AnyView,
    details: Vec<Detail>,
}

/// What a price is made of: a quantity, or the time of one role.
#[derive(PartialEq)]
struct Detail {
    key: String,
    /// A field for each number.
    inputs: Vec<Input>,
    /// What they are multiplied with.
    of: String,
}

/// The advice of a line.
#[derive(PartialEq)]
struct Thought {
    part: Part,
    label: String,
    kept: bool,
    /// Whether the box that keeps it is closed.
    locked: bool,
}

impl LineRow {
    /// A line as it stands.
    pub fn new(desk: &Desk, line: &Line) -> Self {
        let set = brief::work_row(desk.app.proposal(), line, desk.words());
        let composing = desk.app.is_composing();
        let leaving = brief::leaving_with(desk.app.proposal(), &line.id);
        let leaving: Vec<String> = leaving.map(|benefit| desk.words().set(&benefit.label)).collect();
        Self {
            id: line.id.clone(),
            optional: line.optional,
            included: line.included,
            locked: desk.app.is_locked(Lock::Options),
            made: made(desk, line, &set),
            thought: thought(desk, line, &set),
            leaving: if line.optional || composing { leaving.join(", ") } else { String::new() },
            handles: desk.controls().map(|controls| (controls.line)(desk, line)),
            refused: notices::refusal(desk, &Row::Line(line.id.clone())),
            label: set.made.label,
        }
    }
}

fn made(desk: &Desk, line: &Line, set: &WorkRow) -> Part {
    let own = desk.own_line(&line.id);
    let priced = !line.unit.is_empty() || line.unit_price.major() != 0.0;
    let mut parts = set.made.detail.iter().peekable();
    let head = own.map_or_else(|| side("div.part made", &set.made), |own| (own.made)(desk, line, set));
    let mut details = Vec::new();
    if let Some(detail) = parts.next_if(|_| priced).filter(|_| own.is_none()) {
        let label = desk.words().fill(Text::QuantityOf, &[("label", &set.made.label)]);
        let quantity = Input::new(desk, Field::Quantity { line: line.id.clone() }, Some(label));
        details.push(Detail { key: "quantity".to_owned(), inputs: vec![quantity], of: detail.of.clone() });
    }
    details.extend(times(desk, (line, app::Side::Made), &line.making, &set.made.label, parts));
    Part { head, details }
}

fn thought(desk: &Desk, line: &Line, set: &WorkRow) -> Option<Thought> {
    let (advice, set) = line.advice.as_ref().zip(set.thought.as_ref())?;
    let spec = if advice.included { "div.part thought" } else { "div.part thought dropped" };
    let head = match desk.own_line(&line.id) {
        Some(own) => (own.side)(desk, spec, (line, app::Side::Thought), &set.price),
        None => side(spec, set),
    };
    let details = times(desk, (line, app::Side::Thought), &advice.time, &set.label, set.detail.iter());
    Some(Thought {
        part: Part { head, details: details.collect() },
        label: set.label.clone(),
        kept: advice.included,
        locked: desk.app.is_locked(Lock::Options) || !desk.app.proposal().with_advice || !line.included,
    })
}

/// The times of a side, each with a field for every number of its shape.
fn times<'a>(
    desk: &'a Desk,
    (line, side): (&'a Line, app::Side),
    times: &'a [Work],
    label: &'a str,
    set: impl Iterator<Item = &'a SideDetail> + 'a,
) -> impl Iterator<Item = Detail> + 'a {
    set.zip(times).enumerate().map(move |(index, (set, work))| {
        let name = if work.days.is_some() { Text::DaysOf } else { Text::HoursOf };
        let label = desk.words().fill(name, &[("label", label)]);
        let shape = time_of(work).copied().unwrap_or_default();
        let captions = brief::captions(&shape).names;
        let input = |part| {
            let field = Field::Time { line: line.id.clone(), side, index, part };
            let caption = captions.get(part).filter(|_| !matches!(shape, Shape::Fixed(_)));
            let label = match caption {
                Some(caption) => [&label, ", ", &desk.text(*caption)].concat(),
                None => label.clone(),
            };
            Input::new(desk, field, Some(label))
        };
        let inputs = (0..parts(&shape).len()).map(input).collect();
        Detail { key: index.to_string(), inputs, of: set.of.clone() }
    })
}

impl View for LineRow {
    fn draw(&self, ui: &Ui) -> Node {
        let said = ui.words.fill(Text::NeedsLine, &[("benefits", &self.leaving)]);
        let leaving = say("span.detail small", said).mark("hidden", self.leaving.is_empty());
        tag("li")
            .class(&["line", if self.included { "" } else { "off" }])
            .set("data-row", Row::Line(self.id.clone()).name())
            .put(self.pick(ui))
            .put(self.made.draw(ui).put(leaving))
            .put(
                self.thought
                    .as_ref()
                    .map_or_else(|| tag("div.part thought none"), |thought| thought.draw(&self.id, ui)),
            )
            .put(self.handles.as_ref().map_or_else(nothing, |handles| handles.draw(ui)))
            .put(notices::note_of(self.refused.as_deref()))
    }
}

impl LineRow {
    /// The box to tick of an optional line, the padlock of another.
    fn pick(&self, ui: &Ui) -> Node {
        if !self.optional {
            let padlock = tag("path")
                .set("d", "M6 9V6.5a4 4 0 0 1 8 0V9m-9 0h10v8H5z")
                .set("fill", "none")
                .set("stroke", "currentColor")
                .set("stroke-width", "1.5");
            let picture = tag("svg.fixed").set("viewBox", "0 0 20 20").set("role", "img");
            let picture = picture.set("aria-label", ui.text(Text::AlwaysIncluded)).put(padlock);
            return tag("div.pick").put(picture);
        }
        let id = self.id.clone();
        let label = ui.words.fill(Text::LineOptional, &[("label", &self.label)]);
        let tick = ui.tick(self.included, self.locked, move |on| Action::LineIncluded(id.clone(), on));
        tag("div.pick").put(tag("label").put(tick.set("aria-label", label)))
    }
}

impl Part {
    fn draw(&self, ui: &Ui) -> Node {
        self.details.iter().fold(self.head.draw(ui), |part, detail| {
            let inputs = detail.inputs.iter().enumerate();
            let blanks = inputs.map(|(i, input)| {
                let dash = text(if i > 0 { " – " } else { "" });
                several(vec![dash, input.draw(ui)])
            });
            part.put(tag("span.detail").key(&*detail.key).all(blanks.collect()).text([" ", &detail.of].concat()))
        })
    }
}

impl Thought {
    fn draw(&self, id: &str, ui: &Ui) -> Node {
        let id = id.to_owned();
        let keep = ui.tick(self.kept, self.locked, move |on| Action::AdviceIncluded(id.clone(), on));
        let name = tag("label.detail keep-advice").put(keep).text(ui.text(Text::KeepAdvice));
        let of = say("span.sr", [ui.text(Text::Colon), self.label.clone()].concat());
        self.part.draw(ui).put(name.put(of))
    }
}

/// A side of a line: what it is and what it costs.
#[derive(PartialEq)]
struct Side {
    spec: &'static str,
    label: String,
    price: String,
}

fn side(spec: &'static str, set: &brief::Side) -> AnyView {
    AnyView::new(Side { spec, label: set.label.clone(), price: set.price.clone() })
}

impl View for Side {
    fn draw(&self, _: &Ui) -> Node {
        tag(self.spec).put(say("span.what", self.label.clone())).put(price(&self.price))
    }
}

//! What the desk sets of a line beyond what prospects see: its price, when it falls due, and what it depends on.

use crate::app::{Cell, DeskAction, Field, NameOf, Row, RowChoice, ShapeKind, Side, WorkChoice, time_of};
use crate::brief::{Amounts, tax_label};
use crate::estimate::{advice_is_bought, line_prices};
use crate::proposal::{Line, Nature, PercentOf, Proposal, Shape, Work};
use crate::view::cx::Cx;
use crate::view::desk::form::{self, Choice, Control, Item, Piece, Tick, option};
use crate::view::desk::shapes::{RANGES, holders, kinds, numbers};
use crate::view::desk::timing::due;
use crate::words::{Text, symbol_of};

const NATURES: [(Nature, Text); 3] = [
    (Nature::Fee, Text::NatureFee),
    (Nature::Purchase, Text::NaturePurchase),
    (Nature::OnBehalf, Text::NatureOnBehalf),
];

/// The controls of a line.
pub fn controls(cx: &Cx, line: &Line) -> Vec<Control> {
    let row = &Row::Line(line.id.clone());
    let mut all = vec![first(cx, line, row)];
    all.push(when(cx, line, row));
    if let Some(percent) = &line.percent_of {
        all.extend(share(cx, line, percent, row));
    } else {
        all.extend(price(cx, line, row));
        all.extend(work(cx, line, Side::Made, &line.making, row));
        all.extend(line.advice.iter().flat_map(|advice| work(cx, line, Side::Thought, &advice.time, row)));
    }
    all.extend(taxes(cx, line, row));
    all.extend(needs(cx, line, row));
    all
}

/// The texts, the kind of price and the place of a line.
fn first(cx: &Cx, line: &Line, row: &Row) -> Control {
    let tick = |text, on, choice: fn(bool) -> RowChoice| Control::Tick(Tick::new(cx.text(text), on, row, choice));
    let natures = NATURES.map(|(own, text)| option(cx.text(text), own == line.nature, row, RowChoice::Nature(own)));
    let mut fields = vec![
        form::field(cx, Field::Cell(row.clone(), Cell::Description), Text::DescriptionField, "area"),
        form::field(cx, Field::Name { of: NameOf::LineUnit, id: line.id.clone() }, Text::UnitField, "text"),
        Control::Menu(cx.text(Text::NatureField), natures.into()),
    ];
    let proposal = cx.app.proposal();
    if !proposal.sections.is_empty() {
        fields.push(Control::Menu(cx.text(Text::SectionField), sections(cx, line, row)));
    }
    if !proposal.choices.is_empty() {
        fields.push(Control::Menu(cx.text(Text::PartOfChoice), alternatives(cx, line, row)));
    }
    if let Some(chances) = chances(cx, proposal, line, row) {
        fields.push(Control::Menu(cx.text(Text::OnlyIfField), chances));
    }
    if line.percent_of.is_none() {
        let kind = ShapeKind::of(&line.unit_price);
        fields.push(Control::Menu(cx.text(Text::PriceKind), kinds(cx, &RANGES, kind, row, RowChoice::Shape)));
    }
    fields.push(tick(Text::IsOptional, line.optional, RowChoice::Optional));
    fields.push(tick(Text::IsShare, line.percent_of.is_some(), RowChoice::ShareOfOthers));
    if line.percent_of.is_none() {
        fields.push(tick(Text::HasAdvice, line.advice.is_some(), RowChoice::Advised));
    }
    Control::Fields(fields)
}

fn sections(cx: &Cx, line: &Line, row: &Row) -> Vec<Choice> {
    let mut options = vec![option(cx.text(Text::NoSection), line.section.is_none(), row, RowChoice::Section(None))];
    options.extend(cx.app.proposal().sections.iter().map(|own| {
        let on = line.section.as_ref() == Some(&own.id);
        option(cx.words().typeset(&own.label), on, row, RowChoice::Section(Some(own.id.clone())))
    }));
    options
}

/// Every alternative of every choice, and none.
fn alternatives(cx: &Cx, line: &Line, row: &Row) -> Vec<Choice> {
    let mut options = vec![option(cx.text(Text::NoChoice), line.choice.is_none(), row, RowChoice::Alternative(None))];
    for choice in &cx.app.proposal().choices {
        options.extend(choice.alternatives.iter().map(|own| {
            let on = line.choice.as_ref() == Some(&choice.id) && line.alternative.as_ref() == Some(&own.id);
            let label = [&cx.words().typeset(&choice.label), &cx.text(Text::Colon), &*cx.words().typeset(&own.label)];
            let both = (choice.id.clone(), own.id.clone());
            option(label.concat(), on, row, RowChoice::Alternative(Some(both)))
        }));
    }
    options
}

/// The factors that are chances, and none; `None` if there is nothing to choose from.
fn chances(cx: &Cx, proposal: &Proposal, line: &Line, row: &Row) -> Option<Vec<Choice>> {
    let is_chance = |shape: &Shape| matches!(shape, Shape::Chance(_));
    let chances = proposal.factors.iter().filter(|own| is_chance(&own.value)).map(|own| {
        let on = line.only_if.as_ref() == Some(&own.id);
        option(cx.words().typeset(&own.label), on, row, RowChoice::OnlyIf(Some(own.id.clone())))
    });
    let mut options = vec![option(cx.text(Text::Always), line.only_if.is_none(), row, RowChoice::OnlyIf(None))];
    options.extend(chances);
    (options.len() > 1).then_some(options)
}

/// When the line falls due, as a sentence.
fn when(cx: &Cx, line: &Line, row: &Row) -> Control {
    let proposal = cx.app.proposal();
    let prices = row.place(proposal).map(|place| line_prices(proposal, &proposal.lines_in())[place]);
    let advice = prices.and_then(|prices| prices.thought).filter(|_| advice_is_bought(proposal, line));
    let parts = prices.map(|prices| prices.made).into_iter().chain(advice);
    let (mean, variance) =
        parts.fold((0.0, 0.0), |(mean, variance), part| (mean + part.mean, variance + part.width * part.width));
    let amount = Amounts::new(proposal, cx.words()).uncertain(mean, variance.sqrt());
    due(cx, row, &line.timing, amount, &line.label)
}

/// The lines of which it is a share.
fn share(cx: &Cx, line: &Line, percent: &PercentOf, row: &Row) -> Vec<Control> {
    let blank = form::cell(cx, row, Cell::Share, Text::ShareField, &line.label);
    let ticks = other_lines(cx, line, row, &percent.lines, RowChoice::ShareOf);
    vec![
        Control::Sentence(form::sentence(&cx.text(Text::ShareSentence), vec![("share", blank)])),
        Control::Ticks(cx.text(Text::ShareOfLines), ticks),
        Control::Note(cx.text(Text::ShareNote)),
    ]
}

/// The numbers and the holder of a price that is a range. A known price is in the line itself.
fn price(cx: &Cx, line: &Line, row: &Row) -> Option<Control> {
    if line.unit_price.known().is_some() {
        return None;
    }
    let field = |part| Field::Cell(row.clone(), Cell::Part(part));
    let mut pieces = vec![Piece::Text([&cx.text(Text::PriceKind), &*cx.text(Text::Colon)].concat())];
    pieces.extend(numbers(cx, &line.unit_price, &field, &line.label));
    let currency = &cx.app.proposal().currency;
    let held = [" ", symbol_of(currency).unwrap_or(currency), ", ", &cx.text(Text::HeldByWhom), " "].concat();
    pieces.push(Piece::Text(held));
    let holders = holders(cx, line.holder, row, RowChoice::Holder);
    pieces.push(Piece::Menu(cx.text(Text::HolderColumn), holders));
    Some(Control::Sentence(pieces))
}

/// The roles that work on a side of the line.
fn work(cx: &Cx, line: &Line, side: Side, works: &[Work], row: &Row) -> Vec<Control> {
    let title = if side == Side::Made { Text::WorkMade } else { Text::WorkThought };
    let items = works.iter().enumerate().map(|(place, work)| work_item(cx, line, (side, place), work, row)).collect();
    let add = DeskAction::Choose(row.clone(), RowChoice::Work(side, 0, WorkChoice::Add));
    let is_full = works.len() >= crate::proposal::MAX_WORKS || cx.app.proposal().rates.is_empty();
    vec![
        Control::Title(cx.text(title)),
        Control::Items(items),
        Control::Button(Text::AddWork, add.into(), None, is_full),
    ]
}

fn work_item(cx: &Cx, line: &Line, (side, place): (Side, usize), work: &Work, row: &Row) -> Item {
    let words = cx.words();
    let change = |change| RowChoice::Work(side, place, change);
    let choose = |text: String, on, own| option(text, on, row, change(own));
    let roles = cx.app.proposal().rates.iter();
    let roles =
        roles.map(|rate| choose(words.typeset(&rate.label), rate.id == work.role, WorkChoice::Role(rate.id.clone())));
    let label = Piece::Menu(cx.text(Text::RateField), roles.collect());
    let shape = time_of(work).copied().unwrap_or_default();
    let field = |part| Field::Time { line: line.id.clone(), side, index: place, part };
    let days = work.days.is_some();
    let units = vec![
        choose(cx.text(Text::InDays), days, WorkChoice::InDays(true)),
        choose(cx.text(Text::InHours), !days, WorkChoice::InDays(false)),
    ];
    let mut time = numbers(cx, &shape, &field, &line.label);
    time.push(Piece::Text(" ".to_owned()));
    time.push(Piece::Menu(cx.text(Text::UnitField), units));
    let kind = |kind| change(WorkChoice::Shape(kind));
    let shapes = kinds(cx, &RANGES, ShapeKind::of(&shape), row, kind);
    let mut fields = vec![time, vec![Piece::Menu(cx.text(Text::KindField), shapes)]];
    if !matches!(shape, Shape::Fixed(_)) {
        let held = holders(cx, work.holder, row, |holder| change(WorkChoice::Holder(holder)));
        let by = Piece::Text([&cx.text(Text::HeldByWhom), " "].concat());
        fields.push(vec![by, Piece::Menu(cx.text(Text::HolderColumn), held)]);
    }
    let per_unit = Tick::new(cx.text(Text::PerUnitField), work.per_unit, row, |on| change(WorkChoice::PerUnit(on)));
    let remove = DeskAction::Choose(row.clone(), change(WorkChoice::Remove));
    let name = [&cx.text(Text::Remove), &cx.text(Text::Colon), &*words.typeset(&line.label)].concat();
    Item {
        row: None,
        label,
        fields,
        ticks: vec![per_unit],
        remove: (name, remove.into(), false),
        note: String::new(),
        refused: None,
        inside: Vec::new(),
    }
}

/// The taxes that it bears, where there are some to choose from.
fn taxes(cx: &Cx, line: &Line, row: &Row) -> Option<Control> {
    let taxes = &cx.app.proposal().taxes;
    let ticks = taxes.iter().map(|tax| {
        Tick::new(tax_label(tax, cx.words()), line.taxes.contains(&tax.id), row, |on| {
            RowChoice::Taxed(tax.id.clone(), on)
        })
    });
    (!taxes.is_empty()).then(|| Control::Ticks(cx.text(Text::LineTaxes), ticks.collect()))
}

/// The lines that it needs, where there are others.
fn needs(cx: &Cx, line: &Line, row: &Row) -> Option<Control> {
    let ticks = other_lines(cx, line, row, &line.needs, RowChoice::Needs);
    (!ticks.is_empty()).then(|| Control::Ticks(cx.text(Text::NeedsLines), ticks))
}

/// A checkbox for each other line.
fn other_lines(
    cx: &Cx,
    line: &Line,
    row: &Row,
    checked: &[String],
    choice: fn(String, bool) -> RowChoice,
) -> Vec<Tick> {
    let others = cx.app.proposal().lines.iter().filter(|own| own.id != line.id);
    let tick = |own: &Line| {
        let label = if own.label.is_empty() { cx.text(Text::Unnamed) } else { cx.words().typeset(&own.label) };
        Tick::new(label, checked.contains(&own.id), row, |on| choice(own.id.clone(), on))
    };
    others.map(tick).collect()
}

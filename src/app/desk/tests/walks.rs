//! Whatever is done in whatever order, what is composed can be computed, and undoing leads back.

use super::*;
use crate::proposal::Nature;

/// A small generator of numbers, the same ones for a seed.
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())].clone()
    }
}

const LISTS: [List; 9] = [
    List::Rates,
    List::Taxes,
    List::Payments,
    List::Sections,
    List::Choices,
    List::ToIds,
    List::FromIds,
    List::Factors,
    List::Benefits,
];
const KINDS: [ShapeKind; 6] =
    [ShapeKind::Fixed, ShapeKind::Pert, ShapeKind::Interval90, ShapeKind::Uniform, ShapeKind::Chance, ShapeKind::Count];
const CELLS: [Cell; 11] = [
    Cell::Label,
    Cell::Code,
    Cell::Alternative(0),
    Cell::Description,
    Cell::Value,
    Cell::Month,
    Cell::Part(0),
    Cell::Share,
    Cell::StartMonth,
    Cell::Months,
    Cell::ScaledAt,
];
const TEXTS: [&str; 8] = ["", "0", "1", "2,5", "30 %", "400", "-3", "un peu"];

/// A row of the proposal.
fn row(app: &App, dice: &mut Dice) -> Row {
    let proposal = app.proposal();
    let mut rows: Vec<Row> = [Row::Line(String::new()), Row::Factor(String::new()), Row::Benefit(String::new())]
        .iter()
        .flat_map(|own| own.siblings(proposal))
        .collect();
    rows.extend([Row::Entry(Entry::Discount), Row::Entry(Entry::InHouse), Row::Entry(Entry::Horizon)]);
    rows.extend(LISTS.iter().flat_map(|list| (0..list.count(proposal)).map(|place| Row::Item(*list, place))));
    dice.pick(&rows)
}

fn choice(app: &App, dice: &mut Dice) -> RowChoice {
    let proposal = app.proposal();
    let line = dice.pick(&proposal.lines).id;
    let factor = proposal.factors.first().map(|own| own.id.clone()).unwrap_or_default();
    let on = dice.roll(2) == 0;
    let kind = dice.pick(&KINDS);
    let repeats = dice.pick(&[Repeats::Once, Repeats::Monthly]);
    let alternative =
        proposal.choices.first().and_then(|own| Some((own.id.clone(), own.alternatives.first()?.id.clone())));
    let work = match dice.roll(6) {
        0 => WorkChoice::Add,
        1 => WorkChoice::Remove,
        2 => WorkChoice::InDays(on),
        3 => WorkChoice::Shape(kind),
        4 => WorkChoice::PerUnit(on),
        _ => WorkChoice::Role(proposal.rates[0].id.clone()),
    };
    let side = dice.pick(&[Side::Made, Side::Thought]);
    let all = [
        RowChoice::Optional(on),
        RowChoice::Advised(on),
        RowChoice::Nature(dice.pick(&[Nature::Fee, Nature::Purchase, Nature::OnBehalf])),
        RowChoice::Section(proposal.sections.first().map(|own| own.id.clone())),
        RowChoice::Taxed(proposal.taxes.first().map(|own| own.id.clone()).unwrap_or_default(), on),
        RowChoice::Alternative(alternative),
        RowChoice::OnlyIf(Some(factor.clone()).filter(|_| on)),
        RowChoice::ShareOfOthers(on),
        RowChoice::ShareOf(line.clone(), on),
        RowChoice::InAdvance(on),
        RowChoice::Work(side, dice.roll(2), work),
        RowChoice::Shape(kind),
        RowChoice::WithoutAdvice(Some(kind).filter(|_| on)),
        RowChoice::AdvisedBy(line.clone(), on),
        RowChoice::ScalesWith(Some(line.clone()).filter(|_| on)),
        RowChoice::Repeats(repeats),
        RowChoice::Multiplies(factor, on),
        RowChoice::Needs(line, on),
        RowChoice::Default(on),
        RowChoice::Required(on),
        RowChoice::AddAlternative,
        RowChoice::RemoveAlternative(dice.roll(2)),
        RowChoice::Discount(dice.pick(&[DiscountKind::None, DiscountKind::Share, DiscountKind::Amount])),
    ];
    dice.pick(&all)
}

fn step(app: &App, dice: &mut Dice) -> Action {
    let row = row(app, dice);
    match dice.roll(10) {
        0 | 1 => DeskAction::AddRow(dice.pick(&LISTS)).into(),
        2 if !matches!(row, Row::Line(_)) || app.proposal().lines.len() > 2 => DeskAction::RemoveRow(row).into(),
        3 => Action::Typed(Field::Cell(row, dice.pick(&CELLS)), dice.pick(&TEXTS).to_owned()),
        4 => DeskAction::CompareInHouse(dice.roll(2) == 0).into(),
        _ => DeskAction::Choose(row, choice(app, dice)).into(),
    }
}

#[test]
fn whatever_is_done_can_be_computed_and_sealed_and_undone() {
    for seed in 0..12 {
        let mut dice = Dice(seed);
        let mut app = desk();
        let before = app.proposal().clone();
        for _ in 0..60 {
            let action = step(&app, &mut dice);
            let typed =
                if let Action::Typed(field, text) = &action { Some((field.clone(), text.clone())) } else { None };
            app.reduce(action.clone());
            assert_eq!(check(app.proposal().clone()).map(|_| ()), Ok(()), "{seed}: {action:?}");
            assert_eq!(app.offered(), app.proposal(), "{seed}: {action:?}");
            if let Some((field, text)) = typed {
                assert_eq!(app.text_of(&field), text, "what was typed is never lost");
            }
        }
        let mut prospect = App::new(Start { chunks: Chunks::all(), ..Start::default() });
        prospect.reduce(Action::LinkOpened(app.link()));
        assert_eq!(prospect.proposal(), app.proposal(), "{seed}");
        while app.can_travel().0 {
            app.reduce(Action::Undone);
        }
        assert_eq!(*app.proposal(), before, "{seed}");
    }
}

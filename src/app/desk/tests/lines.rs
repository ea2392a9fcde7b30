//! What the desk edits of a line and of a factor beyond what prospects see.

use super::*;
use crate::proposal::{Nature, PercentOf};

fn choose(app: &mut App, row: &Row, choice: RowChoice) {
    app.reduce(Action::from(DeskAction::Choose(row.clone(), choice)));
}

/// Asserts that the link carries what is composed and that undoing everything leads back.
#[track_caller]
fn travels(app: &mut App, before: &Proposal) {
    is_sound(app);
    let mut prospect = App::new(Start { chunks: Chunks::all(), ..Start::default() });
    prospect.reduce(Action::LinkOpened(app.link()));
    assert_eq!(prospect.proposal(), app.proposal());
    while app.can_travel().0 {
        app.reduce(Action::Undone);
    }
    assert_eq!(app.proposal(), before);
    while app.can_travel().1 {
        app.reduce(Action::Redone);
    }
    is_sound(app);
}

/// A desk whose first line has the price 2,500 and no work.
fn priced() -> (App, Row) {
    let mut app = desk();
    let row = Row::Line(line(&app, 0));
    choose(&mut app, &row, RowChoice::ShareOfOthers(true));
    choose(&mut app, &row, RowChoice::ShareOfOthers(false));
    let id = line(&app, 0);
    type_in(&mut app, Field::Quantity { line: id.clone() }, "1");
    type_in(&mut app, Field::Price { line: id }, "2500");
    (app, row)
}

#[test]
fn a_line_falls_due_once_or_monthly() {
    let (mut app, row) = priced();
    let before = desk().proposal().clone();
    let cell = |own| Field::Cell(row.clone(), own);
    type_in(&mut app, cell(Cell::Description), "Un accompagnement.\nChaque mois.");
    choose(&mut app, &row, RowChoice::Nature(Nature::Purchase));
    choose(&mut app, &row, RowChoice::Repeats(Repeats::Monthly));
    choose(&mut app, &row, RowChoice::InAdvance(true));
    type_in(&mut app, cell(Cell::Months), "8");
    type_in(&mut app, cell(Cell::FirmMonths), "6");
    assert_eq!(app.estimate().cost.monthly, 20_000.0);
    type_in(&mut app, cell(Cell::FirmMonths), "9");
    assert!(app.refused(&row).is_some());
    // A choice in the row applies, and what was typed stays refused.
    choose(&mut app, &row, RowChoice::InAdvance(false));
    assert!(app.refused(&row).is_some() && !app.proposal().lines[0].timing.in_advance);
    assert_eq!(app.text_of(&cell(Cell::FirmMonths)), "9");
    type_in(&mut app, cell(Cell::FirmMonths), "");
    type_in(&mut app, cell(Cell::StartMonth), "40");
    assert!(app.refused(&row).is_some());
    type_in(&mut app, cell(Cell::StartMonth), "3");
    let timing = app.proposal().lines[0].timing;
    assert_eq!((timing.start_month, timing.months, timing.firm_months), (3, Some(8), None));
    travels(&mut app, &before);
    choose(&mut app, &row, RowChoice::Repeats(Repeats::Once));
    assert_eq!(app.proposal().lines[0].timing.months, None);
    is_sound(&app);
}

#[test]
fn a_price_is_a_number_or_a_range() {
    let (mut app, row) = priced();
    let before = desk().proposal().clone();
    choose(&mut app, &row, RowChoice::Shape(ShapeKind::Pert));
    assert_eq!(app.proposal().lines[0].unit_price, Shape::Pert([2_500.0; 3]));
    let part = |part| Field::Cell(row.clone(), Cell::Part(part));
    type_in(&mut app, part(2), "4 000");
    type_in(&mut app, part(0), "3000");
    assert!(app.refused(&row).is_some());
    type_in(&mut app, part(0), "2 000 €");
    choose(&mut app, &row, RowChoice::Holder(Holder::ThirdParty));
    let own = &app.proposal().lines[0];
    assert_eq!((own.unit_price, own.holder), (Shape::Pert([2_000.0, 2_500.0, 4_000.0]), Holder::ThirdParty));
    travels(&mut app, &before);
    for kind in [ShapeKind::Uniform, ShapeKind::Interval90, ShapeKind::Fixed] {
        choose(&mut app, &row, RowChoice::Shape(kind));
        is_sound(&app);
    }
}

#[test]
fn several_roles_work_on_either_side() {
    let mut app = desk();
    let before = app.proposal().clone();
    let row = Row::Line(line(&app, 0));
    choose(&mut app, &row, RowChoice::Advised(true));
    let work = |side, place, change| RowChoice::Work(side, place, change);
    for side in [Side::Made, Side::Thought] {
        let works = |app: &App| match side {
            Side::Made => app.proposal().lines[0].making.clone(),
            Side::Thought => app.proposal().lines[0].advice.clone().unwrap().time,
        };
        let place = works(&app).len();
        choose(&mut app, &row, work(side, 0, WorkChoice::Add));
        choose(&mut app, &row, work(side, 0, WorkChoice::Add));
        let role = before.rates.last().unwrap().id.clone();
        choose(&mut app, &row, work(side, place, WorkChoice::Role(role.clone())));
        choose(&mut app, &row, work(side, place, WorkChoice::InDays(true)));
        choose(&mut app, &row, work(side, place, WorkChoice::Shape(ShapeKind::Pert)));
        choose(&mut app, &row, work(side, place, WorkChoice::Holder(Holder::Client)));
        choose(&mut app, &row, work(side, place, WorkChoice::PerUnit(true)));
        let time = |index, part| Field::Time { line: line(&app, 0), side, index, part };
        let (last, likely) = (time(place, 2), time(place, 1));
        type_in(&mut app, last, "4");
        type_in(&mut app, likely, "1,5");
        let own = works(&app)[place].clone();
        assert_eq!((own.days, own.hours), (Some(Shape::Pert([0.0, 1.5, 4.0])), None));
        assert_eq!((own.role, own.holder, own.per_unit), (role, Holder::Client, true));
        choose(&mut app, &row, work(side, place + 1, WorkChoice::Remove));
        assert_eq!(works(&app).len(), place + 1);
    }
    travels(&mut app, &before);
}

#[test]
fn a_line_needs_others_hangs_on_a_chance_and_is_a_share_of_others() {
    let mut app = desk();
    let before = app.proposal().clone();
    let (first, second) = (line(&app, 0), line(&app, 1));
    let (row, other) = (Row::Line(first.clone()), Row::Line(second.clone()));
    choose(&mut app, &row, RowChoice::Needs(second.clone(), true));
    choose(&mut app, &other, RowChoice::Needs(first.clone(), true));
    assert_eq!(app.refused(&other).unwrap().refusal, Refusal::Fault(crate::proposal::Fault::NeedsItself));
    choose(&mut app, &other, RowChoice::Needs(first.clone(), false));

    app.reduce(Action::from(DeskAction::AddRow(List::Factors)));
    let go = app.proposal().factors.last().unwrap().id.clone();
    choose(&mut app, &row, RowChoice::OnlyIf(Some(go.clone())));
    assert!(app.refused(&row).is_some(), "a range is no chance");
    choose(&mut app, &Row::Factor(go.clone()), RowChoice::Shape(ShapeKind::Chance));
    choose(&mut app, &row, RowChoice::OnlyIf(Some(go.clone())));
    assert_eq!(app.proposal().lines[0].only_if.as_ref(), Some(&go));
    is_sound(&app);

    app.reduce(Action::from(BriefAction::AddLine));
    let fees = Row::Line(app.proposal().lines.last().unwrap().id.clone());
    choose(&mut app, &fees, RowChoice::ShareOfOthers(true));
    choose(&mut app, &fees, RowChoice::ShareOf(first.clone(), true));
    assert_eq!(app.refused(&fees).unwrap().refusal, Refusal::Fault(crate::proposal::Fault::DueElsewhere));
    choose(&mut app, &fees, RowChoice::ShareOf(second.clone(), true));
    type_in(&mut app, Field::Cell(fees, Cell::Share), "12,5 %");
    let percent = PercentOf { lines: vec![second.clone()], share: 0.125 };
    assert_eq!(app.proposal().lines.last().unwrap().percent_of, Some(percent));
    travels(&mut app, &before);

    app.reduce(Action::from(DeskAction::RemoveRow(Row::Factor(go))));
    assert_eq!(app.proposal().lines[0].only_if, None);
    app.reduce(Action::from(DeskAction::RemoveRow(Row::Line(second))));
    assert!(app.proposal().lines[0].needs.is_empty());
    assert!(app.proposal().lines.last().unwrap().percent_of.as_ref().unwrap().lines.is_empty());
    is_sound(&app);
}

#[test]
fn a_factor_says_what_it_is_without_advice_and_what_it_follows() {
    let mut app = desk();
    let before = app.proposal().clone();
    let advised = before.lines.iter().find(|line| line.advice.is_some()).unwrap().id.clone();
    let place = before.factors.iter().position(|own| matches!(own.value, Shape::Pert(_))).unwrap();
    let row = Row::Factor(before.factors[place].id.clone());
    choose(&mut app, &row, RowChoice::WithoutAdvice(None));
    assert!(app.proposal().factors[place].without_advice.is_none());
    choose(&mut app, &row, RowChoice::WithoutAdvice(Some(ShapeKind::Pert)));
    assert_eq!(app.proposal().factors[place].without_advice, Some(before.factors[place].value));
    choose(&mut app, &row, RowChoice::WithoutAdvice(Some(ShapeKind::Fixed)));
    let field = Field::Cell(row.clone(), Cell::Part(0));
    type_in(&mut app, field.clone(), "un peu");
    assert!(app.refused(&row).is_some() && app.text_of(&field) == "un peu");
    let percent = before.factors[place].unit == "%";
    type_in(&mut app, field, "3");
    assert_eq!(app.proposal().factors[place].without_advice, Some(Shape::Fixed(if percent { 0.03 } else { 3.0 })));
    choose(&mut app, &row, RowChoice::AdvisedBy(advised.clone(), true));
    assert!(app.proposal().factors[place].advised_by.contains(&advised));
    let first = line(&app, 0);
    choose(&mut app, &row, RowChoice::ScalesWith(Some(first)));
    let quantity = app.proposal().lines[0].quantity;
    assert_eq!(app.proposal().factors[place].scales_with.as_ref().unwrap().at, quantity.max(1.0));
    type_in(&mut app, Field::Cell(row.clone(), Cell::ScaledAt), "0");
    assert!(app.refused(&row).is_some());
    type_in(&mut app, Field::Cell(row.clone(), Cell::ScaledAt), "40");
    travels(&mut app, &before);
    choose(&mut app, &row, RowChoice::ScalesWith(None));
    is_sound(&app);
}

#[test]
fn a_benefit_comes_for_some_months_and_grows_to_its_amount() {
    let mut app = desk();
    let before = app.proposal().clone();
    let benefit = before.benefits[0].clone();
    let row = Row::Benefit(benefit.id);
    choose(&mut app, &row, RowChoice::Repeats(Repeats::Monthly));
    type_in(&mut app, Field::Cell(row.clone(), Cell::Months), "6");
    type_in(&mut app, Field::Cell(row.clone(), Cell::Ramp), "2,5");
    assert_eq!(app.refused(&row).unwrap().refusal, Refusal::NotWhole);
    type_in(&mut app, Field::Cell(row.clone(), Cell::Ramp), "3");
    choose(&mut app, &row, RowChoice::UnitFactor(Some("none of them".into())));
    assert!(app.refused(&row).is_some());
    choose(&mut app, &row, RowChoice::UnitFactor(Some(benefit.factors[0].clone())));
    let own = &app.proposal().benefits[0];
    assert_eq!((own.timing.months, own.timing.ramp_months), (Some(6), 3));
    assert_eq!(own.unit_factor.as_ref(), Some(&benefit.factors[0]));
    travels(&mut app, &before);
}

#[test]
fn every_choice_in_every_row_leaves_a_sound_proposal_or_says_why_not() {
    let start = desk();
    let lines: Vec<String> = start.proposal().lines.iter().map(|line| line.id.clone()).collect();
    let kinds = [ShapeKind::Fixed, ShapeKind::Pert, ShapeKind::Interval90, ShapeKind::Uniform];
    for id in &lines {
        let row = Row::Line(id.clone());
        let mut choices: Vec<RowChoice> = kinds.map(RowChoice::Shape).to_vec();
        choices.extend(lines.iter().map(|other| RowChoice::Needs(other.clone(), true)));
        choices.extend([RowChoice::Repeats(Repeats::Monthly), RowChoice::ShareOfOthers(true)]);
        choices.extend(lines.iter().map(|other| RowChoice::ShareOf(other.clone(), true)));
        choices.extend([Nature::Fee, Nature::Purchase, Nature::OnBehalf].map(RowChoice::Nature));
        let mut app = desk();
        for choice in choices {
            choose(&mut app, &row, choice.clone());
            assert_eq!(check(app.proposal().clone()).map(|_| ()), Ok(()), "{choice:?}");
            let change = app.refused(&row).is_some();
            app.reduce(Action::from(DeskAction::Choose(row.clone(), RowChoice::Optional(true))));
            assert!(!app.has_refused_text(), "{choice:?}, refused: {change}");
        }
    }
}

//! Prices and taxes: whatever is edited is checked, sealed and undone like everything else at the desk.

use super::*;
use crate::proposal::Money;

/// The number or text of a cell of a list.
fn cell(list: List, place: usize, cell: Cell) -> Field {
    Field::Cell(Row::Item(list, place), cell)
}

fn choose(app: &mut App, row: Row, choice: RowChoice) {
    app.reduce(Action::from(DeskAction::Choose(row, choice)));
}

fn add(app: &mut App, list: List) {
    app.reduce(Action::from(DeskAction::AddRow(list)));
}

/// Asserts that a prospect who opens the link sees what is composed, and that undo and redo lead there and back.
#[track_caller]
fn travels(app: &mut App, before: &Proposal, steps: usize) {
    is_sound(app);
    let now = app.proposal().clone();
    let mut prospect = App::new(Start { chunks: Chunks::all(), ..Start::default() });
    prospect.reduce(Action::LinkOpened(app.link()));
    assert_eq!(*prospect.proposal(), now);
    (0..steps).for_each(|_| _ = app.reduce(Action::Undone));
    assert_eq!(app.proposal(), before);
    (0..steps).for_each(|_| _ = app.reduce(Action::Redone));
    assert_eq!(*app.proposal(), now);
}

#[test]
fn rates_are_added_and_changed_and_those_in_use_stay() {
    let mut app = desk();
    let before = app.proposal().clone();
    let place = before.rates.len();
    add(&mut app, List::Rates);
    type_in(&mut app, cell(List::Rates, place, Cell::Label), "Photographe");
    type_in(&mut app, cell(List::Rates, place, Cell::Value), "1 250,50 €");
    let rate = app.proposal().rates.last().unwrap();
    assert_eq!((rate.label.as_str(), rate.day_rate), ("Photographe", Money(1_250.5)));
    travels(&mut app, &before, 3);

    let used = before.rates.iter().position(|rate| lines_at(&before, &rate.id).next().is_some()).unwrap();
    let whole = app.proposal().clone();
    app.reduce(Action::from(DeskAction::RemoveRow(Row::Item(List::Rates, used))));
    assert_eq!(*app.proposal(), whole, "a rate in use stays");
    app.reduce(Action::from(DeskAction::RemoveRow(Row::Item(List::Rates, place))));
    assert_eq!(app.proposal().rates, before.rates);
    is_sound(&app);
}

#[test]
fn a_number_that_is_refused_keeps_its_text_and_moves_with_its_row() {
    let mut app = desk();
    add(&mut app, List::Taxes);
    add(&mut app, List::Taxes);
    let field = cell(List::Taxes, 1, Cell::Value);
    type_in(&mut app, field.clone(), "cent vingt");
    assert!(app.refused(&field.row()).is_some());
    type_in(&mut app, field.clone(), "120");
    assert_eq!(app.refused(&field.row()).unwrap().refusal, Refusal::Fault(crate::proposal::Fault::NotAFraction));
    assert_eq!(app.text_of(&field), "120", "what was typed is never lost");
    app.reduce(Action::from(DeskAction::RemoveRow(Row::Item(List::Taxes, 0))));
    let moved = cell(List::Taxes, 0, Cell::Value);
    assert_eq!(app.text_of(&moved), "120");
    assert!(app.refused(&moved.row()).is_some() && app.refused(&field.row()).is_none());
    type_in(&mut app, moved, "12");
    assert_eq!(app.proposal().taxes[0].rate, 0.12);
    is_sound(&app);
}

#[test]
fn the_first_tax_takes_over_the_rate_and_a_removed_one_leaves_its_lines() {
    let mut app = desk();
    type_in(&mut app, Field::Entry(Entry::VatRate), "5,5 %");
    let before = app.proposal().clone();
    assert_eq!(before.vat_rate, 0.055);
    let cost = app.estimate().cost.incl_vat;
    add(&mut app, List::Taxes);
    assert_eq!(app.estimate().cost.incl_vat, cost, "no figure changes");
    add(&mut app, List::Taxes);
    type_in(&mut app, cell(List::Taxes, 1, Cell::Label), "TVQ");
    type_in(&mut app, cell(List::Taxes, 1, Cell::Value), "9,975");
    type_in(&mut app, cell(List::Taxes, 1, Cell::Code), "1234 TQ 0001");
    choose(&mut app, Row::Item(List::Taxes, 1), RowChoice::Default(true));
    let tax = app.proposal().taxes[1].clone();
    assert_eq!((tax.rate, tax.number.as_str(), tax.default), (0.09975, "1234 TQ 0001", true));
    let row = Row::Line(line(&app, 0));
    choose(&mut app, row, RowChoice::Taxed(tax.id.clone(), true));
    assert_eq!(app.proposal().lines[0].taxes, [tax.id]);
    travels(&mut app, &before, 7);
    app.reduce(Action::from(DeskAction::RemoveRow(Row::Item(List::Taxes, 1))));
    assert!(app.proposal().lines[0].taxes.is_empty());
    app.reduce(Action::from(DeskAction::RemoveRow(Row::Item(List::Taxes, 0))));
    assert_eq!((app.proposal().taxes.len(), app.estimate().cost.vat), (0, 0.0));
    type_in(&mut app, Field::Entry(Entry::TaxNote), "TVA non applicable, art. 293 B du CGI");
    is_sound(&app);
}

#[test]
fn a_discount_is_a_share_or_an_amount() {
    let mut app = desk();
    choose(&mut app, Row::Entry(Entry::Discount), RowChoice::Discount(DiscountKind::None));
    let before = app.proposal().clone();
    assert_eq!(before.discount, None);
    choose(&mut app, Row::Entry(Entry::Discount), RowChoice::Discount(DiscountKind::Share));
    type_in(&mut app, Field::Entry(Entry::DiscountLabel), "Première mission");
    type_in(&mut app, Field::Entry(Entry::Discount), "7,5");
    assert_eq!(app.proposal().discount.as_ref().unwrap().share, Some(0.075));
    type_in(&mut app, Field::Entry(Entry::Discount), "107");
    assert!(app.refused(&Row::Entry(Entry::Discount)).is_some());
    choose(&mut app, Row::Entry(Entry::Discount), RowChoice::Discount(DiscountKind::Amount));
    type_in(&mut app, Field::Entry(Entry::Discount), "750");
    let discount = app.proposal().discount.clone().unwrap();
    assert_eq!((discount.amount, discount.label.as_str()), (Some(Money(750.0)), "Première mission"));
    travels(&mut app, &before, 5);
}

#[test]
fn the_last_payment_takes_what_the_others_leave() {
    let mut app = desk();
    let before = app.proposal().clone();
    assert!(before.payments.is_empty());
    (0..3).for_each(|_| add(&mut app, List::Payments));
    type_in(&mut app, cell(List::Payments, 0, Cell::Label), "À la commande");
    type_in(&mut app, cell(List::Payments, 0, Cell::Value), "30");
    type_in(&mut app, cell(List::Payments, 1, Cell::Value), "30,1 %");
    type_in(&mut app, cell(List::Payments, 2, Cell::Month), "6");
    let shares = |app: &App| app.proposal().payments.iter().map(|own| own.share).collect::<Vec<_>>();
    assert_eq!(shares(&app), [0.3, 0.301, 0.399]);
    let field = cell(List::Payments, 1, Cell::Value);
    type_in(&mut app, field.clone(), "75");
    assert_eq!(app.refused(&field.row()).unwrap().refusal, Refusal::Fault(crate::proposal::Fault::NotTheWhole));
    assert_eq!((shares(&app), app.text_of(&field).as_str()), (vec![0.3, 0.301, 0.399], "75"));
    type_in(&mut app, field, "70");
    assert_eq!(shares(&app), [0.3, 0.7, 0.0]);
    let late = cell(List::Payments, 1, Cell::Month);
    type_in(&mut app, late.clone(), "600");
    assert!(matches!(
        app.refused(&late.row()).unwrap().refusal,
        Refusal::Fault(crate::proposal::Fault::BeyondHorizon(_))
    ));
    type_in(&mut app, late, "2");
    travels(&mut app, &before, 9);
    app.reduce(Action::from(DeskAction::RemoveRow(Row::Item(List::Payments, 1))));
    assert_eq!(shares(&app), [0.3, 0.7]);
    app.reduce(Action::from(DeskAction::RemoveRow(Row::Item(List::Payments, 0))));
    assert_eq!(shares(&app), [1.0]);
    is_sound(&app);
}

#[test]
fn the_numbers_and_texts_of_the_proposal_itself_are_typed() {
    let mut app = desk();
    let before = app.proposal().clone();
    let entries = [
        (Entry::HoursPerDay, "7,5"),
        (Entry::Horizon, "30"),
        (Entry::DiscountRate, "4 %"),
        (Entry::Currency, "chf"),
        (Entry::Mentions, "Une mention.\nUne autre."),
        (Entry::ToPhone, "+33 2 98 00 00 00"),
        (Entry::ToAddress, "3 rue du Port\n29200 Brest"),
        (Entry::FromPhone, "02 98 11 11 11"),
        (Entry::FromAddress, "1 quai\nBrest"),
    ];
    for (entry, text) in entries {
        type_in(&mut app, Field::Entry(entry), text);
    }
    app.reduce(Action::from(DeskAction::Bind(!before.binding)));
    for list in [List::ToIds, List::FromIds] {
        add(&mut app, list);
        let last = list.count(app.proposal()) - 1;
        type_in(&mut app, cell(list, last, Cell::Label), "SIRET");
        type_in(&mut app, cell(list, last, Cell::Code), "123 456 789 00012");
    }
    let now = app.proposal();
    assert_eq!((now.hours_per_day, now.horizon_months, now.discount_rate), (7.5, 30, 0.04));
    assert_eq!((now.currency.as_str(), now.binding), ("CHF", !before.binding));
    assert_eq!(now.mentions, "Une mention.\nUne autre.");
    assert_eq!(now.to.ids.last().unwrap().value, "123 456 789 00012");
    travels(&mut app, &before, entries.len() + 7);
    for (entry, text) in [(Entry::HoursPerDay, "25"), (Entry::Horizon, "2,5"), (Entry::Currency, "eu")] {
        type_in(&mut app, Field::Entry(entry), text);
        assert!(app.refused(&Row::Entry(entry)).is_some(), "{entry:?}");
        assert_eq!(app.text_of(&Field::Entry(entry)), text);
    }
}

#[test]
fn doing_it_in_house_is_compared_or_kept_aside() {
    let mut app = desk();
    app.reduce(Action::from(DeskAction::CompareInHouse(false)));
    assert!(app.proposal().in_house.is_none());
    let before = app.proposal().clone();
    app.reduce(Action::from(DeskAction::CompareInHouse(true)));
    for (entry, text) in [
        (Entry::GrossSalary, "45 000"),
        (Entry::EmployerCharges, "42"),
        (Entry::Overhead, "25 %"),
        (Entry::WorkingDays, "218"),
        (Entry::Purchases, "19 500 €"),
        (Entry::Delay, "2"),
    ] {
        type_in(&mut app, Field::Entry(entry), text);
    }
    let row = Row::Entry(Entry::InHouse);
    choose(&mut app, row.clone(), RowChoice::Shape(ShapeKind::Fixed));
    choose(&mut app, row.clone(), RowChoice::Shape(ShapeKind::Pert));
    let days = |part| Field::Cell(row.clone(), Cell::Part(part));
    app.reduce(Action::Typed(days(2), "90".into()));
    app.reduce(Action::Typed(days(1), "120".into()));
    assert_eq!(app.refused(&row).unwrap().refusal, Refusal::Fault(crate::proposal::Fault::NotAscending));
    type_in(&mut app, days(1), "52");
    type_in(&mut app, days(0), "30");
    choose(&mut app, row.clone(), RowChoice::Repeats(Repeats::Monthly));
    type_in(&mut app, Field::Cell(row, Cell::Months), "3");
    let own = app.proposal().in_house.clone().unwrap();
    assert_eq!((own.gross_salary, own.employer_charges, own.delay_months), (Money(45_000.0), 0.42, 2));
    assert_eq!((own.days, own.timing.months), (Shape::Pert([30.0, 52.0, 90.0]), Some(3)));
    is_sound(&app);
    app.reduce(Action::from(DeskAction::CompareInHouse(false)));
    assert_eq!(*app.proposal(), before);
    app.reduce(Action::from(DeskAction::CompareInHouse(true)));
    assert_eq!(app.proposal().in_house, Some(own));
    is_sound(&app);
}

#[test]
fn sections_and_choices_are_named_by_lines_and_let_them_go() {
    let mut app = desk();
    let before = app.proposal().clone();
    let row = Row::Line(line(&app, 0));
    add(&mut app, List::Sections);
    let section = app.proposal().sections[0].id.clone();
    choose(&mut app, row.clone(), RowChoice::Section(Some(section)));
    add(&mut app, List::Choices);
    let of = Row::Item(List::Choices, 0);
    choose(&mut app, of.clone(), RowChoice::Required(true));
    assert!(app.refused(&of).is_some(), "there is nothing to take yet");
    choose(&mut app, of.clone(), RowChoice::AddAlternative);
    choose(&mut app, of.clone(), RowChoice::AddAlternative);
    type_in(&mut app, Field::Cell(of.clone(), Cell::Alternative(1)), "Duo");
    choose(&mut app, of.clone(), RowChoice::Required(true));
    let choice = app.proposal().choices[0].clone();
    assert_eq!(choice.chosen.as_ref(), Some(&choice.alternatives[0].id));
    let duo = choice.alternatives[1].id.clone();
    choose(&mut app, row, RowChoice::Alternative(Some((choice.id.clone(), duo.clone()))));
    assert!(!app.proposal().lines_in()[0]);
    app.reduce(Action::Chosen(choice.id, Some(duo)));
    assert!(app.proposal().lines_in()[0]);
    travels(&mut app, &before, 9);
    choose(&mut app, of.clone(), RowChoice::RemoveAlternative(1));
    let own = &app.proposal().lines[0];
    assert_eq!((&own.choice, &own.alternative), (&None, &None));
    assert_eq!(app.proposal().choices[0].chosen, Some(app.proposal().choices[0].alternatives[0].id.clone()));
    app.reduce(Action::from(DeskAction::RemoveRow(of)));
    app.reduce(Action::from(DeskAction::RemoveRow(Row::Item(List::Sections, 0))));
    assert_eq!(*app.proposal(), before);
    is_sound(&app);
}

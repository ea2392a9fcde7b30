use super::super::reply::{Channel, Stage};
use super::super::{Action, BriefAction, Chunks, Delivery, Entry, Field, NameOf, Notice, ReplyAction, Side, Start};
use super::*;
use crate::proposal::{Answer, BenefitKind, Date, Holder, Repeats, Shape, SourceKind};
use crate::words::Language;

mod lines;
mod terms;
mod walks;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// A desk with an example's agency file, on 12 March 2026.
pub(super) fn desk() -> App {
    let file = serde_json::from_str(include_str!("../../../examples/evenement.json")).unwrap();
    App::new(Start {
        agency: Some(file),
        language: Some(Language::French),
        today: Some(day("2026-03-12")),
        address: "https://agency.example/".to_owned(),
        composing: true,
        chunks: Chunks::all(),
        ..Start::default()
    })
}

/// The address of a reply to the brief of a link.
pub(super) fn sealed_reply(link: &str, answer: Answer) -> String {
    let mut prospect = App::new(Start { today: Some(day("2026-03-14")), chunks: Chunks::all(), ..Start::default() });
    prospect.reduce(Action::LinkOpened(link.to_owned()));
    prospect.reduce(Action::from(ReplyAction::Answer(answer)));
    prospect.reply_link().unwrap()
}

fn type_in(app: &mut App, field: Field, text: &str) {
    app.reduce(Action::Typed(field.clone(), text.to_owned()));
    app.reduce(Action::Left(field));
}

fn line(app: &App, place: usize) -> String {
    app.proposal().lines[place].id.clone()
}

#[track_caller]
fn is_sound(app: &App) {
    assert_eq!(check(app.proposal().clone()).map(|_| ()), Ok(()));
    assert_eq!(app.offered(), app.proposal(), "what is composed is what is offered");
    assert!(!app.has_refused_text());
}

#[test]
fn everything_is_open_to_who_composes_and_what_they_close_is_sealed_closed() {
    let mut app = desk();
    for lock in [Lock::Rates, Lock::Texts, Lock::Quantities] {
        app.reduce(Action::from(DeskAction::Lock(lock, true)));
    }
    let price = Field::Price { line: line(&app, 0) };
    assert!(!app.is_closed(&price) && !app.is_locked(Lock::Rates));
    type_in(&mut app, price, "125,5");
    let label = Field::Label { line: line(&app, 0), side: Side::Made };
    type_in(&mut app, label, "Journée\nentière");
    type_in(&mut app, Field::Entry(Entry::ToName), "Hélène Morvan");
    type_in(&mut app, Field::Entry(Entry::ReplyBy), "2026-03-27");
    type_in(&mut app, Field::Entry(Entry::Objectives), " Recevoir 60 prescripteurs \n\nSigner");
    is_sound(&app);

    let mut prospect = App::new(Start { chunks: Chunks::all(), ..Start::default() });
    prospect.reduce(Action::LinkOpened(app.link()));
    let opened = prospect.proposal();
    assert_eq!(opened, app.proposal());
    assert_eq!(opened.lines[0].unit_price.known().unwrap(), 125.5);
    assert_eq!(opened.lines[0].label, "Journée entière");
    assert_eq!(opened.objectives, ["Recevoir 60 prescripteurs", "Signer"]);
    assert_eq!(opened.dates.reply_by, Some(day("2026-03-27")));
    assert!(prospect.is_locked(Lock::Rates) && prospect.is_locked(Lock::Quantities));
    assert!(!prospect.is_locked(Lock::Options));

    app.reduce(Action::from(DeskAction::Lock(Lock::Rates, false)));
    assert_eq!(app.proposal().locks, [Lock::Texts, Lock::Quantities]);
    app.reduce(Action::Undone);
    assert_eq!(app.proposal().locks.len(), 3);
}

#[test]
fn a_day_that_is_none_is_refused_and_an_empty_one_is_none() {
    let mut app = desk();
    let field = Field::Entry(Entry::ValidUntil);
    type_in(&mut app, field.clone(), "2026-04-31");
    assert!(app.refused(&field.row()).is_some());
    assert_eq!(app.text_of(&field), "2026-04-31", "what was typed is never lost");
    type_in(&mut app, field.clone(), "");
    assert!(app.refused(&field.row()).is_none());
    assert_eq!(app.proposal().dates.valid_until, None);
    app.reduce(Action::Typed(field.clone(), "x".repeat(400)));
    type_in(&mut app, Field::Entry(Entry::Title), &"x".repeat(400));
    assert!(app.refused(&Row::Entry(Entry::Title)).is_some());
}

#[test]
fn whatever_row_goes_the_rest_can_be_computed_and_comes_back() {
    let whole = desk().proposal().clone();
    let lines = whole.lines.iter().map(|line| Row::Line(line.id.clone()));
    let factors = whole.factors.iter().map(|factor| Row::Factor(factor.id.clone()));
    let benefits = whole.benefits.iter().map(|benefit| Row::Benefit(benefit.id.clone()));
    for row in lines.chain(factors).chain(benefits) {
        let mut app = desk();
        app.reduce(Action::from(DeskAction::RemoveRow(row.clone())));
        assert_ne!(*app.proposal(), whole, "{row:?}");
        is_sound(&app);
        app.reduce(Action::Undone);
        assert_eq!(*app.proposal(), whole);
        is_sound(&app);
    }
    let mut app = desk();
    for factor in &whole.factors {
        app.reduce(Action::from(DeskAction::RemoveRow(Row::Factor(factor.id.clone()))));
    }
    assert!(app.proposal().benefits.is_empty(), "a product of nothing is none");
    is_sound(&app);
}

#[test]
fn what_needs_a_line_leaves_with_it_and_what_its_advice_improved_is_without() {
    let mut app = desk();
    let whole = app.proposal().clone();
    let needed = whole.benefits.iter().find_map(|benefit| benefit.needs.first()).unwrap().clone();
    app.reduce(Action::from(DeskAction::RemoveRow(Row::Line(needed.clone()))));
    assert!(app.proposal().benefits.len() < whole.benefits.len());
    assert!(app.proposal().benefits.iter().all(|benefit| !benefit.needs.contains(&needed)));

    let mut app = desk();
    let improved = whole.factors.iter().find(|factor| factor.advised_by.len() == 1).unwrap();
    app.reduce(Action::from(DeskAction::RemoveRow(Row::Line(improved.advised_by[0].clone()))));
    let left = app.proposal().factors.iter().find(|factor| factor.id == improved.id).unwrap();
    assert_eq!((Some(left.value), &left.without_advice), (improved.without_advice, &None));
}

#[test]
fn rows_move_by_one_place_and_no_further_than_the_ends() {
    let mut app = desk();
    let before: Vec<String> = app.proposal().lines.iter().map(|line| line.id.clone()).collect();
    app.reduce(Action::from(DeskAction::MoveRow(Row::Line(before[0].clone()), true)));
    assert_eq!(line(&app, 0), before[0]);
    app.reduce(Action::from(DeskAction::MoveRow(Row::Line(before[0].clone()), false)));
    assert_eq!((line(&app, 0), line(&app, 1)), (before[1].clone(), before[0].clone()));
    let last = app.proposal().factors.last().unwrap().id.clone();
    app.reduce(Action::from(DeskAction::MoveRow(Row::Factor(last.clone()), false)));
    assert_eq!(app.proposal().factors.last().unwrap().id, last);
    is_sound(&app);
}

#[test]
fn added_rows_are_filled_in_by_typing_and_choosing() {
    let mut app = desk();
    app.reduce(Action::from(BriefAction::AddLine));
    let added = app.proposal().lines.last().unwrap().clone();
    assert!(!added.optional && added.included);
    app.reduce(Action::from(DeskAction::Choose(Row::Line(added.id.clone()), RowChoice::Optional(true))));
    app.reduce(Action::from(DeskAction::Choose(Row::Line(added.id.clone()), RowChoice::Advised(false))));
    type_in(&mut app, Field::Name { of: NameOf::LineUnit, id: added.id.clone() }, "jour");

    app.reduce(Action::from(DeskAction::AddRow(List::Factors)));
    let factor = app.proposal().factors.last().unwrap().id.clone();
    let row = Row::Factor(factor.clone());
    app.reduce(Action::from(DeskAction::Choose(row.clone(), RowChoice::Shape(ShapeKind::Fixed))));
    app.reduce(Action::from(DeskAction::Choose(row.clone(), RowChoice::Holder(Holder::Market))));
    app.reduce(Action::from(DeskAction::Choose(row, RowChoice::Source(SourceKind::Public))));
    type_in(&mut app, Field::Factor { factor: factor.clone(), part: 0 }, "12");
    type_in(&mut app, Field::Name { of: NameOf::Source, id: factor.clone() }, "Insee");
    type_in(&mut app, Field::Name { of: NameOf::FactorUnit, id: factor.clone() }, "contrats");

    app.reduce(Action::from(DeskAction::AddRow(List::Benefits)));
    let benefit = app.proposal().benefits.last().unwrap().clone();
    assert_eq!(benefit.kind, BenefitKind::Outcome, "what nobody has described is no money");
    let row = Row::Benefit(benefit.id.clone());
    let money = app.estimate().value;
    app.reduce(Action::from(DeskAction::Choose(row.clone(), RowChoice::Multiplies(factor.clone(), true))));
    app.reduce(Action::from(DeskAction::Choose(row.clone(), RowChoice::Multiplies(benefit.factors[0].clone(), false))));
    app.reduce(Action::from(DeskAction::Choose(row.clone(), RowChoice::Needs(added.id.clone(), true))));
    assert_eq!(app.estimate().value, money);
    app.reduce(Action::from(DeskAction::Choose(row.clone(), RowChoice::Counted(BenefitKind::Money))));
    app.reduce(Action::from(DeskAction::Choose(row.clone(), RowChoice::Repeats(Repeats::Monthly))));
    type_in(&mut app, Field::Start { benefit: benefit.id.clone() }, "2");
    assert!(app.estimate().value.unwrap().mean > money.unwrap().mean);
    is_sound(&app);

    let own = app.proposal().benefits.last().unwrap();
    assert_eq!((&own.factors, &own.needs), (&vec![factor.clone()], &vec![added.id]));
    let factor = app.proposal().factors.last().unwrap();
    assert_eq!((factor.value, factor.unit.as_str()), (Shape::Fixed(12.0), "contrats"));
    // A product needs a factor: the choice is refused at its row.
    app.reduce(Action::from(DeskAction::Choose(row.clone(), RowChoice::Multiplies(factor.id.clone(), false))));
    assert!(app.refused(&row).is_some());
    app.reduce(Action::from(DeskAction::Choose(row.clone(), RowChoice::Repeats(Repeats::Once))));
    is_sound(&app);
}

#[test]
fn every_shape_turns_into_every_other() {
    let kinds = [
        ShapeKind::Fixed,
        ShapeKind::Pert,
        ShapeKind::Interval90,
        ShapeKind::Uniform,
        ShapeKind::Chance,
        ShapeKind::Count,
    ];
    let shapes = [
        Shape::Fixed(0.0),
        Shape::Fixed(-3.0),
        Shape::Pert([-1.0, 0.0, 5_000.0]),
        Shape::Interval90([0.001, 900.0]),
        Shape::Uniform([-2.0, -1.0]),
        Shape::Chance(1.0),
        Shape::Count { trials: 4, rate: [0.0, 0.0, 1.0] },
    ];
    for (shape, kind) in shapes.iter().flat_map(|shape| kinds.map(|kind| (shape, kind))) {
        let turned = shapes::turn(shape, kind);
        assert_eq!(ShapeKind::of(&turned), kind);
        let factor = Factor { id: "a".into(), value: turned, ..Factor::default() };
        let proposal = Proposal { currency: "EUR".into(), factors: vec![factor], ..Proposal::default() };
        assert!(check(proposal).is_ok(), "{shape:?} as {kind:?}: {turned:?}");
    }
}

#[test]
fn the_effort_adds_up_and_is_kept_while_it_is_not_said() {
    let mut app = desk();
    app.reduce(Action::from(DeskAction::ShowEffort(false)));
    assert_eq!(app.proposal().effort, None);
    app.reduce(Action::from(DeskAction::ShowEffort(true)));
    assert_eq!(app.proposal(), desk().proposal());
    app.reduce(Action::from(DeskAction::AddRow(List::People)));
    app.reduce(Action::from(DeskAction::AddRow(List::People)));
    type_in(&mut app, Field::Name { of: NameOf::Person, id: "0".into() }, "Camille Ferrand");
    type_in(&mut app, Field::Hours { person: 0 }, "18");
    type_in(&mut app, Field::Hours { person: 1 }, "14,5");
    let effort = app.proposal().effort.clone().unwrap();
    assert_eq!((effort.people, effort.hours), (2, 32.5));
    assert_eq!(effort.by_person[0].name, "Camille Ferrand");
    app.reduce(Action::from(DeskAction::RemoveRow(Row::Person(0))));
    assert_eq!(app.proposal().effort.clone().unwrap().hours, 14.5);
    is_sound(&app);
}

#[test]
fn another_goal_keeps_whom_it_is_for_and_an_earlier_link_is_one_step() {
    let mut app = desk();
    type_in(&mut app, Field::Entry(Entry::ToName), "Hélène");
    app.reduce(Action::from(DeskAction::Lock(Lock::Texts, true)));
    let (link, first) = (app.link(), app.proposal().clone());
    let other = app.agency().unwrap().goals[1].id.clone();
    app.reduce(Action::GoalChosen(other));
    assert_ne!(app.proposal().title, first.title);
    assert_eq!((app.proposal().to.name.as_str(), &app.proposal().locks), ("Hélène", &first.locks));
    app.reduce(Action::LinkOpened(link));
    assert_eq!((app.proposal(), app.screen()), (&first, Screen::Estimator));
    app.reduce(Action::Undone);
    assert_ne!(app.proposal().title, first.title);
    is_sound(&app);
}

#[test]
fn a_file_is_started_from_or_its_faults_are_said() {
    let mut app = desk();
    let whole = app.proposal().clone();
    let mut file = crate::proposal::to_value(Proposal { title: "Un autre".into(), ..whole.clone() });
    app.reduce(Action::from(DeskAction::FileRead(Some(file.clone()))));
    assert_eq!(app.proposal().title, "Un autre");
    assert!(app.faults_of_file_for(FileUse::Start).is_none());
    app.reduce(Action::from(DeskAction::FileRead(None)));
    assert_eq!(app.faults_of_file_for(FileUse::Start), Some(&[][..]));
    let Value::Object(entries) = &mut file else { unreachable!("a proposal is an object") };
    entries[0].1 = "Un troisième".into();
    entries.push(("siret".to_owned(), "1".into()));
    app.reduce(Action::from(DeskAction::FileRead(Some(file.clone()))));
    assert_eq!(app.proposal().title, "Un troisième", "an unknown key keeps nothing back");
    assert_eq!(app.faults_of_file_for(FileUse::Start).unwrap()[0].path, "siret");
    let Value::Object(entries) = &mut file else { unreachable!("a proposal is an object") };
    entries.retain(|(name, _)| name != "currency");
    app.reduce(Action::from(DeskAction::FileRead(Some(file))));
    assert_eq!(app.faults_of_file_for(FileUse::Start).unwrap()[0].path, "currency");
    assert_eq!(app.proposal().title, "Un troisième", "a faulty file changes nothing");
}

#[test]
fn what_is_sent_is_in_the_list_and_its_reply_is_filed_and_compared() {
    let mut app = desk();
    type_in(&mut app, Field::Entry(Entry::ToOrganisation), "Les Charpentes du Léon");
    let link = app.link();
    let effects = app.reduce(Action::Delivered(Delivery::Brief(Channel::Copy), Stage::HandedOver));
    assert_eq!(app.notice(), Some(Notice::BriefCopied));
    assert!(matches!(&effects[..], [Effect::KeepRows(_)]), "{effects:?}");
    assert_eq!(app.reduce(Action::Left(Field::Entry(Entry::Title))), []);
    assert_eq!(app.outbox().briefs()[0].sent_on, day("2026-03-12"));

    let mut prospect = App::new(Start { today: Some(day("2026-03-14")), chunks: Chunks::all(), ..Start::default() });
    prospect.reduce(Action::LinkOpened(link));
    prospect.reduce(Action::Typed(Field::Quantity { line: line(&app, 0) }, "60".into()));
    prospect.reduce(Action::from(ReplyAction::Answer(Answer::YesWithChanges)));
    let reply = prospect.reply_link().unwrap();

    // After a reply was shown, the proposal being composed returns with its undo history.
    type_in(&mut app, Field::Entry(Entry::Title), "Le suivant");
    app.reduce(Action::from(DeskAction::PasteReply(["Bonjour, voici : ", &reply].concat())));
    app.reduce(Action::from(DeskAction::FileReply));
    assert!(matches!(app.filed(), Some(Ok(_))) && app.pasted_reply().is_empty());
    let id = app.outbox().briefs()[0].id.clone();
    assert_eq!(app.outbox().briefs()[0].reply().unwrap().changes, 1);
    app.reduce(Action::from(DeskAction::ShowReply(id.clone())));
    assert_eq!((app.screen(), app.is_composing()), (Screen::Answer, false));
    assert!(app.differs() && app.proposal().lines[0].quantity == 60.0);
    app.reduce(Action::Shown(Screen::Estimator));
    assert_eq!((app.proposal().title.as_str(), app.is_composing()), ("Le suivant", true));
    is_sound(&app);
    app.reduce(Action::Undone);
    assert_ne!(app.proposal().title, "Le suivant");

    app.reduce(Action::from(DeskAction::PasteReply("rien de lisible".into())));
    app.reduce(Action::from(DeskAction::FileReply));
    assert!(matches!(app.filed(), Some(Err(_))) && app.pasted_reply() == "rien de lisible");
    let list = app.outbox().to_json();
    app.reduce(Action::from(DeskAction::Forget(id)));
    assert!(app.outbox().briefs().is_empty());
    app.reduce(Action::from(DeskAction::FileRead(Some(list))));
    assert_eq!((app.outbox().briefs().len(), app.notice()), (1, Some(Notice::ListRead)));
}

#[test]
fn a_reply_to_something_else_is_held_against_what_was_sent() {
    let mut app = desk();
    type_in(&mut app, Field::Entry(Entry::ToName), "Loïc");
    app.reduce(Action::Delivered(Delivery::Brief(Channel::Copy), Stage::HandedOver));
    let sent = app.proposal().clone();
    let price = Field::Price { line: line(&app, 0) };
    type_in(&mut app, price, "99");
    let mut prospect = App::new(Start { today: Some(day("2026-03-14")), chunks: Chunks::all(), ..Start::default() });
    prospect.reduce(Action::LinkOpened(app.link()));
    prospect.reduce(Action::from(ReplyAction::Answer(Answer::Yes)));

    app.reduce(Action::LinkOpened(prospect.reply_link().unwrap()));
    assert_eq!(app.screen(), Screen::Answer);
    assert!(!app.outbox().briefs()[0].reply().unwrap().matches);
    assert_eq!(*app.offered(), sent);
    assert_eq!(app.proposal().lines[0].unit_price.known().unwrap(), 99.0);
    app.reduce(Action::Shown(Screen::Estimator));
    assert!(app.is_composing() && app.proposal().lines[0].unit_price.known().unwrap() == 99.0);
    is_sound(&app);
}

#[test]
fn every_way_to_hand_a_brief_over_says_what_came_of_it() {
    for (via, stage, notice, filed) in [
        (Channel::Mail, Stage::HandedOver, Notice::BriefWritten, 1),
        (Channel::Paste, Stage::HandedOver, Notice::BriefToPaste, 1),
        (Channel::Paste, Stage::Failed, Notice::CopyByHand, 1),
        (Channel::Copy, Stage::Failed, Notice::CopyByHand, 1),
        (Channel::Share, Stage::HandedOver, Notice::BriefShared, 1),
        (Channel::Share, Stage::Cancelled, Notice::ShareCancelled, 0),
        (Channel::Share, Stage::Failed, Notice::ShareFailed, 0),
    ] {
        let mut app = desk();
        app.reduce(Action::Delivered(Delivery::Brief(via), stage));
        assert_eq!((app.notice(), app.outbox().briefs().len()), (Some(notice), filed), "{via:?} {stage:?}");
    }
}

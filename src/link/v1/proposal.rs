//! A proposal in format 1: which fields follow which. Frozen: a field more is an extension field, in `known`.

use super::fields::Field;
use super::wire::Wire;
use crate::proposal::*;

/// Days from 1970-01-01 to 2026-01-01, from which the first date is counted.
pub const EPOCH: i32 = 20_454;

const HOLDERS: [Holder; 4] = [Holder::Agency, Holder::Client, Holder::ThirdParty, Holder::Market];
const SOURCES: [SourceKind; 4] = [SourceKind::Record, SourceKind::Client, SourceKind::Public, SourceKind::Guess];
const KINDS: [BenefitKind; 2] = [BenefitKind::Money, BenefitKind::Outcome];
const REPEATS: [Repeats; 2] = [Repeats::Once, Repeats::Monthly];
const LOCKS: [Lock; 6] =
    [Lock::Options, Lock::Quantities, Lock::Rates, Lock::ClientFactors, Lock::OtherFactors, Lock::Texts];

/// Who, to whom, until when, and what it is called: what a cut link can still tell.
pub fn head(w: &mut Wire, p: &mut Proposal) {
    w.text(Field::Locale, &mut p.locale);
    w.text(Field::Currency, &mut p.currency);
    party(w, &mut p.from);
    party(w, &mut p.to);
    dates(w, &mut p.dates);
    w.text(Field::Title, &mut p.title);
}

/// Everything else.
pub fn rest(w: &mut Wire, p: &mut Proposal) {
    w.text(Field::Reference, &mut p.reference);
    w.list(Field::Rates, &mut p.rates, rate);
    let Proposal { rates, lines, factors, benefits, .. } = p;
    w.list(Field::Lines, lines, |w, l| line(w, l, rates));
    w.list(Field::Factors, factors, |w, f| factor(w, f, lines));
    w.list(Field::Benefits, benefits, |w, b| benefit(w, b, factors, lines));
    texts(w, p);
    terms(w, p);
}

fn texts(w: &mut Wire, p: &mut Proposal) {
    w.text(Field::Context, &mut p.context);
    w.text(Field::Message, &mut p.message);
    w.list(Field::Objectives, &mut p.objectives, |w, text| w.text(Field::Objective, text));
    w.list(Field::Commitments, &mut p.commitments, |w, text| w.text(Field::Commitment, text));
    w.list(Field::OutOfHandsCount, &mut p.out_of_hands, |w, text| w.text(Field::OutOfHands, text));
    w.text(Field::Terms, &mut p.terms);
}

fn terms(w: &mut Wire, p: &mut Proposal) {
    w.option(Field::HasEffort, &mut p.effort, effort);
    w.number(Field::VatRate, &mut p.vat_rate);
    w.flag(Field::RecoversVat, &mut p.recovers_vat);
    w.number(Field::HoursPerDay, &mut p.hours_per_day);
    w.flag(Field::WithAdvice, &mut p.with_advice);
    w.option(Field::HasDiscount, &mut p.discount, |w, Discount { share, label, .. }| {
        w.number(Field::DiscountShare, share);
        w.text(Field::DiscountLabel, label);
    });
    w.whole32(Field::Horizon, &mut p.horizon_months);
    w.number(Field::DiscountRate, &mut p.discount_rate);
    w.option(Field::HasInHouse, &mut p.in_house, in_house);
    let mut locks: Vec<_> = p.locks.iter().map(|lock| *lock as u32).collect();
    w.list(Field::Locks, &mut locks, |w, lock| w.small(Field::Lock, lock, 3));
    match locks.iter().map(|lock| LOCKS.get(*lock as usize).copied()).collect() {
        Some(locks) => p.locks = locks,
        None => w.fail(),
    }
    w.whole(Field::Seed, &mut p.seed);
}

fn party(w: &mut Wire, Party { name, role, organisation, email, .. }: &mut Party) {
    w.text(Field::Name, name);
    w.text(Field::Role, role);
    w.text(Field::Organisation, organisation);
    w.text(Field::Email, email);
}

/// The issue is counted from 2026, the others from the issue.
fn dates(w: &mut Wire, Dates { issued, reply_by, valid_until, start, .. }: &mut Dates) {
    w.date(Field::HasIssued, Field::Issued, issued, EPOCH);
    let base = issued.map_or(EPOCH, Date::days);
    w.date(Field::HasDate, Field::ReplyBy, reply_by, base);
    w.date(Field::HasDate, Field::ValidUntil, valid_until, base);
    w.date(Field::HasDate, Field::Start, start, base);
}

fn effort(w: &mut Wire, Effort { people, hours, by_person, .. }: &mut Effort) {
    w.whole32(Field::EffortPeople, people);
    w.number(Field::EffortHours, hours);
    w.list(Field::People, by_person, |w, PersonHours { name, hours, .. }| {
        w.text(Field::Name, name);
        w.number(Field::PersonHours, hours);
    });
}

fn rate(w: &mut Wire, Rate { id, label, day_rate, .. }: &mut Rate) {
    w.text(Field::RateLabel, label);
    w.text(Field::RateId, id);
    w.number(Field::DayRate, &mut day_rate.0);
}

fn line(w: &mut Wire, line: &mut Line, rates: &[Rate]) {
    let Line { id, label, quantity, unit, unit_price, making, advice, optional, included, .. } = line;
    w.text(Field::LineLabel, label);
    w.text(Field::LineId, id);
    w.text(Field::LineUnit, unit);
    w.number(Field::Quantity, quantity);
    w.number(Field::UnitPrice, &mut unit_price.0);
    w.list(Field::Making, making, |w, work_item| work(w, work_item, rates));
    w.option(Field::HasAdvice, advice, |w, Advice { label, time, included, .. }| {
        w.text(Field::AdviceLabel, label);
        w.list(Field::AdviceTime, time, |w, work_item| work(w, work_item, rates));
        w.flag(Field::AdviceIncluded, included);
    });
    w.flag(Field::Optional, optional);
    w.flag(Field::Included, included);
}

fn work(w: &mut Wire, Work { role, days, hours, holder, .. }: &mut Work, rates: &[Rate]) {
    reference(w, Field::WorkRole, role, &mut rates.iter().map(|rate| &rate.id));
    w.option(Field::HasDays, days, |w, shape_of| shape(w, Field::WorkShape, Field::Days, shape_of));
    w.option(Field::HasHours, hours, |w, shape_of| shape(w, Field::WorkShape, Field::Hours, shape_of));
    w.choice(Field::WorkHolder, holder, &HOLDERS);
}

fn factor(w: &mut Wire, factor: &mut Factor, lines: &[Line]) {
    let Factor { id, label, unit, holder, value, without_advice, advised_by, scales_with, source, .. } = factor;
    w.text(Field::FactorLabel, label);
    w.text(Field::FactorId, id);
    w.text(Field::FactorUnit, unit);
    w.choice(Field::FactorHolder, holder, &HOLDERS);
    shape(w, Field::Shape, Field::FactorNumbers, value);
    w.option(Field::HasWithout, without_advice, |w, without| shape(w, Field::Shape, Field::FactorNumbers, without));
    w.list(Field::AdvisedBy, advised_by, |w, id| to_line(w, Field::AdvisedLine, id, lines));
    w.option(Field::HasScale, scales_with, |w, ScalesWith { line, at, .. }| {
        to_line(w, Field::ScaleLine, line, lines);
        w.number(Field::ScaleAt, at);
    });
    w.option(Field::HasSource, source, |w, Source { kind, n, text, .. }| {
        w.choice(Field::Source, kind, &SOURCES);
        w.option(Field::HasN, n, |w, n| w.whole32(Field::SourceN, n));
        w.text(Field::SourceText, text);
    });
}

fn benefit(w: &mut Wire, benefit: &mut Benefit, factors: &[Factor], lines: &[Line]) {
    let Benefit { id, label, kind, unit, unit_factor, factors: named, needs, timing, .. } = benefit;
    w.text(Field::BenefitLabel, label);
    w.text(Field::BenefitId, id);
    w.choice(Field::BenefitKind, kind, &KINDS);
    w.text(Field::BenefitUnit, unit);
    w.list(Field::BenefitFactors, named, |w, id| to_factor(w, Field::BenefitFactor, id, factors));
    w.option(Field::HasUnitFactor, unit_factor, |w, id| to_factor(w, Field::UnitFactor, id, factors));
    w.list(Field::Needs, needs, |w, id| to_line(w, Field::NeededLine, id, lines));
    let Timing { start_month, repeats, ramp_months, months, .. } = timing;
    w.whole32(Field::StartMonth, start_month);
    w.choice(Field::Repeats, repeats, &REPEATS);
    w.whole32(Field::RampMonths, ramp_months);
    w.option(Field::HasMonths, months, |w, months| w.whole32(Field::Months, months));
}

fn in_house(w: &mut Wire, in_house: &mut InHouse) {
    let InHouse { gross_salary, employer_charges, overhead, working_days, days, purchases, delay_months, .. } =
        in_house;
    w.number(Field::Salary, &mut gross_salary.0);
    w.number(Field::Charges, employer_charges);
    w.number(Field::Overhead, overhead);
    w.number(Field::WorkingDays, working_days);
    shape(w, Field::WorkShape, Field::InHouseDays, days);
    w.number(Field::Purchases, &mut purchases.0);
    w.whole32(Field::Delay, delay_months);
}

/// The number of a shape's kind, then its numbers.
fn shape(w: &mut Wire, kind: Field, field: Field, shape: &mut Shape) {
    let (mut number, mut trials, mut x) = match *shape {
        Shape::Fixed(a) => (0, 0, [a, 0.0, 0.0]),
        Shape::Uniform([a, b]) => (1, 0, [a, b, 0.0]),
        Shape::Pert(x) => (2, 0, x),
        Shape::Interval90([a, b]) => (3, 0, [a, b, 0.0]),
        Shape::Chance(p) => (4, 0, [p, 0.0, 0.0]),
        Shape::Count { trials, rate } => (5, trials, rate),
    };
    w.small(kind, &mut number, 3);
    if number == 5 {
        w.whole32(Field::Trials, &mut trials);
    }
    let count = match number {
        0 | 4 => 1,
        1 | 3 => 2,
        _ => 3,
    };
    w.numbers(field, &mut x[..count]);
    *shape = match number {
        0 => Shape::Fixed(x[0]),
        1 => Shape::Uniform([x[0], x[1]]),
        2 => Shape::Pert(x),
        3 => Shape::Interval90([x[0], x[1]]),
        4 => Shape::Chance(x[0]),
        5 => Shape::Count { trials, rate: x },
        _ => return w.fail(),
    };
}

fn to_line(w: &mut Wire, field: Field, id: &mut String, lines: &[Line]) {
    reference(w, field, id, &mut lines.iter().map(|line| &line.id));
}

fn to_factor(w: &mut Wire, field: Field, id: &mut String, factors: &[Factor]) {
    reference(w, field, id, &mut factors.iter().map(|factor| &factor.id));
}

/// An id that stands in a list: its place from 1. Any other: 0 and the id.
fn reference(w: &mut Wire, field: Field, id: &mut String, ids: &mut dyn Iterator<Item = &String>) {
    if w.is_reading() {
        let mut place = 0;
        w.whole(field, &mut place);
        match usize::try_from(place).ok().map(|place| place.checked_sub(1).map(|i| ids.nth(i))) {
            Some(None) => w.text(Field::Dangling, id),
            Some(Some(Some(own))) => {
                w.name(own.len());
                id.clone_from(own);
            }
            _ => w.fail(),
        }
    } else {
        let mut place = ids.zip(1..).find(|(own, _)| *own == id).map_or(0, |(_, place)| place);
        w.whole(field, &mut place);
        if place == 0 {
            w.text(Field::Dangling, id);
        }
    }
}

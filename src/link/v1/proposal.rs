//! A proposal in format 1: the order of its fields. Frozen: a new field is an extension field, in `known`.

use super::fields::WireField;
use super::wire::Wire;
use crate::proposal::*;

/// 2026-01-01 in days from 1970-01-01. The date of issue is counted from it.
pub const EPOCH: i32 = 20_454;

pub(super) const HOLDERS: [Holder; 4] = [Holder::Agency, Holder::Client, Holder::ThirdParty, Holder::Market];
const SOURCES: [SourceKind; 4] = [SourceKind::Record, SourceKind::Client, SourceKind::Public, SourceKind::Guess];
const KINDS: [BenefitKind; 2] = [BenefitKind::Money, BenefitKind::Outcome];
pub(super) const REPEATS: [Repeats; 2] = [Repeats::Once, Repeats::Monthly];
const LOCKS: [Lock; 6] =
    [Lock::Options, Lock::Quantities, Lock::Rates, Lock::ClientFactors, Lock::OtherFactors, Lock::Texts];

/// The head: locale, currency, parties, dates and title. It can be read even from a cut link.
pub fn head(w: &mut Wire, p: &mut Proposal) {
    w.text(WireField::Locale, &mut p.locale);
    w.text(WireField::Currency, &mut p.currency);
    party(w, &mut p.from);
    party(w, &mut p.to);
    dates(w, &mut p.dates);
    w.text(WireField::Title, &mut p.title);
}

/// All fields after the head.
pub fn rest(w: &mut Wire, p: &mut Proposal) {
    w.text(WireField::Reference, &mut p.reference);
    w.list(WireField::Rates, &mut p.rates, rate);
    let Proposal { rates, lines, factors, benefits, .. } = p;
    w.list(WireField::Lines, lines, |w, l| line(w, l, rates));
    w.list(WireField::Factors, factors, |w, f| factor(w, f, lines));
    w.list(WireField::Benefits, benefits, |w, b| benefit(w, b, factors, lines));
    texts(w, p);
    terms(w, p);
}

fn texts(w: &mut Wire, p: &mut Proposal) {
    w.text(WireField::Context, &mut p.context);
    w.text(WireField::Message, &mut p.message);
    w.list(WireField::Objectives, &mut p.objectives, |w, text| w.text(WireField::Objective, text));
    w.list(WireField::Commitments, &mut p.commitments, |w, text| w.text(WireField::Commitment, text));
    w.list(WireField::OutOfHandsCount, &mut p.out_of_hands, |w, text| w.text(WireField::OutOfHands, text));
    w.text(WireField::Terms, &mut p.terms);
}

fn terms(w: &mut Wire, p: &mut Proposal) {
    w.option(WireField::HasEffort, &mut p.effort, effort);
    w.number(WireField::VatRate, &mut p.vat_rate);
    w.flag(WireField::RecoversVat, &mut p.recovers_vat);
    w.number(WireField::HoursPerDay, &mut p.hours_per_day);
    w.flag(WireField::WithAdvice, &mut p.with_advice);
    w.option(WireField::HasDiscount, &mut p.discount, |w, Discount { share, label, .. }| {
        let mut known = share.unwrap_or(0.0);
        w.number(WireField::DiscountShare, &mut known);
        *share = share.map(|_| known).or_else(|| w.is_reading().then_some(known));
        w.text(WireField::DiscountLabel, label);
    });
    w.whole32(WireField::Horizon, &mut p.horizon_months);
    w.number(WireField::DiscountRate, &mut p.discount_rate);
    w.option(WireField::HasInHouse, &mut p.in_house, in_house);
    let mut locks: Vec<_> = p.locks.iter().map(|lock| *lock as u32).collect();
    w.list(WireField::Locks, &mut locks, |w, lock| w.small(WireField::Lock, lock, 3));
    match locks.iter().map(|lock| LOCKS.get(*lock as usize).copied()).collect() {
        Some(locks) => p.locks = locks,
        None => w.fail(),
    }
    w.whole(WireField::Seed, &mut p.seed);
}

fn party(w: &mut Wire, Party { name, role, organisation, email, .. }: &mut Party) {
    w.text(WireField::Name, name);
    w.text(WireField::Role, role);
    w.text(WireField::Organisation, organisation);
    w.text(WireField::Email, email);
}

/// The date of issue is counted from [`EPOCH`], the others from the date of issue, or from [`EPOCH`] if there is none.
fn dates(w: &mut Wire, Dates { issued, reply_by, valid_until, start, .. }: &mut Dates) {
    w.date(WireField::HasIssued, WireField::Issued, issued, EPOCH);
    let base = issued.map_or(EPOCH, Date::days);
    w.date(WireField::HasDate, WireField::ReplyBy, reply_by, base);
    w.date(WireField::HasDate, WireField::ValidUntil, valid_until, base);
    w.date(WireField::HasDate, WireField::Start, start, base);
}

fn effort(w: &mut Wire, Effort { people, hours, by_person, .. }: &mut Effort) {
    w.whole32(WireField::EffortPeople, people);
    w.number(WireField::EffortHours, hours);
    w.list(WireField::People, by_person, |w, PersonHours { name, hours, .. }| {
        w.text(WireField::Name, name);
        w.number(WireField::PersonHours, hours);
    });
}

fn rate(w: &mut Wire, Rate { id, label, day_rate, .. }: &mut Rate) {
    w.text(WireField::RateLabel, label);
    w.text(WireField::RateId, id);
    w.number(WireField::DayRate, &mut day_rate.0);
}

fn line(w: &mut Wire, line: &mut Line, rates: &[Rate]) {
    let Line { id, label, quantity, unit, unit_price, making, advice, optional, included, .. } = line;
    w.text(WireField::LineLabel, label);
    w.text(WireField::LineId, id);
    w.text(WireField::LineUnit, unit);
    w.number(WireField::Quantity, quantity);
    let mut price = unit_price.known().unwrap_or(0.0);
    w.number(WireField::UnitPrice, &mut price);
    if w.is_reading() || unit_price.known().is_some() {
        *unit_price = Shape::Fixed(price);
    }
    w.list(WireField::Making, making, |w, work_item| work(w, work_item, rates));
    w.option(WireField::HasAdvice, advice, |w, Advice { label, time, included, .. }| {
        w.text(WireField::AdviceLabel, label);
        w.list(WireField::AdviceTime, time, |w, work_item| work(w, work_item, rates));
        w.flag(WireField::AdviceIncluded, included);
    });
    w.flag(WireField::Optional, optional);
    w.flag(WireField::Included, included);
}

fn work(w: &mut Wire, Work { role, days, hours, holder, .. }: &mut Work, rates: &[Rate]) {
    reference(w, WireField::WorkRole, role, &mut rates.iter().map(|rate| &rate.id));
    w.option(WireField::HasDays, days, |w, shape_of| shape(w, WireField::WorkShape, WireField::Days, shape_of));
    w.option(WireField::HasHours, hours, |w, shape_of| shape(w, WireField::WorkShape, WireField::Hours, shape_of));
    w.choice(WireField::WorkHolder, holder, &HOLDERS);
}

fn factor(w: &mut Wire, factor: &mut Factor, lines: &[Line]) {
    let Factor { id, label, unit, holder, value, without_advice, advised_by, scales_with, source, .. } = factor;
    w.text(WireField::FactorLabel, label);
    w.text(WireField::FactorId, id);
    w.text(WireField::FactorUnit, unit);
    w.choice(WireField::FactorHolder, holder, &HOLDERS);
    shape(w, WireField::Shape, WireField::FactorNumbers, value);
    w.option(WireField::HasWithout, without_advice, |w, without| {
        shape(w, WireField::Shape, WireField::FactorNumbers, without)
    });
    w.list(WireField::AdvisedBy, advised_by, |w, id| to_line(w, WireField::AdvisedLine, id, lines));
    w.option(WireField::HasScale, scales_with, |w, ScalesWith { line, at, .. }| {
        to_line(w, WireField::ScaleLine, line, lines);
        w.number(WireField::ScaleAt, at);
    });
    w.option(WireField::HasSource, source, |w, Source { kind, n, text, .. }| {
        w.choice(WireField::Source, kind, &SOURCES);
        w.option(WireField::HasN, n, |w, n| w.whole32(WireField::SourceN, n));
        w.text(WireField::SourceText, text);
    });
}

fn benefit(w: &mut Wire, benefit: &mut Benefit, factors: &[Factor], lines: &[Line]) {
    let Benefit { id, label, kind, unit, unit_factor, factors: named, needs, timing, .. } = benefit;
    w.text(WireField::BenefitLabel, label);
    w.text(WireField::BenefitId, id);
    w.choice(WireField::BenefitKind, kind, &KINDS);
    w.text(WireField::BenefitUnit, unit);
    w.list(WireField::BenefitFactors, named, |w, id| to_factor(w, WireField::BenefitFactor, id, factors));
    w.option(WireField::HasUnitFactor, unit_factor, |w, id| to_factor(w, WireField::UnitFactor, id, factors));
    w.list(WireField::Needs, needs, |w, id| to_line(w, WireField::NeededLine, id, lines));
    let Timing { start_month, repeats, ramp_months, months, .. } = timing;
    w.whole32(WireField::StartMonth, start_month);
    w.choice(WireField::Repeats, repeats, &REPEATS);
    w.whole32(WireField::RampMonths, ramp_months);
    w.option(WireField::HasMonths, months, |w, months| w.whole32(WireField::Months, months));
}

fn in_house(w: &mut Wire, in_house: &mut InHouse) {
    let InHouse { gross_salary, employer_charges, overhead, working_days, days, purchases, delay_months, .. } =
        in_house;
    w.number(WireField::Salary, &mut gross_salary.0);
    w.number(WireField::Charges, employer_charges);
    w.number(WireField::Overhead, overhead);
    w.number(WireField::WorkingDays, working_days);
    shape(w, WireField::WorkShape, WireField::InHouseDays, days);
    w.number(WireField::Purchases, &mut purchases.0);
    w.whole32(WireField::Delay, delay_months);
}

/// The number of the shape's kind, the trials if it is a count, and its numbers.
pub(super) fn shape(w: &mut Wire, kind: WireField, field: WireField, shape: &mut Shape) {
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
        w.whole32(WireField::Trials, &mut trials);
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

fn to_line(w: &mut Wire, field: WireField, id: &mut String, lines: &[Line]) {
    reference(w, field, id, &mut lines.iter().map(|line| &line.id));
}

fn to_factor(w: &mut Wire, field: WireField, id: &mut String, factors: &[Factor]) {
    reference(w, field, id, &mut factors.iter().map(|factor| &factor.id));
}

/// A reference to an id: its place in the list, from 1; for an id that is not in the list, 0 and the id itself.
fn reference(w: &mut Wire, field: WireField, id: &mut String, ids: &mut dyn Iterator<Item = &String>) {
    if w.is_reading() {
        let mut place = 0;
        w.whole(field, &mut place);
        match usize::try_from(place).ok().map(|place| place.checked_sub(1).map(|i| ids.nth(i))) {
            Some(None) => w.text(WireField::Dangling, id),
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
            w.text(WireField::Dangling, id);
        }
    }
}

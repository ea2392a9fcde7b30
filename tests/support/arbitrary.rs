//! Any proposal, reply and figures, sound or not: accents, emoji, both directions of writing, extreme numbers.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use retour::estimate::{Cost, Figures, Holders, Payback, Spread};
use retour::proposal::*;

/// Any text, often of the kind that people write.
fn text() -> BoxedStrategy<String> {
    prop_oneof![
        3 => "[a-zéèàçœ’ A-Z0-9:,.?!%€-]{0,40}",
        1 => any::<String>(),
        1 => vec(prop_oneof![Just('👩'), Just('\u{200d}'), Just('🚀'), Just('ש'), Just('م'), Just('\0'), any::<char>()], 0..12)
            .prop_map(|characters| characters.into_iter().collect()),
    ]
    .boxed()
}

/// Any number but NaN, which does not equal itself.
fn number() -> BoxedStrategy<f64> {
    prop_oneof![
        4 => (0..200_000_i64, 0..4_i32).prop_map(|(whole, digits)| whole as f64 / 10_f64.powi(digits)),
        1 => any::<f64>().prop_filter("equal to itself", |x| !x.is_nan()),
        1 => prop_oneof![Just(0.0), Just(-0.0), Just(1e22), Just(0.1 + 0.2), Just(f64::MAX), Just(5e-324)],
    ]
    .boxed()
}

fn money() -> impl Strategy<Value = Money> {
    number().prop_map(Money)
}

fn date() -> impl Strategy<Value = Date> {
    (-719_162..=2_932_896).prop_map(|days| Date::from_days(days).unwrap())
}

fn id() -> impl Strategy<Value = String> {
    prop_oneof!["[a-e]", text()]
}

fn shape() -> BoxedStrategy<Shape> {
    prop_oneof![
        number().prop_map(Shape::Fixed),
        [number(), number()].prop_map(Shape::Uniform),
        [number(), number(), number()].prop_map(Shape::Pert),
        vec(0..5_000_u32, 3).prop_map(|mut x| {
            x.sort_unstable();
            Shape::Pert([f64::from(x[0]) / 100.0, f64::from(x[1]) / 100.0, f64::from(x[2]) / 100.0])
        }),
        [number(), number()].prop_map(Shape::Interval90),
        number().prop_map(Shape::Chance),
        (any::<u32>(), [number(), number(), number()]).prop_map(|(trials, rate)| Shape::Count { trials, rate }),
    ]
    .boxed()
}

/// Extension fields that no version knows yet, as a version keeps those of a later one: ascending, each once.
pub fn extensions() -> impl Strategy<Value = Vec<Extension>> {
    let number = prop_oneof![4 => 10_000..10_008_u32, 1 => 10_000..=u32::MAX];
    let bytes = prop_oneof![text().prop_map(String::into_bytes), vec(any::<u8>(), 0..40)];
    prop_oneof![
        3 => Just(Vec::new()),
        1 => proptest::collection::btree_map(number, bytes, 0..4)
            .prop_map(|fields| fields.into_iter().map(|(number, bytes)| Extension { number, bytes, ..Extension::default() }).collect()),
    ]
}

fn holder() -> impl Strategy<Value = Holder> {
    proptest::sample::select(&Holder::ALL)
}

fn work() -> impl Strategy<Value = Work> {
    let time = (option::of(shape()), option::of(shape()));
    (id(), time, holder(), any::<bool>()).prop_map(|(role, (days, hours), holder, per_unit)| Work {
        role,
        days,
        hours,
        holder,
        per_unit,
        ..Work::default()
    })
}

fn line_timing() -> impl Strategy<Value = LineTiming> {
    let repeats = proptest::sample::select(vec![Repeats::Once, Repeats::Monthly]);
    (any::<u32>(), repeats, option::of(any::<u32>()), option::of(any::<u32>()), any::<bool>()).prop_map(
        |(start_month, repeats, months, firm_months, in_advance)| LineTiming {
            start_month,
            repeats,
            months,
            firm_months,
            in_advance,
        },
    )
}

/// The fields of a line that are extension fields; most lines have none of them.
fn terms_of_line() -> impl Strategy<Value = Line> {
    let nature = proptest::sample::select(vec![Nature::Fee, Nature::Purchase, Nature::OnBehalf]);
    let percent = (vec(id(), 0..3), number()).prop_map(|(lines, share)| PercentOf { lines, share });
    let ids = (option::of(id()), option::of(id()), option::of(id()), option::of(id()));
    let terms = (text(), nature, holder(), ids, vec(id(), 0..3), vec(id(), 0..3), line_timing(), option::of(percent));
    let terms = terms.prop_map(
        |(description, nature, holder, (section, choice, alternative, only_if), taxes, needs, timing, percent_of)| {
            Line {
                description,
                nature,
                holder,
                section,
                choice,
                alternative,
                only_if,
                taxes,
                needs,
                timing,
                percent_of,
                ..Line::default()
            }
        },
    );
    prop_oneof![2 => Just(Line::default()), 1 => terms]
}

fn discount() -> impl Strategy<Value = Discount> {
    prop_oneof![
        (number(), text()).prop_map(|(share, label)| Discount { share: Some(share), label, ..Discount::default() }),
        (money(), text()).prop_map(|(amount, label)| Discount { amount: Some(amount), label, ..Discount::default() }),
    ]
}

/// The fields of a proposal that are extension fields; most proposals have none of them.
fn terms_of_proposal() -> impl Strategy<Value = Proposal> {
    let tax = (id(), text(), number(), text(), any::<bool>());
    let tax = tax.prop_map(|(id, label, rate, number, default)| Tax { id, label, rate, number, default });
    let section = (id(), text()).prop_map(|(id, label)| ScopeSection { id, label });
    let alternative = (id(), text()).prop_map(|(id, label)| ChoiceAlternative { id, label });
    let choice = (id(), text(), any::<bool>(), option::of(id()), vec(alternative, 0..3));
    let choice = choice.prop_map(|(id, label, required, chosen, alternatives)| Choice {
        id,
        label,
        required,
        chosen,
        alternatives,
    });
    let payment = (text(), number(), any::<u32>()).prop_map(|(label, share, month)| Payment { label, share, month });
    let texts = (text(), text(), text(), any::<bool>(), vec(id(), 0..3));
    let terms = (vec(tax, 0..3), vec(section, 0..3), vec(choice, 0..3), vec(payment, 0..3), texts);
    let terms =
        terms.prop_map(|(taxes, sections, choices, payments, (tax_note, mentions, replaces, binding, ask))| Proposal {
            taxes,
            sections,
            choices,
            payments,
            tax_note,
            mentions,
            replaces,
            binding,
            ask,
            ..Proposal::default()
        });
    prop_oneof![2 => Just(Proposal::default()), 1 => terms]
}

fn line() -> impl Strategy<Value = Line> {
    let advice = (text(), vec(work(), 0..3), any::<bool>()).prop_map(|(label, time, included)| Advice {
        label,
        time,
        included,
        ..Advice::default()
    });
    (
        id(),
        text(),
        number(),
        text(),
        shape(),
        vec(work(), 0..3),
        option::of(advice),
        (any::<(bool, bool)>(), extensions(), terms_of_line()),
    )
        .prop_map(
            |(id, label, quantity, unit, unit_price, making, advice, ((optional, included), extensions, terms))| Line {
                id,
                label,
                quantity,
                unit,
                unit_price,
                making,
                advice,
                optional,
                included,
                extensions,
                ..terms
            },
        )
}

fn factor() -> impl Strategy<Value = Factor> {
    let kind =
        proptest::sample::select(vec![SourceKind::Record, SourceKind::Client, SourceKind::Public, SourceKind::Guess]);
    let source = (kind, option::of(any::<u32>()), text()).prop_map(|(kind, n, text)| Source {
        kind,
        n,
        text,
        ..Source::default()
    });
    let scale = (id(), number()).prop_map(|(line, at)| ScalesWith { line, at, ..ScalesWith::default() });
    let names = (id(), text(), text(), holder());
    let shapes = (shape(), option::of(shape()));
    (names, shapes, vec(id(), 0..3), option::of(scale), option::of(source), extensions()).prop_map(
        |((id, label, unit, holder), (value, without_advice), advised_by, scales_with, source, extensions)| Factor {
            id,
            label,
            unit,
            holder,
            value,
            without_advice,
            advised_by,
            scales_with,
            source,
            extensions,
            ..Factor::default()
        },
    )
}

fn benefit() -> impl Strategy<Value = Benefit> {
    let timing = any::<(u32, bool, u32, Option<u32>)>().prop_map(|(start_month, monthly, ramp_months, months)| {
        let repeats = if monthly { Repeats::Monthly } else { Repeats::Once };
        Timing { start_month, repeats, ramp_months, months, ..Timing::default() }
    });
    let kind = prop_oneof![Just(BenefitKind::Money), Just(BenefitKind::Outcome)];
    (id(), text(), kind, text(), option::of(id()), vec(id(), 0..4), vec(id(), 0..3), timing, extensions()).prop_map(
        |(id, label, kind, unit, unit_factor, factors, needs, timing, extensions)| Benefit {
            id,
            label,
            kind,
            unit,
            unit_factor,
            factors,
            needs,
            timing,
            extensions,
            ..Benefit::default()
        },
    )
}

fn party() -> impl Strategy<Value = Party> {
    [text(), text(), text(), text()].prop_map(|[name, role, organisation, email]| Party {
        name,
        role,
        organisation,
        email,
        ..Party::default()
    })
}

prop_compose! {
    fn scope()(
        rates in vec((id(), text(), money(), extensions()), 0..4),
        lines in vec(line(), 0..4),
        factors in vec(factor(), 0..4),
        benefits in vec(benefit(), 0..3),
        discount in option::of(discount()),
        in_house in option::of((money(), [number(), number(), number()], shape(), money(), (any::<u32>(), line_timing()))),
        terms in terms_of_proposal(),
    ) -> Proposal {
        Proposal {
            rates: rates.into_iter().map(|(id, label, day_rate, extensions)| Rate { id, label, day_rate, extensions, ..Rate::default() }).collect(),
            lines,
            factors,
            benefits,
            discount,
            in_house: in_house.map(|(gross_salary, [employer_charges, overhead, working_days], days, purchases, (delay_months, timing))| {
                InHouse { gross_salary, employer_charges, overhead, working_days, days, purchases, delay_months, timing }
            }),
            ..terms
        }
    }
}

prop_compose! {
    pub fn proposal()(
        scope in scope(),
        [title, reference, locale, currency, context, message, terms] in [text(), text(), text(), text(), text(), text(), text()],
        [from, to] in [party(), party()],
        lists in [vec(text(), 0..3), vec(text(), 0..3), vec(text(), 0..3)],
        dates in [option::of(date()), option::of(date()), option::of(date()), option::of(date())],
        effort in option::of((any::<u32>(), number(), vec((text(), number()), 0..3))),
        [vat_rate, hours_per_day, discount_rate] in [number(), number(), number()],
        (recovers_vat, with_advice, horizon_months, seed) in any::<(bool, bool, u32, u64)>(),
        locks in vec(proptest::sample::select(vec![Lock::Options, Lock::Rates, Lock::ClientFactors, Lock::Texts]), 0..5),
        extensions in extensions(),
    ) -> Proposal {
        let [objectives, commitments, out_of_hands] = lists;
        let [issued, reply_by, valid_until, start] = dates;
        let effort = effort.map(|(people, hours, persons)| Effort {
            people,
            hours,
            by_person: persons.into_iter().map(|(name, hours)| PersonHours { name, hours, ..PersonHours::default() }).collect(),
        });
        Proposal {
            title, reference, locale, currency, from, to, context, message, objectives, commitments, out_of_hands, terms,
            dates: Dates { issued, reply_by, valid_until, start, ..Dates::default() },
            effort, vat_rate, recovers_vat, hours_per_day, with_advice, horizon_months, discount_rate, locks, seed, extensions,
            ..scope
        }
    }
}

fn tree() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Boolean),
        number().prop_map(Value::Number),
        text().prop_map(Value::Text),
    ];
    leaf.prop_recursive(4, 16, 4, |inner| {
        prop_oneof![vec(inner.clone(), 0..4).prop_map(Value::List), vec((text(), inner), 0..4).prop_map(Value::Object),]
    })
}

prop_compose! {
    pub fn reply()(
        answer in proptest::sample::select(Answer::ALL.to_vec()),
        (answer_on, on) in (option::of(date()), date()),
        budget in option::of(money()),
        [comment, name, proposal] in [text(), text(), text()],
        changes in vec((text(), tree(), tree()), 0..3),
        extensions in extensions(),
    ) -> Reply {
        let changes = changes.into_iter().map(|(path, from, to)| Change { path, from, to, ..Change::default() }).collect();
        Reply { answer, answer_on, budget, comment, name, on, proposal, changes, extensions, ..Reply::default() }
    }
}

prop_compose! {
    pub fn figures()(
        cost in [0.0..1e12, 0.0..1e12, 0.0..1e12, 0.0..1e12, 0.0..1e12, 0.0..1e12, 0.0..1e12, 0.0..1e12],
        is_certain in any::<bool>(),
        value in option::of([-1e9..1e12, -1e9..1e12, 0.0..1e4, 0.0..1.0]),
        futures in vec(-1e6..1e7, 0..21),
        payback in (option::of(0.0..600.0), 0.0..=1.0),
        shares in [0.0..=1.0, 0.0..=1.0, 0.0..=1.0, 0.0..=1.0, 0.0..=1.0],
        engine in text(),
    ) -> Figures {
        let [production, advice, vat, incl_vat, mean, p10, p50, p90] = cost;
        let [p10, p50, p90] = if is_certain { [mean; 3] } else { [p10, p50, p90] };
        let [agency, client, third_party, market, chance] = shares;
        Figures {
            cost: Cost { production, advice, vat, incl_vat, mean, p10, p50, p90, ..Cost::default() },
            value: value.map(|[mean, p10, p50, p90]| Spread { mean, p10, p50, p90 }),
            probability_of_payback: value.map(|_| chance),
            futures: value.map(|_| futures),
            payback: value.map(|_| Payback { p50: payback.0, within_horizon: payback.1 }),
            holders: value.map(|_| Holders { agency, client, third_party, market }),
            engine,
        }
    }
}

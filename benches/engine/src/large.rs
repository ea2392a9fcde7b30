//! Made-up proposals that are larger than any real one, to measure the engine at its bounds.

use retour::proposal::*;

/// A proposal of this many factors, at most [`MAX_FACTORS`], each in two shapes, and of benefits in proportion. Each
/// benefit multiplies as many factors as it may, has its own start month, and flows every month.
///
/// Most factors are between `least` and 3. With all factors and a negative `least`, every bound is reached at once: the
/// engine has to follow every draw month by month, and the first factor is the largest count that is allowed.
pub fn large(factors: usize, least: f64) -> Proposal {
    Proposal {
        currency: "EUR".to_owned(),
        rates: vec![Rate { id: "r".to_owned(), day_rate: Money(800.0), ..Rate::default() }],
        lines: (0..MAX_LINES).map(line).collect(),
        factors: (0..factors).map(|index| factor(index, least)).collect(),
        benefits: (0..MAX_BENEFITS * factors / MAX_FACTORS).map(|index| benefit(index, factors)).collect(),
        horizon_months: MAX_HORIZON_MONTHS,
        discount_rate: 0.05,
        in_house: Some(InHouse {
            gross_salary: Money(40_000.0),
            days: Shape::Pert([100.0, 200.0, 300.0]),
            ..InHouse::default()
        }),
        ..Proposal::default()
    }
}

fn factor(index: usize, least: f64) -> Factor {
    let (value, without) = match index {
        0 if least < 0.0 => {
            let count = |rate| Shape::Count { trials: MAX_TRIALS, rate };
            (count([0.0, 0.5, 1.0]), count([0.0, 0.4, 1.0]))
        }
        _ if index % 4 == 1 => (Shape::Interval90([0.5, 2.0]), Shape::Interval90([0.5, 1.5])),
        _ => (Shape::Pert([least, 1.0, 3.0]), Shape::Pert([least, 0.5, 3.0])),
    };
    Factor { id: format!("f{index}"), value, without_advice: Some(without), ..Factor::default() }
}

fn line(index: usize) -> Line {
    let days = if index < MAX_RANGES { Shape::Pert([1.0, 2.0, 4.0]) } else { Shape::Fixed(2.0) };
    let work = |days| vec![Work { role: "r".to_owned(), days: Some(days), ..Work::default() }];
    let advice = Advice { time: work(Shape::Fixed(1.0)), ..Advice::default() };
    Line { id: format!("l{index}"), making: work(days), advice: Some(advice), ..Line::default() }
}

fn benefit(index: usize, factors: usize) -> Benefit {
    Benefit {
        id: format!("b{index}"),
        factors: (0..MAX_FACTORS_OF_A_BENEFIT.min(factors)).map(|k| format!("f{}", (index + k) % factors)).collect(),
        timing: Timing { start_month: index as u32, repeats: Repeats::Monthly, ramp_months: 12, ..Timing::default() },
        ..Benefit::default()
    }
}

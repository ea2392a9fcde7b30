//! The goals of Retour's page, printed beside the measurements. A goal that is missed is no failure, because times
//! depend on the machine, too.

use crate::table::{Column, line, text};

/// The start of the name of each of Retour's columns.
const OWN: &str = "Retour";

/// One goal: its name, its decimals, how it is computed from a column of Retour and the baseline's, and its maximum.
struct Goal {
    name: &'static str,
    decimals: usize,
    measured: fn(&Column, Option<&Column>) -> Option<f64>,
    most: f64,
}

const GOALS: [Goal; 6] = [
    Goal {
        name: "what is loaded first, kB as brotli",
        decimals: 1,
        measured: |_, _| xtask::build::sizes::widget().ok().map(|bytes| bytes as f64 / 1e3),
        most: 170.0,
    },
    Goal { name: "keystroke to paint, median, ms", decimals: 1, measured: |own, _| own.keystroke(), most: 16.7 },
    Goal {
        name: "  times the baseline's",
        decimals: 2,
        measured: |own, baseline| ratio(own.keystroke(), baseline?.keystroke()),
        most: 2.2,
    },
    Goal { name: "telephone: key to paint, p75, ms", decimals: 1, measured: |own, _| own.telephone(), most: 100.0 },
    Goal {
        name: "load to interactive, times baseline's",
        decimals: 2,
        measured: |own, baseline| ratio(own.load(), baseline?.load()),
        most: 1.4,
    },
    Goal {
        name: "first key, times a later one",
        decimals: 2,
        measured: |own, _| ratio(own.first_key(), own.later_key()),
        most: 2.0,
    },
];

/// Prints the goals with each of Retour's columns beside them, and marks those that are not reached.
pub fn print(columns: &[Column], baseline: Option<&Column>) {
    let own: Vec<&Column> = columns.iter().filter(|column| column.name.starts_with(OWN)).collect();
    println!("\nWhat is wanted, at most, and what was measured (* over the goal):\n");
    line("", std::iter::once("goal".to_owned()).chain(own.iter().map(|column| column.name.clone())));
    for goal in &GOALS {
        let cell = |column: &&Column| marked(goal, (goal.measured)(column, baseline));
        let most = text(Some(goal.most), goal.decimals);
        line(goal.name, std::iter::once(most).chain(own.iter().map(cell)));
    }
}

/// A figure as in the table, with a mark if it is over its goal.
fn marked(goal: &Goal, measured: Option<f64>) -> String {
    let mark = if measured.is_some_and(|it| it > goal.most) { "*" } else { "" };
    text(measured, goal.decimals) + mark
}

fn ratio(own: Option<f64>, baseline: Option<f64>) -> Option<f64> {
    Some(own? / baseline?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_its_goal_is_marked() {
        let goal = &GOALS[1];
        assert_eq!(marked(goal, Some(20.9)), "20.9*");
        assert_eq!((marked(goal, Some(9.0)), marked(goal, None)), ("9.0".to_owned(), "-".to_owned()));
    }
}

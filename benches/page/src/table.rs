//! Prints what was measured, page beside page, and as multiples of the baseline.

use crate::figures::{Load, Stroke, Typing, quantile};

/// What the ratios are against: the start of a page's name.
const BASELINE: &str = "React";

/// One page's figures.
pub struct Column {
    /// What the page is called.
    pub name: String,
    /// Each load of it.
    pub loads: Vec<Load>,
    /// What was typed into it.
    pub typing: Typing,
}

/// One kind of figure: what it is called, its decimals, and how a column has it.
type Row = (&'static str, usize, fn(&Column) -> Option<f64>);

const ROWS: [Row; 15] = [
    ("transfer, bytes (brotli 11, bodies)", 0, |it| it.loads.first().map(|load| load.sent.bytes as f64)),
    ("transfer, requests", 0, |it| it.loads.first().map(|load| load.sent.requests as f64)),
    ("load to interactive, median", 0, |it| load(it, 0.5)),
    ("                     fastest", 0, |it| load(it, 0.0)),
    ("                     slowest", 0, |it| load(it, 1.0)),
    ("keystroke to paint, median", 1, |it| strokes(it, 0.5, |stroke| Some(stroke.painted))),
    ("                    p95", 1, |it| strokes(it, 0.95, |stroke| Some(stroke.painted))),
    ("  to the new figure's paint, median", 1, |it| strokes(it, 0.5, |stroke| stroke.figure)),
    ("                             p95", 1, |it| strokes(it, 0.95, |stroke| stroke.figure)),
    ("work before the frame, median", 2, |it| strokes(it, 0.5, |stroke| Some(stroke.worked))),
    ("                       p95", 2, |it| strokes(it, 0.95, |stroke| Some(stroke.worked))),
    ("the frame itself, median", 2, |it| strokes(it, 0.5, |stroke| Some(stroke.frame))),
    ("                  p95", 2, |it| strokes(it, 0.95, |stroke| Some(stroke.frame))),
    ("main thread per key, everything", 2, |it| it.typing.busy),
    ("digits measured", 0, |it| Some(it.typing.strokes.len() as f64)),
];

/// The rows, by number, of which multiples of the baseline are worth a look.
const RATIOS: [usize; 7] = [0, 2, 5, 7, 9, 11, 13];

/// Prints both tables.
pub fn print(fields: usize, columns: &[Column]) {
    let loads = columns.first().map_or(0, |column| column.loads.len());
    println!("\n{fields} fields on each page; {loads} loads, each with a fresh profile; over loopback.");
    println!(
        "Times in milliseconds; a frame of a screen lasts 16.7. The work before the frame is what handles the key;"
    );
    println!("the frame itself is styles, layout and painting; the last row of times counts whatever came later, too.");
    if let Ok(load) = std::fs::read_to_string("/proc/loadavg") {
        let recent = load.split(' ').next().unwrap_or_default();
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        println!("The machine's load over the last minute, this bench included: {recent} on {cores} cores.");
    }
    println!();
    line("", columns.iter().map(|column| column.name.clone()));
    for (name, decimals, value) in ROWS {
        line(name, columns.iter().map(|column| text(value(column), decimals)));
    }
    let Some(baseline) = columns.iter().find(|column| column.name.starts_with(BASELINE)) else {
        println!("\nThe baseline, {BASELINE}, is missing: no ratios.");
        return;
    };
    println!("\nAs multiples of {}:\n", baseline.name);
    for (name, _, value) in RATIOS.map(|at| ROWS[at]) {
        let base = value(baseline);
        let ratio = |column| text(value(column).zip(base).map(|(value, base)| value / base), 2);
        line(name.trim_start(), columns.iter().map(ratio));
    }
}

fn load(column: &Column, share: f64) -> Option<f64> {
    quantile(column.loads.iter().map(|load| load.taken), share)
}

fn strokes(column: &Column, share: f64, time: fn(&Stroke) -> Option<f64>) -> Option<f64> {
    quantile(column.typing.strokes.iter().filter_map(time), share)
}

fn text(value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(|| "-".to_owned(), |value| format!("{value:.decimals$}"))
}

fn line(name: &str, cells: impl Iterator<Item = String>) {
    println!("{name:<37}{}", cells.map(|cell| format!("{cell:>18}")).collect::<String>());
}

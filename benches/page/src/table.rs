//! Prints the measurements, page beside page, as multiples of the baseline, and beside the goals.

use crate::figures::{Load, Stroke, Typing, quantile};
use crate::goals;

/// The start of the name of the page that is the baseline of the ratios.
const BASELINE: &str = "React";

/// One page's figures.
pub struct Column {
    /// The name of the page.
    pub name: String,
    /// Its loads.
    pub loads: Vec<Load>,
    /// The measured typing into it.
    pub typing: Typing,
}

/// One kind of figure: its name, its decimals, and how it is computed from a column.
type Row = (&'static str, usize, fn(&Column) -> Option<f64>);

const ROWS: [Row; 18] = [
    ("transfer, bytes (brotli 11, bodies)", 0, |it| it.loads.first().map(|load| load.sent.bytes as f64)),
    ("transfer, requests", 0, |it| it.loads.first().map(|load| load.sent.requests as f64)),
    ("load to interactive, median", 0, Column::load),
    ("                     fastest", 0, |it| it.loads_at(0.0)),
    ("                     slowest", 0, |it| it.loads_at(1.0)),
    ("first key after a load, median", 1, Column::first_key),
    ("  over a later one", 2, |it| Some(it.first_key()? / it.later_key()?)),
    ("keystroke to paint, median", 1, Column::keystroke),
    ("                    p95", 1, |it| of(&it.typing.strokes, 0.95, |stroke| Some(stroke.painted))),
    ("  to the new figure's paint, median", 1, |it| of(&it.typing.strokes, 0.5, |stroke| stroke.figure)),
    ("                             p95", 1, |it| of(&it.typing.strokes, 0.95, |stroke| stroke.figure)),
    ("work before the frame, median", 2, |it| of(&it.typing.strokes, 0.5, |stroke| Some(stroke.worked))),
    ("                       p95", 2, |it| of(&it.typing.strokes, 0.95, |stroke| Some(stroke.worked))),
    ("the frame itself, median", 2, |it| of(&it.typing.strokes, 0.5, |stroke| Some(stroke.frame))),
    ("                  p95", 2, |it| of(&it.typing.strokes, 0.95, |stroke| Some(stroke.frame))),
    ("main thread per key, everything", 2, |it| it.typing.busy),
    ("telephone: key to paint, p75", 1, Column::telephone),
    ("digits measured", 0, |it| Some(it.typing.strokes.len() as f64)),
];

/// The rows, by number, that are also printed as multiples of the baseline.
const RATIOS: [usize; 9] = [0, 2, 5, 7, 9, 11, 13, 15, 16];

impl Column {
    /// From the start of the navigation until the first field takes input and is painted: the median.
    pub fn load(&self) -> Option<f64> {
        self.loads_at(0.5)
    }

    /// From a key to the paint after it, on the machine as it is: the median.
    pub fn keystroke(&self) -> Option<f64> {
        of(&self.typing.strokes, 0.5, |stroke| Some(stroke.painted))
    }

    /// The same on a narrow screen with a slow processor: the 75th percentile.
    pub fn telephone(&self) -> Option<f64> {
        of(&self.typing.slow, 0.75, |stroke| Some(stroke.painted))
    }

    /// From the first key after a load to the paint after it: the median of all loads.
    pub fn first_key(&self) -> Option<f64> {
        of(self.loads.iter().flat_map(|load| load.strokes.first()), 0.5, |stroke| Some(stroke.painted))
    }

    /// From one of the next few keys to the paint after it: the median of all loads.
    pub fn later_key(&self) -> Option<f64> {
        of(self.loads.iter().flat_map(|load| load.strokes.iter().skip(1)), 0.5, |stroke| Some(stroke.painted))
    }

    fn loads_at(&self, share: f64) -> Option<f64> {
        quantile(self.loads.iter().map(|load| load.taken), share)
    }
}

/// A quantile of what strokes took.
fn of<'a>(
    strokes: impl IntoIterator<Item = &'a Stroke>,
    share: f64,
    time: impl Fn(&Stroke) -> Option<f64>,
) -> Option<f64> {
    quantile(strokes.into_iter().filter_map(time), share)
}

/// Prints all three tables.
pub fn print(fields: usize, columns: &[Column]) {
    explain(fields, columns);
    line("", columns.iter().map(|column| column.name.clone()));
    for (name, decimals, value) in ROWS {
        line(name, columns.iter().map(|column| text(value(column), decimals)));
    }
    let baseline = columns.iter().find(|column| column.name.starts_with(BASELINE));
    match baseline {
        Some(baseline) => ratios(columns, baseline),
        None => println!("\nThe baseline, {BASELINE}, is missing: no ratios."),
    }
    goals::print(columns, baseline);
}

/// Prints what was done, and the load of the machine.
fn explain(fields: usize, columns: &[Column]) {
    let loads = columns.first().map_or(0, |column| column.loads.len());
    println!("\n{fields} fields on each page; {loads} loads, each with a fresh profile; over loopback.");
    println!(
        "Times in milliseconds; a frame of a screen lasts 16.7. The work before the frame is what handles the key;"
    );
    println!("the frame itself is styles, layout and painting; main thread per key counts whatever came later, too.");
    println!("A telephone is a page 390 pixels wide with a processor that is 6 times slower than this one.");
    if let Ok(load) = std::fs::read_to_string("/proc/loadavg") {
        let recent = load.split_whitespace().next().unwrap_or_default();
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        println!("The machine's load over the last minute, this bench included: {recent} on {cores} cores.");
    }
    println!();
}

fn ratios(columns: &[Column], baseline: &Column) {
    println!("\nAs multiples of {}:\n", baseline.name);
    for (name, _, value) in RATIOS.map(|at| ROWS[at]) {
        let base = value(baseline);
        let ratio = |column| text(value(column).zip(base).map(|(value, base)| value / base), 2);
        line(name.trim_start(), columns.iter().map(ratio));
    }
}

/// A figure with this many decimals, or a dash where there is none.
pub fn text(value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(|| "-".to_owned(), |value| format!("{value:.decimals$}"))
}

/// Prints a row.
pub fn line(name: &str, cells: impl Iterator<Item = String>) {
    println!("{name:<37}{}", cells.map(|cell| format!("{cell:>18}")).collect::<String>());
}

//! Twenty futures as twenty dots: a filled circle for one that repays its cost, a hollow diamond for one that does not.
//! All circles are one path, and so are all diamonds.
//!
//! Zero is an edge between columns, so that no dot is on both sides of it. The height is constant, so that nothing
//! moves.

use crate::view::markup::{Node, fragment, h, placeholder};

/// Width of the plot, in pixels.
const WIDTH: f64 = 312.0;
/// Distance from one column to the next, in pixels.
const PITCH: f64 = 19.5;
/// Dots of full size that fit into a column.
const ROWS: f64 = 4.0;
/// The y of the axis that the dots rest on, in pixels.
const FLOOR: f64 = 22.0 + ROWS * PITCH;

/// The plot of twenty nets in major units, ascending, with their P10, P50 and P90. `label` is the text above zero.
pub fn dotplot(futures: &[f64], net: Option<[f64; 3]>, label: &str) -> Node {
    let (Some(first), Some(last)) = (futures.first(), futures.last()) else { return placeholder() };
    let scale = Scale::new(first.min(0.0), last.max(0.0));
    let columns: Vec<i32> = futures.iter().map(|x| scale.column(*x)).collect();
    let highest = columns.chunk_by(|a, b| a == b).map(<[i32]>::len).max().unwrap_or(1) as f64;
    let size = (ROWS / highest).min(1.0);
    let (radius, step) = (8.0 * size, PITCH * size);
    let (mut wins, mut losses) = (String::new(), String::new());
    for column in columns.chunk_by(|a, b| a == b) {
        for level in 0..column.len() {
            let (x, y) = (scale.middle(column[0]), FLOOR - 10.0 * size - level as f64 * step);
            if column[0] >= 0 {
                wins.push_str(&disc(x, y, radius));
            } else {
                losses.push_str(&diamond(x, y, radius));
            }
        }
    }
    let zero = scale.place(0.0);
    let span = net.map(|net| range_bar(&scale, net));
    let height = tenth(FLOOR + 24.0);
    let name = h("text").attr("x", tenth(zero.clamp(56.0, WIDTH - 56.0))).attr("y", "12").attr("text-anchor", "middle");
    h("svg.dotplot")
        .attr("viewBox", ["0 0 312 ", &height].concat())
        .attr("width", "312")
        .attr("height", height)
        .attr("aria-hidden", "true")
        .child(name.text(label.to_owned()))
        .child(path("path.win", wins))
        .child(path("path.lose", losses))
        .child(path("path.axis", ["M0 ", &tenth(FLOOR), "H312"].concat()))
        .child(path("path.costline", ["M", &tenth(zero), " 18V", &tenth(FLOOR + 5.0)].concat()))
        .child(span.unwrap_or_else(|| fragment(Vec::new())))
}

/// Twenty dots in two rows of ten; `repaid` of them are circles.
pub fn strip(repaid: usize) -> Node {
    let place = |i: usize| (5.0 + 11.0 * (i % 10) as f64, if i < 10 { 5.0 } else { 16.0 });
    let repaid = repaid.min(20);
    let losses: String = (repaid..20)
        .map(|i| {
            let (x, y) = place(i);
            diamond(x, y, 4.5)
        })
        .collect();
    let wins: String = (0..repaid)
        .map(|i| {
            let (x, y) = place(i);
            disc(x, y, 4.0)
        })
        .collect();
    h("svg.dotplot strip")
        .attr("viewBox", "0 0 110 21")
        .attr("width", "110")
        .attr("height", "21")
        .attr("aria-hidden", "true")
        .child(path("path.win", wins))
        .child(path("path.lose", losses))
}

fn path(spec: &'static str, d: String) -> Node {
    h(spec).attr("d", d)
}

/// Maps amounts to positions on the plot. There are as many columns as fit, and zero is an edge between columns.
struct Scale {
    width: f64,
    first: i32,
}

impl Scale {
    /// For nets from `low` (at most 0) to `high` (at least 0).
    fn new(low: f64, high: f64) -> Self {
        let columns = (WIDTH / PITCH).floor();
        // Zero is an edge between columns, so that the range may take up one column more than its width.
        let width = ((high - low) / (columns - 1.0)).max(f64::MIN_POSITIVE);
        Self { width, first: (low / width).floor() as i32 }
    }

    fn column(&self, x: f64) -> i32 {
        let last = self.first + (WIDTH / PITCH) as i32 - 1;
        ((x / self.width).floor() as i32).clamp(self.first, last)
    }

    fn middle(&self, column: i32) -> f64 {
        (f64::from(column - self.first) + 0.5) * PITCH
    }

    fn place(&self, x: f64) -> f64 {
        ((x / self.width - f64::from(self.first)) * PITCH).clamp(0.0, WIDTH)
    }
}

fn range_bar(scale: &Scale, [low, median, high]: [f64; 3]) -> Node {
    let y = FLOOR + 16.0;
    let (from, to, middle) = (scale.place(low), scale.place(high), scale.place(median));
    let drawn = format!(
        "M{a} {y}H{b}M{a} {top}v8M{b} {top}v8",
        a = tenth(from),
        b = tenth(to),
        y = tenth(y),
        top = tenth(y - 4.0)
    );
    fragment(vec![path("path.span", drawn), path("path.mid", disc(middle, y, 4.0))])
}

/// The path of a disc, which starts at its leftmost point.
fn disc(x: f64, y: f64, radius: f64) -> String {
    let (r, across) = (tenth(radius), tenth(2.0 * radius));
    format!("M{} {}a{r} {r} 0 0 1 {across} 0 {r} {r} 0 0 1-{across} 0z", tenth(x - radius), tenth(y))
}

fn diamond(x: f64, y: f64, radius: f64) -> String {
    let r = tenth(radius);
    format!("M{} {}l{r} {r}-{r} {r}-{r}-{r}z", tenth(x), tenth(y - radius))
}

/// A coordinate to a tenth of a pixel, without the standard formatting of floats, which is much code.
pub fn tenth(x: f64) -> String {
    let tenths = (x * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, rest) => format!("{sign}{whole}.{rest}"),
    }
}

//! The measurements, and their quantiles. Times are in milliseconds.

use crate::site::Sent;
use serde_json::Value;

/// One load with an empty cache.
pub struct Load {
    /// From the start of the navigation until the first field takes input and is painted.
    pub taken: f64,
    /// What was sent for it.
    pub sent: Sent,
    /// The first digit that was typed then, and a few more.
    pub strokes: Vec<Stroke>,
}

/// One digit typed into a field. Times start at the key's time stamp, except where another start is given.
pub struct Stroke {
    /// Until the next frame is painted.
    pub painted: f64,
    /// Until a painted frame shows another figure; missing if the figure stayed.
    pub figure: Option<f64>,
    /// From the first listener until the last one and its microtasks are done.
    pub worked: f64,
    /// What the frame itself took: its callbacks, styles, layout, painting.
    pub frame: f64,
}

/// All digits typed into one page.
pub struct Typing {
    /// The digits after the first; backspaces are not recorded.
    pub strokes: Vec<Stroke>,
    /// The main thread's working time per key, for whatever purpose and at whatever time; `None` if the browser does
    /// not report it.
    pub busy: Option<f64>,
    /// The digits that were typed on a narrow screen with a slow processor.
    pub slow: Vec<Stroke>,
}

impl Stroke {
    /// The stroke that the probe in the page has recorded; `None` if a time is missing.
    pub fn read(noted: &Value) -> Option<Self> {
        let time = |name: &str| noted[name].as_f64();
        let pressed = time("pressed")?;
        Some(Self {
            painted: time("painted")? - pressed,
            figure: time("figure").map(|figure| figure - pressed),
            worked: time("worked")? - time("heard")?,
            frame: time("painted")? - time("begun")?,
        })
    }
}

/// The quantile at `share`, from 0 to 1, interpolated between neighbours; `None` without values.
pub fn quantile(values: impl IntoIterator<Item = f64>, share: f64) -> Option<f64> {
    let mut sorted: Vec<f64> = values.into_iter().collect();
    sorted.sort_by(f64::total_cmp);
    let position = share * sorted.len().checked_sub(1)? as f64;
    let (low, high) = (sorted[position.floor() as usize], sorted[position.ceil() as usize]);
    Some(low + (high - low) * position.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_neighbours() {
        for (share, expected) in [(0.0, 1.0), (0.5, 2.5), (0.95, 3.85), (1.0, 4.0)] {
            let found = quantile([4.0, 1.0, 3.0, 2.0], share).expect("four values");
            assert!((found - expected).abs() < 1e-12, "{share}: {found}");
        }
        assert_eq!(quantile([], 0.5), None);
    }
}

//! How long links are beside other ways to write a proposal, and how long sealing and opening take.

use retour::estimate::{Figures, estimate};
use retour::link;
use retour::proposal::{check, read};
use std::hint::black_box;
use std::time::Instant;

/// Each reference proposal with what lz-string 1.5.0's `compressToEncodedURIComponent` makes of its compact JSON.
const REFERENCES: [(&str, usize); 3] = [("evenement", 4_626), ("market-research", 2_320), ("relations-presse", 2_227)];

fn main() {
    println!("characters              JSON in URI   deflate   lz-string      link");
    for (name, lz_string) in REFERENCES {
        let path = format!("{}/tests/reference/{name}.proposal.json", env!("CARGO_MANIFEST_DIR"));
        let json: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(path).expect("a reference")).expect("JSON");
        let compact = json.to_string();
        let escaped = compact.bytes().map(|b| if is_unreserved(b) { 1 } else { 3 }).sum::<usize>();
        let deflated = miniz_oxide::deflate::compress_to_vec(compact.as_bytes(), 10).len();
        let (proposal, _) = read(&serde_json::from_value(json).expect("a tree"));
        let checked = check(proposal).expect("a reference is right");
        let figures = Figures::from(&estimate(&checked));
        let sealed = link::seal(checked.proposal(), &figures);
        let share = sealed.len() * 1_000 / lz_string;
        println!(
            "{name:20}{escaped:13}{:11}{lz_string:11}{:10}  {}.{} % of lz-string",
            (deflated * 4).div_ceil(3),
            sealed.len(),
            share / 10,
            share % 10
        );
        time("  seal", || black_box(link::seal(checked.proposal(), &figures)).len());
        time("  open", || usize::from(black_box(link::open(&sealed)).is_ok()));
    }
}

/// The fastest of fifty, in milliseconds.
fn time(what: &str, mut work: impl FnMut() -> usize) {
    let runs = (0..50).map(|_| {
        let start = Instant::now();
        assert!(work() > 0);
        start.elapsed().as_secs_f64() * 1e3
    });
    println!("{what} {:.2} ms", runs.fold(f64::INFINITY, f64::min));
}

/// Whether `encodeURIComponent` leaves a byte as it is.
fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte)
}

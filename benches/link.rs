//! The length of links beside other encodings of a proposal, the time to seal and to open, and the worst links.

use retour::estimate::{Figures, estimate};
use retour::link;
use retour::proposal::{Change, Proposal, Reply, Value, check, read};
use std::hint::black_box;
use std::time::Instant;

/// Each reference proposal with the length of its compact JSON after lz-string 1.5.0's `compressToEncodedURIComponent`.
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
        time("  seal", 50, || black_box(link::seal(checked.proposal(), &figures)).len());
        time("  open", 50, || usize::from(black_box(link::open(&sealed)).is_ok()));
    }
    println!("the worst links");
    for (name, sealed) in worst() {
        let outcome = if link::open(&sealed).is_ok() { "opens" } else { "refused" };
        println!("{name:20}{:8} characters, {outcome}", sealed.len());
        time("  open", 5, || black_box(link::open(&sealed)).map_or(1, |_| 1));
    }
}

/// Links that unpack to as much as a link may, or a little more, in the ways that take most time or memory.
fn worst() -> [(&'static str, String); 5] {
    const SYMBOLS: usize = 327_000;
    let mut state = 2_027_u32;
    let noise = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from_u32(33 + (state >> 24) % 94).expect("ASCII")
    };
    let text = |context: String| link::seal(&Proposal { context, ..Proposal::default() }, &Figures::default());
    let texts = Proposal { objectives: vec![String::new(); SYMBOLS], ..Proposal::default() };
    let change = Change { path: String::new(), from: Value::List(vec![Value::Null; SYMBOLS]), to: Value::Null };
    let reply = Reply { changes: vec![change], ..Reply::default() };
    [
        ("one letter", text("a".repeat(SYMBOLS - 500))),
        ("one letter too many", text("a".repeat(2 * SYMBOLS))),
        ("noise", text((0..SYMBOLS * 3 / 4 / 6 * 5).map(noise).collect())),
        ("empty texts", link::seal(&texts, &Figures::default())),
        ("nulls in a reply", link::seal_reply(&Proposal::default(), &Figures::default(), &reply)),
    ]
}

/// Prints the time of the fastest of `runs` runs, in milliseconds.
fn time(what: &str, runs: usize, mut work: impl FnMut() -> usize) {
    let runs = (0..runs).map(|_| {
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

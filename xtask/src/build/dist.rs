//! `cargo xtask dist`: builds `dist/` and `dist-npm/` and prints their sizes.

use crate::Outcome;
use crate::build::build;
use crate::build::chunks::{CHUNKS, built, is_needed};
use crate::build::sizes::{BUDGET, LOADER, PAGE, TARGET, WIDGET, Weight, weigh};

/// Builds the page and prints a table of its sizes and its digests.
pub fn dist() -> Outcome<()> {
    build()?;
    let widget = WIDGET.iter().map(|name| weigh(name)).collect::<Outcome<Vec<_>>>()?;
    let chunks = built()?.iter().map(|name| weigh(name)).collect::<Outcome<Vec<_>>>()?;
    let page = PAGE.iter().map(|name| weigh(name)).collect::<Outcome<Vec<_>>>()?;

    println!("{:<34}{:>12}{:>12}{:>12}", "bytes", "raw", "gzip 9", "brotli 11");
    widget.iter().for_each(|it| row(&it.name, [it.raw, it.gzip, it.brotli]));
    row("the widget", sum(&widget));
    chunks.iter().for_each(|it| row(&it.name, [it.raw, it.gzip, it.brotli]));
    for chunk in &CHUNKS {
        let needed = widget.iter().chain(chunks.iter().filter(|it| is_needed(&it.name, chunk)));
        row(&format!("the widget with the {}", chunk.name), sum(needed));
    }
    page.iter().for_each(|it| row(&it.name, [it.raw, it.gzip, it.brotli]));
    // The standalone page has no import map, so it loads the module by its own tag, without the loader.
    let module = widget.iter().filter(|it| it.name != LOADER).chain(&page);
    row("the standalone page", sum(module));
    println!("\nThe widget's budget is {BUDGET} bytes as brotli sends them, its target {TARGET}.\n");
    for it in widget.iter().chain(&chunks) {
        println!("{}  integrity=\"{}\"", it.name, it.integrity);
    }
    Ok(())
}

fn row(name: &str, [raw, gzip, brotli]: [usize; 3]) {
    println!("{name:<34}{raw:>12}{gzip:>12}{brotli:>12}");
}

fn sum<'a>(weights: impl IntoIterator<Item = &'a Weight>) -> [usize; 3] {
    weights.into_iter().fold([0; 3], |[raw, gzip, brotli], it| [raw + it.raw, gzip + it.gzip, brotli + it.brotli])
}

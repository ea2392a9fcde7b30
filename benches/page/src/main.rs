//! Measures the page and the forms beside it in a browser, over loopback with brotli, and prints a table.
//!
//! `cargo xtask bench page` builds what this measures. No time that it measures is a failure.

mod contestant;
mod figures;
mod site;
mod table;

use contestant::{Contestant, all};
use figures::Load;
use site::Site;
use table::Column;

/// How often each page is loaded, each time in a browser with a fresh profile.
const LOADS: usize = 9;

fn main() {
    let sites: Vec<(Contestant, Site)> = all().into_iter().filter_map(served).collect();
    let Some((own, site)) = sites.first() else { return };
    let fields = own.fields(site);
    let mut loads: Vec<Vec<Load>> = sites.iter().map(|_| Vec::new()).collect();
    // Taken in turns, so that a busy moment of the machine meets them all.
    for _ in 0..LOADS {
        for ((contestant, site), loads) in sites.iter().zip(&mut loads) {
            loads.push(contestant.load(site, fields));
        }
    }
    let columns: Vec<Column> = sites
        .iter()
        .zip(loads)
        .map(|((contestant, site), loads)| Column {
            name: &contestant.name,
            loads,
            typing: contestant.typing(site, fields),
        })
        .collect();
    table::print(fields, &columns);
}

/// A form that was not built is left out; the build has said why.
fn served(contestant: Contestant) -> Option<(Contestant, Site)> {
    let folder = contestant.folder.clone();
    if !folder.join("index.html").is_file() {
        println!("{} is left out: it was not built.", contestant.name);
        return None;
    }
    Some((contestant, Site::start(&folder)))
}

//! Measures the page and the forms beside it in a browser, over loopback with brotli, and prints a table.
//!
//! `cargo xtask bench page` builds what this measures. No measured time makes it fail.

mod contestant;
mod figures;
mod goals;
mod site;
mod table;

use contestant::{Contestant, all};
use figures::Load;
use site::Site;
use std::panic::AssertUnwindSafe;
use table::Column;

/// How often each page is loaded, each time in a browser with a fresh profile.
const LOADS: usize = 9;

fn main() {
    let Some((mut contestants, fields)) = begin() else { return };
    // The pages take turns, so that a busy moment of the machine affects them all.
    for _ in 0..LOADS {
        for it in &mut contestants {
            it.loads.push(it.contestant.load(&it.site, fields));
        }
    }
    let typed = |it: Measured| {
        let typing = it.contestant.typing(&it.site, fields);
        Column { name: it.contestant.name, loads: it.loads, typing }
    };
    let columns: Vec<Column> = contestants.into_iter().map(typed).collect();
    table::print(fields, &columns);
}

/// A page that opens, and its loads so far.
struct Measured {
    contestant: Contestant,
    site: Site,
    loads: Vec<Load>,
}

/// The pages that open, Retour's first, and the number of its fields.
fn begin() -> Option<(Vec<Measured>, usize)> {
    let mut all = all().into_iter();
    let own = all.next()?;
    let site = Site::start(&own.folder);
    let fields = own.fields(&site);
    let own = Measured { contestant: own, site, loads: Vec::new() };
    Some((std::iter::once(own).chain(all.filter_map(|it| opened(it, fields))).collect(), fields))
}

/// Opens a form. One that was not built or does not work is left out, and this is printed; the build or the panic has
/// printed why.
fn opened(contestant: Contestant, fields: usize) -> Option<Measured> {
    let left_out = |why| println!("{} is left out: it {why}.", contestant.name);
    if !contestant.folder.join("index.html").is_file() {
        left_out("was not built");
        return None;
    }
    let site = Site::start(&contestant.folder);
    // The functions that drive a browser panic if the page does not do what they expect.
    if std::panic::catch_unwind(AssertUnwindSafe(|| contestant.load(&site, fields))).is_err() {
        left_out("does not open with as many fields");
        return None;
    }
    Some(Measured { contestant, site, loads: Vec::new() })
}

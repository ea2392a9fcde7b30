//! `cargo xtask serve`: builds the page, serves it on this machine alone and opens it.

use crate::server::{Request, Response, Server, file};
use crate::sizes::{brotli, gzip};
use crate::{Outcome, build, dist_folder, tools};
use std::collections::HashMap;
use std::process::{Command, Stdio};
use std::sync::Mutex;

/// Serves `dist/` at a port, or at any free one for 0, until it is interrupted.
pub fn serve(port: u16) -> Outcome<()> {
    build::build()?;
    let folder = dist_folder();
    let packed = Packed::default();
    let server = Server::start(port, move |request| packed.answer(request, file(&folder, &request.path)))?;
    let address = server.url("/");
    println!("Retour is at {address} (Ctrl+C ends it).");
    open(&address);
    server.wait();
    Ok(())
}

/// What was compressed before, by path and encoding: `dist/` does not change while it is served.
#[derive(Default)]
struct Packed(Mutex<HashMap<(String, &'static str), Vec<u8>>>);

impl Packed {
    /// Compresses an answer if its reader takes that, in the best way that it takes.
    fn answer(&self, request: &Request, mut response: Response) -> Response {
        let accepted = request.header("accept-encoding").unwrap_or_default();
        let takes = |name: &str| accepted.split(',').any(|it| it.trim().split(';').next() == Some(name));
        let Some(encoding) = ["br", "gzip"].into_iter().find(|name| takes(name)).filter(|_| response.status == 200)
        else {
            return response;
        };
        let mut packed = self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let body = packed.entry((request.path.clone(), encoding)).or_insert_with(|| match encoding {
            "br" => brotli(&response.body, 9),
            _ => gzip(&response.body, 9),
        });
        response.body.clone_from(body);
        response.set("content-encoding", encoding);
        response.set("vary", "accept-encoding");
        response
    }
}

/// Opens an address in the person's browser, where there is a screen.
fn open(address: &str) {
    let screen = cfg!(not(target_os = "linux")) || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(set);
    if set(&"CI") || !screen {
        return;
    }
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    if tools::which(opener).is_some() {
        // Whoever has no browser to open reads the address above.
        let _ = Command::new(opener).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    }
}

fn set(variable: &&str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}

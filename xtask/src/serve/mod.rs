//! `cargo xtask serve`: builds the page, serves it on this machine alone and opens it.

pub mod server;

use crate::build::sizes::{brotli, gzip};
use crate::{Outcome, build, dist_folder, tools};
use server::{Request, Response, Server, file};
use std::collections::HashMap;
use std::process::{Command, Stdio};
use std::sync::Mutex;

/// Serves `dist/` at a port, or at any free one for 0, until it is interrupted.
pub fn serve(port: u16) -> Outcome<()> {
    build::build()?;
    let folder = dist_folder();
    let packed = Packed::default();
    let server = Server::start(port, move |request| {
        redirect(&request.target).unwrap_or_else(|| packed.answer(request, file(&folder, &request.path)))
    })?;
    let address = server.url("/");
    println!("Retour is at {address} (Ctrl+C ends it).");
    open(&address);
    server.wait();
    Ok(())
}

/// The redirect for an address whose `#` a mail gateway has escaped, by the rule that docs/hosts/static-site.md gives
/// for servers; `None` for any other address.
pub fn redirect(target: &str) -> Option<Response> {
    let lower = target.to_ascii_lowercase();
    let (page, key) = lower.match_indices("retour").find_map(|(at, _)| Some((before_hash(&lower[..at])?, at)))?;
    // Two slashes would lead to another site.
    let is_path = page.starts_with('/') && !page.starts_with("//") && !page.starts_with("/\\");
    let is_key = ["retour=", "retour%3d", "retour%253d"].iter().any(|it| lower[key..].starts_with(it));
    let mut response = Response::new(302, "text/plain", "");
    response.set("location", &format!("{}#{}", &target[..page.len()], &target[key..]));
    (is_path && is_key).then_some(response)
}

/// The text before an escaped `#`, if the text ends with one.
fn before_hash(text: &str) -> Option<&str> {
    text.strip_suffix("23")?.trim_end_matches("25").strip_suffix('%')
}

/// Compressed files by path and encoding. They are kept, because `dist/` does not change while it is served.
#[derive(Default)]
struct Packed(Mutex<HashMap<(String, &'static str), Vec<u8>>>);

impl Packed {
    /// Compresses a response with the best encoding that the browser accepts, if it accepts any.
    fn answer(&self, request: &Request, mut response: Response) -> Response {
        let accepted = request.header("accept-encoding").unwrap_or_default();
        let takes = |name: &str| accepted.split([',', ';', ' ']).any(|it| it == name);
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
        // If this fails, the person can use the address that was printed.
        let _ = Command::new(opener).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    }
}

fn set(variable: &&str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escaped_hash_leads_to_the_page_that_was_meant() {
        for (target, location) in [
            ("/devis/%23retour=1A?a=1", Some("/devis/#retour=1A?a=1")),
            ("/?p=5%2523retour%3D1A", Some("/?p=5#retour%3D1A")),
            ("/devis/", None),
            ("/%23retour", None),
            ("/a%23contact", None),
            ("/retour=1", None),
            ("//evil.example/%23retour=1", None),
        ] {
            let response = redirect(target);
            let given = response.as_ref().and_then(|it| it.headers.iter().find(|(name, _)| name == "location"));
            assert_eq!(given.map(|(_, value)| value.as_str()), location, "{target}");
        }
    }
}

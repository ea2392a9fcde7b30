//! The web sites that the tests visit: `dist/` at the root, and folders of `tests/` at their names.

use crate::engine::Engine;
use xtask::manifest::Project;
use xtask::serve::server::{Request, Response, Server, file};

/// The folders of `tests/` that a site serves: other people's pages, their npm packages, reference proposals and their
/// figures bit by bit. `built`, what the tests build themselves, is not in `tests/` but in `target/hosts`.
const FOLDERS: [&str; 5] = ["built", "hosts", "node_modules", "reference", "golden"];

/// The script that records the complaints of pages, where the browser's driver does not report them.
const RECORDER: &str = include_str!("recorder.js");

/// A site at its own port.
pub struct Site(Server);

impl Site {
    /// Serves everything unchanged.
    pub fn plain() -> Self {
        Self::with(|_, response| response)
    }

    /// Serves each response as `change` returns it.
    pub fn with(change: impl Fn(&Request, Response) -> Response + Send + Sync + 'static) -> Self {
        let dist = xtask::dist_folder();
        let versioned = format!("/retour/{}/", Project::read().expect("a project").version);
        assert!(dist.join("retour.js").is_file(), "dist/ is missing; run: cargo xtask dist");
        let records = !Engine::chosen().offers_console();
        let answer = move |request: &Request| {
            if request.path == "/recorder.js" {
                return Response::new(200, "text/javascript", RECORDER);
            }
            let folder =
                request.path.trim_start_matches('/').split_once('/').filter(|(folder, _)| FOLDERS.contains(folder));
            let response = match folder {
                Some(("built", name)) => file(&xtask::root().join("target/hosts"), name),
                Some((folder, name)) => file(&xtask::root().join("tests").join(folder), name),
                // Browsers request it by themselves; if it is missing, that is no complaint about the widget.
                None if request.path == "/favicon.ico" => Response::new(204, "image/png", ""),
                _ => file(&dist, request.path.strip_prefix(&versioned).unwrap_or(&request.path)),
            };
            let response = change(request, response);
            if records && is_page(&request.path) { recording(response) } else { response }
        };
        Self(Server::start(0, answer).expect("a free port"))
    }

    /// Serves every page with this content security policy.
    pub fn with_policy(policy: String) -> Self {
        Self::with(move |_, mut response| {
            response.set("content-security-policy", &policy);
            response
        })
    }

    /// The address of a path, such as `/?lang=en` or `/hosts/two.html`.
    pub fn url(&self, path: &str) -> String {
        self.0.url(path)
    }
}

fn is_page(path: &str) -> bool {
    path.ends_with('/') || path.ends_with(".html")
}

/// The page with the recorder before all other scripts, as a file: policies that forbid inline scripts allow it.
fn recording(mut response: Response) -> Response {
    let text = String::from_utf8_lossy(&response.body);
    response.body = text.replacen("<title>", "<script src=\"/recorder.js\"></script>\n<title>", 1).into_bytes();
    response
}

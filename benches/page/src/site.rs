//! One measured page on the loopback address, compressed ahead of time as a host of static files would.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};
use xtask::build::sizes::brotli;
use xtask::serve::server::{Request, Server, file};

/// The script that records times inside the page.
const PROBE: &str = include_str!("../probe.js");

/// What a site has sent since [`Site::sent`] was last called.
#[derive(Clone, Copy, Default)]
pub struct Sent {
    /// Answers with a body.
    pub requests: usize,
    /// Bytes of their bodies, as brotli sends them.
    pub bytes: usize,
}

/// A site at its own port, which counts what it sends.
pub struct Site {
    server: Server,
    sent: Arc<Mutex<Sent>>,
}

impl Site {
    /// Serves a folder that has no folders in it.
    pub fn start(folder: &Path) -> Self {
        let (packed, sent) = (pack(folder), Arc::<Mutex<Sent>>::default());
        let (folder, count) = (folder.to_owned(), sent.clone());
        let answer = move |request: &Request| {
            let name = if request.path == "/" { "index.html" } else { request.path.trim_start_matches('/') };
            let mut response = file(&folder, name);
            if let Some((weight, body)) = packed.get(name) {
                let mut sent = count.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
                *sent = Sent { requests: sent.requests + 1, bytes: sent.bytes + weight };
                response.body.clone_from(body);
                response.set("content-encoding", "br");
            }
            response
        };
        Self { server: Server::start(0, answer).expect("a free port"), sent }
    }

    /// The address of the page that shows this many fields.
    pub fn url(&self, fields: usize) -> String {
        self.server.url(&format!("/?fields={fields}"))
    }

    /// What it has sent since the last call.
    pub fn sent(&self) -> Sent {
        std::mem::take(&mut *self.sent.lock().unwrap_or_else(|poisoned| poisoned.into_inner()))
    }
}

/// The files of a folder by name: the compressed size of each, and the compressed bytes to send for it.
fn pack(folder: &Path) -> HashMap<String, (usize, Vec<u8>)> {
    let files = fs::read_dir(folder).expect("the folder is there").map_while(Result::ok);
    files
        .filter_map(|entry| {
            let (name, body) = (entry.file_name().into_string().ok()?, fs::read(entry.path()).ok()?);
            let packed = brotli(&body, 11);
            let weight = packed.len();
            // The probe is not part of the page: it is sent, but its size does not count.
            let sent = if name == "index.html" { brotli(&probed(&body), 11) } else { packed };
            Some((name, (weight, sent)))
        })
        .collect()
}

fn probed(page: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(page).replacen("<head>", &format!("<head><script>{PROBE}</script>"), 1).into_bytes()
}

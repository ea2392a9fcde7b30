//! A small web server for files on the loopback address: what `serve` shows and the browser tests load.
//!
//! It must never listen to another machine.

use crate::Outcome;
use percent_encoding::percent_decode_str;
use std::fs;
use std::io;
use std::net::Ipv4Addr;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

/// What a browser asks for.
pub struct Request {
    /// `GET`, `HEAD`, `POST` and so on.
    pub method: String,
    /// Path and query as they were asked for, escapes and all.
    pub target: String,
    /// The path, without the query and with its percent signs undone.
    pub path: String,
    /// What follows the question mark.
    pub query: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
}

impl Request {
    fn new(asked: &tiny_http::Request) -> Self {
        let target = asked.url();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let header = |it: &tiny_http::Header| (it.field.to_string().to_ascii_lowercase(), it.value.to_string());
        Self {
            method: asked.method().to_string(),
            target: target.to_owned(),
            path: percent_decode_str(path).decode_utf8_lossy().into_owned(),
            query: query.to_owned(),
            headers: asked.headers().iter().map(header).collect(),
        }
    }

    /// The value of a header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }
}

/// What it gets.
pub struct Response {
    /// Such as 200.
    pub status: u16,
    /// Names in lower case; the length is added on the way.
    pub headers: Vec<(String, String)>,
    /// What follows.
    pub body: Vec<u8>,
}

impl Response {
    /// An answer of this status and type.
    pub fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: vec![("content-type".to_owned(), content_type.to_owned())], body: body.into() }
    }

    /// Sets a header, by its name in lower case.
    pub fn set(&mut self, name: &str, value: &str) {
        self.headers.retain(|(it, _)| it != name);
        self.headers.push((name.to_owned(), value.to_owned()));
    }

    /// Sends it; a browser that hangs up in the middle of an answer is no fault of the server's.
    fn send(self, asked: tiny_http::Request) -> io::Result<()> {
        let headers =
            self.headers.iter().filter_map(|(name, value)| tiny_http::Header::from_bytes(&**name, &**value).ok());
        let answer = tiny_http::Response::from_data(self.body).with_status_code(self.status);
        // However long it is, its length is said ahead.
        asked.respond(headers.fold(answer.with_chunked_threshold(usize::MAX), tiny_http::Response::with_header))
    }
}

/// The file at a path below a folder; a folder gives its `index.html`.
pub fn file(folder: &Path, path: &str) -> Response {
    let relative = PathBuf::from(path.trim_start_matches('/'));
    let missing = || Response::new(404, "text/plain", "Not found.");
    if relative.components().any(|part| !matches!(part, Component::Normal(_))) {
        return missing();
    }
    let mut file = folder.join(relative);
    if file.is_dir() {
        file.push("index.html");
    }
    let Ok(body) = fs::read(&file) else { return missing() };
    let mut response = Response::new(200, content_type(&file), body);
    response.set("cache-control", "no-cache");
    response
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|it| it.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "text/plain; charset=utf-8",
    }
}

/// A server that listens until it is dropped.
pub struct Server {
    listener: Arc<tiny_http::Server>,
    answering: JoinHandle<()>,
}

impl Server {
    /// Listens at a port of the loopback address, or at any free one for 0; each answer has a thread.
    pub fn start(port: u16, answer: impl Fn(&Request) -> Response + Send + Sync + 'static) -> Outcome<Self> {
        let listener = tiny_http::Server::http((Ipv4Addr::LOCALHOST, port));
        let listener = Arc::new(listener.map_err(|error| format!("Port {port}: {error}."))?);
        let (heard, answer) = (listener.clone(), Arc::new(answer));
        let answering = thread::spawn(move || {
            for asked in heard.incoming_requests() {
                let answer = answer.clone();
                thread::spawn(move || answer(&Request::new(&asked)).send(asked));
            }
        });
        Ok(Self { listener, answering })
    }

    /// The address of a path that starts with a slash.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.listener.server_addr())
    }

    /// Listens until the program is interrupted.
    pub fn wait(&self) {
        while !self.answering.is_finished() {
            thread::park();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.listener.unblock();
    }
}

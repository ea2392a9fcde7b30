//! A small web server for files on the loopback address, for `serve` and for the browser tests.
//!
//! It must never accept connections from other machines.

use crate::Outcome;
use percent_encoding::percent_decode_str;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

/// A request from a browser.
pub struct Request {
    /// `GET`, `HEAD`, `POST` and so on.
    pub method: String,
    /// Path and query as requested, with their escapes.
    pub target: String,
    /// The path, without the query and with its percent-escapes decoded.
    pub path: String,
    /// The query, without its question mark.
    pub query: String,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
}

impl Request {
    /// The value of a header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }
}

/// The response to a request.
pub struct Response {
    /// The status, such as 200.
    pub status: u16,
    /// The headers, names in lower case; `content-length` is added when the response is sent.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Response {
    /// A response with this status and content type.
    pub fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: vec![("content-type".to_owned(), content_type.to_owned())], body: body.into() }
    }

    /// Sets a header, by its name in lower case.
    pub fn set(&mut self, name: &str, value: &str) {
        self.headers.retain(|(it, _)| it != name);
        self.headers.push((name.to_owned(), value.to_owned()));
    }
}

/// The file at a path below a folder, or status 404; a folder gives its `index.html`.
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
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
    listener: Option<JoinHandle<()>>,
}

impl Server {
    /// Listens at a port of the loopback address, or at any free one for 0; each connection has a thread.
    pub fn start(port: u16, answer: impl Fn(&Request) -> Response + Send + Sync + 'static) -> Outcome<Self> {
        let socket =
            TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| format!("Port {port}: {error}."))?;
        let address = socket.local_addr().map_err(|error| format!("Port {port}: {error}."))?;
        let stopped = Arc::new(AtomicBool::new(false));
        let (stop, answer) = (stopped.clone(), Arc::new(answer));
        let listener = thread::spawn(move || {
            for stream in socket.incoming() {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                let answer = answer.clone();
                // It is no error of the server if the browser closes the connection early.
                let _ = stream.map(|stream| thread::spawn(move || converse(stream, &*answer)));
            }
        });
        Ok(Self { address, stopped, listener: Some(listener) })
    }

    /// The address of a path that starts with a slash.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Listens until the program is interrupted.
    pub fn wait(mut self) {
        if let Some(listener) = self.listener.take() {
            let _ = listener.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        // A connection wakes the listener, which then checks the flag.
        let _ = TcpStream::connect(self.address);
    }
}

fn converse(stream: TcpStream, answer: &dyn Fn(&Request) -> Response) -> io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    while let Some(request) = receive(&mut reader)? {
        let response = answer(&request);
        let mut head = format!("HTTP/1.1 {} -\r\n", response.status);
        for (name, value) in &response.headers {
            head += &format!("{name}: {value}\r\n");
        }
        head += &format!("content-length: {}\r\n\r\n", response.body.len());
        let body = if request.method == "HEAD" { &[][..] } else { &response.body };
        (&stream).write_all(&[head.as_bytes(), body].concat())?;
    }
    Ok(())
}

fn receive(reader: &mut BufReader<TcpStream>) -> io::Result<Option<Request>> {
    /// The maximum size of a request's head, in bytes; no browser sends a longer one.
    const LONGEST: u64 = 64 * 1024;
    let mut head = reader.by_ref().take(LONGEST).lines();
    let Some(first) = head.next().transpose()? else { return Ok(None) };
    let mut words = first.split_ascii_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else { return Ok(None) };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut request = Request {
        method: method.to_owned(),
        target: target.to_owned(),
        path: percent_decode_str(path).decode_utf8_lossy().into_owned(),
        query: query.to_owned(),
        headers: Vec::new(),
    };
    for line in head {
        match line?.split_once(':') {
            Some((name, value)) => request.headers.push((name.to_ascii_lowercase(), value.trim().to_owned())),
            None => break,
        }
    }
    let length = request.header("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    io::copy(&mut reader.by_ref().take(length), &mut io::sink())?;
    Ok(Some(request))
}

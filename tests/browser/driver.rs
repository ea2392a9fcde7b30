//! Starts a WebDriver and uses its protocol: JSON over HTTP on the loopback address.

use crate::display::Display;
use crate::engine::Engine;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

/// A driver and its only session; both end when it is dropped.
pub struct Driver {
    process: Child,
    port: u16,
    session: String,
    _display: Option<Display>,
}

impl Driver {
    /// Starts a browser with a fresh profile, for a reader whose text size is this many pixels, usually 16; `bars`: whether
    /// scroll bars take room.
    pub fn start(engine: Engine, text: u8, bars: bool) -> Self {
        let display = engine.needs_screen().then(Display::start);
        let (process, port) = match engine {
            Engine::Chromium | Engine::Firefox => start_and_listen(engine, bars),
            Engine::WebKit => start_and_knock(engine, display.as_ref(), bars),
        };
        let mut driver = Self { process, port, session: String::new(), _display: display };
        let answer = driver.call("POST", "/session", Some(engine.capabilities(text, bars)));
        driver.session = answer["sessionId"].as_str().expect("a session has an id").to_owned();
        driver
    }

    /// Sends a command within the session, such as `url`, with its body; returns the result.
    #[track_caller]
    pub fn post(&self, command: &str, body: Value) -> Value {
        self.call("POST", &format!("/session/{}/{command}", self.session), Some(body))
    }

    /// Gets a value within the session.
    #[track_caller]
    pub fn get(&self, command: &str) -> Value {
        self.call("GET", &format!("/session/{}/{command}", self.session), None)
    }

    /// Runs a script within the session. One whose document was unloaded before it was done, as when a page is still
    /// being replaced, has left nothing behind: it runs once more, in the new document.
    #[track_caller]
    pub fn run(&self, body: &Value) -> Value {
        let path = format!("/session/{}/execute/async", self.session);
        match self.ask("POST", &path, Some(body.clone())) {
            Err(error) if error.contains("before the unload event") => self.call("POST", &path, Some(body.clone())),
            answer => answer.unwrap_or_else(|error| panic!("{error}")),
        }
    }

    #[track_caller]
    fn call(&self, method: &str, path: &str, body: Option<Value>) -> Value {
        self.ask(method, path, body).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Sends a command; the error is what the driver says.
    #[track_caller]
    fn ask(&self, method: &str, path: &str, body: Option<Value>) -> Result<Value, String> {
        let (status, text) = exchange(self.port, method, path, body)
            .unwrap_or_else(|error| panic!("the driver does not answer {method} {path}: {error}"));
        let mut answer: Value = serde_json::from_str(&text).unwrap_or_else(|_| panic!("no JSON: {text}"));
        let value = answer["value"].take();
        if status == 200 { Ok(value) } else { Err(format!("{method} {path}: {} {}", value["error"], value["message"])) }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The browser closes with its session; a driver that is merely killed would leave it behind.
        let _ = exchange(self.port, "DELETE", &format!("/session/{}", self.session), None);
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Starts a driver that chooses its port and prints it. A port that is free on one kind of loopback address may be
/// taken on the other: then the driver ends, and the next one chooses another.
fn start_and_listen(engine: Engine, bars: bool) -> (Child, u16) {
    for _ in 0..5 {
        let mut process = spawned(engine.driver(0, bars).stdout(Stdio::piped()));
        let mut output = BufReader::new(process.stdout.take().expect("its output is piped")).lines();
        if let Some(port) = output.by_ref().map_while(Result::ok).find_map(|line| port_in(&line)) {
            // Its further output must be read, or the driver would wait for a reader.
            thread::spawn(move || output.for_each(drop));
            return (process, port);
        }
        let _ = process.kill();
        let _ = process.wait();
    }
    panic!("the driver of {} ends before it listens", engine.name())
}

/// Starts a driver that prints nothing, at a free port; tries another port if that one has been taken in the meantime.
fn start_and_knock(engine: Engine, display: Option<&Display>, bars: bool) -> (Child, u16) {
    for _ in 0..5 {
        let port =
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|it| it.local_addr()).expect("a free port").port();
        let mut command = engine.driver(port, bars);
        command.envs(display.map(|it| ("DISPLAY", it.name()))).stdout(Stdio::null());
        let mut process = spawned(&mut command);
        while let Ok(None) = process.try_wait() {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return (process, port);
            }
            thread::sleep(Duration::from_millis(10));
        }
    }
    panic!("the driver of {} ends before it listens", engine.name());
}

fn spawned(command: &mut Command) -> Child {
    let program = command.get_program().to_string_lossy().into_owned();
    command.stderr(Stdio::null()).spawn().unwrap_or_else(|error| panic!("{program} does not start: {error}"))
}

/// The port in the line in which a driver prints where it listens.
fn port_in(line: &str) -> Option<u16> {
    let after = line.split("on port ").nth(1).or_else(|| line.split("Listening on 127.0.0.1:").nth(1))?;
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    // Chromedriver first prints the 0 that it was started with.
    digits.parse().ok().filter(|port| *port != 0)
}

fn exchange(port: u16, method: &str, path: &str, body: Option<Value>) -> std::io::Result<(u16, String)> {
    let body = body.map_or_else(String::new, |body| body.to_string());
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\ncontent-type: application/json; charset=utf-8\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    let (mut status, mut length) = (0, 0);
    while reader.read_line(&mut head)? > 2 {
        let line = head.trim().to_ascii_lowercase();
        if let Some(rest) = line.strip_prefix("http/1.1 ") {
            status = rest.get(..3).and_then(|digits| digits.parse().ok()).unwrap_or(0);
        }
        if let Some(rest) = line.strip_prefix("content-length:") {
            length = rest.trim().parse().unwrap_or(0);
        }
        head.clear();
    }
    let mut text = vec![0; length];
    reader.read_exact(&mut text)?;
    Ok((status, String::from_utf8_lossy(&text).into_owned()))
}

//! Starts a WebDriver and speaks its protocol: JSON over HTTP on the loopback address.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, Command, Stdio};

/// A browser engine and the program that drives it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium by chromedriver.
    Chromium,
    /// Firefox by geckodriver.
    Firefox,
    /// WebKitGTK by WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// The one that `RETOUR_BROWSER` names, else Chromium.
    pub fn chosen() -> Self {
        match std::env::var("RETOUR_BROWSER").as_deref() {
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok("chromium") | Err(_) => Self::Chromium,
            Ok(other) => panic!("RETOUR_BROWSER={other}: chromium, firefox or webkit"),
        }
    }

    fn driver(self) -> Command {
        let (program, arguments): (_, &[&str]) = match self {
            Self::Chromium => ("chromedriver", &["--port=0"]),
            Self::Firefox => ("geckodriver", &["--port", "0"]),
            Self::WebKit => ("WebKitWebDriver", &["--port=0"]),
        };
        let mut command = Command::new(program);
        command.args(arguments).env("PATH", xtask::tools::path());
        command
    }

    /// `text`: how large a reader wants text to be, in pixels; WebKitGTK's driver does not let a reader say so.
    fn capabilities(self, text: u8) -> Value {
        let wanted = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": {"browser": "ALL"},
                "goog:chromeOptions": {"prefs": {"webkit.webprefs.default_font_size": text}, "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--disable-background-networking", "--disable-component-update", "--no-first-run",
                    "--window-size=1200,900",
                ]},
            }),
            Self::Firefox => json!({"browserName": "firefox", "moz:firefoxOptions": {
                "args": ["-headless"], "prefs": {"font.size.variable.x-western": text},
            }}),
            Self::WebKit => json!({"browserName": "MiniBrowser"}),
        };
        json!({"capabilities": {"alwaysMatch": wanted}})
    }
}

/// A driver and the one session that it holds; both end when it is dropped.
pub struct Driver {
    process: Child,
    port: u16,
    session: String,
}

impl Driver {
    /// A fresh browser profile in a browser of its own, for a reader who wants text of so many pixels: 16 for most.
    pub fn start(engine: Engine, text: u8) -> Self {
        let mut command = engine.driver();
        let program = command.get_program().to_string_lossy().into_owned();
        let mut process = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} does not start: {error}"));
        let mut output = BufReader::new(process.stdout.take().expect("its output is piped")).lines();
        let port = output
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| port_in(&line))
            .unwrap_or_else(|| panic!("{program} ended before it listened"));
        // Whatever it says later must be read, or it would wait for a reader.
        std::thread::spawn(move || output.for_each(drop));
        let mut driver = Self { process, port, session: String::new() };
        let answer = driver.call("POST", "/session", Some(engine.capabilities(text)));
        driver.session = answer["sessionId"].as_str().expect("a session has an id").to_owned();
        driver
    }

    /// A command within the session, such as `url`, with what it sends.
    #[track_caller]
    pub fn post(&self, command: &str, body: Value) -> Value {
        self.call("POST", &format!("/session/{}/{command}", self.session), Some(body))
    }

    /// A question within the session.
    #[track_caller]
    pub fn get(&self, command: &str) -> Value {
        self.call("GET", &format!("/session/{}/{command}", self.session), None)
    }

    #[track_caller]
    fn call(&self, method: &str, path: &str, body: Option<Value>) -> Value {
        let (status, text) = exchange(self.port, method, path, body)
            .unwrap_or_else(|error| panic!("the driver does not answer {method} {path}: {error}"));
        let mut answer: Value = serde_json::from_str(&text).unwrap_or_else(|_| panic!("no JSON: {text}"));
        let value = answer["value"].take();
        assert!(status == 200, "{method} {path}: {} {}", value["error"], value["message"]);
        value
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

/// The port in the line in which a driver says where it listens.
fn port_in(line: &str) -> Option<u16> {
    let after = line.split("on port ").nth(1).or_else(|| line.split("Listening on 127.0.0.1:").nth(1))?;
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    // Chromedriver first repeats the 0 that it was asked for.
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

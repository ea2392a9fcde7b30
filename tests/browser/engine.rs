//! The browser engines that the tests use: how each is started, and what it does not offer.
//!
//! It must know neither the tests nor the protocol.

use serde_json::{Value, json};
use std::fs;
use std::io::{Write, stdout};
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;
use xtask::check::LEFT_OUT;
use xtask::tools;

/// A browser engine and the program that drives it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium by chromedriver.
    Chromium,
    /// Firefox by geckodriver.
    Firefox,
    /// WebKitGTK by WebKitWebDriver, in its MiniBrowser.
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

    /// Its name as people write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// Whether its driver reports the browser's console; if not, the page has to record it.
    pub fn offers_console(self) -> bool {
        self == Self::Chromium
    }

    /// Whether its driver can print. If not, this reports on the test's output that `what` was left out.
    pub fn offers_paper(self, what: &str) -> bool {
        self.offers("whose driver does not print", self != Self::WebKit, what)
    }

    /// Whether it prints what a style sheet puts into a page's margins. If not, this reports it, too.
    pub fn offers_page_margins(self, what: &str) -> bool {
        self.offers("which prints no margin boxes", self == Self::Chromium, what)
    }

    /// Whether a driven browser keeps files from one visit to the next. If not, this reports it, too.
    pub fn offers_cache(self, what: &str) -> bool {
        self.offers("which keeps no files when it is driven", self != Self::WebKit, what)
    }

    /// Whether a module that has failed fails again when it is imported again. If not, this reports it, too.
    pub fn offers_failed_imports(self, what: &str) -> bool {
        self.offers("which imports a failed module as if it had not", self != Self::WebKit, what)
    }

    /// Whether the measured size of a container is the same under `zoom`. If not, this reports it, too.
    pub fn offers_zoom(self, what: &str) -> bool {
        self.offers("which measures containers by what zoom makes of them", self != Self::WebKit, what)
    }

    /// Whether a page can be styled as it would be printed. If not, this reports it, too.
    pub fn offers_paper_styles(self, what: &str) -> bool {
        self.offers("whose driver shows no page as it is printed", self == Self::Chromium, what)
    }

    /// Whether its scroll bars can be made to take room beside the page. If not, this reports it, too.
    pub fn offers_scroll_bars(self, what: &str) -> bool {
        self.offers("whose scroll bars lie over the page", self != Self::WebKit, what)
    }

    fn offers(self, lack: &str, offered: bool, what: &str) -> bool {
        if !offered {
            // Written directly, because the test runner does not show what a passing test prints.
            let said = format!("\n{LEFT_OUT} in {}, {lack}: {what}\n", self.name());
            stdout().write_all(said.as_bytes()).expect("somebody listens");
        }
        offered
    }

    /// Whether its browser needs a screen: it has no mode without one.
    pub(crate) fn needs_screen(self) -> bool {
        self == Self::WebKit
    }

    /// The command of its driver at a port of the loopback address; with 0 the driver chooses one and prints it.
    pub(crate) fn driver(self, port: u16, bars: bool) -> Command {
        let port = port.to_string();
        let mut command = match self {
            Self::Chromium => Command::new("chromedriver"),
            Self::Firefox => Command::new("geckodriver"),
            Self::WebKit => Command::new("WebKitWebDriver"),
        };
        command.env("PATH", tools::path()).arg(format!("--port={port}"));
        match self {
            Self::Chromium => (),
            Self::Firefox => {
                // System access: the browser itself, not a page, sets the width and collects garbage. Port 0: several
                // browsers at a time would compete for the fixed port of a second protocol.
                command.args(["--allow-system-access", "--websocket-port=0"]);
            }
            Self::WebKit => {
                // The sandbox does not work for root, and the pages are our own. There may be neither a graphics card
                // nor a bus here.
                command.env("XDG_CONFIG_HOME", small_tools()).envs([
                    ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
                    ("LIBGL_ALWAYS_SOFTWARE", "1"),
                    ("GDK_BACKEND", "x11"),
                    ("NO_AT_BRIDGE", "1"),
                    ("LANG", "C.UTF-8"),
                    ("LANGUAGE", "en_US"),
                    ("GTK_OVERLAY_SCROLLING", if bars { "0" } else { "1" }),
                ]);
            }
        }
        command
    }

    /// The capabilities to request from its driver. `text` is the reader's text size in pixels; WebKit's driver has no
    /// such setting.
    pub(crate) fn capabilities(self, text: u8, bars: bool) -> Value {
        let wanted = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": {"browser": "ALL"},
                "goog:chromeOptions": {"excludeSwitches": if bars { vec!["hide-scrollbars"] } else { Vec::new() }, "prefs": {"webkit.webprefs.default_font_size": text}, "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--disable-background-networking", "--disable-component-update", "--no-first-run",
                    "--window-size=1200,900",
                ]},
            }),
            Self::Firefox => {
                let program = tools::FIREFOX.iter().find_map(|name| tools::which(name));
                // The print dialogue would wait for a person, so this prints at once, into a file.
                let paper = xtask::root().join("target/firefox.pdf");
                let printer = |setting: &str| format!("print.printer_Mozilla_Save_to_PDF.{setting}");
                json!({
                    "browserName": "firefox",
                    "moz:firefoxOptions": {
                        "binary": program,
                        "args": ["-headless"],
                        "prefs": {
                            "font.size.variable.x-western": text,
                            "widget.gtk.overlay-scrollbars.enabled": !bars,
                            "print.always_print_silent": true,
                            "print_printer": "Mozilla Save to PDF",
                            printer("print_to_file"): true,
                            printer("print_to_filename"): paper,
                        },
                    },
                })
            }
            Self::WebKit => json!({"browserName": "MiniBrowser"}),
        };
        json!({"capabilities": {"alwaysMatch": wanted}})
    }
}

/// A folder of settings that make the buttons of a GTK window small: with buttons of the usual size a page would never
/// be as narrow as a telephone.
fn small_tools() -> PathBuf {
    const SMALL: &str = "* { min-width: 0; min-height: 0; margin: 0; border: 0; padding: 0; font-size: 1px }\n";
    static WRITTEN: OnceLock<PathBuf> = OnceLock::new();
    let write = || {
        let folder = xtask::root().join("target/gtk");
        let settings = folder.join("gtk-3.0");
        fs::create_dir_all(&settings)
            .and_then(|()| fs::write(settings.join("gtk.css"), SMALL))
            .expect("target/ is ours");
        folder
    };
    // Written only once: a browser that starts at the same time may be reading it.
    WRITTEN.get_or_init(write).clone()
}

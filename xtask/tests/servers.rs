//! The rules that docs/hosts/static-site.md gives for servers, each tested in a real server.

use std::fs;
use std::io::{Read, Write, stdout};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;
use xtask::check::LEFT_OUT;
use xtask::markdown::blocks;
use xtask::{Outcome, root, tools};

/// Requested paths and where each is redirected to; `None` for a page that is served without a redirect.
const ASKED: [(&str, Option<&str>); 10] = [
    ("/devis/%23retour=1Ab-_c", Some("/devis/#retour=1Ab-_c")),
    ("/devis/%23retour=1Ab-_c&answer=no", Some("/devis/#retour=1Ab-_c&answer=no")),
    ("/devis/%2523retour%3D1Ab-_c", Some("/devis/#retour%3D1Ab-_c")),
    ("/devis/%25252523retour=1Ab", Some("/devis/#retour=1Ab")),
    ("/?p=5%23retour=1Ab-_c", Some("/?p=5#retour=1Ab-_c")),
    ("/devis/?a=%C3%A9&p=5%23retour=1Ab", Some("/devis/?a=%C3%A9&p=5#retour=1Ab")),
    ("/caf%C3%A9/%23RETOUR=1Ab", Some("/caf%C3%A9/#RETOUR=1Ab")),
    ("/devis/", None),
    ("/devis/?retour=accueil", None),
    ("/devis/?color=%23123", None),
];

/// A server that runs until it is dropped, with its folder.
struct Running {
    process: Child,
    port: u16,
    folder: PathBuf,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Running {
    /// Starts a server of one process at a free port; tries another port if that one has been taken in the meantime.
    fn start(name: &str, command: impl Fn(&Path, u16) -> Command) -> Self {
        let folder = std::env::temp_dir().join(format!("retour-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("site/devis")).expect("a folder to serve");
        fs::write(folder.join("site/devis/index.html"), "devis").expect("a page to serve");
        fs::write(folder.join("site/index.html"), "accueil").expect("a page to serve");
        for _ in 0..5 {
            let port =
                TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|it| it.local_addr()).expect("a port").port();
            let log = fs::File::create(folder.join("said")).expect("a log");
            let mut process = command(&folder, port).stdout(Stdio::null()).stderr(log).spawn().expect("it starts");
            while let Ok(None) = process.try_wait() {
                if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                    return Self { process, port, folder };
                }
                thread::sleep(Duration::from_millis(10));
            }
        }
        let said = ["said", "error.log"].map(|it| fs::read_to_string(folder.join(it)).unwrap_or_default());
        panic!("{name} ends before it listens: {}", said.concat());
    }

    /// The status of the response and its location, without this server's origin.
    fn ask(&self, target: &str) -> (u16, Option<String>) {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).expect("it listens");
        let origin = format!("127.0.0.1:{}", self.port);
        write!(stream, "GET {target} HTTP/1.1\r\nhost: {origin}\r\nconnection: close\r\n\r\n").expect("it hears");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let status = answer.split(' ').nth(1).and_then(|it| it.parse().ok()).expect("a status");
        let location =
            answer.lines().find_map(|line| line.split_once(": ").filter(|it| it.0.eq_ignore_ascii_case("location")));
        let location = location.map(|(_, to)| to.strip_prefix(&format!("http://{origin}")).unwrap_or(to).to_owned());
        (status, location)
    }

    fn follows_the_rule(&self) {
        for (target, location) in ASKED {
            let expected = (if location.is_some() { 302 } else { 200 }, location.map(str::to_owned));
            assert_eq!(self.ask(target), expected, "{target}");
        }
        // Two slashes would lead to another site.
        let (_, location) = self.ask("//evil.example/%23retour=1Ab");
        assert!(location.as_ref().is_none_or(|it| it.starts_with('/') && !it.starts_with("//")), "{location:?}");
    }
}

/// The code block of that name on the page about static sites.
fn rule(name: &str) -> String {
    let text = fs::read_to_string(root().join("docs/hosts/static-site.md")).expect("the page about static sites");
    let block = blocks(&text).into_iter().find(|block| block.name.as_deref() == Some(name));
    block.unwrap_or_else(|| panic!("no {name} is shown")).code
}

/// The program; if it is missing, a line at the end of the run reports why it is not tested.
fn had(program: Outcome<PathBuf>, what: &str) -> Option<PathBuf> {
    let said = |why: &String| {
        // Written directly, because the test runner does not show what a passing test prints.
        stdout().write_all(format!("\n{LEFT_OUT}: {what}. {why}\n").as_bytes()).expect("somebody listens");
    };
    program.inspect_err(said).ok()
}

#[test]
fn apache_leads_to_the_page_that_was_meant() {
    let Some(program) = had(tools::apache(), "the rule for Apache") else { return };
    let server = Running::start("apache", |folder, port| {
        let folder_name = folder.display();
        let modules = ["mpm_event", "authz_core", "dir", "rewrite"];
        let modules =
            modules.map(|it| format!("LoadModule {it}_module /usr/lib/apache2/modules/mod_{it}.so\n")).concat();
        let settings = format!(
            "{modules}ServerName 127.0.0.1\nServerRoot {folder_name}\nListen 127.0.0.1:{port}\nPidFile {folder_name}/pid\n\
             ErrorLog {folder_name}/error.log\nDocumentRoot {folder_name}/site\nDirectoryIndex index.html\n\
             <Directory {folder_name}/site>\nAllowOverride All\nRequire all granted\n</Directory>\n"
        );
        fs::write(folder.join("apache.conf"), settings).expect("a file of settings");
        fs::write(folder.join("site/.htaccess"), rule(".htaccess")).expect("a file of rules");
        let mut command = Command::new(&program);
        // A single process, so that the one that was started here is the server.
        command.arg("-X").arg("-f").arg(folder.join("apache.conf"));
        command
    });
    server.follows_the_rule();
}

#[test]
fn nginx_leads_to_the_page_that_was_meant() {
    let Some(program) = had(tools::nginx(), "the rule for nginx") else { return };
    let server = Running::start("nginx", |folder, port| {
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        let temporary = temporary.map(|it| format!("{it}_temp_path {}/{it};\n", folder.display())).concat();
        let settings = format!(
            "daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log error.log;\nevents {{}}\nhttp {{\n{temporary}\
             access_log off;\nserver {{\nlisten 127.0.0.1:{port};\nroot site;\n{}\n}}\n}}\n",
            rule("nginx.conf")
        );
        fs::write(folder.join("nginx.conf"), settings).expect("a file of settings");
        let mut command = Command::new(&program);
        command.arg("-p").arg(folder).arg("-c").arg(folder.join("nginx.conf")).arg("-e").arg(folder.join("error.log"));
        command
    });
    server.follows_the_rule();
}

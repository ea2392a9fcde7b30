//! The functions of the JavaScript module: estimates and links of proposals. They are in the brief's chunk.
//!
//! Each takes plain JSON and, as its last argument, the language of messages; by default, the proposal's.

use super::convert::{from_js, to_js};
use super::fault::{issues_error, issues_to_json, link_error, warn, warn_of_file};
use super::reply::read_reply;
use crate::estimate::{Engine, Estimate, Figures};
use crate::link::{self, Opened};
use crate::proposal::{self, Checked, Issue, Proposal, Reply, Value, to_value, unknown_keys, unknown_keys_of};
use crate::words::Language;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

thread_local! {
    /// The engine keeps its tables from one estimate to the next.
    static ENGINE: RefCell<Engine> = RefCell::new(Engine::new());
}

/// A proposal from the page, and its unknown keys.
pub type Given = (Proposal, Vec<Issue>);

/// The functions of the module, as a table that the chunk provides.
pub struct Functions {
    pub estimate: fn(&JsValue, Option<&str>) -> Result<JsValue, JsValue>,
    pub check: fn(&JsValue, Option<&str>) -> JsValue,
    pub seal: fn(&JsValue, Option<&str>) -> Result<String, JsValue>,
    pub seal_reply: fn(&JsValue, &JsValue, Option<&str>) -> Result<String, JsValue>,
    pub open: fn(&JsValue, Option<&str>) -> Result<JsValue, JsValue>,
    pub warn_of_file: fn(&[Issue]),
    pub proposal: fn(&JsValue) -> Result<Given, JsValue>,
}

/// The functions of this file.
pub static FUNCTIONS: Functions = Functions { estimate, check, seal, seal_reply, open, warn_of_file, proposal };

/// The figures of a proposal. Fails with an `Error` whose `issues` say what is wrong with it.
fn estimate(proposal: &JsValue, lang: Option<&str>) -> Result<JsValue, JsValue> {
    let checked = checked(&from_js(proposal), lang)?;
    Ok(to_js(&to_value(compute(&checked))))
}

/// The faults of a proposal, then its unknown keys: a list of `{path, message, severity}`.
fn check(proposal: &JsValue, lang: Option<&str>) -> JsValue {
    let value = from_js(proposal);
    let mut issues = read_and_check(&value).err().unwrap_or_default();
    issues.extend(unknown_keys(&value));
    to_js(&issues_to_json(&issues, language(lang, &value)))
}

/// The sealed text of a proposal, for after `#retour=`. Fails as [`estimate`] does; logs unknown keys on the console.
fn seal(proposal: &JsValue, lang: Option<&str>) -> Result<String, JsValue> {
    let value = from_js(proposal);
    let checked = checked(&value, lang)?;
    warn(&unknown_keys(&value), language(lang, &value));
    Ok(link::seal(checked.proposal(), &Figures::from(&compute(&checked))))
}

/// The sealed text of a reply to a proposal. Fails as [`estimate`] does; paths in the reply start with `reply`.
fn seal_reply(proposal: &JsValue, reply: &JsValue, lang: Option<&str>) -> Result<String, JsValue> {
    let value = from_js(proposal);
    let checked = checked(&value, lang)?;
    let (language, json) = (language(lang, &value), from_js(reply));
    let reply = read_reply(&json, checked.proposal()).map_err(|issues| issues_error(&issues, language))?;
    let mut left_out = unknown_keys(&value);
    left_out.extend(unknown_keys_of(&mut Reply::default(), &json, "reply"));
    warn(&left_out, language);
    Ok(link::seal_reply(checked.proposal(), &Figures::from(&compute(&checked)), &reply))
}

/// The content of a sealed text, or of any text with a link in it. Fails with an `Error` whose `reason` says why not.
fn open(sealed: &JsValue, lang: Option<&str>) -> Result<JsValue, JsValue> {
    let text = sealed.as_string().unwrap_or_default();
    let sealed = link::find(&text).map_or(text, |found| found.sealed);
    let asked = lang.and_then(Language::of);
    let opened = link::open(&sealed).map_err(|why| link_error(&why, asked.unwrap_or_default()))?;
    let (reply, proposal, sent, repairs, signature) = match opened {
        Opened::Proposal { proposal, figures, repairs, signature } => (None, proposal, figures, repairs, signature),
        Opened::Reply { reply, proposal, figures, repairs, signature } => {
            (Some(reply), proposal, figures, repairs, signature)
        }
    };
    let language = asked.or_else(|| Language::of(&proposal.locale)).unwrap_or_default();
    let figures = same_figures(&proposal, &sent).unwrap_or_else(|| sent.figures());
    let holds_more = proposal.holds_more() || reply.as_ref().is_some_and(Reply::holds_more);
    let mut contents = vec![("kind", if reply.is_some() { "reply" } else { "proposal" }.into())];
    contents.extend(reply.map(|reply| ("reply", to_value(reply))));
    contents.extend([
        ("proposal", to_value(proposal)),
        ("figures", to_value(figures)),
        ("repairs", issues_to_json(&repairs, language)),
        ("signed", Value::Boolean(signature.is_some())),
        ("more", Value::Boolean(holds_more)),
    ]);
    Ok(to_js(&Value::object(contents)))
}

/// A proposal from the page, and its unknown keys, which are also logged on the console. Fails as [`estimate`] does.
fn proposal(proposal: &JsValue) -> Result<Given, JsValue> {
    let value = from_js(proposal);
    let checked = checked(&value, None)?;
    let unknown = unknown_keys(&value);
    warn(&unknown, language(None, &value));
    Ok((checked.proposal().clone(), unknown))
}

/// Reads and checks a proposal; the error is a JavaScript `Error` with its issues.
fn checked(value: &Value, lang: Option<&str>) -> Result<Checked, JsValue> {
    read_and_check(value).map_err(|issues| issues_error(&issues, language(lang, value)))
}

/// The figures of a link, computed again with all their digits; `None` if this engine computes others.
fn same_figures(proposal: &Proposal, sent: &link::SentFigures) -> Option<Figures> {
    let checked = proposal::check(proposal.clone()).ok()?;
    let now = Figures::from(&compute(&checked));
    (now.engine == sent.engine && sent.matches(&now)).then_some(now)
}

fn compute(checked: &Checked) -> Estimate {
    ENGINE.with_borrow_mut(|engine| engine.estimate(checked))
}

/// Reads and checks a proposal. What cannot be read has its default value when it is checked, so that issues of the
/// check at the same path are dropped.
fn read_and_check(value: &Value) -> Result<Checked, Vec<Issue>> {
    let (proposal, mut issues) = proposal::read(value);
    let checked = proposal::check(proposal);
    if issues.is_empty() {
        return checked;
    }
    let more = checked.err().unwrap_or_default();
    let is_news = |issue: &Issue| issues.iter().all(|known| known.path != issue.path);
    let news: Vec<_> = more.into_iter().filter(is_news).collect();
    issues.extend(news);
    Err(issues)
}

/// The requested language, else the proposal's, else the default one.
fn language(lang: Option<&str>, proposal: &Value) -> Language {
    let own = || match proposal.get("locale") {
        Some(Value::Text(tag)) => Language::of(tag),
        _ => None,
    };
    lang.and_then(Language::of).or_else(own).unwrap_or_default()
}

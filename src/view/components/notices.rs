//! Messages to the user: what was refused or copied, or is wrong with a file.

use crate::app::{Notice, Refusal, RefusedRow, Row};
use crate::proposal::Issue;
use crate::view::components::ui::Ui;
use crate::view::cx::Cx;
use crate::view::markup::{Node, h, h_text};
use crate::view::memo::View;
use crate::words::{NotANumber, Text};

/// Why the text in a row was refused; `None` if it was not.
pub fn refusal(cx: &Cx, row: &Row) -> Option<String> {
    let refused = cx.app.refused(row)?;
    Some([&sentence(cx, refused), " ", &cx.text(Text::KeepsFigures)].concat())
}

/// The note with a [`refusal`], hidden if there is none.
pub fn note_of(refusal: Option<&str>) -> Node {
    let note = h("p.note refusal").key("refused");
    match refusal {
        Some(said) => note.attr("role", "alert").text(said.to_owned()),
        None => note.flag("hidden", true),
    }
}

/// The note that says why the text in a row was refused, hidden if it was not.
pub fn refused(cx: &Cx, row: &Row) -> Node {
    note_of(refusal(cx, row).as_deref())
}

fn sentence(cx: &Cx, refused: &RefusedRow) -> String {
    cx.text(match &refused.refusal {
        Refusal::NotANumber(NotANumber::Empty) => Text::NumberMissing,
        Refusal::NotANumber(NotANumber::Unreadable) => Text::NumberUnreadable,
        Refusal::NotANumber(NotANumber::TooLong) => Text::NumberTooLong,
        Refusal::NotWhole => Text::NumberNotWhole,
        Refusal::Fault(fault) => return cx.fault(fault),
    })
}

/// The note that the figures shown are those that were sent, unlike this version's, or that this version has since
/// computed new ones.
pub fn sent(cx: &Cx) -> Node {
    alert(&cx.ui(), sent_of(cx))
}

/// The sentence of [`sent`], if it is shown.
pub fn sent_of(cx: &Cx) -> Option<Text> {
    cx.app.sent().map(|_| if cx.app.is_as_sent() { Text::SentFigures } else { Text::OwnFigures })
}

/// A sentence that must not be missed, hidden if there is none.
pub fn alert(ui: &Ui, said: Option<Text>) -> Node {
    h("p.note alert").flag("hidden", said.is_none()).text(said.map(|said| ui.text(said)).unwrap_or_default())
}

/// The note that the link carries a signature which was not verified.
pub fn signed(cx: &Cx) -> Node {
    alert(&cx.ui(), cx.app.is_signed().then_some(Text::Signed))
}

/// The note that the link holds more than this version shows.
pub fn more(cx: &Cx) -> Node {
    alert(&cx.ui(), cx.app.holds_more().then_some(Text::HoldsMore))
}

/// The message about copying, or about a chunk that could not be loaded.
#[derive(PartialEq)]
pub struct Copied {
    said: Option<Text>,
    /// The link, if it is to be copied by hand.
    link: Option<String>,
}

impl Copied {
    /// The message about the last action.
    pub fn new(cx: &Cx) -> Self {
        let said = match cx.app.notice() {
            Some(Notice::LinkCopied) => Some(Text::LinkCopied),
            Some(Notice::FormCopied) => Some(Text::Copied),
            Some(Notice::ChunkLost) => Some(Text::PartLost),
            Some(Notice::CopyRefused) => Some(Text::CopyRefused),
            Some(Notice::CopyByHand) => Some(Text::CopyByHand),
            _ => None,
        };
        Self { said, link: said.filter(|said| *said == Text::CopyByHand).and_then(|_| cx.link()) }
    }
}

impl View for Copied {
    fn draw(&self, ui: &Ui) -> Node {
        let note = h("div.small notice").attr("role", "status");
        match (self.said, &self.link) {
            (Some(said), Some(link)) => {
                let field = h("input").flag("readonly", true).attr("aria-label", ui.text(Text::CopyLink));
                note.child(h("p.field").child(ui.h("span", said)).child(field.value(link.clone())))
            }
            (Some(said), None) => note.text(ui.text(said)),
            _ => note,
        }
    }
}

/// The message about copying, or about a chunk that could not be loaded.
pub fn notice(cx: &Cx) -> Node {
    Copied::new(cx).draw(&cx.ui())
}

/// The message about a draft.
pub fn draft(cx: &Cx) -> Option<Text> {
    match cx.app.notice() {
        Some(Notice::DraftFound) => Some(Text::DraftFound),
        Some(Notice::DraftRefused) => Some(Text::DraftRefused),
        Some(Notice::DraftErased) => Some(Text::DraftErased),
        _ => None,
    }
}

/// The faults of the agency's file, with their paths.
pub fn file_faults(cx: &Cx) -> Node {
    let faults = cx.app.faults_of_file();
    let rows = faults.iter().map(|issue| fault(cx, issue)).collect();
    h("div.note refusal")
        .flag("hidden", faults.is_empty())
        .child(cx.h("p", Text::FileFaults))
        .child(h("ul").children(rows))
}

/// A fault of a file, with its path.
pub fn fault(cx: &Cx, issue: &Issue) -> Node {
    let said = [" ", &cx.fault(&issue.fault)].concat();
    h("li").key(issue.path.clone()).child(h_text("code", issue.path.clone())).text(said)
}

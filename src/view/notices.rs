//! Words to the reader about what was refused, copied, or is wrong with a file.

use super::desk::Desk;
use super::markup::{Node, say, tag};
use super::memo::View;
use super::ui::Ui;
use crate::app::{Notice, Refusal, Refused, Row};
use crate::proposal::Issue;
use crate::words::{NotANumber, Text};

/// Why a row's text is not in the figures, if so.
pub fn refusal(desk: &Desk, row: &Row) -> Option<String> {
    let refused = desk.app.refused(row)?;
    Some([&sentence(desk, refused), " ", &desk.text(Text::KeepsFigures)].concat())
}

/// The note of such a [`refusal`].
pub fn note_of(refusal: Option<&str>) -> Node {
    let note = tag("p.note refusal").key("refused");
    match refusal {
        Some(said) => note.set("role", "alert").text(said.to_owned()),
        None => note.mark("hidden", true),
    }
}

/// Why a row's text is not in the figures, as a note.
pub fn refused(desk: &Desk, row: &Row) -> Node {
    note_of(refusal(desk, row).as_deref())
}

fn sentence(desk: &Desk, refused: &Refused) -> String {
    desk.text(match &refused.refusal {
        Refusal::NotANumber(NotANumber::Empty) => Text::NumberMissing,
        Refusal::NotANumber(NotANumber::Unreadable) => Text::NumberUnreadable,
        Refusal::NotANumber(NotANumber::TooLong) => Text::NumberTooLong,
        Refusal::NotWhole => Text::NumberNotWhole,
        Refusal::Fault(fault) => return desk.fault(fault),
    })
}

/// That the figures shown were sent and this version computes others, or that it has since computed its own.
pub fn sent(desk: &Desk) -> Node {
    alert(&desk.ui(), sent_of(desk))
}

/// What [`sent`] says, if anything.
pub fn sent_of(desk: &Desk) -> Option<Text> {
    desk.app.sent().map(|_| if desk.app.is_as_sent() { Text::SentFigures } else { Text::OwnFigures })
}

/// A sentence that is not to be missed, where there is one.
pub fn alert(ui: &Ui, said: Option<Text>) -> Node {
    tag("p.note alert").mark("hidden", said.is_none()).text(said.map(|said| ui.text(said)).unwrap_or_default())
}

/// That the link carries a signature which nobody has verified.
pub fn signed(desk: &Desk) -> Node {
    alert(&desk.ui(), desk.app.is_signed().then_some(Text::Signed))
}

/// That the link holds more than this version shows.
pub fn more(desk: &Desk) -> Node {
    alert(&desk.ui(), desk.app.holds_more().then_some(Text::HoldsMore))
}

/// What came of taking the link.
#[derive(PartialEq)]
pub struct Copied {
    said: Option<Text>,
    /// The link, where it is to be copied by hand.
    link: Option<String>,
}

impl Copied {
    /// What came of it last.
    pub fn new(desk: &Desk) -> Self {
        let said = match desk.app.notice() {
            Some(Notice::LinkCopied) => Some(Text::LinkCopied),
            Some(Notice::FormCopied) => Some(Text::Copied),
            Some(Notice::ChunkLost) => Some(Text::PartLost),
            Some(Notice::CopyRefused) => Some(Text::CopyRefused),
            Some(Notice::CopyByHand) => Some(Text::CopyByHand),
            _ => None,
        };
        Self { said, link: said.filter(|said| *said == Text::CopyByHand).and_then(|_| desk.link()) }
    }
}

impl View for Copied {
    fn draw(&self, ui: &Ui) -> Node {
        let note = tag("div.small notice").set("role", "status");
        match (self.said, &self.link) {
            (Some(said), Some(link)) => {
                let field = tag("input").mark("readonly", true).set("aria-label", ui.text(Text::CopyLink));
                note.put(tag("p.field").put(ui.say("span", said)).put(field.value(link.clone())))
            }
            (Some(said), None) => note.text(ui.text(said)),
            _ => note,
        }
    }
}

/// What came of taking the link.
pub fn notice(desk: &Desk) -> Node {
    Copied::new(desk).draw(&desk.ui())
}

/// What came of keeping a draft.
pub fn draft(desk: &Desk) -> Option<Text> {
    match desk.app.notice() {
        Some(Notice::DraftFound) => Some(Text::DraftFound),
        Some(Notice::DraftRefused) => Some(Text::DraftRefused),
        Some(Notice::DraftErased) => Some(Text::DraftErased),
        _ => None,
    }
}

/// What is wrong with the agency's file, and where.
pub fn file_faults(desk: &Desk) -> Node {
    let faults = desk.app.faults_of_file();
    let rows = faults.iter().map(|issue| fault(desk, issue)).collect();
    tag("div.note refusal")
        .mark("hidden", faults.is_empty())
        .put(desk.say("p", Text::FileFaults))
        .put(tag("ul").all(rows))
}

/// One fault of a file, and where it is.
pub fn fault(desk: &Desk, issue: &Issue) -> Node {
    let said = [" ", &desk.fault(&issue.fault)].concat();
    tag("li").key(issue.path.clone()).put(say("code", issue.path.clone())).text(said)
}

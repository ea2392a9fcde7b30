//! Words to the reader about what was refused, copied, or is wrong with a file.

use super::desk::Desk;
use super::markup::{Node, say, tag};
use crate::app::{Notice, Refusal, Refused, Row};
use crate::proposal::Issue;
use crate::words::{NotANumber, Text};

/// Why a row's text is not in the figures.
pub fn refused(desk: &Desk, row: &Row) -> Node {
    let note = tag("p.note refusal").key("refused");
    match desk.app.refused(row) {
        Some(refused) => {
            let said = [&sentence(desk, refused), " ", &desk.text(Text::KeepsFigures)].concat();
            note.set("role", "alert").text(said)
        }
        None => note.mark("hidden", true),
    }
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
    let said = if desk.app.is_as_sent() { Text::SentFigures } else { Text::OwnFigures };
    tag("p.note alert").mark("hidden", desk.app.sent().is_none()).text(desk.text(said))
}

/// That the link carries a signature which nobody has verified.
pub fn signed(desk: &Desk) -> Node {
    tag("p.note alert").mark("hidden", !desk.app.is_signed()).text(desk.text(Text::Signed))
}

/// That a later version made what was opened, and that it holds more than is shown.
pub fn more(desk: &Desk) -> Node {
    tag("p.note alert").mark("hidden", !desk.app.holds_more()).text(desk.text(Text::HoldsMore))
}

/// What came of taking the link.
pub fn notice(desk: &Desk) -> Node {
    let note = tag("div.small notice").set("role", "status");
    match desk.app.notice() {
        Some(Notice::LinkCopied) => note.text(desk.text(Text::LinkCopied)),
        Some(Notice::FormCopied) => note.text(desk.text(Text::Copied)),
        Some(Notice::ChunkLost) => note.text(desk.text(Text::PartLost)),
        Some(Notice::CopyRefused) => note.text(desk.text(Text::CopyRefused)),
        Some(Notice::CopyByHand) => {
            let link = tag("input").mark("readonly", true).set("aria-label", desk.text(Text::CopyLink));
            let field =
                tag("p.field").put(desk.say("span", Text::CopyByHand)).put(link.value(desk.link().unwrap_or_default()));
            note.put(field)
        }
        _ => note,
    }
}

/// What came of keeping a draft.
pub fn draft(desk: &Desk) -> Node {
    let said = match desk.app.notice() {
        Some(Notice::DraftFound) => desk.text(Text::DraftFound),
        Some(Notice::DraftRefused) => desk.text(Text::DraftRefused),
        Some(Notice::DraftErased) => desk.text(Text::DraftErased),
        _ => String::new(),
    };
    tag("span").set("role", "status").text(said)
}

/// What is wrong with the agency's file, and where; a prospect is spared the keys that merely nobody reads.
pub fn file_faults(desk: &Desk) -> Node {
    let faults = desk.app.faults_of_file().iter().filter(|issue| desk.app.is_desk() || issue.is_error());
    let faults: Vec<_> = faults.collect();
    let rows = faults.iter().map(|issue| fault(desk, issue));
    tag("div.note refusal")
        .mark("hidden", faults.is_empty())
        .put(desk.say("p", Text::FileFaults))
        .put(tag("ul").all(rows.collect()))
}

/// One fault of a file, and where it is.
pub fn fault(desk: &Desk, issue: &Issue) -> Node {
    let said = [" ", &desk.fault(&issue.fault)].concat();
    tag("li").key(issue.path.clone()).put(say("code", issue.path.clone())).text(said)
}

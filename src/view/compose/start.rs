//! What to start from: a goal of the agency's file, an earlier link, or a file.

use super::super::desk::Desk;
use super::super::markup::{Heard, Node, several, tag};
use super::super::states::pasted;
use super::super::{estimator, notices};
use crate::app::{Action, DeskAction};
use crate::proposal::Issue;
use crate::words::Text;

/// The section.
pub fn start(desk: &Desk) -> Node {
    let area = tag("textarea").set("id", "earlier").set("rows", "3");
    let paste = tag("form.field")
        .on(Heard::Submit, desk.act, |event| {
            event.prevent_default();
            Action::LinkOpened(pasted(event).unwrap_or_default())
        })
        .put(tag("label").set("for", "earlier").text(desk.text(Text::EarlierLink)))
        .put(area)
        .put(tag("p.actions").put(tag("button.button").text(desk.text(Text::StartFromLink))));
    let faults = desk.app.faults_of_start();
    let is_taken = faults.is_some_and(|faults| !faults.is_empty() && !faults.iter().any(Issue::is_error));
    let rows = faults.unwrap_or_default().iter().map(|issue| notices::fault(desk, issue)).collect();
    let refused = tag("div.note refusal")
        .mark("hidden", faults.is_none())
        .set("role", "alert")
        .put(desk.say("p", if is_taken { Text::KeysLeftOut } else { Text::FileRefused }))
        .put(tag("ul").all(rows));
    let file = desk.button("button.button quiet", Text::StartFromFile, DeskAction::ChooseFile);
    let more = tag("details.note")
        .set("name", "start")
        .mark("open", is_taken || desk.app.proposal().currency.is_empty())
        .put(desk.say("summary", Text::StartElsewhere))
        .put(paste)
        .put(tag("p.actions").put(file))
        .put(refused);
    tag("div.section").put(several(vec![estimator::goals(desk), more]))
}

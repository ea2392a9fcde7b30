//! Where to start from: a goal of the agency's file, an earlier link, or a file.

use crate::app::{Action, DeskAction, FileUse};
use crate::proposal::Issue;
use crate::view::components::notices;
use crate::view::cx::Cx;
use crate::view::estimator;
use crate::view::markup::{EventKind, Node, fragment, h, placeholder};
use crate::view::reply::broken::pasted;
use crate::words::Text;

/// The section.
pub fn start(cx: &Cx) -> Node {
    let area = h("textarea").attr("id", "earlier").attr("rows", "3");
    let paste = h("form.field")
        .on(EventKind::Submit, cx.act, |event| {
            event.prevent_default();
            Action::LinkOpened(pasted(event).unwrap_or_default())
        })
        .child(h("label").attr("for", "earlier").text(cx.text(Text::EarlierLink)))
        .child(area)
        .child(h("p.actions").child(h("button.button").text(cx.text(Text::StartFromLink))));
    let is_taken = cx.app.faults_of_file_for(FileUse::Start).is_some_and(are_warnings);
    let refused = file_faults(cx, FileUse::Start);
    let file = cx.button("button.button quiet", Text::StartFromFile, DeskAction::ChooseFile(FileUse::Start));
    let more = h("details.note")
        .attr("name", "start")
        .flag("open", is_taken || cx.app.proposal().currency.is_empty())
        .child(cx.h("summary", Text::StartElsewhere))
        .child(paste)
        .child(h("p.actions").child(file))
        .child(refused);
    h("div.section").child(fragment(vec![estimator::goals(cx), more]))
}

/// Whether a file was taken over although something in it was not.
fn are_warnings(faults: &[Issue]) -> bool {
    !faults.is_empty() && !faults.iter().any(Issue::is_error)
}

/// What is wrong with the file that was asked for here, for beside the button that asked.
pub fn file_faults(cx: &Cx, file_use: FileUse) -> Node {
    let faults = cx.app.faults_of_file_for(file_use);
    let is_taken = faults.is_some_and(are_warnings);
    let rows = faults.unwrap_or_default().iter().map(|issue| notices::fault(cx, issue)).collect();
    let said = match file_use {
        _ if is_taken => Text::KeysLeftOut,
        FileUse::Start => Text::FileRefused,
        FileUse::List => Text::ListRefused,
    };
    // The text comes into an element that is there already, so that screen readers tell it.
    let shown = faults.map_or_else(placeholder, |_| fragment(vec![cx.h("p", said), h("ul").children(rows)]));
    h("div.note refusal").attr("role", "alert").child(shown)
}

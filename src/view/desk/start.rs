//! What to start from: a goal of the agency's file, an earlier link, or a file.

use crate::app::{Action, DeskAction};
use crate::proposal::Issue;
use crate::view::components::notices;
use crate::view::cx::Cx;
use crate::view::estimator;
use crate::view::markup::{EventKind, Node, fragment, h};
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
    let faults = cx.app.faults_of_start();
    let is_taken = faults.is_some_and(|faults| !faults.is_empty() && !faults.iter().any(Issue::is_error));
    let rows = faults.unwrap_or_default().iter().map(|issue| notices::fault(cx, issue)).collect();
    let refused = h("div.note refusal")
        .flag("hidden", faults.is_none())
        .attr("role", "alert")
        .child(cx.h("p", if is_taken { Text::KeysLeftOut } else { Text::FileRefused }))
        .child(h("ul").children(rows));
    let file = cx.button("button.button quiet", Text::StartFromFile, DeskAction::ChooseFile);
    let more = h("details.note")
        .attr("name", "start")
        .flag("open", is_taken || cx.app.proposal().currency.is_empty())
        .child(cx.h("summary", Text::StartElsewhere))
        .child(paste)
        .child(h("p.actions").child(file))
        .child(refused);
    h("div.section").child(fragment(vec![estimator::goals(cx), more]))
}

//! The sender's desk: what a consultant prepares, the link it becomes, and what was sent.

mod benefits;
mod controls;
mod follow;
mod letter;
mod locks;
mod outbox;
pub mod rows;
mod start;

use super::desk::Desk;
use super::markup::{Node, say, tag};
use super::{drivers, estimator, languages, notices, scope};
use crate::brief;
use crate::words::Text;

/// The page.
pub fn compose(desk: &Desk) -> Node {
    let (app, words) = (desk.app, desk.words());
    let proposal = app.proposal();
    let intro = tag("header.intro")
        .put(tag("div.tools").put(estimator::travel(&desk.ui(), app.can_travel())).put(languages(&desk.ui())))
        .put(tag("h1").set("tabindex", "-1").text(desk.text(Text::ComposeTitle)));
    if proposal.currency.is_empty() {
        // Neither an agency's file nor a link: there is nothing to compose from yet.
        return tag("div.sheet")
            .put(intro.put(desk.say("p.lede", Text::ComposeEmpty)).put(notices::file_faults(desk)))
            .put(start::start(desk))
            .put(follow::follow(desk));
    }
    let title = words.set(&words.fill(Text::Quoted, &[("title", &proposal.title)]));
    let figures = brief::figures(proposal, app.estimate(), words);
    let lede = words.fill(Text::ComposeLede, &[("title", &title), ("cost", &figures.cost)]);
    let intro = intro.put(say("p.lede", lede)).put(estimator::draft(desk)).put(notices::file_faults(desk));
    // The list stands below, clear of the panel that follows the reader.
    let page = tag("div.compose")
        .put(intro)
        .put(start::start(desk))
        .put(letter::letter(desk))
        .put(letter::texts(desk))
        .put(locks::locks(desk))
        .put(locks::effort(desk))
        .put(scope::scope(desk))
        .put(drivers::drivers(desk))
        .put(benefits::benefits(desk))
        .put(outbox::outbox(desk, &figures));
    tag("div.sheet").put(page).put(follow::follow(desk))
}

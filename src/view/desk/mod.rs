//! The sender's desk: the brief being composed, its link, and the sent briefs.

mod benefits;
mod controls;
mod factor;
mod follow;
mod form;
mod letter;
mod line;
mod locks;
mod outbox;
pub mod rows;
mod shapes;
mod start;
mod terms;
mod timing;

use crate::brief;
use crate::view::components::notices;
use crate::view::cx::Cx;
use crate::view::estimator::{self, factors, scope};
use crate::view::languages;
use crate::view::markup::{Node, h, h_text};
use crate::words::Text;

/// The screen.
pub fn compose(cx: &Cx) -> Node {
    let (app, words) = (cx.app, cx.words());
    let proposal = app.proposal();
    let intro = h("header.intro")
        .child(
            h("div.tools").child(estimator::undo_redo_buttons(&cx.ui(), app.can_travel())).child(languages(&cx.ui())),
        )
        .child(h("h1").attr("tabindex", "-1").text(cx.text(Text::ComposeTitle)));
    if proposal.currency.is_empty() {
        // Neither an agency's file nor a link: there is nothing to compose from yet.
        return h("div.sheet")
            .child(intro.child(cx.h("p.lede", Text::ComposeEmpty)).child(notices::file_faults(cx)))
            .child(start::start(cx))
            .child(follow::follow(cx));
    }
    let title = words.typeset(&words.fill(Text::Quoted, &[("title", &proposal.title)]));
    let figures = brief::result_text(proposal, app.estimate(), words);
    let lede = words.fill(
        Text::ComposeLede,
        &[("title", &title), ("cost", [&*figures.cost, " ", &figures.tax.excl].concat().trim_end())],
    );
    let intro = intro.child(h_text("p.lede", lede)).child(estimator::draft(cx)).child(notices::file_faults(cx));
    // The list is below everything else, so that the sticky panel does not cover it.
    let page = h("div.compose")
        .child(intro)
        .child(start::start(cx))
        .child(letter::letter(cx))
        .child(letter::texts(cx))
        .child(locks::locks(cx))
        .child(locks::effort(cx))
        .child(scope::scope(cx))
        .child(terms::terms(cx))
        .child(factors::factors(cx))
        .child(benefits::benefits(cx))
        .child(outbox::outbox(cx, &figures));
    h("div.sheet").child(page).child(follow::follow(cx))
}

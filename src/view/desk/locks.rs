//! What the prospect may change, and how long the brief took to prepare.

use crate::app::{DeskAction, Field, List, NameOf, Row};
use crate::brief;
use crate::proposal::{Factor, Holder, Lock};
use crate::view::brief::ticks;
use crate::view::components::field::blank;
use crate::view::components::notices;
use crate::view::cx::{Cx, rich};
use crate::view::desk::controls::check;
use crate::view::focus::add_name;
use crate::view::markup::{Node, h, h_text, placeholder};
use crate::words::Text;

/// The section with the groups of fields, each locked or not.
pub fn locks(cx: &Cx) -> Node {
    let proposal = cx.app.proposal();
    let factors = |held: fn(&Factor) -> bool| {
        let labels = proposal.factors.iter().filter(|factor| held(factor)).map(|factor| factor.label.as_str());
        labels.collect::<Vec<_>>().join(", ")
    };
    let options = proposal.lines.iter().filter(|line| line.optional).map(|line| line.label.as_str());
    let options = options.collect::<Vec<_>>().join(", ");
    let rows = vec![
        lock(cx, Lock::Options, Text::LockOptions, &options),
        lock(cx, Lock::Quantities, Text::LockQuantities, ""),
        lock(cx, Lock::Rates, Text::LockRates, ""),
        lock(cx, Lock::ClientFactors, Text::LockClientFactors, &factors(|factor| factor.holder == Holder::Client)),
        lock(cx, Lock::OtherFactors, Text::LockOtherFactors, &factors(|factor| factor.holder != Holder::Client)),
        lock(cx, Lock::Texts, Text::LockTexts, ""),
    ];
    h("section.section")
        .attr("aria-labelledby", "locks-title")
        .child(h("h2").attr("id", "locks-title").text(cx.text(Text::LocksTitle)))
        .child(h("ul.locks").children(rows))
        .child(cx.h("p.note", Text::LocksNote))
}

fn lock(cx: &Cx, lock: Lock, name: Text, of: &str) -> Node {
    let open = !cx.app.proposal().locks.contains(&lock);
    let said = cx.text(if open { Text::LockOpen } else { Text::LockClosed });
    let label = [cx.text(name), cx.text(Text::Colon), said.clone()].concat();
    let switch = cx.tick(open, false, move |open| DeskAction::Lock(lock, !open));
    let switch = switch.attr("role", "switch").attr("aria-label", label);
    h("li")
        .child(h("span").text(cx.text(name)).child(h_text("small", cx.words().typeset(of))))
        .child(h("label.lock").child(switch).child(h_text("span", said)))
}

/// The section with the people who prepared the brief, their hours, and whether the brief shows them.
pub fn effort(cx: &Cx) -> Node {
    let effort = cx.app.proposal().effort.as_ref();
    let said = match effort {
        Some(effort) if effort.hours > 0.0 => {
            let (hours, sentence) = brief::effort(effort, cx.words());
            h("div.effort").child(ticks(&hours)).child(h("p").child(rich(&sentence)))
        }
        _ => placeholder(),
    };
    let people = effort.map_or(0, |effort| effort.by_person.len());
    let rows = (0..people).map(|place| person(cx, place)).collect();
    h("section.section")
        .attr("aria-labelledby", "effort-title")
        .child(h("h2").attr("id", "effort-title").text(cx.text(Text::EffortTitle)))
        .child(said)
        .child(h("ul.people").flag("hidden", people == 0).children(rows))
        .child(h("p.actions").flag("hidden", effort.is_none()).child(add_person(cx)))
        .child(check(&cx.ui(), cx.text(Text::SayEffort), effort.is_some(), false, DeskAction::ShowEffort))
}

fn add_person(cx: &Cx) -> Node {
    let add = cx.button("button.button quiet add-person", Text::AddPerson, DeskAction::AddRow(List::People));
    add.attr("data-add", add_name(List::People))
}

fn person(cx: &Cx, place: usize) -> Node {
    let name = Field::Name { of: NameOf::Person, id: place.to_string() };
    let who = cx.app.text_of(&name);
    let remove = [cx.text(Text::Remove), cx.text(Text::Colon), who.clone()].concat();
    let hours = cx.words().fill(Text::HoursOf, &[("label", &who)]);
    let row = Row::Person(place);
    h("li")
        .key(place)
        .attr("data-row", row.name())
        .child(h("span.what").child(blank(cx, name, Some(cx.text(Text::PersonField)))))
        .child(
            h("span")
                .child(blank(cx, Field::Hours { person: place }, Some(hours)))
                .text([" ", &cx.text(Text::HoursUnit)].concat()),
        )
        .child(
            cx.button("button.button quiet", Text::Remove, DeskAction::RemoveRow(row.clone()))
                .attr("aria-label", remove),
        )
        .child(notices::refused(cx, &row))
}

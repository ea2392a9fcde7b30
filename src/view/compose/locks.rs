//! What the prospect may change, and the work that was already done.

use super::super::brief::ticks;
use super::super::desk::{Desk, rich};
use super::super::focus::add_name;
use super::super::input::blank;
use super::super::markup::{Node, nothing, say, tag};
use super::super::notices;
use super::controls::check;
use crate::app::{DeskAction, Field, List, Named, Row};
use crate::brief;
use crate::proposal::{Factor, Holder, Lock};
use crate::words::Text;

/// The groups of fields, each open or closed.
pub fn locks(desk: &Desk) -> Node {
    let proposal = desk.app.proposal();
    let factors = |held: fn(&Factor) -> bool| {
        let labels = proposal.factors.iter().filter(|factor| held(factor)).map(|factor| factor.label.as_str());
        labels.collect::<Vec<_>>().join(", ")
    };
    let options = proposal.lines.iter().filter(|line| line.optional).map(|line| line.label.as_str());
    let options = options.collect::<Vec<_>>().join(", ");
    let rows = vec![
        lock(desk, Lock::Options, Text::LockOptions, &options),
        lock(desk, Lock::Quantities, Text::LockQuantities, ""),
        lock(desk, Lock::Rates, Text::LockRates, ""),
        lock(desk, Lock::ClientFactors, Text::LockClientFactors, &factors(|factor| factor.holder == Holder::Client)),
        lock(desk, Lock::OtherFactors, Text::LockOtherFactors, &factors(|factor| factor.holder != Holder::Client)),
        lock(desk, Lock::Texts, Text::LockTexts, ""),
    ];
    tag("section.section")
        .set("aria-labelledby", "locks-title")
        .put(tag("h2").set("id", "locks-title").text(desk.text(Text::LocksTitle)))
        .put(tag("ul.locks").all(rows))
        .put(desk.say("p.note", Text::LocksNote))
}

fn lock(desk: &Desk, lock: Lock, name: Text, of: &str) -> Node {
    let open = !desk.app.proposal().locks.contains(&lock);
    let said = desk.text(if open { Text::LockOpen } else { Text::LockClosed });
    let label = [desk.text(name), desk.text(Text::Colon), said.clone()].concat();
    let switch = desk.tick(open, false, move |open| DeskAction::Lock(lock, !open));
    let switch = switch.set("role", "switch").set("aria-label", label);
    tag("li")
        .put(tag("span").text(desk.text(name)).put(say("small", desk.words().set(of))))
        .put(tag("label.lock").put(switch).put(say("span", said)))
}

/// Who worked on it, how long, and whether the brief says so.
pub fn effort(desk: &Desk) -> Node {
    let effort = desk.app.proposal().effort.as_ref();
    let said = match effort {
        Some(effort) if effort.hours > 0.0 => {
            let (hours, sentence) = brief::effort(effort, desk.words());
            tag("div.effort").put(ticks(&hours)).put(tag("p").put(rich(&sentence)))
        }
        _ => nothing(),
    };
    let people = effort.map_or(0, |effort| effort.by_person.len());
    let rows = (0..people).map(|place| person(desk, place)).collect();
    tag("section.section")
        .set("aria-labelledby", "effort-title")
        .put(tag("h2").set("id", "effort-title").text(desk.text(Text::EffortTitle)))
        .put(said)
        .put(tag("ul.people").mark("hidden", people == 0).all(rows))
        .put(tag("p.actions").mark("hidden", effort.is_none()).put(add_person(desk)))
        .put(check(&desk.ui(), desk.text(Text::SayEffort), effort.is_some(), false, DeskAction::SayEffort))
}

fn add_person(desk: &Desk) -> Node {
    let add = desk.button("button.button quiet add-person", Text::AddPerson, DeskAction::AddRow(List::People));
    add.set("data-add", add_name(List::People))
}

fn person(desk: &Desk, place: usize) -> Node {
    let name = Field::Name { of: Named::Person, id: place.to_string() };
    let who = desk.app.text_of(&name);
    let remove = [desk.text(Text::Remove), desk.text(Text::Colon), who.clone()].concat();
    let hours = desk.words().fill(Text::HoursOf, &[("label", &who)]);
    let row = Row::Person(place);
    tag("li")
        .key(place)
        .set("data-row", row.name())
        .put(tag("span.what").put(blank(desk, name, Some(desk.text(Text::PersonField)))))
        .put(
            tag("span")
                .put(blank(desk, Field::Hours { person: place }, Some(hours)))
                .text([" ", &desk.text(Text::HoursUnit)].concat()),
        )
        .put(
            desk.button("button.button quiet", Text::Remove, DeskAction::RemoveRow(row.clone()))
                .set("aria-label", remove),
        )
        .put(notices::refused(desk, &row))
}

//! What was sent, where each stands, and the replies that come back.

use super::super::desk::Desk;
use super::super::mail::{mail_link, too_long};
use super::super::markup::{Heard, Node, nothing, say, several, tag};
use super::super::table::{cell, head, header, row, table};
use super::super::ui::value_of;
use crate::app::{DeskAction, ListForm};
use crate::brief;
use crate::outbox::{Filed, NotFiled, Sent, headline, phrase, reminder};
use crate::words::{Text, format_date};

/// The section.
pub fn follow(desk: &Desk) -> Node {
    let (outbox, words) = (desk.app.outbox(), desk.words());
    let lost = tag("p.note refusal").mark("hidden", !desk.app.list_is_lost()).set("role", "alert");
    let empty = outbox.briefs().is_empty();
    let summary = outbox.summary(desk.app.today());
    let kept = if desk.app.list_is_lost() { String::new() } else { words.text(Text::ListKept) };
    let note = if empty { String::new() } else { [&headline(&summary, words), " ", &kept].concat() };
    let list = match empty {
        true => several(vec![desk.say("p.lede", Text::NothingSent)]),
        false => several(vec![list(desk), reasons(desk, &summary.reasons)]),
    };
    let save = |text, listing| desk.button("button.button quiet", text, DeskAction::Take(listing));
    let files = tag("p.actions")
        .put(save(Text::SaveTable, ListForm::Table).mark("hidden", empty))
        .put(save(Text::SaveList, ListForm::Json).mark("hidden", empty))
        .put(desk.button("button.button quiet", Text::ReadList, DeskAction::ChooseFile));
    tag("section.section sent")
        .set("aria-labelledby", "follow-title")
        .put(
            tag("div.headrow")
                .put(tag("h2").set("id", "follow-title").text(desk.text(Text::FollowTitle)))
                .put(say("p.note", note)),
        )
        .put(lost.text(desk.text(Text::ListLost)))
        .put(list)
        .put(chase(desk))
        .put(paste(desk))
        .put(files)
}

fn list(desk: &Desk) -> Node {
    let heads = [Text::SentBrief, Text::SentOn, Text::SentReplyBy, Text::SentStatus, Text::NextStep];
    let heads = heads.map(|name| head("th", desk.text(name))).into();
    let rows = desk.app.outbox().briefs().iter().map(|sent| brief_row(desk, sent)).collect();
    table("table.ledger follow restack", "thead", heads, rows)
}

fn brief_row(desk: &Desk, sent: &Sent) -> Node {
    let (words, today) = (desk.words(), desk.app.today());
    let date = |date| format_date(date, words.language());
    let to = if sent.to_organisation.is_empty() { &sent.to_name } else { &sent.to_organisation };
    let hours = sent.hours.map(|hours| [&words.number(hours, 1), "\u{a0}", &words.text(Text::HoursUnit)].concat());
    let below: Vec<String> =
        [Some(words.set(to)), hours].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let title = if sent.title.is_empty() { words.text(Text::Untitled) } else { words.set(&sent.title) };
    let name = header("th").text([&title, " "].concat()).put(say("small", below.join(", ")));
    let stand = phrase(sent, today, words);
    let late = sent.status(today).is_late();
    let stand = if late { say("b", stand) } else { say("span", stand) };
    let dated = |label, content| cell("td").set("data-label", words.text(label)).text(content);
    let cells = vec![
        dated(Text::SentOn, date(sent.sent_on)),
        dated(Text::SentReplyBy, sent.reply_by.map(date).unwrap_or_default()),
        cell("td").put(stand),
        cell("td").put(ways(desk, sent, &title)),
    ];
    row(if late { "tr.late" } else { "tr" }, name, cells)
}

/// What can be done with a brief of the list.
fn ways(desk: &Desk, sent: &Sent, title: &str) -> Node {
    let words = desk.words();
    let named = |text: String, action| {
        let label = [&text, &words.text(Text::Colon), title].concat();
        let button = tag("button.button quiet").set("type", "button").set("aria-label", label);
        button.click(desk.act, action).text(text)
    };
    let id = || sent.id.clone();
    let mut ways = Vec::new();
    if let Some(reply) = &sent.reply {
        let differs = reply.changes > 0 || !reply.matches;
        let text = if differs { Text::SeeDifferences } else { Text::SeeReply };
        ways.push(named(words.text(text), DeskAction::ShowReply(id())));
    }
    if sent.status(desk.app.today()).is_late() {
        ways.push(named(words.text(Text::Chase), DeskAction::Remind(Some(id()))));
    }
    if let Some(remind) = reminder(sent, desk.app.today(), words) {
        let text = words.fill(Text::RemindOn, &[("date", &format_date(remind.on, words.language()))]);
        ways.push(named(text, DeskAction::Take(ListForm::Calendar(id()))));
    }
    ways.push(named(words.text(Text::Resume), DeskAction::StartFrom(id())));
    ways.push(named(words.text(Text::Forget), DeskAction::Forget(id())));
    several(ways)
}

/// A word to remind a prospect, ready for the mail program; one that is too long for an address is copied.
fn chase(desk: &Desk) -> Node {
    let (Some((sent, ..)), Some(letter)) = (desk.app.chased(), desk.app.reminding_letter()) else { return nothing() };
    let to = if sent.to_organisation.is_empty() { &sent.to_name } else { &sent.to_organisation };
    let mail = mail_link(desk, "a.button primary", &letter, Text::WriteMail);
    let too_long = too_long(desk, &letter);
    // The whole letter is there to be copied by hand where the browser does not.
    let (mail, shown) = match too_long {
        Some(_) => (mail.click(desk.act, DeskAction::Take(ListForm::Letter)), letter.body),
        None => (mail, desk.app.reminding_word(sent)),
    };
    tag("div.chase")
        .put(say("h3", desk.words().fill(Text::ChaseTitle, &[("to", to)])))
        .put(desk.say("p.note", Text::ChaseNote))
        .put(say("p.prose", shown))
        .put(too_long.map_or_else(nothing, |too_long| say("p.small", too_long)))
        .put(tag("p.actions").put(mail).put(desk.button("button.button quiet", Text::Close, DeskAction::Remind(None))))
}

/// Why it was a no, counted.
fn reasons(desk: &Desk, reasons: &[(crate::proposal::Answer, usize)]) -> Node {
    if reasons.is_empty() {
        return nothing();
    }
    let words = desk.words();
    let counted = reasons.iter().map(|(answer, count)| {
        let reply = crate::proposal::Reply { answer: *answer, ..Default::default() };
        let name = brief::answer(&reply, &Default::default(), words);
        [&name, words.text(Text::Colon).as_str(), &words.number(*count as f64, 0)].concat()
    });
    say("p.note", counted.collect::<Vec<_>>().join(" · "))
}

/// Where a reply is pasted, and what came of it.
fn paste(desk: &Desk) -> Node {
    let area = tag("textarea").set("id", "received").set("rows", "3").value(desk.app.pasted_reply().to_owned()).on(
        Heard::Input,
        desk.act,
        |event| DeskAction::PasteReply(value_of(event)),
    );
    let none = desk.app.pasted_reply().trim().is_empty();
    tag("div.field paste")
        .put(tag("label").set("for", "received").text(desk.text(Text::PasteReply)))
        .put(area)
        .put(
            tag("p.actions")
                .put(desk.button("button.button", Text::FileReply, DeskAction::FileReply).mark("disabled", none)),
        )
        .put(tag("div.note").set("role", "status").put(filed(desk)))
}

fn filed(desk: &Desk) -> Node {
    let words = desk.words();
    let said = match desk.app.filed() {
        None => return nothing(),
        Some(Ok(filed)) => match filed {
            Filed::Brief(_) => Text::FiledBrief,
            Filed::Reply(_) => Text::FiledReply,
            Filed::Reconstructed(_) => Text::FiledReconstructed,
            Filed::Older(_) => Text::FiledOlder,
        },
        Some(Err(NotFiled::Full)) => Text::BriefNotFiled,
        Some(Err(_)) => return desk.say("p.refusal", Text::NotFiled),
    };
    let sent = desk.app.filed().and_then(|filed| desk.app.outbox().get(filed.as_ref().ok()?.id()));
    let title = sent.map(|sent| words.set(&sent.title)).unwrap_or_default();
    let reply = sent.and_then(|sent| sent.reply.as_ref().map(|reply| (sent, reply)));
    let other = reply.is_some_and(|(_, reply)| !reply.matches);
    let open = reply.map_or_else(nothing, |(sent, _)| {
        desk.button("button.button quiet", Text::SeeReply, DeskAction::ShowReply(sent.id.clone()))
    });
    tag("p")
        .text([&words.fill(said, &[("title", &title)]), " "].concat())
        .put(tag("b").mark("hidden", !other).text([&desk.text(Text::FiledOther), " "].concat()))
        .put(open)
}

//! The sent briefs, the status of each, and the received replies.

use crate::app::{DeskAction, FileUse, ListForm};
use crate::brief;
use crate::outbox::{Filed, NotFiled, Sent, answer_of, headline, phrase, reminder};
use crate::view::components::mail::{mail_link, too_long};
use crate::view::components::table::{cell, head, header, row, table};
use crate::view::components::ui::value_of;
use crate::view::cx::Cx;
use crate::view::desk::start::file_faults;
use crate::view::markup::{EventKind, Node, fragment, h, h_text, placeholder};
use crate::words::{Text, format_date};

/// The section.
pub fn follow(cx: &Cx) -> Node {
    let (outbox, words) = (cx.app.outbox(), cx.words());
    let lost = h("p.note refusal").flag("hidden", !cx.app.list_is_lost()).attr("role", "alert");
    let empty = outbox.briefs().is_empty();
    let summary = outbox.summary(cx.app.today());
    let kept = if cx.app.list_is_lost() { String::new() } else { words.text(Text::ListKept) };
    let note = if empty { String::new() } else { [&headline(&summary, words), " ", &kept].concat() };
    let list = match empty {
        true => fragment(vec![cx.h("p.lede", Text::NothingSent)]),
        false => fragment(vec![list(cx), reasons(cx, &summary.reasons)]),
    };
    let save = |text, listing| cx.button("button.button quiet", text, DeskAction::Take(listing));
    let files = h("p.actions")
        .child(save(Text::SaveTable, ListForm::Table).flag("hidden", empty))
        .child(save(Text::SaveList, ListForm::Json).flag("hidden", empty))
        .child(cx.button("button.button quiet", Text::ReadList, DeskAction::ChooseFile(FileUse::List)));
    h("section.section sent")
        .attr("aria-labelledby", "follow-title")
        .child(
            h("div.headrow")
                .child(h("h2").attr("id", "follow-title").text(cx.text(Text::FollowTitle)))
                .child(h_text("p.note", note)),
        )
        .child(lost.text(cx.text(Text::ListLost)))
        .child(list)
        .child(reminder_form(cx))
        .child(paste(cx))
        .child(files)
        .child(file_faults(cx, FileUse::List))
}

fn list(cx: &Cx) -> Node {
    let heads = [Text::SentBrief, Text::SentOn, Text::SentReplyBy, Text::SentStatus, Text::NextStep];
    let heads = heads.map(|name| head("th", cx.text(name))).into();
    let rows = cx.app.outbox().briefs().iter().map(|sent| brief_row(cx, sent)).collect();
    table("table.ledger follow restack", "thead", heads, rows)
}

fn brief_row(cx: &Cx, sent: &Sent) -> Node {
    let (words, today) = (cx.words(), cx.app.today());
    let date = |date| format_date(date, words.language());
    let to = if sent.to_organisation.is_empty() { &sent.to_name } else { &sent.to_organisation };
    let hours = sent.hours.map(|hours| [&words.number(hours, 1), "\u{a0}", &words.text(Text::HoursUnit)].concat());
    let below: Vec<String> =
        [Some(words.typeset(to)), hours].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let title = if sent.title.is_empty() { words.text(Text::Untitled) } else { words.typeset(&sent.title) };
    let name = header("th").text([&title, " "].concat()).child(h_text("small", below.join(", ")));
    let stand = phrase(sent, today, words);
    let late = sent.status(today).is_late();
    let stand = if late { h_text("b", stand) } else { h_text("span", stand) };
    let dated = |label, content| cell("td").attr("data-label", words.text(label)).text(content);
    let cells = vec![
        dated(Text::SentOn, date(sent.sent_on)),
        dated(Text::SentReplyBy, sent.reply_by.map(date).unwrap_or_default()),
        cell("td").child(stand).child(replies(cx, sent)),
        cell("td").child(ways(cx, sent, &title)),
    ];
    row(if late { "tr.late" } else { "tr" }, name, cells)
}

/// The replies to a brief, where there are several: which one counts, and a button for each of the others.
fn replies(cx: &Cx, sent: &Sent) -> Node {
    if sent.replies.len() < 2 {
        return placeholder();
    }
    let words = cx.words();
    let counting = sent.reply();
    let rows = sent.replies.iter().enumerate().map(|(place, reply)| {
        let counts = counting == Some(reply);
        let given = answer_of(sent, reply, words);
        let blanks = [("answer", given.as_str()), ("date", &format_date(reply.on, words.language()))];
        let said = words.fill(if counts { Text::ReplyCounts } else { Text::ReplyKept }, &blanks);
        let row = h("li").child(h_text("span", said));
        if counts {
            return row;
        }
        row.text(" ").child(cx.button(
            "button.button quiet",
            Text::MakeCount,
            DeskAction::CountReply(sent.id.clone(), place),
        ))
    });
    h("ul.replies small").children(rows.collect())
}

/// The buttons for a brief of the list.
fn ways(cx: &Cx, sent: &Sent, title: &str) -> Node {
    let words = cx.words();
    let named = |text: String, action| {
        let label = [&text, &words.text(Text::Colon), title].concat();
        let button = h("button.button quiet").attr("type", "button").attr("aria-label", label);
        button.on_click(cx.act, action).text(text)
    };
    let id = || sent.id.clone();
    let mut ways = Vec::new();
    if let Some(reply) = sent.reply() {
        let differs = reply.changes > 0 || !reply.matches;
        let text = if differs { Text::SeeDifferences } else { Text::SeeReply };
        ways.push(named(words.text(text), DeskAction::ShowReply(id())));
    }
    if sent.status(cx.app.today()).is_late() {
        ways.push(named(words.text(Text::Chase), DeskAction::Remind(Some(id()))));
    }
    if let Some(remind) = reminder(sent, cx.app.today(), words) {
        let text = words.fill(Text::RemindOn, &[("date", &format_date(remind.on, words.language()))]);
        ways.push(named(text, DeskAction::Take(ListForm::Calendar(id()))));
    }
    ways.push(named(words.text(Text::Resume), DeskAction::StartFrom(id())));
    ways.push(named(words.text(Text::Forget), DeskAction::Forget(id())));
    fragment(ways)
}

/// A reminder to a prospect, to be opened in the mail program. One that is too long for a `mailto:` address is copied.
fn reminder_form(cx: &Cx) -> Node {
    let (Some((sent, ..)), Some(letter)) = (cx.app.reminded(), cx.app.reminding_letter()) else { return placeholder() };
    let to = if sent.to_organisation.is_empty() { &sent.to_name } else { &sent.to_organisation };
    let mail = mail_link(cx, "a.button primary", &letter, Text::WriteMail);
    let too_long = too_long(cx, &letter);
    // The whole letter is shown, to be copied by hand if the browser does not copy it.
    let (mail, shown) = match too_long {
        Some(_) => (mail.on_click(cx.act, DeskAction::Take(ListForm::Letter)), letter.body),
        None => (mail, cx.app.reminding_word(sent)),
    };
    h("div.chase")
        .child(h_text("h3", cx.words().fill(Text::ChaseTitle, &[("to", to)])))
        .child(cx.h("p.note", Text::ChaseNote))
        .child(h_text("p.prose", shown))
        .child(too_long.map_or_else(placeholder, |too_long| h_text("p.small", too_long)))
        .child(h("p.actions").child(mail).child(cx.button(
            "button.button quiet",
            Text::Close,
            DeskAction::Remind(None),
        )))
}

/// The reasons given for a no, counted.
fn reasons(cx: &Cx, reasons: &[(crate::proposal::Answer, usize)]) -> Node {
    if reasons.is_empty() {
        return placeholder();
    }
    let words = cx.words();
    let counted = reasons.iter().map(|(answer, count)| {
        let reply = crate::proposal::Reply { answer: *answer, ..Default::default() };
        let name = brief::answer(&reply, &Default::default(), words);
        [&name, words.text(Text::Colon).as_str(), &words.number(*count as f64, 0)].concat()
    });
    h_text("p.note", counted.collect::<Vec<_>>().join(" · "))
}

/// The field for a received reply, and the result of filing it.
fn paste(cx: &Cx) -> Node {
    let area = h("textarea").attr("id", "received").attr("rows", "3").value(cx.app.pasted_reply().to_owned()).on(
        EventKind::Input,
        cx.act,
        |event| DeskAction::PasteReply(value_of(event)),
    );
    let none = cx.app.pasted_reply().trim().is_empty();
    h("div.field paste")
        .child(h("label").attr("for", "received").text(cx.text(Text::PasteReply)))
        .child(area)
        .child(
            h("p.actions")
                .child(cx.button("button.button", Text::FileReply, DeskAction::FileReply).flag("disabled", none)),
        )
        .child(h("div.note").attr("role", "status").child(filed(cx)))
}

fn filed(cx: &Cx) -> Node {
    let words = cx.words();
    let said = match cx.app.filed() {
        None => return placeholder(),
        Some(Ok(filed)) => match filed {
            Filed::Brief(_) => Text::FiledBrief,
            Filed::Reply(_) => Text::FiledReply,
            Filed::Reconstructed(_) => Text::FiledReconstructed,
            Filed::InPlace(_) => Text::FiledInPlace,
            Filed::Beside(_) => Text::FiledBeside,
        },
        Some(Err(NotFiled::Full)) => Text::BriefNotFiled,
        Some(Err(_)) => return cx.h("p.refusal", Text::NotFiled),
    };
    let sent = cx.app.filed().and_then(|filed| cx.app.outbox().get(filed.as_ref().ok()?.id()));
    let title = sent.map(|sent| words.typeset(&sent.title)).unwrap_or_default();
    let reply = sent.and_then(|sent| sent.reply().map(|reply| (sent, reply)));
    let other = reply.is_some_and(|(_, reply)| !reply.matches);
    let open = reply.map_or_else(placeholder, |(sent, _)| {
        cx.button("button.button quiet", Text::SeeReply, DeskAction::ShowReply(sent.id.clone()))
    });
    h("p")
        .text([&words.fill(said, &[("title", &title)]), " "].concat())
        .child(h("b").flag("hidden", !other).text([&cx.text(Text::FiledOther), " "].concat()))
        .child(open)
}

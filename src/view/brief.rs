//! The engagement brief as a document.

use super::desk::{Desk, rich};
use super::drivers::holder;
use super::markup::{Node, nothing, say, several, tag};
use super::table::{cell, head, header, row, table};
use super::{differences, languages, notices, reading, reply, result, scope, versus};
use crate::app::{Action, BriefAction, Form, Opening, Screen};
use crate::brief::{self, Assumption, Block, Brief, Fact, Figures, Section, Side, WorkRow};
use crate::link;
use crate::words::{Text, Words, format_date, format_weekday};

/// The screen.
pub fn brief(desk: &Desk) -> Node {
    let set = brief::brief(desk.app.proposal(), desk.app.estimate(), desk.words());
    let mut doc = vec![opening(desk, &set)];
    doc.extend(set.rows.iter().enumerate().map(|(i, sections)| {
        let spec = if sections.len() > 1 { "div.section pair keep" } else { "div.section" };
        tag(spec).key(i).all(sections.iter().map(|own| section(desk, own)).collect())
    }));
    if opened(desk) {
        doc.push(differences::section(desk));
    }
    doc.push(say("footer.foot small", set.mentions));
    tag("div.sheet brief").put(tag("article.doc").all(doc)).put(margin(desk)).put(bar(desk))
}

fn opening(desk: &Desk, set: &Brief) -> Node {
    let masthead = tag("p.masthead")
        .put(tag("span").put(say("b", set.from.clone())))
        .text(" ")
        .put(say("span", set.number.clone()));
    let prices = reply::prices(desk);
    let facts = set.facts.iter().map(|fact| tag("div").key(fact.name.clone()).put(fact_of(fact)));
    tag("header")
        .put(masthead)
        .put(tag("h1").set("tabindex", "-1").text(set.title.clone()))
        .put(tag("p.lede").mark("hidden", set.message.is_empty()).text(set.message.clone()))
        .put(tag("p.note alert").mark("hidden", prices.is_none()).text(prices.unwrap_or_default()))
        .put(notices::sent(desk))
        .put(notices::signed(desk))
        .put(notices::more(desk))
        .put(tag("p.note screen").mark("hidden", !desk.app.is_composing()).text(desk.text(Text::PreviewNote)))
        .put(tag("dl.parties").mark("hidden", set.facts.is_empty()).all(facts.collect()))
        .put(effort(set))
}

/// One name with what stands under it.
pub fn fact_of(fact: &Fact) -> Node {
    let said =
        tag("dd").put(say("b", fact.strong.clone())).text(fact.rest.clone()).put(say("span.below", fact.below.clone()));
    several(vec![say("dt", fact.name.clone()), said])
}

fn effort(set: &Brief) -> Node {
    let Some((hours, sentence)) = &set.effort else { return nothing() };
    tag("div.effort").put(ticks(hours)).put(tag("p").put(rich(sentence)))
}

/// One tick per hour of preparation, one group per person.
pub fn ticks(hours: &[u32]) -> Node {
    let (mut x, mut path) = (1u32, String::new());
    for person in hours {
        for _ in 0..(*person).min(400) {
            path.push_str(&["M", &x.to_string(), " 1v14"].concat());
            x += 4;
        }
        x += 6;
    }
    let width = x.saturating_sub(9).to_string();
    tag("svg.ticks")
        .set("viewBox", ["0 0 ", &width, " 16"].concat())
        .set("width", width)
        .set("height", "16")
        .set("aria-hidden", "true")
        .put(tag("path").set("d", path))
}

fn section(desk: &Desk, section: &Section) -> Node {
    let blocks = section.blocks.iter().map(|block| block_of(desk, block));
    tag("section").put(say("h2", section.title.clone())).all(blocks.collect())
}

fn block_of(desk: &Desk, block: &Block) -> Node {
    let words = desk.words();
    match block {
        Block::Paragraph(content) => say("p.prose", content.clone()),
        Block::Aims(aims) => list("ul.aims", aims),
        Block::Promises(promises) => list("ul.promises", promises),
        Block::Work { rows, production, advice, share } => {
            several(vec![work(words, rows, production, advice), scope::share(words, *share)])
        }
        Block::Sums(sums) => sums_of(sums),
        Block::MayBring(figures) => may_bring(desk, figures),
        Block::Outcomes(outcomes) => {
            several(vec![desk.say("h3.below-title", Text::OutcomesTitle), reading::counted(outcomes)])
        }
        Block::Basis(rows) => basis(words, rows),
        Block::Question(question) => tag("p.note")
            .text([words.text(Text::QuestionTitle), words.text(Text::Colon)].concat())
            .put(say("i.voice", question.asks.clone()))
            .text([" ", &question.note].concat()),
        Block::Versus(versus) => versus::ways(versus),
    }
}

fn list(spec: &'static str, items: &[String]) -> Node {
    tag(spec).all(items.iter().map(|item| say("li", item.clone())).collect())
}

fn work(words: &Words, rows: &[WorkRow], production: &str, advice: &str) -> Node {
    let title = |spec, name| head(spec, words.text(name));
    let heads = vec![
        title("th", Text::Made),
        title("th.num", Text::PriceExclVat),
        title("th.thought", Text::Thought),
        title("th.num", Text::PriceExclVat),
    ];
    let amount = |amount: &str| cell("td.num").text(amount.to_owned());
    let made = header("th").text(words.text(Text::Production));
    let thought = cell("td.thought").put(say("i", words.text(Text::Advice)));
    let mut all: Vec<Node> = rows.iter().map(work_row).collect();
    all.push(row("tr.total", made, vec![amount(production), thought, amount(advice)]));
    table("table.ledger work restack", "thead", heads, all)
}

fn work_row(set: &WorkRow) -> Node {
    let detail = |side: &Side| {
        let parts: Vec<String> = side.detail.iter().map(|part| [&part.amount, " ", &part.of].concat()).collect();
        say("small", parts.join(" · "))
    };
    let made = header("th").text([&set.made.label, " "].concat()).put(detail(&set.made));
    let mut thought = cell("td.thought");
    if let Some(side) = &set.thought {
        thought = thought.put(say("i", side.label.clone())).text(" ").put(detail(side));
    }
    let price = set.thought.as_ref().map(|side| side.price.clone()).unwrap_or_default();
    let cells = vec![cell("td.num").text(set.made.price.clone()), thought, cell("td.num").text(price)];
    row("tr", made, cells)
}

fn sums_of(sums: &[(String, String)]) -> Node {
    let last = sums.len().saturating_sub(1);
    let rows = sums.iter().enumerate().map(|(i, (name, amount))| {
        let name = tag("th").set("scope", "row").text(name.clone());
        tag(if i == last { "tr.total" } else { "tr" }).put(name).put(say("td.num", amount.clone()))
    });
    tag("table.ledger").put(tag("tbody").all(rows.collect()))
}

fn may_bring(desk: &Desk, figures: &Figures) -> Node {
    let words = desk.words();
    let none = figures.futures.is_empty();
    let never = figures.futures.iter().filter(|net| **net < 0.0).count() as f64;
    let note = [&figures.caption, " ", &words.count(Text::NeverNote, never, &[])].concat();
    let said = tag("div")
        .mark("hidden", none)
        .put(result::range(words, figures))
        .put(result::facts(words, figures, None))
        .put(say("p.note", note));
    let verdict = tag("div").put(tag("p.verdict").put(rich(&figures.verdict))).put(said);
    let dots = tag("div").mark("hidden", none).put(result::dots(&desk.ui(), figures));
    tag("div.outcome").put(dots).put(verdict)
}

fn basis(words: &Words, rows: &[Assumption]) -> Node {
    let title = |spec, name| head(spec, words.text(name));
    let heads = vec![
        title("th", Text::Factor),
        title("th.num", Text::AtLeast),
        title("th.num", Text::Likely),
        title("th.num", Text::AtMost),
        title("th", Text::HolderColumn),
        title("th", Text::SourceColumn),
    ];
    table("table.ledger basis restack", "thead", heads, rows.iter().map(basis_row).collect())
}

fn basis_row(set: &Assumption) -> Node {
    let name = header("th").text([&set.label, " "].concat()).put(say("small", set.unit.clone()));
    let mut cells: Vec<Node> = set.three.iter().map(|figure| cell("td.num").text(figure.clone())).collect();
    cells.push(cell("td").put(holder(set.holder, &set.held_by)));
    cells.push(cell("td").text(set.source.clone()));
    row("tr", name, cells)
}

/// Whether the brief was opened from somebody else's link.
fn opened(desk: &Desk) -> bool {
    !matches!(desk.app.opening(), Opening::None)
}

/// How to answer, and what else can be done with the brief.
fn margin(desk: &Desk) -> Node {
    let opened = !matches!(desk.app.opening(), Opening::None);
    let back = match opened {
        _ if desk.app.is_desk() => Text::BackToDesk,
        true => Text::AdjustEstimate,
        false => Text::BackToEstimate,
    };
    let way = |spec, name, action: Action| tag("li").put(desk.button(spec, name, action));
    let ways = vec![
        way("button.copy-link", Text::CopyLink, BriefAction::CopyLink.into()),
        way("button", Text::Print, Action::Printed),
        way("button", back, Action::Shown(Screen::Estimator)),
    ];
    let screen = tag("div.screen")
        .put(languages(&desk.ui()))
        .put(answers(desk))
        .put(tag("ul.quick").all(ways))
        .put(take_away(desk))
        .put(notices::notice(desk));
    tag("aside.margin").set("aria-label", desk.text(Text::BriefTitle)).put(screen).put(coupon(desk)).put(code(desk))
}

/// The answers, each one tap from the reply.
fn answers(desk: &Desk) -> Node {
    let quick = reply::quick(desk, "button");
    if quick.is_empty() {
        return nothing();
    }
    let quick = quick.into_iter().map(|answer| tag("li").put(answer)).collect();
    let differs = tag("p.note").mark("hidden", !desk.app.differs()).text(desk.text(Text::DifferFromProposed));
    tag("div.answering")
        .put(desk.say("h2", Text::ReplyTitle))
        .put(say("p.note", reply::when(desk)))
        .put(differs)
        .put(tag("ul.quick").all(quick))
}

/// The brief in other forms.
fn take_away(desk: &Desk) -> Node {
    let forms = [
        (Text::CopyAsText, Form::Text),
        (Text::CopyAsMarkdown, Form::Markdown),
        (Text::SaveCalendar, Form::Calendar),
        (Text::SaveJson, Form::Json),
    ];
    let dated = desk.app.offered().dates.reply_by.is_some();
    let forms = forms.into_iter().filter(|(_, form)| dated || *form != Form::Calendar);
    let rows =
        forms.map(|(name, form)| tag("li").put(desk.button("button.button quiet", name, BriefAction::Take(form))));
    tag("details.note").put(desk.say("summary", Text::TakeAway)).put(tag("ul").all(rows.collect()))
}

/// The answers on paper, with boxes to tick.
fn coupon(desk: &Desk) -> Node {
    let (offered, words) = (desk.app.offered(), desk.words());
    let Some(date) = offered.dates.reply_by.filter(|_| opened(desk)) else {
        return nothing();
    };
    let date = format_weekday(date, words.language());
    let note = words.fill(Text::CouponNote, &[("date", &date), ("email", &offered.from.email)]);
    let blanks = [Text::AnswerYes, Text::AnswerChanges, Text::AnswerTalk, Text::AnswerNotNow, Text::AnswerNo];
    let rows = blanks.map(|name| tag("li").text(words.text(name)).put(tag("span.blank")));
    tag("div.coupon").put(desk.say("h2", Text::Coupon)).put(say("p.note", note)).put(tag("ul").all(rows.into()))
}

/// The answers in view where the margin is not.
fn bar(desk: &Desk) -> Node {
    let quick = reply::quick(desk, "button.button");
    if quick.is_empty() {
        return nothing();
    }
    let words = desk.words();
    let cost = brief::figures(desk.app.proposal(), desk.app.estimate(), words).cost;
    let by = desk
        .app
        .offered()
        .dates
        .reply_by
        .map(|date| words.fill(Text::ReplyByShort, &[("date", &format_date(date, words.language()))]));
    let sum = tag("span.sum").put(say("b", by.unwrap_or_else(|| words.text(Text::ReplyTitle))));
    let sum = sum.put(say("span", [&cost, " ", &words.text(Text::ExclVat)].concat()));
    tag("div.bar").put(sum).put(tag("span.choices").all(quick))
}

/// The link for telephones and for paper: two pixels for each module, four modules of quiet around them.
fn code(desk: &Desk) -> Node {
    let Some(qr) = link::qr(&desk.app.link()) else { return desk.say("p.note", Text::CodeTooLong) };
    tag("figure.code").put(picture(desk, &qr)).put(desk.say("figcaption.small", Text::CodeCaption))
}

/// A link as a picture.
pub fn picture(desk: &Desk, qr: &link::Qr) -> Node {
    let side = qr.size + 8;
    let square = side.to_string();
    tag("svg.qr")
        .set("viewBox", ["-4 -4 ", &square, " ", &square].concat())
        .set("width", (2 * side).to_string())
        .set("role", "img")
        .set("aria-label", desk.text(Text::CodeLabel))
        .put(tag("path").set("d", qr.path.clone()))
}

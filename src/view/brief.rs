//! The engagement brief as a document.

use super::desk::{Desk, rich};
use super::drivers::holder;
use super::markup::{nothing, say, several, tag};
use super::table::{cell, head, header, row, table};
use super::{differences, languages, notices, reading, reply, result, scope, versus};
use crate::app::{Action, Form, Opening, Screen};
use crate::brief::{self, Assumption, Block, Brief, Fact, Figures, Section, Side, WorkRow};
use crate::link;
use crate::words::{Text, Words, format_date, format_weekday};
use yew::Html;

/// The screen.
#[inline(never)]
pub fn brief(desk: &Desk) -> Html {
    let set = brief::brief(desk.app.proposal(), desk.app.estimate(), desk.words());
    let mut doc = vec![opening(desk, &set)];
    doc.extend(set.rows.iter().enumerate().map(|(i, sections)| {
        let spec = if sections.len() > 1 { "div.section pair keep" } else { "div.section" };
        tag(spec).key(i).all(sections.iter().map(|own| section(desk, own)).collect()).html()
    }));
    if opened(desk) {
        doc.push(differences::section(desk));
    }
    doc.push(say("footer.foot small", set.mentions));
    tag("div.sheet brief").put(tag("article.doc").all(doc).html()).put(margin(desk)).put(bar(desk)).html()
}

fn opening(desk: &Desk, set: &Brief) -> Html {
    let masthead = tag("p.masthead")
        .put(tag("span").put(say("b", set.from.clone())).html())
        .text(" ")
        .put(say("span", set.number.clone()));
    let prices = reply::prices(desk);
    let facts = set.facts.iter().map(|fact| tag("div").key(fact.name.clone()).put(fact_of(fact)).html());
    tag("header")
        .put(masthead.html())
        .put(tag("h1").set("tabindex", "-1").text(set.title.clone()).html())
        .put(tag("p.lede").mark("hidden", set.message.is_empty()).text(set.message.clone()).html())
        .put(tag("p.note alert").mark("hidden", prices.is_none()).text(prices.unwrap_or_default()).html())
        .put(notices::sent(desk))
        .put(notices::signed(desk))
        .put(tag("p.note screen").mark("hidden", !desk.app.is_composing()).text(desk.text(Text::PreviewNote)).html())
        .put(tag("dl.parties").mark("hidden", set.facts.is_empty()).all(facts.collect()).html())
        .put(effort(set))
        .html()
}

/// One name with what stands under it.
pub fn fact_of(fact: &Fact) -> Html {
    let said =
        tag("dd").put(say("b", fact.strong.clone())).text(fact.rest.clone()).put(say("span.below", fact.below.clone()));
    several(vec![say("dt", fact.name.clone()), said.html()])
}

fn effort(set: &Brief) -> Html {
    let Some((hours, sentence)) = &set.effort else { return nothing() };
    tag("div.effort").put(ticks(hours)).put(tag("p").put(rich(sentence)).html()).html()
}

/// One tick per hour of preparation, one group per person.
pub fn ticks(hours: &[u32]) -> Html {
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
        .put(tag("path").set("d", path).html())
        .html()
}

fn section(desk: &Desk, section: &Section) -> Html {
    let blocks = section.blocks.iter().map(|block| block_of(desk, block));
    tag("section").put(say("h2", section.title.clone())).all(blocks.collect()).html()
}

fn block_of(desk: &Desk, block: &Block) -> Html {
    let words = desk.words();
    match block {
        Block::Paragraph(content) => say("p.prose", content.clone()),
        Block::Aims(aims) => list("ul.aims", aims),
        Block::Promises(promises) => list("ul.promises", promises),
        Block::Work { rows, production, advice, share } => {
            several(vec![work(words, rows, production, advice), scope::share(desk, *share)])
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
            .text([" ", &question.note].concat())
            .html(),
        Block::Versus(versus) => versus::ways(versus),
    }
}

fn list(spec: &'static str, items: &[String]) -> Html {
    tag(spec).all(items.iter().map(|item| say("li", item.clone())).collect()).html()
}

fn work(words: &Words, rows: &[WorkRow], production: &str, advice: &str) -> Html {
    let title = |spec, name| head(spec, words.text(name));
    let heads = vec![
        title("th", Text::Made),
        title("th.num", Text::PriceExclVat),
        title("th.thought", Text::Thought),
        title("th.num", Text::PriceExclVat),
    ];
    let amount = |amount: &str| cell("td.num").text(amount.to_owned()).html();
    let made = header("th").text(words.text(Text::Production)).html();
    let thought = cell("td.thought").put(say("i", words.text(Text::Advice))).html();
    let mut all: Vec<Html> = rows.iter().map(work_row).collect();
    all.push(row("tr.total", made, vec![amount(production), thought, amount(advice)]));
    table("table.ledger work restack", "thead", heads, all)
}

fn work_row(set: &WorkRow) -> Html {
    let detail = |side: &Side| {
        let parts: Vec<String> = side.detail.iter().map(|part| [&part.amount, " ", &part.of].concat()).collect();
        say("small", parts.join(" · "))
    };
    let made = header("th").text([&set.made.label, " "].concat()).put(detail(&set.made)).html();
    let mut thought = cell("td.thought");
    if let Some(side) = &set.thought {
        thought = thought.put(say("i", side.label.clone())).text(" ").put(detail(side));
    }
    let price = set.thought.as_ref().map(|side| side.price.clone()).unwrap_or_default();
    let cells =
        vec![cell("td.num").text(set.made.price.clone()).html(), thought.html(), cell("td.num").text(price).html()];
    row("tr", made, cells)
}

fn sums_of(sums: &[(String, String)]) -> Html {
    let last = sums.len().saturating_sub(1);
    let rows = sums.iter().enumerate().map(|(i, (name, amount))| {
        let name = tag("th").set("scope", "row").text(name.clone()).html();
        tag(if i == last { "tr.total" } else { "tr" }).put(name).put(say("td.num", amount.clone())).html()
    });
    tag("table.ledger").put(tag("tbody").all(rows.collect()).html()).html()
}

fn may_bring(desk: &Desk, figures: &Figures) -> Html {
    let words = desk.words();
    let none = figures.futures.is_empty();
    let never = figures.futures.iter().filter(|net| **net < 0.0).count() as f64;
    let note = [&figures.caption, " ", &words.count(Text::NeverNote, never, &[])].concat();
    let said = tag("div")
        .mark("hidden", none)
        .put(result::range(words, figures))
        .put(result::facts(words, figures))
        .put(say("p.note", note));
    let verdict = tag("div").put(tag("p.verdict").put(rich(&figures.verdict)).html()).put(said.html());
    let dots = tag("div").mark("hidden", none).put(result::dots(desk, figures));
    tag("div.outcome").put(dots.html()).put(verdict.html()).html()
}

fn basis(words: &Words, rows: &[Assumption]) -> Html {
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

fn basis_row(set: &Assumption) -> Html {
    let name = header("th").text([&set.label, " "].concat()).put(say("small", set.unit.clone())).html();
    let mut cells: Vec<Html> = set.three.iter().map(|figure| cell("td.num").text(figure.clone()).html()).collect();
    cells.push(cell("td").put(holder(set.holder, &set.held_by)).html());
    cells.push(cell("td").text(set.source.clone()).html());
    row("tr", name, cells)
}

/// Whether the brief was opened from somebody else's link.
fn opened(desk: &Desk) -> bool {
    !matches!(desk.app.opening(), Opening::None)
}

/// How to answer, and what else can be done with the brief.
fn margin(desk: &Desk) -> Html {
    let opened = !matches!(desk.app.opening(), Opening::None);
    let back = match opened {
        _ if desk.app.is_desk() => Text::BackToDesk,
        true => Text::AdjustEstimate,
        false => Text::BackToEstimate,
    };
    let way = |spec, name, action| tag("li").put(desk.button(spec, name, action).html()).html();
    let ways = vec![
        way("button.copy-link", Text::CopyLink, Action::LinkWanted),
        way("button", Text::Print, Action::PaperWanted),
        way("button", back, Action::Shown(Screen::Estimator)),
    ];
    let screen = tag("div.screen")
        .put(languages(desk))
        .put(answers(desk))
        .put(tag("ul.quick").all(ways).html())
        .put(take_away(desk))
        .put(notices::notice(desk));
    tag("aside.margin")
        .set("aria-label", desk.text(Text::BriefTitle))
        .put(screen.html())
        .put(coupon(desk))
        .put(code(desk))
        .html()
}

/// The answers, each one tap from the reply.
fn answers(desk: &Desk) -> Html {
    let quick = reply::quick(desk, "button");
    if quick.is_empty() {
        return nothing();
    }
    let quick = quick.into_iter().map(|answer| tag("li").put(answer).html()).collect();
    let differs = tag("p.note").mark("hidden", !desk.app.differs()).text(desk.text(Text::DifferFromProposed));
    tag("div.answering")
        .put(desk.say("h2", Text::ReplyTitle))
        .put(say("p.note", reply::when(desk)))
        .put(differs.html())
        .put(tag("ul.quick").all(quick).html())
        .html()
}

/// The brief in other forms.
fn take_away(desk: &Desk) -> Html {
    let forms = [
        (Text::CopyAsText, Form::Text),
        (Text::CopyAsMarkdown, Form::Markdown),
        (Text::SaveCalendar, Form::Calendar),
        (Text::SaveJson, Form::Json),
    ];
    let dated = desk.app.offered().dates.reply_by.is_some();
    let forms = forms.into_iter().filter(|(_, form)| dated || *form != Form::Calendar);
    let rows = forms.map(|(name, form)| {
        tag("li").put(desk.button("button.button quiet", name, Action::FormWanted(form)).html()).html()
    });
    tag("details.note").put(desk.say("summary", Text::TakeAway)).put(tag("ul").all(rows.collect()).html()).html()
}

/// The answers on paper, with boxes to tick.
fn coupon(desk: &Desk) -> Html {
    let (offered, words) = (desk.app.offered(), desk.words());
    let Some(date) = offered.dates.reply_by.filter(|_| opened(desk)) else {
        return nothing();
    };
    let date = format_weekday(date, words.language());
    let note = words.fill(Text::CouponNote, &[("date", &date), ("email", &offered.from.email)]);
    let blanks = [Text::AnswerYes, Text::AnswerChanges, Text::AnswerTalk, Text::AnswerNotNow, Text::AnswerNo];
    let rows = blanks.map(|name| tag("li").text(words.text(name)).put(tag("span.blank").html()).html());
    tag("div.coupon")
        .put(desk.say("h2", Text::Coupon))
        .put(say("p.note", note))
        .put(tag("ul").all(rows.to_vec()).html())
        .html()
}

/// The answers in view where the margin is not.
fn bar(desk: &Desk) -> Html {
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
    tag("div.bar").put(sum.html()).put(tag("span.choices").all(quick).html()).html()
}

/// The link for telephones and for paper: two pixels for each module, four modules of quiet around them.
fn code(desk: &Desk) -> Html {
    let Some(qr) = link::qr(&desk.app.link()) else { return desk.say("p.note", Text::CodeTooLong) };
    tag("figure.code").put(picture(desk, &qr)).put(desk.say("figcaption.small", Text::CodeCaption)).html()
}

/// A link as a picture.
pub fn picture(desk: &Desk, qr: &link::Qr) -> Html {
    let side = qr.size + 8;
    let square = side.to_string();
    tag("svg.qr")
        .set("viewBox", ["-4 -4 ", &square, " ", &square].concat())
        .set("width", (2 * side).to_string())
        .set("role", "img")
        .set("aria-label", desk.text(Text::CodeLabel))
        .put(tag("path").set("d", qr.path.clone()).html())
        .html()
}

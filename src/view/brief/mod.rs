//! The engagement brief as a document.

mod fees;

use crate::app::{Action, BriefAction, Form, Opening, Screen};
use crate::brief::{self, Assumption, Block, Brief, Fact, ResultText, Section};
use crate::link;
use crate::view::components::notices;
use crate::view::components::table::{cell, figure_cell, head, header, row, table};
use crate::view::cx::{Cx, rich};
use crate::view::estimator::factors::holder;
use crate::view::estimator::{comparison, insights, result};
use crate::view::languages;
use crate::view::markup::{Node, fragment, h, h_text, placeholder};
use crate::view::reply::{self, differences};
use crate::words::{Text, Words, format_date, format_weekday};

/// The screen.
pub fn brief(cx: &Cx) -> Node {
    let set = brief::brief(cx.app.proposal(), cx.app.whole(), cx.words());
    let mut doc = vec![opening(cx, &set)];
    doc.extend(set.rows.iter().enumerate().map(|(i, sections)| {
        let spec = if sections.len() > 1 { "div.section pair keep" } else { "div.section" };
        h(spec).key(i).children(sections.iter().map(|own| section(cx, own)).collect())
    }));
    if opened(cx) {
        doc.push(differences::section(cx));
    }
    doc.extend(set.accord.map(|(title, blanks)| accord(title, blanks)));
    doc.push(h("footer.foot small").children(set.mentions.into_iter().map(|own| h_text("p", own)).collect()));
    h("div.sheet brief").child(h("article.doc").children(doc)).child(margin(cx)).child(bar(cx))
}

fn opening(cx: &Cx, set: &Brief) -> Node {
    let masthead = h("p.masthead")
        .child(h("span").child(h_text("b", set.from.clone())))
        .text(" ")
        .child(h_text("span", set.number.clone()));
    let prices = reply::prices(cx);
    let facts = set.facts.iter().map(|fact| h("div").key(fact.name.clone()).child(fact_of(fact)));
    h("header")
        .child(masthead)
        .child(h("h1").attr("tabindex", "-1").text(set.title.clone()))
        .child(h("p.lede").flag("hidden", set.message.is_empty()).text(set.message.clone()))
        .child(h("p.note alert").flag("hidden", prices.is_none()).text(prices.unwrap_or_default()))
        .child(notices::sent(cx))
        .child(notices::signed(cx))
        .child(notices::more(cx))
        .child(h("p.note screen").flag("hidden", !cx.app.is_composing()).text(cx.text(Text::PreviewNote)))
        .child(h("dl.parties").flag("hidden", set.facts.is_empty()).children(facts.collect()))
        .child(effort(set))
}

/// A term and its description.
pub fn fact_of(fact: &Fact) -> Node {
    let said = h("dd")
        .child(h_text("b", fact.strong.clone()))
        .text(fact.rest.clone())
        .children(fact.below.iter().map(|line| h_text("span.below", line.clone())).collect());
    fragment(vec![h_text("dt", fact.name.clone()), said])
}

fn effort(set: &Brief) -> Node {
    let Some((hours, sentence)) = &set.effort else { return placeholder() };
    h("div.effort").child(ticks(hours)).child(h("p").child(rich(sentence)))
}

/// The blanks to be signed.
fn accord(title: String, blanks: Vec<String>) -> Node {
    let blanks = blanks.into_iter().map(|blank| h("li").text(blank).child(h("span.blank"))).collect();
    h("div.section accord keep").child(h_text("h2", title)).child(h("ul").children(blanks))
}

/// One tick for each hour of preparation, in one group for each person.
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
    h("svg.ticks")
        .attr("viewBox", ["0 0 ", &width, " 16"].concat())
        .attr("width", width)
        .attr("height", "16")
        .attr("aria-hidden", "true")
        .child(h("path").attr("d", path))
}

fn section(cx: &Cx, section: &Section) -> Node {
    let blocks = section.blocks.iter().map(|block| block_of(cx, block));
    h("section").child(h_text("h2", section.title.clone())).children(blocks.collect())
}

fn block_of(cx: &Cx, block: &Block) -> Node {
    let words = cx.words();
    match block {
        Block::Paragraph(content) => h_text("p.prose", content.clone()),
        Block::Objectives(aims) => list("ul.aims", aims),
        Block::Statements(promises) => list("ul.promises", promises),
        Block::Scope(own) => fees::scope(words, own),
        Block::Sums(sums) => fees::sums(sums),
        Block::Schedule(rows) => fees::schedule(rows),
        Block::Notes(notes) => fragment(notes.iter().map(|note| h_text("p.note", note.clone())).collect()),
        Block::MayBring(figures) => may_bring(cx, figures),
        Block::Outcomes(outcomes) => {
            fragment(vec![cx.h("h3.below-title", Text::OutcomesTitle), insights::counted(outcomes)])
        }
        Block::Basis(rows) => basis(words, rows),
        Block::Question(question) => h("p.note")
            .text([words.text(Text::QuestionTitle), words.text(Text::Colon)].concat())
            .child(h_text("i.voice", question.asks.clone()))
            .text([" ", &question.note].concat()),
        Block::Comparison(comparison) => comparison::ways(comparison),
    }
}

fn list(spec: &'static str, items: &[String]) -> Node {
    h(spec).children(items.iter().map(|item| h_text("li", item.clone())).collect())
}

fn may_bring(cx: &Cx, figures: &ResultText) -> Node {
    let words = cx.words();
    let none = figures.futures.is_empty();
    let never = figures.futures.iter().filter(|net| **net < 0.0).count() as f64;
    let note = [&figures.caption, " ", &words.count(Text::NeverNote, never, &[])].concat();
    let said = h("div")
        .flag("hidden", none)
        .child(result::range(words, figures))
        .child(result::facts(words, figures, None))
        .child(h_text("p.note", note));
    let verdict = h("div").child(h("p.verdict").child(rich(&figures.verdict))).child(said);
    let dots = h("div").flag("hidden", none).child(result::dots(&cx.ui(), figures));
    h("div.outcome").child(dots).child(verdict)
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
    let name = header("th").text([&set.label, " "].concat()).child(h_text("small", set.unit.clone()));
    let mut cells: Vec<Node> = set.three.iter().map(|figure| figure_cell().text(figure.clone())).collect();
    cells.push(cell("td").child(holder(set.holder, &set.held_by)));
    cells.push(cell("td").text(set.source.clone()));
    row("tr", name, cells)
}

/// Whether the brief was opened from a link.
fn opened(cx: &Cx) -> bool {
    !matches!(cx.app.opening(), Opening::None)
}

/// The margin: how to answer, and what else can be done with the brief.
fn margin(cx: &Cx) -> Node {
    let opened = !matches!(cx.app.opening(), Opening::None);
    let back = match opened {
        _ if cx.app.is_desk() => Text::BackToDesk,
        true => Text::AdjustEstimate,
        false => Text::BackToEstimate,
    };
    let way = |spec, name, action: Action| h("li").child(cx.button(spec, name, action));
    let ways = vec![
        way("button.copy-link", Text::CopyLink, BriefAction::CopyLink.into()),
        way("button", Text::Print, Action::Printed),
        way("button", back, Action::Shown(Screen::Estimator)),
    ];
    let screen = h("div.screen")
        .child(languages(&cx.ui()))
        .child(answers(cx))
        .child(h("ul.quick").children(ways))
        .child(take_away(cx))
        .child(notices::notice(cx));
    h("aside.margin").attr("aria-label", cx.text(Text::BriefTitle)).child(screen).child(coupon(cx)).child(code(cx))
}

/// The answers as buttons that open the reply.
fn answers(cx: &Cx) -> Node {
    let quick = reply::quick(cx, "button");
    if quick.is_empty() {
        return placeholder();
    }
    let quick = quick.into_iter().map(|answer| h("li").child(answer)).collect();
    let differs = h("p.note").flag("hidden", !cx.app.differs()).text(cx.text(Text::DifferFromProposed));
    h("div.answering")
        .child(cx.h("h2", Text::ReplyTitle))
        .child(h_text("p.note", reply::when(cx)))
        .child(differs)
        .child(h("ul.quick").children(quick))
}

/// The brief in other forms.
fn take_away(cx: &Cx) -> Node {
    let forms = [
        (Text::CopyAsText, Form::Text),
        (Text::CopyAsMarkdown, Form::Markdown),
        (Text::SaveCalendar, Form::Calendar),
        (Text::SaveJson, Form::Json),
    ];
    let dated = cx.app.offered().dates.reply_by.is_some();
    let forms = forms.into_iter().filter(|(_, form)| dated || *form != Form::Calendar);
    let rows = forms.map(|(name, form)| h("li").child(cx.button("button.button quiet", name, BriefAction::Take(form))));
    h("details.note").child(cx.h("summary", Text::TakeAway)).child(h("ul").children(rows.collect()))
}

/// The answers on paper, with boxes to tick.
fn coupon(cx: &Cx) -> Node {
    let (offered, words) = (cx.app.offered(), cx.words());
    let Some(date) = offered.dates.reply_by.filter(|_| opened(cx)) else {
        return placeholder();
    };
    let date = format_weekday(date, words.language());
    let note = words.fill(Text::CouponNote, &[("date", &date), ("email", &offered.from.email)]);
    let blanks = [Text::AnswerYes, Text::AnswerChanges, Text::AnswerTalk, Text::AnswerNotNow, Text::AnswerNo];
    let rows = blanks.map(|name| h("li").text(words.text(name)).child(h("span.blank")));
    h("div.coupon").child(cx.h("h2", Text::Coupon)).child(h_text("p.note", note)).child(h("ul").children(rows.into()))
}

/// The bar with the answers, shown where the margin is not in view.
fn bar(cx: &Cx) -> Node {
    let quick = reply::quick(cx, "button.button");
    if quick.is_empty() {
        return placeholder();
    }
    let words = cx.words();
    let figures = brief::result_text(cx.app.proposal(), cx.app.estimate(), words);
    let by = cx
        .app
        .offered()
        .dates
        .reply_by
        .map(|date| words.fill(Text::ReplyByShort, &[("date", &format_date(date, words.language()))]));
    let sum = h("span.sum").child(h_text("b", by.unwrap_or_else(|| words.text(Text::ReplyTitle))));
    let sum = sum.child(h_text("span.under", [&figures.cost, " ", &figures.tax.excl].concat()));
    h("div.bar").child(sum).child(h("span.choices").children(quick))
}

/// The link as a QR code, for telephones and paper: two pixels for each module, with a quiet zone of four modules.
fn code(cx: &Cx) -> Node {
    let Some(qr) = link::qr(&cx.app.link()) else { return cx.h("p.note", Text::CodeTooLong) };
    h("figure.code").child(picture(cx, &qr)).child(cx.h("figcaption.small", Text::CodeCaption))
}

/// The picture of a QR code.
pub fn picture(cx: &Cx, qr: &link::Qr) -> Node {
    let side = qr.size + 8;
    let square = side.to_string();
    h("svg.qr")
        .attr("viewBox", ["-4 -4 ", &square, " ", &square].concat())
        .attr("width", (2 * side).to_string())
        .attr("role", "img")
        .attr("aria-label", cx.text(Text::CodeLabel))
        .child(h("path").attr("d", qr.path.clone()))
}

//! The panel that stays in view: cost, verdict, dots, range, break-even, holders, what to do next.

use super::desk::{Desk, rich};
use super::dotplot::{dotplot, tenth};
use super::drivers::holder;
use super::markup::{Tag, say, several, tag};
use super::notices;
use crate::app::{Action, Screen};
use crate::brief::{Figures, HolderShare};
use crate::proposal::Holder;
use crate::words::{Text, Words};
use yew::Html;

/// The panel.
pub fn panel(desk: &Desk, figures: &Figures) -> Html {
    let stale = desk.app.is_stale();
    let head = tag("div.head")
        .put(desk.say("h2", Text::CostTitle))
        .put(tag("p.cost").put(say("span.total", figures.cost.clone())).text([" ", &figures.excl_vat].concat()).html())
        .put(say("p.small", figures.incl_vat.clone()))
        .put(recovers(desk))
        .put(tag("p.small stale-note").mark("hidden", !stale).text(desk.text(Text::Stale)).html());
    let actions = tag("p.actions")
        .put(desk.button("button.button primary", Text::CreateBrief, Action::Shown(Screen::Brief)).html())
        .put(desk.button("button.button quiet copy-link", Text::CopyLink, Action::LinkWanted).html());
    let panel = tag("aside")
        .class(&["result", "verdicts", if stale { "stale" } else { "" }])
        .set("aria-label", desk.text(Text::ResultTitle))
        .put(head.html())
        .put(plot(desk, figures))
        .put(facts(desk.words(), figures))
        .put(holders(desk, figures))
        .put(actions.html())
        .put(notices::notice(desk));
    beside(panel)
}

/// What a panel stays inside of while the page scrolls: without it, it would go on over what spans the whole width.
pub fn beside(panel: Tag) -> Html {
    tag("div.beside").put(panel.html()).html()
}

/// Whether the client recovers the tax.
fn recovers(desk: &Desk) -> Html {
    let recovers = desk.app.proposal().recovers_vat;
    let tick = desk.tick(recovers, false, Action::RecoversVat).html();
    several(vec![
        tag("label.check small").put(tick).text(desk.text(Text::RecoversVat)).html(),
        tag("p.small").mark("hidden", recovers).text(desk.text(Text::CountsVat)).html(),
    ])
}

/// The verdict, the dots and the range.
fn plot(desk: &Desk, figures: &Figures) -> Html {
    let money = tag("div")
        .mark("hidden", figures.futures.is_empty())
        .put(say("p.small", figures.caption.clone()))
        .put(dots(desk, figures))
        .put(range(desk.words(), figures));
    let verdict = tag("p.verdict").put(tag("span").put(rich(&figures.verdict)).html());
    tag("div.plot").put(verdict.html()).put(money.html()).html()
}

/// The dots with their key.
pub fn dots(desk: &Desk, figures: &Figures) -> Html {
    let key = |mark: Html, name| {
        let picture = tag("svg").set("viewBox", "0 0 12 12").set("aria-hidden", "true").put(mark);
        tag("span").put(picture.html()).text(desk.text(name)).html()
    };
    let circle = tag("circle.win").set("cx", "6").set("cy", "6").set("r", "5").html();
    let diamond = tag("path.lose").set("d", "M6 1l5 5-5 5-5-5z").html();
    tag("figure")
        .put(dotplot(&figures.futures, figures.net, &desk.text(Text::CostRepaid)))
        .put(tag("figcaption.dotkey").put(key(circle, Text::RepaysKey)).put(key(diamond, Text::LosesKey)).html())
        .html()
}

/// The value and the net, from low to high.
pub fn range(words: &Words, figures: &Figures) -> Html {
    let head = |name, help, quantile| {
        let short = tag("abbr").set("title", words.text(help)).text(quantile);
        tag("th").set("scope", "col").text([&words.text(name), " "].concat()).put(short.html()).html()
    };
    let heads = tag("tr")
        .put(tag("td").html())
        .put(head(Text::Low, Text::LowHelp, "P10"))
        .put(head(Text::Median, Text::MedianHelp, "P50"))
        .put(head(Text::High, Text::HighHelp, "P90"));
    let rows = figures.range.iter().map(|row| {
        tag("tr")
            .put(tag("th").set("scope", "row").text(row.name.clone()).html())
            .all([&row.low, &row.median, &row.high].map(|amount| say("td", amount.clone())).to_vec())
            .html()
    });
    let body = tag("tbody").all(rows.collect());
    tag("table.range").put(tag("thead").put(heads.html()).html()).put(body.html()).html()
}

/// What it takes to break even, and when.
pub fn facts(words: &Words, figures: &Figures) -> Html {
    let fact = |name, value: &Option<String>| {
        let value = value.as_deref();
        tag("div")
            .mark("hidden", value.is_none())
            .put(say("dt", words.text(name)))
            .put(tag("dd").put(rich(value.unwrap_or_default())).html())
            .html()
    };
    tag("dl.facts")
        .mark("hidden", figures.break_even.is_none() && figures.payback.is_none())
        .put(fact(Text::ToBreakEven, &figures.break_even))
        .put(fact(Text::PaidBackAround, &figures.payback))
        .html()
}

fn holders(desk: &Desk, figures: &Figures) -> Html {
    let shown: Vec<&HolderShare> = figures.holders.iter().filter(|share| share.share >= 0.005).collect();
    let third = shown.iter().any(|share| share.holder == Holder::ThirdParty);
    let rows = shown.iter().map(|share| {
        let name = holder(share.holder, &share.name);
        tag("li").key(share.name.clone()).put(name).put(say("b", share.percent.clone())).html()
    });
    tag("div.holds")
        .mark("hidden", figures.holders.is_empty())
        .put(desk.say("h3", Text::HoldersTitle))
        .put(stack(&shown))
        .put(tag("ul.stackkey").all(rows.collect()).html())
        .put(tag("p.small").mark("hidden", !third).text(desk.text(Text::ThirdPartyNote)).html())
        .html()
}

/// The bar of the holders' shares; its pattern tells third parties without colour.
fn stack(shares: &[&HolderShare]) -> Html {
    let mut from = 0.0;
    let bars = shares.iter().map(|share| {
        let (x, width) = (300.0 * from, (300.0 * share.share - 2.0).max(1.0));
        from += share.share;
        let spec = match share.holder {
            Holder::Agency => "rect.agency",
            Holder::Client => "rect.you",
            Holder::ThirdParty => "rect.third",
            Holder::Market => "rect.market",
        };
        let bar = tag(spec).set("x", tenth(x + 0.5)).set("y", "0.5");
        bar.set("width", tenth(width)).set("height", "15").html()
    });
    let pattern = tag("pattern")
        .set("id", "hatch")
        .set("width", "4")
        .set("height", "4")
        .set("patternUnits", "userSpaceOnUse")
        .set("patternTransform", "rotate(45)")
        .put(tag("path").set("d", "M0 0V4").html());
    tag("svg.stack")
        .set("viewBox", "0 0 300 16")
        .set("preserveAspectRatio", "none")
        .set("aria-hidden", "true")
        .put(tag("defs").put(pattern.html()).html())
        .put(tag("g").all(bars.collect()).html())
        .html()
}

//! The panel that stays in view: cost, verdict, dots, range, break-even, holders, what to do next.

use super::desk::{Desk, rich};
use super::dotplot::{dotplot, tenth};
use super::drivers::holder;
use super::markup::{Node, say, several, tag};
use super::memo::{Derived, View};
use super::notices::Copied;
use super::steady::{amount, steady};
use super::ui::Ui;
use crate::app::{Action, BriefAction, Screen};
use crate::brief::{self, Figures, HolderShare, Rooms};
use crate::proposal::Holder;
use crate::words::{Text, Words};

/// The panel.
#[derive(PartialEq)]
pub struct Panel {
    /// The figures, and the longest forms of what they say.
    set: Derived<(Figures, Rooms)>,
    /// Whether some text is not in the figures.
    stale: bool,
    recovers_vat: bool,
    copied: Copied,
}

impl Panel {
    /// The panel of these figures.
    pub fn new(desk: &Desk, figures: Figures) -> Self {
        let app = desk.app;
        Self {
            set: Derived::new(app, (figures, brief::rooms(app.proposal(), app.estimate(), desk.words()))),
            stale: app.is_stale(),
            recovers_vat: app.proposal().recovers_vat,
            copied: Copied::new(desk),
        }
    }
}

impl View for Panel {
    fn draw(&self, ui: &Ui) -> Node {
        let ((figures, rooms), stale) = (&*self.set, &self.stale);
        let head = tag("div.head")
            .put(ui.say("h2", Text::CostTitle))
            .put(
                tag("p.cost").put(tag("span.total").put(amount(&figures.cost))).text([" ", &figures.excl_vat].concat()),
            )
            .put(tag("p.small").put(steady(&figures.incl_vat, &rooms.incl_vat)))
            .put(recovers(ui, self.recovers_vat))
            .put(tag("p.small stale-note").mark("hidden", !stale).text(ui.text(Text::Stale)));
        let actions = tag("p.actions")
            .put(ui.button("button.button primary", Text::CreateBrief, Action::Shown(Screen::Brief)))
            .put(ui.button("button.button quiet copy-link", Text::CopyLink, BriefAction::CopyLink));
        tag("aside")
            .class(&["result", "verdicts", if *stale { "stale" } else { "" }])
            .set("aria-label", ui.text(Text::ResultTitle))
            .put(head)
            .put(plot(ui, figures, rooms))
            .put(facts(ui.words, figures, Some(rooms)))
            .put(holders(ui, figures))
            .put(actions)
            .put(self.copied.draw(ui))
    }
}

/// What a panel stays inside of while the page scrolls: without it, it would go on over what spans the whole width.
pub fn beside(panel: Node) -> Node {
    tag("div.beside").put(panel)
}

/// Whether the client recovers the tax.
fn recovers(ui: &Ui, recovers: bool) -> Node {
    let tick = ui.tick(recovers, false, Action::RecoversVat);
    several(vec![
        tag("label.check small").put(tick).text(ui.text(Text::RecoversVat)),
        tag("p.small").mark("hidden", recovers).text(ui.text(Text::CountsVat)),
    ])
}

/// The verdict, the dots and the range.
fn plot(ui: &Ui, figures: &Figures, rooms: &Rooms) -> Node {
    let money = tag("div")
        .mark("hidden", figures.futures.is_empty())
        .put(say("p.small", figures.caption.clone()))
        .put(dots(ui, figures))
        .put(range(ui.words, figures));
    let verdict = tag("p.verdict").put(steady(&figures.verdict, &rooms.verdict));
    tag("div.plot").put(verdict).put(money)
}

/// The dots with their key.
pub fn dots(ui: &Ui, figures: &Figures) -> Node {
    let key = |mark: Node, name| {
        let picture = tag("svg").set("viewBox", "0 0 12 12").set("aria-hidden", "true").put(mark);
        tag("span").put(picture).text(ui.text(name))
    };
    let circle = tag("circle.win").set("cx", "6").set("cy", "6").set("r", "5");
    let diamond = tag("path.lose").set("d", "M6 1l5 5-5 5-5-5z");
    tag("figure")
        .put(dotplot(&figures.futures, figures.net, &ui.text(Text::CostRepaid)))
        .put(tag("figcaption.dotkey").put(key(circle, Text::RepaysKey)).put(key(diamond, Text::LosesKey)))
}

/// The value and the net, from low to high.
pub fn range(words: &Words, figures: &Figures) -> Node {
    let head = |name, help, quantile| {
        let short = tag("abbr").set("title", words.text(help)).text(quantile);
        tag("th").set("scope", "col").text([&words.text(name), " "].concat()).put(short)
    };
    let heads = tag("tr")
        .put(tag("td"))
        .put(head(Text::Low, Text::LowHelp, "P10"))
        .put(head(Text::Median, Text::MedianHelp, "P50"))
        .put(head(Text::High, Text::HighHelp, "P90"));
    let rows = figures.range.iter().map(|row| {
        tag("tr")
            .put(tag("th").set("scope", "row").text(row.name.clone()))
            .all([&row.low, &row.median, &row.high].map(|text| tag("td").put(amount(text))).into())
    });
    let body = tag("tbody").all(rows.collect());
    tag("table.range").put(tag("thead").put(heads)).put(body)
}

/// What it takes to break even, and when.
pub fn facts(words: &Words, figures: &Figures, rooms: Option<&Rooms>) -> Node {
    let fact = |name, value: &Option<String>, room: Option<&String>| {
        let said = value.as_deref().unwrap_or_default();
        let said = room.map_or_else(|| rich(said), |room| steady(said, room));
        tag("div").mark("hidden", value.is_none()).put(say("dt", words.text(name))).put(tag("dd").put(said))
    };
    tag("dl.facts")
        .mark("hidden", figures.break_even.is_none() && figures.payback.is_none())
        .put(fact(Text::ToBreakEven, &figures.break_even, rooms.map(|it| &it.break_even)))
        .put(fact(Text::PaidBackAround, &figures.payback, rooms.map(|it| &it.payback)))
}

fn holders(ui: &Ui, figures: &Figures) -> Node {
    let shown: Vec<&HolderShare> = figures.holders.iter().filter(|share| share.share > 0.0).collect();
    let third = shown.iter().any(|share| share.holder == Holder::ThirdParty);
    let rows = shown.iter().map(|share| {
        let name = holder(share.holder, &share.name);
        tag("li").key(share.name.clone()).put(name).put(say("b", share.percent.clone()))
    });
    tag("div.holds")
        .mark("hidden", figures.holders.is_empty())
        .put(ui.say("h3", Text::HoldersTitle))
        .put(stack(&shown))
        .put(tag("ul.stackkey").all(rows.collect()))
        .put(tag("p.small").mark("hidden", !third).text(ui.text(Text::ThirdPartyNote)))
}

/// The bar of the holders' shares; its pattern tells third parties without colour.
fn stack(shares: &[&HolderShare]) -> Node {
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
        bar.set("width", tenth(width)).set("height", "15")
    });
    let pattern = tag("pattern")
        .set("id", "hatch")
        .set("width", "4")
        .set("height", "4")
        .set("patternUnits", "userSpaceOnUse")
        .set("patternTransform", "rotate(45)")
        .put(tag("path").set("d", "M0 0V4"));
    tag("svg.stack")
        .set("viewBox", "0 0 300 16")
        .set("preserveAspectRatio", "none")
        .set("aria-hidden", "true")
        .put(tag("defs").put(pattern))
        .put(tag("g").all(bars.collect()))
}

//! The panel with the result, which stays in view: cost, verdict, dots, range, break-even, holders, what to do next.

use crate::app::{Action, BriefAction, Screen};
use crate::brief::{self, HolderShare, ResultText, Rooms};
use crate::proposal::Holder;
use crate::view::components::dots::{dotplot, tenth};
use crate::view::components::figure::{amount, figure, steady};
use crate::view::components::notices::Copied;
use crate::view::components::ui::Ui;
use crate::view::cx::{Cx, rich};
use crate::view::estimator::factors::holder;
use crate::view::markup::{Node, fragment, h, h_text, placeholder};
use crate::view::memo::{Derived, View};
use crate::words::{Text, Words};

/// The panel.
#[derive(PartialEq)]
pub struct Panel {
    /// The figures in words, and the longest forms of their sentences.
    set: Derived<(ResultText, Rooms)>,
    /// Whether some typed text was refused.
    stale: bool,
    recovers_vat: bool,
    copied: Copied,
}

impl Panel {
    /// The panel of these figures.
    pub fn new(cx: &Cx, figures: ResultText) -> Self {
        let app = cx.app;
        Self {
            set: Derived::new(app.estimate(), (figures, brief::rooms(app.proposal(), app.estimate(), cx.words()))),
            stale: app.has_refused_text(),
            recovers_vat: app.proposal().recovers_vat,
            copied: Copied::new(cx),
        }
    }
}

impl View for Panel {
    fn draw(&self, ui: &Ui) -> Node {
        let ((figures, rooms), stale) = (&*self.set, &self.stale);
        let head = h("div.head")
            .child(ui.h("h2", Text::CostTitle))
            .child(
                h("p.cost").child(h("span.total").child(amount(&figures.cost))).text([" ", &figures.tax.excl].concat()),
            )
            .child(taxes(ui, figures, rooms, self.recovers_vat))
            .children(made_up(figures, rooms))
            .child(h("p.small stale-note").flag("hidden", !stale).text(ui.text(Text::Stale)));
        let actions = h("p.actions")
            .child(ui.button("button.button primary", Text::CreateBrief, Action::Shown(Screen::Brief)))
            .child(ui.button("button.button quiet copy-link", Text::CopyLink, BriefAction::CopyLink));
        h("aside")
            .class(&["result", "verdicts", if *stale { "stale" } else { "" }])
            .attr("aria-label", ui.text(Text::ResultTitle))
            .child(head)
            .child(plot(ui, figures, rooms))
            .child(facts(ui.words, figures, Some(rooms)))
            .child(holders(ui, figures))
            .child(actions)
            .child(self.copied.draw(ui))
    }
}

/// The container in which a panel stays in view while the page scrolls. Without it, the panel would go on over sections
/// that span the whole width.
pub fn beside(panel: Node) -> Node {
    h("div.beside").child(panel)
}

/// The cost with tax, and the checkbox for whether the client recovers it; nothing without any tax.
fn taxes(ui: &Ui, figures: &ResultText, rooms: &Rooms, recovers: bool) -> Node {
    if figures.tax.is_empty() {
        return placeholder();
    }
    let tick = ui.tick(recovers, false, Action::RecoversVat);
    let counts = figures.tax.fill(Text::CountsVat, ui.words);
    fragment(vec![
        h("p.small").child(steady(&figures.incl_tax, &rooms.incl_tax)),
        h("label.check small").child(tick).text(figures.tax.fill(Text::RecoversVat, ui.words)),
        h("p.small").flag("hidden", recovers).text(counts),
    ])
}

/// How the cost is made up, a sentence each, and the most that it can be.
fn made_up(figures: &ResultText, rooms: &Rooms) -> Vec<Node> {
    let sentences = figures.made_up.iter().chain(Some(&figures.at_most).filter(|text| !text.is_empty()));
    let rooms = rooms.made_up.iter().chain(Some(&rooms.at_most));
    sentences.zip(rooms).map(|(text, room)| h("p.small made-up").child(steady(text, room))).collect()
}

/// The verdict, the dots and the range.
fn plot(ui: &Ui, figures: &ResultText, rooms: &Rooms) -> Node {
    let money = h("div")
        .flag("hidden", figures.futures.is_empty())
        .child(h_text("p.small", figures.caption.clone()))
        .child(dots(ui, figures))
        .child(range(ui.words, figures));
    let verdict = h("p.verdict").child(steady(&figures.verdict, &rooms.verdict));
    h("div.plot").child(verdict).child(money)
}

/// The dots with their legend.
pub fn dots(ui: &Ui, figures: &ResultText) -> Node {
    let key = |mark: Node, name| {
        let picture = h("svg").attr("viewBox", "0 0 12 12").attr("aria-hidden", "true").child(mark);
        h("span").child(picture).text(ui.text(name))
    };
    let circle = h("circle.win").attr("cx", "6").attr("cy", "6").attr("r", "5");
    let diamond = h("path.lose").attr("d", "M6 1l5 5-5 5-5-5z");
    h("figure")
        .child(dotplot(&figures.futures, figures.net, &ui.text(Text::CostRepaid)))
        .child(h("figcaption.dotkey").child(key(circle, Text::RepaysKey)).child(key(diamond, Text::LosesKey)))
}

/// The table of the value and the net: P10, P50 and P90.
pub fn range(words: &Words, figures: &ResultText) -> Node {
    let head = |name, help, quantile| {
        let short = h("abbr").attr("title", words.text(help)).text(quantile);
        h("th").attr("scope", "col").text([&words.text(name), " "].concat()).child(short)
    };
    let heads = h("tr")
        .child(h("td"))
        .child(head(Text::Low, Text::LowHelp, "P10"))
        .child(head(Text::Median, Text::MedianHelp, "P50"))
        .child(head(Text::High, Text::HighHelp, "P90"));
    let rows = figures.range.iter().map(|row| {
        h("tr")
            .child(h("th").attr("scope", "row").text(row.name.clone()))
            .children([&row.low, &row.median, &row.high].map(|text| h("td").child(amount(text))).into())
    });
    let body = h("tbody").children(rows.collect());
    h("table.range").child(h("thead").child(heads)).child(body)
}

/// What it takes to break even, and when the cost is paid back; `rooms` are the longest forms of these sentences.
pub fn facts(words: &Words, figures: &ResultText, rooms: Option<&Rooms>) -> Node {
    let fact = |name, value: &Option<String>, room: Option<&String>| {
        let said = value.as_deref().unwrap_or_default();
        let said = room.map_or_else(|| rich(said), |room| steady(said, room));
        h("div").flag("hidden", value.is_none()).child(h_text("dt", words.text(name))).child(h("dd").child(said))
    };
    h("dl.facts")
        .flag("hidden", figures.break_even.is_none() && figures.payback.is_none())
        .child(fact(Text::ToBreakEven, &figures.break_even, rooms.map(|it| &it.break_even)))
        .child(fact(Text::PaidBackAround, &figures.payback, rooms.map(|it| &it.payback)))
}

fn holders(ui: &Ui, figures: &ResultText) -> Node {
    let shown: Vec<&HolderShare> = figures.holders.iter().filter(|share| share.share > 0.0).collect();
    let third = shown.iter().any(|share| share.holder == Holder::ThirdParty);
    let rows = shown.iter().map(|share| {
        let name = holder(share.holder, &share.name);
        h("li").key(share.name.clone()).child(name).child(figure("b", share.percent.clone()))
    });
    h("div.holds")
        .flag("hidden", figures.holders.is_empty())
        .child(ui.h("h3", Text::HoldersTitle))
        .child(stack(&shown))
        .child(h("ul.stackkey").children(rows.collect()))
        .child(h("p.small").flag("hidden", !third).text(ui.text(Text::ThirdPartyNote)))
}

/// The bar of the holders' shares. Third parties have a pattern, to be recognised without colour.
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
        let bar = h(spec).attr("x", tenth(x + 0.5)).attr("y", "0.5");
        bar.attr("width", tenth(width)).attr("height", "15")
    });
    let pattern = h("pattern")
        .attr("id", "hatch")
        .attr("width", "4")
        .attr("height", "4")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)")
        .child(h("path").attr("d", "M0 0V4"));
    h("svg.stack")
        .attr("viewBox", "0 0 300 16")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child(h("defs").child(pattern))
        .child(h("g").children(bars.collect()))
}

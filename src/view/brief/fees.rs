//! The scope, the fees and the payment schedule of a brief.

use crate::brief::{DueRow, LeftOut, Phrase, ScopeGroup, ScopeText, SumRow, WorkRow, WorkSide};
use crate::view::components::figure::figure;
use crate::view::components::table::{cell, figure_cell, head, header, row, table};
use crate::view::estimator::scope::share;
use crate::view::markup::{Node, fragment, h, h_text, text};
use crate::words::{Text, Words};

/// The lines by section, their sums, the share of advice, what is paid on behalf, and what is left out.
pub fn scope(words: &Words, own: &ScopeText) -> Node {
    let advised = own.advice.is_some();
    let mut rows: Vec<Node> = own.groups.iter().flat_map(|group| group_rows(words, group, advised)).collect();
    let production = [&own.production, own.advice.as_ref().unwrap_or(&own.production)];
    rows.push(sum_row("tr.total", words, words.text(Text::Production), production, advised));
    if !own.on_behalf.is_empty() {
        rows.push(title_row(words.text(Text::OnBehalfTitle)));
        rows.extend(own.on_behalf.iter().map(|row| work_row(row, advised)));
    }
    let mut heads = vec![head("th", words.text(Text::Made)), head("th.num", own.price.clone())];
    if advised {
        heads.push(head("th.thought", words.text(Text::Thought)));
        heads.push(head("th.num", own.price.clone()));
    }
    let spec = if advised { "table.ledger work restack" } else { "table.ledger work plain restack" };
    let mut parts = vec![table(spec, "thead", heads, rows)];
    if advised {
        parts.push(share(words, own.share));
    }
    if !own.left_out.is_empty() {
        parts.push(left_out(words, &own.left_out));
    }
    fragment(parts)
}

fn group_rows(words: &Words, group: &ScopeGroup, advised: bool) -> Vec<Node> {
    let mut rows = Vec::new();
    if !group.title.is_empty() {
        rows.push(title_row(group.title.clone()));
    }
    rows.extend(group.rows.iter().map(|row| work_row(row, advised)));
    if let Some([made, thought]) = &group.subtotal {
        rows.push(sum_row("tr.subtotal", words, words.text(Text::Subtotal), [made, thought], advised));
    }
    rows
}

fn title_row(title: String) -> Node {
    row("tr.part-title", header("th").attr("colspan", "4").text(title), Vec::new())
}

fn sum_row(spec: &'static str, words: &Words, name: String, [made, thought]: [&String; 2], advised: bool) -> Node {
    let mut cells = vec![figure_cell().text(made.clone())];
    if advised {
        cells.push(cell("td.thought").child(h_text("i", words.text(Text::Advice))));
        cells.push(figure_cell().text(thought.clone()));
    }
    row(spec, header("th").text(name), cells)
}

fn work_row(set: &WorkRow, advised: bool) -> Node {
    let detail = |side: &WorkSide, terms: &[Phrase]| {
        let parts = side.detail.iter().map(|part| [&part.amount, " ", &part.of].concat());
        let detail = parts.collect::<Vec<_>>().join(" · ");
        let said = std::iter::once(&detail).chain(terms.iter().map(|term| &term.text)).chain([&side.note.text]);
        let said = said.filter(|text| !text.is_empty()).map(|text| h_text("small", text.clone()));
        fragment(said.collect())
    };
    let made = header("th").text([&set.made.label, " "].concat()).child(detail(&set.made, &set.terms));
    let mut cells = vec![figure_cell().text(set.made.price.clone())];
    if advised {
        let mut thought = cell("td.thought");
        if let Some(side) = &set.thought {
            thought = thought.child(h_text("i", side.label.clone())).text(" ").child(detail(side, &set.thought_terms));
        }
        cells.push(thought);
        cells.push(set.thought.as_ref().map_or_else(figure_cell, |side| figure_cell().text(side.price.clone())));
    }
    row("tr", made, cells)
}

/// Options left out and alternatives not chosen, in one paragraph.
fn left_out(words: &Words, rows: &[LeftOut]) -> Node {
    let title = [words.text(Text::LeftOutTitle), words.text(Text::Colon)].concat();
    let rows = rows.iter().enumerate().flat_map(|(place, own)| {
        let between = if place > 0 { " · " } else { "" };
        let note = if own.note.is_empty() { String::new() } else { [", ", &own.note].concat() };
        let lines = if own.lines.is_empty() { String::new() } else { [" (", &own.lines, ")"].concat() };
        [text([between, &own.label, &lines, " "].concat()), figure("span", own.price.clone()), text(note)]
    });
    h("p.note left-out").child(h_text("b", title)).children(rows.collect())
}

/// The fees down to the total.
pub fn sums(sums: &[SumRow]) -> Node {
    let rows = sums.iter().map(|own| {
        let name = h("th").attr("scope", "row").text([&own.name, " "].concat());
        let name = if own.detail.is_empty() { name } else { name.child(h_text("small", own.detail.clone())) };
        let amount = figure("td.num", own.amount.clone());
        h(if own.is_total { "tr.total" } else { "tr" }).child(name).child(amount)
    });
    h("table.ledger keep").child(h("tbody").children(rows.collect()))
}

/// When it is paid.
pub fn schedule(rows: &[DueRow]) -> Node {
    let rows = rows.iter().map(|own| {
        let name = h("th").attr("scope", "row").text([&own.label, " "].concat());
        h("tr").child(name.child(h_text("small", own.when.clone()))).child(figure("td.num", own.amount.clone()))
    });
    h("table.ledger due keep").child(h("tbody").children(rows.collect()))
}

//! A brief as plain text, for a letter, and as Markdown.

use super::page::Page;
use crate::brief::{Assumption, Block, Brief, ComparedWay, Comparison, Fact, ResultText, Section, WorkRow, WorkSide};
use crate::words::{Text, Words};

/// A brief as plain text: underlined titles, lists with dashes, and nothing that needs a fixed-width font.
pub fn text(brief: &Brief, words: &Words) -> String {
    write(brief, words, false)
}

/// A brief as Markdown with GitHub's tables. Markup characters in people's texts are escaped.
pub fn markdown(brief: &Brief, words: &Words) -> String {
    write(brief, words, true)
}

fn write(brief: &Brief, words: &Words, markdown: bool) -> String {
    let colon = words.text(Text::Colon);
    let mut page = Page::new(markdown, &colon);
    let names = [page.strong(&brief.from), page.set(&brief.number)];
    page.block(&joined(&names, " · "));
    page.title(1, &brief.title);
    page.prose(&brief.message);
    let facts: Vec<String> = brief.facts.iter().map(|own| fact(&page, own)).collect();
    page.list(&facts);
    if let Some((_, sentence)) = &brief.effort {
        page.block(&page.rich(sentence));
    }
    for Section { title, blocks } in brief.rows.iter().flatten() {
        page.title(2, title);
        blocks.iter().for_each(|own| block(&mut page, own, words));
    }
    page.block(&page.set(&brief.mentions));
    page.finish()
}

fn fact(page: &Page, fact: &Fact) -> String {
    let line = [page.strong(&fact.strong), page.set(&fact.rest)].concat();
    page.named(&fact.name, &joined(&[line, page.set(&fact.below)], " · "))
}

fn block(page: &mut Page, block: &Block, words: &Words) {
    match block {
        Block::Paragraph(text) => page.prose(text),
        Block::Objectives(items) | Block::Statements(items) => {
            let items: Vec<String> = items.iter().map(|item| page.set(item)).collect();
            page.list(&items);
        }
        Block::Scope { rows, production, advice, share } => {
            let mut cells: Vec<Vec<String>> = rows.iter().map(|row| work(page, row)).collect();
            let sums = [words.text(Text::Production), production.clone(), words.text(Text::Advice), advice.clone()];
            cells.push(sums.map(|cell| page.strong(&cell)).to_vec());
            let heads = [Text::Made, Text::PriceExclVat, Text::Thought, Text::PriceExclVat];
            page.table(&heads.map(|head| page.set(&words.text(head))), &cells);
            if let Some(share) = share {
                let (made, thought) = (words.percent(1.0 - share), words.percent(*share));
                page.block(&page.set(&words.fill(Text::ShareLabel, &[("made", &made), ("thought", &thought)])));
            }
        }
        Block::Sums(sums) => {
            let rows = sums.iter().enumerate().map(|(i, (name, amount))| {
                let total = i + 1 == sums.len();
                [name, amount].map(|cell| if total { page.strong(cell) } else { page.set(cell) }).to_vec()
            });
            let rows: Vec<Vec<String>> = rows.collect();
            page.table(&[], &rows);
        }
        Block::MayBring(figures) => may_bring(page, figures, words),
        Block::Outcomes(outcomes) => {
            page.title(3, &words.text(Text::OutcomesTitle));
            let rows =
                outcomes.iter().map(|own| [&own.label, &own.range, &own.cost].map(|cell| page.set(cell)).to_vec());
            let rows: Vec<Vec<String>> = rows.collect();
            page.table(&[], &rows);
        }
        Block::Basis(rows) => {
            let rows: Vec<Vec<String>> = rows.iter().map(|own| assumption(page, own)).collect();
            let figures = [Text::Factor, Text::AtLeast, Text::Likely, Text::AtMost];
            let heads = figures.into_iter().chain([Text::HolderColumn, Text::SourceColumn]);
            page.table(&heads.map(|head| page.set(&words.text(head))).collect::<Vec<_>>(), &rows);
        }
        Block::Question(question) => {
            let asks = page.strong(&question.asks);
            let asked = page.named(&words.text(Text::QuestionTitle), &asks);
            page.block(&joined(&[asked, page.set(&question.note)], " "));
        }
        Block::Comparison(comparison) => ways(page, comparison),
    }
}

/// The cells of a line of the scope: production and its price, advice and its price.
fn work(page: &Page, row: &WorkRow) -> Vec<String> {
    let side = |side: &WorkSide| {
        let detail: Vec<String> = side.detail.iter().map(|part| [&part.amount, " ", &part.of].concat()).collect();
        let detail = if detail.is_empty() { String::new() } else { [" (", &detail.join(" · "), ")"].concat() };
        [page.set(&[&side.label, &*detail].concat()), page.set(&side.price)]
    };
    let thought = row.thought.as_ref().map(side).unwrap_or_default();
    [side(&row.made), thought].concat()
}

/// Writes the verdict, the range, the break-even and payback, and one sign for each of the twenty futures.
fn may_bring(page: &mut Page, figures: &ResultText, words: &Words) {
    page.block(&page.rich(&figures.verdict));
    if figures.futures.is_empty() {
        return;
    }
    let level = |name, quantile| page.set(&[&words.text(name), " (", quantile, ")"].concat());
    let heads = [String::new(), level(Text::Low, "P10"), level(Text::Median, "P50"), level(Text::High, "P90")];
    let rows = figures.range.iter().map(|row| [&row.name, &row.low, &row.median, &row.high].map(|cell| page.set(cell)));
    let rows: Vec<Vec<String>> = rows.map(|row| row.to_vec()).collect();
    page.table(&heads, &rows);
    let known = [(Text::ToBreakEven, &figures.break_even), (Text::PaidBackAround, &figures.payback)];
    let known =
        known.iter().filter_map(|(name, said)| Some(page.named(&words.text(*name), &page.rich(said.as_ref()?))));
    let known: Vec<String> = known.collect();
    page.list(&known);
    let dots: String = figures.futures.iter().map(|net| if *net < 0.0 { '◇' } else { '●' }).collect();
    let (loses, repays) = (words.text(Text::LosesKey), words.text(Text::RepaysKey));
    page.block(&page.set(&[&figures.caption, " ◇ ", &*loses, ", ● ", &repays].concat()));
    page.block(&dots);
}

fn assumption(page: &Page, own: &Assumption) -> Vec<String> {
    let unit = if own.unit.is_empty() { String::new() } else { [" (", &own.unit, ")"].concat() };
    let [low, likely, high] = &own.three;
    [&[&own.label, &*unit].concat(), low, likely, high, &own.held_by, &own.source].map(|cell| page.set(cell)).to_vec()
}

/// Writes the ways side by side, and the verdict; without benefits in money, only the rows of cost and worth knowing.
fn ways(page: &mut Page, comparison: &Comparison) {
    let money = comparison.ways.iter().any(|way| way.value.is_some());
    let rows = comparison.rows.iter().enumerate().filter(|(i, _)| money || matches!(i, 0 | 5));
    let rows = rows.map(|(i, name)| {
        let mut row = vec![page.set(name)];
        row.extend(comparison.ways.iter().map(|way| figure(page, way, i)));
        row
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let mut heads = vec![String::new()];
    heads.extend(comparison.ways.iter().map(|way| page.set(&way.name)));
    page.table(&heads, &rows);
    page.block(&page.set(&comparison.verdict));
}

/// The cell of a way in a row of the comparison, by the row's index.
fn figure(page: &Page, way: &ComparedWay, row: usize) -> String {
    let two = |(first, second): &(String, String)| {
        let second = if second.is_empty() { String::new() } else { [" (", second, ")"].concat() };
        page.set(&[first, &*second].concat())
    };
    match row {
        0 => two(&way.cost),
        1 => way.value.as_ref().map(two).unwrap_or_default(),
        2 => page.set(way.repays.as_ref().map_or("", |(_, said)| said)),
        3 => page.set(way.net.as_deref().unwrap_or_default()),
        4 => page.rich(way.payback.as_deref().unwrap_or_default()),
        _ => page.set(&way.know),
    }
}

/// The parts that are not empty, with a separator.
fn joined(parts: &[String], between: &str) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(between)
}

#[cfg(test)]
mod tests;

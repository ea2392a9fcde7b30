//! A brief as plain text, for a letter, and as Markdown.

use super::page::Page;
use crate::brief::{
    Assumption, Block, Brief, ComparedWay, Comparison, Fact, Phrase, ResultText, ScopeText, Section, WorkRow, WorkSide,
};
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
    brief.mentions.iter().for_each(|own| page.block(&page.set(own)));
    if let Some((title, blanks)) = &brief.accord {
        page.title(2, title);
        let blanks: Vec<String> = blanks.iter().map(|blank| page.named(blank, "________")).collect();
        page.list(&blanks);
    }
    page.finish()
}

fn fact(page: &Page, fact: &Fact) -> String {
    let line = [page.strong(&fact.strong), page.set(&fact.rest)].concat();
    let below = fact.below.iter().map(|line| page.set(line));
    page.named(&fact.name, &joined(&std::iter::once(line).chain(below).collect::<Vec<_>>(), " · "))
}

fn block(page: &mut Page, block: &Block, words: &Words) {
    match block {
        Block::Paragraph(text) => page.prose(text),
        Block::Objectives(items) | Block::Statements(items) => {
            let items: Vec<String> = items.iter().map(|item| page.set(item)).collect();
            page.list(&items);
        }
        Block::Scope(own) => scope(page, own, words),
        Block::Sums(sums) => {
            let rows = sums.iter().map(|row| {
                let name = noted(&row.name, &row.detail);
                [&name, &row.amount].map(|cell| if row.is_total { page.strong(cell) } else { page.set(cell) }).to_vec()
            });
            let rows: Vec<Vec<String>> = rows.collect();
            page.table(&[], &rows);
        }
        Block::Schedule(rows) => {
            let rows = rows.iter().map(|row| [&row.label, &row.when, &row.amount].map(|cell| page.set(cell)).to_vec());
            let rows: Vec<Vec<String>> = rows.collect();
            page.table(&[], &rows);
        }
        Block::Notes(notes) => notes.iter().for_each(|note| page.block(&page.set(note))),
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

/// Writes the lines by section with their sums, then what is paid on behalf, and what is left out.
fn scope(page: &mut Page, own: &ScopeText, words: &Words) {
    let (made, thought) = (words.text(Text::Made), words.text(Text::Thought));
    let heads = [&made, &own.price, &thought, &own.price];
    let columns = if own.advice.is_some() { 4 } else { 2 };
    let heads: Vec<String> = heads[..columns].iter().map(|head| page.set(head)).collect();
    let sums = |page: &Page, name: String, [made, thought]: [&String; 2]| {
        let sums = [&name, made, &words.text(Text::Advice), thought];
        sums[..columns].iter().map(|cell| page.strong(cell)).collect::<Vec<_>>()
    };
    let none = String::new();
    for group in &own.groups {
        page.title(3, &group.title);
        let mut cells: Vec<Vec<String>> = group.rows.iter().map(|row| work(page, row, columns)).collect();
        let subtotal = group.subtotal.as_ref();
        cells.extend(subtotal.map(|[made, thought]| sums(page, words.text(Text::Subtotal), [made, thought])));
        if group.subtotal.is_none() {
            let advice = own.advice.as_ref().unwrap_or(&none);
            cells.push(sums(page, words.text(Text::Production), [&own.production, advice]));
        }
        page.table(&heads, &cells);
    }
    if own.groups.iter().any(|group| group.subtotal.is_some()) {
        let advice = own.advice.as_ref().unwrap_or(&none);
        page.table(&[], &[sums(page, words.text(Text::Production), [&own.production, advice])]);
    }
    if let Some(share) = own.share.filter(|_| own.advice.is_some()) {
        let (made, thought) = (words.percent(1.0 - share), words.percent(share));
        page.block(&page.set(&words.fill(Text::ShareLabel, &[("made", &made), ("thought", &thought)])));
    }
    if !own.on_behalf.is_empty() {
        page.title(3, &words.text(Text::OnBehalfTitle));
        let rows: Vec<Vec<String>> = own.on_behalf.iter().map(|row| work(page, row, columns)).collect();
        page.table(&heads, &rows);
    }
    if !own.left_out.is_empty() {
        page.title(3, &words.text(Text::LeftOutTitle));
        let rows = own
            .left_out
            .iter()
            .map(|row| [page.set(&noted(&row.label, &row.lines)), page.set(&noted(&row.price, &row.note))].to_vec());
        let rows: Vec<Vec<String>> = rows.collect();
        page.table(&[], &rows);
    }
}

/// The cells of a line of the scope: production and its price, advice and its price.
fn work(page: &Page, row: &WorkRow, columns: usize) -> Vec<String> {
    let side = |side: &WorkSide, terms: &[Phrase]| {
        let detail = side.detail.iter().map(|part| [&part.amount, " ", &part.of].concat());
        let detail: Vec<String> = detail.chain(terms.iter().map(|term| term.text.clone())).collect();
        [page.set(&noted(&side.label, &detail.join(" · "))), page.set(&noted(&side.price, &side.note.text))]
    };
    let thought = row.thought.as_ref().map(|own| side(own, &row.thought_terms)).unwrap_or_default();
    let cells = [side(&row.made, &row.terms), thought].concat();
    cells.into_iter().take(columns).collect()
}

/// A text with a detail in parentheses, if there is one.
fn noted(text: &str, detail: &str) -> String {
    if detail.is_empty() { text.to_owned() } else { [text, " (", detail, ")"].concat() }
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
    let two = |(first, second): &(String, String)| page.set(&noted(first, second));
    if matches!(row, 1..=4) && !way.unknown.is_empty() {
        return page.set(&way.unknown);
    }
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

//! The engagement brief as a document.

use super::desk::{Desk, rich};
use super::drivers::holder_class;
use super::{languages, notices, reading, result, scope, versus};
use crate::app::{Action, Screen};
use crate::brief::{self, Assumption, Block, Brief, Fact, Section, Side, WorkRow};
use crate::words::{Text, Words};
use yew::prelude::*;

/// The screen.
pub fn brief(desk: &Desk, copy: &Callback<MouseEvent>, print: &Callback<MouseEvent>) -> Html {
    let (app, words) = (desk.app, desk.words());
    let set = brief::brief(app.proposal(), app.estimate(), words);
    html! {
        <div class="sheet brief">
            <article class="doc">
                { head(desk, &set) }
                for (i, row) in set.rows.iter().enumerate() {
                    <div key={i} class={classes!("section", (row.len() > 1).then_some("pair keep"))}>
                        { for row.iter().map(|section| self::section(desk, section)) }
                    </div>
                }
                <footer class="foot small">{ set.mentions.clone() }</footer>
            </article>
            { margin(desk, copy, print) }
        </div>
    }
}

fn head(desk: &Desk, set: &Brief) -> Html {
    html! {
        <header>
            <p class="masthead"><span><b>{ set.from.clone() }</b></span>{ " " }<span>{ set.number.clone() }</span></p>
            <h1 tabindex="-1">{ set.title.clone() }</h1>
            <p class="lede" hidden={set.message.is_empty()}>{ set.message.clone() }</p>
            <p class="note alert" role="note" hidden={desk.app.sent().is_none()}>{ desk.text(Text::SentFigures) }</p>
            <dl class="parties" hidden={set.facts.is_empty()}>
                for fact in &set.facts {
                    <div key={fact.name.clone()}>{ fact_of(fact) }</div>
                }
            </dl>
            { effort(set) }
        </header>
    }
}

/// One name with what stands under it.
pub fn fact_of(fact: &Fact) -> Html {
    html! {
        <>
            <dt>{ fact.name.clone() }</dt>
            <dd><b>{ fact.strong.clone() }</b>{ fact.rest.clone() }<span class="below">{ fact.below.clone() }</span></dd>
        </>
    }
}

/// One tick per hour of preparation, one group per person.
fn effort(set: &Brief) -> Html {
    let Some((hours, sentence)) = &set.effort else { return html! { <div hidden=true></div> } };
    let (mut x, mut path) = (1u32, String::new());
    for person in hours {
        for _ in 0..(*person).min(400) {
            path.push_str(&format!("M{x} 1v14"));
            x += 4;
        }
        x += 6;
    }
    let width = x.saturating_sub(9);
    html! {
        <div class="effort">
            <svg class="ticks" viewBox={format!("0 0 {width} 16")} width={width.to_string()} height="16" aria-hidden="true"><path d={path} /></svg>
            <p>{ rich(sentence) }</p>
        </div>
    }
}

fn section(desk: &Desk, section: &Section) -> Html {
    html! {
        <section>
            <h2>{ section.title.clone() }</h2>
            { for section.blocks.iter().map(|block| block_of(desk, block)) }
        </section>
    }
}

fn block_of(desk: &Desk, block: &Block) -> Html {
    let words = desk.words();
    match block {
        Block::Paragraph(text) => html! { <p class="prose">{ text.clone() }</p> },
        Block::Aims(aims) => list("aims", aims),
        Block::Promises(promises) => list("promises", promises),
        Block::Work { rows, production, advice, share } => {
            html! { <>{ work(words, rows, production, advice) }{ scope::share(desk, *share) }</> }
        }
        Block::Sums(sums) => sums_of(sums),
        Block::MayBring(figures) => may_bring(desk, figures),
        Block::Outcomes(outcomes) => html! {
            <><h3 class="below-title">{ desk.text(Text::OutcomesTitle) }</h3>{ reading::counted(outcomes) }</>
        },
        Block::Basis(rows) => basis(words, rows),
        Block::Question(question) => html! {
            <p class="note">{ desk.text(Text::QuestionTitle) }{ " : " }<i class="voice">{ question.asks.clone() }</i>{ " " }{ question.note.clone() }</p>
        },
        Block::Versus(versus) => versus::table(versus),
    }
}

fn list(class: &'static str, items: &[String]) -> Html {
    html! { <ul {class}>{ for items.iter().map(|text| html! { <li>{ text.clone() }</li> }) }</ul> }
}

fn work(words: &Words, rows: &[WorkRow], production: &str, advice: &str) -> Html {
    let head =
        |text, class: &'static str| html! { <th role="columnheader" scope="col" {class}>{ words.text(text) }</th> };
    html! {
        <table role="table" class="ledger work restack">
            <thead role="rowgroup"><tr role="row">
                { head(Text::Made, "") }{ head(Text::PriceExclVat, "num") }{ head(Text::Thought, "thought") }{ head(Text::PriceExclVat, "num") }
            </tr></thead>
            <tbody role="rowgroup">
                { for rows.iter().map(work_row) }
                <tr role="row" class="total">
                    <th role="rowheader" scope="row">{ words.text(Text::Production) }</th><td role="cell" class="num">{ production.to_owned() }</td>
                    <td role="cell" class="thought"><i>{ words.text(Text::Advice) }</i></td><td role="cell" class="num">{ advice.to_owned() }</td>
                </tr>
            </tbody>
        </table>
    }
}

fn work_row(row: &WorkRow) -> Html {
    let detail = |side: &Side| {
        let parts: Vec<String> = side.detail.iter().map(|part| [&part.amount, " ", &part.of].concat()).collect();
        html! { <small>{ parts.join(" · ") }</small> }
    };
    html! {
        <tr role="row">
            <th role="rowheader" scope="row">{ row.made.label.clone() }{ " " }{ detail(&row.made) }</th>
            <td role="cell" class="num">{ row.made.price.clone() }</td>
            <td role="cell" class="thought">
                if let Some(side) = &row.thought { <i>{ side.label.clone() }</i>{ " " }{ detail(side) } }
            </td>
            <td role="cell" class="num">{ row.thought.as_ref().map(|side| side.price.clone()).unwrap_or_default() }</td>
        </tr>
    }
}

fn sums_of(sums: &[(String, String)]) -> Html {
    let last = sums.len().saturating_sub(1);
    let row = |(i, (name, amount)): (usize, &(String, String))| {
        html! { <tr class={classes!((i == last).then_some("total"))}><th scope="row">{ name.clone() }</th><td class="num">{ amount.clone() }</td></tr> }
    };
    html! { <table class="ledger"><tbody>{ for sums.iter().enumerate().map(row) }</tbody></table> }
}

fn may_bring(desk: &Desk, figures: &brief::Figures) -> Html {
    let words = desk.words();
    let never = figures.futures.iter().filter(|net| **net < 0.0).count();
    html! {
        <div class="outcome">
            <div hidden={figures.futures.is_empty()}>{ result::dots(desk, figures) }</div>
            <div>
                <p class="verdict">{ rich(&figures.verdict) }</p>
                <div hidden={figures.futures.is_empty()}>
                    { result::range(words, figures) }
                    { result::facts(words, figures) }
                    <p class="note">{ figures.caption.clone() }{ " " }{ words.count(Text::NeverNote, never as f64, &[]) }</p>
                </div>
            </div>
        </div>
    }
}

fn basis(words: &Words, rows: &[Assumption]) -> Html {
    let head =
        |text, class: &'static str| html! { <th role="columnheader" scope="col" {class}>{ words.text(text) }</th> };
    html! {
        <table role="table" class="ledger basis restack">
            <thead role="rowgroup"><tr role="row">
                { head(Text::Factor, "") }{ head(Text::AtLeast, "num") }{ head(Text::Likely, "num") }{ head(Text::AtMost, "num") }
                { head(Text::HolderColumn, "") }{ head(Text::SourceColumn, "") }
            </tr></thead>
            <tbody role="rowgroup">{ for rows.iter().map(basis_row) }</tbody>
        </table>
    }
}

fn basis_row(row: &Assumption) -> Html {
    html! {
        <tr role="row">
            <th role="rowheader" scope="row">{ row.label.clone() }{ " " }<small>{ row.unit.clone() }</small></th>
            { for row.three.iter().map(|figure| html! { <td role="cell" class="num">{ figure.clone() }</td> }) }
            <td role="cell"><span class={classes!("holder", holder_class(row.holder))}>{ row.held_by.clone() }</span></td>
            <td role="cell">{ row.source.clone() }</td>
        </tr>
    }
}

/// What can be done with the brief.
fn margin(desk: &Desk, copy: &Callback<MouseEvent>, print: &Callback<MouseEvent>) -> Html {
    let opened = matches!(desk.app.opening(), crate::app::Opening::Proposal(_));
    let back = if opened { Text::AdjustEstimate } else { Text::BackToEstimate };
    let differs = desk.app.proposal() != desk.app.offered() && opened;
    html! {
        <aside class="margin" aria-label={desk.text(Text::BriefTitle)}>
            <div class="screen">
                { languages(desk) }
                <p class="note" hidden={!differs}>{ desk.text(Text::DifferFromProposed) }</p>
                <ul class="quick">
                    <li><button type="button" class="copy-link" onclick={copy.clone()}>{ desk.text(Text::CopyLink) }</button></li>
                    <li><button type="button" onclick={print.clone()}>{ desk.text(Text::Print) }</button></li>
                    <li><button type="button" onclick={desk.on(Action::Shown(Screen::Estimator))}>{ desk.text(back) }</button></li>
                </ul>
                { notices::notice(desk) }
            </div>
        </aside>
    }
}

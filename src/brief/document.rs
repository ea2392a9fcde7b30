//! The brief as a document: sections of blocks, in reading order.

use super::Amounts;
use super::assumptions::{Assumption, assumptions};
use super::comparison::{Comparison, comparison};
use super::insights::{Outcome, Question, outcomes, question};
use super::result::{ResultText, rate_of, result_text};
use super::scope::{WorkRow, share_of_advice, work_row};
use crate::estimate::Estimate;
use crate::proposal::{Effort, Party, Proposal};
use crate::words::{Text, Words, format_date, format_weekday};

/// A brief, with every text formatted.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief {
    /// Organisation of the sender.
    pub from: String,
    /// Its reference and day of issue.
    pub number: String,
    /// Title of the project.
    pub title: String,
    /// Personal message from the sender.
    pub message: String,
    /// The parties, the last day to reply, and the validity of the prices.
    pub facts: Vec<Fact>,
    /// Effort of preparing it: whole hours by person, and the sentence.
    pub effort: Option<(Vec<u32>, String)>,
    /// The sections, in rows of one or of two side by side.
    pub rows: Vec<Vec<Section>>,
    /// The notice that it is an estimate and not a contract.
    pub mentions: String,
}

/// A named fact in the head of the brief.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Name of the fact.
    pub name: String,
    /// The part shown in bold.
    pub strong: String,
    /// The rest of the same line.
    pub rest: String,
    /// The next line.
    pub below: String,
}

/// A titled part of the brief.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(String),
    /// Objectives, one a line.
    Objectives(Vec<String>),
    /// Commitments, or results that nobody can promise, one a line.
    Statements(Vec<String>),
    /// The scope.
    Scope {
        /// The included lines.
        rows: Vec<WorkRow>,
        /// Cost of production, after discount and without tax.
        production: String,
        /// Cost of advice, after discount and without tax.
        advice: String,
        /// Fraction of the cost that is advice, from 0 to 1; `None` if the cost is 0.
        share: Option<f64>,
    },
    /// Names and amounts of the fees; the last one is the total with tax.
    Sums(Vec<(String, String)>),
    /// The result: what the project may bring.
    MayBring(Box<ResultText>),
    /// The benefits that are counted, not priced.
    Outcomes(Vec<Outcome>),
    /// The assumptions.
    Basis(Vec<Assumption>),
    /// The question to settle first.
    Question(Question),
    /// The comparison of the ways to do it.
    Comparison(Box<Comparison>),
}

/// The brief of a proposal with its figures.
pub fn brief(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Brief {
    let rows = [
        understood(proposal, words),
        vec![scope(proposal, estimate, words)],
        fees(proposal, estimate, words),
        vec![may_bring(proposal, estimate, words)],
        basis(proposal, estimate, words),
        promises(proposal, words),
        without_us(proposal, estimate, words),
    ];
    Brief {
        from: words.typeset(&proposal.from.organisation),
        number: number(proposal, words),
        title: words.typeset(&proposal.title),
        message: words.typeset(&proposal.message),
        facts: facts(proposal, words),
        effort: proposal.effort.as_ref().map(|effort| (ticks(effort), effort_sentence(effort, words))),
        rows: rows.into_iter().filter(|row| !row.is_empty()).collect(),
        mentions: words.text(Text::Mentions),
    }
}

fn number(proposal: &Proposal, words: &Words) -> String {
    let reference = match proposal.reference.as_str() {
        "" => words.text(Text::BriefTitle),
        reference => words.fill(Text::BriefNumber, &[("reference", reference)]),
    };
    match proposal.dates.issued {
        Some(date) => [&reference, " · ", &format_date(date, words.language())].concat(),
        None => reference,
    }
}

fn facts(proposal: &Proposal, words: &Words) -> Vec<Fact> {
    let party = |name, party: &Party| {
        let strong = words.typeset(if party.name.is_empty() { &party.organisation } else { &party.name });
        let rest = if party.role.is_empty() || party.name.is_empty() {
            String::new()
        } else {
            [", ", &words.typeset(&party.role)].concat()
        };
        let below = if party.name.is_empty() { String::new() } else { words.typeset(&party.organisation) };
        (!party.is_empty()).then(|| Fact { name: words.text(name), strong, rest, below })
    };
    let weekday = |date| format_weekday(date, words.language());
    let reply = proposal.dates.reply_by.map(|date| Fact {
        name: words.text(Text::ReplyBy),
        strong: weekday(date),
        rest: String::new(),
        below: words.text(Text::AWordIsEnough),
    });
    let valid = proposal.dates.valid_until.map(|date| Fact {
        name: words.text(Text::ValidUntil),
        strong: String::new(),
        rest: words.fill(Text::Until, &[("date", &weekday(date))]),
        below: String::new(),
    });
    [party(Text::To, &proposal.to), party(Text::From, &proposal.from), reply, valid].into_iter().flatten().collect()
}

/// Effort of preparing a proposal: whole hours by person, and the sentence.
pub fn effort(effort: &Effort, words: &Words) -> (Vec<u32>, String) {
    (ticks(effort), effort_sentence(effort, words))
}

/// Whole hours of each person; shared evenly among at most 40 people where they are not listed.
fn ticks(effort: &Effort) -> Vec<u32> {
    if !effort.by_person.is_empty() {
        return effort.by_person.iter().map(|person| person.hours.round() as u32).collect();
    }
    let (people, hours) = (effort.people.clamp(1, 40), effort.hours.round() as u32);
    (0..people).map(|i| hours / people + u32::from(i < hours % people)).collect()
}

fn effort_sentence(effort: &Effort, words: &Words) -> String {
    let (hours, people) = (words.number(effort.hours, 1), f64::from(effort.people));
    words.count(Text::EffortMade, people, &[("hours", &hours), ("people", &words.number(people, 0))])
}

fn understood(proposal: &Proposal, words: &Words) -> Vec<Section> {
    let paragraphs = proposal.context.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
    let mut blocks: Vec<Block> = paragraphs.map(|text| Block::Paragraph(words.typeset(text))).collect();
    if !proposal.objectives.is_empty() {
        blocks.push(Block::Objectives(set_all(&proposal.objectives, words)));
    }
    section(words.text(Text::Understood), blocks)
}

fn scope(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Section {
    let amounts = Amounts::new(proposal, words);
    let cost = &estimate.cost;
    let rows = proposal.lines.iter().filter(|line| line.included).map(|line| work_row(proposal, line, words)).collect();
    let work = Block::Scope {
        rows,
        production: amounts.of_cost(cost.production, cost),
        advice: amounts.of_cost(cost.advice, cost),
        share: share_of_advice(cost),
    };
    Section { title: words.text(Text::MadeAndThought), blocks: vec![work] }
}

fn fees(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Vec<Section> {
    let amounts = Amounts::new(proposal, words);
    let cost = &estimate.cost;
    let mut sums = vec![(words.text(Text::FeesTotal), amounts.of_cost(cost.production + cost.advice, cost))];
    if let Some(discount) = &proposal.discount {
        let share = ["−", &crate::words::format_percent(discount.share.unwrap_or(0.0), 1, words.language())].concat();
        let label = if discount.label.is_empty() { words.text(Text::Discount) } else { words.typeset(&discount.label) };
        sums.insert(0, (label, share));
    }
    sums.push((words.fill(Text::Vat, &[("rate", &rate_of(proposal, words))]), amounts.of_cost(cost.vat, cost)));
    sums.push((words.text(Text::TotalInclVat), amounts.of_cost(cost.incl_vat, cost)));
    let mut row = section(words.text(Text::FeesTitle), vec![Block::Sums(sums)]);
    if !proposal.terms.is_empty() {
        row.extend(section(words.text(Text::TermsTitle), vec![Block::Paragraph(words.typeset(&proposal.terms))]));
    }
    row
}

fn may_bring(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Section {
    let mut blocks = vec![Block::MayBring(Box::new(result_text(proposal, estimate, words)))];
    let counted = outcomes(proposal, estimate, words);
    if !counted.is_empty() {
        blocks.push(Block::Outcomes(counted));
    }
    Section { title: words.text(Text::MayBringTitle), blocks }
}

fn basis(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Vec<Section> {
    let mut blocks = Vec::new();
    if !proposal.factors.is_empty() {
        blocks.push(Block::Basis(assumptions(&proposal.factors, words)));
        blocks.extend(question(proposal, estimate, words).map(Block::Question));
    }
    section(words.text(Text::BasisTitle), blocks)
}

fn promises(proposal: &Proposal, words: &Words) -> Vec<Section> {
    let list = |title, promises: &[String]| {
        let blocks = if promises.is_empty() { Vec::new() } else { vec![Block::Statements(set_all(promises, words))] };
        section(words.text(title), blocks)
    };
    let mut row = list(Text::CommitmentsTitle, &proposal.commitments);
    row.extend(list(Text::OutOfHandsTitle, &proposal.out_of_hands));
    row
}

fn without_us(proposal: &Proposal, estimate: &Estimate, words: &Words) -> Vec<Section> {
    section(words.text(Text::WithoutUsTitle), vec![Block::Comparison(Box::new(comparison(proposal, estimate, words)))])
}

/// A section; none if it has no blocks.
fn section(title: String, blocks: Vec<Block>) -> Vec<Section> {
    if blocks.is_empty() { Vec::new() } else { vec![Section { title, blocks }] }
}

fn set_all(texts: &[String], words: &Words) -> Vec<String> {
    texts.iter().map(|text| words.typeset(text)).collect()
}

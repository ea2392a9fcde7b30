//! The brief as a document: sections of blocks, in reading order.

use super::assumptions::{Assumption, assumptions};
use super::comparison::{Comparison, comparison};
use super::fees::{ScopeText, SumRow, due, fees, scope};
use super::insights::{Outcome, Question, outcomes, question};
use super::quote::quote;
use super::result::{ResultText, result_text};
use super::schedule::DueRow;
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
    /// The agency's legal sentences, and the notice that it is an estimate and not a contract unless it is binding.
    pub mentions: Vec<String>,
    /// The blanks to be signed, if it is binding: the title, then place, date, name and signature.
    pub accord: Option<(String, Vec<String>)>,
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
    /// The next lines.
    pub below: Vec<String>,
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
    Scope(Box<ScopeText>),
    /// The fees, down to the total.
    Sums(Vec<SumRow>),
    /// When it is paid.
    Schedule(Vec<DueRow>),
    /// Sentences that go with the amounts above them, one a paragraph.
    Notes(Vec<String>),
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
    let quote = quote(proposal);
    let rows = [
        understood(proposal, words),
        vec![scope(proposal, &quote, words)],
        fees(proposal, &quote, words),
        due(proposal, &quote, words),
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
        mentions: mentions(proposal, words),
        accord: proposal.binding.then(|| {
            let blanks = [Text::Place, Text::DateOf, Text::Signature];
            (words.text(Text::BindingTitle), blanks.map(|blank| words.text(blank)).to_vec())
        }),
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

fn mentions(proposal: &Proposal, words: &Words) -> Vec<String> {
    let own = proposal.mentions.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
    let own = own.map(|text| words.typeset(text));
    own.chain((!proposal.binding).then(|| words.text(Text::Mentions))).collect()
}

fn facts(proposal: &Proposal, words: &Words) -> Vec<Fact> {
    let party = |name, party: &Party| {
        let strong = words.typeset(if party.name.is_empty() { &party.organisation } else { &party.name });
        let rest = if party.role.is_empty() || party.name.is_empty() {
            String::new()
        } else {
            [", ", &words.typeset(&party.role)].concat()
        };
        let organisation = if party.name.is_empty() { "" } else { &party.organisation };
        let below = [organisation].into_iter().chain(party.address.lines()).chain([&*party.phone]);
        let ids = party.ids.iter().map(|own| [&own.label, " ", &own.value].concat());
        let below = below.map(str::to_owned).chain(ids).filter(|line| !line.trim().is_empty());
        let below = below.map(|line| words.typeset(&line)).collect();
        (!party.is_empty()).then(|| Fact { name: words.text(name), strong, rest, below })
    };
    let weekday = |date| format_weekday(date, words.language());
    let reply = proposal.dates.reply_by.map(|date| Fact {
        name: words.text(Text::ReplyBy),
        strong: weekday(date),
        rest: String::new(),
        below: vec![words.text(Text::AWordIsEnough)],
    });
    let valid = proposal.dates.valid_until.map(|date| Fact {
        name: words.text(Text::ValidUntil),
        strong: String::new(),
        rest: words.fill(Text::Until, &[("date", &weekday(date))]),
        below: Vec::new(),
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
    let comparison = comparison(proposal, estimate, words);
    let blocks = if comparison.ways.len() > 1 { vec![Block::Comparison(Box::new(comparison))] } else { Vec::new() };
    section(words.text(Text::WithoutUsTitle), blocks)
}

/// A section; none if it has no blocks.
pub(super) fn section(title: String, blocks: Vec<Block>) -> Vec<Section> {
    if blocks.is_empty() { Vec::new() } else { vec![Section { title, blocks }] }
}

fn set_all(texts: &[String], words: &Words) -> Vec<String> {
    texts.iter().map(|text| words.typeset(text)).collect()
}

//! A small brief as text and as Markdown.

use super::*;
use crate::proposal::{check, read};
use crate::words::Language;

/// A brief in English whose texts contain markup characters.
fn small(benefit: &str) -> (Brief, Words) {
    let text = format!(
        r##"{{"title": "# A|B", "reference": "7", "currency": "GBP", "from": {{"organisation": "Keller *Insight*"}},
        "message": "- one\r\ntwo\n\n1. three <b>", "objectives": ["[Price](x)", "2.5 times `more`"],
        "dates": {{"replyBy": "2026-12-04"}}, "effort": {{"people": 2, "hours": 22}},
        "rates": [{{"id": "a", "label": "Analyst", "dayRate": 500}}], "terms": "Net_30",
        "lines": [{{"id": "l", "label": "Study\nin|two", "unitPrice": 100, "quantity": 2, "unit": "parts",
            "advice": {{"label": "Which one", "time": [{{"role": "a", "days": 1}}]}}}}],
        "factors": [{{"id": "f", "label": "Riders", "unit": "people", "holder": "market", "value": {{"pert": [900, 1000, 1100]}}}}],
        "benefits": [{benefit}]}}"##
    );
    let (proposal, issues) = read(&serde_json::from_str(&text).expect("JSON"));
    assert_eq!(issues, []);
    let checked = check(proposal).expect("a proposal without a fault");
    let words = Words::new(Language::English);
    (crate::brief::brief(checked.proposal(), &crate::estimate::estimate(&checked), &words), words)
}

const MONEY: &str = r#"{"id": "b", "unit": "riders", "unitFactor": "f", "factors": ["f"]}"#;

#[test]
fn a_small_brief_as_text() {
    let (brief, words) = small(MONEY);
    assert_eq!(text(&brief, &words), include_str!("small.txt"));
}

#[test]
fn a_small_brief_as_markdown() {
    let (brief, words) = small(MONEY);
    assert_eq!(markdown(&brief, &words), include_str!("small.md"));
}

#[test]
fn without_money_there_is_no_range() {
    let (brief, words) =
        small(r#"{"id": "b", "label": "Rides|", "unit": "rides", "kind": "outcome", "factors": ["f"]}"#);
    let set = markdown(&brief, &words);
    assert!(!set.contains("P90") && !set.contains('●') && !set.contains("Median value"), "{set}");
    assert!(
        set.contains("\n### What is counted, not priced\n\n|  |  |  |\n| --- | --- | --- |\n| Rides\\| | 949 to"),
        "{set}"
    );
    assert!(set.contains("| Cost excl. VAT | £700") && set.contains("| Worth knowing |"), "{set}");
}

#[test]
fn marks_of_sentences_become_markup_or_nothing() {
    let sentence = "le 3^e^ mois, *au* plus_";
    assert_eq!(Page::new(true, ": ").rich(sentence), "le 3e mois, **au** plus\\_");
    assert_eq!(Page::new(false, ": ").rich(sentence), "le 3e mois, au plus_");
}

#[test]
fn only_what_begins_a_line_as_markup_is_escaped() {
    let page = Page::new(true, ": ");
    let lines = ["2.5 a - b", "12. a", "3) b", "4)", "-12", "+ c", "=== d", "> e", "a & b ~ c | d", "ends\\"];
    let set = [
        "2.5 a - b",
        "12\\. a",
        "3\\) b",
        "4\\)",
        "\\-12",
        "\\+ c",
        "\\=== d",
        "\\> e",
        "a \\& b \\~ c \\| d",
        "ends\\\\",
    ];
    assert_eq!(lines.map(|line| page.set(line)), set);
}

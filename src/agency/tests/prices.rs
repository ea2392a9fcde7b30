//! Prices as agencies make them: taxes, sections, choices, conditions and payments in an agency's file.

use super::*;
use crate::proposal::{Line, LineTiming, Money, PercentOf, Repeats};

/// A file without faults that has every term of a price, in two languages.
fn priced() -> serde_json::Value {
    json!({
        "name": "Agence", "currency": "CAD",
        "sender": {
            "phone": {"fr": "+33 1", "en": "+44 1"}, "address": {"fr": "1, rue du Port\nBrest", "en": "1 Port Street\nBrest"},
            "ids": [{"label": {"fr": "Registre", "en": "Register"}, "value": "123"}, {"label": {"fr": "TVA", "en": "VAT"}, "value": "FR1"}]},
        "taxes": [
            {"id": "tps", "label": {"fr": "TPS", "en": "GST"}, "rate": 0.05, "number": {"fr": "N° 1", "en": "No. 1"}, "default": true},
            {"id": "tvq", "label": {"fr": "TVQ", "en": "QST"}, "rate": 0.09975}],
        "taxNote": {"fr": "Taxes en sus", "en": "Plus taxes"},
        "mentions": {"fr": "SARL au capital de 1 €", "en": "A company with a capital of €1"},
        "rates": [{"id": "dir", "dayRate": 1000}],
        "proposal": {
            "ask": ["film", "accord"], "recoversVat": false,
            "payments": [{"label": {"fr": "Commande", "en": "Order"}, "share": 0.3}, {"label": {"fr": "Fin", "en": "End"}, "share": 0.7, "month": 6}],
            "discount": {"amount": 50, "label": {"fr": "Remise", "en": "Rebate"}}},
        "catalogue": {
            "lines": [
                {"id": "film", "label": "Film", "description": {"fr": "Trois minutes", "en": "Three minutes"}, "section": "images",
                 "unitPrice": {"pert": [90, 100, 140]}, "holder": "market", "nature": "purchase", "taxes": ["tvq"]},
                {"id": "frais", "percentOf": {"lines": ["film"], "share": 0.1}},
                {"id": "suivi", "timing": {"repeats": "monthly", "months": 6, "firmMonths": 3, "inAdvance": true}, "unitPrice": 10},
                {"id": "suite", "onlyIf": "accord", "needs": ["film"], "timing": {"startMonth": 4}, "making": [{"role": "dir", "days": 1, "perUnit": true}]},
                {"id": "solo", "choice": "formule", "alternative": "solo", "unitPrice": 30},
                {"id": "duo", "choice": "formule", "alternative": "duo", "unitPrice": 60}],
            "factors": [{"id": "accord", "holder": "client", "value": {"chance": 0.7}}],
            "benefits": [{"id": "suites", "kind": "outcome", "factors": ["accord"], "needs": ["suite"]}]
        },
        "goals": [
            {"id": "a", "label": "A", "lines": ["film", "frais", "suivi", "suite", "solo", "duo"], "factors": ["accord"], "benefits": ["suites"],
             "sections": [{"id": "images", "label": {"fr": "Les images", "en": "Pictures"}}],
             "choices": [{"id": "formule", "label": {"fr": "Une formule", "en": "A package"}, "required": true, "chosen": "duo",
                          "alternatives": [{"id": "solo", "label": {"fr": "Seul", "en": "Alone"}}, {"id": "duo", "label": {"fr": "À deux", "en": "For two"}}]}],
             "inHouse": {"grossSalary": 40000, "days": 10, "timing": {"repeats": "monthly", "months": 3}}},
            {"id": "b", "label": "B", "lines": [{"id": "film", "section": null, "taxes": [], "holder": "agency", "unitPrice": 120, "nature": "fee",
             "timing": {"repeats": "monthly"}}, {"id": "suite", "onlyIf": null, "making": []}], "factors": ["accord"], "benefits": [],
             "taxes": [], "taxNote": "", "mentions": "B", "binding": true, "payments": [], "ask": [], "recoversVat": true, "discount": {"share": 0.1}}]
    })
}

fn read_priced(json: serde_json::Value, language: Language) -> (Agency, Vec<Issue>) {
    read_all(&serde_json::from_value(json).unwrap(), language)
}

/// The file with the value at `pointer` replaced, in French: its first proposal, checked, and the paths of its issues.
#[track_caller]
fn with(pointer: &str, replacement: serde_json::Value) -> (Proposal, Vec<String>) {
    let mut json = priced();
    *json.pointer_mut(pointer).expect(pointer) = replacement;
    let (agency, issues) = read_priced(json, Language::French);
    let proposal = agency.proposal(Some("a"), today());
    assert_eq!(check(proposal.clone()).map(drop), Ok(()), "{pointer}");
    assert_eq!(check(agency.proposal(Some("b"), today())).map(drop), Ok(()), "{pointer}");
    (proposal, issues.into_iter().map(|issue| issue.path).collect())
}

/// Ids of the lines of a proposal.
fn lines(proposal: &Proposal) -> Vec<&str> {
    proposal.lines.iter().map(|line| &*line.id).collect()
}

#[test]
fn terms_come_from_the_file_the_defaults_and_the_goal() {
    let (agency, issues) = read_priced(priced(), Language::French);
    assert_eq!(issues, []);
    let (a, b) = (agency.proposal(Some("a"), today()), agency.proposal(Some("b"), today()));
    assert_eq!(a.taxes, agency.taxes);
    assert_eq!((a.taxes.len(), a.payments.len(), a.sections.len(), a.choices.len()), (2, 2, 1, 1));
    assert_eq!((a.binding, a.recovers_vat, a.ask.len(), &*a.mentions), (false, false, 2, "SARL au capital de 1 €"));
    assert_eq!((&*a.from.phone, a.from.ids.len(), &*a.tax_note), ("+33 1", 2, "Taxes en sus"));
    let discount = a.discount.unwrap();
    assert_eq!((discount.share, discount.amount), (None, Some(Money(50.0))));
    assert_eq!(
        (b.taxes.len(), b.payments.len(), b.ask.len(), b.sections.len()),
        (0, 0, 0, 0),
        "an empty list is one too"
    );
    assert_eq!((b.binding, b.recovers_vat, &*b.mentions, &*b.tax_note), (true, true, "B", ""));
    let discount = b.discount.unwrap();
    assert_eq!((discount.share, discount.amount), (Some(0.1), None));
}

#[test]
fn a_goal_replaces_every_key_of_a_line() {
    let (agency, _) = read_priced(priced(), Language::French);
    let [film, suite] = <[Line; 2]>::try_from(agency.proposal(Some("b"), today()).lines).unwrap();
    let timing = LineTiming { repeats: Repeats::Monthly, ..LineTiming::default() };
    let plain = Line { id: "film".to_owned(), label: "Film".to_owned(), ..Line::default() };
    let description = "Trois minutes".to_owned();
    assert_eq!(film, Line { description, unit_price: Shape::Fixed(120.0), timing, ..plain });
    assert_eq!((suite.only_if, suite.making, suite.needs), (None, Vec::new(), vec!["film".to_owned()]));
    let mut json = priced();
    let share = json!({"id": "solo", "unitPrice": 0, "percentOf": {"lines": ["suite"], "share": 0.2}, "choice": null,
                       "alternative": null, "section": "x", "needs": ["suite"], "timing": {"startMonth": 4}});
    json["goals"][1]["lines"].as_array_mut().unwrap().push(share);
    json["goals"][1]["sections"] = json!([{"id": "x"}]);
    let (agency, issues) = read_priced(json, Language::French);
    assert_eq!(issues, []);
    let line = agency.proposal(Some("b"), today()).lines.swap_remove(2);
    assert_eq!(line.percent_of, Some(PercentOf { lines: vec!["suite".to_owned()], share: 0.2 }));
    assert_eq!((line.choice, line.alternative, line.section.as_deref()), (None, None, Some("x")));
}

#[test]
fn all_texts_follow_the_language_and_choices_stay() {
    let [french, english] = [Language::French, Language::English].map(|language| read_priced(priced(), language).0);
    for goal in ["a", "b"] {
        let (f, e) = (french.proposal(Some(goal), today()), english.proposal(Some(goal), today()));
        assert_eq!(relabel(&f, &french, &english), e, "{goal}: there");
        assert_eq!(relabel(&e, &english, &french), f, "{goal}: and back");
    }
    let mut typed = french.proposal(Some("a"), today());
    typed.choices[0].chosen = Some("solo".to_owned());
    typed.payments[0].label = "Au départ".to_owned();
    typed.taxes[0].label = "Taxe".to_owned();
    typed.lines[0].description = "Deux minutes".to_owned();
    typed.mentions = "Rien".to_owned();
    let new = relabel(&typed, &french, &english);
    assert_eq!((new.choices[0].chosen.as_deref(), &*new.payments[0].label), (Some("solo"), "Au départ"));
    assert_eq!((&*new.payments[1].label, &*new.choices[0].alternatives[0].label), ("End", "Alone"));
    assert_eq!((&*new.taxes[0].label, &*new.taxes[0].number, &*new.taxes[1].label), ("Taxe", "No. 1", "QST"));
    assert_eq!((&*new.lines[0].description, &*new.mentions, &*new.tax_note), ("Deux minutes", "Rien", "Plus taxes"));
    assert_eq!((&*new.from.ids[1].label, &*new.discount.as_ref().unwrap().label), ("VAT", "Rebate"));
    assert_eq!(relabel(&new, &english, &french), typed);
}

#[test]
fn a_faulty_line_goes_with_the_lines_that_depend_on_it() {
    let (proposal, told) = with("/catalogue/lines/0/unitPrice", json!({"pert": [3, 2, 1]}));
    assert_eq!(told, ["catalogue.lines[0].unitPrice.pert"]);
    assert_eq!(lines(&proposal), ["suivi", "solo", "duo"], "a share of it, and what needs it");
    assert_eq!((proposal.benefits.len(), proposal.ask.len()), (0, 0));
    let (proposal, told) = with("/catalogue/factors/0/value", json!(0.7));
    assert_eq!(told, ["catalogue.lines[3].onlyIf"]);
    assert_eq!(lines(&proposal), ["film", "frais", "suivi", "solo", "duo"]);
    let (proposal, told) = with("/catalogue/lines/0/taxes", json!(["tva"]));
    assert_eq!(told, ["goals[0].lines[0].taxes[0]"]);
    assert_eq!(lines(&proposal), ["suivi", "solo", "duo"]);
    let (proposal, told) = with("/catalogue/lines/2/timing/months", json!(13));
    assert_eq!(told, ["catalogue.lines[2].timing.months"]);
    assert_eq!(lines(&proposal), ["film", "frais", "suite", "solo", "duo"]);
    let (proposal, told) = with("/catalogue/lines/0/section", json!("sons"));
    assert_eq!((told, proposal.lines.len()), (vec!["goals[0].lines[0].section".to_owned()], 6), "its price is right");
}

#[test]
fn a_faulty_detail_is_dropped_whole_for_the_goals_that_have_it() {
    for (pointer, wrong, path) in [
        ("/taxes/0/rate", json!(5), "taxes[0].rate"),
        ("/taxes/0/rate", json!("5 %"), "taxes[0].rate"),
        ("/taxes/1/id", json!("tps"), "taxes[1].id"),
    ] {
        let (proposal, told) = with(pointer, wrong);
        assert_eq!(told[0], path);
        assert!(proposal.taxes.is_empty() && proposal.all_taxes().is_empty(), "no tax is invented: {path}");
        assert_eq!(lines(&proposal), ["suivi", "solo", "duo"], "the film names one of them");
    }
    for (pointer, wrong, path) in [
        ("/proposal/payments/0/share", json!(0.2), "proposal.payments"),
        ("/proposal/payments/0/share", json!("30 %"), "proposal.payments[0].share"),
        ("/proposal/payments/1/month", json!(13), "proposal.payments[1].month"),
        ("/proposal/discount/amount", json!(-1), "proposal.discount.amount"),
        ("/proposal/discount/amount", json!("50"), "proposal.discount.amount"),
        ("/proposal/ask/1", json!("marge"), "proposal.ask[1]"),
        ("/goals/0/sections/0/id", json!(""), "goals[0].sections[0].id"),
        ("/goals/0/sections/0/id", json!(3), "goals[0].sections[0].id"),
        ("/goals/0/inHouse/timing/months", json!(13), "goals[0].inHouse.timing.months"),
    ] {
        let (proposal, told) = with(pointer, wrong);
        assert_eq!(told[0], path);
        assert_eq!(proposal.lines.len(), 6, "{path}");
        let key = pointer.split('/').find(|step| ["payments", "discount", "ask", "sections", "inHouse"].contains(step));
        let said = serde_json::to_value(&proposal).unwrap();
        assert_eq!(said.get(key.unwrap()), None, "{path}");
    }
    let (proposal, told) = with("/goals/0/choices/0/chosen", json!("trio"));
    assert_eq!(told, ["goals[0].choices[0].chosen"]);
    assert_eq!((lines(&proposal), proposal.choices.len()), (vec!["film", "frais", "suivi", "suite"], 0));
}

#[test]
fn a_fault_of_one_goal_leaves_the_others_alone() {
    let mut json = priced();
    json["goals"][1]["payments"] = json!([{"share": 0.5}]);
    json["goals"][1]["discount"] = json!({"share": 0.1, "amount": 3});
    json["goals"].as_array_mut().unwrap().reverse();
    let (agency, issues) = read_priced(json, Language::French);
    assert_eq!(issues.iter().map(|issue| &*issue.path).collect::<Vec<_>>(), ["goals[0].discount", "goals[0].payments"]);
    let (a, b) = (agency.proposal(Some("a"), today()), agency.proposal(Some("b"), today()));
    assert!(a.discount.is_some() && b.discount.is_none(), "not even the one of the defaults");
    assert_eq!((a.payments.len(), b.payments.len()), (2, 0));
}

#[test]
fn whatever_one_value_becomes_goals_with_prices_can_be_computed() {
    whatever_one_value_becomes(&priced(), 150);
}

//! The figures of every document add up, in every form and language, as a finance department adds them.

#[path = "support/document.rs"]
mod document;
#[path = "support/exact.rs"]
mod exact;
#[path = "support/offers.rs"]
mod offers;
#[path = "support/sums.rs"]
mod sums;
mod support;

use document::{ENGLISH, FRENCH, Tongue, plain, rendered};
use proptest::prelude::*;
use serde_json::{Value, json};

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_document_adds_up(proposal in offers::offer()) {
        sums::add_up(&proposal);
    }
}

/// A proposal of a few lines in euros and French, with what is set beside.
fn small(lines: Value, more: Value) -> Value {
    let mut proposal = json!({"title": "Sonde", "currency": "EUR", "rates": [{"id": "r0", "label": "Rôle", "dayRate": 700}],
        "lines": lines, "factors": [], "benefits": [], "taxes": []});
    proposal.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    proposal
}

/// Its document in Markdown with ordinary spaces.
fn document(proposal: &Value, tongue: &Tongue) -> String {
    plain(&rendered(&support::checked(proposal), tongue).0[0])
}

#[track_caller]
fn says(document: &str, said: &[&str]) {
    for text in said {
        assert!(document.contains(text), "{text:?} is missing in\n{document}");
    }
}

#[test]
fn twenty_posters_less_an_eighth_or_so() {
    // 20 × 1.97 = 39.40; 12 % of it 4.728; 39.40 − 4.73 = 34.67; 20 % of it 6.934; 34.67 + 6.93 = 41.60.
    let lines = json!([{"id": "l0", "label": "Affiches", "quantity": 20, "unitPrice": 1.97}]);
    let proposal = small(lines, json!({"vatRate": 0.2, "discount": {"share": 0.12}}));
    says(
        &document(&proposal, &FRENCH),
        &[
            "| Affiches (20 à 1,97 €) | 39,40 € |",
            "| Remise 12 % | −4,73 € |",
            "| **Total HT** | **34,67 €** |",
            "| TVA 20 % | 6,93 € |",
            "| **Total TTC** | **41,60 €** |",
        ],
    );
    says(
        &document(&proposal, &ENGLISH),
        &[
            "€39.40",
            "| Discount 12% | −€4.73 |",
            "| **Total excl. VAT** | **€34.67** |",
            "| VAT 20% | €6.93 |",
            "**€41.60**",
        ],
    );
}

#[test]
fn dinars_have_three_decimals_and_yen_none() {
    let line = json!([{"id": "l0", "label": "Envoi", "unitPrice": 3.7035}]);
    let mut proposal = small(line, json!({"currency": "KWD", "vatRate": 0}));
    says(&document(&proposal, &FRENCH), &["| Envoi (1 à 3,7035 KWD) | 3,704 KWD |", "| **Total** | **3,704 KWD** |"]);
    says(&document(&proposal, &ENGLISH), &["| Envoi (1 at KWD 3.7035) | KWD 3.704 |", "| **Total** | **KWD 3.704** |"]);
    proposal["lines"][0]["unitPrice"] = json!(1_234.5);
    proposal["currency"] = json!("JPY");
    says(&document(&proposal, &FRENCH), &["| **Total** | **1 235 ¥** |"]);
    says(&document(&proposal, &ENGLISH), &["| **Total** | **¥1,235** |"]);
}

#[test]
fn a_rate_has_all_its_decimals() {
    let line = json!([{"id": "l0", "label": "Envoi", "unitPrice": 1_000}]);
    let taxes = json!([{"id": "t", "label": "TPS et TVQ", "rate": 0.14975, "default": true}]);
    let mut proposal = small(line, json!({"vatRate": 0, "taxes": taxes}));
    says(&document(&proposal, &FRENCH), &["| TPS et TVQ 14,975 % | 149,75 € |", "**1 149,75 €**"]);
    proposal["taxes"] = json!([]);
    proposal["vatRate"] = json!(0.14975);
    says(&document(&proposal, &FRENCH), &["| TVA 14,975 % | 149,75 € |"]);
}

#[test]
fn a_range_of_days_is_said_to_be_estimated() {
    // 2 to 6 days, most likely 3, at 700: at most 4,200.
    let line = json!([{"id": "l0", "label": "Film", "making": [{"role": "r0", "days": {"pert": [2, 3, 6]}}]}]);
    let french = document(&small(line.clone(), json!({"vatRate": 0})), &FRENCH);
    says(&french, &["| Film (de 2 à 6 j × Rôle, 700 € par jour) | 2 330 € (estimé, au plus 4 200 €) |"]);
    says(&french, &["| **Total (estimé, au plus 4 200 €)** | **2 330 €** |"]);
    says(&document(&small(line, json!({"vatRate": 0})), &ENGLISH), &["€2,330 (estimated, at most €4,200)"]);
}

#[test]
fn an_estimate_is_never_above_what_it_is_at_most() {
    // Seven times at most 0.037 × 13 = 0.481 yen, which is nothing each time.
    let timing = json!({"repeats": "monthly", "months": 7});
    let line =
        json!([{"id": "l0", "label": "Vue", "quantity": 0.037, "unitPrice": {"uniform": [0, 13]}, "timing": timing}]);
    says(
        &document(&small(line, json!({"currency": "JPY", "vatRate": 0})), &FRENCH),
        &["| 0 ¥ (estimé, au plus 0 ¥) |"],
    );
}

#[test]
fn a_price_of_a_unit_is_shown_as_it_is_multiplied() {
    // 1,500 × 1.237 = 1,855.50, and not 1,500 × 1.24.
    let line = json!([{"id": "l0", "label": "Livret", "quantity": 1_500, "unitPrice": 1.237}]);
    says(&document(&small(line, json!({"vatRate": 0})), &FRENCH), &["| Livret (1 500 à 1,237 €) | 1 855,50 € |"]);
}

#[test]
fn payments_that_are_stated_are_shown_one_by_one() {
    let line = json!([{"id": "l0", "label": "Film", "unitPrice": 1_000}]);
    let paid = |payments: Value| document(&small(line.clone(), json!({"vatRate": 0.2, "payments": payments})), &FRENCH);
    says(
        &paid(json!([{"label": "À la signature", "share": 1, "month": 0}])),
        &["| À la signature | au départ | 1 200 € |"],
    );
    says(
        &paid(
            json!([{"label": "À la commande", "share": 0.3, "month": 0}, {"label": "À la livraison", "share": 0.7, "month": 0}]),
        ),
        &["| À la commande | au départ | 360 € |", "| À la livraison | au départ | 840 € |"],
    );
}

#[test]
fn months_are_said_as_people_say_them() {
    let monthly = |start: u32, in_advance: bool| {
        let timing = json!({"repeats": "monthly", "startMonth": start, "months": 4, "inAdvance": in_advance});
        json!([{"id": "l0", "label": "Veille", "unitPrice": 100, "timing": timing}])
    };
    let none = json!({"vatRate": 0});
    says(&document(&small(monthly(0, true), none.clone()), &FRENCH), &["| 4 mois, du départ au mois 3 | 400 € |"]);
    says(&document(&small(monthly(0, true), none.clone()), &ENGLISH), &["| 4 months, from the start to month 3 |"]);
    says(&document(&small(monthly(1, false), none.clone()), &FRENCH), &["| 4 mois, du mois 2 au mois 5 |"]);
    let dated = json!({"vatRate": 0, "dates": {"start": "2027-01-11"}});
    says(&document(&small(monthly(0, false), dated), &FRENCH), &["| 4 mois, du 11 février 2027 au 11 mai 2027 |"]);
}

#[test]
fn what_is_firm_is_the_same_in_the_sentence_and_in_the_schedule() {
    // 664 − 4 (3.50, half up) are firm, 101 hang on a decision.
    let lines = json!([{"id": "l0", "label": "Plan", "unitPrice": 664},
        {"id": "l1", "label": "Suite", "unitPrice": 101, "onlyIf": "go", "timing": {"startMonth": 2}}]);
    let go = json!([{"id": "go", "label": "On continue", "value": {"chance": 0.6}, "holder": "client"}]);
    let more = json!({"currency": "JPY", "vatRate": 0, "discount": {"amount": 3.5}, "factors": go});
    says(
        &document(&small(lines, more), &FRENCH),
        &[
            "Ferme 660 ¥, et 101 ¥ si : On continue.",
            "| Plan | au départ | 660 ¥ |",
            "si : On continue | au mois 2 | 101 ¥ |",
        ],
    );
}

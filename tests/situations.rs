//! Nine proposals as agencies send them: each is without a fault, opens from its link as it was sealed, and shows the
//! lines that a finance department looks for. Their amounts were computed by hand.

#[path = "support/document.rs"]
mod document;
#[path = "support/exact.rs"]
mod exact;
#[path = "support/sums.rs"]
mod sums;
mod support;

use document::{ENGLISH, FRENCH, Tongue, plain, rendered};
use retour::estimate::{Estimate, Figures};
use retour::link::{self, Opened};
use serde_json::Value;

/// What is true of every situation, then that its document says these sentences.
#[track_caller]
fn is_complete(name: &str, said: &[&str]) {
    let path = format!("{}/tests/situations/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let proposal: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let checked = support::checked(&proposal);
    let tongue = if proposal["locale"].as_str().unwrap().starts_with("fr") { &FRENCH } else { &ENGLISH };
    let ([markdown, text], estimate) = rendered(&checked, tongue);

    let figures = Figures::from(&estimate);
    let sealed = link::seal(checked.proposal(), &figures);
    let Ok(Opened::Proposal { proposal: same, figures: sent, repairs, .. }) = link::open(&sealed) else {
        panic!("{sealed} does not open")
    };
    assert_eq!((&same, repairs), (checked.proposal(), Vec::new()));
    assert!(sent.matches(&figures));
    assert!(estimate.value.is_some() && estimate.probability_of_payback.is_some(), "nothing in money");

    sums::add_up(&proposal);
    agrees(&proposal, &markdown, &estimate, tongue);
    let markdown = plain(&markdown);
    for sentence in said {
        assert!(markdown.contains(sentence), "{sentence:?} is missing in\n{markdown}");
    }
    for own in ["from", "to"].map(|party| &proposal[party]) {
        let ids = own["ids"].as_array().unwrap().iter().map(|id| format!("{} {}", id["label"], id["value"]));
        let lines = own["address"].as_str().unwrap().lines().map(str::to_owned).chain(ids);
        for line in lines.chain([own["phone"].as_str().unwrap().to_owned()]) {
            let line = line.replace('"', "");
            assert!(plain(&text).contains(&line.replace('\'', "’")), "{line:?} is missing in\n{text}");
        }
    }
    let mentions = proposal["mentions"].as_str().unwrap().replace('\'', "’");
    mentions.split("\n\n").for_each(|own| assert!(plain(&text).contains(own), "{own:?} is missing in\n{text}"));
    let blanks = ["Bon pour accord", "Nom et signature", "Accepted", "Name and signature"];
    let is_to_be_signed = blanks.iter().filter(|blank| text.contains(**blank)).count() >= 2;
    assert_eq!(is_to_be_signed, proposal["binding"] == true, "{text}");
}

/// The estimate's cost is the document's, but for what each row is rounded by.
#[track_caller]
fn agrees(proposal: &Value, markdown: &str, estimate: &Estimate, tongue: &Tongue) {
    let reader = sums::reader(proposal, tongue);
    let (document, cost) = (reader.markdown(markdown), &estimate.cost);
    let months = |line: &Value| line["timing"]["months"].as_f64().unwrap_or(1.0);
    let dues: f64 = proposal["lines"].as_array().unwrap().iter().map(months).sum();
    let close = |of: &str, minor: i64, exact: f64| {
        let off = (minor as f64 - exact * 10_f64.powi(reader.decimals as i32)).abs();
        assert!(off <= dues + document.fees.len() as f64, "{of}: {minor} and {exact}");
    };
    let [made, thought] = document.sums;
    let cut = document.fees.iter().find(|(name, _)| name.starts_with(tongue.discount)).map_or(0, |(_, cut)| cut.minor);
    close("without tax", made + thought + cut, cost.production + cost.advice);
    close("once and monthly", made + thought + cut, cost.once + cost.monthly);
    let behalf = document.on_behalf.iter().flat_map(|row| row.sides).flatten().map(|side| side.minor);
    close("on behalf", behalf.sum(), cost.on_behalf);
    let total = document.fees.last().unwrap().1.minor;
    close("total", total, cost.incl_vat);
    close("taxes", total - (made + thought + cut), cost.vat);
    let shown = document.fees.iter().filter(|(name, _)| !name.starts_with(tongue.total));
    let shown = shown.filter(|(name, _)| !name.starts_with(tongue.discount) && name != tongue.both);
    let shown: Vec<i64> = shown.map(|(_, amount)| amount.minor).collect();
    assert_eq!(shown.len(), cost.taxes.len());
    shown.iter().zip(&cost.taxes).for_each(|(shown, tax)| close(&tax.id, *shown, tax.amount));
    let (_, most) = document.fees.iter().find(|(name, _)| name.starts_with(tongue.total)).unwrap();
    close("at most", most.most(), cost.at_most.unwrap());
}

#[test]
fn a_press_retainer() {
    // Once: 2 × 520 + 1.5 × 950 = 2,465. A month: 3 × 520 + 3.5 ÷ 7 × 950 = 2,035, and 189.90; twelve times 2,224.90.
    // In all 29,163.80; 20 % of it 5,832.76. Paid: 2,465 × 1.2 = 2,958; 26,698.80 × 1.2 = 32,038.56.
    is_complete(
        "press-retainer",
        &[
            "SIRET 000 111 222 00018 · TVA FR 00 000111222",
            "520 € par jour · 1 560 € par mois, 12 mois, dont 6 fermes) | 18 720 € |",
            "| Conseil mensuel (3,5 h × Directrice associée, 950 € par jour · 475 € par mois, 12 mois) | 5 700 € |",
            "| Veille médias (1 à 189,90 € · 189,90 € par mois, 12 mois · acheté pour vous) | 2 278,80 € |",
            "| **Production** | **22 038,80 €** | **Conseil** | **7 125 €** |",
            "| **Total HT** | **29 163,80 €** |\n| TVA 20 % | 5 832,76 € |\n| **Total TTC** | **34 996,56 €** |",
            "Une fois 2 465 € ; 2 224,90 € par mois pendant 12 mois, soit 26 698,80 €.",
            "| Plan de relations presse | 1er février 2027 | 2 958 € |",
            "| Bureau de presse, Veille médias | 12 mois, du 1er mars 2027 au 1er février 2028 | 32 038,56 € |",
            "Les six premiers mois sont fermes ; ensuite, préavis d’un mois.",
            "Tout retard de paiement ouvre droit à une indemnité forfaitaire de 40 €.",
        ],
    );
}

#[test]
fn a_website_with_three_rates_of_tax() {
    // 12 × 610 + 2 × 980 + 20 × 1.97 = 9,319.40 at 20 %; 1,850.50 at 10 %; 1,200 × 1.237 = 1,484.40 at 5.5 %.
    // 5 % of 12,654.30 is 632.715. The bases are 8,853.43, 1,757.975 and 1,410.18; the cent that the halves leave is in
    // none of them, for they sum to 12,021.58. The taxes are 1,770.686, 175.797 and 77.5599.
    is_complete(
        "website-three-rates",
        &[
            "| Production et conseil | 12 654,30 € |\n| Remise 5 % (Tarif association) | −632,72 € |",
            "| **Total HT** | **12 021,58 €** |\n| TVA 20 % sur 8 853,43 € | 1 770,69 € |",
            "| TVA 10 % sur 1 757,97 € | 175,80 € |\n| TVA 5,5 % sur 1 410,18 € | 77,56 € |",
            "| **Total TTC** | **14 045,63 €** |",
            "| Livret de saison (1 200 exemplaires à 1,237 € · acheté pour vous) | 1 484,40 € |",
            "| À la commande | 18 janvier 2027 | 5 618,25 € |\n| À la mise en ligne | 18 mars 2027 | 5 618,25 € |",
            "| À l’ouverture des abonnements | 18 mai 2027 | 2 809,13 € |",
        ],
    );
}

#[test]
fn a_media_plan_with_fees_on_purchases() {
    // 12 % of 18,450.50 + 120 × 200 + 6 × 1,645 = 52,320.50 is 6,278.46, of which the client pays 33,870 to others.
    // 560 + 6,400 + 18,450.50 + 6,278.46 = 31,688.96, and 4 × 1,050; 20 % of 35,888.96 is 7,177.792.
    is_complete(
        "media-plan",
        &[
            "| Affichage urbain (1 à 18 450,50 € · acheté pour vous) | 18 450,50 € |",
            "| Honoraires sur achats (12 % de : Affichage urbain, Radio locale, Presse régionale) | 6 278,46 € |",
            "### Payé par vous directement",
            "| Radio locale (120 messages à 200 € · payé par vous directement, hors total) | 24 000 € |",
            "| Presse régionale (6 parutions à 1 645 € · payé par vous directement, hors total) | 9 870 € |",
            "| **Total HT** | **35 888,96 €** |\n| TVA 20 % | 7 177,79 € |\n| **Total TTC** | **43 066,75 €** |",
            "En plus, 33 870 € payés directement à des tiers.",
            "Estimation indicative, sans valeur contractuelle.",
        ],
    );
}

#[test]
fn three_phases_that_may_stop() {
    // 5 × 780 + 2 × 1,300 = 6,500, firm; 8 × 780 + 4 × 1,300 = 11,440; (9,000 + 4 × 12,000 + 18,000) ÷ 6 = 12,500.
    is_complete(
        "go-no-go",
        &[
            "seulement si : L’audit conclut qu’il faut y aller (70 % de chances) · demande : Audit de la marque",
            "| 12 500 € (estimé, au plus 18 000 €) |",
            "| **Sous-total** | **3 900 €** | **Conseil** | **2 600 €** |",
            "| **Sous-total** | **6 240 €** | **Conseil** | **5 200 €** |",
            "| **Total HT (estimé, au plus 35 940 €)** | **30 440 €** |\n| TVA 20 % | 6 088 € |",
            "| **Total TTC (estimé, au plus 43 128 €)** | **36 528 €** |",
            "Ferme 6 500 €, et 23 940 €",
            "| Audit de la marque | 1er mars 2027 | 7 800 € |",
            "| Plateforme de marque, si : L’audit conclut qu’il faut y aller | 1er mai 2027 | 13 728 € |",
            "| Lancement de la gamme, si : Deux enseignes référencent la gamme | 1er août 2027 | 15 000 € |",
        ],
    );
}

#[test]
fn one_package_of_three() {
    // 4 × 720 + 6,800 + 4,250 + 10.5 ÷ 7 × 560 = 14,770, and 2 × 980; a fifth of 16,730 is 3,346; half of 20,076.
    is_complete(
        "packages",
        &[
            "| Website (1 at £6,800 · A package: Growth) | £6,800 |",
            "| Project management (10.5 h × Project manager, £560 a day) | £840 |",
            "| A package: Essential, not chosen (Brand sprint, Landing page) | £4,350 |\n| A package: Full, not chosen (Strategy and research, Website with a shop, Launch campaign) | £37,000 |",
            "| **Total excl. VAT** | **£16,730** |\n| VAT 20% | £3,346 |\n| **Total incl. VAT** | **£20,076** |",
            "| With the order | 1 February 2027 | £10,038 |\n| On delivery | 1 May 2027 | £10,038 |",
            "VAT number GB 000 1122 33",
        ],
    );
}

#[test]
fn a_swiss_report() {
    // 18,400 + 42 × 68.50 + 800 × 7.345 = 27,153, and 24 ÷ 8 × 1,450 = 4,350; less 500; 8.1 % of 31,003 is 2,511.243.
    is_complete(
        "switzerland",
        &[
            "| Impression (800 exemplaires à 7,345 CHF · acheté pour vous) | 5 876 CHF |",
            "| Remise (Geste pour une fondation) | −500 CHF |\n| **Total HT** | **31 003 CHF** |",
            "| TVA 8,1 % (CHE-000.111.222 TVA) | 2 511,24 CHF |\n| **Total TTC** | **33 514,24 CHF** |",
            "| À la livraison | 15 mai 2027 | 33 514,24 CHF |",
        ],
    );
}

#[test]
fn an_american_keynote_without_tax() {
    // 4,500 + 2 × 1,875.25 + (900 + 4 × 1,200 + 2,100) ÷ 6 = 9,550.50, and 12 ÷ 8 × 1,600; 800 more at most.
    is_complete(
        "united-states",
        &[
            "| Media training (2 sessions at $1,875.25) | $3,750.50 |",
            "| $1,300 (estimated, at most $2,100) |",
            "| **Total (estimated, at most $12,750.50)** | **$11,950.50** |",
            "EIN 00-1112223",
            "Net 30.",
        ],
    );
}

#[test]
fn a_campaign_in_quebec() {
    // 12,800 + 3 × 2,150.75 = 19,252.25, and 2.5 × 1,240; 5 % of 22,352.25 is 1,117.6125, 9.975 % is 2,229.6369….
    is_complete(
        "quebec",
        &[
            "| **Total HT** | **22 352,25 CAD** |\n| TPS 5 % (000111222 RT0001) | 1 117,61 CAD |",
            "| TVQ 9,975 % (0001112223 TQ0001) | 2 229,64 CAD |\n| **Total TTC** | **25 699,50 CAD** |",
            "| À la commande | 1er février 2027 | 12 849,75 CAD |",
        ],
    );
}

#[test]
fn a_micro_entrepreneur_without_tax() {
    // 28 × 85 + 1.5 × 480 = 3,100, and half a day of 480; 6 × 2 × 140 = 1,680 by the month.
    is_complete(
        "micro-entrepreneur",
        &[
            "| **Production** | **4 780 €** | **Conseil** | **240 €** |",
            "| **Total** | **5 020 €** |",
            "Une fois 3 340 € ; 280 € par mois pendant 6 mois, soit 1 680 €.",
            "TVA non applicable, art. 293 B du CGI",
            "| Livre blanc, Entretiens | 15 janvier 2027 | 3 340 € |",
            "| Billets | 6 mois, du 15 mars 2027 au 15 août 2027 | 1 680 € |",
        ],
    );
}

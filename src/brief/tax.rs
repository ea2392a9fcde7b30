//! How a proposal's taxes are spoken of. Without any, nothing is said of tax.

use crate::proposal::{Proposal, Tax};
use crate::words::{Text, Words, format_percent};

/// The words for a proposal's taxes; all are empty if it has none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaxWords {
    /// Said of an amount without tax: `HT`, `excl. VAT`.
    pub excl: String,
    /// Said of an amount with tax: `TTC`, `incl. VAT`.
    pub incl: String,
    /// The taxes: `la TVA`, `les taxes`.
    pub name: String,
}

impl TaxWords {
    /// The words for the taxes of a proposal.
    pub fn new(proposal: &Proposal, words: &Words) -> Self {
        let taxes = proposal.all_taxes();
        let vat = words.text(Text::VatName);
        let is_vat = taxes.iter().all(|tax| tax.label.is_empty() || tax.label.starts_with(&vat));
        let [excl, incl, name] = match is_vat {
            _ if taxes.is_empty() => return Self::default(),
            true => [Text::ExclVat, Text::InclVatShort, Text::ThisVat],
            false => [Text::ExclTax, Text::InclTaxShort, Text::TaxesName],
        };
        Self { excl: words.text(excl), incl: words.text(incl), name: words.text(name) }
    }

    /// Whether the proposal has no tax.
    pub fn is_empty(&self) -> bool {
        self.excl.is_empty()
    }

    /// A sentence with these words in its blanks `excl`, `incl` and `taxes`. A blank for nothing leaves no space.
    pub fn fill(&self, text: Text, words: &Words) -> String {
        let filled = words.fill(text, &[("excl", &self.excl), ("incl", &self.incl), ("taxes", &self.name)]);
        if self.is_empty() { filled.replace("  ", " ").trim_end().to_owned() } else { filled }
    }

    /// What is said of an amount: without tax or with it.
    pub fn of(&self, incl: bool) -> &str {
        if incl { &self.incl } else { &self.excl }
    }
}

/// A tax with its rate: `TVA 5,5 %`. A label that has the rate already is left as it is.
pub fn tax_label(tax: &Tax, words: &Words) -> String {
    let rate = format_percent(tax.rate, 4, words.language());
    if tax.label.is_empty() {
        return words.fill(Text::Vat, &[("rate", &rate)]);
    }
    let label = words.typeset(&tax.label);
    if label.contains('%') { label } else { [&label, " ", &rate].concat() }
}

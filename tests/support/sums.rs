//! Adds up what stands in a document, and compares its rows with the proposal, as a finance department does.

use crate::document::{Amount, Document, ENGLISH, FRENCH, Reader, Tongue, plain, rendered};
use crate::exact::Exact;
use crate::support;
use retour::words::typeset;
use serde_json::{Value, json};
use std::collections::HashMap;

/// A proposal with what is read of it: the sums of its rows by the line that they are of.
struct Reading<'a> {
    proposal: &'a Value,
    reader: Reader<'a>,
    document: Document,
}

pub fn reader<'a>(proposal: &Value, tongue: &'a Tongue) -> Reader<'a> {
    let (symbol, decimals) = match proposal["currency"].as_str().unwrap() {
        "EUR" => ("€", 2),
        "JPY" => ("¥", 0),
        "KWD" => ("KWD", 3),
        "USD" => ("$", 2),
        "GBP" => ("£", 2),
        "CHF" => ("CHF", 2),
        "CAD" => ("CAD", 2),
        currency => panic!("{currency} has no reader"),
    };
    Reader { tongue, symbol, decimals }
}

/// An end of the range of a number or a shape.
#[derive(Clone, Copy)]
enum End {
    Least,
    Most,
}

impl End {
    fn of(self, value: &Value) -> Exact {
        let ends = value.as_object().and_then(|shape| shape.values().next()).and_then(Value::as_array);
        let end = ends.and_then(|ends| if matches!(self, Self::Least) { ends.first() } else { ends.last() });
        if value.is_null() { Exact::ZERO } else { Exact::of(end.unwrap_or(value)) }
    }

    fn price(self, line: &Value) -> Exact {
        quantity(line) * self.of(&line["unitPrice"])
    }
}

impl Reading<'_> {
    fn lines(&self) -> &[Value] {
        self.proposal["lines"].as_array().unwrap()
    }

    /// The label of a line, a section or a tax as it is set in a document, with ordinary spaces.
    fn set(&self, named: &Value) -> String {
        plain(&typeset(named["label"].as_str().unwrap(), self.reader.tongue.language))
    }

    fn line(&self, id: &Value) -> &Value {
        self.lines().iter().find(|line| line["id"] == *id).unwrap()
    }

    fn is_in(&self, line: &Value) -> bool {
        let mut choices = self.proposal["choices"].as_array().into_iter().flatten();
        let of_choice = choices.find(|choice| choice["id"] == line["choice"]);
        let of_choice = of_choice.is_none_or(|choice| choice["chosen"] == line["alternative"]);
        let needed = line["needs"].as_array().into_iter().flatten().all(|id| self.is_in(self.line(id)));
        line["included"] != false && of_choice && needed
    }

    /// What the time costs, each entry times the quantity where it is per unit.
    fn time(&self, end: End, works: &Value, quantity: Exact) -> Exact {
        works.as_array().into_iter().flatten().fold(Exact::ZERO, |sum, work| {
            let rate =
                self.proposal["rates"].as_array().unwrap().iter().find(|rate| rate["id"] == work["role"]).unwrap();
            let days = match &work["hours"] {
                Value::Null => end.of(&work["days"]),
                hours => end.of(hours).over(Exact::of(&self.proposal["hoursPerDay"])),
            };
            let times = if work["perUnit"] == true { quantity } else { Exact::ONE };
            sum + Exact::of(&rate["dayRate"]) * days * times
        })
    }

    /// What a line costs at an end of its range whenever it falls due: made, and thought.
    fn charged(&self, end: End, line: &Value) -> [Exact; 2] {
        let made = match line["percentOf"].as_object() {
            Some(percent) => {
                let lines = percent["lines"].as_array().unwrap().iter().map(|id| self.line(id));
                let prices = lines.filter(|line| self.is_in(line)).map(|line| end.price(line));
                prices.fold(Exact::ZERO, |sum, price| sum + price) * Exact::of(&percent["share"])
            }
            None => end.price(line) + self.time(end, &line["making"], quantity(line)),
        };
        let bought = line["advice"]["included"] != false;
        [made, if bought { self.time(end, &line["advice"]["time"], Exact::ONE) } else { Exact::ZERO }]
    }

    /// The ids of the taxes that a line bears.
    fn taxes<'a>(&'a self, line: &'a Value) -> Vec<&'a Value> {
        let taxes = self.proposal["taxes"].as_array().unwrap();
        match line["taxes"].as_array().filter(|own| !own.is_empty()) {
            Some(own) => own.iter().collect(),
            None => taxes.iter().filter(|tax| tax["default"] == true).map(|tax| &tax["id"]).collect(),
        }
    }

    /// Every line that is in stands in its section with what it costs; no other does.
    fn rows_are_the_lines(&self) -> HashMap<String, [Option<Amount>; 2]> {
        let mut rows = HashMap::new();
        let all = self.document.groups.iter().flat_map(|group| group.rows.iter().map(|row| (&*group.title, row)));
        let behalf = self.document.on_behalf.iter().map(|row| (self.reader.tongue.on_behalf, row));
        for (title, row) in all.chain(behalf) {
            assert_eq!(rows.insert(row.label.clone(), (title.to_owned(), row.sides)), None, "{} twice", row.label);
        }
        for line in self.lines() {
            let label = &*self.set(line);
            let Some((title, sides)) = rows.get(label) else {
                assert!(!self.is_in(line), "{label} is in, and not in the document");
                continue;
            };
            assert!(self.is_in(line), "{label} is not in, and stands among what is");
            assert_eq!(title == self.reader.tongue.on_behalf, line["nature"] == "onBehalf", "{label}");
            let section = line["section"].as_str().filter(|_| line["nature"] != "onBehalf");
            if let Some(section) = section {
                let mut sections = self.proposal["sections"].as_array().unwrap().iter();
                assert_eq!(plain(title), self.set(sections.find(|own| own["id"] == section).unwrap()));
            }
            let times =
                if line["timing"]["repeats"] == "monthly" { line["timing"]["months"].as_i64().unwrap() } else { 1 };
            let ends = [End::Least, End::Most].map(|end| self.charged(end, line));
            for (i, side) in sides.iter().enumerate() {
                let [least, most] = [ends[0][i], ends[1][i]].map(|end| times * end.minor(self.reader.decimals));
                let Some(side) = side else {
                    assert_eq!(most, 0, "{label}");
                    continue;
                };
                if ends[0][i] == ends[1][i] {
                    assert_eq!((side.minor, side.at_most), (most, None), "{label}");
                } else {
                    assert_eq!(side.at_most, Some(most), "{label}: {side:?}");
                    assert!(least <= side.minor && side.minor <= most, "{label}: {side:?}");
                }
            }
        }
        rows.into_iter().map(|(label, (_, sides))| (label, sides)).collect()
    }

    /// The subtotals are the sums of their rows; production and advice those of all.
    fn subtotals_add_up(&self) {
        let mut all = [0, 0];
        for group in &self.document.groups {
            let sum =
                |side: usize| group.rows.iter().filter_map(|row| row.sides[side]).map(|amount| amount.minor).sum();
            let sums: [i64; 2] = [sum(0), sum(1)];
            group.subtotal.iter().for_each(|subtotal| assert_eq!(*subtotal, sums, "of {}", group.title));
            assert!(group.subtotal.is_some() || self.document.groups.len() == 1, "{} has no subtotal", group.title);
            all = [all[0] + sums[0], all[1] + sums[1]];
        }
        assert_eq!(self.document.sums, all);
    }

    fn share(&self) -> Exact {
        self.proposal["discount"]["share"].as_number().map_or(Exact::ZERO, |share| Exact::of(&json!(share)))
    }

    /// Total without tax, each tax on its base, total with tax; the same of what it is at most.
    fn fees_add_up(&self, rows: &HashMap<String, [Option<Amount>; 2]>) -> i64 {
        let (tongue, decimals) = (self.reader.tongue, self.reader.decimals);
        let mut fees = self.document.fees.clone();
        let (name, with_tax) = fees.pop().unwrap();
        assert!(name.starts_with(tongue.total), "{name}");
        let billed = || self.lines().iter().filter(|line| self.is_in(line) && line["nature"] != "onBehalf");
        let sum = |line: &Value, of: fn(Amount) -> i64| -> i64 {
            rows[&self.set(line)].iter().flatten().map(|amount| of(*amount)).sum()
        };
        let all: i64 = self.document.sums.iter().sum();
        let all_most: i64 = billed().map(|line| sum(line, Amount::most)).sum();

        // The discount, where there is one.
        let (mut rest, mut discount) = (fees.as_slice(), 0);
        if let [(name, amount), (cut, cut_by), others @ ..] = rest
            && name == tongue.both
        {
            assert_eq!((amount.minor, cut.starts_with(tongue.discount)), (all, true));
            (rest, discount) = (others, cut_by.minor);
        }
        let exact = match &self.proposal["discount"] {
            cut if cut["share"].is_number() => Exact::new(all.into(), 10_i128.pow(decimals)) * self.share(),
            cut if cut["amount"].is_number() => Exact::of(&cut["amount"]),
            _ => Exact::ZERO,
        };
        assert_eq!(discount, -exact.minor(decimals), "the discount");
        let most_cut = match self.share() {
            Exact::ZERO => discount,
            share => -(Exact::new(all_most.into(), 10_i128.pow(decimals)) * share).minor(decimals),
        };
        let (without, taxes) = match rest {
            [] => (with_tax, rest),
            [(name, total), taxes @ ..] => {
                assert!(name.starts_with(tongue.total), "{name}");
                (*total, taxes)
            }
        };
        assert_eq!(without.minor, all + discount, "the total without tax");
        let ranged = rows.iter().any(|(label, sides)| {
            billed().any(|line| self.set(line) == *label) && sides.iter().flatten().any(|side| side.at_most.is_some())
        });
        assert_eq!(without.at_most, ranged.then_some(all_most + most_cut), "the total at most");

        // Each tax on the base that is shown, else on the total.
        let (mut sum_of_taxes, mut sum_at_most) = (0, 0);
        let mut shown = taxes.iter();
        for tax in self.proposal["taxes"].as_array().unwrap() {
            let (rate, bearing) = (Exact::of(&tax["rate"]), |line: &&Value| self.taxes(line).contains(&&tax["id"]));
            let kept = Exact::ONE - self.share();
            let cut = if tax["default"] == true && self.share() == Exact::ZERO { discount } else { 0 };
            let base = |of: fn(Amount) -> i64| {
                let sum: i64 = billed().filter(bearing).map(|line| sum(line, of)).sum();
                (Exact::new((sum + cut).into(), 10_i128.pow(decimals)) * kept).minor(decimals)
            };
            let [expected, at_most] = [base(|amount| amount.minor), base(Amount::most)];
            if billed().filter(bearing).count() == 0 && cut == 0 {
                continue;
            }
            let (name, amount) = shown.next().unwrap_or_else(|| panic!("no row for {}", tax["label"]));
            assert!(name.starts_with(&self.set(tax)), "{name} for {}", tax["label"]);
            let base = match name.split_once(tongue.on) {
                Some((_, base)) => self.reader.money(base),
                None => without.minor,
            };
            assert!((base - expected).abs() <= 1, "{name}: the base is {expected}");
            assert_eq!(amount.minor, (Exact::new(base.into(), 10_i128.pow(decimals)) * rate).minor(decimals), "{name}");
            sum_of_taxes += amount.minor;
            sum_at_most += (Exact::new(at_most.into(), 10_i128.pow(decimals)) * rate).minor(decimals);
        }
        assert_eq!(shown.next(), None, "a row of a tax that nothing bears");
        assert_eq!(with_tax.minor, without.minor + sum_of_taxes, "the total with tax");
        let most = without.at_most.map(|most| most + sum_at_most);
        assert!(with_tax.at_most.is_some() == most.is_some(), "{with_tax:?}");
        // The bases of a discount are rounded one by one.
        let off = with_tax.at_most.unwrap_or_default() - most.unwrap_or_default();
        assert!(off.abs() <= 2, "the total with tax at most: {with_tax:?}, not {most:?}");
        with_tax.minor
    }

    /// What is due when is all of it, and what is due on a condition is what the sentence says.
    fn schedule_adds_up(&self, with_tax: i64) {
        let (due, tongue) = (&self.document.schedule, self.reader.tongue);
        let paid = self.proposal["payments"].as_array().is_some_and(|payments| !payments.is_empty());
        assert!(!(paid && with_tax != 0 && due.is_empty()), "no schedule");
        if !due.is_empty() {
            assert_eq!(due.iter().map(|(_, amount)| amount).sum::<i64>(), with_tax, "the schedule: {due:?}");
        }
        let sentences = self.document.notes.iter().map(|note| (note, self.reader.amounts(note)));
        let sentences = sentences.filter(|(_, amounts)| !amounts.is_empty());
        for (note, amounts) in sentences {
            let total = self.document.sums.iter().sum::<i64>()
                + self
                    .document
                    .fees
                    .iter()
                    .find(|(name, _)| name.starts_with(tongue.discount))
                    .map_or(0, |(_, cut)| cut.minor);
            if note.starts_with("Ferme ") || note.contains(" firm, ") {
                assert_eq!(amounts.iter().sum::<i64>(), total, "{note}");
                if self.proposal["taxes"] == json!([]) && !due.is_empty() {
                    let conditional = due.iter().filter(|(label, _)| label.contains(tongue.only_if));
                    assert_eq!(conditional.map(|(_, amount)| amount).sum::<i64>(), amounts[1], "{note}: {due:?}");
                }
            } else if note.starts_with("Une fois") || note.contains(" once; ") {
                assert_eq!(amounts[0] + amounts.last().unwrap(), total, "{note}");
            } else {
                let behalf = self.document.on_behalf.iter().flat_map(|row| row.sides).flatten().map(|side| side.minor);
                assert_eq!(amounts, [behalf.sum::<i64>()], "{note}");
            }
        }
    }
}

fn quantity(line: &Value) -> Exact {
    line["quantity"].as_number().map_or(Exact::ONE, |quantity| Exact::of(&json!(quantity)))
}

/// Words that nobody may read where there is no tax.
fn says_tax(text: &str) -> Option<&str> {
    let words = text.split(|sign: char| !sign.is_alphabetic());
    let tax = |word: &&str| {
        ["ht", "ttc", "tva", "vat", "tax", "taxe", "taxes", "incl", "excl"].contains(&&*word.to_lowercase())
    };
    words.into_iter().find(tax)
}

/// The proposal with its rate of one default tax as a list of taxes.
fn with_taxes(proposal: &Value, tongue: &Tongue) -> Value {
    let mut proposal = proposal.clone();
    if proposal["taxes"].as_array().is_none_or(Vec::is_empty) {
        let rate = proposal["vatRate"].as_f64().unwrap_or(0.2);
        let tax = json!({"id": "", "label": tongue.vat, "rate": rate, "default": true});
        proposal["taxes"] = if rate == 0.0 { json!([]) } else { json!([tax]) };
    }
    proposal
}

/// Reads a proposal's documents in every form and language.
#[track_caller]
pub fn add_up(proposal: &Value) {
    let checked = support::checked(proposal);
    for tongue in [&FRENCH, &ENGLISH] {
        let proposal = &with_taxes(proposal, tongue);
        let ([markdown, text], _) = rendered(&checked, tongue);
        let reader = reader(proposal, tongue);
        let document = reader.markdown(&markdown);
        assert_eq!(reader.text(&text), document, "the text says otherwise than the Markdown:\n{text}\n{markdown}");
        if proposal["taxes"] == json!([]) {
            let own = proposal["taxNote"].as_str().unwrap_or_default();
            let written = plain(&markdown).replace(&plain(&typeset(own, tongue.language)), "");
            assert_eq!(says_tax(&written), None, "{markdown}");
        }
        let reading = Reading { proposal, reader, document };
        let told = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let rows = reading.rows_are_the_lines();
            reading.subtotals_add_up();
            let with_tax = reading.fees_add_up(&rows);
            reading.schedule_adds_up(with_tax);
        }));
        if let Err(said) = told {
            let said =
                said.downcast_ref::<String>().map_or_else(|| said.downcast_ref::<&str>().copied(), |said| Some(said));
            panic!("{} in\n{markdown}\nof {proposal}", said.unwrap_or_default());
        }
    }
}

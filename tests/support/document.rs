//! Reads a rendered brief as a finance department does: what each row costs, what stands below the rows, what is due.
//!
//! It knows the words of a language only as they are read on the page.

use retour::brief::brief;
use retour::estimate::{Estimate, estimate};
use retour::export::{markdown, text};
use retour::proposal::Checked;
use retour::words::{Language, Words};

/// The words and signs by which a reader finds the way.
#[derive(Debug)]
pub struct Tongue {
    pub language: Language,
    pub decimal: char,
    pub group: char,
    pub scope: &'static str,
    pub price: &'static str,
    pub subtotal: &'static str,
    pub production: &'static str,
    pub both: &'static str,
    pub on_behalf: &'static str,
    pub left_out: &'static str,
    pub fees: &'static str,
    pub discount: &'static str,
    pub total: &'static str,
    pub on: &'static str,
    pub due: &'static str,
    pub estimated: &'static str,
    pub only_if: &'static str,
    pub vat: &'static str,
}

pub const FRENCH: Tongue = Tongue {
    language: Language::French,
    decimal: ',',
    group: '\u{202f}',
    scope: "Ce qui se fait, ce qui se pense",
    price: "Prix",
    subtotal: "Sous-total",
    production: "Production",
    both: "Production et conseil",
    on_behalf: "Payé par vous directement",
    left_out: "Non compris",
    fees: "Honoraires",
    discount: "Remise",
    total: "Total",
    on: " sur ",
    due: "Échéancier",
    estimated: " (estimé, au plus ",
    only_if: ", si : ",
    vat: "TVA",
};

pub const ENGLISH: Tongue = Tongue {
    language: Language::English,
    decimal: '.',
    group: ',',
    scope: "What is made, what is thought",
    price: "Price",
    subtotal: "Subtotal",
    production: "Production",
    both: "Production and advice",
    on_behalf: "Paid by you directly",
    left_out: "Not included",
    fees: "Fees",
    discount: "Discount",
    total: "Total",
    on: " on ",
    due: "Payment schedule",
    estimated: " (estimated, at most ",
    only_if: ", if: ",
    vat: "VAT",
};

impl Tongue {
    /// Whether a title is that of the scope: without advice, it names production alone.
    fn is_scope(&self, title: &str) -> bool {
        !title.is_empty() && self.scope.starts_with(title)
    }
}

/// An amount in minor units, and what it is at most where it is an estimate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    pub minor: i64,
    pub at_most: Option<i64>,
}

impl Amount {
    pub fn most(self) -> i64 {
        self.at_most.unwrap_or(self.minor)
    }
}

/// A line of the scope.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub label: String,
    /// Its production and, where the line has advice, its advice.
    pub sides: [Option<Amount>; 2],
}

/// The lines under one title, and the sums below them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    pub title: String,
    pub rows: Vec<Row>,
    pub subtotal: Option<[i64; 2]>,
}

/// What a finance department reads in a brief.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    pub groups: Vec<Group>,
    /// Production and advice in all.
    pub sums: [i64; 2],
    pub on_behalf: Vec<Row>,
    pub left_out: Vec<String>,
    /// The fees from the first row to the last: what it is, and how much.
    pub fees: Vec<(String, Amount)>,
    /// The sentences below the fees.
    pub notes: Vec<String>,
    pub schedule: Vec<(String, i64)>,
}

/// A brief as Markdown and as text, with spaces of one kind.
pub fn rendered(checked: &Checked, tongue: &Tongue) -> ([String; 2], Estimate) {
    let (words, estimate) = (Words::new(tongue.language), estimate(checked));
    let brief = brief(checked.proposal(), &estimate, &words);
    ([markdown(&brief, &words), text(&brief, &words)], estimate)
}

/// A text whose spaces are all ordinary, for comparing with what is typed.
pub fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// How to read amounts: the language's signs, the currency as it is written, and its number of decimals.
pub struct Reader<'a> {
    pub tongue: &'a Tongue,
    pub symbol: &'a str,
    pub decimals: u32,
}

impl Reader<'_> {
    /// The document of a Markdown text.
    #[track_caller]
    pub fn markdown(&self, text: &str) -> Document {
        let mut document = Document::default();
        let (mut part, mut title) = ("", "");
        for line in text.lines() {
            if let Some(name) = line.strip_prefix("## ") {
                (part, title) = (name, "");
            } else if let Some(name) = line.strip_prefix("### ") {
                title = name;
            } else if line.starts_with("| ") && !line.starts_with("| ---") && !line.starts_with("|  |") {
                let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(|cell| cell.trim()).collect();
                let cells: Vec<&str> = cells.iter().map(|cell| cell.trim_matches('*')).collect();
                self.row(&mut document, [part, title], &cells);
            } else if part == self.tongue.fees && !line.is_empty() && !line.starts_with('|') {
                document.notes.push(plain(line));
            }
        }
        document
    }

    /// The document of a plain text.
    #[track_caller]
    pub fn text(&self, text: &str) -> Document {
        let (mut document, lines) = (Document::default(), text.lines().collect::<Vec<_>>());
        let (mut part, mut title) = ("", "");
        let colon = if self.tongue.decimal == ',' { "\u{a0}: " } else { ": " };
        for (i, line) in lines.iter().enumerate() {
            let next = lines.get(i + 1).copied().unwrap_or_default();
            if let Some(name) = line.strip_prefix("– ") {
                if !self.tongue.is_scope(part) && ![self.tongue.fees, self.tongue.due].contains(&part) {
                    continue;
                }
                let priced = next.strip_prefix("  ").map(|next| {
                    let prices = next.split(" · ").filter(|cell| cell.starts_with(self.tongue.price));
                    prices.map(|cell| cell.split_once(colon).unwrap().1).collect::<Vec<_>>()
                });
                let cells: Vec<&str> = match priced {
                    Some(prices) if prices.len() == 2 => vec![name, prices[0], "", prices[1]],
                    Some(prices) => vec![name, prices[0]],
                    None if part == self.tongue.due => {
                        let (rest, amount) = name.rsplit_once(" · ").unwrap();
                        let (label, when) = rest.rsplit_once(colon).unwrap();
                        vec![label, when, amount]
                    }
                    None => name.rsplit_once(colon).map_or(vec![name, ""], |(label, amounts)| {
                        std::iter::once(label).chain(amounts.split(" · ")).collect()
                    }),
                };
                self.row(&mut document, [part, title], &cells);
            } else if next.starts_with("--") {
                (part, title) = (line, "");
            } else if !line.is_empty() && !line.starts_with([' ', '-', '=']) {
                if part == self.tongue.fees {
                    document.notes.push(plain(line));
                }
                title = line;
            }
        }
        document
    }

    fn row(&self, document: &mut Document, [part, title]: [&str; 2], cells: &[&str]) {
        let tongue = self.tongue;
        if part == tongue.fees {
            let name = plain(cells[0]);
            let at_most = name.split_once(tongue.estimated).map(|(_, most)| self.money(most.trim_end_matches(')')));
            let name = name.split(tongue.estimated).next().unwrap().to_owned();
            document.fees.push((name, Amount { minor: self.money(cells[1]), at_most }));
        } else if part == tongue.due {
            document.schedule.push((plain(cells[0]), self.money(cells[2])));
        } else if tongue.is_scope(part) && title == tongue.left_out {
            document.left_out.push(plain(cells[0]));
        } else if tongue.is_scope(part) && !cells[1].starts_with(tongue.price) {
            self.scope(document, title, cells);
        }
    }

    fn scope(&self, document: &mut Document, title: &str, cells: &[&str]) {
        let side = |at: usize| cells.get(at).filter(|cell| !cell.is_empty()).map(|cell| self.amount(cell));
        let label = plain(cells[0].split(" (").next().unwrap());
        let sides = [side(1), side(3)];
        if label == self.tongue.production {
            document.sums = sides.map(|side| side.unwrap_or_default().minor);
        } else if title == self.tongue.on_behalf {
            document.on_behalf.push(Row { label, sides });
        } else {
            // The last group of one is without a title.
            if document.groups.last().is_none_or(|group| group.title != title) {
                document.groups.push(Group { title: title.to_owned(), ..Group::default() });
            }
            let group = document.groups.last_mut().unwrap();
            if label == self.tongue.subtotal {
                group.subtotal = Some(sides.map(|side| side.unwrap_or_default().minor));
            } else {
                group.rows.push(Row { label, sides });
            }
        }
    }

    #[track_caller]
    fn amount(&self, cell: &str) -> Amount {
        let cell = &*plain(cell);
        match cell.split_once(self.tongue.estimated) {
            Some((minor, most)) => {
                Amount { minor: self.money(minor), at_most: Some(self.money(most.strip_suffix(')').unwrap_or(most))) }
            }
            None => Amount { minor: self.money(cell), at_most: None },
        }
    }

    /// An amount such as `−1 234,50 €`, `€1,234.50` or `KWD 3.704` in minor units.
    #[track_caller]
    pub fn money(&self, text: &str) -> i64 {
        let wrong = || -> ! { panic!("{text:?} is not an amount in {}", self.symbol) };
        let (negative, rest) = match text.strip_prefix('−') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let number = if self.tongue.decimal == ',' {
            rest.strip_suffix(self.symbol).unwrap_or_else(|| wrong()).trim_end()
        } else {
            rest.strip_prefix(self.symbol).unwrap_or_else(|| wrong()).trim_start()
        };
        let (whole, decimals) = number.split_once(self.tongue.decimal).unwrap_or((number, ""));
        if !(decimals.is_empty() || decimals.len() == self.decimals as usize) {
            wrong();
        }
        let groups: Vec<&str> = whole.split([self.tongue.group, ' ']).collect();
        if groups[1..].iter().any(|group| group.len() != 3) || groups[0].is_empty() || groups[0].len() > 3 {
            wrong();
        }
        let digits = [&*groups.concat(), decimals].concat();
        let scale = if decimals.is_empty() { 10_i64.pow(self.decimals) } else { 1 };
        let minor: i64 = digits.parse().unwrap_or_else(|_| wrong());
        minor * scale * if negative { -1 } else { 1 }
    }

    /// The amounts that stand in a sentence.
    pub fn amounts(&self, sentence: &str) -> Vec<i64> {
        let signs =
            |sign: char| sign.is_ascii_digit() || [' ', self.tongue.decimal, self.tongue.group, '−'].contains(&sign);
        let pieces: Vec<&str> = sentence.split(self.symbol).collect();
        let found = pieces.windows(2).map(|pair| {
            if self.tongue.decimal == ',' {
                let number = pair[0].trim_end();
                let from = number
                    .rfind(|sign| !signs(sign))
                    .map_or(0, |at| at + number[at..].chars().next().unwrap().len_utf8());
                let number = number[from..].trim_start_matches([' ', ',']);
                self.money(&format!("{number} {}", self.symbol))
            } else {
                let number = pair[1].trim_start();
                let number = &number[..number.find(|sign| !signs(sign) || sign == ' ').unwrap_or(number.len())];
                let sign = if pair[0].ends_with('−') { "−" } else { "" };
                self.money(&format!("{sign}{}{}", self.symbol, number.trim_end_matches(['.', ','])))
            }
        });
        found.collect()
    }
}

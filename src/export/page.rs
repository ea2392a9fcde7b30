//! Writes titles, paragraphs, lists and tables as plain text or as Markdown.
//!
//! It knows the two formats, not the content.

/// A page of text or Markdown, as written so far.
pub(super) struct Page<'a> {
    out: String,
    markdown: bool,
    /// Separator between a name and its value.
    colon: &'a str,
}

impl<'a> Page<'a> {
    /// An empty page.
    pub(super) fn new(markdown: bool, colon: &'a str) -> Self {
        Self { out: String::new(), markdown, colon }
    }

    /// The finished page, ending in a line break.
    pub(super) fn finish(mut self) -> String {
        self.out.push('\n');
        self.out
    }

    /// A text on one line, with markup characters escaped.
    pub(super) fn set(&self, text: &str) -> String {
        let words = text.split(is_break).map(|line| line.trim_matches(' ')).filter(|line| !line.is_empty());
        let line = words.collect::<Vec<_>>().join(" ");
        if self.markdown { escaped(&line) } else { line }
    }

    /// A sentence with marks: `*…*` becomes bold in Markdown and is removed from text; `^…^` (superscript) is removed
    /// from both.
    pub(super) fn rich(&self, sentence: &str) -> String {
        let sentence = sentence.replace('^', "");
        if !self.markdown {
            return self.set(&sentence.replace('*', ""));
        }
        let parts = sentence
            .split('*')
            .enumerate()
            .map(|(i, part)| if i % 2 == 1 { self.strong(part) } else { escaped(&part.replace(is_break, " ")) });
        parts.collect()
    }

    /// A text in bold, in Markdown.
    pub(super) fn strong(&self, text: &str) -> String {
        let set = self.set(text);
        if self.markdown && !set.is_empty() { ["**", &set, "**"].concat() } else { set }
    }

    /// A name and its value, which is formatted already.
    pub(super) fn named(&self, name: &str, set: &str) -> String {
        [&self.set(name), self.colon, set].concat()
    }

    /// Writes a title: level 1 is that of the page, 2 and 3 those of its parts.
    pub(super) fn title(&mut self, level: usize, title: &str) {
        let set = self.set(title);
        if set.is_empty() {
            return;
        }
        let rule = if level == 1 { "=" } else { "-" };
        self.block(&match level {
            _ if self.markdown => ["#".repeat(level), set].join(" "),
            3.. => set,
            _ => [&set, "\n", &rule.repeat(set.chars().count())].concat(),
        });
    }

    /// Writes a block that is formatted already; nothing if it is empty.
    pub(super) fn block(&mut self, set: &str) {
        if set.is_empty() {
            return;
        }
        if !self.out.is_empty() {
            self.out.push_str("\n\n");
        }
        self.out.push_str(set);
    }

    /// Writes a text with its lines and paragraphs.
    pub(super) fn prose(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        for paragraph in text.split("\n\n") {
            let lines = paragraph.split('\n').map(|line| self.set(line)).filter(|line| !line.is_empty());
            let lines: Vec<String> = lines.collect();
            self.block(&lines.join(if self.markdown { "\\\n" } else { "\n" }));
        }
    }

    /// Writes a list of items that are formatted already.
    pub(super) fn list(&mut self, items: &[String]) {
        let mark = if self.markdown { "- " } else { "– " };
        let items: Vec<String> = items.iter().map(|item| [mark, item].concat()).collect();
        self.block(&items.join("\n"));
    }

    /// Writes a table of cells that are formatted already. As text, each row is a list item: the first cell, then each
    /// other one after the head of its column.
    pub(super) fn table(&mut self, heads: &[String], rows: &[Vec<String>]) {
        if !self.markdown {
            return self.list(&rows.iter().map(|row| self.row_as_text(heads, row)).collect::<Vec<_>>());
        }
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(heads.len());
        let line = |cells: &[String]| {
            let cell = |i| cells.get(i).map_or("", String::as_str);
            (0..columns).fold("|".to_owned(), |line, i| [&line, " ", cell(i), " |"].concat())
        };
        let mut lines = vec![line(heads), ["|", &" --- |".repeat(columns)].concat()];
        lines.extend(rows.iter().map(|row| line(row)));
        self.block(&lines.join("\n"));
    }

    fn row_as_text(&self, heads: &[String], row: &[String]) -> String {
        let name = |i: usize| heads.get(i).map_or("", String::as_str);
        let cells = row.iter().enumerate().skip(1).filter(|(_, cell)| !cell.is_empty());
        let named = cells.map(|(i, cell)| match name(i) {
            "" => cell.clone(),
            name => [name, self.colon, cell].concat(),
        });
        let (first, rest) = (row.first().map_or("", String::as_str), named.collect::<Vec<_>>().join(" · "));
        match (rest.is_empty(), heads.is_empty()) {
            (true, _) => first.to_owned(),
            (_, true) => [first, self.colon, &rest].concat(),
            _ => [first, "\n  ", &rest].concat(),
        }
    }
}

/// Whether a character ends a line or is a control character.
fn is_break(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}')
}

/// A line as Markdown (CommonMark, with GitHub's tables and strikethrough): a backslash before every character that
/// could begin markup; before those that do so only at the beginning of a line, only there.
fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let number = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let mark = line.len() - number.len();
    for (place, sign) in line.char_indices() {
        let begins = match sign {
            '-' | '+' | '=' => place == 0,
            '.' | ')' => place == mark && place > 0 && (number.len() == 1 || number[1..].starts_with(' ')),
            _ => "\\`*_[]<>#|~&".contains(sign),
        };
        if begins {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

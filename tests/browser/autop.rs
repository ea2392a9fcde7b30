//! Adds paragraphs to a text as a content manager does if the text was not written as blocks.
//!
//! Follows the documentation of WordPress's filter `wpautop` for tags, lines and paragraphs: block elements get their
//! own paragraphs, everything else between empty lines is wrapped in `<p>`, other line ends become `<br />`. Only
//! HTML's own elements are known. What the filter does for `<pre>`, lists, captions and media is left out: no snippet
//! has them.

/// The elements that start and end a paragraph.
const BLOCKS: [&str; 14] = [
    "p", "div", "section", "article", "aside", "header", "footer", "nav", "figure", "h1", "h2", "h3", "form", "address",
];

/// A piece of a text.
#[derive(Clone, Copy, PartialEq)]
enum Piece<'a> {
    /// The tag of a block element.
    Block(&'a str),
    /// Any other tag.
    Tag(&'a str),
    /// The text between tags.
    Text(&'a str),
}

impl<'a> Piece<'a> {
    fn text(self) -> &'a str {
        match self {
            Self::Block(text) | Self::Tag(text) | Self::Text(text) => text,
        }
    }

    fn is_blank(self) -> bool {
        self.text().trim().is_empty()
    }

    fn is_block(&self) -> bool {
        matches!(self, Self::Block(_))
    }
}

/// The text with its paragraphs.
pub fn with_paragraphs(text: &str) -> String {
    paragraphs(&pieces(text)).iter().map(|pieces| paragraph(pieces)).collect()
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut rest = text;
    let mut pieces = Vec::new();
    while let Some(start) = rest.find('<') {
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end + 1);
        let tag = &rest[start..end];
        pieces.extend([Piece::Text(&rest[..start]), if is_block(tag) { Piece::Block(tag) } else { Piece::Tag(tag) }]);
        rest = &rest[end..];
    }
    pieces.push(Piece::Text(rest));
    pieces
}

fn is_block(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']);
    let name = name.split(|it: char| it.is_whitespace() || "/>".contains(it)).next().unwrap_or_default();
    BLOCKS.contains(&name)
}

/// The pieces of each paragraph: they end at empty lines, even inside scripts, before a block opens and after it closes.
fn paragraphs<'a>(pieces: &[Piece<'a>]) -> Vec<Vec<Piece<'a>>> {
    let mut all = vec![Vec::new()];
    for piece in pieces {
        match piece {
            Piece::Block(tag) if !tag.starts_with("</") => all.push(vec![*piece]),
            Piece::Block(_) => {
                all.last_mut().expect("there is one").push(*piece);
                all.push(Vec::new());
            }
            Piece::Tag(_) => all.last_mut().expect("there is one").push(*piece),
            Piece::Text(text) => {
                for (at, part) in between_empty_lines(text).into_iter().enumerate() {
                    if at > 0 {
                        all.push(Vec::new());
                    }
                    all.last_mut().expect("there is one").push(Piece::Text(part));
                }
            }
        }
    }
    all.retain(|pieces| !pieces.iter().all(|piece| piece.is_blank()));
    all
}

fn between_empty_lines(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((first, second)) = empty_line(rest) {
        parts.push(&rest[..first]);
        rest = &rest[second + 1..];
    }
    parts.push(rest);
    parts
}

/// Where the first and the last newline of the first run of empty lines are.
fn empty_line(text: &str) -> Option<(usize, usize)> {
    text.match_indices('\n').find_map(|(first, _)| {
        let blank = text[first..].len() - text[first..].trim_start().len();
        let last = first + text[first..first + blank].rfind('\n')?;
        (last > first).then_some((first, last))
    })
}

fn paragraph(pieces: &[Piece]) -> String {
    let told: Vec<_> = pieces.iter().filter(|piece| !piece.is_blank()).collect();
    let opens = !told.first().is_some_and(|piece| piece.is_block());
    let closes = !told.last().is_some_and(|piece| piece.is_block());
    // Text right before the end of a block gets its own paragraph inside the block.
    let in_block = matches!(told[..], [Piece::Text(_), Piece::Block("</div>" | "</address>" | "</form>")]);
    let mut out = if opens { "<p>".to_owned() } else { String::new() };
    let mut in_script = false;
    for (at, piece) in pieces.iter().enumerate() {
        if let Piece::Tag(tag) = piece {
            in_script = tag.starts_with("<script") || tag.starts_with("<style");
        }
        let beside_block = pieces[..at].last().is_some_and(|it| it.is_block());
        match piece {
            Piece::Block(tag) if in_block => out += &format!("</p>{tag}"),
            Piece::Text(text) if !in_script => out += &broken(text, at == 0 || beside_block, at + 1 == pieces.len()),
            piece => out += piece.text(),
        }
    }
    out + if closes { "</p>\n" } else { "\n" }
}

/// A text with `<br />` at its line ends, except at the start and the end of a paragraph.
fn broken(text: &str, first: bool, last: bool) -> String {
    let text = if first { text.trim_start_matches('\n') } else { text };
    let text = if last { text.trim_end_matches('\n') } else { text };
    text.split('\n').map(str::trim_end).collect::<Vec<_>>().join("<br />\n")
}

#[test]
fn lines_become_paragraphs() {
    assert_eq!(with_paragraphs("Un\ndeux\n\n\ntrois"), "<p>Un<br />\ndeux</p>\n<p>trois</p>\n");
    assert_eq!(with_paragraphs("<div>Un</div>deux"), "<div>Un</div>\n<p>deux</p>\n");
    assert_eq!(with_paragraphs("<div><b>Un</b></div>"), "<div><b>Un</b></div>\n");
    assert_eq!(with_paragraphs("<b>\n<p>Un</p>\n</b>"), "<p><b></p>\n<p>Un</p>\n<p></b></p>\n");
    assert_eq!(with_paragraphs("<script>\n1\n</script>"), "<p><script>\n1\n</script></p>\n");
}

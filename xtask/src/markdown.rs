//! Reads Markdown pages: their code blocks by name, their sections, their links.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};

/// A fenced code block.
pub struct Block {
    /// The word after the language in its fence.
    pub name: Option<String>,
    /// Its text; every line ends with a newline.
    pub code: String,
}

/// The code blocks of a page, in their order.
pub fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut inside = false;
    for event in Parser::new(page) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(fence))) => {
                inside = true;
                let name = fence.split_whitespace().nth(1).map(str::to_owned);
                blocks.push(Block { name, code: String::new() });
            }
            Event::Text(text) if inside => blocks.iter_mut().last().into_iter().for_each(|it| it.code += &text),
            Event::End(TagEnd::CodeBlock) => inside = false,
            _ => {}
        }
    }
    blocks
}

/// The text before the first second-level heading; then each such heading with the text after it.
pub fn sections(page: &str) -> Vec<&str> {
    let starts = Parser::new(page).into_offset_iter().filter_map(|(event, place)| match event {
        Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => Some(place.start),
        _ => None,
    });
    let bounds: Vec<usize> = std::iter::once(0).chain(starts).chain([page.len()]).collect();
    bounds.windows(2).map(|pair| &page[pair[0]..pair[1]]).collect()
}

/// The page with its relative links replaced by their texts.
pub fn without_relative_links(page: &str) -> String {
    let links = Parser::new(page).into_offset_iter().filter_map(|(event, place)| match event {
        Event::Start(Tag::Link { dest_url, .. }) if !dest_url.contains(':') => Some((place, dest_url)),
        _ => None,
    });
    let (mut out, mut end) = (String::new(), 0);
    for (place, address) in links {
        let label = page[place.clone()].strip_prefix('[').and_then(|it| it.strip_suffix(&format!("]({address})")));
        out += &page[end..place.start];
        out += label.unwrap_or(&page[place.clone()]);
        end = place.end;
    }
    out + &page[end..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_blocks_have_their_names() {
        let blocks = blocks("```js a.js\nlet a;\n\nlet b;\n```\n\n- b\n\n```sh\nls\n```\n");
        let told: Vec<_> = blocks.iter().map(|it| (it.name.as_deref(), it.code.as_str())).collect();
        assert_eq!(told, [(Some("a.js"), "let a;\n\nlet b;\n"), (None, "ls\n")]);
    }

    #[test]
    fn sections_begin_with_their_headings() {
        assert_eq!(
            sections("# A\nb\n\n## C\n```\n## d\n```\n## E\n"),
            ["# A\nb\n\n", "## C\n```\n## d\n```\n", "## E\n"]
        );
    }

    #[test]
    fn links_that_lead_nowhere_are_texts() {
        let text = "See [`docs`](docs/a.md#x), [b](https://b.example) and [c](d).";
        assert_eq!(without_relative_links(text), "See `docs`, [b](https://b.example) and c.");
    }
}

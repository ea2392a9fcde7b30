//! Letters for the mail program: whom they go to, what they say, and whether an address carries them whole.

use crate::brief;
use crate::proposal::{Proposal, Reply};
use crate::words::{Text, Words, format_weekday};

/// Characters of an address that systems surely hand over whole: Windows cuts it at 2,048.
pub const ADDRESS_CHARACTERS: usize = 2_047;
/// Characters that Microsoft Safe Links puts around a link that it rewrites, for a reader with a long address.
const REWRITING: usize = 450;

/// A letter, before anybody sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// The reader's e-mail address; empty where it is to be filled in.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub body: String,
}

impl Letter {
    /// The brief that is sent: the message, the link, and by when.
    pub fn of_brief(proposal: &Proposal, link: &str, words: &Words) -> Self {
        let by = proposal.dates.reply_by.map(|date| {
            let date = format_weekday(date, words.language());
            words.fill(Text::LetterReplyBy, &[("date", &date)])
        });
        Self {
            to: proposal.to.email.clone(),
            subject: words.set(&proposal.title),
            body: paragraphs(&[&proposal.message, link, &by.unwrap_or_default(), &proposal.from.name]),
        }
    }

    /// The reply that goes back: the answer, the word with it, the link. The subject names the brief.
    pub fn of_reply(reply: &Reply, offered: &Proposal, link: &str, words: &Words) -> Self {
        let answer = [&brief::answer(reply, offered, words), "."].concat();
        Self {
            to: offered.from.email.clone(),
            subject: words.fill(Text::ReplySubject, &[("title", &offered.title)]),
            body: paragraphs(&[&answer, &reply.comment, link, &reply.name]),
        }
    }

    /// The address that opens it in the mail program; whatever could add something to the letter is escaped.
    pub fn address(&self) -> String {
        let mut address = "mailto:".to_owned();
        escape(&self.to, b"@.-_+", &mut address);
        let mut sign = '?';
        for (name, text) in [("subject=", &self.subject), ("body=", &self.body)] {
            if !text.is_empty() {
                address.push(sign);
                address.push_str(name);
                escape(&plain(text), b"-_.~!',:()@", &mut address);
                sign = '&';
            }
        }
        address
    }

    /// The address of a letter to paste this one into.
    pub fn blank_address(&self) -> String {
        Self { body: String::new(), ..self.clone() }.address()
    }

    /// Whether systems hand its address over whole.
    pub fn fits(&self) -> bool {
        self.address().len() <= ADDRESS_CHARACTERS
    }
}

/// How long a link is once a mail service has rewritten it to check it at each click, as Outlook does.
pub fn rewritten(link: &str) -> usize {
    let mut escaped = String::new();
    escape(link, b"-_.~", &mut escaped);
    escaped.len() + REWRITING
}

/// What is not empty, with a blank line in between, as letters have it.
fn paragraphs(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join("\r\n\r\n")
}

/// A text in the signs of a keyboard where it loses nothing: fine spaces and apostrophes take nine characters each.
fn plain(text: &str) -> String {
    text.replace('’', "'").replace(['\u{a0}', '\u{202f}'], " ")
}

/// A text as a part of an address: letters, digits and what is allowed stay, the rest is escaped.
fn escape(text: &str, allowed: &[u8], to: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || allowed.contains(&byte) {
            to.push(char::from(byte));
        } else {
            to.push('%');
            to.extend([byte >> 4, byte & 15].map(|digit| char::from(b"0123456789ABCDEF"[usize::from(digit)])));
        }
    }
}

//! Letters (e-mails) for the mail program: recipient, subject, body, and whether their `mailto:` address is short
//! enough.

use crate::brief;
use crate::proposal::{Proposal, Reply};
use crate::words::{Text, Words, format_weekday};

/// Longest address, in characters, that every system passes on whole: Windows cuts it at 2,048.
pub const MAX_ADDRESS_CHARACTERS: usize = 2_047;
/// Characters that Microsoft Safe Links adds to a link that it rewrites, for a recipient with a long e-mail address.
const REWRITING: usize = 450;

/// A letter to be sent by e-mail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// E-mail address of the recipient; empty if the sender has to fill it in.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Body.
    pub body: String,
}

impl Letter {
    /// The letter that sends a brief: the message, the link, the last day to reply, the sender's name.
    pub fn of_brief(proposal: &Proposal, link: &str, words: &Words) -> Self {
        let by = proposal.dates.reply_by.map(|date| {
            let date = format_weekday(date, words.language());
            words.fill(Text::LetterReplyBy, &[("date", &date)])
        });
        Self {
            to: proposal.to.email.clone(),
            subject: words.typeset(&proposal.title),
            body: paragraphs(&[&proposal.message, link, &by.unwrap_or_default(), &proposal.from.name]),
        }
    }

    /// The letter that sends a reply: the answer, the comment, the link, the name. The subject has the title of the
    /// brief.
    pub fn of_reply(reply: &Reply, offered: &Proposal, link: &str, words: &Words) -> Self {
        let answer = [&brief::answer(reply, offered, words), "."].concat();
        Self {
            to: offered.from.email.clone(),
            subject: words.fill(Text::ReplySubject, &[("title", &offered.title)]),
            body: paragraphs(&[&answer, &reply.comment, link, &reply.name]),
        }
    }

    /// The `mailto:` address (RFC 6068) that opens it in the mail program. Characters that could add another recipient
    /// or field are escaped.
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

    /// The `mailto:` address with an empty body, into which the reader pastes this one.
    pub fn blank_address(&self) -> String {
        Self { body: String::new(), ..self.clone() }.address()
    }

    /// Whether its `mailto:` address has at most [`MAX_ADDRESS_CHARACTERS`].
    pub fn fits(&self) -> bool {
        self.address().len() <= MAX_ADDRESS_CHARACTERS
    }
}

/// Length of a link, in characters, after a mail service has rewritten it to check it at each click, as Outlook does.
pub fn rewritten_length(link: &str) -> usize {
    let mut escaped = String::new();
    escape(link, b"-_.~", &mut escaped);
    escaped.len() + REWRITING
}

/// The parts that are not empty, as paragraphs with a blank line between them (CR LF, as RFC 6068 requires).
fn paragraphs(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join("\r\n\r\n")
}

/// The text with ordinary spaces and apostrophes: typographic ones take up to nine characters each once escaped.
fn plain(text: &str) -> String {
    text.replace('’', "'").replace(['\u{a0}', '\u{202f}'], " ")
}

/// Percent-encodes a text for an address, except ASCII letters, digits and the allowed characters.
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

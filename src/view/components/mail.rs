//! Links that open the mail program. Nothing is sent until the user sends it there.

use crate::app::Channel;
use crate::export::{Letter, MAX_ADDRESS_CHARACTERS};
use crate::view::cx::Cx;
use crate::view::markup::{Node, h};
use crate::words::Text;

/// The channel for a letter: in a `mailto:` address, or by the clipboard if it is too long for one.
pub fn way(letter: &Letter) -> Channel {
    if letter.fits() { Channel::Mail } else { Channel::Paste }
}

/// A link that opens the mail program, with the letter, or with an empty message to paste it into.
pub fn mail_link(cx: &Cx, spec: &'static str, letter: &Letter, name: Text) -> Node {
    let (address, name) = match way(letter) {
        Channel::Mail => (letter.address(), name),
        _ => (letter.blank_address(), Text::CopyAndMail),
    };
    h(spec).attr("href", address).text(cx.text(name))
}

/// The note that a letter is too long for a `mailto:` address, and what the link does instead; `None` if it is not.
pub fn too_long(cx: &Cx, letter: &Letter) -> Option<String> {
    let words = cx.words();
    let most = words.number(MAX_ADDRESS_CHARACTERS as f64, 0);
    let count = letter.address().len() as f64;
    (!letter.fits()).then(|| words.count(Text::MailTooLong, count, &[("most", &most)]))
}

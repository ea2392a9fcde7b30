//! Letters that the mail program has ready; nothing leaves before a person sends it.

/// The address of a letter; whatever could add something to the letter is escaped.
pub fn mailto(email: &str, subject: &str, body: &str) -> String {
    let mut href = "mailto:".to_owned();
    escape(email, b"@.-_+", &mut href);
    for (name, text) in [("?subject=", subject), ("&body=", body)] {
        if !subject.is_empty() {
            href.push_str(name);
            escape(text, b"-_.~", &mut href);
        }
    }
    href
}

/// A text as a part of an address: letters, digits and what is plain stay, the rest is escaped.
fn escape(text: &str, plain: &[u8], to: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || plain.contains(&byte) {
            to.push(char::from(byte));
        } else {
            to.push('%');
            to.extend([byte >> 4, byte & 15].map(|digit| char::from(b"0123456789ABCDEF"[usize::from(digit)])));
        }
    }
}

//! A calendar file (RFC 5545) of all-day events.
//!
//! It does not know the current day: the caller passes the day on which the file is written.

use crate::proposal::Date;

/// An all-day event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CalendarEvent {
    /// Globally unique id; a calendar that already has an event with it updates that event.
    pub uid: String,
    /// Day of the event.
    pub day: Date,
    /// Its title.
    pub summary: String,
    /// Description; may be empty.
    pub description: String,
    /// Absolute address of a page; may be empty.
    pub url: String,
    /// Hours from the reminder to the beginning of the day; `None`: no reminder.
    pub remind_hours: Option<u32>,
}

/// Most octets in a line, without its line break (RFC 5545 § 3.1).
const MAX_OCTETS: usize = 75;

/// A calendar file with these events, written on the day `stamp` (at 0 h UTC).
///
/// Lines end in CR LF and are folded after at most 75 octets, never inside a character.
pub fn calendar(events: &[CalendarEvent], stamp: Date) -> String {
    let mut file = File(String::new());
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//Retour//Retour//EN");
    for event in events {
        file.event(event, stamp);
    }
    file.line("END", "VCALENDAR");
    file.0
}

/// The file as written so far.
struct File(String);

impl File {
    fn event(&mut self, event: &CalendarEvent, stamp: Date) {
        self.line("BEGIN", "VEVENT");
        self.text("UID", &event.uid);
        self.line("DTSTAMP", &[&day_of(stamp), "T000000Z"].concat());
        // A start that is a day, without an end, means the whole of that day (RFC 5545 § 3.6.1).
        self.line("DTSTART;VALUE=DATE", &day_of(event.day));
        self.text("SUMMARY", &event.summary);
        self.text("DESCRIPTION", &event.description);
        // An address is not escaped; what could end the line is removed from it.
        self.line("URL", &event.url.replace(|sign: char| sign.is_control() || sign == ' ', ""));
        self.line("TRANSP", "TRANSPARENT");
        if let Some(hours) = event.remind_hours {
            self.line("BEGIN", "VALARM");
            self.line("ACTION", "DISPLAY");
            self.line("TRIGGER", &["-PT", &hours.to_string(), "H"].concat());
            self.text("DESCRIPTION", &event.summary);
            self.line("END", "VALARM");
        }
        self.line("END", "VEVENT");
    }

    /// Writes a property whose value is a text: backslashes, semicolons, commas and line breaks are escaped.
    fn text(&mut self, name: &str, text: &str) {
        let mut escaped = String::with_capacity(text.len());
        for sign in text.replace("\r\n", "\n").chars() {
            match sign {
                '\\' | ';' | ',' => escaped.extend(['\\', sign]),
                '\n' | '\r' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
                '\t' => escaped.push(' '),
                _ if sign.is_control() => {}
                _ => escaped.push(sign),
            }
        }
        self.line(name, &escaped);
    }

    /// Writes a property, folded; nothing if its value is empty.
    fn line(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        let mut octets = 0;
        for sign in [name, ":", value].concat().chars() {
            if octets + sign.len_utf8() > MAX_OCTETS {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            octets += sign.len_utf8();
            self.0.push(sign);
        }
        self.0.push_str("\r\n");
    }
}

/// `20261121`.
fn day_of(date: Date) -> String {
    date.to_string().replace('-', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event() -> CalendarEvent {
        CalendarEvent {
            uid: "abc@retour".to_owned(),
            day: Date::new(2026, 11, 21).expect("a day"),
            summary: "Réponse attendue, Café; suite \\".to_owned(),
            url: "https://example.org/#a,b;c".to_owned(),
            ..CalendarEvent::default()
        }
    }

    const STAMP: (i32, u32, u32) = (2026, 11, 2);

    fn written(event: CalendarEvent) -> String {
        calendar(&[event], Date::new(STAMP.0, STAMP.1, STAMP.2).expect("a day"))
    }

    #[test]
    fn a_day_with_a_reminder() {
        let event = CalendarEvent { description: "One\r\ntwo\rthree".to_owned(), remind_hours: Some(15), ..event() };
        let expected = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Retour//Retour//EN\nBEGIN:VEVENT\nUID:abc@retour\n\
            DTSTAMP:20261102T000000Z\nDTSTART;VALUE=DATE:20261121\nSUMMARY:Réponse attendue\\, Café\\; suite \\\\\n\
            DESCRIPTION:One\\ntwo\\nthree\nURL:https://example.org/#a,b;c\nTRANSP:TRANSPARENT\nBEGIN:VALARM\n\
            ACTION:DISPLAY\nTRIGGER:-PT15H\nDESCRIPTION:Réponse attendue\\, Café\\; suite \\\\\nEND:VALARM\n\
            END:VEVENT\nEND:VCALENDAR\n";
        assert_eq!(written(event), expected.replace('\n', "\r\n"));
    }

    #[test]
    fn nothing_breaks_a_line() {
        let event = CalendarEvent {
            uid: "a\nEND:VEVENT".to_owned(),
            url: "https://example.org/\r\nX:1".to_owned(),
            summary: "a\u{2028}b\u{7}\tc".to_owned(),
            ..event()
        };
        let file = written(event);
        assert!(file.contains("UID:a\\nEND:VEVENT\r\n") && file.contains("URL:https://example.org/X:1\r\n"));
        assert!(file.contains("SUMMARY:a\\nb c\r\n"));
        assert_eq!(file.matches("\r\n").count(), 12);
        assert_eq!(file.replace("\r\n", "").matches(['\r', '\n']).count(), 0);
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        for start in 0..4 {
            let description = ["a".repeat(start), "é€𝄞,".repeat(40)].concat();
            let file = written(CalendarEvent { description: description.clone(), ..event() });
            assert!(file.split("\r\n").all(|line| line.len() <= 75));
            assert!(file.split("\r\n").any(|line| line.len() > 70));
            let unfolded = file.replace("\r\n ", "");
            assert!(unfolded.contains(&["DESCRIPTION:", &description.replace(',', "\\,"), "\r\n"].concat()));
        }
    }
}

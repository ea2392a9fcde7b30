//! Days as people write them, in both languages.

use super::Language;
use crate::proposal::Date;

const MONTHS: [[&str; 12]; 2] = [
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];
const WEEKDAYS: [[&str; 7]; 2] = [
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];

/// `27 mars 2026`, `1er avril 2026`, `27 March 2026`.
pub fn format_date(date: Date, language: Language) -> String {
    let (year, month, day) = date.civil();
    let month = MONTHS[language as usize][month as usize - 1];
    let ordinal = if language == Language::French && day == 1 { "er" } else { "" };
    format!("{day}{ordinal}\u{a0}{month} {year}")
}

/// `vendredi 27 mars 2026`, `Friday 27 March 2026`.
pub fn format_weekday(date: Date, language: Language) -> String {
    // 1970-01-01 was a Thursday.
    let weekday = (date.days() + 3).rem_euclid(7) as usize;
    format!("{} {}", WEEKDAYS[language as usize][weekday], format_date(date, language))
}

/// A minute of the day: `14 h 05`, `14:05`.
pub fn format_time(minute: u16, language: Language) -> String {
    let (hour, minute) = (minute / 60, minute % 60);
    match language {
        Language::French => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
        Language::English => format!("{hour}:{minute:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_hours_and_minutes() {
        assert_eq!(format_time(14 * 60 + 5, Language::French), "14\u{a0}h\u{a0}05");
        assert_eq!(format_time(59, Language::English), "0:59");
    }

    #[test]
    fn known_days() {
        let day = Date::parse("2026-03-27").unwrap();
        assert_eq!(format_weekday(day, Language::French), "vendredi 27\u{a0}mars 2026");
        assert_eq!(format_weekday(day, Language::English), "Friday 27\u{a0}March 2026");
        assert_eq!(format_date(Date::parse("1969-07-01").unwrap(), Language::French), "1er\u{a0}juillet 1969");
        assert_eq!(format_weekday(Date::parse("1969-07-20").unwrap(), Language::English), "Sunday 20\u{a0}July 1969");
    }
}

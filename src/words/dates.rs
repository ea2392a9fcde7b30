//! Days and times as people write them.

use super::{Language, fill};
use crate::proposal::Date;

/// How a language writes days and times; `{…}` are blanks.
pub(super) struct Dates {
    /// The months from January on.
    pub months: [&'static str; 12],
    /// The days of the week from Monday on.
    pub weekdays: [&'static str; 7],
    /// A day of a `{month}` of a `{year}`; `{day}` is its number.
    pub date: &'static str,
    /// The number of the first day of a month, where it is not `1`.
    pub first: &'static str,
    /// A `{date}` with its `{weekday}`.
    pub with_weekday: &'static str,
    /// A time of a day: the `{hour}` from 0 to 23, and the `{minute}` in two digits.
    pub time: &'static str,
}

/// `27 mars 2026`, `1er avril 2026`, `27 March 2026`.
pub fn format_date(date: Date, language: Language) -> String {
    language.rules().dates.date(date)
}

/// `vendredi 27 mars 2026`, `Friday 27 March 2026`.
pub fn format_weekday(date: Date, language: Language) -> String {
    language.rules().dates.with_weekday(date)
}

/// A minute of the day, from 0 to 1,439: `14 h 05`, `14:05`.
pub fn format_time(minute: u16, language: Language) -> String {
    language.rules().dates.time(minute)
}

impl Dates {
    /// A day, without its weekday.
    pub fn date(&self, date: Date) -> String {
        let (year, month, day) = date.civil();
        let month = self.months[month as usize - 1];
        let day = if day == 1 { self.first.to_owned() } else { day.to_string() };
        fill(self.date, &[("day", &day), ("month", month), ("year", &year.to_string())])
    }

    /// A day with its weekday.
    pub fn with_weekday(&self, date: Date) -> String {
        // 1970-01-01 was a Thursday.
        let weekday = self.weekdays[(date.days() + 3).rem_euclid(7) as usize];
        fill(self.with_weekday, &[("weekday", weekday), ("date", &self.date(date))])
    }

    /// A minute of the day, from 0 to 1,439.
    pub fn time(&self, minute: u16) -> String {
        let (hour, minute) = (minute / 60, minute % 60);
        fill(self.time, &[("hour", &hour.to_string()), ("minute", &format!("{minute:02}"))])
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

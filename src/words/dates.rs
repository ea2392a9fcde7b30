//! Dates and times as each language writes them.

use super::{Language, fill};
use crate::proposal::Date;

/// How a language writes dates and times; `{…}` are blanks.
pub(super) struct Dates {
    /// Names of the months, from January.
    pub months: [&'static str; 12],
    /// Names of the days of the week, from Monday.
    pub weekdays: [&'static str; 7],
    /// A date, with the blanks `{day}`, `{month}` and `{year}`.
    pub date: &'static str,
    /// The first day of a month in a date: `1`, or in French `1er`.
    pub first: &'static str,
    /// A date with its day of the week, with the blanks `{date}` and `{weekday}`.
    pub with_weekday: &'static str,
    /// A date in digits, as a spreadsheet of this language reads it, with the blanks `{day}`, `{month}` and `{year}`.
    pub in_digits: &'static str,
    /// A time of day, with the blanks `{hour}`, from 0 to 23, and `{minute}`, in two digits.
    pub time: &'static str,
}

/// A date: `27 mars 2026`, `1er avril 2026`, `27 March 2026`.
pub fn format_date(date: Date, language: Language) -> String {
    language.rules().dates.date(date)
}

/// A date with its day of the week: `vendredi 27 mars 2026`, `Friday 27 March 2026`.
pub fn format_weekday(date: Date, language: Language) -> String {
    language.rules().dates.with_weekday(date)
}

/// A date in digits, as a spreadsheet of the language reads it: `27/03/2026`, `2026-03-27`.
pub fn format_digits(date: Date, language: Language) -> String {
    language.rules().dates.digits(date)
}

/// A time of day, given as its minute from 0 to 1,439: `14 h 05`, `14:05`.
pub fn format_time(minute: u16, language: Language) -> String {
    language.rules().dates.time(minute)
}

impl Dates {
    /// See [`format_date`].
    pub fn date(&self, date: Date) -> String {
        let (year, month, day) = date.civil();
        let month = self.months[month as usize - 1];
        let day = if day == 1 { self.first.to_owned() } else { day.to_string() };
        fill(self.date, &[("day", &day), ("month", month), ("year", &year.to_string())])
    }

    /// See [`format_weekday`].
    pub fn with_weekday(&self, date: Date) -> String {
        // 1970-01-01 was a Thursday.
        let weekday = self.weekdays[(date.days() + 3).rem_euclid(7) as usize];
        fill(self.with_weekday, &[("weekday", weekday), ("date", &self.date(date))])
    }

    /// See [`format_digits`].
    pub fn digits(&self, date: Date) -> String {
        let (year, month, day) = date.civil();
        let blanks =
            [("day", &*format!("{day:02}")), ("month", &format!("{month:02}")), ("year", &format!("{year:04}"))];
        fill(self.in_digits, &blanks)
    }

    /// See [`format_time`].
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
        assert_eq!(format_digits(day, Language::French), "27/03/2026");
        assert_eq!(format_digits(day, Language::English), "2026-03-27");
        assert_eq!(format_weekday(day, Language::English), "Friday 27\u{a0}March 2026");
        assert_eq!(format_date(Date::parse("1969-07-01").unwrap(), Language::French), "1er\u{a0}juillet 1969");
        assert_eq!(format_weekday(Date::parse("1969-07-20").unwrap(), Language::English), "Sunday 20\u{a0}July 1969");
    }
}

//! A calendar date, without a clock or a time zone.

use std::fmt;

/// A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31. In JSON: `"2026-11-21"`.
/// The default is 1970-01-01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Days since 1970-01-01.
    days: i32,
}

/// 0001-01-01.
const FIRST: i32 = -719_162;
/// 9999-12-31.
const LAST: i32 = 2_932_896;

impl Date {
    /// 1970-01-01.
    pub const EPOCH: Date = Date { days: 0 };

    /// The date with this year, month (from 1) and day (from 1), if it exists and is in the range.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let valid =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= month_length(year, month);
        valid.then(|| Self { days: days_from_civil(year, month, day) })
    }

    /// The date this many days after 1970-01-01, if it is in the range.
    pub fn from_days(days: i32) -> Option<Self> {
        (FIRST..=LAST).contains(&days).then_some(Self { days })
    }

    /// Days since 1970-01-01.
    pub fn days(self) -> i32 {
        self.days
    }

    /// The same day so many months later, or the last day of that month if it has no such day; `None` past the range.
    pub fn after_months(self, months: u32) -> Option<Self> {
        let (year, month, day) = self.civil();
        let months = i32::try_from(months).ok()?.checked_add(month as i32 - 1)?;
        let (year, month) = (year.checked_add(months / 12)?, months as u32 % 12 + 1);
        Self::new(year, month, day.min(month_length(year, month)))
    }

    /// Year, month (from 1) and day (from 1).
    pub fn civil(self) -> (i32, u32, u32) {
        civil_from_days(self.days)
    }

    /// Parses `YYYY-MM-DD`, such as `2026-11-21`; `None` for any other form and for days that do not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 {
            return None;
        }
        // Year, month and day, separated by dashes.
        let (mut numbers, mut part) = ([0, 0, 0], 0);
        for (place, byte) in bytes.iter().enumerate() {
            match (place, byte) {
                (4 | 7, b'-') => part += 1,
                (4 | 7, _) => return None,
                (_, b'0'..=b'9') => numbers[part] = numbers[part] * 10 + u32::from(byte - b'0'),
                _ => return None,
            }
        }
        let [year, month, day] = numbers;
        Self::new(year as i32, month, day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn month_length(year: i32, month: u32) -> u32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01; years begin in March so that the leap day comes last
/// (H. Hinnant, "chrono-compatible low-level date algorithms").
fn days_from_civil(year: i32, month: u32, day: u32) -> i32 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let year_of_era = y.rem_euclid(400);
    let day_of_year = (153 * ((month as i32 + 9) % 12) + 2) / 5 + day as i32 - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The inverse of [`days_from_civil`].
fn civil_from_days(days: i32) -> (i32, u32, u32) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let day_of_era = z.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month as u32, (day_of_year - (153 * shifted + 2) / 5 + 1) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_the_range_comes_back() {
        for days in (FIRST..=LAST).step_by(97).chain([FIRST, -1, 0, 1, LAST]) {
            let date = Date::from_days(days).unwrap();
            assert_eq!(Date::parse(&date.to_string()), Some(date));
        }
    }

    #[test]
    fn known_days() {
        assert_eq!(Date::parse("1970-01-01").unwrap().days(), 0);
        assert_eq!(Date::parse("2026-11-21").unwrap().days(), 20_778);
        assert_eq!(Date::parse("0001-01-01").unwrap().days(), FIRST);
        assert_eq!(Date::parse("9999-12-31").unwrap().days(), LAST);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "2026-2-01", "2026-02-30", "2027-02-29", "2026-13-01", "0000-01-01", "2026-11-2é", "20261121"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}

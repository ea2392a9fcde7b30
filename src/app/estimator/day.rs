//! Handles a change of the date while the widget is open.

use crate::app::{App, Opening};
use crate::proposal::{Date, Dates};
use std::rc::Rc;

impl App {
    /// Sets today's date. Dates that the agency's file derives from it move with it, unless the user has changed them;
    /// those of an opened link stay. Returns whether the date has changed.
    pub fn set_today(&mut self, today: Date) -> bool {
        if today == self.today {
            return false;
        }
        let dates_on = |day| Some(self.agency.as_ref()?.proposal(self.goal.as_deref(), day).dates);
        let (before, after) = (dates_on(self.today), dates_on(today));
        self.today = today;
        if let (Some(before), Some(after), Opening::None) = (before, after, &self.opening) {
            let mut offered = (*self.offered).clone();
            offered.dates = moved(&offered.dates, &before, &after);
            self.offered = Rc::new(offered);
            let mut present = self.proposal().clone();
            present.dates = moved(&present.dates, &before, &after);
            // Another date cannot make a proposal wrong that the agency's file makes on any day.
            let _ = self.put(present);
        }
        true
    }
}

/// The dates, with those of `after` in place of each one that equals that of `before`.
fn moved(dates: &Dates, before: &Dates, after: &Dates) -> Dates {
    let pick = |own: Option<Date>, before: Option<Date>, after: Option<Date>| if own == before { after } else { own };
    Dates {
        issued: pick(dates.issued, before.issued, after.issued),
        reply_by: pick(dates.reply_by, before.reply_by, after.reply_by),
        valid_until: pick(dates.valid_until, before.valid_until, after.valid_until),
        start: pick(dates.start, before.start, after.start),
    }
}

//! How a brief or a reply leaves, how far each way has come, and what is said of it.

use crate::proposal::Value;
use crate::words::Text;

/// How a brief or a reply leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// In a message that the mail program has ready.
    Mail,
    /// In the clipboard, for a message that the mail program opens without it: it is too long for an address.
    Paste,
    /// In the clipboard.
    Copy,
    /// In the system's share sheet.
    Share,
    /// To the agency's own address.
    Post,
}

impl Via {
    /// Every way.
    pub const ALL: [Via; 5] = [Via::Mail, Via::Paste, Via::Copy, Via::Share, Via::Post];

    /// Its name in events.
    pub fn name(self) -> &'static str {
        match self {
            Via::Mail | Via::Paste => "mail",
            Via::Copy => "copy",
            Via::Share => "share",
            Via::Post => "post",
        }
    }
}

/// How far a way has come, as far as anybody knows here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// It has not begun.
    #[default]
    Here,
    /// It is on its way.
    Leaving,
    /// It was handed over: what becomes of it is seen elsewhere.
    Done,
    /// The agency's server has it, since this minute of the reader's day.
    Arrived(u16),
    /// The person thought better of it.
    Cancelled,
    /// The agency's server did not take it, and gave this HTTP status.
    Refused(u16),
    /// It did not leave.
    Failed,
}

impl Stage {
    /// What came of an errand by what it brought; `None` where it failed. A server's answer is its status and the
    /// minute of the day, a closed share sheet is `false`.
    pub fn after(brought: Option<&Value>) -> Self {
        match brought {
            None => Self::Failed,
            Some(Value::Boolean(false)) => Self::Cancelled,
            Some(Value::List(answer)) => match answer[..] {
                [Value::Number(status), Value::Number(minute)] if (200.0..300.0).contains(&status) => {
                    Self::Arrived(minute as u16)
                }
                [Value::Number(status), ..] => Self::Refused(status as u16),
                _ => Self::Failed,
            },
            Some(_) => Self::Done,
        }
    }
}

/// How far each way has come, and which was the last to lead on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SendProgress {
    stages: [Stage; Via::ALL.len()],
    last: Option<(Via, Stage)>,
}

impl SendProgress {
    /// How far this way has come.
    pub fn stage(&self, via: Via) -> Stage {
        self.stages[via as usize]
    }

    /// The way that tells most and the stage that it came to, once something has left or is to be copied by hand: what
    /// has arrived has arrived, whatever was copied since.
    pub fn last(&self) -> Option<(Via, Stage)> {
        if self.has_arrived() { Some((Via::Post, self.stage(Via::Post))) } else { self.last }
    }

    /// Whether the agency's server has it.
    pub fn has_arrived(&self) -> bool {
        matches!(self.stage(Via::Post), Stage::Arrived(_))
    }

    /// A way begins.
    pub fn begin(&mut self, via: Via) {
        self.stages[via as usize] = Stage::Leaving;
    }

    /// A way that has begun comes to this stage. Says whether it leads on to the next screen.
    pub fn end(&mut self, via: Via, stage: Stage) -> bool {
        if self.stage(via) != Stage::Leaving {
            return false;
        }
        self.stages[via as usize] = stage;
        let leads = outcome(via, stage).is_some();
        if leads {
            self.last = Some((via, stage));
        }
        leads
    }

    /// Forgets what is over; what is on its way is still waited for.
    pub fn forget(&mut self) {
        self.last = None;
        for stage in self.stages.iter_mut().filter(|stage| **stage != Stage::Leaving) {
            *stage = Stage::Here;
        }
    }

    /// What is said beside the buttons.
    pub fn said(&self) -> Vec<Text> {
        Via::ALL.into_iter().filter_map(|via| status(via, self.stage(via))).collect()
    }
}

/// The title and the sentence of a reply that has left this way, or is to be copied by hand.
pub fn outcome(via: Via, stage: Stage) -> Option<(Text, Text)> {
    match (via, stage) {
        (Via::Mail, Stage::Done) => Some((Text::ReplyReady, Text::ReplyMailed)),
        (Via::Paste, Stage::Done) => Some((Text::ReplyReady, Text::ReplyToPaste)),
        (Via::Copy, Stage::Done) => Some((Text::ReplyCopiedTitle, Text::ReplyCopied)),
        (Via::Paste | Via::Copy, Stage::Failed) => Some((Text::ReplyByHandTitle, Text::ReplyByHand)),
        (Via::Share, Stage::Done) => Some((Text::ReplySharedTitle, Text::ReplyShared)),
        (Via::Post, Stage::Arrived(_)) => Some((Text::ReplyArrivedTitle, Text::ReplyArrived)),
        _ => None,
    }
}

/// What is said beside the buttons of a way that is under way, or has led nowhere.
pub fn status(via: Via, stage: Stage) -> Option<Text> {
    match (via, stage) {
        (Via::Paste | Via::Copy, Stage::Leaving) => Some(Text::Copying),
        (Via::Share, Stage::Leaving) => Some(Text::Sharing),
        (Via::Share, Stage::Cancelled) => Some(Text::ShareCancelled),
        (Via::Share, Stage::Failed) => Some(Text::ShareFailed),
        (Via::Post, Stage::Leaving) => Some(Text::Posting),
        (Via::Post, Stage::Refused(_)) => Some(Text::PostRefused),
        (Via::Post, Stage::Failed) => Some(Text::PostFailed),
        _ => None,
    }
}

#[cfg(test)]
mod tests;

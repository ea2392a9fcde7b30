//! Channels for sending a brief or a reply: the progress of each, and the texts about it.

use crate::proposal::Value;
use crate::words::Text;

/// A channel for sending a brief or a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// The mail program, with the letter ready in it.
    Mail,
    /// The clipboard, to be pasted into an empty message: the letter is too long for a `mailto:` address.
    Paste,
    /// The clipboard.
    Copy,
    /// The system's share sheet.
    Share,
    /// A POST to the agency's server.
    Post,
}

impl Via {
    /// All channels.
    pub const ALL: [Via; 5] = [Via::Mail, Via::Paste, Via::Copy, Via::Share, Via::Post];

    /// Its name in events; one for both ways of mailing.
    pub fn name(self) -> &'static str {
        match self {
            Via::Mail | Via::Paste => "mail",
            Via::Copy => "copy",
            Via::Share => "share",
            Via::Post => "post",
        }
    }
}

/// The progress of a channel, as far as the widget can know it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Not started.
    #[default]
    Here,
    /// In progress.
    Leaving,
    /// Passed to another program: the widget cannot know whether it was sent.
    Done,
    /// Received by the agency's server, at this minute of the reader's day (0 to 1,439).
    Arrived(u16),
    /// Cancelled by the user.
    Cancelled,
    /// Refused by the agency's server, with this HTTP status.
    Refused(u16),
    /// Failed: nothing was sent, or no server answered.
    Failed,
}

impl Stage {
    /// The stage after a delivery, by the value it resolved to; `None` if it was rejected. A server's answer is a list
    /// of the HTTP status and the minute of the day; a closed share sheet is `false`.
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

/// The progress of every channel, and the last one that led to the next screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SendProgress {
    stages: [Stage; Via::ALL.len()],
    last: Option<(Via, Stage)>,
}

impl SendProgress {
    /// The progress of this channel.
    pub fn stage(&self, via: Via) -> Stage {
        self.stages[via as usize]
    }

    /// The channel and stage to show on the last screen: the POST once it was received, whatever was copied since; else
    /// the last one that led there.
    pub fn last(&self) -> Option<(Via, Stage)> {
        if self.has_arrived() { Some((Via::Post, self.stage(Via::Post))) } else { self.last }
    }

    /// Whether the agency's server received it.
    pub fn has_arrived(&self) -> bool {
        matches!(self.stage(Via::Post), Stage::Arrived(_))
    }

    /// Starts a channel.
    pub fn begin(&mut self, via: Via) {
        self.stages[via as usize] = Stage::Leaving;
    }

    /// Sets the stage of a channel that was started. Returns whether it leads to the next screen.
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

    /// Resets all channels, except those in progress.
    pub fn forget(&mut self) {
        self.last = None;
        for stage in self.stages.iter_mut().filter(|stage| **stage != Stage::Leaving) {
            *stage = Stage::Here;
        }
    }

    /// The texts to show beside the buttons.
    pub fn said(&self) -> Vec<Text> {
        Via::ALL.into_iter().filter_map(|via| status(via, self.stage(via))).collect()
    }
}

/// The title and the text of the screen after sending; `None` if this stage does not lead there.
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

/// The text beside the buttons, for a channel in progress or one that failed.
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

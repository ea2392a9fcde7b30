//! Channels for sending a brief or a reply: the progress of each, and the texts about it.

use crate::proposal::Value;
use crate::words::Text;

/// A channel for sending a brief or a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
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

impl Channel {
    /// All channels.
    pub const ALL: [Channel; 5] = [Channel::Mail, Channel::Paste, Channel::Copy, Channel::Share, Channel::Post];

    /// Its name in events; one for both ways of mailing.
    pub fn name(self) -> &'static str {
        match self {
            Channel::Mail | Channel::Paste => "mail",
            Channel::Copy => "copy",
            Channel::Share => "share",
            Channel::Post => "post",
        }
    }
}

/// The progress of a channel, as far as the widget can know it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Not started.
    #[default]
    NotStarted,
    /// In progress.
    InProgress,
    /// Passed to another program: the widget cannot know whether it was sent.
    HandedOver,
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
            Some(_) => Self::HandedOver,
        }
    }
}

/// The progress of every channel, and the last one that led to the next screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SendProgress {
    stages: [Stage; Channel::ALL.len()],
    last: Option<(Channel, Stage)>,
}

impl SendProgress {
    /// The progress of this channel.
    pub fn stage(&self, via: Channel) -> Stage {
        self.stages[via as usize]
    }

    /// The channel and stage to show on the last screen: the POST once it was received, whatever was copied since; else
    /// the last one that led there.
    pub fn last(&self) -> Option<(Channel, Stage)> {
        if self.has_arrived() { Some((Channel::Post, self.stage(Channel::Post))) } else { self.last }
    }

    /// Whether the agency's server received it.
    pub fn has_arrived(&self) -> bool {
        matches!(self.stage(Channel::Post), Stage::Arrived(_))
    }

    /// Starts a channel.
    pub fn begin(&mut self, via: Channel) {
        self.stages[via as usize] = Stage::InProgress;
    }

    /// Sets the stage of a channel that was started. Returns whether it leads to the next screen.
    pub fn end(&mut self, via: Channel, stage: Stage) -> bool {
        if self.stage(via) != Stage::InProgress {
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
        for stage in self.stages.iter_mut().filter(|stage| **stage != Stage::InProgress) {
            *stage = Stage::NotStarted;
        }
    }

    /// The texts to show beside the buttons.
    pub fn said(&self) -> Vec<Text> {
        Channel::ALL.into_iter().filter_map(|via| status(via, self.stage(via))).collect()
    }
}

/// The title and the text of the screen after sending; `None` if this stage does not lead there.
pub fn outcome(via: Channel, stage: Stage) -> Option<(Text, Text)> {
    match (via, stage) {
        (Channel::Mail, Stage::HandedOver) => Some((Text::ReplyReady, Text::ReplyMailed)),
        (Channel::Paste, Stage::HandedOver) => Some((Text::ReplyReady, Text::ReplyToPaste)),
        (Channel::Copy, Stage::HandedOver) => Some((Text::ReplyCopiedTitle, Text::ReplyCopied)),
        (Channel::Paste | Channel::Copy, Stage::Failed) => Some((Text::ReplyByHandTitle, Text::ReplyByHand)),
        (Channel::Share, Stage::HandedOver) => Some((Text::ReplySharedTitle, Text::ReplyShared)),
        (Channel::Post, Stage::Arrived(_)) => Some((Text::ReplyArrivedTitle, Text::ReplyArrived)),
        _ => None,
    }
}

/// The text beside the buttons, for a channel in progress or one that failed.
pub fn status(via: Channel, stage: Stage) -> Option<Text> {
    match (via, stage) {
        (Channel::Paste | Channel::Copy, Stage::InProgress) => Some(Text::Copying),
        (Channel::Share, Stage::InProgress) => Some(Text::Sharing),
        (Channel::Share, Stage::Cancelled) => Some(Text::ShareCancelled),
        (Channel::Share, Stage::Failed) => Some(Text::ShareFailed),
        (Channel::Post, Stage::InProgress) => Some(Text::Posting),
        (Channel::Post, Stage::Refused(_)) => Some(Text::PostRefused),
        (Channel::Post, Stage::Failed) => Some(Text::PostFailed),
        _ => None,
    }
}

#[cfg(test)]
mod tests;

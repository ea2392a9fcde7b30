//! An answer in words.

use super::Amounts;
use crate::proposal::{Answer, Proposal, Reply};
use crate::words::{Text, Words, format_weekday};

/// What a reply answers, in a phrase: `Non, trop cher (budget : 20 000 €)`.
pub fn answer(reply: &Reply, proposal: &Proposal, words: &Words) -> String {
    let no = |reason| words.fill(Text::AnswerNoBecause, &[("reason", &words.text(reason))]);
    let said = match reply.answer {
        Answer::Yes => words.text(Text::AnswerYes),
        Answer::YesWithChanges => words.text(Text::AnswerChanges),
        Answer::LetsTalk => words.text(Text::AnswerTalk),
        Answer::NotNow => match reply.answer_on {
            Some(date) => words.fill(Text::AnswerNotNowOn, &[("date", &format_weekday(date, words.language()))]),
            None => words.text(Text::AnswerNotNowShort),
        },
        Answer::No => words.text(Text::AnswerNo),
        Answer::TooExpensive => no(Text::TooExpensive),
        Answer::NotWhatIExpected => no(Text::NotExpected),
        Answer::InHouse => no(Text::DoneInHouse),
        Answer::SomeoneElse => no(Text::SomeoneElse),
        Answer::Cancelled => no(Text::ProjectDropped),
    };
    match reply.budget {
        Some(budget) => {
            let budget = Amounts::new(proposal, words).certain(budget.major());
            [&said, " (", &words.fill(Text::BudgetSaid, &[("budget", &budget)]), ")"].concat()
        }
        None => said,
    }
}

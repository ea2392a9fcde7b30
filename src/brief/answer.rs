//! The answer of a reply in words.

use super::Amounts;
use crate::proposal::{Answer, Proposal, Reply};
use crate::words::{Text, Words, format_weekday};

/// The sentence of an answer; of a no with a reason, the reason alone.
pub fn answer_sentence(answer: Answer) -> Text {
    match answer {
        Answer::Yes => Text::AnswerYes,
        Answer::YesWithChanges => Text::AnswerChanges,
        Answer::LetsTalk => Text::AnswerTalk,
        Answer::NotNow => Text::AnswerNotNowShort,
        Answer::No => Text::AnswerNo,
        Answer::TooExpensive => Text::TooExpensive,
        Answer::NotWhatIExpected => Text::NotExpected,
        Answer::InHouse => Text::DoneInHouse,
        Answer::SomeoneElse => Text::SomeoneElse,
        Answer::Cancelled => Text::ProjectDropped,
    }
}

/// The answer of a reply with its day and budget, as a phrase: `Non, trop cher (budget : 20 000 €)`.
pub fn answer(reply: &Reply, proposal: &Proposal, words: &Words) -> String {
    let sentence = answer_sentence(reply.answer);
    let said = match (reply.answer, reply.answer_on) {
        (Answer::NotNow, Some(date)) => {
            words.fill(Text::AnswerNotNowOn, &[("date", &format_weekday(date, words.language()))])
        }
        (answer, _) if answer.gives_reason() => words.fill(Text::AnswerNoBecause, &[("reason", &words.text(sentence))]),
        _ => words.text(sentence),
    };
    match reply.budget {
        Some(budget) => {
            let budget = Amounts::new(proposal, words).certain(budget.major());
            [&said, " (", &words.fill(Text::BudgetSaid, &[("budget", &budget)]), ")"].concat()
        }
        None => said,
    }
}

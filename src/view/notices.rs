//! Words to the reader about what was refused, copied, or is wrong with a file.

use super::desk::Desk;
use crate::app::{Notice, Refusal, Refused, Row};
use crate::words::{NotANumber, Text, Words, fault_sentence};
use yew::prelude::*;

/// Why a row's text is not in the figures.
pub fn refused(desk: &Desk, row: &Row) -> Html {
    match desk.app.refused(row) {
        Some(refused) => html! {
            <p class="note refusal" role="alert" key="refused">{ sentence(refused, desk.words()) }{ " " }{ desk.text(Text::KeepsFigures) }</p>
        },
        None => html! { <p class="note refusal" hidden=true key="refused"></p> },
    }
}

fn sentence(refused: &Refused, words: &Words) -> String {
    match &refused.refusal {
        Refusal::NotANumber(NotANumber::Empty) => words.text(Text::NumberMissing),
        Refusal::NotANumber(NotANumber::Unreadable) => words.text(Text::NumberUnreadable),
        Refusal::NotANumber(NotANumber::TooLong) => words.text(Text::NumberTooLong),
        Refusal::NotWhole => words.text(Text::NumberNotWhole),
        Refusal::Fault(fault) => words.set(&fault_sentence(fault, words.language())),
    }
}

/// What came of the last thing that was done.
pub fn notice(desk: &Desk) -> Html {
    match desk.app.notice() {
        Some(Notice::LinkCopied) => html! { <p class="small notice" role="status">{ desk.text(Text::LinkCopied) }</p> },
        Some(Notice::CopyByHand) => html! {
            <p class="field notice" role="status">
                <label>{ desk.text(Text::CopyByHand) }</label>
                <input readonly=true value={desk.app.link()} aria-label={desk.text(Text::CopyLink)} />
            </p>
        },
        None => html! { <p class="small notice" role="status"></p> },
    }
}

/// What is wrong with the agency's file, and where.
pub fn file_faults(desk: &Desk) -> Html {
    let faults = desk.app.faults_of_file();
    let words = desk.words();
    html! {
        <div class="note refusal" hidden={faults.is_empty()}>
            <p>{ desk.text(Text::FileFaults) }</p>
            <ul>
                for fault in faults {
                    <li key={fault.path.clone()}><code>{ fault.path.clone() }</code>{ " " }{ words.set(&fault_sentence(&fault.fault, words.language())) }</li>
                }
            </ul>
        </div>
    }
}

//! The answers to a proposal, in one table. It knows nothing of how they are worded, sealed or shown.

use super::{Json, Reader, Value};

/// Makes the enum [`Answer`] from a table in the order in which screens offer the answers:
/// `Answer: number in a link, name in JSON and in addresses, whether it is a no;`.
///
/// The numbers are 0, 1, 2 and so on, each once, which the compiler checks. Sealed links contain them, so the number of
/// an answer never changes.
macro_rules! answers {
    ($($(#[$about:meta])+ $answer:ident: $number:literal, $name:literal, $is_no:literal;)+) => {
        /// An answer to a proposal.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum Answer {
            $($(#[$about])+ $answer = $number,)+
        }

        impl Answer {
            /// All answers, in the order in which screens offer them.
            pub const OFFERED: [Self; [$($number),+].len()] = [$(Self::$answer),+];

            /// All answers, in the order of their numbers in a link.
            pub const ALL: [Self; Self::OFFERED.len()] = {
                let mut all = Self::OFFERED;
                $(all[$number] = Self::$answer;)+
                all
            };

            /// The names of [`Self::ALL`], in the same order.
            const NAMES: [&str; Self::ALL.len()] = {
                let mut names = [""; Self::ALL.len()];
                $(names[$number] = $name;)+
                names
            };

            /// Whether it declines the proposal.
            pub fn is_no(self) -> bool {
                match self {
                    $(Self::$answer => $is_no,)+
                }
            }
        }
    };
}

answers! {
    /// Yes, to the proposal unchanged.
    Yes: 0, "yes", false;
    /// Yes, with the changes in the reply.
    YesWithChanges: 1, "yesWithChanges", false;
    /// No decision yet: the prospect wants to talk first.
    #[default]
    LetsTalk: 2, "letsTalk", false;
    /// Not yet: the prospect will answer later.
    NotNow: 3, "notNow", false;
    /// No, without a reason.
    No: 4, "no", true;
    /// No: it is too expensive.
    TooExpensive: 5, "tooExpensive", true;
    /// No: it is not what the prospect expected.
    NotWhatIExpected: 6, "notWhatIExpected", true;
    /// No: another agency will do it.
    SomeoneElse: 8, "someoneElse", true;
    /// No: it will be done in-house.
    InHouse: 7, "inHouse", true;
    /// No: the project is cancelled.
    Cancelled: 9, "cancelled", true;
}

impl Answer {
    /// The answer with this name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.name() == name)
    }

    /// Its name in JSON and in addresses.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// Whether it is a no with a reason.
    pub fn gives_reason(self) -> bool {
        self.is_no() && self != Self::No
    }
}

impl Json for Answer {
    fn read(&mut self, from: Reader) -> bool {
        let found = from.word(&Self::NAMES);
        if let Some(number) = found {
            *self = Self::ALL[number];
        }
        found.is_some()
    }

    fn write(&mut self) -> Value {
        Value::Text(self.name().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proposal::to_value;

    #[test]
    fn every_answer_has_the_name_that_json_gives_it() {
        for (number, answer) in Answer::ALL.into_iter().enumerate() {
            assert_eq!(answer as usize, number);
            assert_eq!(to_value(answer), Value::Text(answer.name().to_owned()));
            assert_eq!(Answer::of(answer.name()), Some(answer));
            assert!(Answer::OFFERED.contains(&answer));
        }
    }

    #[test]
    fn an_unknown_answer_is_none() {
        assert_eq!(Answer::of("Yes"), None);
        assert_eq!(Answer::of(""), None);
    }
}

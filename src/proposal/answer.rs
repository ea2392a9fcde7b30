//! The answers to a proposal, in one table. It must not know how they are worded, sealed or shown.

use super::{Json, Reader, Value};

/// Makes the enum [`Answer`] of a table in the order in which a screen offers the answers:
/// `Answer: number in a link, name in JSON and in addresses, whether it is a no;`.
///
/// The numbers are 0 and the following, each once, which the compiler checks. Sealed links hold them: a number stays
/// with its answer for good.
macro_rules! answers {
    ($($(#[$about:meta])+ $answer:ident: $number:literal, $name:literal, $is_no:literal;)+) => {
        /// An answer to a proposal.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum Answer {
            $($(#[$about])+ $answer = $number,)+
        }

        impl Answer {
            /// All answers, in the order in which a screen offers them.
            pub const OFFERED: [Self; [$($number),+].len()] = [$(Self::$answer),+];

            /// All answers, in the order of their numbers in a link.
            pub const ALL: [Self; Self::OFFERED.len()] = {
                let mut all = Self::OFFERED;
                $(all[$number] = Self::$answer;)+
                all
            };

            /// Their names in the same order.
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
    /// Yes, as it stands.
    Yes: 0, "yes", false;
    /// Yes, with the changes that travel along.
    YesWithChanges: 1, "yesWithChanges", false;
    /// A conversation first.
    #[default]
    LetsTalk: 2, "letsTalk", false;
    /// Later.
    NotNow: 3, "notNow", false;
    /// No, without a reason.
    No: 4, "no", true;
    /// No: the price.
    TooExpensive: 5, "tooExpensive", true;
    /// No: something else was wanted.
    NotWhatIExpected: 6, "notWhatIExpected", true;
    /// No: another agency will do it.
    SomeoneElse: 8, "someoneElse", true;
    /// No: the client's own people will do it.
    InHouse: 7, "inHouse", true;
    /// No: the project is off.
    Cancelled: 9, "cancelled", true;
}

impl Answer {
    /// The answer of a name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.name() == name)
    }

    /// Its name in JSON and in addresses.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// Whether it is a no that says why.
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

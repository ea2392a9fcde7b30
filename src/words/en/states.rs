//! The English sentences shown in place of a screen: loading, a broken link, no agency.

use crate::words::text::sentences;

sentences! {
    Loading: "The estimate is being prepared.";
    BrokenTitle: "This link is incomplete";
    BrokenCut: "Its end is missing: a mail program has probably cut it. The brief is not lost, it is in the original e-mail.";
    BrokenDamagedTitle: "This link is damaged";
    BrokenDamaged: "It was changed on its way. Take it again from the original e-mail, or ask for it to be sent again.";
    BrokenNewerTitle: "This link is newer than this page";
    BrokenNewer: "It was made with a newer version of Retour. Reload the page, or open the link on the agency's site.";
    BrokenOtherTitle: "This is not a Retour link";
    BrokenOther: "The text received holds no brief. Paste the whole link here, as it was sent to you.";
    WhatWeRead: "What we could read";
    WhatYouCanDo: "What you can do";
    PasteWhole: "Paste the whole link";
    CharactersReceived: "{n} character received.|{n} characters received.";
    CharactersExpected: "{n} character received, {expected} expected.|{n} characters received, {expected} expected.";
    Reopen: "Open again";
    AskAgain: "Ask {name} to send it again";
    EstimateWithout: "Make an estimate without the brief";
    NoAgencyTitle: "Nothing to estimate yet";
    NoAgency: "The page gives no agency file. If this site is yours, add the agency attribute.";
    FileFaults: "The agency's file has faults; this is what to mend:";
}

//! The English sentences of the brief.

use crate::words::text::sentences;

sentences! {
    BriefTitle: "Engagement brief";
    BriefNumber: "Brief {reference}";
    To: "To";
    From: "From";
    ReplyBy: "Reply expected";
    AWordIsEnough: "a word is enough, even no";
    ValidUntil: "Prices valid";
    Until: "until {date}";
    EffortMade: "This proposal took *{people} person {hours} hours*.|This proposal took *{people} people {hours} hours*.";
    Understood: "What we understood";
    MadeAndThought: "What is made, what is thought";
    PriceExclTax: "Price {excl}";
    FeesTitle: "Fees";
    FeesTotal: "Production and advice";
    TotalExclTax: "Total {excl}";
    Total: "Total";
    DueTitle: "Payment schedule";
    DueIf: "{label}, if: {factor}";
    DueAtStart: "at the start";
    DueInMonth: "month {n}";
    DueMonthly: "{n} months, from {first} to {last}";
    LeftOutTitle: "Not included";
    ChosenTerm: "{choice}: {alternative}";
    NotChosen: "{choice}: {alternative}, not chosen";
    OnBehalfTitle: "Paid by you directly";
    BindingTitle: "Accepted";
    Place: "Place";
    DateOf: "Date";
    Signature: "Name and signature";
    ScopeRest: "Project";
    Subtotal: "Subtotal";
    TaxOn: "{tax} on {base}";
    Discount: "Discount";
    Vat: "VAT {rate}";
    TotalInclTax: "Total {incl}";
    TermsTitle: "Terms";
    MayBringTitle: "What it may bring";
    MayBringNote: "Over {months} months, each dot standing for 1 chance in 20.";
    NeverNote: "In {n} future out of 20 the cost is not repaid.|In {n} futures out of 20 the cost is not repaid.";
    BasisTitle: "What it stands on";
    HolderColumn: "Held by";
    SourceColumn: "Source";
    CommitmentsTitle: "What we commit to";
    OutOfHandsTitle: "What is out of our hands";
    WithoutUsTitle: "And without us?";
    Mentions: "Indicative estimate, not a contract.";
    SentFigures: "The value and the chances are those that were sent. The present version of the calculation would give others; the rest comes from it.";
    OwnFigures: "Everything is computed again with the present version of the calculation; what was sent came from another.";
    CodeLabel: "QR code: the link of this brief";
    CodeCaption: "Open this brief on a telephone";
    CodeTooLong: "The link of this brief is too long for a QR code.";
    DifferFromProposed: "You have changed this brief: it differs from what was proposed.";
}

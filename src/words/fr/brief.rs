//! The French sentences of the brief.

use crate::words::text::sentences;

sentences! {
    BriefTitle: "Brief de mission";
    BriefNumber: "Brief {reference}";
    To: "Pour";
    From: "De";
    ReplyBy: "Réponse attendue";
    AWordIsEnough: "un mot suffit, même non";
    ValidUntil: "Prix valables";
    Until: "jusqu'au {date}";
    EffortMade: "Cette proposition a demandé *{hours} h* à *{people} personne*.|Cette proposition a demandé *{hours} heures* à *{people} personnes*.";
    Understood: "Ce que nous avons compris";
    MadeAndThought: "Ce qui se fait, ce qui se pense";
    PriceExclTax: "Prix {excl}";
    FeesTitle: "Honoraires";
    FeesTotal: "Production et conseil";
    TotalExclTax: "Total {excl}";
    Total: "Total";
    DueTitle: "Échéancier";
    DueIf: "{label}, si : {factor}";
    DueAtStart: "au départ";
    DueInMonth: "au mois {n}";
    DueMonthly: "{n} mois, de {first} à {last}";
    LeftOutTitle: "Non compris";
    ChosenTerm: "{choice} : {alternative}";
    NotChosen: "{choice} : {alternative}, non retenu";
    OnBehalfTitle: "Payé par vous directement";
    BindingTitle: "Bon pour accord";
    Place: "Lieu";
    DateOf: "Date";
    Signature: "Nom et signature";
    ScopeRest: "Mission";
    Subtotal: "Sous-total";
    TaxOn: "{tax} sur {base}";
    Discount: "Remise";
    Vat: "TVA {rate}";
    TotalInclTax: "Total {incl}";
    TermsTitle: "Conditions";
    MayBringTitle: "Ce que cela peut rapporter";
    MayBringNote: "Sur {months} mois, chaque point comptant pour 1 chance sur 20.";
    NeverNote: "Dans {n} futur sur 20, le coût n'est pas remboursé.|Dans {n} futurs sur 20, le coût n'est pas remboursé.";
    BasisTitle: "Sur quoi cela repose";
    HolderColumn: "Tenu par";
    SourceColumn: "Source";
    CommitmentsTitle: "Nos engagements";
    OutOfHandsTitle: "Ce qui nous échappe";
    WithoutUsTitle: "Et sans nous ?";
    Mentions: "Estimation indicative, sans valeur contractuelle.";
    SentFigures: "La valeur et les chances sont celles de l'envoi. La version présente du calcul en donnerait d'autres ; le reste vient d'elle.";
    OwnFigures: "Tout est recalculé avec la version présente du calcul ; l'envoi venait d'une autre.";
    CodeLabel: "Code QR : le lien de ce brief";
    CodeCaption: "Ouvrir ce brief sur un téléphone";
    CodeTooLong: "Le lien de ce brief est trop long pour un code QR.";
    DifferFromProposed: "Vous avez changé ce brief : il diffère de ce qui a été proposé.";
}

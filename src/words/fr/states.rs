//! The French sentences shown in place of a screen: loading, a broken link, no agency.

use crate::words::text::sentences;

sentences! {
    Loading: "L'estimation se prépare.";
    BrokenTitle: "Ce lien est incomplet";
    BrokenCut: "Il en manque la fin : une messagerie l'a sans doute coupé. Le brief n'est pas perdu, il est dans le courriel d'origine.";
    BrokenDamagedTitle: "Ce lien est abîmé";
    BrokenDamaged: "Il a changé en route. Reprenez-le dans le courriel d'origine, ou demandez qu'on vous le renvoie.";
    BrokenNewerTitle: "Ce lien est plus récent que cette page";
    BrokenNewer: "Il a été fait avec une version plus récente de Retour. Rechargez la page, ou ouvrez le lien sur le site de l'agence.";
    BrokenOtherTitle: "Ce n'est pas un lien de Retour";
    BrokenOther: "Le texte reçu ne contient pas de brief. Collez ici le lien entier, tel qu'il vous a été envoyé.";
    WhatWeRead: "Ce que nous avons pu lire";
    WhatYouCanDo: "Ce que vous pouvez faire";
    PasteWhole: "Coller le lien entier";
    CharactersReceived: "{n} caractère reçu.|{n} caractères reçus.";
    CharactersExpected: "{n} caractère reçu, {expected} attendus.|{n} caractères reçus, {expected} attendus.";
    Reopen: "Rouvrir";
    AskAgain: "Demander à {name} de le renvoyer";
    EstimateWithout: "Faire une estimation sans le brief";
    NoAgencyTitle: "Rien à estimer encore";
    NoAgency: "La page ne donne pas de fichier d'agence. Si ce site est le vôtre, ajoutez l'attribut agency.";
    FileFaults: "Le fichier de l'agence a des erreurs ; voici ce qu'il faut corriger :";
}

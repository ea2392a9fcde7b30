//! The French sentences of faults: what is wrong, and what to do about it.

use crate::proposal::{Expected, Fault, IdKind};

/// The sentence of a fault; `{1}` and `{2}` are the blanks that [`blanks`](crate::words::faults) fills.
pub(in crate::words) fn fault(fault: &Fault) -> &'static str {
    match fault {
        Fault::Outside(..) => "Ce nombre sort des bornes : donnez-en un de {1} à {2}.",
        Fault::NotAbove0(_) => "Ce nombre sort des bornes : donnez-en un au-dessus de 0, jusqu'à {1}.",
        Fault::TooManyTrials(_) => "Les essais des comptages sont trop nombreux : gardez-en au plus {1} en tout.",
        Fault::TooLong(_) => "Le texte est trop long : raccourcissez-le à {1} caractères au plus.",
        Fault::AllTooLong(_) => {
            "Tous les textes ensemble sont trop longs pour un lien : restez à {1} caractères au plus."
        }
        Fault::TooWide(_) => "La fourchette est trop large : son haut peut valoir au plus {1} fois son bas.",
        Fault::NotAscending => {
            "Les trois nombres ne montent pas : donnez-les dans l'ordre au moins, probable, au plus."
        }
        Fault::EmptyRange => "Le bas n'est pas sous le haut : donnez d'abord le plus petit des deux nombres.",
        Fault::ScaledTooLarge => {
            "Ramenés à la quantité de la ligne, les nombres sont trop grands : réduisez la quantité ou les nombres."
        }
        Fault::ProductTooLarge => {
            "Le produit de ces facteurs est trop grand pour être calculé : réduisez leurs nombres."
        }
        Fault::NotAFraction => "Ce nombre n'est pas une part : donnez-en un de 0 à 1 (de 0 à 100 %).",
        Fault::Expected(expected) => expectation(*expected),
        Fault::TooMany(_) => "La liste est trop longue : gardez au plus {1} entrées.",
        Fault::TooManyRanges(_) => "Trop de prix et de temps sont en fourchette : gardez-en au plus {1}, fixez les autres.",
        Fault::Missing => "Ce champ manque : ajoutez-le.",
        Fault::Unreadable => "Un caractère s'est perdu en route : retapez le texte.",
        Fault::NoId => "L'identifiant est vide : donnez-en un.",
        Fault::DuplicateId => "Cet identifiant sert déjà plus haut dans la liste : choisissez-en un autre.",
        Fault::UnknownId(named) => unknown(*named),
        Fault::NamedTwice => "Ceci est nommé deux fois : gardez-le une seule fois.",
        Fault::NoFactor => "Ce bénéfice ne multiplie aucun facteur : nommez-en au moins un.",
        Fault::UnitFactorElsewhere => "Ce facteur n'est pas de ceux que le bénéfice multiplie : nommez l'un d'eux.",
        Fault::DaysOrHours => "Le temps se donne en jours ou en heures : donnez l'un des deux, pas les deux.",
        Fault::ScaledChance => {
            "Une chance ne suit pas une quantité : retirez « scalesWith », ou donnez une autre forme."
        }
        Fault::DiscountRate => "Ce taux annuel sort des bornes : donnez-en un de -0,9 à 10 (de -90 à 1 000 %).",
        Fault::ShareOrAmount => "Une remise est une part ou un montant : donnez l'un des deux, pas les deux.",
        Fault::NotTheWhole => "Les paiements ne font pas le tout : ramenez la somme de leurs parts à 1 (100 %).",
        Fault::NotAChance => "Une ligne ne dépend que d'une chance : nommez un facteur dont la forme en est une.",
        Fault::BeyondHorizon(_) => {
            "Cette échéance dépasse l'horizon de {1} mois : avancez-la, ou allongez l'horizon."
        }
        Fault::PricedTwice => {
            "Une part d'autres lignes n'a ni prix, ni temps, ni conseil à elle : retirez l'un ou l'autre."
        }
        Fault::DueElsewhere => {
            "Cette ligne est elle-même une part, ou tombe à un autre moment ou sous une autre condition : nommez-en d'autres."
        }
        Fault::NeedsItself => "Cette ligne a besoin d'elle-même, peut-être par d'autres : retirez l'un des besoins.",
        Fault::Currency => "Ce n'est pas une devise : donnez son code de trois lettres, comme EUR.",
        Fault::Locale => "Ce n'est pas une langue : donnez son code, comme fr-FR.",
        Fault::UnknownKey(unknown) if unknown.nearest().is_some() => {
            "Clé inconnue « {1} » ; vouliez-vous dire « {2} » ? Elle ne sera pas dans le lien."
        }
        Fault::UnknownKey(_) => {
            "Clé inconnue « {1} » : vérifiez son nom, ou retirez-la. Elle ne sera pas dans le lien."
        }
        Fault::MoreUnknownKeys(_) => "Autres clés inconnues : {1}. Corrigez d'abord celles qui sont nommées.",
    }
}

/// That nothing of this kind has the id that is named.
fn unknown(named: IdKind) -> &'static str {
    match named {
        IdKind::Rate => "Aucun tarif n'a cet identifiant : nommez-en un de la grille, ou ajoutez-le.",
        IdKind::Line => "Aucune ligne n'a cet identifiant : nommez une ligne de la proposition, ou ajoutez-la.",
        IdKind::Factor => "Aucun facteur n'a cet identifiant : nommez un facteur de la proposition, ou ajoutez-le.",
        IdKind::Benefit => "Aucun bénéfice n'a cet identifiant : nommez un bénéfice du catalogue, ou ajoutez-le.",
        IdKind::Tax => "Aucune taxe n'a cet identifiant : nommez-en une de la proposition, ou ajoutez-la.",
        IdKind::Section => "Aucune partie n'a cet identifiant : nommez-en une de la proposition, ou ajoutez-la.",
        IdKind::Choice => "Aucun choix n'a cet identifiant : nommez-en un de la proposition, ou ajoutez-le.",
        IdKind::Alternative => "Aucune formule du choix n'a cet identifiant : nommez-en une, ou ajoutez-la.",
        IdKind::Sentence => "Aucune phrase n'a ce nom : vérifiez-le, ou retirez la phrase.",
    }
}

/// What should stand in the field instead; `{1}` is a number, or the words to choose from.
fn expectation(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "Un texte est attendu : donnez-en un.",
        Expected::Number => "Un nombre est attendu : donnez-en un.",
        Expected::Whole => "Un nombre entier est attendu : donnez-en un, à partir de 0.",
        Expected::Boolean => "Oui ou non est attendu : donnez true ou false.",
        Expected::List => "Une liste est attendue : donnez-la entre crochets.",
        Expected::Numbers(_) => "Des nombres sont attendus : donnez-en {1}, entre crochets.",
        Expected::Object => "Un objet est attendu : donnez-le entre accolades.",
        Expected::Date => "Une date est attendue : donnez-la comme 2026-11-21.",
        Expected::Shape => {
            "Un nombre ou une fourchette est attendu : donnez par exemple 12, ou {\"pert\": [8, 12, 20]}."
        }
        Expected::HttpsAddress => "Une adresse sûre est attendue : donnez-la en entier, en commençant par https://.",
        Expected::OneOf(_) => "Un autre mot est attendu : donnez {1}.",
    }
}

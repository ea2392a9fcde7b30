//! What is wrong with a field, and what to do about it. It knows faults, not where they were found.

use super::{Language, fill, format_number, typeset};
use crate::proposal::{Expected, Fault, Named};

/// The sentence of a fault: what is wrong, then what to do.
#[inline(never)]
pub fn sentence(fault: &Fault, language: Language) -> String {
    filled(pair(fault), fault, language)
}

/// The sentence of a fault that what is typed on the estimator may have; none for any other.
pub fn typed_sentence(fault: &Fault, language: Language) -> Option<String> {
    typed(fault).map(|pair| filled(pair, fault, language))
}

fn filled((french, english): Pair, fault: &Fault, language: Language) -> String {
    let text = if language == Language::French { french } else { english };
    let (first, second) = blanks(fault, language);
    fill(&typeset(text, language), &[("1", &first), ("2", &second)])
}

/// A sentence in French and in English; `{1}` and `{2}` are its blanks.
type Pair = (&'static str, &'static str);

/// The sentence of a fault in both languages.
fn pair(fault: &Fault) -> Pair {
    typed(fault).unwrap_or_else(|| seldom(fault))
}

/// The sentence of a fault that numbers or a text typed on the estimator may have, and no other.
fn typed(fault: &Fault) -> Option<Pair> {
    Some(match fault {
        Fault::Outside(..) => (
            "Ce nombre sort des bornes : donnez-en un de {1} à {2}.",
            "This number is out of bounds: give one from {1} to {2}.",
        ),
        Fault::NotAbove0(_) => (
            "Ce nombre sort des bornes : donnez-en un au-dessus de 0, jusqu'à {1}.",
            "This number is out of bounds: give one above 0, up to {1}.",
        ),
        Fault::TooManyTrials(_) => (
            "Les essais des comptages sont trop nombreux : gardez-en au plus {1} en tout.",
            "The counts have too many trials: keep {1} of them at most, all together.",
        ),
        Fault::TooLong(_) => (
            "Le texte est trop long : raccourcissez-le à {1} caractères au plus.",
            "The text is too long: shorten it to {1} characters at most.",
        ),
        Fault::AllTooLong(_) => (
            "Tous les textes ensemble sont trop longs pour un lien : restez à {1} caractères au plus.",
            "All texts together are too long for a link: stay within {1} characters.",
        ),
        Fault::TooWide(_) => (
            "La fourchette est trop large : son haut peut valoir au plus {1} fois son bas.",
            "The range is too wide: its upper end can be {1} times its lower end at most.",
        ),
        Fault::NotAscending => (
            "Les trois nombres ne montent pas : donnez-les dans l'ordre au moins, probable, au plus.",
            "The three numbers do not ascend: give them in the order at least, most likely, at most.",
        ),
        Fault::EmptyRange => (
            "Le bas n'est pas sous le haut : donnez d'abord le plus petit des deux nombres.",
            "The lower end is not below the upper end: give the smaller of the two numbers first.",
        ),
        Fault::ScaledTooLarge => (
            "Ramenés à la quantité de la ligne, les nombres sont trop grands : réduisez la quantité ou les nombres.",
            "Scaled to the quantity of the line, the numbers are too large: reduce the quantity or the numbers.",
        ),
        Fault::ProductTooLarge => (
            "Le produit de ces facteurs est trop grand pour être calculé : réduisez leurs nombres.",
            "The product of these factors is too large to be computed: reduce their numbers.",
        ),
        Fault::Share => (
            "Ce nombre n'est pas une part : donnez-en un de 0 à 1 (de 0 à 100 %).",
            "This number is not a share: give one from 0 to 1 (0 to 100%).",
        ),
        _ => return None,
    })
}

/// The sentences of all others.
fn seldom(fault: &Fault) -> Pair {
    match fault {
        Fault::Expected(expected) => expectation(*expected),
        Fault::TooMany(_) => (
            "La liste est trop longue : gardez au plus {1} entrées.",
            "The list is too long: keep {1} entries at most.",
        ),
        Fault::TooManyRanges(_) => (
            "Trop de temps sont donnés en fourchette : gardez-en au plus {1}, fixez les autres.",
            "Too many times are given as ranges: keep {1} at most and fix the others.",
        ),
        Fault::Missing => ("Ce champ manque : ajoutez-le.", "This field is missing: add it."),
        Fault::Unreadable => (
            "Un caractère s'est perdu en route : retapez le texte.",
            "A character was lost on the way: type the text again.",
        ),
        Fault::NoId => ("L'identifiant est vide : donnez-en un.", "The id is empty: give one."),
        Fault::DuplicateId => (
            "Cet identifiant sert déjà plus haut dans la liste : choisissez-en un autre.",
            "This id is used earlier in the list: choose another one.",
        ),
        Fault::Unknown(named) => unknown(*named),
        Fault::NamedTwice => {
            ("Ce facteur est nommé deux fois : gardez-le une seule fois.", "This factor is named twice: keep it once.")
        }
        Fault::NoFactor => (
            "Ce bénéfice ne multiplie aucun facteur : nommez-en au moins un.",
            "This benefit multiplies no factor: name at least one.",
        ),
        Fault::UnitFactorElsewhere => (
            "Ce facteur n'est pas de ceux que le bénéfice multiplie : nommez l'un d'eux.",
            "This factor is not one that the benefit multiplies: name one of those.",
        ),
        Fault::DaysOrHours => (
            "Le temps se donne en jours ou en heures : donnez l'un des deux, pas les deux.",
            "Time is given in days or in hours: give one of them, not both.",
        ),
        Fault::ScaledChance => (
            "Une chance ne suit pas une quantité : retirez « scalesWith », ou donnez une autre forme.",
            "A chance cannot follow a quantity: remove scalesWith, or give another shape.",
        ),
        Fault::DiscountRate => (
            "Ce taux annuel sort des bornes : donnez-en un de -0,9 à 10 (de -90 à 1 000 %).",
            "This yearly rate is out of bounds: give one from -0.9 to 10 (-90 to 1,000%).",
        ),
        Fault::Currency => (
            "Ce n'est pas une devise : donnez son code de trois lettres, comme EUR.",
            "This is not a currency: give its code of three letters, such as EUR.",
        ),
        Fault::Locale => (
            "Ce n'est pas une langue : donnez son code, comme fr-FR.",
            "This is not a language: give its tag, such as fr-FR.",
        ),
        Fault::UnknownKey(unknown) if unknown.nearest().is_some() => (
            "Clé inconnue « {1} » ; vouliez-vous dire « {2} » ? Elle ne sera pas dans le lien.",
            "Unknown key “{1}”; did you mean “{2}”? It will not be in the link.",
        ),
        Fault::UnknownKey(_) => (
            "Clé inconnue « {1} » : vérifiez son nom, ou retirez-la. Elle ne sera pas dans le lien.",
            "Unknown key “{1}”: check its name, or remove it. It will not be in the link.",
        ),
        Fault::MoreUnknownKeys(_) => (
            "Autres clés inconnues : {1}. Corrigez d'abord celles qui sont nommées.",
            "Other unknown keys: {1}. Correct the ones that are named first.",
        ),
        // What has a sentence above: named one by one, so that a new fault is not forgotten here.
        Fault::Outside(..)
        | Fault::NotAbove0(_)
        | Fault::TooManyTrials(_)
        | Fault::TooLong(_)
        | Fault::AllTooLong(_)
        | Fault::TooWide(_)
        | Fault::NotAscending
        | Fault::EmptyRange
        | Fault::ScaledTooLarge
        | Fault::ProductTooLarge
        | Fault::Share => ("", ""),
    }
}

fn unknown(named: Named) -> Pair {
    match named {
        Named::Rate => (
            "Aucun tarif n'a cet identifiant : nommez-en un de la grille, ou ajoutez-le.",
            "No rate has this id: name one of the rate card, or add it.",
        ),
        Named::Line => (
            "Aucune ligne n'a cet identifiant : nommez une ligne de la proposition, ou ajoutez-la.",
            "No line has this id: name a line of the proposal, or add it.",
        ),
        Named::Factor => (
            "Aucun facteur n'a cet identifiant : nommez un facteur de la proposition, ou ajoutez-le.",
            "No factor has this id: name a factor of the proposal, or add it.",
        ),
        Named::Benefit => (
            "Aucun bénéfice n'a cet identifiant : nommez un bénéfice du catalogue, ou ajoutez-le.",
            "No benefit has this id: name a benefit of the catalogue, or add it.",
        ),
        Named::Sentence => (
            "Aucune phrase n'a ce nom : vérifiez-le, ou retirez la phrase.",
            "No sentence has this name: check it, or remove the sentence.",
        ),
    }
}

/// What should stand there; `{1}` is what [`blanks`] gives.
fn expectation(expected: Expected) -> Pair {
    match expected {
        Expected::Text => ("Un texte est attendu : donnez-en un.", "A text is expected: give one."),
        Expected::Number => ("Un nombre est attendu : donnez-en un.", "A number is expected: give one."),
        Expected::Whole => (
            "Un nombre entier est attendu : donnez-en un, à partir de 0.",
            "A whole number is expected: give one, from 0.",
        ),
        Expected::Boolean => {
            ("Oui ou non est attendu : donnez true ou false.", "Yes or no is expected: give true or false.")
        }
        Expected::List => {
            ("Une liste est attendue : donnez-la entre crochets.", "A list is expected: give it in brackets.")
        }
        Expected::Numbers(_) => (
            "Des nombres sont attendus : donnez-en {1}, entre crochets.",
            "Numbers are expected: give {1} of them in brackets.",
        ),
        Expected::Object => {
            ("Un objet est attendu : donnez-le entre accolades.", "An object is expected: give it in braces.")
        }
        Expected::Date => {
            ("Une date est attendue : donnez-la comme 2026-11-21.", "A date is expected: give it like 2026-11-21.")
        }
        Expected::Shape => (
            "Un nombre ou une fourchette est attendu : donnez par exemple 12, ou {\"pert\": [8, 12, 20]}.",
            "A number or a range is expected: give for example 12, or {\"pert\": [8, 12, 20]}.",
        ),
        Expected::HttpsAddress => (
            "Une adresse sûre est attendue : donnez-la en entier, en commençant par https://.",
            "A safe address is expected: give it whole, starting with https://.",
        ),
        Expected::OneOf(_) => ("Un autre mot est attendu : donnez {1}.", "Another word is expected: give {1}."),
    }
}

/// What fills the blanks.
fn blanks(fault: &Fault, language: Language) -> (String, String) {
    let number = |x: f64| format_number(x, 6, language);
    let first = match fault {
        Fault::Outside(least, most) => return (number(*least), number(*most)),
        Fault::NotAbove0(most) | Fault::TooWide(most) => number(*most),
        Fault::TooManyTrials(most) => number(f64::from(*most)),
        Fault::UnknownKey(unknown) => {
            return (unknown.key.clone(), unknown.nearest().unwrap_or_default().to_owned());
        }
        Fault::MoreUnknownKeys(more) => number(*more as f64),
        Fault::TooMany(most) | Fault::TooManyRanges(most) | Fault::TooLong(most) | Fault::AllTooLong(most) => {
            number(*most as f64)
        }
        Fault::Expected(Expected::Numbers(n)) => number(*n as f64),
        Fault::Expected(Expected::OneOf(words)) => {
            words.join(if language == Language::French { " ou " } else { " or " })
        }
        _ => String::new(),
    };
    (first, String::new())
}

//! The table of sentences: a key, the French, the English.
//!
//! `{name}` is filled in; `one|many` are the two forms of a number; `*…*` is set strong and `^…^`
//! raised where the place allows it. Ordinary spaces and apostrophes are typed here, [`super::typeset`]
//! sets them. An agency's file may override any sentence by its key.

/// A sentence: its key, the French and the English, with a zero between them.
///
/// Each stands by itself, not in one table, so that a part of the program carries no more than it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(&'static str);

impl Text {
    /// The sentence in French and in English.
    pub(super) fn pair(self) -> (&'static str, &'static str) {
        let rest = self.0.split_once('\0').map_or(self.0, |(_, rest)| rest);
        rest.split_once('\0').unwrap_or((rest, rest))
    }

    /// The key as an agency's file writes it, but for the case of its first letter.
    pub(super) fn key(self) -> &'static str {
        self.0.split_once('\0').map_or(self.0, |(key, _)| key)
    }

    /// Whether a sentence has this key, as an agency's file writes it.
    pub(super) fn is_key(key: &str) -> bool {
        Self::KEYS.contains(&digest(key.as_bytes()))
    }
}

/// Three bytes that tell a key from most others (FNV-1a), whatever the case of its first letter. A list of all keys
/// would be loaded with every page; of thirty thousand mistyped keys, one passes unnoticed.
const fn digest(key: &[u8]) -> [u8; 3] {
    let (mut digest, mut at) = (0x811c_9dc5_u32, 0);
    while at < key.len() {
        let byte = if at == 0 { key[0].to_ascii_lowercase() } else { key[at] };
        digest = (digest ^ byte as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    let [_, a, b, c] = digest.to_be_bytes();
    [a, b, c]
}

macro_rules! texts {
    ($($key:ident: $french:literal, $english:literal;)*) => {
        #[allow(non_upper_case_globals, reason = "a key reads the same here and in an agency's file")]
        impl Text {
            $(#[doc = $english] pub const $key: Text = Text(concat!(stringify!($key), "\0", $french, "\0", $english));)*

            /// Every sentence.
            pub const ALL: &[Text] = &[$(Text::$key,)*];

            const KEYS: &[[u8; 3]] = &[$(digest(stringify!($key).as_bytes()),)*];
        }
    };
}

texts! {
    // The estimator
    EstimatorTitle: "Estimez votre projet", "Estimate your project";
    EstimatorLede: "Choisissez un objectif, réglez ce qui se fait et ce qui se pense, corrigez nos hypothèses. Le résultat est une fourchette, jamais une promesse.",
        "Choose a goal, set what is made and what is thought, correct our assumptions. The result is a range, never a promise.";
    GoalTitle: "Que voulez-vous obtenir ?", "What do you want to achieve?";
    ScopeTitle: "Le périmètre", "Scope";
    Compare: "Comparer", "Compare";
    WithAdvice: "Avec conseil", "With advice";
    WithoutAdvice: "Sans conseil", "Without advice";
    Made: "Ce qui se fait", "What is made";
    Thought: "Ce qui se pense", "What is thought";
    Colon: " : ", ": ";
    AlwaysIncluded: "Compris d'office", "Always included";
    LineOptional: "{label}, en option", "{label}, optional";
    NotTaken: "option non retenue", "option left out";
    Production: "Production", "Production";
    Advice: "Conseil", "Advice";
    ShareLabel: "Production {made}, conseil {thought}", "Production {made}, advice {thought}";
    ShareMade: "*{share}* pour produire", "*{share}* to produce";
    ShareThought: "*{share}* pour savoir quoi produire", "*{share}* to know what to produce";
    ShareNoThought: "rien pour savoir quoi produire", "nothing to know what to produce";
    QuantityOf: "Quantité : {label}", "Quantity: {label}";
    HoursOf: "Heures : {label}", "Hours: {label}";
    DaysOf: "Jours : {label}", "Days: {label}";
    AtPrice: "à {price}", "at {price}";
    HoursUnit: "h", "h";
    DaysUnit: "j", "days";
    TimesRole: "× {role}, {rate} par jour", "× {role}, {rate} a day";
    KeepAdvice: "Garder ce conseil", "Keep this advice";
    AdviceSaving: "Sans conseil, la facture baisse de {cost} et la valeur médiane de {value}. L'effet du conseil est une hypothèse de l'agence : elle se discute.",
        "Without advice the bill falls by {cost} and the median value by {value}. The effect of advice is the agency's assumption: it is open to discussion.";
    AdviceGone: "Vous payez {cost} de moins. Les livrables sont les mêmes, mais moins ciblés : la valeur médiane est de {value}.",
        "You pay {cost} less. The deliverables are the same, but less well aimed: the median value is {value}.";
    AdviceNeutral: "Sans conseil, la facture baisse de {cost}.", "Without advice the bill falls by {cost}.";
    NeedsLine: "Sans cette ligne s'en va : {benefits}.", "Without this line, this goes: {benefits}.";
    AddLine: "Ajouter une ligne", "Add a line";
    RemoveLine: "Retirer cette ligne", "Remove this line";
    OwnLabel: "Ce qu'il vous faut en plus", "What you need besides";
    OwnAdvice: "À quoi faut-il réfléchir", "What it takes to think about";
    OwnQuantity: "Quantité", "Quantity";
    OwnPrice: "Prix de l'unité, HT", "Price of one, excl. VAT";
    Unnamed: "Ligne sans nom", "Unnamed line";
    OwnNote: "Ajoutée par vous : son effet sur la valeur n'est pas compté.", "Added by you: its effect on the value is not counted.";
    StepGoal: "Objectif choisi", "Goal chosen";
    StepFigures: "Corrigez ce que vous savez mieux que nous", "Correct what you know better than we do";
    StepCorrected: "{n} correction de vous|{n} corrections de vous", "{n} correction of yours|{n} corrections of yours";
    StepBrief: "Créez le brief quand vous voulez", "Create the brief whenever you like";
    Steps: "Étapes", "Steps";
    KeepDraft: "Garder mon brouillon dans ce navigateur", "Keep my draft in this browser";
    EraseDraft: "Effacer le brouillon", "Erase the draft";
    DraftFound: "Voici votre brouillon, gardé dans ce navigateur.", "Here is your draft, kept in this browser.";
    DraftErased: "Le brouillon est effacé de ce navigateur.", "The draft is erased from this browser.";
    Signed: "Ce lien porte une signature que cette page ne sait pas vérifier : elle ne prouve rien ici.", "This link carries a signature that this page cannot verify: it proves nothing here.";
    PartLost: "Cette partie n'est pas arrivée. Vérifiez votre connexion, puis recommencez ; rien n'est perdu.", "This part did not arrive. Check your connection, then try again; nothing is lost.";
    DraftRefused: "Ce navigateur ne garde rien : sa mémoire est pleine ou fermée. Copiez le lien pour ne rien perdre.", "This browser keeps nothing: its storage is full or closed. Copy the link to lose nothing.";
    Undo: "Annuler", "Undo";
    Redo: "Refaire", "Redo";
    Language: "Langue", "Language";

    // Factors
    DriversTitle: "Ce qui fait la valeur", "What creates the value";
    DriversHelp: "Trois nombres par facteur : au moins, probable, au plus. Une fourchette large est plus honnête qu'un chiffre juste par hasard. Corrigez ceux que vous connaissez mieux que nous.",
        "Three numbers for each factor: at least, likely, at most. A wide range is more honest than a figure that is right by chance. Correct those you know better than we do.";
    RangeHelpTitle: "Comment donner une fourchette ?", "How do I give a range?";
    RangeHelp: "Pensez d'abord au plus bas qui ne vous étonnerait pas, puis au plus haut, et au probable en dernier : le premier chiffre venu attire les autres. Si la vraie valeur devait vous surprendre plus d'une fois sur dix, élargissez. Entre deux chiffres, gardez les deux.",
        "Think first of the lowest that would not surprise you, then of the highest, and of the likely one last: the first figure that comes to mind draws the others to it. If the true value should surprise you more than once in ten, widen the range. Between two figures, keep both.";
    Narrow: "C'est étroit pour une hypothèse. Y mettriez-vous neuf chances sur dix ? Sinon, élargissez.", "This is narrow for a guess. Would you give it nine chances in ten? If not, widen it.";
    AtLeast: "au moins", "at least";
    Likely: "probable", "likely";
    AtMost: "au plus", "at most";
    From90: "de (90 %)", "from (90%)";
    To90: "à (90 %)", "to (90%)";
    Known: "connu", "known";
    Chance: "chance", "chance";
    CountOf: "pour cent, sur {trials}", "per cent, out of {trials}";
    Trials: "Essais", "Tries";
    PercentOf: "% sur ", "% of ";
    HeldByAgency: "Agence", "Agency";
    HeldByClient: "Vous", "You";
    HeldByThird: "Tiers", "Third parties";
    HeldByMarket: "Marché", "Market";
    SourceRecord: "relevé de l'agence", "the agency's records";
    SourceClient: "vos chiffres", "your figures";
    SourcePublic: "chiffres publiés", "published figures";
    SourceGuess: "hypothèse de l'agence, non vérifiée", "the agency's assumption, unverified";
    Unverified: "non vérifié", "unverified";
    ChangedByYou: "Modifié par vous.", "Changed by you.";
    AgencyProposed: "L'agence proposait {figures}.", "The agency proposed {figures}.";
    Restore: "Rétablir", "Restore";
    ClosedByAgency: "Fermé par l'agence. Vous pouvez le discuter dans votre réponse.", "Closed by the agency. You can discuss it in your reply.";
    KeepsFigures: "Le résultat garde les nombres d'avant jusqu'à correction.", "The result keeps the earlier numbers until this is mended.";
    NumberMissing: "Un nombre manque.", "A number is missing.";
    NumberUnreadable: "Ce n'est pas un nombre : écrivez par exemple 1 200,50.", "This is not a number: write for instance 1,200.50.";
    NumberTooLong: "Ce nombre a trop de chiffres : quinze au plus.", "This number has too many digits: fifteen at most.";
    NumberNotWhole: "Il faut ici un nombre entier, sans décimale.", "This takes a whole number, without decimals.";

    // The result
    ResultTitle: "Résultat", "Result";
    CostTitle: "Ce que cela coûte", "What it costs";
    ExclVat: "HT", "excl. VAT";
    InclVat: "{amount} TTC, TVA {rate} comprise", "{amount} incl. VAT at {rate}";
    RecoversVat: "Nous récupérons la TVA", "We recover the VAT";
    CountsVat: "Le résultat compte le coût TTC.", "The result counts the cost with VAT.";
    Repays: "Dans *{n} futurs sur 20*, le projet rembourse son coût.", "In *{n} futures out of 20* the project repays its cost.";
    RepaysHalf: "*Une chance sur deux* : dans 10 futurs sur 20, le projet rembourse son coût.", "*An even chance*: in 10 futures out of 20 the project repays its cost.";
    RepaysRarely: "Perdre est plus probable que gagner : le projet ne rembourse son coût que dans *{n} futur sur 20*.|Perdre est plus probable que gagner : le projet ne rembourse son coût que dans *{n} futurs sur 20*.",
        "It is more likely to lose than to gain: the project repays its cost in only *{n} future out of 20*.|It is more likely to lose than to gain: the project repays its cost in only *{n} futures out of 20*.";
    RepaysNever: "Dans *aucun futur sur 20* le projet ne rembourse son coût.", "In *no future out of 20* does the project repay its cost.";
    RepaysAlways: "Dans *20 futurs sur 20*, le projet rembourse son coût. C'est une estimation, pas une promesse.", "In *20 futures out of 20* the project repays its cost. This is an estimate, not a promise.";
    NoMoney: "Ce projet ne se compte pas en argent : voyez ce qu'il obtient.", "This project is not counted in money: see what it obtains.";
    DotsCaption: "Ce qui reste, le coût payé, sur {months} mois. Chaque point : 1 chance sur 20.", "What is left, the cost paid, over {months} months. Each dot: 1 chance in 20.";
    CostRepaid: "coût remboursé", "cost repaid";
    RepaysKey: "rembourse", "repays";
    LosesKey: "ne rembourse pas", "does not repay";
    Low: "bas", "low";
    Median: "médian", "median";
    High: "haut", "high";
    LowHelp: "une chance sur dix de faire moins", "one chance in ten to do less";
    MedianHelp: "une chance sur deux", "an even chance";
    HighHelp: "une chance sur dix de faire plus", "one chance in ten to do more";
    ValueRow: "Valeur", "Value";
    NetRow: "Reste", "Left";
    ToBreakEven: "Pour rentrer dans vos frais", "To break even";
    ItTakes: "il faut {n} {unit}", "it takes {n} {unit}";
    OneIsEnough: "1 suffit ({unit})", "1 is enough ({unit})";
    PaidBackAround: "Remboursé vers", "Paid back around";
    MonthOrdinal: "le {n}^er^ mois|le {n}^e^ mois", "month {n}|month {n}";
    PaidBackAtOnce: "dès le départ", "the start";
    PaidBackRarely: "jamais, dans plus d'un futur sur deux", "never, in more than half of the futures";
    HoldersTitle: "À qui tient le résultat", "Who the result depends on";
    ThirdPartyNote: "Tiers : ils choisissent librement, pas nous.", "Third parties: they choose freely, not us.";
    CreateBrief: "Créer le brief", "Create the brief";
    CopyLink: "Copier le lien", "Copy the link";
    LinkCopied: "Lien copié. Il contient tout le brief : rien n'a été envoyé.", "Link copied. It holds the whole brief: nothing was sent.";
    CopyByHand: "Le navigateur refuse la copie. Sélectionnez le lien et copiez-le :", "The browser refuses to copy. Select the link and copy it:";
    BackToEstimate: "Revenir à l'estimation", "Back to the estimate";
    AdjustEstimate: "Ajuster l'estimation", "Adjust the estimate";
    Print: "Imprimer", "Print";
    Stale: "Un nombre est à corriger : ces figures sont celles d'avant.", "A number needs mending: these figures are the earlier ones.";
    BriefShort: "Brief", "Brief";
    FuturesShort: "{n} futurs sur 20", "{n} futures out of 20";
    FootNote: "Calculé dans votre navigateur : rien n'est envoyé. {draws} tirages, graine {seed}. Retour", "Computed in your browser: nothing is sent. {draws} draws, seed {seed}. Retour";

    // Reading the result
    SwingsTitle: "Ce qui change le plus le résultat", "What changes the result most";
    SwingsNote: "Ce qui reste, coût payé, quand un seul facteur passe de bas à haut, les autres restant à leur moyenne.", "What is left, the cost paid, when a single factor goes from low to high while the others stay at their mean.";
    Factor: "Facteur", "Factor";
    Swing: "Écart", "Swing";
    QuestionTitle: "La question à éclaircir avant de signer", "The question to clear up before signing";
    QuestionAsk: "{label} : combien, au juste ?", "{label}: how much, exactly?";
    QuestionWorth: "À elle seule, cette réponse lèverait {share} de l'incertitude. La connaître avant de signer vaut environ {worth}.", "On its own, this answer would remove {share} of the uncertainty. Knowing it before signing is worth about {worth}.";
    QuestionNone: "Aucune réponse ne changerait la décision à elle seule.", "No single answer would change the decision.";
    QuestionNoneNote: "Le facteur qui pèse le plus est « {label} » : {share} de l'incertitude.", "The factor that weighs most is “{label}”: {share} of the uncertainty.";
    HeldBy: "Tenu par : {holder}.", "Held by: {holder}.";
    CorrectFactor: "Corriger ce facteur", "Correct this factor";
    OutcomesTitle: "Ce qui se compte sans se chiffrer", "What is counted, not priced";
    OutcomeRange: "de {low} à {high} {unit}, {median} au milieu", "{low} to {high} {unit}, {median} in the middle";
    OutcomeCost: "environ {cost} chacun", "about {cost} each";
    OutcomeNoCost: "trop souvent aucun pour dire un coût", "too often none to tell a cost";

    // Three ways
    VersusTitle: "Trois façons de faire", "Three ways to do it";
    ByAgency: "Agence, avec conseil", "Agency, with advice";
    ByAgencyPlain: "Agence, sans conseil", "Agency, without advice";
    ProductionOnly: "Production seule", "Production only";
    InHouse: "En interne", "In-house";
    CostRow: "Coût HT", "Cost excl. VAT";
    CostRowVat: "Coût TTC", "Cost incl. VAT";
    MedianValueRow: "Valeur médiane", "Median value";
    RepaysRow: "Rembourse son coût", "Repays its cost";
    PaidBackRow: "Remboursé vers", "Paid back around";
    OfWhichAdvice: "dont {amount} de conseil", "of which {amount} is advice";
    NoAdvice: "aucun conseil", "no advice";
    InHouseCost: "{purchases} d'achats, {days} jours de votre équipe", "{purchases} of purchases, {days} days of your team";
    FromTo: "de {low} à {high}", "from {low} to {high}";
    FromToShort: "{low} – {high}", "{low} – {high}";
    NetMeanRow: "Reste en moyenne", "Left on average";
    BestAgency: "En moyenne, c'est l'agence avec conseil qui laisse le plus : {net}.", "On average the agency with advice leaves the most: {net}.";
    BestAgencyPlain: "En moyenne, c'est l'agence qui laisse le plus : {net}.", "On average the agency leaves the most: {net}.";
    BestProduction: "En moyenne, c'est la production seule qui laisse le plus : {net}. Le conseil ne se paie pas ici.", "On average production only leaves the most: {net}. Advice does not pay for itself here.";
    BestInHouse: "En moyenne, c'est en interne que cela laisse le plus : {net}. Faites-le vous-mêmes si l'équipe en a le temps.", "On average doing it in-house leaves the most: {net}. Do it yourselves if the team has the time.";
    BestNothing: "En moyenne, aucune des façons de faire ne rembourse son coût : ne rien faire laisse davantage.", "On average none of the ways repays its cost: doing nothing leaves more.";
    ToKnowRow: "À savoir", "Worth knowing";
    KnowAgency: "Vous payez aussi pour décider avant de produire.", "You also pay to decide before producing.";
    KnowProduction: "Les mêmes livrables, sans que personne ait décidé à quoi ils servent.", "The same deliverables, without anyone having decided what they are for.";
    KnowInHouse: "Le savoir-faire reste chez vous. Les contacts sont à construire.", "The know-how stays with you. The contacts are still to be made.";
    HowCompared: "Comment nous comparons", "How we compare";
    HowComparedNote: "Les trois façons sont calculées sur les mêmes tirages. Sans conseil, les facteurs que le conseil améliore prennent leurs nombres sans lui. En interne, une journée de votre équipe coûte {day}, charges et frais compris, et tout arrive {months} mois plus tard. Ces nombres sont ceux de l'agence. Changez-les : tout se recalcule ici, dans votre navigateur.",
        "The three ways are computed on the same draws. Without advice, the factors that advice improves take their numbers without it. In-house, a day of your team costs {day}, charges and overhead included, and everything comes {months} months later. These numbers are the agency's. Change them: everything is computed again here, in your browser.";

    // The brief
    BriefTitle: "Brief de mission", "Engagement brief";
    BriefNumber: "Brief {reference}", "Brief {reference}";
    To: "Pour", "To";
    From: "De", "From";
    ReplyBy: "Réponse attendue", "Reply expected";
    AWordIsEnough: "un mot suffit, même non", "a word is enough, even no";
    ValidUntil: "Prix valables", "Prices valid";
    Until: "jusqu'au {date}", "until {date}";
    EffortMade: "Cette proposition a demandé *{hours} h* à *{people} personne*.|Cette proposition a demandé *{hours} heures* à *{people} personnes*.",
        "This proposal took *{people} person {hours} hours*.|This proposal took *{people} people {hours} hours*.";
    Understood: "Ce que nous avons compris", "What we understood";
    MadeAndThought: "Ce qui se fait, ce qui se pense", "What is made, what is thought";
    PriceExclVat: "Prix HT", "Price excl. VAT";
    FeesTitle: "Honoraires", "Fees";
    FeesTotal: "Production et conseil, HT", "Production and advice, excl. VAT";
    Discount: "Remise", "Discount";
    Vat: "TVA {rate}", "VAT {rate}";
    TotalInclVat: "Total TTC", "Total incl. VAT";
    TermsTitle: "Conditions", "Terms";
    MayBringTitle: "Ce que cela peut rapporter", "What it may bring";
    MayBringNote: "Sur {months} mois, chaque point comptant pour 1 chance sur 20.", "Over {months} months, each dot standing for 1 chance in 20.";
    NeverNote: "Dans {n} futur sur 20, le coût n'est pas remboursé.|Dans {n} futurs sur 20, le coût n'est pas remboursé.", "In {n} future out of 20 the cost is not repaid.|In {n} futures out of 20 the cost is not repaid.";
    BasisTitle: "Sur quoi cela repose", "What it stands on";
    HolderColumn: "Tenu par", "Held by";
    SourceColumn: "Source", "Source";
    CommitmentsTitle: "Nos engagements", "What we commit to";
    OutOfHandsTitle: "Ce qui nous échappe", "What is out of our hands";
    WithoutUsTitle: "Et sans nous ?", "And without us?";
    Mentions: "Estimation indicative, sans valeur contractuelle.", "Indicative estimate, not a contract.";
    SentFigures: "Le coût, la valeur et les chances sont ceux de l'envoi. La version présente du calcul en donnerait d'autres ; le reste vient d'elle.",
        "The cost, the value and the chances are those that were sent. The present version of the calculation would give others; the rest comes from it.";
    OwnFigures: "Tout est recalculé avec la version présente du calcul ; l'envoi venait d'une autre.", "Everything is computed again with the present version of the calculation; what was sent came from another.";
    CodeLabel: "Code QR : le lien de ce brief", "QR code: the link of this brief";
    CodeCaption: "Ouvrir ce brief sur un téléphone", "Open this brief on a telephone";
    CodeTooLong: "Le lien de ce brief est trop long pour un code QR.", "The link of this brief is too long for a QR code.";
    DifferFromProposed: "Vous avez changé ce brief : il diffère de ce qui a été proposé.", "You have changed this brief: it differs from what was proposed.";

    // The reply
    ReplyTitle: "Votre réponse", "Your reply";
    Quoted: "« {title} »", "“{title}”";
    ReplyLede: "{title}, {cost} HT.", "{title}, {cost} excl. VAT.";
    ReplyBefore: "Avant le {date} si vous pouvez ; un non nous est utile aussi.", "By {date} if you can; a no helps us too.";
    ReplyAnyTime: "Quand vous voulez ; un non nous est utile aussi.", "Whenever you like; a no helps us too.";
    ReplyLate: "La réponse était attendue pour le {date}. Elle reste la bienvenue, même un non.", "The reply was expected by {date}. It is still welcome, even a no.";
    PricesLate: "Les prix étaient valables jusqu'au {date} : ils sont à confirmer.", "The prices were valid until {date}: they need confirming.";
    ReadBrief: "Relire le brief", "Read the brief again";
    WhatAnswer: "Que répondez-vous ?", "What do you answer?";
    AnswerYes: "Oui", "Yes";
    AnswerYesNote: "Tel que proposé.", "As proposed.";
    AnswerYesOn: "On commence le {date}.", "We start on {date}.";
    AnswerChanges: "Oui, avec ces changements", "Yes, with these changes";
    AnswerChangesNote: "{n} changement fait dans l'estimation.|{n} changements faits dans l'estimation.", "{n} change made in the estimate.|{n} changes made in the estimate.";
    AnswerNoChanges: "Changez d'abord ce que vous voulez dans l'estimation.", "First change what you like in the estimate.";
    ChangeSomething: "Changer quelque chose", "Change something";
    AnswerTalk: "Parlons-en", "Let's talk";
    AnswerTalkNote: "Un échange avant de décider.", "A conversation before deciding.";
    AnswerNotNow: "Pas encore, je réponds le…", "Not yet, I will reply on…";
    AnswerNotNowShort: "Pas encore", "Not yet";
    AnswerNotNowNote: "Vous choisissez la date, nous ne relançons pas avant.", "You choose the date; we do not follow up before it.";
    AnswerNotNowOn: "Pas encore, réponse le {date}", "Not yet, reply on {date}";
    IReplyOn: "Je réponds le", "I will reply on";
    AnswerNo: "Non", "No";
    AnswerNoNote: "Dites-nous pourquoi, si vous voulez.", "Tell us why, if you like.";
    AnswerNoBecause: "Non, {reason}", "No, {reason}";
    Why: "Pourquoi", "Why";
    NoReason: "sans raison à donner", "no reason to give";
    TooExpensive: "trop cher", "too expensive";
    NotExpected: "pas ce que j'attendais", "not what I expected";
    DoneInHouse: "fait en interne", "done in-house";
    SomeoneElse: "autre prestataire", "another provider";
    ProjectDropped: "projet abandonné", "project dropped";
    BudgetExclVat: "J'aurais pu dépenser environ, HT (facultatif)", "I could have spent about, excl. VAT (optional)";
    BudgetInclVat: "J'aurais pu dépenser environ, TTC (facultatif)", "I could have spent about, incl. VAT (optional)";
    BudgetSaid: "budget : {budget}", "budget: {budget}";
    WhatFits: "Voir ce qui tient dans ce budget", "See what fits this budget";
    FitLeaves: "Tient dans ce budget en retirant : {lines}. Coût : {cost}.", "Fits this budget by removing: {lines}. Cost: {cost}.";
    FitJoins: "En reprenant : {lines}.", "By adding: {lines}.";
    FitAsIs: "Tout tient déjà dans ce budget : {cost}.", "Everything already fits this budget: {cost}.";
    FitLoses: "S'en va aussi : {benefits}.", "This goes too: {benefits}.";
    FitNet: "Il resterait en moyenne {net}, le coût payé.", "On average {net} would be left, the cost paid.";
    FitTooDear: "Même sans aucune option, il faut {cost}. Parlons-en.", "Even without any option it takes {cost}. Let's talk.";
    FitTooMany: "Il y a {n} options : trop pour les essayer toutes. Choisissez vous-même dans l'estimation.", "There are {n} options: too many to try them all. Choose yourself in the estimate.";
    TakeFit: "Répondre oui avec ces changements", "Answer yes with these changes";
    AWordFor: "Un mot pour {name} (facultatif)", "A word for {name} (optional)";
    AWord: "Un mot (facultatif)", "A word (optional)";
    YourName: "Votre nom", "Your name";
    MailNote: "Votre logiciel de courriel s'ouvre, le message est prêt, adressé à {email}. Rien ne part sans vous.", "Your mail program opens, the message is ready, addressed to {email}. Nothing leaves without you.";
    MailNoteOpen: "Votre logiciel de courriel s'ouvre, le message est prêt. Rien ne part sans vous.", "Your mail program opens, the message is ready. Nothing leaves without you.";
    SendByMail: "Envoyer par courriel", "Send by e-mail";
    CopyReply: "Copier la réponse", "Copy the reply";
    ShareReply: "Partager", "Share";
    PostReply: "Envoyer à {host}", "Send to {host}";
    PostNote: "Envoie à {host} votre réponse et le lien du brief, rien d'autre.", "Sends your reply and the brief's link to {host}, nothing else.";
    Posting: "Envoi en cours…", "Sending…";
    Posted: "Réponse envoyée à {host}.", "Reply sent to {host}.";
    PostFailed: "L'envoi à {host} n'a pas abouti. Rien n'est perdu : essayez encore, ou envoyez-la par courriel.", "Sending to {host} did not succeed. Nothing is lost: try again, or send it by e-mail.";
    ReplyReady: "Merci. Votre réponse est prête à partir.", "Thank you. Your reply is ready to go.";
    ReplyReadyLede: "Votre logiciel de courriel vient de s'ouvrir. Le message part quand vous l'envoyez.", "Your mail program has just opened. The message leaves when you send it.";
    ReplyCopied: "La réponse est copiée. Collez-la où vous voulez : elle part quand vous l'envoyez.", "The reply is copied. Paste it where you like: it leaves when you send it.";
    ReplyShared: "La réponse est dans le partage de votre appareil.", "The reply is in your device's share sheet.";
    NothingOpened: "Rien ne s'est ouvert ?", "Nothing opened?";
    NothingOpenedNote: "Copiez le lien et envoyez-le comme vous voulez : il contient votre réponse entière.", "Copy the link and send it as you like: it holds your whole reply.";
    ChangeReply: "Changer ma réponse", "Change my reply";
    TooManyChanges: "Il y a trop de changements pour un lien. Envoyez le brief changé, ou changez-en moins.", "There are too many changes for a link. Send the changed brief, or change less.";
    ReplySubject: "Réponse : {title}", "Reply: {title}";
    ReplyAnswers: "Réponse au brief « {title} » : {answer}.", "Reply to the brief “{title}”: {answer}.";
    ReplyReceived: "Réponse de {name}", "Reply from {name}";
    ReplyReceivedPlain: "Une réponse", "A reply";
    RepliedOn: "le {date}", "on {date}";
    ReplyMismatch: "Cette réponse porte sur autre chose que ce que ce lien contient : comparez avec ce que vous avez envoyé.", "This reply answers something else than what this link holds: compare it with what you sent.";
    ChangesTitle: "Ce qui diffère de la proposition", "What differs from the proposal";
    ProposedColumn: "Proposé", "Proposed";
    AskedColumn: "Demandé", "Asked for";
    DeltaColumn: "Écart HT", "Difference excl. VAT";
    LineColumn: "Ligne", "Line";
    LineIn: "compris", "included";
    LineOut: "retiré", "removed";
    LineNew: "ajouté", "added";
    TotalExclVat: "Total HT", "Total excl. VAT";
    VatName: "TVA", "VAT";
    VatRecovered: "récupérée", "recovered";
    VatKept: "non récupérée", "not recovered";
    ChangesEffect: "Le projet rembourserait son coût dans {n} futurs sur 20 au lieu de {was}, pour une valeur médiane de {value} au lieu de {before}.", "The project would repay its cost in {n} futures out of 20 instead of {was}, for a median value of {value} instead of {before}.";
    ReplyButton: "Répondre", "Reply";
    ReplyByShort: "Réponse avant le {date}", "Reply by {date}";
    Coupon: "Coupon-réponse", "Reply slip";
    CouponNote: "À renvoyer avant le {date}, par courriel ou en photo : {email}", "Return by {date}, by e-mail or as a photo: {email}";
    TakeAway: "Emporter", "Take away";
    CopyAsText: "Copier en texte", "Copy as text";
    CopyAsMarkdown: "Copier en Markdown", "Copy as Markdown";
    SaveCalendar: "Date de réponse (.ics)", "Reply date (.ics)";
    SaveJson: "Données (.json)", "Data (.json)";
    Copied: "Copié.", "Copied.";
    CopyRefused: "Le navigateur refuse la copie.", "The browser refuses to copy.";

    // The sender's desk
    ComposeTitle: "Préparer un envoi", "Prepare a brief to send";
    ComposeLede: "{title}, {cost} HT. Tout tient dans un lien : votre prospect l'ouvre, ajuste ce que vous laissez ouvert, et répond.",
        "{title}, {cost} excl. VAT. Everything fits in a link: your prospect opens it, adjusts what you leave open, and replies.";
    ComposeEmpty: "La page ne donne pas de fichier d'agence. Partez d'un lien déjà envoyé ou d'un fichier.", "The page gives no agency file. Start from a link that was sent, or from a file.";
    StartFromGoal: "Partir de quel objectif ?", "Which goal to start from?";
    StartElsewhere: "Partir d'un envoi ou d'un fichier", "Start from an earlier brief or a file";
    EarlierLink: "Lien d'un envoi, ou courriel entier", "Link of a brief, or a whole e-mail";
    StartFromLink: "Partir de ce lien", "Start from this link";
    StartFromFile: "Ouvrir un fichier (.json)", "Open a file (.json)";
    FileRefused: "Ce fichier ne peut pas être repris. Ce qu'il faut y corriger :", "This file cannot be used. What to mend in it:";
    ForWhom: "Pour qui", "For whom";
    NameField: "Nom", "Name";
    RoleField: "Fonction", "Position";
    OrganisationField: "Organisation", "Organisation";
    EmailField: "Courriel (facultatif)", "E-mail (optional)";
    MessageField: "Message", "Message";
    ReplyByField: "Répondre avant le", "Reply by";
    ValidField: "Prix valables jusqu'au", "Prices valid until";
    BriefTexts: "Les textes du brief", "The texts of the brief";
    BriefTextsNote: "Titre, contexte, engagements, conditions", "Title, context, commitments, terms";
    TitleField: "Titre", "Title";
    ReferenceField: "Référence", "Reference";
    IssuedField: "Écrit le", "Written on";
    StartField: "On commence le", "We start on";
    ObjectivesField: "Objectifs", "Objectives";
    OnePerLine: "Objectifs, engagements et ce qui nous échappe : un par ligne.", "Objectives, commitments and what is out of our hands: one per line.";
    LocksTitle: "Ce que votre prospect peut changer", "What your prospect may change";
    LockOptions: "Options du périmètre", "Options of the scope";
    LockQuantities: "Quantités et jours", "Quantities and days";
    LockRates: "Prix et tarifs journaliers", "Prices and day rates";
    LockClientFactors: "Ses hypothèses", "Their assumptions";
    LockOtherFactors: "Autres hypothèses", "Other assumptions";
    LockTexts: "Textes et engagements", "Texts and commitments";
    LockOpen: "ouvert", "open";
    LockClosed: "fermé", "closed";
    LocksNote: "Ce qui est fermé reste visible. Un changement sur un champ ouvert s'affiche comme un écart, jamais à la place de votre chiffre.",
        "What is closed stays visible. A change to an open field shows as a difference, never in place of your figure.";
    EffortTitle: "Le travail déjà fait", "The work already done";
    PersonField: "Qui", "Who";
    AddPerson: "Ajouter une personne", "Add a person";
    SayEffort: "Le dire dans le brief", "Say it in the brief";
    MoveUp: "Monter", "Move up";
    MoveDown: "Descendre", "Move down";
    Remove: "Retirer", "Remove";
    MoreSettings: "Réglages", "Settings";
    UnitField: "Unité", "Unit";
    IsOptional: "En option", "Optional";
    HasAdvice: "Avec un conseil", "With advice";
    FactorField: "Facteur", "Factor";
    KindField: "Se donne comme", "Given as";
    KindPert: "au moins, probable, au plus", "at least, likely, at most";
    KindInterval: "fourchette à 90 %", "range at 90%";
    KindUniform: "fourchette sans préférence", "range without preference";
    KindCount: "compte sur des essais", "count out of tries";
    SourceField: "Source, en mots", "Source, in words";
    NeedsFactor: "Sans ce facteur s'en va : {benefits}.", "Without this factor, this goes: {benefits}.";
    AddFactor: "Ajouter un facteur", "Add a factor";
    BenefitsTitle: "Ce que cela peut rapporter", "What it may bring";
    BenefitsNote: "Chaque bénéfice multiplie des facteurs. Ce qui se compte sans se chiffrer ne s'ajoute jamais à l'argent.", "Each benefit multiplies factors. What is counted and not priced is never added to money.";
    BenefitField: "Bénéfice", "Benefit";
    InMoney: "de l'argent", "money";
    InUnits: "un résultat compté, sans prix", "a counted outcome, without a price";
    RepeatsField: "Vient", "Comes";
    Once: "une fois", "once";
    Monthly: "chaque mois", "every month";
    StartsAfter: "Commence après", "Starts after";
    MonthsUnit: "mois", "months";
    MultipliesField: "Multiplie", "Multiplies";
    NeedsField: "Disparaît sans", "Is gone without";
    AddBenefit: "Ajouter un bénéfice", "Add a benefit";
    LinkTitle: "Le lien", "The link";
    WriteMail: "Écrire un courriel", "Write an e-mail";
    Preview: "Voir comme votre prospect", "See it as your prospect does";
    PreviewNote: "Voici ce que votre prospect verra.", "This is what your prospect will see.";
    BackToDesk: "Revenir à la préparation", "Back to the preparation";
    CharactersCount: "{n} caractère|{n} caractères", "{n} character|{n} characters";
    LengthEverywhere: "toutes les messageries l'acceptent", "every mail program takes it";
    LengthMostly: "la plupart des messageries l'acceptent", "most mail programs take it";
    LengthByHand: "trop long pour bien des messageries : copiez-le", "too long for many mail programs: copy it";
    CodeNote: "À imprimer en 3,5 cm au moins.", "Print it at 3.5 cm or more.";
    SaveCode: "Télécharger (SVG)", "Download (SVG)";
    LetterReplyBy: "Une réponse avant le {date} nous aiderait ; un mot suffit, même non.", "A reply by {date} would help us; a word is enough, even no.";
    BriefCopied: "Lien copié. L'envoi est noté aujourd'hui dans votre liste.", "Link copied. The brief is noted in your list as sent today.";
    BriefWritten: "Le courriel est prêt. L'envoi est noté aujourd'hui dans votre liste.", "The e-mail is ready. The brief is noted in your list as sent today.";
    BriefNotFiled: "La liste est pleine : retirez-en des envois.", "The list is full: take some briefs out of it.";
    FollowTitle: "Vos envois", "What you sent";
    ListKept: "Liste gardée dans ce navigateur.", "List kept in this browser.";
    ListLost: "Ce navigateur ne garde pas la liste. Enregistrez-la, ou collez les liens pour la retrouver.", "This browser does not keep the list. Save it, or paste the links to find it again.";
    ListRead: "La liste du fichier est reprise.", "The list of the file was taken over.";
    NothingSent: "Aucun envoi pour l'instant. Copiez le lien d'un brief : il apparaîtra ici avec sa date de réponse.", "Nothing sent yet. Copy the link of a brief: it will appear here with its reply date.";
    NextStep: "Suite", "Next";
    Untitled: "Sans titre", "Untitled";
    Chase: "Relancer", "Follow up";
    ChaseTitle: "Relancer {to}", "Follow up with {to}";
    ChaseNote: "Une question courte obtient plus de réponses qu'un rappel.", "A short question gets more answers than a reminder.";
    ChaseLetter: "Bonjour {name}, notre proposition « {title} » attend votre réponse depuis le {date}. Un mot suffit : oui, pas encore, ou non. Si c'est non, dites-moi seulement si c'était le prix ou le projet.",
        "Hello {name}, our proposal “{title}” has been waiting for your reply since {date}. A word is enough: yes, not yet, or no. If it is no, just tell me whether it was the price or the project.";
    Close: "Fermer", "Close";
    SeeReply: "Voir la réponse", "See the reply";
    SeeDifferences: "Voir les écarts", "See the differences";
    RemindOn: "Rappel le {date} (.ics)", "Reminder on {date} (.ics)";
    Resume: "Reprendre", "Start from it";
    Forget: "Retirer de la liste", "Take out of the list";
    PasteReply: "Coller une réponse reçue : son lien, ou le courriel entier", "Paste a reply you received: its link, or the whole e-mail";
    FileReply: "Lire la réponse", "Read the reply";
    FiledBrief: "« {title} » est dans la liste.", "“{title}” is in the list.";
    FiledReply: "Réponse à « {title} », notée.", "Reply to “{title}”, noted.";
    FiledReconstructed: "Réponse à « {title} », notée. L'envoi manquait à la liste : il est refait d'après elle.", "Reply to “{title}”, noted. The brief was missing from the list: it was made again from the reply.";
    FiledOlder: "Cette réponse à « {title} » précède celle qui est notée, qui reste.", "This reply to “{title}” is older than the one noted, which stays.";
    FiledOther: "Elle porte sur autre chose que ce que vous avez envoyé.", "It answers something other than what you sent.";
    NotFiled: "Il n'y a là ni réponse ni brief lisible. Collez le lien entier ou tout le courriel.", "There is no readable reply or brief here. Paste the whole link or the whole e-mail.";
    ReplyToAnother: "Cette réponse porte sur autre chose que ce que vous avez envoyé. Les écarts sont comptés depuis votre envoi.", "This reply answers something other than what you sent. The differences are counted from what you sent.";
    SaveTable: "Exporter la liste (.csv)", "Export the list (.csv)";
    SaveList: "Enregistrer la liste (.json)", "Save the list (.json)";
    ReadList: "Reprendre une liste (.json)", "Take over a list (.json)";
    NewFactor: "Nouveau facteur", "New factor";
    NewBenefit: "Nouveau bénéfice", "New benefit";

    // States
    Loading: "L'estimation se prépare.", "The estimate is being prepared.";
    BrokenTitle: "Ce lien est incomplet", "This link is incomplete";
    BrokenCut: "Il en manque la fin : une messagerie l'a sans doute coupé. Le brief n'est pas perdu, il est dans le courriel d'origine.", "Its end is missing: a mail program has probably cut it. The brief is not lost, it is in the original e-mail.";
    BrokenDamagedTitle: "Ce lien est abîmé", "This link is damaged";
    BrokenDamaged: "Il a changé en route. Reprenez-le dans le courriel d'origine, ou demandez qu'on vous le renvoie.", "It was changed on its way. Take it again from the original e-mail, or ask for it to be sent again.";
    BrokenNewerTitle: "Ce lien est plus récent que cette page", "This link is newer than this page";
    BrokenNewer: "Il a été fait avec une version plus récente de Retour. Rechargez la page, ou ouvrez le lien sur le site de l'agence.", "It was made with a newer version of Retour. Reload the page, or open the link on the agency's site.";
    BrokenOtherTitle: "Ce n'est pas un lien de Retour", "This is not a Retour link";
    BrokenOther: "Le texte reçu ne contient pas de brief. Collez ici le lien entier, tel qu'il vous a été envoyé.", "The text received holds no brief. Paste the whole link here, as it was sent to you.";
    WhatWeRead: "Ce que nous avons pu lire", "What we could read";
    WhatYouCanDo: "Ce que vous pouvez faire", "What you can do";
    PasteWhole: "Coller le lien entier", "Paste the whole link";
    CharactersReceived: "{n} caractère reçu.|{n} caractères reçus.", "{n} character received.|{n} characters received.";
    CharactersExpected: "{n} caractère reçu, {expected} attendus.|{n} caractères reçus, {expected} attendus.", "{n} character received, {expected} expected.|{n} characters received, {expected} expected.";
    Reopen: "Rouvrir", "Open again";
    AskAgain: "Demander à {name} de le renvoyer", "Ask {name} to send it again";
    EstimateWithout: "Faire une estimation sans le brief", "Make an estimate without the brief";
    NoAgencyTitle: "Rien à estimer encore", "Nothing to estimate yet";
    NoAgency: "La page ne donne pas de fichier d'agence. Si ce site est le vôtre, ajoutez l'attribut agency.", "The page gives no agency file. If this site is yours, add the agency attribute.";
    FileFaults: "Le fichier de l'agence a des erreurs ; voici ce qu'il faut corriger :", "The agency's file has faults; this is what to mend:";

    // Sent briefs
    SentLate: "en retard de {n} jour|en retard de {n} jours", "{n} day late|{n} days late";
    SentLastDay: "ouvert, dernier jour", "open, last day";
    SentOpen: "ouvert, encore {n} jour|ouvert, encore {n} jours", "open, {n} day left|open, {n} days left";
    SentNoDate: "ouvert, sans date de réponse", "open, no date to reply by";
    SentLater: "pas encore, répond le {date}", "not yet, will reply on {date}";
    SentLaterPassed: "pas encore, devait répondre le {date}", "not yet, was to reply on {date}";
    SentYesChanges: "oui, avec {n} changement|oui, avec {n} changements", "yes, with {n} change|yes, with {n} changes";
    SentToAnother: "{answer} – à autre chose que ce qui a été envoyé", "{answer} – to something other than what was sent";
    SentCount: "{n} envoi|{n} envois", "{n} brief sent|{n} briefs sent";
    SentReplies: "{n} réponse sur {sent}|{n} réponses sur {sent}", "{n} reply to {sent}|{n} replies to {sent}";
    SentLateCount: "{n} retard|{n} retards", "{n} late|{n} late";
    SentMedian: "réponse en {n} jour (médiane)|réponse en {n} jours (médiane)", "reply within {n} day (median)|reply within {n} days (median)";
    SentBrief: "Brief", "Brief";
    SentReference: "Référence", "Reference";
    SentTo: "Destinataire", "Addressee";
    SentOrganisation: "Organisation", "Organisation";
    SentHours: "Heures de préparation", "Hours of preparation";
    SentOn: "Envoyé le", "Sent on";
    SentReplyBy: "Réponse avant le", "Reply by";
    SentStatus: "Où on en est", "Where it stands";
    SentAnswer: "Réponse", "Answer";
    SentAnsweredOn: "Répondu le", "Answered on";
    SentDelay: "Délai en jours", "Days to answer";
    SentChanges: "Changements", "Changes";
    SentBudget: "Budget", "Budget";
    SentCurrency: "Devise", "Currency";
    SentMatches: "Répond à ce qui a été envoyé", "Answers what was sent";
    RemindTitle: "Relancer {to} : {title}", "Follow up with {to}: {title}";
    RemindNobody: "Relancer : {title}", "Follow up: {title}";
    RemindOpen: "Réponse attendue avant la fin du {date}. Un mot suffit, même non.", "Reply expected by the end of {date}. A word is enough, even no.";
    RemindLate: "Réponse attendue depuis le {date}. Une question courte obtient plus de réponses qu'un rappel.", "Reply expected since {date}. A short question gets more answers than a reminder.";
    RemindLater: "Réponse annoncée pour le {date}.", "Reply announced for {date}.";
    RemindNoDate: "Ce brief n'a pas encore de réponse.", "This brief has no answer yet.";
}

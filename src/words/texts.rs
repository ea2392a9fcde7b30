//! The list of sentences, by their keys.
//!
//! The sentences are in the folder of each language, in files named like the groups here. The program does not compile
//! if a language lacks a key; a sentence that is not in this list is reported as dead code.
//!
//! In a sentence, `{name}` is a blank to fill in; `|` separates the forms for a number (see `Rules::plural`); `*…*` is
//! shown in bold and `^…^` as superscript, where possible. Sentences are written with ordinary spaces and straight
//! apostrophes: [`super::typeset`] replaces them by those of the language. An agency's file may override any sentence
//! by its key.

/// Passes the list to the macro `texts`, together with the modules of the languages.
macro_rules! keys {
    ($($language:ident)*) => {
        $crate::words::text::texts! {
            [$($language)*]

            // The estimator (estimator.rs)
            EstimatorTitle EstimatorLede GoalTitle ScopeTitle Compare WithAdvice WithoutAdvice Made Thought Colon
            AlwaysIncluded LineOptional NotTaken Production Advice ShareLabel ShareMade ShareThought ShareNoThought
            QuantityOf HoursOf DaysOf AtPrice HoursUnit DaysUnit TimesRole KeepAdvice AdviceSaving AdviceGone
            AdviceNeutral NeedsLine AddLine RemoveLine OwnLabel OwnAdvice OwnQuantity OwnPrice Unnamed OwnNote
            StepGoal StepFigures StepCorrected StepBrief Steps KeepDraft EraseDraft DraftFound DraftErased Signed
            HoldsMore PartLost DraftRefused Undo Redo Language

            // Factors
            FactorsTitle FactorsHelp RangeHelpTitle RangeHelp Narrow AtLeast Likely AtMost From90 To90 Known Chance
            CountOf Trials PercentOf HeldByAgency HeldByClient HeldByThird HeldByMarket SourceRecord SourceClient
            SourcePublic SourceGuess Unverified ChangedByYou AgencyProposed Restore ClosedByAgency KeepsFigures
            NumberMissing NumberUnreadable FaultUntold NumberTooLong NumberNotWhole

            // Terms of a price
            ShareOf PerUnit NoAlternative Estimated EstimatedAtMost MonthlyTerm MonthlyAbout FirmTerm InAdvanceTerm
            OnlyIfTerm PurchaseTerm OnBehalfTerm NeedsTerm PaidBothWays PaidMonthly FirmAndIf FirmAndMore
            OnBehalfBesides AtMostInAll EstimatedInAll

            // The result
            ResultTitle CostTitle ExclVat ExclTax InclVatShort InclTaxShort InclVat InclTax TaxesName ThisVat RecoversVat
            CountsVat Repays RepaysHalf RepaysRarely RepaysNever
            RepaysAlways NoMoney DotsCaption CostRepaid RepaysKey LosesKey Low Median High LowHelp MedianHelp HighHelp
            ValueRow NetRow ToBreakEven ItTakes OneIsEnough PaidBackAround MonthOrdinal PaidBackAtOnce PaidBackRarely
            HoldersTitle ThirdPartyNote CreateBrief CopyLink LinkCopied CopyByHand BackToEstimate AdjustEstimate Print
            Stale BriefShort FuturesShort FootNote

            // Reading the result
            SwingsTitle SwingsNote Factor Swing QuestionTitle QuestionChance QuestionAsk QuestionWorth QuestionNone QuestionNoneNote
            HeldBy CorrectFactor OutcomesTitle OutcomeRange OutcomeCost OutcomeNoCost

            // Three ways
            ComparisonTitle ByAgency ByAgencyPlain ProductionOnly InHouse CostRow CostRowVat ExpectedCostRow MedianValueRow RepaysRow
            PaidBackRow OfWhichAdvice NoAdvice InHouseCost FromTo FromToShort NetMeanRow BestAgency BestAgencyPlain
            BestProduction BestInHouse BestNothing ToKnowRow KnowAgency KnowProduction KnowUnstated Unknown LeavesOnAverage UpliftNeeded AdviceUnknown KnowInHouse HowCompared
            HowComparedNote

            // The brief (brief.rs)
            BriefTitle BriefNumber To From ReplyBy AWordIsEnough ValidUntil Until EffortMade Understood MadeAndThought
            PriceExclTax FeesTitle FeesTotal TotalExclTax Total TaxOn DueTitle DueIf DueAtStart DueInMonth DueMonthly DueFromStart DueMonths LeftOutTitle
            ChosenTerm NotChosen OnBehalfTitle BindingTitle Place DateOf Signature ScopeRest Subtotal Discount Vat TotalInclTax TermsTitle MayBringTitle MayBringNote NeverNote
            BasisTitle HolderColumn SourceColumn CommitmentsTitle OutOfHandsTitle WithoutUsTitle Mentions SentFigures
            OwnFigures CodeLabel CodeCaption CodeTooLong DifferFromProposed

            // The reply (reply.rs)
            ReplyTitle Quoted ReplyLede ReplyBefore ReplyAnyTime ReplyLate PricesLate ReadBrief WhatAnswer AnswerYes
            AnswerYesNote AnswerYesOn AnswerChanges AnswerChangesNote AnswerNoChanges ChangeSomething AnswerTalk
            AnswerTalkNote AnswerNotNow AnswerNotNowShort AnswerNotNowNote AnswerNotNowOn IReplyOn AnswerNo
            AnswerNoNote AnswerNoBecause Why NoReason TooExpensive NotExpected DoneInHouse SomeoneElse ProjectDropped
            BudgetField BudgetSaid WhatFits FitWith FitLeaves FitJoins FitAsIs FitLoses FitNet FitTooDear
            FitTooMany TakeFit AWordFor AWord YourName MailNote MailNoteOpen SendByMail CopyReply ShareReply PostReply
            PostNote Posting PostRefused PostFailed Copying Sharing ShareCancelled ShareFailed CopyAndMail MailTooLong
            ReplyReady ReplyMailed ReplyToPaste ReplyCopiedTitle ReplyCopied ReplyByHandTitle ReplyByHand
            ReplySharedTitle ReplyShared ReplyArrivedTitle ReplyArrived NothingOpened NothingOpenedNote KeepCopy
            TextToSend ChangeReply TooManyChanges ReplySubject ReplyReceived ReplyReceivedPlain RepliedOn
            ReplyMismatch ChangesTitle ProposedColumn AskedColumn DeltaColumn LineColumn LineIn LineOut LineNew
            VatName VatRecovered VatKept ChangesEffect ReplyButton ReplyByShort Coupon CouponNote
            TakeAway CopyAsText CopyAsMarkdown SaveCalendar SaveJson Copied CopyRefused

            // The sender's desk (desk.rs)
            ComposeTitle ComposeLede ComposeEmpty StartFromGoal StartElsewhere EarlierLink StartFromLink StartFromFile
            KeysLeftOut FileRefused ForWhom NameField RoleField OrganisationField EmailField MessageField ReplyByField
            ValidField BriefTexts BriefTextsNote TitleField ReferenceField IssuedField StartField ObjectivesField
            OnePerLine LocksTitle LockOptions LockQuantities LockRates LockClientFactors LockOtherFactors LockTexts
            LockOpen LockClosed LocksNote EffortTitle PersonField AddPerson SayEffort MoveUp MoveDown Remove
            MoreSettings UnitField IsOptional HasAdvice FactorField KindField KindPert KindInterval KindUniform
            KindCount SourceField NeedsFactor AddFactor BenefitsTitle BenefitsNote BenefitField InMoney InUnits
            RepeatsField Once Monthly StartsAfter MonthsUnit MultipliesField NeedsField AddBenefit LinkTitle WriteMail
            Preview PreviewNote BackToDesk CharactersCount LengthEverywhere LengthMostly LengthByHand MailFits
            CodeNote SaveCode LetterReplyBy BriefCopied BriefWritten BriefToPaste BriefShared BriefShareFailed
            BriefNotFiled FollowTitle ListKept ListLost ListRead NothingSent NextStep Untitled Chase ChaseTitle
            ChaseNote ChaseLetter Close SeeReply SeeDifferences RemindOn Resume Forget PasteReply FileReply FiledBrief
            FiledReply FiledReconstructed FiledInPlace FiledBeside ReplyCounts ReplyKept MakeCount FiledOther NotFiled ReplyToAnother SaveTable SaveList ReadList ListRefused
            NewFactor NewBenefit NewRate NewSection NewChoice NewAlternative

            // Prices and taxes, and what the desk sets of a row (desk.rs)
            PricesTitle PricesNote RatesTitle RatesCount HoursADay RateField DayRateField PerDay RateUsed AddRate
            HoursPerDayField CurrencyField NoDiscount DiscountShare DiscountAmount DiscountPercent DiscountAmountField
            DiscountReason TaxesTitle TaxField TaxRateField TaxNumberField ByDefault AddTax NoTax VatRateField
            VatRateNote TaxNoteField ClientRecovers PaymentsTitle PaymentField PaymentShareField PaymentMonthField
            InMonth AddPayment NoPayments PaymentsNote TimeTitle MonthsCount PerYear HorizonField
            DiscountRateField TimeNote InHouseTitle CompareInHouse NotCompared DaysCount GrossSalaryField
            EmployerChargesField OverheadField WorkingDaysField PurchasesField DelayField InHouseDaysField CommitmentTitle
            BindingField Indicative Binding MentionsField SectionsTitle SectionField AddSection NoSection SectionsNote
            ChoicesTitle ChoiceField AddChoice NoChoice ChoicesNote RequiredField AlternativeField AddAlternative
            ChosenField NoneChosen PhoneField AddressField IdsTitle NoIds IdLabelField IdValueField AddId
            DescriptionField NatureField NatureFee NaturePurchase NatureOnBehalf PartOfChoice OnlyIfField Always IsShare
            ShareField ShareSentence InPercent ShareOfLines ShareNote PriceKind HeldByWhom WorkMade WorkThought AddWork InDays InHours
            PerUnitField LineTaxes NeedsLines DueOnce DueEveryMonth SpentEveryMonth AtMonthsEnd InAdvance WhenField MonthsField FirmMonthsField
            StartMonthField WithoutField AsWithAdvice OwnRange AdvisedByField ScalesWithField ScalesWithNone
            ScaledAtField UnitFactorField NoUnitFactor ComesMonthly RampField

            // Sent briefs
            SentLate SentLastDay SentOpen SentNoDate SentLater SentLaterPassed SentYesChanges SentToAnother SentCount
            SentReplies SentLateCount SentMedian SentBrief SentReference SentTo SentOrganisation SentHours SentOn
            SentReplyBy SentStatus SentAnswer SentAnsweredOn SentDelay SentChanges SentBudget SentCurrency SentMatches SentLink SentReplyLinks
            RemindTitle RemindNobody RemindOpen RemindLate RemindLater RemindNoDate

            // States (states.rs)
            Loading BrokenTitle BrokenCut BrokenDamagedTitle BrokenDamaged BrokenNewerTitle BrokenNewer
            BrokenOtherTitle BrokenOther WhatWeRead WhatYouCanDo PasteWhole CharactersReceived CharactersExpected
            Reopen AskAgain EstimateWithout NoAgencyTitle NoAgency FileFaults
        }
    };
}

pub(super) use keys;

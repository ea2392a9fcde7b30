//! The fields that format 1 distinguishes. The model learns separately for each, and for groups of similar texts.
//!
//! The numbers and the groups are part of the format: more may be added, none may change.

use super::model::ValueKind;

/// A field, or a kind of fields.
#[derive(Clone, Copy)]
#[repr(u8)]
#[rustfmt::skip]
pub enum WireField {
    // Texts.
    Locale, Currency, Reference, Engine, Digest, Path,
    Title, RateLabel, LineLabel, AdviceLabel, DiscountLabel, FactorLabel, BenefitLabel,
    Context, Message, Objective, Commitment, OutOfHands, Terms, SourceText, Comment, AnyText,
    RateId, LineId, FactorId, BenefitId, Dangling,
    LineUnit, FactorUnit, BenefitUnit,
    Name, Role, Organisation, Email,
    // Lists and optional values.
    Objectives, Commitments, OutOfHandsCount, Rates, Lines, Making, AdviceTime, Factors, AdvisedBy, Benefits,
    BenefitFactors, Needs, Locks, People, Changes, AnyCount,
    HasIssued, HasDate, HasEffort, HasAdvice, HasDiscount, HasDays, HasHours, HasWithout, HasScale, HasSource, HasN,
    HasUnitFactor, HasMonths, HasInHouse, HasAnswerOn, HasBudget, OwnDigest,
    // Choices and flags.
    RecoversVat, WithAdvice, Optional, Included, AdviceIncluded, WorkHolder, FactorHolder, Source, BenefitKind, Repeats,
    Lock, Answer, Shape, WorkShape, AnyTag,
    // References.
    WorkRole, AdvisedLine, ScaleLine, NeededLine, BenefitFactor, UnitFactor,
    // Numbers.
    Issued, ReplyBy, ValidUntil, Start, AnyDate, EffortPeople, EffortHours, PersonHours, VatRate, HoursPerDay, DayRate,
    Quantity, UnitPrice, Days, Hours, DiscountShare, FactorNumbers, Trials, ScaleAt, SourceN, StartMonth, RampMonths,
    Months, Horizon, DiscountRate, Salary, Charges, Overhead, WorkingDays, InHouseDays, Purchases, Delay, Seed, Budget,
    AnyNumber,
    // Figures.
    HasFigure, Certain, CostPart, CostRest, CostQuantile, ValueForm, ValueCell, Chance, Futures, FutureStep, FutureFirst,
    FutureGap, Month, Share, ShareRest,
    // Extension fields.
    Extensions, ExtensionOwner, ExtensionNumber, ExtensionPlace, ExtensionNecessary, ExtensionLength,
}

impl WireField {
    /// The kind of its value for the model.
    pub fn kind(self) -> ValueKind {
        use WireField::*;
        let group = match self {
            Locale | Currency | Reference | Engine | Digest | Path => 1,
            Title | RateLabel | LineLabel | AdviceLabel | DiscountLabel | FactorLabel | BenefitLabel => 2,
            Context | Message | Objective | Commitment | OutOfHands | Terms | SourceText | Comment | AnyText => 3,
            RateId | LineId | FactorId | BenefitId | Dangling => 4,
            LineUnit | FactorUnit | BenefitUnit => 5,
            Name | Role | Organisation => 6,
            Email => 7,
            _ => 0,
        };
        ValueKind { field: self as u8, group }
    }

    /// The kind of the bytes of extension fields with this number, for the model: text, which most of them are.
    pub fn extension(number: u32) -> ValueKind {
        ValueKind { field: 160 + (number % 96) as u8, group: 3 }
    }
}

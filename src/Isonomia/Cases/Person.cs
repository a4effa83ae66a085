namespace Isonomia.Cases;

/// <summary>The person charged. Nothing here is ever required (PC 1016.3(c), 1016.5(d)).</summary>
public sealed record Person
{
    /// <summary>Date of birth.</summary>
    public required Known<DateOrRange> Born { get; init; }

    /// <summary>Immigration status; unknown is the ordinary case.</summary>
    public required Known<ImmigrationStatus> Status { get; init; }

    /// <summary>How the person last entered.</summary>
    public required Known<EntryManner> Entry { get; init; }

    /// <summary>The admission by which the person is present .</summary>
    public required Known<DateOrRange> Admitted { get; init; }

    /// <summary>Permanent resident since.</summary>
    public required Known<DateOrRange> ResidentSince { get; init; }

    /// <summary>Whether the residence is conditional, 8 USC 1186a.</summary>
    public required Known<bool> ConditionalResident { get; init; }

    /// <summary>Continuous residence after admission in any status, or presence, since .</summary>
    public required Known<DateOrRange> ContinuousResidenceSince { get; init; }

    /// <summary>When a notice to appear was served. Left out: none known.</summary>
    public required Known<DateOrRange> NoticeToAppear { get; init; }

    /// <summary>Whether the person was ordered removed before. Left out: no removal known.</summary>
    public required Known<bool> RemovedBefore { get; init; }

    /// <summary>Applications under way.</summary>
    public required Listed<PendingApplication> Pending { get; init; }

    /// <summary>Relatives, volunteered only.</summary>
    public required Listed<Relative> Relatives { get; init; }

    /// <summary>Whether a parent or grandparent is or was a citizen .</summary>
    public required Known<bool> CitizenParentOrGrandparent { get; init; }

    /// <summary>Whether cancellation or 212(c) relief was granted before. Left out: none known.</summary>
    public required Known<bool> PriorCancellation { get; init; }

    /// <summary>A journey; absent if the file has none.</summary>
    public required Known<Travel>? Travel { get; init; }

    /// <summary>What the law's vocabulary asks about the person beyond these keys.</summary>
    public required FactSheet More { get; init; }

    /// <summary>A person about whom nothing was asked.</summary>
    public static Person NotAsked { get; } =
        new()
        {
            Born = Known.LeftOut<DateOrRange>(default),
            Status = Known.LeftOut<ImmigrationStatus>(default),
            Entry = Known.LeftOut<EntryManner>(default),
            Admitted = Known.LeftOut<DateOrRange>(default),
            ResidentSince = Known.LeftOut<DateOrRange>(default),
            ConditionalResident = Known.LeftOut<bool>(default),
            ContinuousResidenceSince = Known.LeftOut<DateOrRange>(default),
            NoticeToAppear = Known.LeftOut<DateOrRange>(default),
            RemovedBefore = Known.LeftOut<bool>(default),
            Pending = Listed<PendingApplication>.None(default),
            Relatives = Listed<Relative>.None(default),
            CitizenParentOrGrandparent = Known.LeftOut<bool>(default),
            PriorCancellation = Known.LeftOut<bool>(default),
            Travel = null,
            More = FactSheet.Empty(),
        };

    /// <summary>Where the person stands in the file.</summary>
    public CasePlace Place => More.Place;
}

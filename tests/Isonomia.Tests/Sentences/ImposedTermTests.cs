using FsCheck;
using FsCheck.Fluent;
using Isonomia.Cases;
using Isonomia.Sentences;
using Xunit;

namespace Isonomia.Tests.Sentences;

public sealed class ImposedTermTests
{
    private static readonly Sentence Nothing = Sentence.NothingOrdered();

    public static TheoryData<string, Sentence, string, string> Table =>
        new()
        {
            { "imposition suspended, probation only", Imposition with { Probation = M(36) }, "0 days", "0 days" },
            { "jail as a condition", Imposition with { ConditionJail = D(364) }, "364 days", "364 days" },
            {
                "no term is specified when imposition is suspended",
                Imposition with
                {
                    Jail = D(365),
                    ConditionJail = D(30),
                },
                "30 days",
                "30 days"
            },
            { "execution of 365 days suspended", Execution with { Jail = D(365) }, "365 days", "0 days" },
            { "execution of a prison term suspended", Execution with { Prison = M(24) }, "730 days", "0 days" },
            {
                "execution suspended, with jail as a condition",
                Execution with
                {
                    Jail = D(300),
                    ConditionJail = D(90),
                },
                "300 to 390 days",
                "90 days"
            },
            { "straight jail", Nothing with { Jail = D(180) }, "180 days", "180 days" },
            { "straight jail of 364 days", Nothing with { Jail = D(364) }, "364 days", "364 days" },
            { "a split term counts whole", Nothing with { Split = Split(12, 24) }, "1095 days", "365 days" },
            { "prison for sixteen months", Nothing with { Prison = M(16) }, "487 days", "487 days" },
            { "twelve months are a year", Nothing with { Prison = M(12) }, "365 days", "365 days" },
            {
                "eight months and an enhancement of four are a year",
                Nothing with
                {
                    Prison = M(8),
                    Enhancement = M(4),
                },
                "365 days",
                "365 days"
            },
            { "life", Nothing with { Life = Known.Value(true) }, "life", "life" },
            { "twenty-five years to life", Nothing with { Life = Known.Value(true), Prison = M(300) }, "life", "life" },
            { "fine only", Nothing with { Fine = Known.Value(Dollars.Of(400)) }, "0 days", "0 days" },
            { "home detention as the confinement ordered", Nothing with { ElectronicMonitoring = D(90) }, "90 days", "90 days" },
            {
                "home detention as a condition only",
                Imposition with
                {
                    ElectronicMonitoring = D(90),
                    Probation = M(12),
                },
                "0 to 90 days",
                "0 to 90 days"
            },
            {
                "home detention beside jail",
                Nothing with
                {
                    Jail = D(300),
                    ElectronicMonitoring = D(90),
                },
                "300 to 390 days",
                "300 to 390 days"
            },
            { "residential treatment", Imposition with { Treatment = D(180) }, "0 to 180 days", "0 to 180 days" },
            {
                "a violation adds to the same count",
                Imposition with
                {
                    ConditionJail = D(300),
                    Violations = Violated(64),
                },
                "364 days",
                "364 days"
            },
            {
                "two violations reach the year",
                Imposition with
                {
                    ConditionJail = D(300),
                    Violations = Violated(64, 1),
                },
                "365 days",
                "365 days"
            },
            { "credits do not lower it", Nothing with { Jail = D(365), Credit = D(100) }, "365 days", "365 days" },
            { "jail not known", Nothing with { Jail = Known.Unknown<Days>() }, "0 days or more", "0 days or more" },
            {
                "supervision not known",
                Nothing with
                {
                    Split = Known.Value(new SplitTerm(M(12), Known.Unknown<Months>())),
                },
                "365 days or more",
                "365 days"
            },
            {
                "suspension not known",
                Nothing with
                {
                    Jail = D(365),
                    ConditionJail = D(30),
                    Suspended = Known.Unknown<Suspension>(),
                },
                "30 to 395 days",
                "30 to 395 days"
            },
            {
                "violations not known",
                Imposition with
                {
                    ConditionJail = D(30),
                    Violations = new Listed<Violation>([], IsOpen: true, default),
                },
                "30 days or more",
                "30 days or more"
            },
        };

    private static Sentence Imposition => Nothing with { Suspended = Known.Value(Suspension.Imposition) };

    private static Sentence Execution => Nothing with { Suspended = Known.Value(Suspension.Execution) };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_disposition_of_the_California_table_counts_as_it_says(
        string name,
        Sentence sentence,
        string imposed,
        string unsuspended
    )
    {
        Assert.NotEmpty(name);
        Assert.Equal(imposed, ImposedTerm.Of(sentence).ToString());
        Assert.Equal(unsuspended, UnsuspendedCustody.Of(sentence).ToString());
    }

    [Fact]
    public void A_sentence_that_is_not_known_is_wholly_open()
    {
        Assert.Equal(DayRange.Unknown, ImposedTerm.Of(Known.Unknown<Sentence>()));
        Assert.Equal(DayRange.Unknown, UnsuspendedCustody.Of(Known.Unknown<Sentence>()));
    }

    [Fact]
    public void More_of_any_part_never_makes_either_term_shorter() =>
        Prop.ForAll(
                Sentences.ToArbitrary(),
                sentence =>
                    Longer(sentence)
                        .All(longer =>
                            IsNotBelow(ImposedTerm.Of(longer), ImposedTerm.Of(sentence))
                            && IsNotBelow(UnsuspendedCustody.Of(longer), UnsuspendedCustody.Of(sentence))
                        )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Custody_that_is_not_suspended_never_exceeds_the_imposed_term() =>
        Prop.ForAll(
                Sentences.ToArbitrary(),
                sentence =>
                {
                    var (imposed, custody) = (ImposedTerm.Of(sentence), UnsuspendedCustody.Of(sentence));
                    return custody.Low <= imposed.Low && (imposed.High is not { } most || custody.High <= most);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Not_knowing_the_suspension_holds_every_suspension() =>
        Prop.ForAll(
                Sentences.ToArbitrary(),
                sentence =>
                {
                    var open = ImposedTerm.Of(sentence with { Suspended = Known.Unknown<Suspension>() });
                    var known = ImposedTerm.Of(sentence);
                    return open.Low <= known.Low && (open.High is not { } most || known.High <= most);
                }
            )
            .QuickCheckThrowOnFailure();

    private static Gen<Sentence> Sentences =>
        from suspended in Gen.Elements(Enum.GetValues<Suspension>())
        from days in Gen.Choose(0, 400).ArrayOf(5)
        from months in Gen.Choose(0, 40).ArrayOf(5)
        from isLife in Gen.Elements(false, false, false, true)
        select Nothing with
        {
            Suspended = Known.Value(suspended),
            Jail = D(days[0]),
            ConditionJail = D(days[1]),
            // Often none, so that monitoring that stands alone is tried too.
            ElectronicMonitoring = D(days[2] % 3 == 0 ? days[2] : 0),
            Treatment = D(days[3] % 3 == 0 ? days[3] : 0),
            Violations = Violated(days[4]),
            Prison = M(months[0]),
            Enhancement = M(months[1]),
            Probation = M(months[2]),
            Split = months[3] % 2 == 0 ? null : Split(months[3], months[4]),
            Life = Known.Value(isLife),
        };

    private static IEnumerable<Sentence> Longer(Sentence sentence) =>
        [
            sentence with
            {
                Jail = D(sentence.Jail.Value.Count + 1),
            },
            sentence with
            {
                ConditionJail = D(sentence.ConditionJail.Value.Count + 1),
            },
            sentence with
            {
                ElectronicMonitoring = D(sentence.ElectronicMonitoring.Value.Count + 1),
            },
            sentence with
            {
                Treatment = D(sentence.Treatment.Value.Count + 1),
            },
            sentence with
            {
                Violations = Violated([.. sentence.Violations.Select(violation => violation.Added.Value.Count), 1]),
            },
            sentence with
            {
                Prison = M(sentence.Prison.Value.Count + 1),
            },
            sentence with
            {
                Enhancement = M(sentence.Enhancement.Value.Count + 1),
            },
            sentence with
            {
                Life = Known.Value(true),
            },
        ];

    private static bool IsNotBelow(DayRange one, DayRange other) =>
        one.Low >= other.Low && (one.High is not { } high || (other.High is { } otherHigh && high >= otherHigh));

    private static Known<Days> D(int days) => Known.Value(Days.Of(days));

    private static Known<Months> M(int months) => Known.Value(Months.Of(months));

    private static Known<SplitTerm> Split(int custody, int supervision) => Known.Value(new SplitTerm(M(custody), M(supervision)));

    private static Listed<Violation> Violated(params IEnumerable<int> added) =>
        new(added.Select(days => new Violation(Known.Unknown<DateOrRange>(), D(days))).ToValueList(), IsOpen: false, default);
}

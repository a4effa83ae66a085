using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Isonomia.Analysis;
using Isonomia.Law;
using Isonomia.Severity;
using Isonomia.Tests.Drafts;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Isonomia.Tests.Properties;

/// <summary>
/// The tests that severity must pass (severity.md section 8), over generated cases. Numbers 5 (dominance) and 9 (the four-cell report) belong
/// to comparing dispositions and come with it; number 1 is in <see cref="FederalChecks"/>, and so are the grounds of number 4.
/// </summary>
public sealed class SeverityChecks
{
    /// <summary>
    /// 2. Axes A, B and C. One exception that rules name: bond that depends on the forum (B2) is milder than none at all, and an axis is
    /// compared at its worst reading, where that cannot matter. A relief is compared by its own state.
    /// </summary>
    [Fact]
    public void Another_conviction_never_lowers_an_axis() =>
        Run.Over(
            DraftMaker.Of(maker => maker.Case(0.9)),
            120,
            draft =>
            {
                var more = Consequences.Of(draft.Assess());
                return draft
                    .Counts.Select((_, i) => draft with { Counts = draft.Counts.RemoveAt(i) })
                    .SelectMany(fewer =>
                    {
                        var less = Consequences.Of(fewer.Assess());
                        return Wrong((more.Vector.Removal < less.Vector.Removal, "A"), (more.Vector.Custody < less.Vector.Custody, "B"))
                            .Concat(less.LessOpenThan(more).Select(r => $"C {r}"))
                            .Select(text => $"{text} is milder than without a count:\n{fewer}");
                    });
            }
        );

    /// <summary>3. Order of counts.</summary>
    [Fact]
    public void The_order_of_counts_changes_nothing() =>
        Run.Over(
            DraftMaker.Of(maker => maker.Case(0.9)),
            100,
            draft =>
            {
                var turned = draft with { Counts = [.. draft.Counts.Reverse()] };
                var (one, other) = (draft.Assess(), turned.Assess());
                return Same(Consequences.Of(one), Consequences.Of(other))
                    .Concat(Wrong((one.Direct != other.Direct, $"{one.Direct}, {other.Direct}")));
            }
        );

    /// <summary>
    /// 3. One query or two. What is pleaded today and what was pleaded yesterday weigh alike: a disposition moved to the priors, with the same
    /// date of conviction, gives the same answers. The exceptions are what a prior cannot say: it has no charge beside its conviction, so that
    /// evidence of the charge (EXP.INA.TRAFFICKER, the Laken Riley label of a charge that was not proved) goes.
    /// </summary>
    [Fact]
    public void A_plea_of_today_and_the_same_plea_as_an_earlier_conviction_weigh_alike() =>
        Run.Over(
            DraftMaker.Full,
            100,
            draft =>
            {
                var date = TheLaw.Today.PlusDays(-3);
                CaseDraft With(bool prior) =>
                    draft with
                    {
                        Counts = [.. draft.Counts.Select(c => c.IsPrior ? c : c with { IsPrior = prior, Convicted = date })],
                    };
                var (now, before) = (Consequences.Of(With(false).Assess()), Consequences.Of(With(true).Assess()));
                string[] ofTheCharge = ["EXP.INA.TRAFFICKER", "DET.MAND.RILEY", "DET.BOND", "DET.FORUM"];
                return now.Differing(before)
                    .Except(ofTheCharge, StringComparer.Ordinal)
                    .Concat(before.Beyond(now).Where(c => !c.StartsWith("DET.FORUM", StringComparison.Ordinal)));
            }
        );

    /// <summary>4.</summary>
    [Fact]
    public void A_day_or_a_dollar_less_never_raises_a_tier() =>
        Run.Over(
            DraftMaker.Of(maker => maker.Case(0.9)),
            100,
            draft =>
            {
                var before = draft.Assess().Collateral.Tier;
                return draft
                    .Counts.Select((_, i) => draft.WithCount(i, Less))
                    .Select(less => less.Assess().Collateral.Tier)
                    .SelectMany(after =>
                        Wrong(
                            (after.High > before.High, $"high {before.High} to {after.High}"),
                            (after.Low > before.Low, $"low {before.Low} to {after.Low}"),
                            (after.End > before.End, $"end {before.End} to {after.End}")
                        )
                    );
            }
        );

    /// <summary>6. The status: the envelope has for each what the case has with that status given.</summary>
    [Fact]
    public void An_unknown_status_has_each_status_in_its_envelope() =>
        Run.Over(
            DraftMaker.Of(maker => maker.Case(0.9)),
            25,
            draft =>
            {
                // What else the person has told fits the status that was drawn; for others it is left out.
                var bare = draft with
                {
                    Person = draft
                        .Person.Where(p => p.Key is "born" or "continuousResidenceSince")
                        .ToImmutableSortedDictionary(StringComparer.Ordinal),
                };
                var unknown = bare.Assess();
                return DraftMaker
                    .Statuses.Where((_, i) => i % 3 == draft.Counts.Length % 3)
                    .SelectMany(status =>
                    {
                        var known = bare.WithPerson("status", status).Assess().Collateral;
                        var entry = unknown.Envelope.Single(e => e.Status == known.Status);
                        return Wrong(
                            (entry.Tier != known.Tier, $"{status} {entry.Tier}, {known.Tier}"),
                            (
                                known.Tier.Low < unknown.Collateral.Tier.Low || known.Tier.High > unknown.Collateral.Tier.High,
                                $"{status} outside {unknown.Collateral.Tier}"
                            )
                        );
                    });
            }
        );

    /// <summary>
    /// 7. No office can change the order of tiers yet; when one can, no vector may change by it. That is so if nothing from which vectors are
    /// built knows a tier.
    /// </summary>
    [Fact]
    public void Vectors_are_built_from_answers_that_know_no_tier() =>
        Assert.DoesNotContain(typeof(SeverityInputs).GetProperties(), p => p.PropertyType == typeof(Tier));

    /// <summary>
    /// 8. From one day to the next nothing changes, unless a version of the law begins or ends, or something lapses: an anniversary of a date of
    /// the case, the end of a term or of supervision, or the day on which custody served drops out of a period (which may be any day, so that the
    /// reliefs that count days served are left out where the custody is long).
    /// </summary>
    [Fact]
    public void Only_dated_law_and_lapsing_time_change_an_answer_from_one_day_to_the_next()
    {
        var changes = LawChanges();
        string[] countDays = ["NATZ", "VD", "CANCEL42B", "CANCELVAWA", "VAWA"];
        Run.Over(
            DraftMaker.Of(maker =>
            {
                var draft = maker.Case(1);
                return draft with
                {
                    AsOf = maker.Between(new(2016, 1, 1), new(2026, 11, 1)),
                    Counts = [.. draft.Counts.Select(c => Earlier(c, maker))],
                    Person = draft.Person.Remove("residentSince").Remove("admitted").SetItem("continuousResidenceSince", "2004-05-05"),
                };
            }),
            120,
            draft =>
            {
                var next = draft with { AsOf = draft.AsOf.PlusDays(1) };
                var differ = Consequences
                    .Of(draft.Assess())
                    .Differing(Consequences.Of(next.Assess()))
                    .Except(draft.Counts.Any(c => Custody(c) >= 170) ? countDays : [], StringComparer.Ordinal)
                    .ToArray();
                return changes.Contains(next.AsOf) || Lapses(draft).Contains(next.AsOf) ? [] : differ.Select(d => $"{d} on {next.AsOf}");
            }
        );
    }

    /// <summary>8. And on a day on which a version begins, something may.</summary>
    [Fact]
    public void The_day_of_the_Laken_Riley_Act_changes_what_an_arrest_does()
    {
        var draft = new CaseDraft
        {
            Person = new DraftMaker(new Random(1)).Person("enteredWithoutInspection", 1),
            Counts =
            [
                new CountDraft
                {
                    Offense = "PC 484(a)/488",
                    Class = "misdemeanor",
                    Committed = new(2025, 1, 2),
                    Stage = "arrested",
                },
            ],
        };
        Truth On(LocalDate day) => Consequences.Of((draft with { AsOf = day }).Assess()).Code("DET.MAND.RILEY");
        Assert.Equal(Truth.No, On(new(2025, 1, 28)));
        Assert.Equal(Truth.Yes, On(new(2025, 1, 29)));
    }

    /// <summary>10.</summary>
    [Fact]
    public void A_tier_has_an_order_and_no_arithmetic()
    {
        string[] order = ["op_LessThan", "op_GreaterThan", "op_LessThanOrEqual", "op_GreaterThanOrEqual", "op_Equality", "op_Inequality"];
        var operators = typeof(Tier)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(m => m.Name.StartsWith("op_", StringComparison.Ordinal))
            .Select(m => m.Name);
        Assert.Empty(operators.Except(order, StringComparer.Ordinal));
        Assert.False(typeof(Tier).IsEnum);
        Assert.False(typeof(IConvertible).IsAssignableFrom(typeof(Tier)));
        Assert.Empty(typeof(Tier).GetConstructors());
        Assert.DoesNotContain(typeof(Tier).GetProperties(), p => p.PropertyType.IsPrimitive || p.PropertyType == typeof(decimal));
    }

    private static CountDraft Less(CountDraft count) =>
        count with
        {
            Sentence = count.Sentence is { } s
                ? s with
                {
                    Jail = Minus(s.Jail),
                    ConditionJail = Minus(s.ConditionJail),
                    Prison = Minus(s.Prison),
                }
                : null,
            Record = count.Record.ContainsKey("lossDollars")
                ? count.Record.SetItem(
                    "lossDollars",
                    Math.Max(0, int.Parse(count.Record["lossDollars"], CultureInfo.InvariantCulture) - 1)
                        .ToString(CultureInfo.InvariantCulture)
                )
                : count.Record,
        };

    private static int? Minus(int? n) => n is > 0 ? n - 1 : n;

    private static IEnumerable<string> Same(Consequences one, Consequences other) =>
        one.Differing(other)
            .Concat(
                Wrong(
                    (one.Tier != other.Tier, $"{one.Tier}, {other.Tier}"),
                    (one.Vector.Custody != other.Vector.Custody, "B"),
                    (one.Vector.Removal != other.Vector.Removal, "A"),
                    (one.Vector.Permanence != other.Vector.Permanence, "D"),
                    (one.Vector.Process != other.Vector.Process, "E"),
                    (one.Vector.Exposure != other.Vector.Exposure, "F")
                )
            );

    /// <summary>A conviction of an offense that is on the books throughout, with fixed dates before any date of the law that is asked for.</summary>
    private static CountDraft Earlier(CountDraft count, DraftMaker maker)
    {
        var committed = maker.Between(new(2006, 1, 1), new(2015, 1, 1));
        return count with { IsPrior = true, Committed = committed, Convicted = committed.PlusDays(90) };
    }

    private static int Custody(CountDraft c) =>
        (c.Sentence?.Jail ?? 0) + (c.Sentence?.ConditionJail ?? 0) + (31 * ((c.Sentence?.Prison ?? 0) + (c.Sentence?.Split?.Custody ?? 0)));

    /// <summary>Days on which time alone may change an answer of the case: anniversaries of its dates, with the day after them; ends of terms.</summary>
    private static HashSet<LocalDate> Lapses(CaseDraft draft)
    {
        var dates = draft.Person.Values.Select(v => LocalDatePattern.Iso.Parse(v)).Where(p => p.Success).Select(p => p.Value).ToList();
        foreach (var c in draft.Counts)
        {
            dates.Add(c.Committed!.Value);
            dates.Add(c.Convicted!.Value);
            dates.Add(c.Convicted!.Value.PlusDays(Custody(c)));
            for (var month = 0; month <= 400; month += 1)
            {
                if (c.Sentence?.Probation == month)
                {
                    dates.Add(c.Convicted!.Value.PlusMonths(month));
                }
            }

            if (c.Sentence?.Split is { } split)
            {
                dates.Add(c.Convicted!.Value.PlusMonths(split.Custody + split.Supervision));
            }
        }

        return
        [
            .. dates.SelectMany(date =>
                Enumerable.Range(0, 31).SelectMany(years => new[] { date.PlusYears(years), date.PlusYears(years).PlusDays(1) })
            ),
        ];
    }

    /// <summary>Days on which a version of a rule, a verdict, a reading or a statute begins or ends.</summary>
    private static HashSet<LocalDate> LawChanges()
    {
        var book = TheLaw.Book;
        var days = new HashSet<LocalDate>();
        void Add(LocalDate? day)
        {
            if (day is { } d)
            {
                days.Add(d);
            }
        }

        foreach (var version in book.Rules.SelectMany(r => r.Versions))
        {
            Add(version.From);
            Add(version.Until);
        }

        foreach (var verdict in book.Offenses.SelectMany(o => o.Verdicts.SelectMany(v => v)))
        {
            Add(verdict.From);
            Add(verdict.Until);
        }

        foreach (var reading in book.Questions.SelectMany(q => q.Readings))
        {
            Add(reading.From);
            Add(reading.Until);
        }

        return days;
    }

    private static IEnumerable<string> Wrong(params (bool IsWrong, string What)[] checks) =>
        checks.Where(c => c.IsWrong).Select(c => c.What);
}

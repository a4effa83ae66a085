using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Tests.Drafts;

/// <summary>
/// Makes cases at random: statuses with the dates that such a person has, one to three counts of real offenses of the law book, with the facts
/// of the record that their pages ask for, and sentences that the statutes allow.
/// </summary>
internal sealed class DraftMaker(Random random)
{
    public static readonly string[] Statuses =
    [
        .. Enum.GetNames<Isonomia.Cases.ImmigrationStatus>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]),
    ];

    private static readonly Lazy<Offense[]> Lazily = new(() =>
        [.. TheLaw.Book.Offenses.Where(o => o.Citation.Code.Jurisdiction == Law.Jurisdiction.State && o.Penalties.Count > 0)]
    );

    private static readonly LocalDate Today = TheLaw.Today;

    /// <summary>All offenses of California in the law book.</summary>
    public static Offense[] Offenses => Lazily.Value;

    /// <summary>Cases in which everything that was asked is given.</summary>
    public static Arbitrary<CaseDraft> Full { get; } = Of(maker => maker.Case(1));

    /// <summary>Cases in which any fact may be missing.</summary>
    public static Arbitrary<CaseDraft> Partial { get; } = Of(maker => maker.Case(0.7));

    public static Arbitrary<CaseDraft> Of(Func<DraftMaker, CaseDraft> make) =>
        Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => make(new DraftMaker(new Random(seed)))), Smaller);

    /// <summary>A case of one count, of one of those offenses.</summary>
    public CaseDraft Single(double known, Offense[] offenses) =>
        new() { Person = Person(Pick(Statuses), known), Counts = [Count(Pick<Offense>(offenses), false, known)] };

    /// <summary>A case of any offenses. <paramref name="known"/> is the share of facts that are given.</summary>
    public CaseDraft Case(double known) => Case(known, Offenses);

    /// <summary>A case of one to three counts of those offenses.</summary>
    public CaseDraft Case(double known, Offense[] offenses)
    {
        var person = Person(Pick(Statuses), known);
        var counts = Enumerable
            .Range(0, random.Next(1, 4))
            .Select(i => Count(Pick<Offense>(offenses), i > 0 && random.Next(2) == 0, known))
            .ToImmutableArray();
        return new CaseDraft
        {
            Person = person,
            Counts = counts,
            Forum = random.Next(5) == 0 ? Pick("fifthCircuit", "elsewhere") : "ninthCircuit",
        };
    }

    public T Pick<T>(params ReadOnlySpan<T> items) => items[random.Next(items.Length)];

    public bool Chance(double share) => random.NextDouble() < share;

    public LocalDate Between(LocalDate from, LocalDate until) => from.PlusDays(random.Next(Math.Max(1, Period.DaysBetween(from, until))));

    /// <summary>A person of that status with the dates that such a person has.</summary>
    public ImmutableSortedDictionary<string, string> Person(string status, double known)
    {
        var person = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["status"] = status,
            ["citizenParentOrGrandparent"] = "false",
        };
        var born = Between(new(1960, 1, 1), new(2004, 1, 1));
        var here = Between(new(2005, 1, 1), new(2023, 1, 1));
        person["born"] = Text(born);
        person["continuousResidenceSince"] = Text(here);
        var entry = status switch
        {
            "lawfulPermanentResident" or "returningResident" => Pick("inspected", "inspected", "withoutInspection"),
            "nonimmigrant" or "overstay" or "refugee" => "inspected",
            "enteredWithoutInspection" => "withoutInspection",
            "parolee" => "paroled",
            _ => Pick("inspected", "withoutInspection", "paroled"),
        };
        person["entry"] = entry;
        if (status is "lawfulPermanentResident" or "returningResident")
        {
            var resident = Chance(0.5) ? here : Between(here, new(2026, 1, 1));
            person["residentSince"] = Text(resident);
            person["admitted"] = Text(entry == "inspected" && Chance(0.5) ? here : resident);
            person["admittedAsResident"] = entry == "inspected" && Chance(0.5) ? "true" : "false";
        }
        else if (entry == "inspected")
        {
            person["admitted"] = Text(here);
        }

        if (status == "citizen")
        {
            return ImmutableSortedDictionary<string, string>.Empty.Add("status", status);
        }

        return person
            .Where(p => p.Key is "status" or "citizenParentOrGrandparent" || Chance(known))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>A count of any offense.</summary>
    public CountDraft Count(bool isPrior, double known) => Count(Pick<Offense>(Offenses), isPrior, known);

    /// <summary>A count of that offense.</summary>
    public CountDraft Count(Offense leaf, bool isPrior, double known)
    {
        var committed = Between(isPrior ? new(2012, 1, 1) : new(2025, 6, 1), isPrior ? new(2025, 1, 1) : new(2026, 11, 1));
        if (leaf.From is { } from && committed < from)
        {
            committed = from.PlusDays(random.Next(30));
        }

        if (leaf.Until is { } until && committed >= until)
        {
            committed = until.PlusDays(-1 - random.Next(300));
            isPrior = true;
        }

        var convicted = Sooner(committed.PlusDays(random.Next(20, 200)), Today.PlusDays(-1));
        isPrior &= committed < convicted;
        var penalties = leaf.PenaltiesOn(committed).ToArray();
        var penalty = penalties.Length > 0 ? Pick<Penalty>(penalties) : leaf.Penalties[0];
        return new CountDraft
        {
            IsPrior = isPrior,
            Offense = leaf.Citation.ToString(),
            Class = Chance(known) ? Lower(penalty.Class) : null,
            Committed = Chance(known) ? committed : null,
            Convicted = isPrior && Chance(known) ? convicted : null,
            Sentence = Chance(known) ? Sentence(penalty) : null,
            Record = RecordFacts
                .Of(leaf)
                .Where(_ => Chance(known))
                .ToImmutableSortedDictionary(
                    fact => RecordFacts.KeyOf(fact),
                    fact => RecordFacts.ValueOf(leaf, fact, this),
                    StringComparer.Ordinal
                ),
        };
    }

    /// <summary>A sentence of the kinds that courts impose for such a penalty.</summary>
    public SentenceDraft Sentence(Penalty penalty)
    {
        if (penalty.Class == OffenseClass.Infraction)
        {
            return new SentenceDraft { Fine = Math.Min(100, penalty.MaxFineDollars) };
        }

        if (penalty.Class == OffenseClass.Misdemeanor)
        {
            var days = penalty.Term.MaxDays == 0 ? 0 : random.Next(penalty.Term.MaxDays + 1);
            return Chance(0.7)
                ? new SentenceDraft
                {
                    Suspended = "imposition",
                    Probation = 12,
                    ConditionJail = Chance(0.3) ? 0 : days,
                    Fine = 400,
                }
                : new SentenceDraft { Jail = days };
        }

        var terms = penalty.Term.Months;
        if (terms.Count == 0)
        {
            return penalty.Term.Life
                ? new SentenceDraft { Prison = 300 }
                : new SentenceDraft
                {
                    Suspended = "imposition",
                    Probation = 24,
                    ConditionJail = 90,
                };
        }

        var term = terms[random.Next(terms.Count)];
        return random.Next(4) switch
        {
            0 => new SentenceDraft { Prison = term },
            1 => new SentenceDraft
            {
                Prison = term,
                Suspended = "execution",
                Probation = 24,
            },
            2 when penalty.Place == Place1170.CountyJail1170h => new SentenceDraft { Split = (term / 2, term - (term / 2)) },
            _ => new SentenceDraft
            {
                Suspended = "imposition",
                Probation = 24,
                ConditionJail = Pick(0, 90, 180, 181, 364, 365),
            },
        };
    }

    private static LocalDate Sooner(LocalDate one, LocalDate other) => one <= other ? one : other;

    private static string Text(LocalDate date) => date.ToString("uuuu-MM-dd", null);

    private static string Lower(OffenseClass @class) => @class.ToString().ToLowerInvariant();

    private static IEnumerable<CaseDraft> Smaller(CaseDraft draft)
    {
        if (draft.Counts.Length > 1)
        {
            for (var i = 0; i < draft.Counts.Length; i++)
            {
                yield return draft with
                {
                    Counts = draft.Counts.RemoveAt(i),
                };
            }
        }
    }
}

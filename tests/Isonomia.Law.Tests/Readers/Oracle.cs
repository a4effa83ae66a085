using static Isonomia.Law.Tests.Readers.Mays;

namespace Isonomia.Law.Tests.Readers;

/// <summary>
/// The naive reader: walks the outline of a rule for one person and collects the answers that the possible values of each fact would give. It knows
/// nothing of planes and registers and shares no code with the readers that do: only the outline itself is the same. It has about a hundred lines of code.
/// </summary>
internal sealed class Oracle(Person person)
{
    private readonly Dictionary<(Rule, bool, int), May> answers = [];

    /// <summary>Stands in for a rule's own text.</summary>
    public (Rule? Rule, IReadOnlyList<RuleVersion> Versions, Silence Silence) Mutant { get; init; }

    /// <summary>Puts a slip of the pen into the verdict rows of a leaf.</summary>
    public Func<IReadOnlyList<Verdict>, IReadOnlyList<Verdict>> Slip { get; init; } = rows => rows;

    /// <summary>The verdict rows that were looked at, and those that spoke.</summary>
    public (HashSet<Verdict> Seen, HashSet<Verdict> Spoke) Verdicts { get; } = ([], []);

    /// <summary>The rules that were asked.</summary>
    public IEnumerable<Rule> Asked => answers.Keys.Select(key => key.Item1).Distinct();

    /// <summary>The answer of a rule if silence is not shown, or else not ruled out.</summary>
    public May Ask(Rule rule, bool shown, int count)
    {
        var key = (rule, shown, rule.About == Level.Case ? -1 : count);
        return answers.TryGetValue(key, out var known) ? known : answers[key] = Run(rule, shown, count);
    }

    private May Run(Rule rule, bool shown, int count)
    {
        if (person.Given.Contains(rule))
            return OfRecord(person[rule, count], shown, v => v is "yes");
        var (_, versions, silence) = rule == Mutant.Rule ? Mutant : (rule, rule.Versions, rule.Silence);
        shown = silence == Silence.Neutral ? shown : silence == Silence.No;
        var version = versions.FirstOrDefault(v => In(v.From, v.Until, v.By, count) == May.Yes);
        if (version?.When is null)
            return version is null ? May.Either : May.No;
        var lifted = version.Unless is { } unless ? Line(unless, !shown, count) : May.No;
        return And(Line(version.When, shown, count), Not(lifted));
    }

    private May Line(Condition line, bool shown, int count)
    {
        May Fact(Fact f, Predicate<object?> test) => f.OfRecord ? OfRecord(person[f, count], shown, test) : Of(person[f, count], test);
        return line switch
        {
            AllOf all => And([.. all.Items.Select(i => Line(i, shown, count))]),
            AnyOf any => Or([.. any.Items.Select(i => Line(i, shown, count))]),
            NoneOf none => Not(Or([.. none.Items.Select(i => Line(i, !shown, count))])),
            Negation not => Not(Line(not.Item, !shown, count)),
            RuleTest rule => Ask(rule.Rule, shown, count),
            CountTest some => Counted(some, PerCount(some.With, shown)),
            TotalTest total => Totalled(total, PerCount(total.With, shown)),
            FlagTest { Fact.Kind: FactKind.Match } match => Match(match.Fact, shown, count),
            FlagTest flag => Fact(flag.Fact, v => v is "yes"),
            NameTest name => Fact(name.Fact, v => (name.Mask >> name.Fact.Names.ToList().IndexOf((string)v!) & 1) == 1),
            NumberTest number => Fact(number.Fact, v => v is long n && Holds(n, number.Sign, number.Bound)),
            CitationTest cites => Fact(cites.Fact, v => Known.NamesOf(v).Any(name => cites.Citations.Any(c => c.Covers(name)))),
            _ => throw new InvalidOperationException(line.Text),
        };
    }

    /// <summary>Is the offense, by the verdicts of the leaves that it may be, such a kind of offense?</summary>
    public May Match(Fact match, bool shown, int count)
    {
        var (given, words, charge) = (person[match, count], person.Law.Vocabulary, match.Name == "Laken Riley charge");
        if (given.Values.Length > 0)
            return OfRecord(given, shown, v => v is "yes");
        var offense = person[words[charge ? "charged offense" : "offense"], count];
        var index = words.Matches.ToList().IndexOf(charge ? words["Laken Riley offense"] : match);
        May[] leaves = [.. offense.Values.OfType<Offense>().Select(leaf => Verdict(leaf.Verdicts[index], shown, count))];
        if (ReferenceEquals(given, Known.NotReviewed) || leaves.Length == 0)
            return May.Either;
        return !offense.SilentOnProng ? leaves.Aggregate((a, b) => a | b)
            : shown ? And(leaves)
            : Or(leaves);
    }

    private May Verdict(IReadOnlyList<Verdict> rows, bool shown, int count)
    {
        May Holds(Verdict row) => row.By is null ? May.Yes : In(row.From, row.Until, row.By, count);
        Verdicts.Seen.UnionWith(rows);
        rows = Slip(rows);
        var row = rows.FirstOrDefault(r => Holds(r) != May.No);
        if (row is null || Holds(row) == May.Either)
            return May.Either;
        Verdicts.Spoke.Add(row);
        return row.Test is null ? Of(row.Kind == VerdictKind.Yes) : Line(row.Test, shown, count);
    }

    private ILookup<May, int> PerCount(Condition? with, bool shown) =>
        Enumerable.Range(0, person.Counts).ToLookup(j => with is null ? May.Yes : Line(with, shown, j));

    private May Counted(CountTest test, ILookup<May, int> counts)
    {
        Grouped Key(int j) => test.Group is null ? new(j, j) : (Grouped?)person[test.Group, j].Values.FirstOrDefault() ?? new(null, -1 - j);
        var apart = counts[May.Yes].Select(j => Key(j).Surely).Distinct().Count(key => key is not null);
        var low = Math.Max(apart, counts[May.Yes].Any() ? 1 : 0);
        var high = counts[May.Yes].Concat(counts[May.Either]).Select(j => Key(j).Perhaps).Distinct().Count();
        return Of(Known.Range(low, high), v => (long)v! >= test.Least);
    }

    private May Totalled(TotalTest test, ILookup<May, int> counts)
    {
        object?[] Ends(int j) => person[test.Fact, j].Values is { Length: > 0 } ends ? ends : [0L, Known.Unlimited];
        var low = counts[May.Yes].Sum(j => Ends(j)[0] as long? ?? 0);
        var high = counts[May.Yes].Concat(counts[May.Either]).Sum(j => Ends(j)[^1] as long? ?? 0);
        return Of(Known.Range(low, high), v => Holds((long)v!, test.Sign, test.Bound));
    }

    private May In(NodaTime.LocalDate? from, NodaTime.LocalDate? until, Fact by, int count) =>
        And(
            Of(person[by, count], v => v is long day && (from is null || day >= Known.Day(from.Value))),
            Of(person[by, count], v => v is long day && (until is null || day < Known.Day(until.Value)))
        );
}

namespace Isonomia.Law.Tests.Readers;

/// <summary>Invents persons, with values of every kind and degree of knowledge, near the thresholds of the law; the same ones for the same seed.</summary>
internal sealed class People
{
    private readonly Lawbook law;
    private readonly Random dice;
    private readonly Bins bins;
    private readonly Offense[] leaves;

    public People(Lawbook law, int seed)
    {
        this.law = law;
        dice = new Random(seed);
        leaves = [.. law.Offenses];
        var verdicts = law
            .Offenses.SelectMany(o => o.Verdicts.SelectMany(v => v))
            .Distinct(ReferenceEqualityComparer.Instance)
            .Cast<Verdict>()
            .ToArray();
        bins = new Bins(
            law,
            law.Rules.SelectMany(Outline.Lines).Concat(verdicts.SelectMany(v => Outline.Lines(v.Test))),
            law.Rules.SelectMany(r => r.Versions)
                .Select(v => ((Fact?)v.By, (NodaTime.LocalDate?)v.From, v.Until))
                .Concat(verdicts.Select(v => (v.By, v.From, v.Until)))
        );
        Choices = bins.Facts.ToDictionary(f => f.Index, bins.Of);
    }

    /// <summary>The bins of every fact that the law reads.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<Known>> Choices { get; }

    public Person Next(int counts)
    {
        var person = new Person(law, counts);
        foreach (var fact in bins.Facts)
        {
            for (var count = 0; count < (fact.About == Level.Case ? 1 : counts); count++)
                person[fact, count] = Value(fact);
        }
        if (Chance(0.9))
            person[law.Vocabulary["as-of date"], 0] = Known.On(new NodaTime.LocalDate(2010, 1, 1).PlusDays(dice.Next(6_200)));
        Questions.Answer(person, _ => Chance(0.2));
        return person;
    }

    private bool Chance(double p) => dice.NextDouble() < p;

    private Known Value(Fact fact)
    {
        if (fact.Kind == FactKind.Match)
            return Chance(0.1) ? Pick(Choices[fact.Index]) : Known.Unknown;
        if (fact.Name is "offense" or "charged offense")
            return Chance(0.9) ? Offense() : Known.Unknown;
        var known = Pick(Choices[fact.Index]);
        // A range, or several names, as the parties or the record may leave it.
        if (Chance(0.15) && known.Values is [long low, long high])
        {
            // There are no negative amounts; a total could not bound them.
            var least = fact.Kind == FactKind.Number ? 0 : long.MinValue;
            return Known.Range(Math.Max(least, low - dice.Next(3)), high + dice.Next(400));
        }
        if (Chance(0.2) && fact.Kind is FactKind.OneOf or FactKind.Question && known.Values.Length == 1)
            return new Known(known.Values[0], fact.Names.First(n => !n.Equals(known.Values[0]))) { Stands = Chance(0.8) };
        if (Chance(0.03) && fact.Kind == FactKind.YesNo && fact.OfRecord)
            return Known.YesOrNo with { Stands = false };
        return known;
    }

    private Known Offense()
    {
        var leaf = leaves[dice.Next(leaves.Length)];
        if (Chance(0.75))
            return new Known(leaf);
        return Chance(0.8)
            ? Cells.Offense(law, Citation.Of(leaf.Citation.Code, leaf.Citation.Section, []), Chance(0.5))
            : new Known(Citation.Parse("PC 999"));
    }

    private T Pick<T>(IReadOnlyList<T> list) => list[dice.Next(list.Count)];
}

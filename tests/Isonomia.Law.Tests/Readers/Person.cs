namespace Isonomia.Law.Tests.Readers;

/// <summary>A person with counts: what is known of every fact, and rules whose answers are given instead of being run.</summary>
internal sealed class Person(Lawbook law, int counts)
{
    private readonly Dictionary<int, Known> ofCase = [];
    private readonly Dictionary<int, Known>[] ofCounts = [.. Enumerable.Range(0, counts).Select(_ => new Dictionary<int, Known>())];

    public Lawbook Law { get; } = law;

    public int Counts { get; } = counts;

    public HashSet<Rule> Given { get; init; } = [];

    public Known this[Fact fact, int count]
    {
        get => Shelf(fact.About, count).GetValueOrDefault(fact.Index) ?? Known.Unknown;
        set => Shelf(fact.About, count)[fact.Index] = value;
    }

    public Known this[Rule rule, int count]
    {
        get => Shelf(rule.About, count).GetValueOrDefault(~rule.Index) ?? Known.Unknown;
        set
        {
            Given.Add(rule);
            Shelf(rule.About, count)[~rule.Index] = value;
        }
    }

    private Dictionary<int, Known> Shelf(Level level, int count) => level == Level.Case ? ofCase : ofCounts[count];

    /// <summary>The facts that were set, by index, with the count.</summary>
    public IEnumerable<(int Fact, int Count)> Set =>
        ofCounts
            .SelectMany((shelf, count) => shelf.Keys.Select(key => (Key: key, Count: count)))
            .Concat(ofCase.Keys.Select(key => (Key: key, Count: 0)))
            .Where(v => v.Key >= 0);

    /// <summary>What is known, in words.</summary>
    public override string ToString() =>
        string.Join(
            ", ",
            Set.Select(v => (Fact: Law.Vocabulary.Facts[v.Fact], v.Count))
                .Select(v => $"{v.Fact.Name}[{v.Count}]={string.Join('|', this[v.Fact, v.Count].Values)}")
                .Concat(
                    Given.SelectMany(r =>
                        Enumerable
                            .Range(0, r.About == Level.Case ? 1 : Counts)
                            .Select(c => $"{r.Title}[{c}]={string.Join('|', this[r, c].Values)}")
                    )
                )
        );
}

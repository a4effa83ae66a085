using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Severity;
using NodaTime;

namespace Isonomia.Alternatives;

/// <summary>The collateral consequences of one row, at the mildest and the most severe reading of what is open.</summary>
internal sealed record Consequence(CollateralVector Low, CollateralVector High)
{
    /// <summary>The tier on the planning reading, as <c>analyze</c> gives it.</summary>
    public Tier End => Tier.Worse(High.Tier, Low.Tier);

    /// <summary>The mildest tier.</summary>
    public Tier Least => Tier.Milder(Low.Tier, End);
}

/// <summary>
/// Reads the vectors of severity off evaluated rows. Rows in which every code has the same answer have the same vector, which is built once.
/// </summary>
internal sealed class CollateralReader
{
    private readonly Analyzer analyzer;
    private readonly Evaluator evaluator;
    private readonly RowSet rows;
    private readonly IReadOnlyList<ImmigrationStatus> statuses;
    private readonly int words;
    private readonly Dictionary<string, int> outputs = new(StringComparer.Ordinal);
    private readonly List<(ulong[] Sure, ulong[] Maybe)> planes = [];
    private readonly List<int> varying = [];

    public CollateralReader(Analyzer analyzer, RowSet rows, IReadOnlyList<ImmigrationStatus> statuses)
    {
        (this.analyzer, this.rows, this.statuses) = (analyzer, rows, statuses);
        words = rows.Words;
        evaluator = new Evaluator(analyzer.Program, rows);
        var codes = analyzer.Codes;
        foreach (var code in codes.Reported)
            Output(code, codes.Rules(code));
        foreach (var code in codes.Reliefs)
        foreach (var state in States)
            Output($"{code} {state}", codes.Relief(code, state));
        Output("described", [.. analyzer.Law.Rules.Where(r => r.Title.StartsWith("inadmissibility offense:", StringComparison.Ordinal))]);
        analyzer.Law.TryRule("noncitizen", out var noncitizen);
        Output("noncitizen", noncitizen is null ? [] : [noncitizen]);
    }

    private static readonly string[] States = ["applies", "closed", "permanent", "harmed", "delayed"];

    /// <summary>One record, as it is, under every status.</summary>
    public static (CollateralReader Reader, Consequence[] Consequences) OfRecord(
        Analyzer analyzer,
        Matter matter,
        IReadOnlyList<CountInCase> counts,
        LocalDate asOf,
        Forum forum,
        IReadOnlyList<ImmigrationStatus> statuses
    )
    {
        RowSet On(LocalDate day) =>
            RowBuilder.Build(analyzer.Law, matter, counts, day, [.. statuses.Select(s => new RowKey(s, forum))]).Rows;
        var reader = new CollateralReader(analyzer, On(asOf), statuses);
        var consequences = reader.Read(
            _ => NotableDates.SupervisionEnds(counts, asOf) is not null,
            () => NotableDates.LastLapse(counts, asOf) is { } day ? On(day) : null
        );
        return (reader, consequences);
    }

    /// <summary>The evaluation behind it.</summary>
    public Evaluator Evaluator => evaluator;

    /// <summary>The answer of a code (or of <c>CODE state</c>) for the person in a row.</summary>
    public Truth Answer(string output, int row)
    {
        if (!outputs.TryGetValue(output, out var at))
            return Truth.No;
        var (sure, maybe) = planes[at];
        return Kleene.Of((sure[row >> 6] >> (row & 63) & 1) != 0, (maybe[row >> 6] >> (row & 63) & 1) != 0);
    }

    /// <summary>The consequences of every row.</summary>
    /// <param name="supervisionEnds">Whether the last day of a combination's supervision is known and lies ahead.</param>
    /// <param name="later">The same rows on the last day on which a bar can lapse; null if none can. Asked only where naturalization is closed.</param>
    public Consequence[] Read(Func<int, bool> supervisionEnds, Func<RowSet?> later)
    {
        var all = new Consequence[rows.Rows];
        var signatures = Signatures();
        var known = new Dictionary<(ulong, ulong, int, bool), Consequence>();
        ulong[]? open = null;
        for (var row = 0; row < all.Length; row++)
        {
            var status = row % statuses.Count;
            var reopens =
                statuses[status] is ImmigrationStatus.LawfulPermanentResident or ImmigrationStatus.ReturningResident
                && (
                    Answer("NATZ closed", row) == Truth.No
                        ? supervisionEnds(row / statuses.Count)
                        : ((open ??= OpenLater(later()))[row >> 6] >> (row & 63) & 1) != 0
                );
            var key = (signatures[row].A, signatures[row].B, status, reopens);
            if (!known.TryGetValue(key, out var consequence))
                known.Add(key, consequence = Build(row, statuses[status], reopens));
            all[row] = consequence;
        }
        return all;
    }

    private Consequence Build(int row, ImmigrationStatus status, bool reopens)
    {
        var codes = analyzer.Codes;
        var inputs = new SeverityInputs(
            status,
            Answer("noncitizen", row) != Truth.No,
            code => Answer(code, row),
            (code, state) => Answer($"{code} {state}", row),
            Answer("described", row),
            codes.Grounds,
            codes.Reliefs,
            reopens
        );
        return new Consequence(CollateralBuilder.Build(inputs, severe: false), CollateralBuilder.Build(inputs, severe: true));
    }

    /// <summary>Rows in which nothing keeps naturalization closed once all that can lapse has lapsed.</summary>
    private ulong[] OpenLater(RowSet? later)
    {
        var open = new ulong[words];
        if (later is null)
            return open;
        var evaluated = new Evaluator(analyzer.Program, later);
        foreach (var rule in analyzer.Codes.Relief("NATZ", "closed"))
        {
            var register = analyzer.Program.RegisterOf(rule, Burden.Shown);
            for (var slot = 0; slot < (rule.About == Level.Case ? 1 : later.Slots); slot++)
            {
                evaluated.Planes(register, slot, out _, out var maybe);
                for (var w = 0; w < words; w++)
                    open[w] |= maybe[w];
            }
        }
        for (var w = 0; w < words; w++)
            open[w] = ~open[w];
        return open;
    }

    private void Output(string name, IReadOnlyList<Rule> rules)
    {
        var (sure, maybe) = (new ulong[words], new ulong[words]);
        foreach (var rule in rules)
        {
            var register = analyzer.Program.RegisterOf(rule, Burden.Shown);
            var slots = rule.About == Level.Case ? 1 : rows.Slots;
            for (var slot = 0; slot < slots; slot++)
            {
                evaluator.Planes(register, slot, out var s, out var m);
                for (var w = 0; w < words; w++)
                {
                    sure[w] |= s[w];
                    maybe[w] |= m[w];
                }
            }
        }
        outputs.Add(name, planes.Count);
        if (Varies(sure) || Varies(maybe))
            varying.Add(planes.Count);
        planes.Add((sure, maybe));
    }

    private bool Varies(ulong[] plane)
    {
        var first = (plane[0] & 1) == 0 ? 0 : ulong.MaxValue;
        for (var w = 0; w < words; w++)
        {
            var mask = w == words - 1 && (rows.Rows & 63) != 0 ? (1UL << (rows.Rows & 63)) - 1 : ulong.MaxValue;
            if (((plane[w] ^ first) & mask) != 0)
                return true;
        }
        return false;
    }

    /// <summary>Two independent 64-bit mixes of the answers that differ between rows: equal rows have equal marks.</summary>
    private (ulong A, ulong B)[] Signatures()
    {
        var marks = new (ulong A, ulong B)[rows.Rows];
        foreach (var at in varying)
        {
            var (sure, maybe) = planes[at];
            var a = Mix((ulong)at + 1);
            var b = Mix(a);
            var c = Mix(b);
            var d = Mix(c);
            for (var row = 0; row < marks.Length; row++)
            {
                var s = 0 - (sure[row >> 6] >> (row & 63) & 1);
                var m = 0 - (maybe[row >> 6] >> (row & 63) & 1);
                ref var mark = ref marks[row];
                mark.A ^= (s & a) ^ (m & b);
                mark.B ^= (s & c) ^ (m & d);
            }
        }
        return marks;
    }

    /// <summary>SplitMix64: a fixed constant for each answer, so that the marks are the same in every run.</summary>
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}

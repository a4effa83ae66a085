using System.Collections.Immutable;
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
    private readonly List<(ulong[] Sure, ulong[] Maybe)> telling = [];
    private readonly Dictionary<string, int[]> reliefs = new(StringComparer.Ordinal);
    private readonly int described;
    private readonly int noncitizen;

    public CollateralReader(Analyzer analyzer, RowSet rows, IReadOnlyList<ImmigrationStatus> statuses)
    {
        (this.analyzer, this.rows, this.statuses) = (analyzer, rows, statuses);
        words = rows.Words;
        evaluator = new Evaluator(analyzer.Program, rows);
        var codes = analyzer.Codes;
        foreach (var code in codes.Reported)
            Output(code, codes.Rules(code));
        foreach (var code in codes.Reliefs)
            reliefs.Add(code, Array.ConvertAll(States, state => Output($"{code} {state}", codes.Relief(code, state))));
        described = Output(
            "described",
            [.. analyzer.Law.Rules.Where(r => r.Title.StartsWith("inadmissibility offense:", StringComparison.Ordinal))]
        );
        analyzer.Law.TryRule("noncitizen", out var noncitizenRule);
        noncitizen = Output("noncitizen", noncitizenRule is null ? [] : [noncitizenRule]);
        Telling();
    }

    private static readonly ImmutableArray<string> VectorReads =
    [
        "DET.MAND.1226c",
        "DET.MAND.RILEY",
        "DET.FORUM",
        "EXP.TRAVEL",
        "EXP.ADMINREMOVAL",
        "EXP.TRANSFER",
        "EXP.NOTIFY",
        "EXP.ARREST",
    ];
    private static readonly string[] States = ["applies", "closed", "permanent", "harmed", "delayed"];

    /// <summary>
    /// The planes on which the vector rests: any aggravated felony is as grave as another, and a relief is closed for whatever reason. Rows alike
    /// on them have the same vector.
    /// </summary>
    private void Telling()
    {
        var groups = analyzer.Codes.Grounds.ToLookup(CollateralBuilder.GroupOf, StringComparer.Ordinal);
        foreach (var group in groups)
            Together(group.Select(code => outputs[code]));
        foreach (var code in VectorReads)
            if (outputs.TryGetValue(code, out var at))
                Together([at]);
        Together([described]);
        Together([noncitizen]);
        foreach (var (code, at) in reliefs)
        {
            Together([at[0]]);
            Together([at[1], at[2]]);
            Together([at[3]]);
            if (code != "NATZ")
                continue;
            Together([at[1]]);
            Together([at[2]]);
            Together([at[4]]);
        }

        void Together(IEnumerable<int> members)
        {
            var (sure, maybe) = (new ulong[words], new ulong[words]);
            foreach (var at in members)
                for (var w = 0; w < words; w++)
                {
                    sure[w] |= planes[at].Sure[w];
                    maybe[w] |= planes[at].Maybe[w];
                }
            if (Varies(sure) || Varies(maybe))
                telling.Add((sure, maybe));
        }
    }

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
            _ => NotableDates.IsSupervisionEndless(analyzer.Law, matter, counts, asOf),
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
        return Plane(at, row);
    }

    private Truth Plane(int at, int row)
    {
        var (sure, maybe) = planes[at];
        return Kleene.Of((sure[row >> 6] >> (row & 63) & 1) != 0, (maybe[row >> 6] >> (row & 63) & 1) != 0);
    }

    /// <summary>The consequences of every row.</summary>
    /// <param name="endless">Whether some supervision of a combination has no last day that is known.</param>
    /// <param name="later">The same rows on the last day on which a bar can lapse; null if none can. Asked only where naturalization is closed.</param>
    public Consequence[] Read(Func<int, bool> endless, Func<RowSet?> later)
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
                && (Natz(row, 4) == Truth.No || !endless(row / statuses.Count))
                && (Natz(row, 1) == Truth.No || ((open ??= OpenLater(later()))[row >> 6] >> (row & 63) & 1) != 0);
            var key = (signatures[row].A, signatures[row].B, status, reopens);
            if (!known.TryGetValue(key, out var consequence))
                known.Add(key, consequence = Build(row, statuses[status], reopens));
            all[row] = consequence;
        }
        return all;
    }

    private Truth Natz(int row, int state) => reliefs.TryGetValue("NATZ", out var at) ? Plane(at[state], row) : Truth.No;

    private Consequence Build(int row, ImmigrationStatus status, bool reopens)
    {
        var codes = analyzer.Codes;
        var inputs = new SeverityInputs(
            status,
            Plane(noncitizen, row) != Truth.No,
            code => Answer(code, row),
            (code, state) => Plane(reliefs[code][Array.IndexOf(States, state)], row),
            Plane(described, row),
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

    private int Output(string name, IReadOnlyList<Rule> rules)
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
        planes.Add((sure, maybe));
        return planes.Count - 1;
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
        for (var at = 0; at < telling.Count; at++)
        {
            var (sure, maybe) = telling[at];
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

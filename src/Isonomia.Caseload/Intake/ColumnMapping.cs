using System.Collections.Frozen;
using System.Collections.Immutable;
using Isonomia.Caseload.Mapping;
using Isonomia.Caseload.Store;

namespace Isonomia.Caseload.Intake;

/// <summary>Which columns of a delimited file hold what, read from a mapping file.</summary>
public sealed record ColumnMapping
{
    /// <summary>Keys of a mapping that name columns.</summary>
    internal static readonly ImmutableArray<string> Roles =
    [
        "person",
        "case",
        "count",
        "event",
        "date",
        "charge",
        "description",
        "level",
        "disposition",
        "disposed",
        "place",
        "sex",
        "age",
        "born",
        "jailDays",
        "prisonMonths",
        "probationMonths",
        "sentenceLength",
        "sentenceUnit",
        "sentenceKind",
    ];

    /// <summary>Columns by role; several columns of one role are joined.</summary>
    public required FrozenDictionary<string, ImmutableArray<string>> Columns { get; init; }

    /// <summary>The event of every row, where no column says it.</summary>
    public EventKind Always { get; init; }

    /// <summary>Names of the columns of a file without a header.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Separator, if the file's own is not to be guessed.</summary>
    public char? Separator { get; init; }

    /// <summary>Whether 3/4/2019 is the third of April.</summary>
    public bool DayFirst { get; init; }

    /// <summary>What the file's own words for dispositions mean.</summary>
    internal FrozenDictionary<string, DispositionKind> Dispositions { get; init; } = FrozenDictionary<string, DispositionKind>.Empty;

    /// <summary>What the file's own words for levels mean.</summary>
    internal FrozenDictionary<string, ChargeLevel> Levels { get; init; } = FrozenDictionary<string, ChargeLevel>.Empty;

    /// <summary>Reads a mapping file.</summary>
    /// <exception cref="InputException">It cannot be used; every message names its place.</exception>
    public static ColumnMapping Read(string file, string text)
    {
        var root = MappingNode.Parse(file, text);
        var columns = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        var mapping = new ColumnMapping { Columns = FrozenDictionary<string, ImmutableArray<string>>.Empty };
        string[] known = [.. Roles, "always", "columns", "separator", "dates", "dispositions", "levels"];
        foreach (var (key, value) in root.Entries(known))
            switch (key)
            {
                case "always":
                    mapping = mapping with { Always = Named<EventKind>(value) };
                    break;
                case "columns":
                    mapping = mapping with { Names = [.. value.Texts()] };
                    break;
                case "separator":
                    mapping = mapping with
                    {
                        Separator =
                            value.Text() is [var c] ? c
                            : value.Text() == "tab" ? '\t'
                            : throw value.Problem("a separator is one character, or the word tab"),
                    };
                    break;
                case "dates":
                    mapping = mapping with
                    {
                        DayFirst = value.Text() switch
                        {
                            "dayFirst" => true,
                            "monthFirst" => false,
                            var other => throw value.Problem($"\"{other}\" is not dayFirst or monthFirst"),
                        },
                    };
                    break;
                case "dispositions":
                    mapping = mapping with { Dispositions = Meanings<DispositionKind>(value) };
                    break;
                case "levels":
                    mapping = mapping with { Levels = Meanings<ChargeLevel>(value) };
                    break;
                default:
                    foreach (var column in value.Texts())
                        if (SealedColumns.Holds(column))
                            throw value.Problem($"\"{column}\" is never read: {MappingNode.WhySealed}");
                    columns.Add(key, [.. value.Texts()]);
                    break;
            }
        if (!columns.ContainsKey("charge"))
            throw root.Problem("charge is missing: the column of the charge must be named");
        return mapping with { Columns = columns.ToFrozenDictionary(StringComparer.Ordinal) };
    }

    private static FrozenDictionary<string, T> Meanings<T>(MappingNode node)
        where T : struct, Enum => node.Any().ToFrozenDictionary(e => e.Key, e => Named<T>(e.Value), StringComparer.OrdinalIgnoreCase);

    private static T Named<T>(MappingNode node)
        where T : struct, Enum =>
        Enum.TryParse<T>(node.Text(), ignoreCase: true, out var value) && !char.IsDigit(node.Text()[0])
            ? value
            : throw node.Problem(
                $"\"{node.Text()}\" is not one of {string.Join(", ", Enum.GetNames<T>().Select(n => char.ToLowerInvariant(n[0]) + n[1..]))}"
            );
}

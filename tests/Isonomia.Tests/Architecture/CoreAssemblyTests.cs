using System.Reflection;
using Isonomia.Law.Tests.Architecture;
using Isonomia.Severity;

namespace Isonomia.Tests.Architecture;

/// <summary>Isonomia.Core: cases in, assessments out.</summary>
public sealed class CoreAssemblyTests() : AssemblyTests(typeof(Tier).Assembly, ["Isonomia.Law", "NodaTime", "YamlDotNet"], Statics)
{
    private static readonly Dictionary<string, string> Statics = new(StringComparer.Ordinal)
    {
        ["Isonomia.Severity.CollateralBuilder.NotCriminal"] = "a private set of names, filled where it is declared and only asked",
        ["Isonomia.Facts.RowBuilder.ByStatus"] = "a private set of names, filled where it is declared and only asked",
        ["Isonomia.Facts.CaseFacts.Functions"] = "the table of fact functions, seen as read-only and filled where it is declared",
        ["Isonomia.Facts.CountFacts.Functions"] = "the table of fact functions, seen as read-only and filled where it is declared",
        ["Isonomia.Json.JsonText.Options"] = "a struct that each writer copies",
        ["Isonomia.Cases.Reading.CaseSchema.Indented"] = "the serializer locks its options when they are first used",
        ["Isonomia.Analysis.MatchAnswers.NeedsByLaw"] =
            "remembers thresholds by law book, which cannot change, and forgets them with it: whether it was filled makes no answer different",
    };
}

using Isonomia.Alternatives;
using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Isonomia.Law;
using NodaTime;
using Xunit;

namespace Isonomia.Tests.Alternatives;

/// <summary>The law, read once, and cases in short form.</summary>
internal static class Shared
{
    internal static readonly LocalDate Today = new(2026, 11, 22);

    internal static readonly Analyzer Analyzer = new(Read());

    internal static readonly AlternativesFinder Finder = new(Analyzer);

    /// <summary>A resident of eight years with the clock complete.</summary>
    internal const string Resident =
        "person: { status: lawfulPermanentResident, entry: inspected, admitted: 2018-06-15, residentSince: 2018-06-15, continuousResidenceSince: 2018-06-15 }";

    private static Lawbook Read()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "law");
        var pages = Directory
            .EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Select(f => (Path: Path.GetRelativePath(folder, f).Replace('\\', '/'), File: f))
            .Where(f =>
                !f.Path.StartsWith("offices/", StringComparison.Ordinal) && !f.Path.StartsWith("amendments/", StringComparison.Ordinal)
            )
            .Select(f => new LawPage(f.Path, File.ReadAllText(f.File)))
            .ToArray();
        var reading = LawbookReader.Read(pages);
        return reading.Lawbook ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    internal static Matter Case(string yaml)
    {
        var reading = new CaseReader(LawVocabulary.Of(Analyzer.Law)).Read("case.yaml", yaml);
        return reading is CaseReading.Accepted accepted
            ? accepted.Matter
            : throw new InvalidOperationException(string.Join('\n', ((CaseReading.Refused)reading).Problems));
    }

    /// <summary>One count with its offer.</summary>
    internal static Matter One(string person, string offense, string @class, string disposition, string facts = "{}", string more = "") =>
        Case(
            $$"""
            asOf: 2026-11-22
            {{person}}
            {{more}}
            charges:
              - { id: "1", offense: "{{offense}}", class: {{@class}}, committed: 2026-08-01, facts: {{facts}} }
            disposition:
              - { charge: "1", {{disposition}} }
            """
        );

    internal static AlternativesReport Find(Matter matter, Band? band = null, int limit = 100_000)
    {
        var report = Finder.Find(matter, band ?? Band.Default, limit, Today);
        Assert.NotNull(report);
        return report;
    }

    /// <summary>What a person reads of it, for messages.</summary>
    internal static string Text(AlternativesReport r) =>
        string.Join(
            '\n',
            r.Alternatives.Take(40)
                .Prepend(r.Reference)
                .Select(a =>
                    $"{a.Id} {(a.Band.Inside ? "in" : "out")} {a.Collateral.Tier.Start}->{a.Collateral.Tier.End} {a.Name} [{string.Join(", ", a.Band.Differs)}]"
                )
        );
}

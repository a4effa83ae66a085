using System.Collections.Concurrent;
using System.Text;
using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Isonomia.Law;
using Isonomia.Law.Tests.Readers;
using Isonomia.Policies;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Isonomia.Tests.Policies;

/// <summary>The shipped policies, and cases to put to them.</summary>
internal static class Shared
{
    private static readonly ConcurrentDictionary<string, Lazy<PolicyBook>> Books = new(StringComparer.Ordinal);

    /// <summary>Paths of the shipped pages of <c>offices/</c> and <c>amendments/</c>.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        .. new[] { "offices", "amendments" }
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(TheLaw.Root, "law", f), "*.md", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(Path.Combine(TheLaw.Root, "law"), f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static LawPage Page(string path) => new(path, File.ReadAllText(Path.Combine(TheLaw.Root, "law", path)));

    public static PolicyReading Read(params LawPage[] pages) => PolicyBook.Read(RealLaw.Pages(), pages);

    /// <summary>The law with these shipped pages.</summary>
    public static PolicyBook Book(params string[] pages) =>
        Books
            .GetOrAdd(
                string.Join(' ', pages),
                _ =>
                    new(() =>
                    {
                        var reading = Read([.. pages.Select(Page)]);
                        Assert.True(reading.Book is not null, string.Join('\n', reading.Problems));
                        return reading.Book;
                    })
            )
            .Value;

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static Matter Case(PolicyBook book, string yaml)
    {
        var reading = new CaseReader(LawVocabulary.Of(book.Law)).Read("case.yaml", Encoding.UTF8.GetBytes(yaml));
        Assert.True(reading is CaseReading.Accepted, reading is CaseReading.Refused refused ? string.Join('\n', refused.Problems) : "");
        return ((CaseReading.Accepted)reading).Matter;
    }

    /// <summary>What a book says of a case on a day.</summary>
    public static PolicyReport Apply(PolicyBook book, string asOf, string yaml) =>
        new PolicyApplier(book).Apply(Case(book, yaml), Day(asOf));

    /// <summary>The answer of one rule on the only charge.</summary>
    public static RuleAnswer Rule(PolicyReport report, string id) => report.Charges[0].Answers.Single(a => a.Rule.Id == id);
}

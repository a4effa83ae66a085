using Isonomia.Law.Tests.Readers;
using Xunit;

namespace Isonomia.Law.Tests.Readings;

/// <summary>The list of GC 7282.5(a)(3), read in the text of the statute a second time (<c>values-act.tsv</c>).</summary>
public sealed class ValuesActTests
{
    /// <summary>Part 6 of the Penal Code (from 16000) is named as a whole.</summary>
    private static readonly Citation DeadlyWeapons = Citation.Parse("PC 16000");

    /// <summary>What the page reads with a section that the list names: PC 243 punishes PC 242, PC 206 is torture, PC 422.6 a crime of PC 422.55.</summary>
    private static readonly string[] ReadWith = ["PC 243", "PC 206", "PC 422.6", "PC 262"];

    /// <summary>No weapon but an imitation; reports of a firearm that is gone; and two subdivisions beside which the statute names the other two alone.</summary>
    private static readonly string[] LeftOut = ["PC 20170", "PC 25250(a)", "PC 25250(b)", "PC 25275(a)", "PC 26100(a)", "PC 26100(b)"];

    [Fact]
    public void The_list_of_the_page_is_that_of_the_statute()
    {
        Assert.True(RealLaw.Book.TryRule("on the Values Act list, any class", out var rule));
        var page = Outline.Lines(rule).OfType<CitationTest>().SelectMany(t => t.Citations).ToArray();
        Citation[] statute =
        [
            .. SecondReading.Cells(Path.Combine(SecondReading.Folder, "values-act.tsv")).Select(r => Citation.Parse(r[0])),
            .. ReadWith.Select(Citation.Parse),
        ];
        Assert.Empty(statute.Where(c => !page.Any(p => p.Covers(c))).Select(c => c.ToString()));
        Assert.Empty(page.Where(p => !statute.Any(c => c.Covers(p)) && !IsDeadlyWeapon(p)).Select(p => p.ToString()));
        var weapons = RealLaw
            .Book.Offenses.Select(o => o.Citation)
            .Where(IsDeadlyWeapon)
            .Where(o => !LeftOut.Contains(o.ToString(), StringComparer.Ordinal));
        Assert.Empty(weapons.Where(o => !page.Any(p => p.Covers(o))).Select(o => o.ToString()));
    }

    private static bool IsDeadlyWeapon(Citation citation) => citation.Code == DeadlyWeapons.Code && citation >= DeadlyWeapons;
}

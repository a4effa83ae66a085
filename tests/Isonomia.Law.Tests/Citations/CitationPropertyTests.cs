using FsCheck;
using FsCheck.Fluent;
using Isonomia.Testing;
using Xunit;

namespace Isonomia.Law.Tests.Citations;

public sealed class CitationPropertyTests
{
    private static readonly Config Thorough = Seeded.Cases(2_000);

    private static readonly Gen<LawCode> Codes = Gen.OneOf(
        Gen.Elements<LawCode>([.. LawCode.WithoutTitles]),
        Gen.Choose(1, 54).Select(title => LawCode.Usc(title)!),
        Gen.Choose(1, 50).Select(title => LawCode.Cfr(title)!),
        Gen.Choose(1, 28).Select(title => LawCode.Ccr(title)!)
    );

    private static readonly Gen<string> Sections =
        from number in Gen.Frequency((5, Gen.Choose(1, 999)), (5, Gen.Choose(1000, 50_000)))
        from rest in Gen.Frequency(
            (3, Gen.Constant("")),
            (1, Gen.Elements("a", "b", "ab", "aa", "A", "f")),
            (2, Gen.Elements("½", ".5", ".36", ".018", ".1a", ".18.010", "a.6"))
        )
        select $"{number}{rest}";

    private static readonly Gen<string[]> Subdivisions = Gen.Elements("a", "B", "z", "aa", "1", "12", "A", "i", "iv", "VIII", "l")
        .ArrayOf()
        .Select(s => s.Take(5).ToArray());

    private static readonly Gen<Citation> Single =
        from code in Codes
        from section in Sections
        from subdivisions in Subdivisions
        select Citation.Of(code, Section(section), subdivisions);

    private static readonly Gen<Citation> Any =
        from parts in Gen.Choose(1, Citation.MostParts)
        from first in Single
        from second in Single
        from third in Single
        select parts == 1 ? first : Join(first, parts == 2 ? second : Join(second, third));

    [Fact]
    public void Printing_and_parsing_gives_every_citation_back() =>
        Check.One(
            Thorough,
            Prop.ForAll(
                Arb.From(Any),
                citation =>
                    Citation.TryParse(citation.Text, out var parsed, out _)
                    && parsed == citation
                    && parsed.CompareTo(citation) == 0
                    && parsed.Subdivisions.SequenceEqual(citation.Subdivisions)
                    && parsed.Second == citation.Second
                    && parsed.Code == citation.Code
            )
        );

    [Fact]
    public void The_reader_reads_every_canonical_citation_as_it_is() =>
        Check.One(
            Thorough,
            Prop.ForAll(
                Arb.From(Any),
                citation =>
                    new CitationReader(_ => true).Read(citation.Text) is CitationReading.Read { How: HowRead.Exact } read
                    && read.Candidates.Length == 1
                    && read.Citation == citation
            )
        );

    [Fact]
    public void Capitals_and_the_code_behind_do_not_change_what_a_state_citation_means() =>
        Check.One(
            Thorough,
            Prop.ForAll(
                Arb.From(Single.Where(c => c.Code.Jurisdiction == Jurisdiction.State)),
                citation =>
                {
                    var behind = citation.Text[(citation.Code.Text.Length + 1)..].ToUpperInvariant();
                    return new CitationReader(c => c == citation).Read($"{behind} {citation.Code}") switch
                    {
                        CitationReading.Read read => read.Candidates.Contains(citation) && read.Citation == citation,
                        CitationReading.NotAnOffense none => none.Citation == citation,
                        _ => false,
                    };
                }
            )
        );

    [Fact]
    public void Covering_is_reflexive_and_transitive_and_agrees_with_the_text() =>
        Check.One(
            Thorough,
            Prop.ForAll(
                Arb.From(Any),
                citation =>
                    citation.Covers(citation)
                    && citation.First.Covers(citation)
                    && Citation.Of(citation.Code, citation.Section, []).Covers(citation.First)
                    && Citation.Of(citation.Code, citation.Section, []).Covers(citation)
            )
        );

    [Fact]
    public void The_order_is_total()
    {
        Check.One(
            Thorough,
            Prop.ForAll(
                Arb.From(Any),
                Arb.From(Any),
                Arb.From(Any),
                (a, b, c) =>
                    Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a))
                    && (a.CompareTo(b) == 0) == (a == b)
                    && (a.CompareTo(b) > 0 || b.CompareTo(c) > 0 || a.CompareTo(c) <= 0)
            )
        );
    }

    [Fact]
    public void No_text_makes_the_reader_throw()
    {
        var reader = new CitationReader(_ => false);
        string[] pieces =
        [
            "PC",
            "HS",
            "LAMC",
            "459",
            "664",
            "1/2",
            "½",
            "/",
            "&",
            "-",
            "(",
            ")",
            "(A)",
            "(664)",
            "A",
            "AB",
            " ",
            ".",
            ",",
            "8",
            "USC",
            "Pub. L.",
            "119-1",
            "§",
            "SECTION",
            "ATT",
            "CHRG",
            "CNT",
            "0",
            "99999999999",
            "1.5.5.5",
            "W/I",
            "H & S",
            "\u00a0",
            "é",
            "1",
            "2ND",
            "US",
            "CA",
            "EC",
            "664487",
            "BPC",
            "CPC",
            "subd. (a)",
            "PROB VIOL",
            "[",
            "]",
            "\t",
            "😀",
            "\0",
            "-1",
            "$5",
            "and",
            "of the Penal Code",
        ];
        Check.One(
            Seeded.Cases(20_000),
            Prop.ForAll(Arb.From(Gen.Elements(pieces).ArrayOf().Select(p => string.Concat(p))), text => Means(reader.Read(text)))
        );
        Check.One(Seeded.Cases(20_000), Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Means(reader.Read(text))));
    }

    // Whatever is read can be printed and read again.
    private static bool Means(CitationReading reading) =>
        reading switch
        {
            CitationReading.Read read => read.Candidates.All(c => Citation.Parse(c.Text) == c),
            CitationReading.NoCode bare => bare.Candidates.All(p => Citation.Parse(p.In(LawCode.PC).Text).Text.Length > 0),
            CitationReading.NotAnOffense none => none.Because.Length > 0,
            CitationReading.Unreadable open => open.Because.Length > 0,
            _ => false,
        };

    private static Citation Join(Citation first, Citation second) =>
        Citation.Of(first.Code, first.Section, first.Subdivisions.AsSpan(), second);

    private static Section Section(string text) =>
        Law.Section.TryParse(text, out var section) ? section : throw new ArgumentException(text, nameof(text));
}

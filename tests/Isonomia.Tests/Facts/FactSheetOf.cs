using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Isonomia.Facts;
using Isonomia.Law;
using Xunit;

namespace Isonomia.Tests.Facts;

/// <summary>What the facts of a case come to, in words, as the rules see them.</summary>
internal sealed class FactSheetOf
{
    private readonly BuiltRows built;

    private FactSheetOf(Matter matter)
    {
        var asOf = matter.AsOf ?? TheLaw.Today;
        var counts = CountReader.Read(matter, TheLaw.Analyzer.Resolver, asOf);
        var status = matter.Person.Status.TryGet(out var s) ? s : (ImmigrationStatus?)null;
        built = RowBuilder.Build(TheLaw.Book, matter, counts, asOf, [new RowKey(status, Forum.NinthCircuit)]);
    }

    /// <summary>A case file.</summary>
    public static FactSheetOf Case(string yaml)
    {
        var reading = new CaseReader(LawVocabulary.Of(TheLaw.Book)).Read("case.yaml", yaml);
        if (reading is CaseReading.Refused refused)
            Assert.Fail(string.Join('\n', (IEnumerable<CaseProblem>)refused.Problems) + "\n" + yaml);
        return new FactSheetOf(((CaseReading.Accepted)reading).Matter);
    }

    /// <summary>One earlier conviction of a felony wobbler, with further keys.</summary>
    public static FactSheetOf Prior(string keys, string person = "", string asOf = "2026-11-22", string offense = "PC 273.5(a)") =>
        Case($"asOf: {asOf}\nperson: {{ {person} }}\npriors: [ {{ offense: {offense}{(keys.Length > 0 ? ", " : "")}{keys} }} ]\n");

    /// <summary>One disposition of a charge of today, with further keys.</summary>
    public static FactSheetOf Plea(string keys, string person = "", string offense = "PC 273.5(a)", string charge = "") =>
        Case(
            $"asOf: 2026-11-22\nperson: {{ {person} }}\ncharges: [ {{ id: '1', offense: {offense}{charge} }} ]\n"
                + $"disposition: [ {{ charge: '1'{(keys.Length > 0 ? ", " : "")}{keys} }} ]\n"
        );

    /// <summary>The fact of the first count, or of the case.</summary>
    public string this[string fact] => this[fact, 0];

    /// <summary>The fact of a count.</summary>
    public string this[string fact, int slot]
    {
        get
        {
            var of = TheLaw.Book.Vocabulary[fact];
            return ValueWords.Describe(of, built.Rows.Get(of, slot, 0));
        }
    }

    /// <summary>The two keys of a group: surely apart (-1: not known), possibly apart.</summary>
    public (long SurelyApart, long PossiblyApart) Group(string fact, int slot)
    {
        var value = built.Rows.Get(TheLaw.Book.Vocabulary[fact], slot, 0);
        return (value.Low, value.High);
    }
}

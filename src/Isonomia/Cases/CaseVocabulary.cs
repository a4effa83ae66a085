using Isonomia.Cases.Reading;

namespace Isonomia.Cases;

/// <summary>One row of the law's vocabulary page, as far as it concerns the case file.</summary>
/// <param name="Key">The column <c>key</c>: <c>person.drugAbuserOrAddict</c>, <c>formallyAdmitted</c>, <c>record.victim</c>.</param>
/// <param name="Kind">The column <c>kind</c>: <c>yes or no</c>, <c>one of: ...</c>, a unit, <c>date</c>, <c>citation</c>; with <c>, record</c> after it.</param>
/// <param name="From">The column <c>from</c>. Only a row that says <c>case</c> tells what the key itself takes.</param>
/// <param name="Question">The column <c>question</c>.</param>
public sealed record VocabularyRow(string Key, string Kind, string From, string Question);

/// <summary>The keys of the case file that grow with the law: facts of the record, and what the law asks beyond the contract.</summary>
/// <param name="Keys">The keys, in the order in which the schema lists them.</param>
public sealed record CaseVocabulary(ValueList<CaseKey> Keys)
{
    /// <summary>The facts of the record that the contract names, and no further key.</summary>
    public static readonly CaseVocabulary Contract = new([
        Record(
            "substance",
            new CaseKeyKind.Text(),
            "The substance: a named drug, alcohol or unspecified; any other name is kept as an unlisted substance."
        ),
        Record("marijuanaGrams", new CaseKeyKind.Number("grams"), "Grams of marijuana."),
        Record("act", Names("possess", "possessForSale", "sell", "give", "offer", "transportForSale", "use", "cultivate"), "The act."),
        Record(
            "victim",
            Names(
                "spouse",
                "formerSpouse",
                "cohabitant",
                "formerCohabitant",
                "datingPartner",
                "coParent",
                "child",
                "officer",
                "elder",
                "stranger",
                "none",
                "business"
            ),
            "The victim."
        ),
        Record("victimAge", new CaseKeyKind.Number("years"), "The age of the victim."),
        Record("defendantAge", new CaseKeyKind.Number("years"), "The age of the defendant."),
        Record("weapon", Names("firearm", "antiqueFirearm", "knife", "other", "none"), "The weapon."),
        Record("lossDollars", new CaseKeyKind.Number("dollars"), "The loss tied to the count, in whole dollars."),
        Record("intent", Names("permanentDeprivation", "temporaryDeprivation", "fraud"), "The intent."),
        Record("injury", Names("none", "minor", "serious", "death"), "The injury."),
        Record("prong", new CaseKeyKind.Text(), "The subdivision or alternative of the statute, as a citation."),
        Record("orderClause", Names("protective", "other"), "The clause of the order that was violated."),
        Record("statement", Names("oral", "written"), "Whether the statement was oral or written."),
        Record("recidivistAlleged", new CaseKeyKind.YesNo(), "Whether an earlier drug conviction was alleged and found."),
    ]);

    /// <summary>The keys of one part.</summary>
    public IEnumerable<CaseKey> Of(CasePart part) => Keys.Where(key => key.Part == part);

    /// <summary>
    /// The same vocabulary with one key more. A key that is there already keeps its place and takes the new kind; where both
    /// list names, it takes the names of both, so that the contract's names are never lost.
    /// </summary>
    public CaseVocabulary With(CaseKey key)
    {
        var old = Keys.FirstOrDefault(old => old.Part == key.Part && string.Equals(old.Name, key.Name, StringComparison.Ordinal));
        if (old is null)
        {
            return new(Keys.Append(key).ToValueList());
        }

        var merged =
            old.Kind is CaseKeyKind.OneOf had && key.Kind is CaseKeyKind.OneOf has
                ? key with
                {
                    Kind = new CaseKeyKind.OneOf(had.Names.Union(has.Names, StringComparer.Ordinal).ToValueList()),
                }
                : key;
        return new(Keys.Select(each => ReferenceEquals(each, old) ? merged : each).ToValueList());
    }

    /// <summary>The contract's keys and those of the law's vocabulary page.</summary>
    /// <param name="rows">The page's rows, in any order.</param>
    /// <param name="unplaced">Keys that no kind of the case file can hold; the loader of the law reports them.</param>
    public static CaseVocabulary FromPage(IEnumerable<VocabularyRow> rows, out ValueList<string> unplaced)
    {
        var vocabulary = Contract;
        var leftOver = new List<string>();
        // Rows "from case" say what a key takes. A fact computed in code names keys that others define, and defines one only
        // where nobody else does (foreign, for instance).
        foreach (
            var row in rows.Where(row => row.Key.Length > 0)
                .OrderBy(row => string.Equals(row.From, "case", StringComparison.Ordinal) ? 0 : 1)
        )
        {
            var (part, name) = Split(row.Key);
            var isDefinition = string.Equals(row.From, "case", StringComparison.Ordinal);
            if (CaseForm.OfContract.Has(row.Key))
            {
                continue;
            }

            if (part is null || KindOf(row.Kind) is not { } kind)
            {
                if (part is null || isDefinition || !vocabulary.Has(part.Value, name))
                {
                    leftOver.Add(row.Key);
                }

                continue;
            }

            if (isDefinition || !vocabulary.Has(part.Value, name))
            {
                vocabulary = vocabulary.With(new CaseKey(part.Value, name, kind, row.Question));
            }
        }

        unplaced = leftOver.ToValueList();
        return vocabulary;
    }

    /// <summary>A name of the vocabulary as a case file writes it: <c>former spouse</c> is <c>formerSpouse</c>.</summary>
    public static string CamelCase(string words) =>
        string.Concat(
            words
                .Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)
                .Select((word, place) => place == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..])
        );

    private bool Has(CasePart part, string name) =>
        Keys.Any(key => key.Part == part && string.Equals(key.Name, name, StringComparison.Ordinal));

    private static (CasePart? Part, string Name) Split(string key) =>
        key.Split('.') switch
        {
            [var name] => (CasePart.Count, name),
            ["person", var name] => (CasePart.Person, name),
            ["record" or "facts", var name] => (CasePart.Record, name),
            _ => (null, key),
        };

    private static CaseKeyKind? KindOf(string kind)
    {
        const string record = ", record";
        const string oneOf = "one of:";
        var plain = kind.EndsWith(record, StringComparison.Ordinal) ? kind[..^record.Length] : kind;
        if (plain.StartsWith(oneOf, StringComparison.Ordinal))
        {
            return new CaseKeyKind.OneOf(
                plain[oneOf.Length..]
                    .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(CamelCase)
                    .ToValueList()
            );
        }

        return plain switch
        {
            "yes or no" => new CaseKeyKind.YesNo(),
            "date" => new CaseKeyKind.Date(),
            "citation" or "text" => new CaseKeyKind.Text(),
            "days" or "months" or "years" or "dollars" or "grams" => new CaseKeyKind.Number(plain),
            _ => null,
        };
    }

    private static CaseKey Record(string name, CaseKeyKind kind, string meaning) => new(CasePart.Record, name, kind, meaning);

    private static CaseKeyKind.OneOf Names(params ReadOnlySpan<string> names) => new(ValueList.Create(names));
}

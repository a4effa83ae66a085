using Isonomia.Law;

namespace Isonomia.Cases;

/// <summary>The case file's keys as a law book's vocabulary gives them.</summary>
public static class LawVocabulary
{
    /// <summary>Keys of the contract, and those that the vocabulary page adds.</summary>
    public static CaseVocabulary Of(Lawbook law) =>
        CaseVocabulary.FromPage(
            law.Vocabulary.Facts.Where(f => f.Kind is not (FactKind.Match or FactKind.Question))
                .Select(f => new VocabularyRow(f.Key, KindOf(f), f.From, f.Question)),
            out _
        );

    private static string KindOf(Fact fact)
    {
        var kind = fact.Kind switch
        {
            FactKind.YesNo => "yes or no",
            FactKind.OneOf => "one of: " + string.Join(", ", fact.Names),
            FactKind.Number => fact.Unit,
            FactKind.Span => "span",
            FactKind.Date => "date",
            FactKind.Citation => "citation",
            _ => "group",
        };
        return fact.OfRecord ? kind + ", record" : kind;
    }
}

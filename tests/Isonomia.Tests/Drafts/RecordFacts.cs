using System.Globalization;
using Isonomia.Law;

namespace Isonomia.Tests.Drafts;

/// <summary>Which facts of the record the verdicts of an offense turn on, and values for them.</summary>
internal static class RecordFacts
{
    private static readonly string[] Drugs =
    [
        "methamphetamine",
        "cocaine",
        "heroin",
        "marijuana",
        "human chorionic gonadotropin",
        "unspecified",
    ];

    /// <summary>Facts of the record that the verdicts read, and the victim and the loss that federal rules ask for where the page does not rule out what needs them.</summary>
    public static IReadOnlyList<Fact> Of(Offense leaf)
    {
        var read = leaf
            .Verdicts.SelectMany(rows => rows)
            .SelectMany(verdict => Walk(verdict.Test))
            .Where(fact => fact.OfRecord && fact.Kind != FactKind.Match)
            .ToList();
        if (Possible(leaf, "crimeOfViolence"))
        {
            read.Add(TheLaw.Book.Vocabulary["victim on the record"]);
        }

        if (Possible(leaf, "fraudDeceit") && leaf.ValueAtMost is null)
        {
            read.Add(TheLaw.Book.Vocabulary["loss tied to the count"]);
        }

        if (Possible(leaf, "moneyLaundering"))
        {
            read.Add(TheLaw.Book.Vocabulary["laundered funds"]);
        }

        // `weapon` is read by the rule on deferred action for any offense.
        read.Add(TheLaw.Book.Vocabulary["weapon"]);
        if (Possible(leaf, "controlledSubstance"))
        {
            // The exception of thirty grams asks for both of any offense of marijuana.
            read.Add(TheLaw.Book.Vocabulary["marijuana amount"]);
            read.Add(TheLaw.Book.Vocabulary["act"]);
        }

        if (leaf.ValueAtMost is not null)
        {
            // By its elements the loss is small; a large one would contradict the plea.
            read.RemoveAll(fact => fact.Name == "loss tied to the count");
        }

        return [.. read.Where(f => KeyOf(f).Length > 0).DistinctBy(KeyOf)];
    }

    /// <summary>The key under <c>record</c>; empty for what is not given there.</summary>
    public static string KeyOf(Fact fact) =>
        fact.Key.StartsWith("record.", StringComparison.Ordinal) && fact.Name != "prong" ? fact.Key["record.".Length..] : "";

    /// <summary>A value that such a plea can have: the section says what the act is, and a record does not contradict it.</summary>
    public static string ValueOf(Offense leaf, Fact fact, DraftMaker maker) =>
        KeyOf(fact) switch
        {
            "act" when leaf.Citation.Section.Text is "11350" or "11357" or "11377" => "possess",
            "act" when leaf.Citation.Section.Text is "11351" or "11359" or "11378" => "possessForSale",
            "act" when leaf.Citation.Section.Text is "11358" => "cultivate",
            "act" when leaf.Citation.Section.Text is "11352" or "11360" or "11379" => maker.Pick(
                "sell",
                "give",
                "offer",
                "transportForSale"
            ),
            "substance" => maker.Pick<string>(Drugs),
            "marijuanaGrams" => maker.Pick("10", "30", "31", "200"),
            "lossDollars" or "launderedDollars" => maker.Pick("500", "10000", "10001", "40000"),
            "victimAge" => maker.Pick("12", "15", "17", "30"),
            "defendantAge" => maker.Pick("19", "22", "40"),
            _ => fact.Kind switch
            {
                FactKind.YesNo => maker.Pick("true", "false"),
                FactKind.OneOf => Fact.Camel(maker.Pick<string>([.. fact.Names])),
                FactKind.Number => maker.Pick(0, 365, 2000).ToString(CultureInfo.InvariantCulture),
                _ => throw new InvalidOperationException(fact.Name),
            },
        };

    private static bool Possible(Offense leaf, string category)
    {
        var matches = TheLaw.Book.Vocabulary.Matches;
        for (var i = 0; i < matches.Count; i++)
        {
            if (string.Equals(matches[i].Category, category, StringComparison.Ordinal))
            {
                return leaf.Verdicts[i].Any(v => v.Kind != VerdictKind.No);
            }
        }

        return false;
    }

    private static IEnumerable<Fact> Walk(Condition? node) =>
        node switch
        {
            null => [],
            AllOf all => all.Items.SelectMany(Walk),
            AnyOf any => any.Items.SelectMany(Walk),
            NoneOf none => none.Items.SelectMany(Walk),
            Negation not => Walk(not.Item),
            RuleTest test => test.Rule.Versions.SelectMany(v => Walk(v.When).Concat(Walk(v.Unless))),
            FlagTest test => [test.Fact],
            NameTest test => [test.Fact],
            NumberTest test => [test.Fact],
            CountTest test => Walk(test.With),
            TotalTest test => Walk(test.With).Append(test.Fact),
            _ => [],
        };
}

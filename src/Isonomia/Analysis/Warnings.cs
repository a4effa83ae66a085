using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Offenses;
using Isonomia.Sentences;
using NodaTime;

namespace Isonomia.Analysis;

/// <summary>What is odd about a case as given. It is analyzed all the same, and never refused for it.</summary>
internal static class Warnings
{
    public static IReadOnlyList<string> Of(Lawbook law, Matter matter, IReadOnlyList<CountInCase> counts, LocalDate asOf)
    {
        var warnings = new List<string>();
        foreach (var c in counts)
        {
            if (c.Offense.By == ResolvedBy.NotAnOffense)
                warnings.Add(
                    $"{c.Path}: \"{c.Offense.Input}\" is not an offense: {c.Offense.Because}; time ordered for a violation belongs to the sentence of the earlier count (violations)"
                );
            else if (!c.Offense.IsResolved)
                warnings.Add($"{c.Path}: \"{c.Offense.Input}\" is not in the law book; its matches are unreviewed{Nearest(c.Offense)}");
            else if (c.Offense.By == ResolvedBy.Inferred)
                warnings.Add(
                    $"{c.Path}: \"{c.Offense.Input}\" was read as {c.Offense.Name}, because no other code loaded has that section"
                );
            if (c.Offense.IsResolved)
                Sentence(c, warnings);
            if (c.Kind == CountKind.Disposition && IsHarvey(matter, c))
                warnings.Add(
                    $"{c.Path}: restitution for dismissed counts under a Harvey waiver is no loss tied to this count, so no answer uses it "
                        + "(8 USC 1101(a)(43)(M)(i); Nijhawan v. Holder); what counts is record.lossDollars"
                        + (c.Record["lossDollars"].IsGiven ? "" : ", which is not given")
                        + ". Keep the two amounts apart in the plea and in the order."
                );
            foreach (var leaf in c.Offense.Value.Leaves)
            {
                if (
                    c.Committed.TryGet(out var date)
                    && (leaf.From is { } from && date.To < from || leaf.Until is { } until && until <= date.From)
                )
                    warnings.Add($"{c.Path}: {leaf.Citation} was not in force on {date}");
            }
        }
        return warnings;
    }

    private static bool IsHarvey(Matter matter, CountInCase c) =>
        matter
            .Dispositions.Select((d, i) => (d, i))
            .Any(x => c.Path == $"disposition[{x.i}]" && x.d.Harvey.TryGet(out var waived) && waived);

    private static string Nearest(ResolvedOffense offense) =>
        offense.Nearest.Count > 0 ? $"; the closest are {string.Join(", ", offense.Nearest)}" : "";

    private static void Sentence(CountInCase c, List<string> warnings)
    {
        if (c.Class.TryGet(out var @class))
        {
            var classes = c.Offense.Value.Leaves.SelectMany(l => PenaltyFacts.Of(l, c.Committed)).Select(p => p.Class).Distinct().ToArray();
            if (classes.Length > 0 && !classes.Contains(@class))
            {
                warnings.Add($"{c.Path}: {c.Offense.Name} is not punished as {Article(@class)}: analyzed as given");
                return;
            }
        }
        if (!c.Sentence.TryGet(out var s))
            return;
        var max = PenaltyFacts.MaximumOf(c);
        var imposed = ImposedTerm.Of(s);
        if (max.High is { } high && imposed.Low > high)
            warnings.Add($"{c.Path}: {imposed} is more than {c.Offense.Name} allows ({high}): analyzed as given");
        if (c.Class.IsValue && c.Class.Value != OffenseClass.Felony && s.Prison.TryGet(out var months) && months.Count > 0)
            warnings.Add($"{c.Path}: a felony term on {Article(c.Class.Value)}: analyzed as given");
        if (s.ConditionJail.TryGet(out var condition) && condition.Count > 365)
            warnings.Add($"{c.Path}: jail as a condition of probation is at most one year (PC 19.2): analyzed as given");
    }

    private static string Article(OffenseClass @class) => @class == OffenseClass.Infraction ? "an infraction" : $"a {Names.Camel(@class)}";
}

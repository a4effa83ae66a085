using Isonomia.Cases;
using Isonomia.Law;

namespace Isonomia.Documents;

/// <summary>
/// A case without what only the person could tell: for papers that a court file or an export may carry. No one need disclose a status to the court
/// (PC 1016.3(c), 1016.5(d)), so these papers are written as if nothing about it were known, whatever the case file says.
/// </summary>
public static class StatusFree
{
    /// <summary>The same case about a person of whom nothing is known but the age, which state law uses too.</summary>
    public static Matter Of(Matter matter, Vocabulary vocabulary)
    {
        var held = vocabulary
            .Facts.Where(f => f.HeldBy == "defense" && f.Key is not null)
            .Select(f => f.Key!)
            .ToHashSet(StringComparer.Ordinal);
        return matter with
        {
            Person = Person.NotAsked with { Born = matter.Person.Born },
            Priors = matter.Priors with { Items = matter.Priors.Select(p => p with { More = Kept(p.More) }).ToValueList() },
            Charges = matter.Charges with { Items = matter.Charges.Select(c => c with { More = Kept(c.More) }).ToValueList() },
            Dispositions = matter.Dispositions with
            {
                Items = matter.Dispositions.Select(d => d with { More = Kept(d.More) }).ToValueList(),
            },
        };

        FactSheet Kept(FactSheet sheet) =>
            sheet.Keys.Where(k => !held.Contains(k)).Aggregate(FactSheet.Empty(sheet.Place), (kept, k) => kept.With(k, sheet[k]));
    }
}

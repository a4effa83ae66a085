using System.Collections.Immutable;

namespace Isonomia.Tests.Drafts;

/// <summary>Takes facts out of a case whose silence means unknown.</summary>
internal static class Forgetting
{
    /// <summary>Silence on these means that there was none, and is an assumption, not the lack of a fact.</summary>
    private static readonly string[] AssumedWhenSilent = ["recidivistAlleged"];

    public static CaseDraft Some(CaseDraft draft, Random random, double share)
    {
        bool Forgets() => random.NextDouble() < share;
        return draft with
        {
            Person = draft
                .Person.Where(p => p.Key is "status" or "citizenParentOrGrandparent" || !Forgets())
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
            Counts =
            [
                .. draft.Counts.Select(c =>
                    c with
                    {
                        Class = Forgets() ? null : c.Class,
                        Committed = Forgets() ? null : c.Committed,
                        Convicted = Forgets() ? null : c.Convicted,
                        Sentence = Forgets() ? null : c.Sentence,
                        Record = c
                            .Record.Where(r => Array.IndexOf(AssumedWhenSilent, r.Key) >= 0 || !Forgets())
                            .ToImmutableSortedDictionary(StringComparer.Ordinal),
                    }
                ),
            ],
        };
    }
}

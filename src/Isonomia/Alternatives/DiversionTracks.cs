using System.Collections.Frozen;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Alternatives;

/// <summary>A program that may end a count.</summary>
/// <param name="Program">Its section.</param>
/// <param name="Caution">What to mind.</param>
/// <param name="Condition">What the person must be or have, where the case file does not say; null if nothing.</param>
/// <param name="Pleads">It begins with a plea: a conviction under federal law whatever comes after (8 USC 1101(a)(48)(A)).</param>
internal sealed record DiversionTrack(string Program, string Caution, Barrier? Condition = null, bool Pleads = false);

/// <summary>The programs for which a count is eligible, by the state-effects tables and the dates, and those that are barred.</summary>
internal static class DiversionTracks
{
    /// <summary>From this day PC 1000 takes a plea of not guilty (AB 208); before, it took a plea and was a conviction.</summary>
    private static readonly LocalDate NotGuiltyPlea = new(2018, 1, 1);

    /// <summary>Judge-offered misdemeanor diversion began (AB 3234).</summary>
    private static readonly LocalDate JudicialDiversion = new(2021, 1, 1);

    public static IReadOnlyList<DiversionTrack> Of(
        CountInCase count,
        IReadOnlyList<CountInCase> counts,
        bool domestic,
        LocalDate asOf,
        List<Barred> barred
    )
    {
        var tracks = new List<DiversionTrack>();
        var leaves = count.Charged?.Value.Leaves ?? [];
        var effects = leaves.Select(l => PenaltyFacts.Effects(l, count)).ToArray();
        if (effects.Length == 0 || Array.Exists(effects, e => e is null))
            return tracks;
        void Bar(string offer, string section, string because) => barred.Add(new Barred(count.Label, offer, section, because));
        if (LegalBarriers.StrikePrior(counts) is { } strike)
        {
            Bar("diversion", "PC 667(c)(4)", $"an earlier strike ({strike.Offense.Name}) bars diversion");
            return tracks;
        }
        if (effects.All(e => e!.Pc1000 == "eligible"))
        {
            var committed = count.Committed.TryGet(out var on) ? on.To : asOf;
            if (asOf < NotGuiltyPlea)
                Bar("PC 1000 without a plea", "PC 1000.1 before 2018", "until 2018 the program took a plea of guilty first");
            else if (counts.FirstOrDefault(c => LegalBarriers.BarsPc1000(c, committed)) is { } prior)
                Bar("PC 1000", "PC 1000(a)", $"a conviction of {prior.Offense.Name} within five years");
            else
                tracks.Add(
                    new DiversionTrack(
                        "PC 1000",
                        "no violence and no other drug offense at the same time (PC 1000(a)); failure revives the case"
                    )
                );
        }
        var misdemeanor = count.ChargedClass.TryGet(out var @class) && @class == OffenseClass.Misdemeanor;
        if (misdemeanor && asOf >= JudicialDiversion)
        {
            if (effects.Any(e => e!.Pc1001_95 == "excluded"))
                Bar("PC 1001.95", "PC 1001.95(e)", $"{count.Charged!.Name} is excluded from judge-offered diversion");
            else if (domestic)
                Bar("PC 1001.95", "PC 1001.95(e)", "domestic violence (FC 6211, PC 13700(b)) is excluded from judge-offered diversion");
            else if (leaves.Any(l => l.ImpairedDriving))
                Bar("PC 1001.95", "VC 23640", "driving under the influence is not diverted");
            else
                tracks.Add(
                    new DiversionTrack(
                        "PC 1001.95",
                        effects.Any(e => e!.Pc1001_95 == "factDependent")
                            ? "only if the facts are not domestic violence or registrable (PC 1001.95(e)); the judge decides; no plea and no admission may be taken"
                            : "the judge decides; no plea and no admission may be taken"
                    )
                );
        }
        if (asOf >= MentalHealth)
        {
            if (leaves.FirstOrDefault(l => IsBarredFromTreatment(l, PenaltyFacts.Effects(l, count))) is { } grave)
                Bar(
                    "PC 1001.36 and 1001.80",
                    "PC 1001.36(d), 1001.80",
                    $"{grave.Citation} is on the list of offenses for which there is no diversion"
                );
            else
            {
                tracks.Add(
                    new DiversionTrack(
                        "PC 1001.36",
                        "the court decides, over objection too; up to two years for a felony, one for a misdemeanor",
                        new Barrier(
                            "PC 1001.36(b), (c)",
                            "needs a diagnosed mental disorder that played a part, treatment that helps, consent, and no unreasonable risk to public safety; nobody has said so here"
                        )
                    )
                );
                if (misdemeanor || asOf >= MilitaryFelonies)
                    tracks.Add(
                        new DiversionTrack(
                            "PC 1001.80",
                            "the court decides; up to two years; driving under the influence is eligible too",
                            new Barrier(
                                "PC 1001.80(b)",
                                "needs service in the armed forces, present or past, and a condition that it caused; nobody has said so here"
                            )
                        )
                    );
            }
        }
        if (leaves.All(l => Theft.Contains(l.Citation.Section.Text) && l.Citation.Code.Text == "PC"))
            tracks.Add(
                new DiversionTrack(
                    "PC 1001.81",
                    "the prosecutor's or probation's program for theft; take it only where it begins without a plea: deferred entry of judgment is a conviction",
                    new Barrier("PC 1001.81(a)", "needs a program of the city or county; whether this one has it is not known here")
                )
            );
        if (leaves.All(l => l.Citation.Section.Text == "11395" && l.Citation.Code.Text == "HS"))
            tracks.Add(
                new DiversionTrack(
                    "HS 11395",
                    "treatment in place of custody begins with a plea and the admission of the earlier convictions: a conviction under federal law even after the dismissal",
                    Pleads: true
                )
            );
        return tracks;
    }

    /// <summary>Mental health and military diversion for what they reach now: mental health since 27 June 2018 (AB 1810).</summary>
    private static readonly LocalDate MentalHealth = new(2018, 6, 27);

    /// <summary>Military diversion reaches felonies (SB 1025).</summary>
    private static readonly LocalDate MilitaryFelonies = new(2025, 1, 1);

    private static readonly FrozenSet<string> Theft = FrozenSet.Create(StringComparer.Ordinal, "484", "459.5", "490.1", "490.2", "666.1");

    /// <summary>Murder, voluntary manslaughter, registrable offenses but PC 314, rape, lewd acts, and the rest of PC 1001.36(d).</summary>
    private static bool IsBarredFromTreatment(Offense leaf, StateEffects? effects)
    {
        if (leaf.Citation.Code.Text != "PC")
            return false;
        var (section, all) = (leaf.Citation.Section.Text, leaf.Citation.ToString());
        return section is "187" or "261" or "264.1" or "288" or "288.5" or "220"
            || all.StartsWith("PC 192(a)", StringComparison.Ordinal)
            || all.StartsWith("PC 11418(b)", StringComparison.Ordinal)
            || all.StartsWith("PC 11418(c)", StringComparison.Ordinal)
            || section != "314" && effects?.Registration is not (null or "none");
    }
}

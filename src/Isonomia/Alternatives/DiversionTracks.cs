using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Alternatives;

/// <summary>A program that ends a count without a plea.</summary>
internal sealed record DiversionTrack(string Program, string Caution);

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
        return tracks;
    }
}

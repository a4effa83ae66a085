using Isonomia.Cases;
using Isonomia.Law;
using Isonomia.Sentences;
using NodaTime;

namespace Isonomia.Facts;

/// <summary>What the penalty and state-effect tables of the offense pages say of a count.</summary>
internal static class PenaltyFacts
{
    /// <summary>Penalties that the offense can carry: those in force on its date, or all where the date is not known.</summary>
    public static IReadOnlyList<Penalty> Of(Offense leaf, Known<DateOrRange> committed)
    {
        var penalties = leaf.Penalties;
        if (committed.TryGet(out var date))
        {
            var then = penalties
                .Where(p => (p.From is not { } from || from <= date.To) && (p.Until is not { } until || date.From < until))
                .ToArray();
            if (then.Length > 0)
                return then;
        }
        var now = penalties.Where(p => p.Until is null).ToArray();
        return now.Length > 0 ? now : penalties;
    }

    /// <summary>The longest possible term; open over the classes and leaves that are possible.</summary>
    public static DayRange MaximumOf(CountInCase c)
    {
        var leaves = c.Offense.Value.Leaves;
        // An infraction carries no imprisonment, whatever the statute (PC 19.6).
        if (c.Class.TryGet(out var given) && given == OffenseClass.Infraction)
            return DayRange.Exactly(MaximumTerm.Infraction);
        if (leaves.Count == 0)
            return DayRange.Unknown;
        DayRange? range = null;
        foreach (var leaf in leaves)
        foreach (var penalty in Of(leaf, c.Committed).Where(p => !c.Class.TryGet(out var @class) || Same(p.Class, @class)))
        {
            var max = Maximum(penalty, c);
            range = range is { } r ? r.Or(max) : max;
        }
        return range ?? DayRange.Unknown;
    }

    /// <summary>The imposed term; where the sentence is not known, a misdemeanor or infraction had none longer than its maximum.</summary>
    public static DayRange ImposedOn(CountInCase c) => c.Sentence.IsValue ? ImposedTerm.Of(c.Sentence) : Allowed(c);

    /// <summary>The custody ordered and not suspended, bounded alike.</summary>
    public static DayRange UnsuspendedOn(CountInCase c) => c.Sentence.IsValue ? UnsuspendedCustody.Of(c.Sentence) : Allowed(c);

    /// <summary>What a court could order. A felony's maximum is no bound: enhancements that nobody has named come on top.</summary>
    private static DayRange Allowed(CountInCase c)
    {
        var felony = c.Class.TryGet(out var @class)
            ? @class == OffenseClass.Felony
            : c.Offense.Value.Leaves.Any(l => Of(l, c.Committed).Any(p => p.Class == OffenseClass.Felony));
        return !felony && MaximumOf(c).High is { } most ? DayRange.UpTo(most) : DayRange.Unknown;
    }

    private static bool Same(OffenseClass a, OffenseClass b) => (int)a == (int)b;

    private static DayRange Maximum(Penalty penalty, CountInCase c)
    {
        var attempt = c.Offense.Form == Form.Attempt;
        var convicted = c.Convicted.TryGet(out var d) ? d : (DateOrRange?)null;
        var enhancement = c.Sentence.TryGet(out var s) && s.Enhancement.TryGet(out var months) ? months : Months.Zero;
        switch (penalty.Class)
        {
            case OffenseClass.Infraction:
                return DayRange.Exactly(Days.Zero);
            case OffenseClass.Misdemeanor:
                return MaximumTerm.Misdemeanor(Days.Of(penalty.Term.MaxDays), attempt, convicted);
            default:
                if (penalty.Term.Life)
                    return MaximumTerm.LifeFelony(attempt, enhancement);
                if (penalty.Term.Months.Count > 0)
                    return DayRange.Exactly(MaximumTerm.Felony(Months.Of(penalty.Term.Months[^1]), attempt, enhancement));
                return penalty.Term.MaxDays > 0 ? DayRange.Exactly(Days.Of(penalty.Term.MaxDays)) : DayRange.Unknown;
        }
    }

    /// <summary>Serious or violent, if convicted as a felony (PC 1192.7(c), 667.5(c)); where only facts decide, not known.</summary>
    public static Value Strike(CountInCase c, Fact fact) => StrikeOf(c) is { } strike ? Values.Name(fact, strike) : Value.Unknown;

    /// <summary>none, serious or violent, for a felony; null where it is not known.</summary>
    public static string? StrikeOf(CountInCase c)
    {
        var leaves = c.Offense.Value.Leaves;
        if (leaves.Count == 0)
            return null;
        var byText = leaves.Select(l => Effects(l, c)?.Strike ?? "").Distinct(StringComparer.Ordinal).ToArray();
        if (byText.Length != 1)
            return null;
        var added = ByEnhancement(c);
        return byText[0] switch
        {
            "violent" => "violent",
            "serious" => added == "violent" ? "violent" : "serious",
            "none" => added,
            "enhancement" => added == "none" && MayNeedEnhancement(c) ? null : added,
            _ => null,
        };
    }

    /// <summary>What the enhancements charged make of any felony (PC 1192.7(c)(8), (23), (28), 667.5(c)(8), (22)); null where one is open.</summary>
    private static string? ByEnhancement(CountInCase c)
    {
        if (c.Enhancements.IsOpen)
            return null;
        var most = "none";
        foreach (var enhancement in c.Enhancements)
        {
            if (!enhancement.Statute.TryGet(out var statute))
                return null;
            var makes = EnhancementMakes(statute);
            if (makes == "none" || enhancement.Admitted.TryGet(out var admitted) && !admitted)
                continue;
            if (!enhancement.Admitted.IsValue || makes.Length == 0)
                return null;
            if (most != "violent")
                most = makes;
        }
        return most;
    }

    /// <summary>What it makes of a felony, if admitted; empty where that is not known.</summary>
    private static string EnhancementMakes(string statute)
    {
        var text = statute.Replace(" ", "", StringComparison.Ordinal);
        bool Names(string section) => text.Contains(section, StringComparison.Ordinal);
        return Names("12022.7") || Names("12022.8") || Names("12022.9") || Names("12022.5") || Names("12022.3") ? "violent"
            : Names("12022(b)") || Names("186.22(b)") ? "serious"
            // The alternative punishment of (d), or a subdivision that is not told.
            : Names("186.22") || text.EndsWith("12022", StringComparison.Ordinal) ? ""
            : "none";
    }

    /// <summary>An earlier conviction, whose enhancements a case file does not list, or a record that shows what an enhancement would be about.</summary>
    private static bool MayNeedEnhancement(CountInCase c)
    {
        bool Shows(string key, params string[] harmless)
        {
            var value = c.Record[key];
            return value.Knowledge is Knowledge.Value or Knowledge.Disputed
                && value.Values.Any(v => !harmless.Contains(v.ToString(), StringComparer.Ordinal));
        }
        return c.Kind == CountKind.Prior
            || Shows("injury", "none", "minor")
            || Shows("weapon", "none")
            || c.Sentence.TryGet(out var s) && (!s.Enhancement.TryGet(out var months) || months.Count > 0);
    }

    /// <summary>State consequences on the date of conviction.</summary>
    public static StateEffects? Effects(Offense leaf, CountInCase c) =>
        c.Convicted.TryGet(out var convicted)
            ? leaf.EffectsOn(convicted.From) ?? leaf.Effects.FirstOrDefault()
            : leaf.Effects.LastOrDefault();

    /// <summary>The felony is punishable in the state prison.</summary>
    public static Value StatePrison(CountInCase c) =>
        Each(c, l => Of(l, c.Committed).Any(p => p.Class == OffenseClass.Felony && p.Place == Place1170.StatePrison));

    /// <summary>Punishable as felony or misdemeanor.</summary>
    public static Value Wobbler(CountInCase c) =>
        Each(
            c,
            l =>
            {
                var penalties = Of(l, c.Committed);
                return penalties.Any(p => p.Class == OffenseClass.Felony) && penalties.Any(p => p.Class == OffenseClass.Misdemeanor);
            }
        );

    private static Value Each(CountInCase c, Func<Offense, bool> of)
    {
        var answers = c.Offense.Value.Leaves.Select(of).Distinct().ToArray();
        return answers.Length == 1 ? Value.Of(answers[0]) : Value.Unknown;
    }

    /// <summary>How much conduct credit the count's term earns (R-189; PC 4019, 2933.1).</summary>
    public static CreditClass Credit(CountInCase c)
    {
        var felony = c.Class.TryGet(out var @class) && @class == OffenseClass.Felony;
        return felony && c.Offense.Value.Leaves.Count > 0 && c.Offense.Value.Leaves.All(l => Effects(l, c)?.Strike == "violent")
            ? CreditClass.Violent
            : CreditClass.Half;
    }

    /// <summary>Days that will be served of what was ordered and not suspended.</summary>
    public static DayRange Projected(CountInCase c)
    {
        if (!c.Sentence.TryGet(out var s))
            return DayRange.Unknown;
        var given = s.Credit.TryGet(out var credit) ? credit : Days.Zero;
        var waived = s.WaivedCredit.TryGet(out var w) ? w : Days.Zero;
        return ProjectedActualDays.Of(UnsuspendedCustody.Of(s), Credit(c), given, waived);
    }
}

using Isonomia.Cases;
using Isonomia.Law;

namespace Isonomia.Facts;

/// <summary>What the record of conviction says of the substance, and what the schedules of the conviction date make of it (R-003(b), R-067).</summary>
internal static class SubstanceFacts
{
    private static readonly string[] Marijuana = ["marijuana", "cannabis", "hashish", "concentrated cannabis"];

    /// <summary>The substance named is on the federal schedules of the conviction date.</summary>
    public static Value FederallyListed(RowContext r, CountInCase c)
    {
        var named = c.Record["substance"];
        switch (named.Knowledge)
        {
            case Knowledge.Silent:
                return Value.SilentFlag;
            case Knowledge.Unknown:
                return Value.Unknown;
        }
        var answers = named.Values.Select(v => Listed(r.Law, v.ToString() ?? "", c)).Distinct().ToArray();
        return answers.Length == 1 ? answers[0] : Value.Unknown;
    }

    private static Value Listed(Lawbook law, string name, CountInCase c)
    {
        // "Unspecified": the record says a controlled substance and no more. It leaves the substance open.
        if (string.Equals(name, "unspecified", StringComparison.OrdinalIgnoreCase))
            return Value.SilentFlag;
        if (string.Equals(name, "alcohol", StringComparison.OrdinalIgnoreCase))
            return Value.No;
        if (!c.Convicted.TryGet(out var convicted))
            convicted = default;
        var rows = law.Substances.Where(s => s.IsNamed(name)).ToArray();
        if (rows.Length == 0)
            return Value.Unknown;
        var answers = rows.Where(s =>
                !c.Convicted.IsValue
                || (s.From is not { } from || from <= convicted.To) && (s.Until is not { } until || convicted.From < until)
            )
            .Select(s => s.FederallyListed)
            .Distinct()
            .ToArray();
        return answers.Length == 1 ? Values.Of(answers[0]) : Value.Unknown;
    }

    /// <summary>The record names one of these.</summary>
    public static Value Named(CountInCase c, params string[] names)
    {
        var named = c.Record["substance"];
        if (names == Marijuana || names[0] == "marijuana")
        {
            // The cannabis statutes name the substance themselves.
            if (c.Offense.Value.Leaves.Count > 0 && c.Offense.Value.Leaves.All(l => IsCannabisStatute(l.Citation)))
                return Value.Yes;
        }
        if (named.Knowledge == Knowledge.Silent)
            return Value.SilentFlag;
        if (named.Knowledge == Knowledge.Unknown)
            return Value.Unknown;
        var answers = named
            .Values.Select(v => v.ToString() ?? "")
            .Select(v =>
                string.Equals(v, "unspecified", StringComparison.OrdinalIgnoreCase)
                    ? Value.SilentFlag
                    : Value.Of(Array.Exists(names, n => string.Equals(n, v, StringComparison.OrdinalIgnoreCase)))
            )
            .Distinct()
            .ToArray();
        return answers.Length == 1 ? answers[0] : Value.Unknown;
    }

    /// <summary>
    /// The record names flunitrazepam. Where the record is not known, or says nothing, and what is alleged is another drug, it is not that one.
    /// </summary>
    public static Value Flunitrazepam(CountInCase c)
    {
        string[] names = ["flunitrazepam", "rohypnol"];
        var named = Named(c, names);
        if (named == Value.Yes || named == Value.No || c.Record["substance"].Knowledge == Knowledge.Disputed)
            return named;
        var alleged = c.Facts["substance"];
        bool IsAnother(FactValue v) =>
            v.ToString() is { } name
            && !string.Equals(name, "unspecified", StringComparison.OrdinalIgnoreCase)
            && !Array.Exists(names, n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));
        return alleged.Knowledge is Knowledge.Value or Knowledge.Disputed && alleged.Values.All(IsAnother) ? Value.No : named;
    }

    private static bool IsCannabisStatute(Citation citation) =>
        citation.Code.Text == "HS" && citation.Section.Text is "11357" or "11358" or "11359" or "11360";

    /// <summary>Possession of marijuana for own use, and nothing more serious .</summary>
    public static Value MarijuanaForOwnUse(CountInCase c)
    {
        var marijuana = Named(c, Marijuana);
        var act = c.Record["act"];
        Value own;
        if (act.Knowledge == Knowledge.Value)
            own = Value.Of(act.Value.ToString() is "possess" or "use");
        else if (act.Knowledge == Knowledge.Silent)
            own = Value.SilentFlag;
        else
        {
            var leaves = c.Offense.Value.Leaves;
            // What the statute punishes says the act: 11357 and simple possession statutes on one side, sale and cultivation on the other.
            bool Simple(Offense o) => o.Citation.Section.Text is "11357" or "11350" or "11377";
            own =
                leaves.Count > 0 && leaves.All(Simple) ? Value.Yes
                : leaves.Count > 0
                && leaves.All(o => o.Citation.Section.Text is "11351" or "11352" or "11359" or "11360" or "11378" or "11379" or "11358")
                    ? Value.No
                : Value.Unknown;
        }
        if (marijuana == Value.No || own == Value.No)
            return Value.No;
        if (marijuana == Value.Unknown || own == Value.Unknown)
            return Value.Unknown;
        return marijuana == Value.SilentFlag || own == Value.SilentFlag ? Value.SilentFlag : Value.Yes;
    }
}

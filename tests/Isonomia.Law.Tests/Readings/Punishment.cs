using Isonomia.Law.Tests.Readers;
using NodaTime;

namespace Isonomia.Law.Tests.Readings;

/// <summary>What the tables of punishment and state effects say of an offense on a day, in the short form of the readings.</summary>
internal static class Punishment
{
    /// <summary>The tables as they stand.</summary>
    public static string Of(IReadOnlyList<Offense> leaves, string key, LocalDate day) =>
        Of([.. leaves.SelectMany(l => l.PenaltiesOn(day))], [.. leaves.Select(l => l.EffectsOn(day)).OfType<StateEffects>()], key);

    /// <summary>Rows of the tables that are in force.</summary>
    public static string Of(IReadOnlyList<Penalty> penalties, IReadOnlyList<StateEffects> effects, string key) =>
        key switch
        {
            "class" => Class(penalties),
            "felonyTerm" => Joined(penalties.Where(p => p.Class == OffenseClass.Felony).Select(p => Words(p.Term))),
            "misdemeanorDays" => Joined(
                penalties.Where(p => p.Class == OffenseClass.Misdemeanor).Select(p => p.Term.MaxDays == 0 ? "none" : $"{p.Term.MaxDays}")
            ),
            "strike" => Joined(effects.Select(e => e.Strike)),
            "registration" => Joined(effects.Select(e => e.Registration)),
            "misdemeanorFirearmBan" => Joined(effects.Select(e => e.MisdemeanorFirearmBan)),
            "place" => Joined(penalties.Where(p => p.Class == OffenseClass.Felony).Select(p => p.Place.ToString())),
            _ => throw new FormatException(key),
        };

    private static string Class(IReadOnlyList<Penalty> penalties)
    {
        var all = penalties.Select(p => p.Class).ToHashSet();
        return (all.Contains(OffenseClass.Felony), all.Contains(OffenseClass.Misdemeanor), all.Contains(OffenseClass.Infraction)) switch
        {
            (true, false, false) => "felony",
            (true, _, _) => "wobbler",
            (_, true, false) => "misdemeanor",
            (_, true, true) => "wobblette",
            (_, _, true) => "infraction",
            _ => "none",
        };
    }

    private static string Joined(IEnumerable<string> words)
    {
        var all = words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return all.Length == 0 ? "none" : string.Join("; ", all);
    }

    private static string Words(Term term)
    {
        if (term.NoParole)
            return "life without parole";
        if (term.Life)
            return term.LifeAfterMonths is { } least ? $"{Years([least])} to life" : "life";
        if (term.MaxDays > 0)
            return $"{term.MaxDays} days";
        return term.Months.Count == 0 ? "none" : Years(term.Months);
    }

    private static string Years(IReadOnlyList<int> months)
    {
        var whole = months.SkipWhile(m => m % 12 != 0).ToArray();
        if (Array.Exists(whole, m => m % 12 != 0))
            return string.Join(", ", months) + " months";
        var odd = string.Concat(months.Take(months.Count - whole.Length).Select(m => $"{m} months, "));
        var unit = whole is [12] ? "year" : "years";
        return whole.Length == 0 ? odd.TrimEnd(',', ' ') : odd + string.Join(", ", whole.Select(m => m / 12)) + " " + unit;
    }
}

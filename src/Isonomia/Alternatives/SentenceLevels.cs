using System.Globalization;
using Isonomia.Cases;
using Isonomia.Law;
using Isonomia.Sentences;

namespace Isonomia.Alternatives;

/// <summary>A sentence that the law allows, in words.</summary>
internal sealed record SentenceLevel(Sentence Sentence, string Words, int Effort, string Caution = "");

/// <summary>What the levels of a case have in common.</summary>
/// <param name="Reference">The reference's sentence on the count.</param>
/// <param name="OrderedDays">Days that the reference orders on any of its counts, and in all.</param>
/// <param name="Domestic">A victim of Family Code 6211: probation is at least 36 months.</param>
/// <param name="Strike">An earlier strike: the term is doubled, and there is no probation.</param>
/// <param name="Consecutive">The reference runs some term after another.</param>
/// <param name="Previous">The charge that stands before in the disposition, after which a term may run; empty for none.</param>
internal sealed record LevelContext(
    Sentence Reference,
    IReadOnlyList<int> OrderedDays,
    bool Domestic,
    bool Strike,
    string Previous,
    bool Consecutive
);

/// <summary>
/// The sentences at which some rule changes its answer: nothing, 180 days, 364, 365, the days of the reference; the lower, middle and upper
/// term; terms split between custody and supervision; credits waived so that the same time is served; one term after another.
/// </summary>
internal static class SentenceLevels
{
    /// <summary>Thresholds of the law: six months (petty offense), 364 and 365 (a year).</summary>
    private static readonly int[] Thresholds = [0, 180, 364, 365];

    /// <summary>The most jail as a condition of probation: a year (PC 19.2).</summary>
    private const int MostConditionJail = 365;

    /// <summary>The longest probation: one year for a misdemeanor (PC 1203a), two for a felony (PC 1203.1), unless the offense has its own.</summary>
    public static (int Least, int Most, bool Barred, string Provision) Probation(OffenseClass @class, StateEffects? effects, bool domestic)
    {
        var text = effects?.Probation ?? "";
        if (text == "barred")
            return (0, 0, @class == OffenseClass.Felony, "probation is barred for this offense");
        var (least, most, provision) = @class == OffenseClass.Felony ? (0, 24, "PC 1203.1(a)") : (0, 12, "PC 1203a");
        var parts = text.Split(" to ", StringSplitOptions.TrimEntries);
        if (int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var own))
        {
            var upper =
                parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var high)
                    ? high
                    : Math.Max(own, most);
            (least, most, provision) = (own, upper, "the offense's own length (state effects of its page)");
        }
        if (domestic && @class != OffenseClass.Infraction)
            (least, most, provision) = (
                Math.Max(least, LegalBarriers.DomesticProbation),
                Math.Max(most, LegalBarriers.DomesticProbation),
                "PC 1203.097(a)(1)"
            );
        return (least, most, false, provision);
    }

    public static IReadOnlyList<SentenceLevel> Of(Penalty penalty, StateEffects? effects, bool attempt, LevelContext context)
    {
        var levels = new List<SentenceLevel>();
        void Add(Sentence s, string words, int effort, string caution = "")
        {
            if (!levels.Exists(l => l.Sentence.Equals(s)))
                levels.Add(new SentenceLevel(s, words, effort, caution));
        }
        var own = context.Reference;
        var plain = Sentence.NothingOrdered() with
        {
            Credit = own.Credit,
            Restitution = own.Restitution,
            ConsecutiveTo = own.ConsecutiveTo,
            Fine = own.Fine.TryGet(out var fine) ? Known.Value(Dollars.Of(Math.Min(fine.Count, penalty.MaxFineDollars))) : own.Fine,
        };
        switch (penalty.Class)
        {
            case OffenseClass.Infraction:
                Add(plain, "fine only", 0);
                return levels;
            case OffenseClass.Misdemeanor:
            {
                var most = attempt ? penalty.Term.MaxDays / 2 : penalty.Term.MaxDays;
                Grants(plain, Days(context, most), most, OffenseClass.Misdemeanor);
                foreach (var days in Days(context, most).Where(d => d > 0))
                {
                    var straight = plain with { Jail = Known.Value(Sentences.Days.Of(days)) };
                    Add(straight, $"{days} days of jail, no probation", 1);
                    Waive(straight, days, $"{days} days of jail, no probation");
                }
                break;
            }
            default:
            {
                if (penalty.Term.Life && !attempt)
                {
                    if (!penalty.Term.NoParole)
                        Add(
                            plain with
                            {
                                Life = Known.Value(true),
                                Prison = Known.Value(Months.Of(penalty.Term.LifeAfterMonths ?? 0)),
                            },
                            "life",
                            0
                        );
                    else
                        Add(plain with { Life = Known.Value(true) }, "life without parole", 0);
                    return levels;
                }
                if (!context.Strike)
                    Grants(plain, Days(context, MostConditionJail), MostConditionJail, OffenseClass.Felony);
                var months = penalty.Term.Life ? [60, 84, 108] : penalty.Term.Months;
                string[] names =
                    months.Count == 3 ? ["lower term", "middle term", "upper term"]
                    : months.Count == 2 ? ["lower term", "upper term"]
                    : ["the term"];
                for (var i = 0; i < months.Count; i++)
                {
                    var served = attempt && !penalty.Term.Life ? (months[i] + 1) / 2 : months[i];
                    if (context.Strike)
                        served *= 2;
                    var caution =
                        i == months.Count - 1 && months.Count > 1
                            ? "the upper term needs aggravating facts admitted or found (PC 1170(b)(2))"
                            : "";
                    var term = plain with { Prison = Known.Value(Months.Of(served)) };
                    var words = $"{names[i]}, {served} months{(context.Strike ? " (doubled, PC 667(e)(1))" : "")}";
                    Add(term, words, 1, caution);
                    if (own.Enhancement.TryGet(out var added) && added.Count > 0)
                        Add(term with { Enhancement = own.Enhancement }, $"{words}, with {added.Count} months of enhancement", 0, caution);
                    if (penalty.Place == Place1170.CountyJail1170h && !context.Strike)
                        Add(
                            term with
                            {
                                Prison = Known.Value(Months.Zero),
                                Split = Known.Value(
                                    new SplitTerm(Known.Value(Months.Of(served / 2)), Known.Value(Months.Of(served - (served / 2))))
                                ),
                            },
                            $"{names[i]}, split: {served / 2} months of custody and {served - (served / 2)} of supervision (PC 1170(h)(5))",
                            2,
                            caution
                        );
                }
                break;
            }
        }
        Consecutive();
        return levels;

        void Grants(Sentence basis, IEnumerable<int> days, int most, OffenseClass @class)
        {
            var (least, longest, barred, _) = Probation(@class, effects, context.Domestic);
            if (barred)
                return;
            var offered = own.Probation.TryGet(out var p) && p.Count > 0 ? Math.Clamp(p.Count, least, longest) : longest;
            foreach (var months in new[] { offered, Math.Max(least, Math.Min(12, longest)), longest }.Distinct())
            foreach (var d in days.Where(d => d <= most))
            {
                var grant = basis with
                {
                    Suspended = Known.Value(Suspension.Imposition),
                    Probation = Known.Value(Months.Of(months)),
                    ConditionJail = Known.Value(Sentences.Days.Of(d)),
                };
                var words = $"probation of {months} months{(d > 0 ? $" with {d} days of jail" : "")}";
                var effort = months == offered ? 0 : 1;
                Add(grant, words, effort);
                Waive(grant, d, words);
            }
        }

        // A day less on paper, the same days behind bars: credits are waived (R-035).
        void Waive(Sentence s, int days, string words)
        {
            var more = context.OrderedDays.Where(o => o > days).DefaultIfEmpty(0).Min();
            // A waiver that makes up for less than a month is noise; no waiver makes more days than were ordered.
            if (days < 180 || more - days < 30 || more > 2 * days)
                return;
            Add(
                s with
                {
                    WaivedCredit = Known.Value(Sentences.Days.Of(more - days)),
                },
                $"{words}, waiving {more - days} days of credit",
                3,
                "waived credits must have been earned; the waiver is stated on the record (People v. Johnson)"
            );
        }

        void Consecutive()
        {
            // Where the reference runs terms one after another, others may run so too.
            if (context.Previous.Length == 0 || !context.Consecutive || own.ConsecutiveTo.Count > 0)
                return;
            foreach (
                var level in levels
                    .Where(l => (l.Sentence.Jail.Value.Count > 0 || l.Sentence.ConditionJail.Value.Count > 0) && l.Effort < 2)
                    .ToArray()
            )
                Add(
                    level.Sentence with
                    {
                        ConsecutiveTo = new Listed<Known<string>>([Known.Value(context.Previous)], IsOpen: false, default),
                    },
                    $"{level.Words}, after count {context.Previous}",
                    level.Effort + 1,
                    level.Caution
                );
        }
    }

    private static int[] Days(LevelContext context, int most) =>
        [.. Thresholds.Concat(context.OrderedDays).Append(Math.Min(most, 364)).Where(d => d <= most).Distinct().Order()];
}

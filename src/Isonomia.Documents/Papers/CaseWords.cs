using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Sentences;
using Isonomia.Severity;
using NodaTime;
using NodaTime.Text;

namespace Isonomia.Documents.Papers;

/// <summary>A case in words that several papers share.</summary>
internal sealed class CaseWords(PaperLanguage language)
{
    private static readonly LocalDatePattern EnglishDate = LocalDatePattern.CreateWithInvariantCulture("MMMM d, uuuu");

    // No culture data is loaded (the program runs the same everywhere), so months are named here.
    private static readonly string[] SpanishMonths =
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ];

    public Phrases Phrases { get; } = new(language);

    public string In(string english, string spanish) => Phrases.In(english, spanish);

    public string Date(LocalDate date) =>
        language == PaperLanguage.Spanish ? $"{date.Day} de {SpanishMonths[date.Month - 1]} de {date.Year}" : EnglishDate.Format(date);

    public string Date(DateOrRange date) =>
        date.From == date.To
            ? Date(date.From)
            : In($"between {Date(date.From)} and {Date(date.To)}", $"entre el {Date(date.From)} y el {Date(date.To)}");

    public string Days(DayRange days) =>
        days == DayRange.Life ? In("life", "cadena perpetua")
        : days.IsExact ? Days(days.Low.Count)
        : days.High is { } high ? In($"{days.Low.Count} to {high.Count} days", $"de {days.Low.Count} a {high.Count} días")
        : In($"{days.Low.Count} days or more", $"{days.Low.Count} días o más");

    public string Days(int count) => In(count == 1 ? "1 day" : $"{count:N0} days", count == 1 ? "1 día" : $"{count:N0} días");

    public string Dollars(long? amount) => amount is { } known ? $"${known:N0}" : In("not known", "no se sabe");

    /// <summary>Law date, forum, law book: what every paper ends with.</summary>
    public string Foot(Assessment a, string lawBook, LocalDate today) =>
        In(
            $"Law of {Date(a.AsOf)}, {Forum(a.Forum)}; law book {lawBook}; written {Date(today)}. This paper informs and decides nothing.",
            $"Ley del {Date(a.AsOf)}, {Forum(a.Forum)}; libro de leyes {lawBook}; escrito el {Date(today)}. Este papel informa y no decide nada."
        );

    public string Forum(Forum forum) =>
        forum switch
        {
            Cases.Forum.NinthCircuit => In("Ninth Circuit", "Noveno Circuito"),
            Cases.Forum.FifthCircuit => In("Fifth Circuit", "Quinto Circuito"),
            _ => In("another circuit", "otro circuito"),
        };

    /// <summary>Offense, class, how it ends, sentence.</summary>
    public string Count(CountInCase c)
    {
        var parts = new List<string> { Named(c) };
        if (c.Class.TryGet(out var @class))
            parts.Add(Phrases.Of(@class));
        if (c.Outcome is { } o)
            parts.Add(o.TryGet(out var outcome) ? Phrases.Of(outcome) : In("outcome not known", "no se sabe cómo termina"));
        if (c.Program is { } p && p.TryGet(out var program))
            parts.Add(program);
        if (c.Sentence.TryGet(out var sentence))
            parts.Add(Sentence(sentence));
        return string.Join("; ", parts);
    }

    /// <summary>The citation and, in English, what it is.</summary>
    public string Named(CountInCase c)
    {
        var titles = c.Offense.Value.Leaves.Select(l => l.Title).Distinct(StringComparer.Ordinal).ToArray();
        return language == PaperLanguage.English && titles.Length == 1 ? $"{c.Offense.Name} ({titles[0]})" : c.Offense.Name;
    }

    /// <summary>The parts of a sentence, as ordered; "nothing ordered" if there is none.</summary>
    public string Sentence(Sentence s)
    {
        var parts = new List<string>();
        if (s.Life.TryGet(out var life) && life)
            parts.Add(In("life", "cadena perpetua"));
        if (s.Prison.TryGet(out var prison) && prison.Count > 0)
            parts.Add(In($"a term of {prison.Count} months", $"una pena de {prison.Count} meses"));
        if (s.Split is { } split)
            parts.Add(In("a term split between custody and supervision", "una pena dividida entre custodia y supervisión") + Amount(split));
        Add(s.Jail, "{0} of jail", "{0} de cárcel");
        if (s.Suspended.TryGet(out var suspended) && suspended != Suspension.None)
            parts.Add(
                suspended == Suspension.Imposition
                    ? In("imposition suspended", "imposición suspendida")
                    : In("execution suspended", "ejecución suspendida")
            );
        if (s.Probation.TryGet(out var probation) && probation.Count > 0)
            parts.Add(In($"{probation.Count} months of probation", $"{probation.Count} meses de probatoria"));
        Add(s.ConditionJail, "{0} of jail as a condition", "{0} de cárcel como condición");
        Add(s.ElectronicMonitoring, "{0} of electronic monitoring", "{0} de monitoreo electrónico");
        Add(s.Treatment, "{0} of residential treatment", "{0} de tratamiento residencial");
        Add(s.WaivedCredit, "{0} of credits given up", "{0} de créditos renunciados");
        if (s.Fine.TryGet(out var fine) && fine.Count > 0)
            parts.Add(In($"fine {Dollars(fine.Count)}", $"multa {Dollars(fine.Count)}"));
        if (s.Restitution.TryGet(out var restitution) && restitution.Count > 0)
            parts.Add(In($"restitution {Dollars(restitution.Count)}", $"restitución {Dollars(restitution.Count)}"));
        return parts.Count == 0 ? In("nothing ordered", "nada ordenado") : string.Join(", ", parts);

        void Add(Known<Days> days, string english, string spanish)
        {
            if (days.TryGet(out var d) && d.Count > 0)
                parts.Add(string.Format(null, In(english, spanish), Days(d.Count)));
        }

        string Amount(Known<SplitTerm> term) =>
            term.TryGet(out var known) && known.Custody.TryGet(out var custody) && known.Supervision.TryGet(out var tail)
                ? In($": {custody.Count} and {tail.Count} months", $": {custody.Count} y {tail.Count} meses")
                : "";
    }

    /// <summary>The direct punishment, a line an axis.</summary>
    public IReadOnlyList<string> Direct(DirectVector d) =>
        [
            In($"Custody ordered: {Days(d.Ordered)}", $"Custodia ordenada: {Days(d.Ordered)}"),
            In(
                $"Likely served, with all conduct credit: {Days(d.Projected)}",
                $"Probable cumplimiento, con todos los créditos: {Days(d.Projected)}"
            ),
            In("Supervision: ", "Supervisión: ")
                + (d.SupervisionMonths is { } m ? In($"{m} months", $"{m} meses") : In("not known", "no se sabe")),
            In(
                $"Fine, before penalty assessments: {Dollars(d.FineDollars)}; restitution: {Dollars(d.RestitutionDollars)}",
                $"Multa, sin recargos: {Dollars(d.FineDollars)}; restitución: {Dollars(d.RestitutionDollars)}"
            ),
            In(
                $"Strike: {d.Strike}; registration: {Tier(d.Registration)}; firearm ban: {Ban(d.FirearmBan)}",
                $"Strike: {Unknown(d.Strike)}; registro: {Tier(d.Registration)}; prohibición de armas: {Ban(d.FirearmBan)}"
            ),
        ];

    /// <summary>Direct punishment in one cell of a table.</summary>
    public string DirectShort(DirectVector d) =>
        $"{d.Class}; {In("ordered", "ordenado")} {Days(d.Ordered)}, {In("served", "cumplido")} {Days(d.Projected)}; {In("supervision", "supervisión")} {(d.SupervisionMonths is { } m ? $"{m}" : "?")} {In("months", "meses")}; strike {Unknown(d.Strike)}";

    private string Tier(string tier) =>
        tier switch
        {
            "none" => In("none", "ninguno"),
            "unknown" => In("not known", "no se sabe"),
            _ => tier.Replace("tier", In("tier ", "nivel "), StringComparison.Ordinal),
        };

    private string Ban(string ban) =>
        ban switch
        {
            "none" => In("none", "ninguna"),
            "tenYears" => In("ten years", "diez años"),
            "life" => In("for life", "de por vida"),
            _ => In("not known", "no se sabe"),
        };

    private string Unknown(string word) =>
        word switch
        {
            "unknown" => In("not known", "no se sabe"),
            "none" => In("none", "ninguno"),
            "serious" => In("serious", "grave"),
            "violent" => In("violent", "violento"),
            _ => word,
        };

    /// <summary>Statuses that the offer touches alike, a row each: who, before, with the offer, what that means.</summary>
    public Grid ByStatus(IEnumerable<(ImmigrationStatus Status, TierRange Tier)> outcomes) =>
        new(
            [
                In("If the person is", "Si la persona es"),
                In("Before", "Antes"),
                In("With this", "Con esto"),
                In("What that means", "Lo que significa"),
            ],
            [
                .. outcomes
                    .GroupBy(o => (o.Tier.Start, o.Tier.Low, o.Tier.End, o.Tier.High))
                    .OrderBy(g => g.Key.High)
                    .ThenBy(g => g.Key.Start)
                    .Select(
                        IReadOnlyList<string> (g) =>
                            [
                                string.Join(", ", g.Select(o => Phrases.Status(o.Status))),
                                g.Key.Start.ToString(),
                                g.Key.Low < g.Key.High
                                    ? In(
                                        $"{g.Key.Low} to {g.Key.High}, plan for {g.Key.End}",
                                        $"de {g.Key.Low} a {g.Key.High}; prevea {g.Key.End}"
                                    )
                                    : g.Key.End.ToString(),
                                Phrases.Of(g.Key.End),
                            ]
                    ),
            ]
        );

    /// <summary>What the tiers are.</summary>
    public Paragraph Scale =>
        new(
            In(
                "T0 is no effect and T8 the gravest. The steps have an order and no arithmetic: none is so many days.",
                "T0 es ningún efecto y T8 el más grave. Los niveles tienen orden pero no aritmética: ninguno vale tantos días."
            )
        );
}

using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Severity;

namespace Isonomia.Documents.Papers;

/// <summary>
/// Counsel's written advice to the client (PC 1016.3(a); Padilla v. Kentucky, 559 U.S. 356 (2010)): what is clear is said as clear, what is not clear
/// as not clear. In English or Spanish, in plain words.
/// </summary>
public static class DefenseAdvisal
{
    /// <summary>The paper.</summary>
    public static Paper Write(PaperSource source)
    {
        var a = source.Assessment;
        var words = new CaseWords(source.Language);
        var phrases = words.Phrases;
        var blocks = new List<Block>
        {
            new Heading(words.In("What is offered", "Lo que se ofrece")),
            new Points([.. Offered(a).Select(c => words.In("Count ", "Cargo ") + c.Count.Label + ": " + words.Count(c.Count))]),
        };
        if (a.Counts.Where(c => c.Count.Kind == CountKind.Prior).ToArray() is { Length: > 0 } priors)
            blocks.Add(
                new Paragraph(
                    string.Join("; ", priors.Select(c => words.Count(c.Count))),
                    words.In("Earlier record counted:", "Récord anterior tomado en cuenta:")
                )
            );
        foreach (var warning in a.Warnings)
            blocks.Add(new Paragraph(warning, words.In("Check:", "Verifique (en inglés):")));
        if (a.Status == ImmigrationStatus.Citizen)
            return Citizen(source, words, blocks);

        blocks.Add(new Heading(words.In("In short", "En resumen")));
        Short(a, words, blocks);
        if (a.Referrals.Count > 0 || a.Status is null)
            blocks.Add(
                new Paragraph(
                    words.In(
                        "If any parent or grandparent is or was a U.S. citizen, you may be one too, and then none of this applies. Clear that first.",
                        "Si alguno de sus padres o abuelos es o fue ciudadano de los Estados Unidos, usted también puede serlo, y entonces nada de esto se aplica. Aclárelo primero."
                    )
                )
            );

        var codes = a
            .Grounds.Concat(a.Detention)
            .Concat(a.Exposure)
            .Where(c => !c.Code.StartsWith("AF.", StringComparison.Ordinal))
            .ToArray();
        var closed = a.Relief.Where(r => r.State == ReliefState.Closed).ToArray();
        // What an earlier conviction does together with this plea is not told as this plea's own doing.
        var alone = a.Counts.All(c => c.Count.Kind != CountKind.Prior);
        var subject = alone
            ? words.In("This plea ", "Esta declaración ")
            : words.In("This plea, with your earlier record, ", "Esta declaración, junto con su récord anterior, ");
        string[] clear =
        [
            .. codes.Where(c => c.Answer.Kind == AnswerKind.Yes).Select(c => Sentence(subject, c, phrases)),
            .. closed.Select(r => Closed(subject, r, words)),
        ];
        blocks.Add(new Heading(words.In("What is clear", "Lo que está claro")));
        if (a.Status is null && clear.Length > 0)
            blocks.Add(
                new Paragraph(words.In("For anyone who is not a U.S. citizen:", "Para quien no sea ciudadano de los Estados Unidos:"))
            );
        blocks.Add(
            clear.Length > 0
                ? new Points(clear)
                : new Paragraph(
                    a.Status is null
                        ? words.In(
                            "Nothing holds for every status alike: look for your line in the table above.",
                            "Nada vale por igual para todas las situaciones: busque su línea en la tabla de arriba."
                        )
                        : words.In("No consequence is certain on these facts.", "Ninguna consecuencia es segura con estos hechos.")
                )
        );

        string[] open =
        [
            .. codes
                .Where(c => c.Answer.Kind is AnswerKind.Depends or AnswerKind.Unsettled or AnswerKind.Unreviewed or AnswerKind.Refer)
                .Select(c => Open(c, words)),
            .. a
                .Relief.Where(r => r.State == ReliefState.Unknown && phrases.Relief(r.Code) is not null)
                .Select(r =>
                    words.In(
                        $"{phrases.Relief(r.Code)}: not clear whether the record closes it",
                        $"{phrases.Relief(r.Code)}: no está claro si el récord lo cierra"
                    )
                ),
        ];
        if (open.Length > 0)
        {
            blocks.Add(new Heading(words.In("What is not clear", "Lo que no está claro")));
            blocks.Add(
                new Paragraph(
                    words.In(
                        "Plan as if each of these will happen, unless counsel can settle it.",
                        "Prepárese como si cada una de estas cosas fuera a suceder, a menos que su abogado pueda resolverla."
                    )
                )
            );
            blocks.Add(new Points(open));
        }

        var left = a.Relief.Where(r => r.State is ReliefState.Open or ReliefState.Harmed && phrases.Relief(r.Code) is not null).ToArray();
        if (left.Length > 0)
        {
            blocks.Add(new Heading(words.In("What this record does not close", "Lo que este récord no cierra")));
            blocks.Add(
                new Points([
                    .. left.OrderBy(r => r.State)
                        .Select(r =>
                            phrases.Relief(r.Code)!
                            + (
                                r.State == ReliefState.Harmed
                                    ? words.In(" (the record weighs against it)", " (el récord pesa en contra)")
                                    : ""
                            )
                            + (r.Delayed ? words.In(" (not before supervision ends)", " (no antes de que termine la supervisión)") : "")
                        ),
                ])
            );
            blocks.Add(
                new Paragraph(
                    words.In(
                        "Each of these has other conditions that this paper does not test.",
                        "Cada una tiene otras condiciones que este papel no examina."
                    )
                )
            );
        }

        blocks.Add(new Heading(words.In("The sentence itself", "La sentencia misma")));
        blocks.Add(new Points(words.Direct(a.Direct)));
        blocks.Add(new Heading(words.In("Before you decide", "Antes de decidir")));
        blocks.Add(new Points(Before(words), Boxes: true));
        Asked(a, words, source.Language, blocks);
        if (a.Dates.Count > 0)
        {
            blocks.Add(new Heading(words.In("Dates", "Fechas (en inglés)")));
            blocks.Add(new Points([.. a.Dates.Distinct().Select(d => $"{words.Date(d.Date)}: {d.What}")]));
        }
        if (a.Assumed.Count > 0)
        {
            blocks.Add(
                new Heading(
                    words.In("Taken as so because nobody said otherwise", "Lo que se supuso porque nadie dijo otra cosa (en inglés)")
                )
            );
            blocks.Add(new Points([.. a.Assumed]));
        }
        return Paper(source, words, blocks);
    }

    private static IEnumerable<CountAssessment> Offered(Assessment a) => a.Counts.Where(c => c.Count.Kind != CountKind.Prior);

    private static Paper Citizen(PaperSource source, CaseWords words, List<Block> blocks)
    {
        blocks.Add(
            new Paragraph(
                words.In(
                    "For a U.S. citizen this plea has no immigration consequence. If there is any doubt about citizenship, say so before the plea.",
                    "Para un ciudadano de los Estados Unidos esta declaración no tiene consecuencias migratorias. Si hay alguna duda sobre la ciudadanía, dígalo antes de declararse."
                )
            )
        );
        blocks.Add(new Heading(words.In("The sentence itself", "La sentencia misma")));
        blocks.Add(new Points(words.Direct(source.Assessment.Direct)));
        return Paper(source, words, blocks);
    }

    private static Paper Paper(PaperSource source, CaseWords words, List<Block> blocks)
    {
        blocks.Add(
            new Signatures([
                words.In("Client", "Cliente"),
                words.In("Counsel", "Abogado"),
                words.In("Interpreter, if one was used", "Intérprete, si lo hubo"),
                words.In("Date", "Fecha"),
            ])
        );
        return new Paper(
            words.In("What this plea would do to your immigration situation", "Lo que esta declaración haría a su situación migratoria"),
            words.In(
                "Confidential advice of counsel to a client. Do not file or hand to anyone else.",
                "Consejo confidencial del abogado a su cliente. No lo presente al tribunal ni lo entregue a nadie más."
            ),
            source.Language,
            blocks,
            words.Foot(source.Assessment, source.LawBook, source.Today)
        );
    }

    private static void Short(Assessment a, CaseWords words, List<Block> blocks)
    {
        if (a.Envelope.Count > 0)
        {
            blocks.Add(
                new Paragraph(
                    words.In(
                        "Nobody asked for your status to write this, and you need not tell the court. Find your own line.",
                        "Nadie le preguntó su situación migratoria para escribir esto, y no tiene que decírsela al tribunal. Busque su propia línea."
                    )
                )
            );
            blocks.Add(words.ByStatus(a.Envelope.Select(e => (e.Status!.Value, e.Tier))));
            blocks.Add(words.Scale);
            return;
        }
        var tier = a.Collateral.Tier;
        blocks.Add(
            new Paragraph(words.Phrases.Of(tier.End), words.In($"With this plea ({tier.End}):", $"Con esta declaración ({tier.End}):"))
        );
        blocks.Add(new Paragraph(words.Phrases.Of(tier.Start), words.In($"Before it ({tier.Start}):", $"Antes de ella ({tier.Start}):")));
        if (tier.Low < tier.End)
            blocks.Add(
                new Paragraph(
                    words.Phrases.Of(tier.Low),
                    words.In(
                        $"At best, if all that is open turns out well ({tier.Low}):",
                        $"En el mejor caso, si todo lo incierto resulta bien ({tier.Low}):"
                    )
                )
            );
        if (tier.High > tier.End)
            blocks.Add(new Paragraph(words.Phrases.Of(tier.High), words.In($"At worst ({tier.High}):", $"En el peor caso ({tier.High}):")));
        blocks.Add(words.Scale);
    }

    private static string Sentence(string subject, CodeAnswer c, Phrases phrases) =>
        $"{subject}{phrases.Consequence(c.Code) ?? c.Rule.Title} [{c.Code}, {c.Rule.Cites[0]}].";

    private static string Closed(string subject, ReliefAnswer r, CaseWords words)
    {
        var name = words.Phrases.Relief(r.Code) ?? r.Code;
        var until =
            r.Permanent ? words.In(" for good", " para siempre")
            : r.Until is { } date ? words.In($" until {words.Date(date)}", $" hasta el {words.Date(date)}")
            : "";
        return subject + words.In($"leaves you without {name}{until} [{r.Code}].", $"lo deja sin {name}{until} [{r.Code}].");
    }

    private static string Open(CodeAnswer c, CaseWords words)
    {
        var may = words.In("Not clear whether this plea ", "No está claro si esta declaración ");
        var why =
            c.Answer.Kind == AnswerKind.Unreviewed ? words.In(" Nobody has reviewed it.", " Nadie lo ha revisado.")
            : c.Answer.Readings.Count > 0 ? words.In(" Courts and agencies differ.", " Los tribunales y las agencias no están de acuerdo.")
            : c.Answer.Kind == AnswerKind.Unsettled ? words.In(" The law is not settled.", " La ley no está decidida.")
            : words.In(" It hangs on facts that are not known.", " Depende de hechos que no se conocen.");
        return Sentence(may, c, words.Phrases) + why;
    }

    private static IReadOnlyList<string> Before(CaseWords words) =>
        [
            words.In(
                "Talk to an immigration lawyer about this offer, and take the plea papers and the earlier record along.",
                "Hable con un abogado de inmigración sobre esta oferta, y lleve los papeles de la declaración y el récord anterior."
            ),
            words.In(
                "You may ask the judge for more time to think about the plea (Penal Code 1016.5(b)).",
                "Puede pedirle al juez más tiempo para pensar en la declaración (Penal Code 1016.5(b))."
            ),
            words.In(
                "You need not tell the court your status (Penal Code 1016.3(c), 1016.5(d)). Do not tell it to police or jail officers.",
                "No tiene que decirle al tribunal su situación migratoria (Penal Code 1016.3(c), 1016.5(d)). No se la diga a la policía ni a los agentes de la cárcel."
            ),
            words.In(
                "Do not leave the country, and do not renew or apply for anything, before an immigration lawyer says that it is safe.",
                "No salga del país, ni renueve ni solicite nada, antes de que un abogado de inmigración le diga que es seguro."
            ),
        ];

    private static void Asked(Assessment a, CaseWords words, PaperLanguage language, List<Block> blocks)
    {
        if (a.Questions.Count == 0)
            return;
        const int Most = 8;
        blocks.Add(new Heading(words.In("What counsel still has to find out", "Lo que su abogado todavía tiene que averiguar")));
        blocks.Add(
            new Points(
                [
                    .. a
                        .Questions.Select(q =>
                            language == PaperLanguage.Spanish ? words.Phrases.Question(q.Fact) ?? $"(en inglés) {q.Ask}" : q.Ask
                        )
                        .Distinct(StringComparer.Ordinal)
                        .Take(Most),
                ],
                Boxes: true
            )
        );
    }
}

using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Documents.Papers;

/// <summary>The advisement that the court gives before it accepts a plea of guilty or no contest (PC 1016.5(a)). It is the same for everybody.</summary>
public static class CourtAdvisement
{
    /// <summary>The first day on which the words must be given as they stand in the statute (Stats. 2025, ch. 666, SB 281).</summary>
    private static readonly LocalDate Verbatim = new(2026, 1, 1);

    /// <summary>The words of the statute on a date.</summary>
    public static string Words(LocalDate on) =>
        on >= Verbatim
            ? "If you are not a citizen of the United States, you are hereby advised that conviction of the offense for which you have been charged may have the consequences of deportation, exclusion from admission to the United States, or denial of naturalization pursuant to the laws of the United States."
            : "If you are not a citizen, you are hereby advised that conviction of the offense for which you have been charged may have the consequences of deportation, exclusion from admission to the United States, or denial of naturalization pursuant to the laws of the United States.";

    /// <summary>The paper.</summary>
    public static Paper Write(PaperSource source)
    {
        var a = source.Assessment;
        var english = new CaseWords(PaperLanguage.English);
        var offered = a.Counts.Where(c => c.Count.Kind == CountKind.Disposition).ToArray();
        var infractions = offered.Length > 0 && offered.All(c => c.Count.Class.TryGet(out var k) && k == OffenseClass.Infraction);
        var blocks = new List<Block>
        {
            new Paragraph(
                "Given to every defendant before a plea of guilty or no contest to any crime other than an infraction. It asks nothing, and no answer about status may be required (Penal Code 1016.5(a), (d))."
            ),
        };
        if (infractions)
            blocks.Add(new Paragraph("All counts of this offer are infractions, for which the statute does not require it.", "Here:"));
        blocks.Add(
            new Heading(
                a.AsOf >= Verbatim
                    ? "To be read on the record, in these words and no others"
                    : "To be given on the record, in substance these words"
            )
        );
        blocks.Add(new Quotation(Words(a.AsOf), PaperLanguage.English));
        if (source.Language == PaperLanguage.Spanish)
        {
            blocks.Add(new Heading("Traducción de cortesía"));
            blocks.Add(
                new Quotation(
                    "Si usted no es ciudadano de los Estados Unidos, por la presente se le advierte que una condena por el delito del que se le acusa puede tener como consecuencia la deportación, la exclusión de la admisión a los Estados Unidos o la denegación de la naturalización conforme a las leyes de los Estados Unidos.",
                    PaperLanguage.Spanish
                )
            );
            blocks.Add(
                new Paragraph(
                    "The statute has no Spanish text. The court reads the English words and an interpreter renders them; this translation does not replace either."
                )
            );
        }
        blocks.Add(new Heading("For the record"));
        blocks.Add(
            new Points(
                [
                    a.AsOf >= Verbatim ? "The advisement was read verbatim on the record." : "The advisement was given on the record.",
                    "More time to consider the plea was offered; it is given on request (1016.5(b)).",
                    "The defendant was not asked for a status (1016.5(d)).",
                ],
                Boxes: true
            )
        );
        blocks.Add(
            new Paragraph(
                "A record that does not show the advisement is presumed to mean that it was not given; on a showing that the conviction may have one of the three consequences, the plea is vacated on motion (1016.5(b)). This general advisement does not replace counsel's own advice about this plea (1016.2(a), 1016.3(a))."
            )
        );
        blocks.Add(new Signatures(["Judicial officer or clerk", "Date"]));
        return new Paper(
            "Advisement under Penal Code 1016.5",
            "For everybody. May be filed: it says nothing about the person.",
            PaperLanguage.English,
            blocks,
            english.Foot(a, source.LawBook, source.Today)
        );
    }
}

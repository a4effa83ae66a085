using System.Collections.Immutable;

namespace Isonomia.Law;

/// <summary>What a charge line may hold that is no crime.</summary>
public enum NotAnOffenseKind
{
    /// <summary>A violation, revocation or change of probation.</summary>
    Probation,

    /// <summary>Parole, postrelease community supervision, flash incarceration.</summary>
    Parole,

    /// <summary>A warrant, without the charge it was issued for.</summary>
    Warrant,

    /// <summary>A detainer or hold for immigration authorities.</summary>
    ImmigrationHold,

    /// <summary>A hold for another state or agency.</summary>
    FugitiveHold,

    /// <summary>A child as a dependent of the juvenile court.</summary>
    Dependency,

    /// <summary>A minor beyond control, truant or run away, or a ward, without the crime.</summary>
    JuvenileCourt,

    /// <summary>A hold or commitment for mental health, or incompetence to stand trial.</summary>
    MentalHealth,

    /// <summary>A vehicle towed, stored or impounded.</summary>
    Tow,

    /// <summary>A permit of a city.</summary>
    CityPermit,

    /// <summary>A registration, not a failure to register.</summary>
    Registration,

    /// <summary>Sentencing: the law of terms, fines and supervision.</summary>
    Sentencing,

    /// <summary>Custody and administration: a booking in custody, a witness, an application, a death.</summary>
    Custody,
}

/// <summary>
/// Tells what is not an offense, by its section or, where there is none, by its words. The sections are those that the Department of Justice's
/// table of 2022 has as neither felony, misdemeanor nor infraction, apart from enhancements, and the holds and powers that arrest logs are known to write in the
/// place of a charge.
/// </summary>
internal static class NotAnOffenses
{
    private static readonly ImmutableArray<(Citation Section, NotAnOffenseKind Kind)> Sections =
    [
        .. Of(NotAnOffenseKind.Probation, "PC 1203.016", "PC 1203.2", "PC 1203.3", "PC 1203.35", "18 USC 3401(d)", "18 USC 3606"),
        .. Of(NotAnOffenseKind.Parole, "PC 3000.08", "PC 3056", "PC 3060", "PC 3081", "PC 3454", "PC 3455", "WI 1767.3", "WI 1767.35"),
        .. Of(NotAnOffenseKind.Warrant, "CP 1212", "CP 1993", "PC 853.8", "PC 881", "PC 978.5", "PC 979", "VC 40515", "WI 663"),
        .. Of(NotAnOffenseKind.ImmigrationHold, "8 CFR 287.7"),
        .. Of(NotAnOffenseKind.FugitiveHold, "PC 1550.3", "PC 1551", "PC 1551.1"),
        .. Of(NotAnOffenseKind.Dependency, "WI 300", "WI 305"),
        .. Of(NotAnOffenseKind.JuvenileCourt, "WI 601", "WI 602", "WI 628.1", "WI 777"),
        .. Of(NotAnOffenseKind.MentalHealth, "PC 1368", "PC 1370", "WI 5150", "WI 5250", "WI 6600"),
        .. Of(NotAnOffenseKind.Tow, "VC 14602.6", "VC 22650", "VC 22651", "VC 22655", "VC 22669"),
        .. Of(NotAnOffenseKind.Sentencing, "PC 17.5", "PC 1170", "PC 1205", "PC 1214.1"),
        .. Of(NotAnOffenseKind.Custody, "PC 849", "PC 1332", "PC 2620", "PC 2621", "PC 6253", "VC 40302"),
    ];

    // These name the duty to register; whoever fails in it is charged under them, too (PC 290), so the words decide.
    private static readonly ImmutableArray<Citation> Registrations =
    [
        Citation.Parse("PC 290"),
        Citation.Parse("PC 457.1"),
        Citation.Parse("HS 11590"),
    ];

    /// <summary>The kind of a section that is not an offense, or null.</summary>
    public static NotAnOffenseKind? Kind(Citation citation, ReadOnlySpan<char> words)
    {
        foreach (var (section, kind) in Sections)
        {
            if (section.Covers(citation))
            {
                return kind;
            }
        }
        foreach (var section in Registrations)
        {
            if (
                section.Covers(citation)
                && (
                    words.StartsWith("REGISTRATION OF", StringComparison.OrdinalIgnoreCase)
                    || words.StartsWith("REG OF", StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                return NotAnOffenseKind.Registration;
            }
        }
        return null;
    }

    /// <summary>The kind that words without a section tell, or null.</summary>
    public static NotAnOffenseKind? Kind(ReadOnlySpan<char> text)
    {
        // " VIOL PROB FEL ": capitals and digits, one blank around each word; W/O and B/W are words.
        Span<char> buffer = stackalloc char[MostCharacters + 2];
        var words = Words(text, buffer);
        if (words.Length <= 2)
        {
            return null;
        }
        if (Probation(words))
        {
            return NotAnOffenseKind.Probation;
        }
        if (
            Has(words, " PAROLE ")
            || Has(words, " PRCS ")
            || Has(words, " FLASH INCARCERATION ")
            || Has(words, " COMMUNITY SUPV")
            || Has(words, " PENDING REVOCATION ")
        )
        {
            return NotAnOffenseKind.Parole;
        }
        if (
            (Has(words, " HOLD ") || Has(words, " DETAINER ") || Has(words, " HOLDS "))
            && (Has(words, " ICE ") || Has(words, " INS ") || Has(words, " DHS ") || Has(words, " IMMIG"))
        )
        {
            return NotAnOffenseKind.ImmigrationHold;
        }
        if (
            Has(words, " FUGITIVE ")
            || Has(words, " EXTRADITION ")
            || Has(words, " HOUSED FOR ")
            || Has(words, " HOUSE4ANOTHER")
            || Has(words, " HOLD FOR OTHER ")
        )
        {
            return NotAnOffenseKind.FugitiveHold;
        }
        if (
            Has(words, " WARRANT ")
            || Has(words, " WARRANTS ")
            || Has(words, " WARR ")
            || Has(words, " BW ")
            || Has(words, " OUTSIDEWARR ")
        )
        {
            return NotAnOffenseKind.Warrant;
        }
        if (Has(words, " DEPENDENCY ") || Has(words, " DEPENDENT CHILD ") || Has(words, " PARENT IN CUSTODY "))
        {
            return NotAnOffenseKind.Dependency;
        }
        if (
            Has(words, " BEYOND PARENTAL CONTROL ")
            || Has(words, " TRUANCY ")
            || Has(words, " TRUANT ")
            || (Has(words, " RUNAWAY ") && !Has(words, " VEH "))
        )
        {
            return NotAnOffenseKind.JuvenileCourt;
        }
        if (Has(words, " MENTAL HEALTH ") || Has(words, " MENTALLY INCOMPETENT ") || Has(words, " 72 HOUR "))
        {
            return NotAnOffenseKind.MentalHealth;
        }
        // Towing without a permit, or soliciting a tow, is an offense.
        var without = Has(words, " WO ") || Has(words, " W OUT ") || Has(words, " WITHOUT ") || Has(words, " NO ");
        if (
            !without
            && (
                Has(words, " TOWED ")
                || Has(words, " IMPOUND")
                || Has(words, " STORED VEH")
                || (Has(words, " TOW ") && !Has(words, " TOW TRUCK "))
            )
        )
        {
            return NotAnOffenseKind.Tow;
        }
        if (!without && (Has(words, " CITY PERMIT ") || Has(words, " POLICE PERMIT ") || words.SequenceEqual(" PERMIT ")))
        {
            return NotAnOffenseKind.CityPermit;
        }
        if (words.StartsWith(" REGISTRATION OF ") || words.StartsWith(" REG OF ") || words.StartsWith(" DRUG RE"))
        {
            return NotAnOffenseKind.Registration;
        }
        return
            Has(words, "IN CUSTODY ARR")
            || words.StartsWith(" DECEASED ")
            || words.StartsWith(" APPLICANT ")
            || words.StartsWith(" DNA ")
            || Has(words, " BOND SURRENDER ")
            || Has(words, " REMAND ")
            || Has(words, " DETENTION ONLY ")
            ? NotAnOffenseKind.Custody
            : null;
    }

    /// <summary>The kind as a sentence.</summary>
    public static string Because(NotAnOffenseKind kind) =>
        kind switch
        {
            NotAnOffenseKind.Probation => "a violation or change of probation is not a crime",
            NotAnOffenseKind.Parole => "parole and community supervision are not crimes",
            NotAnOffenseKind.Warrant => "a warrant is not a crime; the charge that it was issued for is not named",
            NotAnOffenseKind.ImmigrationHold => "a hold for immigration authorities is not a crime",
            NotAnOffenseKind.FugitiveHold => "a hold for another state or agency is not a crime here",
            NotAnOffenseKind.Dependency => "dependency of a child is not a crime of the child",
            NotAnOffenseKind.JuvenileCourt => "the jurisdiction of the juvenile court is not a crime; the offense of a ward is not named",
            NotAnOffenseKind.MentalHealth => "a mental health hold, commitment or incompetence is not a crime",
            NotAnOffenseKind.Tow => "a power to tow or store a vehicle is not a crime",
            NotAnOffenseKind.CityPermit => "a permit of a city is not a crime",
            NotAnOffenseKind.Registration => "a registration is not a crime; a failure to register would be",
            NotAnOffenseKind.Sentencing => "a law of sentencing is not a crime",
            _ => "an entry about custody is not a crime",
        };

    private const int MostCharacters = 256;

    private static bool Has(ReadOnlySpan<char> words, ReadOnlySpan<char> phrase) => words.IndexOf(phrase) >= 0;

    // Possessing a firearm "in violation of a probation condition" is a crime (PC 29815).
    private static bool Probation(ReadOnlySpan<char> words)
    {
        if (Has(words, " VIOLPROB ") || Has(words, " VOP "))
        {
            return true;
        }
        var at = words.IndexOf(" PROB ");
        at = at >= 0 ? at : words.IndexOf(" PROBATION ");
        if (at < 0)
        {
            return false;
        }
        var rest = words[(at + 1)..];
        rest = rest[rest.IndexOf(' ')..];
        if (rest.StartsWith(" COND"))
        {
            return false;
        }
        return Has(words, " VIOL")
            || Has(words, " REVO")
            || Has(words, " HOLD ")
            || Has(words, " MODIF")
            || Has(words, " TRANSFER ")
            || Has(words, " REARREST")
            || Has(words, " REAREST");
    }

    private static ReadOnlySpan<char> Words(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = 1;
        buffer[0] = ' ';
        for (var i = 0; i < text.Length && length < buffer.Length - 1; i++)
        {
            var c = char.ToUpperInvariant(text[i]);
            if (char.IsLetterOrDigit(c))
            {
                buffer[length++] = c;
            }
            // B/W and W/O: the slash between two single letters joins them.
            else if (c == '/' && buffer[length - 1] != ' ' && buffer[Math.Max(0, length - 2)] == ' ' && Single(text, i + 1)) { }
            else if (buffer[length - 1] != ' ')
            {
                buffer[length++] = ' ';
            }
        }
        if (buffer[length - 1] != ' ')
        {
            buffer[length++] = ' ';
        }
        return buffer[..length];
    }

    private static bool Single(ReadOnlySpan<char> text, int at) =>
        at < text.Length && char.IsAsciiLetter(text[at]) && (at + 1 == text.Length || !char.IsAsciiLetter(text[at + 1]));

    private static IEnumerable<(Citation Section, NotAnOffenseKind Kind)> Of(NotAnOffenseKind kind, params string[] sections)
    {
        foreach (var section in sections)
        {
            yield return (Citation.Parse(section), kind);
        }
    }
}

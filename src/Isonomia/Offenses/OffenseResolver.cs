using Isonomia.Law;
using NodaTime;

namespace Isonomia.Offenses;

/// <summary>Finds the offenses of a law book that texts name. It never guesses silently: what it infers it says, and what it cannot resolve it reports with the closest offenses.</summary>
public sealed class OffenseResolver
{
    private readonly Lawbook law;
    private readonly CitationReader reader;
    private readonly LawCode[] codes;
    private readonly TitledCitation[] book;

    /// <summary>A resolver for a law book.</summary>
    public OffenseResolver(Lawbook law)
    {
        this.law = law;
        reader = new CitationReader(c => law.Holds(Offense.TargetOf(c)));
        book = [.. law.Offenses.Select(o => new TitledCitation(o.Citation, o.Title))];
        codes = law.Offenses.Select(o => o.Citation.Code).Distinct().ToArray();
    }

    /// <summary>Resolves a text for an offense committed (or, for a look-up, law applied) on a date.</summary>
    public ResolvedOffense Resolve(string text, LocalDate on)
    {
        var (name, former) = WithoutFormer(text);
        switch (reader.Read(name))
        {
            case CitationReading.Read read:
            {
                // A spelling that may mean two sections which the law book both holds is not settled; both are offered.
                var by = read.How == HowRead.Exact && !former ? ResolvedBy.Exact : ResolvedBy.Normalized;
                if (read.Known > 1)
                    return Joined(text, by, read.Candidates.Take(read.Known), on, former);
                return Of(text, read, read.Citation, by, on, former);
            }
            case CitationReading.NoCode bare:
                return Infer(text, bare, on, former);
            case CitationReading.NotAnOffense not:
                return new ResolvedOffense(text, ResolvedBy.NotAnOffense, not.Citation, Nothing(null), Form.Completed, not.Because, []);
            case CitationReading.Unreadable unreadable:
                return new ResolvedOffense(
                    text,
                    ResolvedBy.Unreadable,
                    null,
                    Nothing(null),
                    Form.Completed,
                    unreadable.Because,
                    Closest(name, unreadable)
                );
            default:
                throw new InvalidOperationException();
        }
    }

    private static OffenseValue Nothing(Citation? citation) => new(citation, [], false);

    private static (string Text, bool Former) WithoutFormer(string text)
    {
        var at = text.IndexOf("former", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return (text, false);
        var rest = (text[..at] + text[(at + "former".Length)..]).Replace("()", "", StringComparison.Ordinal);
        return (rest.Trim(), true);
    }

    private ResolvedOffense Of(string text, CitationReading reading, Citation citation, ResolvedBy by, LocalDate on, bool former)
    {
        var target = Offense.TargetOf(citation);
        var leaves = InForce(law.Find(target), on, former);
        return leaves.Count > 0
            ? new ResolvedOffense(text, by, citation, new OffenseValue(target, leaves, false), citation.Form, "", [])
            : new ResolvedOffense(text, ResolvedBy.NotInLawbook, citation, Nothing(target), citation.Form, "", Closest(text, reading));
    }

    private ResolvedOffense Joined(string text, ResolvedBy by, IEnumerable<Citation> candidates, LocalDate on, bool former)
    {
        var all = candidates.ToArray();
        var leaves = all.SelectMany(c => InForce(law.Find(Offense.TargetOf(c)), on, former)).Distinct().ToArray();
        return new ResolvedOffense(
            text,
            by,
            all[0],
            new OffenseValue(all[0], leaves, false),
            all[0].Form,
            "",
            all.Skip(1).Select(c => c.ToString()).ToArray()
        );
    }

    /// <summary>Of leaves with windows, those in force on the date; if none is, all (each says when it was).</summary>
    private static IReadOnlyList<Offense> InForce(IReadOnlyList<Offense> leaves, LocalDate on, bool former)
    {
        bool Now(Offense o) => (o.From is not { } f || f <= on) && (o.Until is not { } u || on < u);
        var chosen = former ? leaves.Where(o => o.Until is { } u && u <= on).ToArray() : leaves.Where(Now).ToArray();
        return chosen.Length > 0 ? chosen : leaves;
    }

    private ResolvedOffense Infer(string text, CitationReading.NoCode bare, LocalDate on, bool former)
    {
        var found = new List<Citation>();
        foreach (var provision in bare.Candidates)
        {
            foreach (var code in codes)
                if (provision.In(code) is var citation && law.Holds(Offense.TargetOf(citation)) && !found.Contains(citation))
                    found.Add(citation);
            if (found.Count > 0)
                break;
        }
        var words = Words(bare.Words);
        if (found.Count > 1 && words.Length > 0)
            found.RemoveAll(c => !Agree(c, words));
        if (found.Count == 1 && (words.Length == 0 || Agree(found[0], words)))
            return Of(text, bare, found[0], ResolvedBy.Inferred, on, former);
        var why = found.Count > 1 ? $"the section stands in {found.Count} codes" : "no code is named";
        var nearest = found.Count > 0 ? found.Select(c => c.ToString()).ToArray() : Closest(text, bare);
        return new ResolvedOffense(text, ResolvedBy.Unreadable, null, Nothing(null), Form.Completed, why, nearest);
    }

    private static string[] Words(string text) =>
        text.Split([' ', ',', '-', '/', ':', ';', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 2 && w.Any(char.IsLetter))
            .ToArray();

    /// <summary>Some word stands in a title of the section, or begins a word of it.</summary>
    private bool Agree(Citation citation, string[] words)
    {
        var titles = law.Find(Offense.TargetOf(citation)).SelectMany(o => Words(o.Title).Concat(Words(o.Page.Title))).ToArray();
        return words.Any(w =>
            titles.Any(t => t.StartsWith(w, StringComparison.OrdinalIgnoreCase) || w.StartsWith(t, StringComparison.OrdinalIgnoreCase))
        );
    }

    /// <summary>The closest offenses of the law book: by section, then by words of the title; where nothing is near, the neighbors in the code book.</summary>
    private string[] Closest(string text, CitationReading reading)
    {
        var near = Nearest.To(text, reading, book, 3);
        if (near.Length > 0 || reading is not CitationReading.Read { Citation: var read })
            return [.. near.Select(c => c.ToString())];
        var sorted = law.Offenses.Select(o => o.Citation).Where(c => c.Code == read.Code && c.Second is null).Order().ToArray();
        var after = Array.FindIndex(sorted, c => c > read);
        var at = after < 0 ? sorted.Length : after;
        return [.. sorted.Skip(Math.Max(0, at - 1)).Take(2).Select(c => c.ToString())];
    }
}

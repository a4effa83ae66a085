using System.Globalization;
using Isonomia.Law;

namespace Isonomia.Alternatives;

/// <summary>A band that was read, or every problem at once.</summary>
public abstract record BandReading
{
    private BandReading() { }

    /// <summary>The file is a band.</summary>
    /// <param name="Band">The band.</param>
    public sealed record Accepted(Band Band) : BandReading;

    /// <summary>The file is none, for these reasons.</summary>
    /// <param name="Problems">Every problem, with its place.</param>
    public sealed record Refused(IReadOnlyList<LawProblem> Problems) : BandReading;
}

/// <summary>
/// Reads an office's band. It stands in a Markdown page in a fence named <c>band</c>, or is the whole of a small YAML file:
/// <code>
/// band: assault group             # its name
/// adopted: true                   # an office has signed it
/// signedBy: Head Deputy, 2026-03-01
/// orderedDays: 10% or 30          # whichever is less; also: equal, any, 10%, 30
/// projectedDays: 10% or 30
/// class: one step                 # equal, one step, any
/// strike: equal
/// </code>
/// Axes are those of <see cref="Band.AxisNames"/>; one left out does not decide. Restitution must be equal unless the file says otherwise, because
/// it is the victim's.
/// </summary>
public static class BandReader
{
    /// <summary>Reads a policy file.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="text">Its text.</param>
    public static BandReading Read(string file, string text)
    {
        var problems = new List<LawProblem>();
        var (id, adopted, signed) = ("", false, "");
        var axes = new Dictionary<string, Tolerance>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string[] keys = ["band", "adopted", "signedBy", .. Band.AxisNames];
        foreach (var (line, number) in Lines(text))
        {
            var content = Uncommented(line);
            if (content.Trim().Length == 0)
                continue;
            var column = content.Length - content.TrimStart().Length + 1;
            var colon = content.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                problems.Add(new LawProblem(file, number, column, $"a line is `key: value`, not \"{content.Trim()}\""));
                continue;
            }
            var (key, value) = (content[..colon].Trim(), content[(colon + 1)..].Trim());
            if (Array.IndexOf(keys, key) < 0)
                problems.Add(new LawProblem(file, number, column, $"no key is named \"{key}\"{Suggest.DidYouMean(key, keys)}"));
            else if (!seen.Add(key))
                problems.Add(new LawProblem(file, number, column, $"\"{key}\" stands twice"));
            else if (key == "band")
                id = value;
            else if (key == "signedBy")
                signed = value;
            else if (key == "adopted")
            {
                adopted = value == "true";
                if (value is not ("true" or "false"))
                    problems.Add(new LawProblem(file, number, colon + 2, $"adopted is true or false, not \"{value}\""));
            }
            else if (ToleranceOf(key, value) is { } tolerance)
                axes[key] = tolerance;
            else
                problems.Add(
                    new LawProblem(
                        file,
                        number,
                        colon + 2,
                        $"{key}: \"{value}\" is not a tolerance; write equal, any, 30, 10%, 10% or 30{(key == "class" ? ", one step" : "")}"
                    )
                );
        }
        if (id.Length == 0)
            problems.Add(new LawProblem(file, 1, 1, "the file has no band: write `band: its name`, in a fence named band if it is a page"));
        if (adopted && signed.Length == 0)
            problems.Add(new LawProblem(file, 1, 1, "an adopted band is signed: write signedBy"));
        axes.TryAdd("restitutionDollars", new Tolerance.Equal());
        return problems.Count > 0 ? new BandReading.Refused(problems) : new BandReading.Accepted(new Band(id, adopted, signed, axes));
    }

    /// <summary>The lines of the fence named <c>band</c>, or of the whole file if it has no fence.</summary>
    private static IEnumerable<(string Line, int Number)> Lines(string text)
    {
        var all = text.ReplaceLineEndings("\n").Split('\n').Select((l, i) => (Line: l, Number: i + 1)).ToArray();
        var open = Array.FindIndex(all, l => l.Line.Trim() == "```band");
        if (open < 0)
            return Array.Exists(
                all,
                l => l.Line.StartsWith("# ", StringComparison.Ordinal) && !l.Line.Contains(':', StringComparison.Ordinal)
            )
                ? []
                : all;
        var close = Array.FindIndex(all, open + 1, l => l.Line.Trim() == "```");
        return all[(open + 1)..(close < 0 ? all.Length : close)];
    }

    private static string Uncommented(string line) => line.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? line[..at] : line;

    private static Tolerance? ToleranceOf(string axis, string value)
    {
        switch (value)
        {
            case "equal":
                return new Tolerance.Equal();
            case "any":
                return new Tolerance.Any();
            case "one step" when axis == "class":
                return new Tolerance.OneStep();
        }
        if (axis is "class" or "strike" or "registration" or "firearmBan" or "place")
            return null;
        int? amount = null,
            percent = null;
        foreach (var part in value.Split(" or ", StringSplitOptions.TrimEntries))
        {
            var digits = part.TrimEnd('%').Split(' ')[0];
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            if (part.EndsWith('%') && percent is null)
                percent = number;
            else if (!part.EndsWith('%') && amount is null)
                amount = number;
            else
                return null;
        }
        return new Tolerance.Within(amount, percent);
    }
}

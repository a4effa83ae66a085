using Isonomia.Law.Pages;
using NodaTime;
using NodaTime.Text;

namespace Isonomia.Law.Language;

/// <summary>Reads a rule block: its header lines, its dated versions and the outline under <c>when</c> and <c>unless</c>.</summary>
internal sealed class RuleReader(RuleBlock block, ICollection<LawProblem> problems)
{
    private static readonly string[] Headers = ["id", "cite", "about", "gives", "approval", "silent", "from", "when", "unless", "no"];
    private static readonly string[] States = ["applies", "closed", "harmed", "delayed", "permanent"];
    private int next = 1;

    public static RawRule? Read(RuleBlock block, ICollection<LawProblem> problems) => new RuleReader(block, problems).Read();

    private RawRule? Read()
    {
        if (block.Lines.Count == 0 || block.Lines[0].Text.Length == 0)
        {
            problems.Add(block.At.Problem("a rule begins with its title"));
            return null;
        }
        var title = block.Lines[0].Text.Trim();
        string id = "",
            about = "",
            code = "",
            state = "",
            approval = "",
            silent = "";
        IReadOnlyList<string> cites = [];
        var citesAt = block.At;
        var written = new HashSet<string>(StringComparer.Ordinal);
        var versions = new List<RawVersion>();
        var hasVersion = false;
        while (next < block.Lines.Count)
        {
            var line = block.Lines[next];
            if (line.Text.Length == 0)
            {
                next++;
                continue;
            }
            var (word, rest) = Split(line);
            if (word != "from" && Array.IndexOf(Headers, word) >= 0 && !written.Add(word))
                problems.Add(line.At.Problem($"a rule has one line `{word}`"));
            switch (word)
            {
                case "id":
                    id = rest.Text;
                    break;
                case "cite":
                    citesAt = rest.At;
                    cites = [.. rest.Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
                    break;
                case "about":
                    about = rest.Text;
                    if (about is not ("count" or "conviction"))
                        problems.Add(
                            rest.At.Problem($"a rule is `about count` or `about conviction`, or the line is left out; not \"{about}\"")
                        );
                    break;
                case "gives":
                    var parts = rest.Text.Split(' ', 2);
                    (code, state) = (parts[0], parts.Length > 1 ? parts[1] : "");
                    if (state.Length > 0 && Array.IndexOf(States, state) < 0)
                        problems.Add(
                            rest.At.Problem($"a relief is {string.Join(", ", States)}, not \"{state}\"{Suggest.DidYouMean(state, States)}")
                        );
                    break;
                case "approval":
                    approval = rest.Text;
                    break;
                case "silent":
                    silent = rest.Text;
                    if (silent is not ("yes" or "no"))
                        problems.Add(rest.At.Problem($"`silent` is yes or no, not \"{silent}\""));
                    break;
                case "from":
                    hasVersion = true;
                    next++;
                    if (Version(line, rest) is { } version)
                        versions.Add(version);
                    continue;
                default:
                    problems.Add(
                        line.At.Problem($"expected {string.Join(", ", Headers[..7])}, not \"{word}\"{Suggest.DidYouMean(word, Headers)}")
                    );
                    break;
            }
            next++;
        }
        foreach (var (value, name) in new[] { (id, "id"), (string.Concat(cites), "cite") })
            if (value.Length == 0)
                problems.Add(block.At.Problem($"\"{title}\" has no {name} line"));
        if (!hasVersion)
            problems.Add(block.At.Problem($"\"{title}\" has no version: write `from DATE by DATE-FACT` and `when …`"));
        var rule = new Rule
        {
            Title = title,
            Id = id,
            Cites = cites,
            CitesAt = citesAt,
            About = about is "count" or "conviction" ? Level.Count : Level.Case,
            OfConvictions = about == "conviction",
            Code = code,
            State = state,
            Approval = approval,
            Silence =
                silent == "yes" ? Silence.Yes
                : silent == "no" ? Silence.No
                : Silence.Neutral,
            Prose = block.Prose,
            At = block.At,
        };
        return new RawRule(rule, versions);
    }

    private static (string Word, Cell Tail) Split(Cell line)
    {
        var lead = line.Text.Length - line.Text.TrimStart().Length;
        var text = line.Text.Trim();
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
            return (text, new Cell("", line.At));
        var rest = text[space..];
        var gap = rest.Length - rest.TrimStart().Length;
        return (text[..space], new Cell(rest.Trim(), line.At with { Column = line.At.Column + lead + space + gap }));
    }

    private RawVersion? Version(Cell line, Cell rest)
    {
        // from DATE [until DATE] by FACT
        var words = rest.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var by = Array.IndexOf(words, "by");
        LocalDate? until = null;
        LocalDate from = default;
        var good = by is 1 or 3 && by + 1 < words.Length && Date(words[0], rest.At, out from);
        if (good && by == 3)
        {
            good = words[1] == "until" && Date(words[2], rest.At, out var last);
            if (good)
            {
                Date(words[2], rest.At, out last);
                until = last;
                if (last <= from)
                    problems.Add(rest.At.Problem("this version ends before it begins"));
            }
        }
        if (!good)
        {
            problems.Add(line.At.Problem("a version reads `from 2018-01-01 [until 2025-01-01] by as-of date`"));
        }
        RawNode? when = null,
            unless = null;
        var noSuchRule = false;
        while (next < block.Lines.Count)
        {
            var here = block.Lines[next];
            var (word, tail) = Split(here);
            if (here.Text.Length == 0)
                next++;
            else if (here.Text.Trim() == "no such rule")
            {
                noSuchRule = true;
                next++;
            }
            else if (word is "when" or "unless")
            {
                if ((word == "when" ? when : unless) is not null)
                    problems.Add(here.At.Problem($"a version has one `{word}`: join the two under `all of` or `any of`"));
                next++;
                var node = Outline(tail, 0);
                if (word == "when")
                    when = node;
                else
                    unless = node;
            }
            else
                break;
        }
        if (when is null && !noSuchRule)
            problems.Add(line.At.Problem("this version has neither `when` nor `no such rule`"));
        if (noSuchRule && (when ?? unless) is not null)
            problems.Add(line.At.Problem("a version is `no such rule` or has a `when`, not both"));
        return good
            ? new RawVersion(from, until, new Cell(string.Join(' ', words[(by + 1)..]), ByAt(rest)), when, unless, noSuchRule, line.At)
            : null;
    }

    /// <summary>The place of the date fact that a version goes by.</summary>
    private static Place ByAt(Cell rest)
    {
        var by = rest.Text.IndexOf(" by ", StringComparison.Ordinal) + " by ".Length;
        while (by < rest.Text.Length && rest.Text[by] == ' ')
            by++;
        return rest.At with { Column = rest.At.Column + by };
    }

    private bool Date(string text, Place at, out LocalDate date)
    {
        var result = LocalDatePattern.Iso.Parse(text);
        date = result.Success ? result.Value : default;
        if (!result.Success)
            problems.Add(at.Problem($"\"{text}\" is not a date"));
        return result.Success;
    }

    /// <summary>The node that begins with <paramref name="head"/>, with the lines under it that are indented deeper than <paramref name="indent"/>.</summary>
    private RawNode Outline(Cell head, int indent)
    {
        var text = head.Text;
        // A long list of names may run on over indented lines without a dash.
        while (next < block.Lines.Count && !IsItem(next) && (Indent(next) > indent || RunsOn(next)) && block.Lines[next].Text.Length > 0)
            text += " " + block.Lines[next++].Text.Trim();
        var items = new List<RawNode>();
        var column = 0;
        while (next < block.Lines.Count && block.Lines[next].Text.Length > 0 && Indent(next) > indent && IsItem(next))
        {
            var line = block.Lines[next];
            var at = Indent(next);
            if (items.Count > 0 && at != column)
                problems.Add(line.At.Problem("items of one list stand under one another: it is not clear what this one belongs to"));
            else
                column = at;
            next++;
            var cell = new Cell(line.Text.Trim()[2..].Trim(), line.At with { Column = line.At.Column + at + 2 });
            items.Add(Outline(cell, at));
        }
        return new RawNode(text, head.At, items);
    }

    /// <summary>No line of its own begins with "or".</summary>
    private bool RunsOn(int line) => Indent(line) > 0 && block.Lines[line].Text.TrimStart().StartsWith("or ", StringComparison.Ordinal);

    private int Indent(int line) => block.Lines[line].Text.Length - block.Lines[line].Text.TrimStart().Length;

    private bool IsItem(int line) => block.Lines[line].Text.TrimStart().StartsWith("- ", StringComparison.Ordinal);
}

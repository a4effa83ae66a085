using Isonomia.Law;
using NodaTime;
using NodaTime.Text;

namespace Isonomia.Policies;

/// <summary>
/// The fence at the head of a page of <c>offices/</c> (<c>policy</c>) or <c>amendments/</c> (<c>amendment</c>): lines of <c>key: value</c>, as in an
/// office's <c>band</c>.
/// </summary>
internal sealed class PageHeader
{
    private readonly Dictionary<string, (string Text, Place At)> values = new(StringComparer.Ordinal);
    private readonly ICollection<LawProblem> problems;
    private readonly Place at;
    private readonly string fence;

    private PageHeader(string fence, Place at, ICollection<LawProblem> problems) =>
        (this.fence, this.at, this.problems) = (fence, at, problems);

    /// <summary>Reads the fence of this name; null after a problem if there is none.</summary>
    public static PageHeader? Read(LawPage page, string fence, string[] keys, ICollection<LawProblem> problems)
    {
        var lines = page.Text.ReplaceLineEndings("\n").Split('\n');
        var open = Array.FindIndex(lines, l => l.Trim() == "```" + fence);
        if (open < 0)
        {
            problems.Add(new LawProblem(page.Path, 1, 1, $"the page has no fence named `{fence}` that says what it is"));
            return null;
        }
        var header = new PageHeader(fence, new Place(page.Path, open + 1, 1), problems);
        for (var i = open + 1; i < lines.Length && lines[i].Trim() != "```"; i++)
        {
            var line = lines[i];
            var content = line.TrimStart();
            var here = new Place(page.Path, i + 1, line.Length - content.Length + 1);
            if (content.Length == 0)
                continue;
            var colon = content.IndexOf(':', StringComparison.Ordinal);
            var key = colon < 0 ? content : content[..colon].Trim();
            if (colon < 0)
                problems.Add(here.Problem($"a line is `key: value`, not \"{content}\""));
            else if (Array.IndexOf(keys, key) < 0)
                problems.Add(here.Problem($"no key is named \"{key}\"{Suggest.DidYouMean(key, keys)}"));
            else if (!header.values.TryAdd(key, (content[(colon + 1)..].Trim(), here)))
                problems.Add(here.Problem($"\"{key}\" stands twice"));
        }
        return header;
    }

    /// <summary>Where the fence begins.</summary>
    public Place At => at;

    /// <summary>The value of a key that every header has.</summary>
    public string Required(string key)
    {
        if (values.TryGetValue(key, out var value) && value.Text.Length > 0)
            return value.Text;
        problems.Add(at.Problem($"the fence `{fence}` needs a line `{key}: …`"));
        return "";
    }

    /// <summary>The value of a key, or empty.</summary>
    public string Text(string key) => values.TryGetValue(key, out var value) ? value.Text : "";

    /// <summary>One of several words.</summary>
    public string OneOf(string key, params string[] words)
    {
        var text = Required(key);
        if (text.Length > 0 && Array.IndexOf(words, text) < 0)
            problems.Add(values[key].At.Problem($"{key} is {string.Join(", ", words)}, not \"{text}\"{Suggest.DidYouMean(text, words)}"));
        return text;
    }

    /// <summary>A date, or null.</summary>
    public LocalDate? Date(string key)
    {
        if (!values.TryGetValue(key, out var value))
            return null;
        var date = LocalDatePattern.Iso.Parse(value.Text);
        if (date.Success)
            return date.Value;
        problems.Add(value.At.Problem($"{key}: \"{value.Text}\" is not a date; write 2020-12-08"));
        return null;
    }
}

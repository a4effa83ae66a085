using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Isonomia.Law.Pages;

/// <summary>The columns of a table by name: required ones must be there, others must be known.</summary>
internal sealed class Columns
{
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly ICollection<LawProblem> problems;

    public Columns(PageTable table, string[] required, string[] optional, ICollection<LawProblem> problems)
    {
        this.problems = problems;
        for (var i = 0; i < table.Head.Count; i++)
        {
            var head = table.Head[i];
            if (Array.IndexOf(required, head.Text) < 0 && Array.IndexOf(optional, head.Text) < 0)
                problems.Add(
                    head.At.Problem(
                        $"a table `{table.Kind}` has no column \"{head.Text}\"{Suggest.DidYouMean(head.Text, required.Concat(optional))}"
                    )
                );
            else if (!index.TryAdd(head.Text, i))
                problems.Add(head.At.Problem($"two columns \"{head.Text}\""));
        }
        Complete = true;
        foreach (var name in required)
        {
            if (index.ContainsKey(name))
                continue;
            Complete = false;
            problems.Add(table.Head[0].At.Problem($"a table `{table.Kind}` needs a column \"{name}\""));
        }
    }

    /// <summary>False if a required column is missing.</summary>
    public bool Complete { get; }

    public string Text(IReadOnlyList<Cell> row, string column) => index.TryGetValue(column, out var i) ? row[i].Text : "";

    public Place At(IReadOnlyList<Cell> row, string column) => index.TryGetValue(column, out var i) ? row[i].At : row[0].At;

    public IReadOnlyList<string> List(IReadOnlyList<Cell> row, string column) =>
        Text(row, column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string OneOf(IReadOnlyList<Cell> row, string column, params string[] values)
    {
        var text = Text(row, column);
        if (Array.IndexOf(values, text) < 0)
            problems.Add(
                At(row, column)
                    .Problem($"\"{text}\" is no value of the column \"{column}\": {string.Join(", ", values.Where(v => v.Length > 0))}")
            );
        return text;
    }

    public LocalDate? Date(IReadOnlyList<Cell> row, string column)
    {
        var text = Text(row, column);
        if (text.Length == 0)
            return null;
        var result = LocalDatePattern.Iso.Parse(text);
        if (result.Success)
            return result.Value;
        problems.Add(At(row, column).Problem($"\"{text}\" is not a date"));
        return null;
    }

    /// <summary>Citations separated by semicolons; what is none is reported.</summary>
    public IReadOnlyList<Citation> Citations(IReadOnlyList<Cell> row, string column)
    {
        var citations = new List<Citation>();
        foreach (var text in List(row, column))
        {
            if (Law.Citation.TryParse(text, out var citation, out var error))
                citations.Add(citation);
            else
                problems.Add(At(row, column).Problem($"\"{text}\" is not a citation: {error}"));
        }
        return citations;
    }

    /// <summary>A whole number of dollars; null for an empty cell, which is also the answer to what is none, and that is reported.</summary>
    public int? Dollars(IReadOnlyList<Cell> row, string column)
    {
        var text = Text(row, column);
        if (text.Length == 0)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var dollars))
            return dollars;
        problems.Add(At(row, column).Problem($"\"{text}\" is not a number of dollars: digits only"));
        return null;
    }

    public Citation? Citation(IReadOnlyList<Cell> row, string column)
    {
        if (Law.Citation.TryParse(Text(row, column), out var citation, out var error))
            return citation;
        problems.Add(At(row, column).Problem($"\"{Text(row, column)}\" is not a citation: {error}"));
        return null;
    }
}

namespace Isonomia.Bench;

/// <summary>One line of the table.</summary>
/// <param name="Path">What was measured.</param>
/// <param name="Median">Median, or the only figure there is.</param>
/// <param name="Best">The quickest run, which a busy machine disturbs least.</param>
/// <param name="Cpu">Processor time, the median.</param>
/// <param name="Worst">99th percentile.</param>
/// <param name="Runs">How many runs, or what the figure is counted over.</param>
/// <param name="Budget">The budget of the design; empty for none.</param>
/// <param name="Met">met, not met, or but for load: the processor time keeps it and the clock, on a busy machine, does not.</param>
internal sealed record Line(string Path, string Median, string Best, string Cpu, string Worst, string Runs, string Budget, string Met);

/// <summary>The table, printed in one piece at the end; a missed budget fails nothing.</summary>
internal sealed class Report
{
    private readonly List<(string Section, List<Line> Lines, List<string> Notes)> sections = [];

    public void Section(string name)
    {
        Console.Error.WriteLine($"{name} ...");
        sections.Add((name, [], []));
    }

    /// <summary>A time, by its median; <paramref name="budget"/> in nanoseconds.</summary>
    public void Time(string path, Sample sample, double? budget = null) =>
        sections[^1]
            .Lines.Add(
                new Line(
                    path,
                    Words(sample.Median),
                    Words(sample.Best),
                    double.IsNaN(sample.Cpu) ? "" : Words(sample.Cpu),
                    Words(sample.P99),
                    $"{sample.Runs}",
                    budget is { } b ? Words(b) : "",
                    budget is { } least
                        ? sample.Median <= least
                            ? "met"
                            : sample.Cpu <= least
                                ? "but for load"
                                : "not met"
                        : ""
                )
            );

    /// <summary>A figure that is no time, or a time that was taken once.</summary>
    public void Figure(string path, string figure, string over = "", string budget = "", string met = "") =>
        sections[^1].Lines.Add(new Line(path, figure, "", "", "", over, budget, met));

    /// <summary>A sentence under the table of the section.</summary>
    public void Note(string text) => sections[^1].Notes.Add(text);

    public void Print(TextWriter output)
    {
        foreach (var (section, lines, notes) in sections)
        {
            output.WriteLine();
            output.WriteLine($"## {section}");
            output.WriteLine();
            if (lines.Count > 0)
            {
                string[][] rows =
                [
                    ["path", "median", "best", "processor", "99th percentile", "runs", "budget", "met"],
                    .. lines.Select(l => new[] { l.Path, l.Median, l.Best, l.Cpu, l.Worst, l.Runs, l.Budget, l.Met }),
                ];
                var widths = Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(r => r[c].Length)).ToArray();
                foreach (var (row, i) in rows.Select((r, i) => (r, i)))
                {
                    output.WriteLine($"| {string.Join(" | ", row.Select((cell, c) => cell.PadRight(widths[c])))} |");
                    if (i == 0)
                        output.WriteLine($"|{string.Join('|', widths.Select(w => new string('-', w + 2)))}|");
                }
            }
            foreach (var note in notes)
                output.WriteLine($"{(note == notes[0] && lines.Count > 0 ? "\n" : "")}- {note}");
        }
    }

    /// <summary>A time in the unit that reads best.</summary>
    public static string Words(double nanoseconds) =>
        nanoseconds < 1e3 ? $"{nanoseconds:0.#} ns"
        : nanoseconds < 1e6 ? $"{nanoseconds / 1e3:0.#} us"
        : nanoseconds < 1e9 ? $"{nanoseconds / 1e6:0.0} ms"
        : $"{nanoseconds / 1e9:0.00} s";
}

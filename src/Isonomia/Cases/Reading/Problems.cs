namespace Isonomia.Cases.Reading;

/// <summary>Collects the problems of one file while it is read.</summary>
internal sealed class Problems(string file)
{
    /// <summary>More than anybody will read; a file with more is no case file at all.</summary>
    private const int Most = 1000;

    private readonly HashSet<CaseProblem> found = [];

    internal bool Any => found.Count > 0;

    /// <summary>Whether another would not be listed; then there is no use in looking for the nearest word.</summary>
    internal bool IsFull => found.Count >= Most;

    internal void Add(int line, int column, string path, string message)
    {
        if (!IsFull)
        {
            found.Add(new CaseProblem(file, line, column, path, message));
        }
    }

    internal void Add(CaseNode node, string path, string message) => Add(node.Line, node.Column, path, message);

    internal void Add(CasePlace place, string message) => Add(place.Line, place.Column, place.Path, message);

    /// <summary>All of them, in file order.</summary>
    internal ValueList<CaseProblem> InOrder() =>
        found
            .OrderBy(problem => problem.Line)
            .ThenBy(problem => problem.Column)
            .ThenBy(problem => problem.Path, StringComparer.Ordinal)
            .ThenBy(problem => problem.Message, StringComparer.Ordinal)
            .ToValueList();
}

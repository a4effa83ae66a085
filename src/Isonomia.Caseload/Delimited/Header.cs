using Isonomia.Law;

namespace Isonomia.Caseload.Delimited;

/// <summary>The names of a file's columns, in its order.</summary>
public sealed class Header
{
    private readonly string _file;
    private readonly long _line;

    /// <summary>The header that stands on a line of a file.</summary>
    public Header(string file, long line, IEnumerable<string> names)
    {
        _file = file;
        _line = line;
        Names = [.. names];
    }

    /// <summary>The names, from the first column on.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The header that a reader stands on.</summary>
    public static Header Of(string file, DelimitedReader reader)
    {
        var names = new string[reader.FieldCount];
        for (var i = 0; i < names.Length; i++)
            names[i] = reader.Field(i).ToString();
        return new Header(file, reader.Line, names);
    }

    /// <summary>The column of that name, from 0. A name that stands twice is asked for as <c>priors_count#2</c>.</summary>
    /// <exception cref="InputException">There is no such column, or there are several.</exception>
    public int Find(string name)
    {
        var found = -1;
        for (var i = 0; i < Names.Count; i++)
            if (Same(Names[i], name))
                found = found < 0 ? i : throw Twice(name);
        if (found >= 0)
            return found;
        if (name.LastIndexOf('#') is > 0 and var mark && int.TryParse(name[(mark + 1)..], out var which) && which > 0)
            for (var i = 0; i < Names.Count; i++)
                if (Same(Names[i], name[..mark]) && --which == 0)
                    return i;
        throw new InputException(_file, _line, 0, $"there is no column \"{name}\"{Suggest.DidYouMean(name, Names)}");
    }

    /// <summary>As <see cref="Find"/>; -1 if the file has no such column.</summary>
    public int FindOrNone(string name) => Names.Any(n => Same(n, name)) || name.Contains('#', StringComparison.Ordinal) ? Find(name) : -1;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private InputException Twice(string name)
    {
        var places = Names.Index().Where(n => Same(n.Item, name)).Select(n => n.Index + 1);
        return new InputException(
            _file,
            _line,
            0,
            $"the column \"{name}\" stands in places {string.Join(" and ", places)}; write {name}#1 or {name}#2"
        );
    }
}

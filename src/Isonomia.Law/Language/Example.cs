namespace Isonomia.Law;

/// <summary>One row of an example: values as the page writes them, by heading. An example about several counts has several rows.</summary>
public sealed record ExampleRow(IReadOnlyList<string> Values, Place At);

/// <summary>
/// A worked example: under a rule (<see cref="Rule"/>), for a match of an offense page (<see cref="Match"/>), or for a fact that code computes
/// (<see cref="FactName"/>). Headings are facts, or titles of rules that are given and not run.
/// </summary>
public sealed record Example(
    string Name,
    Rule? Rule,
    Fact? Match,
    string FactName,
    IReadOnlyList<string> Headings,
    IReadOnlyList<ExampleRow> Rows,
    string Answer,
    Place At
);

namespace Isonomia.Law;

/// <summary>One row of an example: values as the page writes them, by heading. An example about several counts has several rows.</summary>
/// <param name="Values">Cells in the order of the headings.</param>
/// <param name="At">Where the row stands.</param>
public sealed record ExampleRow(IReadOnlyList<string> Values, Place At);

/// <summary>
/// A worked example: under a rule (<see cref="Rule"/>), for a match of an offense page (<see cref="Match"/>), or for a fact that code computes
/// (<see cref="FactName"/>). Headings are facts, or titles of rules that are given and not run.
/// </summary>
/// <param name="Name">What the page calls it: a decided case by its name.</param>
/// <param name="Rule">The rule that it shows, or null.</param>
/// <param name="Match">The match that it shows, or null.</param>
/// <param name="FactName">The fact that it shows, or empty.</param>
/// <param name="Headings">Facts, and rules whose answers are given; for a fact, keys of the case file.</param>
/// <param name="Rows">One row a count.</param>
/// <param name="Answer">As the page writes it: yes, no, open, silent; for a fact, a value.</param>
/// <param name="At">Where it stands.</param>
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

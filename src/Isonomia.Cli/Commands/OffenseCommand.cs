using System.CommandLine;
using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Cli.Output;
using Isonomia.Json;
using Isonomia.Offenses;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia offense CITATION...</c></summary>
internal static class OffenseCommand
{
    public static Command Create(Option<string?> law, TextWriter output, TextWriter error)
    {
        var citations = new Argument<string[]>("citation")
        {
            Description = "Offenses, in any spelling that court files use.",
            Arity = ArgumentArity.OneOrMore,
        };
        var asOf = new Option<string?>("--as-of") { Description = "Law as of this date (default: today)." };
        var forum = new Option<string?>("--forum")
        {
            Description = "Where removal proceedings would be held: ninthCircuit (default), fifthCircuit, elsewhere.",
        };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command(
            "offense",
            """
            What an offense is under federal immigration law, by its elements; how California punishes it; safer options.

            Example: isonomia offense "273.5(a) PC" "HS 11378"
            """
        )
        {
            citations,
            asOf,
            forum,
            json,
        };
        command.SetAction(parse =>
        {
            var date = Dates.AsOf(parse.GetValue(asOf));
            var where = ForumOf(parse.GetValue(forum));
            var analyzer = new Analyzer(LawFolder.Load(parse.GetValue(law)));
            var reports = parse.GetValue(citations)!.Select(c => OffenseReport.Of(analyzer, c, date, where)).ToArray();
            if (parse.GetValue(json))
                output.Write(OffenseJson.Write(analyzer.Law, reports));
            else
                foreach (var report in reports)
                    OffenseText.Write(new Page(output), analyzer.Law, report);
            return reports.All(r => r.Offense.IsResolved || r.Offense.By == ResolvedBy.NotAnOffense)
                ? ExitCodes.Done
                : ExitCodes.Unresolved;
        });
        return command;
    }

    private static Forum ForumOf(string? text)
    {
        if (text is null)
            return Forum.NinthCircuit;
        foreach (var forum in Enum.GetValues<Forum>())
            if (string.Equals(Facts.Names.Camel(forum), text, StringComparison.Ordinal))
                return forum;
        throw new UsageException($"--forum: \"{text}\" is not ninthCircuit, fifthCircuit or elsewhere");
    }
}

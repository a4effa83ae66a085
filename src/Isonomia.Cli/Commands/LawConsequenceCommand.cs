using System.CommandLine;
using Isonomia.Cli.Output;
using Isonomia.Law;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia law consequence CODE</c>: from a ground back to the offenses that can raise it.</summary>
internal static class LawConsequenceCommand
{
    public static Command Create(Option<string?> lawFolder, TextWriter output)
    {
        var code = new Argument<string>("code") { Description = "A code of an answer: DEP.CS, AF.G, INA.CIMT." };
        var command = new Command(
            "consequence",
            """
            The rules behind a consequence, the categories they read, and the offenses whose verdict is not no.

            Example: isonomia law consequence DEP.CS
            """
        )
        {
            code,
        };
        command.SetAction(parse =>
        {
            var law = LawFolder.Load(parse.GetValue(lawFolder));
            var wanted = parse.GetValue(code)!;
            var rules = law.Rules.Where(r => r.Code == wanted).ToArray();
            if (rules.Length == 0)
                throw new UsageException(
                    $"no rule gives {wanted}{Suggest.DidYouMean(wanted, law.Rules.Select(r => r.Code).Distinct(StringComparer.Ordinal))}"
                );
            var page = new Page(output);
            var matches = new HashSet<Fact>();
            foreach (var rule in rules)
            {
                page.Text("", $"{rule.Id} {rule.Title} [{string.Join("; ", rule.Cites.Select(law.CiteOf))}]", 0);
                matches.UnionWith(law.MatchesReadBy(rule));
            }
            foreach (var match in matches.Where(m => m.Category.Length > 0).OrderBy(m => m.Index))
            {
                page.Heading(match.Name);
                var index = law.Vocabulary.MatchIndex(match);
                foreach (var o in law.Offenses)
                foreach (var v in o.Verdicts[index].Where(v => v.Kind != VerdictKind.No && v.Until is null).Take(1))
                    page.Text($"  {o.Citation}  ", $"{v.Text} [{Facts.Names.Camel(v.Certainty)}]", 4);
            }
            return ExitCodes.Done;
        });
        return command;
    }
}

using System.CommandLine;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia law unreviewed</c>: gaps in the verdict tables.</summary>
internal static class LawUnreviewedCommand
{
    public static Command Create(Option<string?> lawFolder, TextWriter output)
    {
        var command = new Command(
            "unreviewed",
            """
            Matches of loaded offenses that nobody has reviewed. (What charge files hold and no page has: isonomia law coverage.)

            Example: isonomia law unreviewed
            """
        );
        command.SetAction(parse =>
        {
            var law = LawFolder.Load(parse.GetValue(lawFolder));
            foreach (var o in law.Offenses)
            {
                var gaps = law
                    .Vocabulary.Matches.Where((m, i) => m.Category.Length > 0 && o.Verdicts[i].Count == 0)
                    .Select(m => m.Name)
                    .ToArray();
                if (gaps.Length > 0)
                    output.WriteLine($"{o.At.File}:{o.At.Line} {o.Citation}: {string.Join(", ", gaps)}");
            }
            return ExitCodes.Done;
        });
        return command;
    }
}

using System.CommandLine;
using Isonomia.Cli.Output;
using Isonomia.Law;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia law cite AUTHORITY</c>: everything that rests on an authority.</summary>
internal static class LawCiteCommand
{
    public static Command Create(Option<string?> lawFolder, TextWriter output)
    {
        var which = new Argument<string>("authority") { Description = "An id, part of a case name, or a statute." };
        var command = new Command(
            "cite",
            """
            Every verdict, rule and question that rests on an authority: what must be read again when it changes.

            Example: isonomia law cite cervantes-v-holder-2014
            """
        )
        {
            which,
        };
        command.SetAction(parse =>
        {
            var law = LawFolder.Load(parse.GetValue(lawFolder));
            var text = parse.GetValue(which)!;
            var found = law
                .Authorities.Where(a =>
                    a.Id == text
                    || a.Id.Contains(text, StringComparison.OrdinalIgnoreCase)
                    || a.Cite.Contains(text, StringComparison.OrdinalIgnoreCase)
                )
                .ToArray();
            var page = new Page(output);
            var ids = found.Select(a => a.Id).Append(text).ToHashSet(StringComparer.Ordinal);
            foreach (var a in found)
            {
                var later = a.Later.Count > 0 ? $", {string.Join("; ", a.Later.Select(law.CiteOf))}" : "";
                page.Text("", $"{a.Cite} [{a.Id}; {a.Status}{later}; seen: {a.Seen}]", 0);
            }
            var rows = law
                .Offenses.SelectMany(o => o.Verdicts.SelectMany(v => v))
                .Where(v => !v.NotRaised && v.Authorities.Any(ids.Contains))
                .Distinct()
                .ToArray();
            foreach (var v in rows)
                page.Text($"  {v.At.File}:{v.At.Line}  ", $"{v.Of}: {v.Match.Name}: {v.Text} [{Facts.Names.Camel(v.Certainty)}]", 4);
            var rules = law.Rules.Where(r => r.Cites.Any(ids.Contains)).ToArray();
            foreach (var r in rules)
                page.Text($"  {r.At.File}:{r.At.Line}  ", $"{r.Id} {r.Title}", 4);
            foreach (var q in law.Questions)
            foreach (var r in q.Readings.Where(r => r.Authorities.Any(ids.Contains)))
                page.Text($"  {r.At.File}:{r.At.Line}  ", $"{q.Fact.Name}: {r.Name}", 4);
            if (found.Length == 0 && rows.Length == 0 && rules.Length == 0)
            {
                output.WriteLine($"nothing rests on \"{text}\"{Suggest.DidYouMean(text, law.Authorities.Select(a => a.Id))}");
                return ExitCodes.Unresolved;
            }
            return ExitCodes.Done;
        });
        return command;
    }
}

using System.CommandLine;
using System.Text.Json;
using Isonomia.Facts;
using Isonomia.Json;
using Isonomia.Law;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia law stats</c>: what the law book holds, and how sure it is.</summary>
internal static class LawStatsCommand
{
    public static Command Create(Option<string?> lawFolder, TextWriter output)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command(
            "stats",
            """
            Count offenses, verdicts by certainty, authorities by status and by what was seen of them.

            Example: isonomia law stats
            """
        )
        {
            json,
        };
        command.SetAction(parse =>
        {
            var law = LawFolder.Load(parse.GetValue(lawFolder));
            var figures = Figures(law).ToArray();
            if (parse.GetValue(json))
                output.Write(
                    JsonText.Of(w =>
                    {
                        w.WriteStartObject();
                        w.WriteString("fingerprint", law.Fingerprint);
                        foreach (var (name, value) in figures)
                            w.WriteNumber(Fact.Camel(name), value);
                        w.WriteEndObject();
                    })
                );
            else
                foreach (var (name, value) in figures)
                    output.WriteLine($"{value, 8:N0}  {name}");
            return ExitCodes.Done;
        });
        return command;
    }

    private static IEnumerable<(string Name, long Value)> Figures(Lawbook law)
    {
        var rows = law.Offenses.SelectMany(o => o.Verdicts.SelectMany(v => v)).Distinct().ToArray();
        var written = rows.Where(v => !v.NotRaised).ToArray();
        yield return ("offense pages", law.Offenses.Select(o => o.Page).Distinct().Count());
        yield return ("offenses (statute and prong)", law.Offenses.Count);
        yield return ("verdict rows", written.Length);
        foreach (var certainty in Enum.GetValues<Certainty>().Reverse())
            yield return ($"verdict rows {Names.Camel(certainty)}", written.Count(v => v.Certainty == certainty));
        yield return ("verdict rows yes", written.Count(v => v.Kind == VerdictKind.Yes));
        yield return ("verdict rows no", written.Count(v => v.Kind == VerdictKind.No));
        yield return ("verdict rows that a fact decides", written.Count(v => v.Kind == VerdictKind.Depends && v.Question is null));
        yield return ("verdict rows unsettled", written.Count(v => v.Question is not null));
        yield return ("verdict rows without an authority or the mark practice", written.Count(v => v.Authorities.Count == 0));
        yield return (
            "practice rows shown as settled no",
            written.Count(v => v.Kind == VerdictKind.No && v.Certainty == Certainty.Practice)
        );
        yield return ("matches that the text plainly cannot reach", rows.Length - written.Length);
        yield return (
            "matches unreviewed",
            law.Offenses.Sum(o => o.Verdicts.Where((v, m) => v.Count == 0 && law.Vocabulary.Matches[m].Category.Length > 0).Count())
        );
        yield return ("penalty rows", law.Offenses.SelectMany(o => o.Penalties).Distinct().Count());
        yield return ("rules", law.Rules.Count);
        yield return ("facts", law.Vocabulary.Facts.Count(f => f.Kind is not (FactKind.Match or FactKind.Question)));
        yield return ("open questions of law", law.Vocabulary.Facts.Count(f => f.Kind == FactKind.Question));
        yield return ("substances", law.Substances.Count);
        yield return ("worked examples", law.Examples.Count);
        yield return ("authorities", law.Authorities.Count);
        foreach (var group in law.Authorities.GroupBy(a => a.Status).OrderByDescending(g => g.Count()))
            yield return ($"authorities {group.Key}", group.Count());
        foreach (var group in law.Authorities.GroupBy(a => a.WasSeen ? "seen" : "not seen").OrderByDescending(g => g.Count()))
            yield return ($"authorities {group.Key}", group.Count());
        yield return (
            "verdict rows that rest only on what was not seen",
            written.Count(v => v.Certainty != Certainty.Practice && v.Authorities.All(a => law.Authority(a) is { WasSeen: false }))
        );
    }
}

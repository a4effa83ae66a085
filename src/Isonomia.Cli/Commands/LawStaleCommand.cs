using System.CommandLine;
using Isonomia.Law;
using NodaTime;
using NodaTime.Text;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia law stale</c>: what should be looked at again.</summary>
internal static class LawStaleCommand
{
    /// <summary>An authority not checked for so long is due.</summary>
    private const int MonthsUntilReview = 6;

    public static Command Create(Option<string?> lawFolder, TextWriter output)
    {
        var asOf = new Option<string?>("--as-of") { Description = "Today, or the date to review for." };
        var command = new Command(
            "stale",
            """
            Authorities past review, verdicts that rest on ones no longer good, and settled answers that rest on practice or on what was not seen.

            Example: isonomia law stale
            """
        )
        {
            asOf,
        };
        command.SetAction(parse =>
        {
            var law = LawFolder.Load(parse.GetValue(lawFolder));
            var today = Dates.AsOf(parse.GetValue(asOf));
            var rows = law
                .Offenses.SelectMany(o => o.Verdicts.SelectMany(v => v))
                .Where(v => !v.NotRaised && v.Until is null)
                .Distinct()
                .ToArray();
            output.WriteLine("Verdicts now in force that rest only on authorities that are no longer good:");
            foreach (
                var v in rows.Where(v =>
                    v.Authorities.Any(a => law.Authority(a) is not null)
                    && v.Authorities.All(a => law.Authority(a) is { Status: not "good" })
                )
            )
                output.WriteLine($"  {v.At.File}:{v.At.Line} {v.Of}: {v.Match.Name}: {v.Text} ({string.Join("; ", v.Authorities)})");
            output.WriteLine("Verdicts that rest on agency deference (read again after Loper Bright):");
            foreach (var v in rows.Where(v => v.Authorities.Any(a => law.Authority(a) is { Basis: "deference" })))
                output.WriteLine($"  {v.At.File}:{v.At.Line} {v.Of}: {v.Match.Name}: {v.Text}");
            output.WriteLine("Load warnings (watersheds and the like):");
            foreach (var warning in law.Warnings)
                output.WriteLine($"  {warning}");
            output.WriteLine($"Authorities not checked for {MonthsUntilReview} months:");
            foreach (var a in law.Authorities.Where(a => IsDue(a, today)))
                output.WriteLine($"  {a.Id} ({(a.Checked.Length > 0 ? $"checked {a.Checked}" : "never checked")})");
            return ExitCodes.Done;
        });
        return command;
    }

    private static bool IsDue(Authority a, LocalDate today)
    {
        var at = LocalDatePattern.Iso.Parse(a.Checked.Length == 7 ? a.Checked + "-01" : a.Checked);
        return !at.Success || at.Value.PlusMonths(MonthsUntilReview) <= today;
    }
}

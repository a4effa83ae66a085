using System.Diagnostics;
using Isonomia.Alternatives;
using Isonomia.Cases;
using Isonomia.Facts;
using Xunit;
namespace Isonomia.Tests.Alternatives;
public sealed class TempTiming
{
    [Fact]
    public void T()
    {
        var m = Shared.Case(File.ReadAllText("/tmp/isonomia/alt/five.yaml"));
        var a = Shared.Analyzer;
        var sw = Stopwatch.StartNew();
        void Lap(string s) { File.AppendAllText("/tmp/isonomia/alt/timing.txt", $"{sw.ElapsedMilliseconds} {s}\n"); sw.Restart(); }
        var counts = CountReader.Read(m, a.Resolver, Shared.Today);
        Lap("counts");
        var rel = new RelatedOffenses(a.Law); Lap("related");
        var options = new CandidateGenerator(a.Law, a.Resolver, rel).Generate(m, counts, Shared.Today, []);
        Lap($"options {string.Join(",", options.Select(x => x.Count))}");
        var slots = new[] { 0, 1, 2, 3, 4 };
        var st = Enum.GetValues<ImmigrationStatus>();
        var table = new OptionTable(a.Law, m, counts, Shared.Today, Forum.NinthCircuit, st, slots, options);
        Lap("table");
        var c = new Coordinates(a); foreach (var r in c.Registers.Where(r => !r.Any)) File.AppendAllText("/tmp/isonomia/alt/timing.txt", c.Describe(r) + "\n"); Lap($"uncertain {c.UncertainTotals} coordinates {c.Registers.Count} any {c.Registers.Count(r => r.Any)} totals {c.Totals.Count} across {c.LooksAcross}");
        var k = new Coupling(a, c, table, slots, options, ["orderedDays", "projectedDays", "class", "strike", "registration", "restitutionDollars"]);
        Lap("coupling " + k.Describe());
        k.Log = Lap;
        var s = k.Survivors(p => p.Ordered <= 395 && p.Projected <= 201 && p.Class <= 4);
        Lap($"survivors {s.Count} considered {k.Considered}");
    }
}

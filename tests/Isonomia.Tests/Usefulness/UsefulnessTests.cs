using System.Diagnostics;
using Isonomia.Analysis;
using Isonomia.Law;
using Isonomia.Tests.Drafts;
using Xunit;
using Xunit.Abstractions;

namespace Isonomia.Tests.Usefulness;

public sealed class UsefulnessTests(ITestOutputHelper output)
{
    [Fact]
    public void Probe()
    {
        foreach (var known in new[] { 1.0, 0.7 })
        {
            var watch = Stopwatch.StartNew();
            int grounds = 0,
                open = 0,
                any = 0;
            var questions = new List<int>();
            var byCode = new Dictionary<string, int>();
            var byQ = new Dictionary<string, int>();
            var byStatus = new Dictionary<string, List<int>>();
            var byOff = new Dictionary<string, int>();
            for (var seed = 0; seed < 1000; seed++)
            {
                var draft = new DraftMaker(new Random(seed)).Case(known);
                var a = draft.Assess();
                grounds += a.Grounds.Count;
                var o = a.Grounds.Where(g => g.Answer.Kind is not (AnswerKind.Yes or AnswerKind.No)).ToArray();
                open += o.Length;
                if (o.Length > 0)
                    any++;
                foreach (var g in o)
                {
                    byCode[g.Code + " " + g.Answer.Word] = byCode.GetValueOrDefault(g.Code + " " + g.Answer.Word) + 1;
                    foreach (var s in g.Counts)
                    {
                        var k = g.Code + " " + g.Answer.Word + " " + a.Counts[s].Count.Offense.Name;
                        byOff[k] = byOff.GetValueOrDefault(k) + 1;
                    }
                }
                questions.Add(a.Questions.Count);
                foreach (var q in a.Questions)
                {
                    var k = string.Concat(q.Fact.Where(ch => !char.IsDigit(ch)));
                    byQ[k] = byQ.GetValueOrDefault(k) + 1;
                }
                var st = draft.Status!;
                if (!byStatus.TryGetValue(st, out var l))
                    byStatus[st] = l = [];
                l.Add(a.Questions.Count);
            }
            questions.Sort();
            output.WriteLine(
                $"known {known}: {watch.ElapsedMilliseconds} ms; grounds {grounds}, open {open} = {100.0 * open / grounds:F2} %, cases with any open {any}; questions median {questions[questions.Count / 2]} p90 {questions[questions.Count * 9 / 10]} max {questions[^1]}"
            );
            foreach (var (k, v) in byCode.OrderByDescending(x => x.Value).Take(25))
                output.WriteLine($"   {v} {k}");
            foreach (var (k, v) in byQ.OrderByDescending(x => x.Value).Take(30))
                output.WriteLine($"   Q {v} {k}");
            foreach (var (k, v) in byOff.OrderByDescending(x => x.Value).Take(15))
                output.WriteLine($"   O {v} {k}");
            foreach (var (k, v) in byStatus)
            {
                v.Sort();
                output.WriteLine($"   S {k} n={v.Count} median {v[v.Count / 2]}");
            }
        }
    }
}

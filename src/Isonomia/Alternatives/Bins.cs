using Isonomia.Law;

namespace Isonomia.Alternatives;

/// <summary>
/// What the program can tell apart of a fact: values that all of its tests answer alike are one value to it. Amounts that are added up, groups,
/// dates that pick a version or a verdict, and offenses are told apart as they are.
/// </summary>
internal sealed class Bins
{
    private readonly List<Register>[] tests;
    private readonly bool[] whole;

    public Bins(LawProgram program)
    {
        var vocabulary = program.Law.Vocabulary;
        tests = [.. vocabulary.Facts.Select(_ => new List<Register>())];
        whole = new bool[tests.Length];
        foreach (var r in program.Registers)
            switch (r.Op)
            {
                case Op.Test when r.Id < tests.Length:
                    tests[r.Id].Add(r);
                    break;
                case Op.Total:
                    whole[((TotalTest)r.Condition!).Fact.Index] = true;
                    break;
                case Op.Count when ((CountTest)r.Condition!).Group is { } group:
                    whole[group.Index] = true;
                    break;
                case Op.Pick when r.Rule!.Versions.Count > 0:
                    whole[r.Rule.Versions[0].By.Index] = true;
                    break;
            }
        foreach (var date in program.Law.VerdictDates)
            whole[date.Index] = true;
        whole[vocabulary["offense"].Index] = true;
        if (vocabulary.Find("charged offense") is { } charged)
            whole[charged.Index] = true;
    }

    /// <summary>For each value the number of its bin.</summary>
    public int[] Of(Fact fact, ReadOnlySpan<Value> values)
    {
        var bins = new int[values.Length];
        var known = new List<(Value Value, int Bin)>();
        var answers = new List<Truth[]>();
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            var at = known.FindIndex(k => Same(k.Value, value));
            if (at >= 0)
            {
                bins[i] = known[at].Bin;
                continue;
            }
            if (whole[fact.Index])
                bins[i] = known.Count;
            else
            {
                var answer = tests[fact.Index].Select(t => Evaluator.TruthOf(t, value)).ToArray();
                // A value not known and one left open by the record are asked for differently.
                var bin = known.FindIndex(k => k.Value.State == value.State && answers[k.Bin].AsSpan().SequenceEqual(answer));
                bins[i] = bin >= 0 ? known[bin].Bin : answers.Count;
                if (bin < 0)
                    answers.Add(answer);
            }
            known.Add((value, bins[i]));
        }
        return bins;
    }

    private static bool Same(Value a, Value b) => a.State == b.State && a.Low == b.Low && a.High == b.High && ReferenceEquals(a.Ref, b.Ref);
}

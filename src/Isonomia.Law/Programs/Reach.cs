namespace Isonomia.Law;

/// <summary>
/// Which facts each register reads, itself or through others: near, of the case or of the count that it is about; far, of any count, through a
/// tally or a total. Where none of them is changed, a world answers as the row that it was made from.
/// </summary>
internal sealed class Reach
{
    private readonly int width;
    private readonly ulong[] near;
    private readonly ulong[] far;

    public Reach(LawProgram program)
    {
        var law = program.Law;
        width = (law.Vocabulary.Facts.Count + law.Rules.Count + 63) / 64;
        near = new ulong[program.Registers.Count * width];
        far = new ulong[near.Length];
        var verdicts = program.Verdicts.ToLookup(v => (law.Vocabulary.MatchIndex(v.Verdict.Match), v.Burden), v => v.Register);
        // Registers read earlier ones, but for matches, whose tests come after them: the last round finds nothing new.
        for (var found = true; found; )
        {
            found = false;
            for (var register = 0; register < program.Registers.Count; register++)
            {
                var r = program.Registers[register];
                foreach (var input in r.Inputs)
                    found |= Join(register, input, r.Op is Op.Count or Op.Total);
                if (r.Op == Op.Match)
                {
                    var match = law.Vocabulary.Facts[r.Id];
                    foreach (var test in verdicts[(law.Vocabulary.MatchIndex(MatchReader.Source(law, match)), r.Burden)])
                        found |= Join(register, test, false);
                    found |= Add(near, register, program.OffenseOf(match).Index);
                    foreach (var date in law.VerdictDates)
                        found |= Add(near, register, date.Index);
                }
                if (r.Id >= 0)
                    found |= Add(r.Op is Op.Count or Op.Total ? far : near, register, r.Id);
                if (r.Rule is { Versions: [var version, ..] })
                    found |= Add(near, register, version.By.Index);
            }
        }
    }

    /// <summary>Words of a set of facts, one bit each.</summary>
    public int Words => width;

    /// <summary>Does the register read one of the facts near?</summary>
    public bool IsNear(int register, ulong[] facts) => Meets(near, register, facts);

    /// <summary>Does it read one of them of any count?</summary>
    public bool IsFar(int register, ulong[] facts) => Meets(far, register, facts);

    private bool Meets(ulong[] reads, int register, ulong[] facts)
    {
        for (var w = 0; w < width; w++)
            if ((reads[(register * width) + w] & facts[w]) != 0)
                return true;
        return false;
    }

    private bool Join(int register, int input, bool tallied)
    {
        ulong added = 0;
        for (var w = 0; w < width; w++)
        {
            var (to, from) = ((register * width) + w, (input * width) + w);
            var (n, f) = tallied ? (0, near[from] | far[from]) : (near[from], far[from]);
            added |= n & ~near[to] | f & ~far[to];
            near[to] |= n;
            far[to] |= f;
        }
        return added != 0;
    }

    private bool Add(ulong[] reads, int register, int fact)
    {
        ref var word = ref reads[(register * width) + (fact >> 6)];
        var before = word;
        word |= 1UL << (fact & 63);
        return word != before;
    }
}

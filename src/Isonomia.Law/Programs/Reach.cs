namespace Isonomia.Law;

/// <summary>
/// Which facts each register reads, itself or through others: near, of the case or of the count that it is about; far, of any count, through a
/// tally or a total. Where none of them is changed, a world answers as the row that it was made from. Beside the facts stand the tests of them.
/// </summary>
internal sealed class Reach
{
    private readonly int width;
    private readonly int facts;
    private readonly int[] tests;
    private readonly ulong[] near;
    private readonly ulong[] far;

    public Reach(LawProgram program)
    {
        var law = program.Law;
        facts = (law.Vocabulary.Facts.Count + law.Rules.Count + 63) / 64;
        tests = [.. Enumerable.Range(0, program.Registers.Count).Where(r => program.Registers[r].Op == Op.Test)];
        width = facts + ((tests.Length + 63) / 64);
        near = new ulong[program.Registers.Count * width];
        far = new ulong[near.Length];
        var verdicts = new List<int>?[2 * law.Vocabulary.Matches.Count];
        foreach (var (verdict, burden, test) in program.Verdicts)
            (verdicts[(2 * law.Vocabulary.MatchIndex(verdict.Match)) + (int)burden] ??= []).Add(test);
        for (var test = 0; test < tests.Length; test++)
            Add(near, tests[test], (facts * 64) + test);
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
                    foreach (var test in verdicts[(2 * law.Vocabulary.MatchIndex(MatchReader.Source(law, match))) + (int)r.Burden] ?? [])
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
    public int Words => facts;

    /// <summary>Does the register read that test, itself or through others?</summary>
    public bool ReadsTest(int register, int test) => Has(register, (facts * 64) + Array.BinarySearch(tests, test));

    /// <summary>Does the register read the fact, near or far?</summary>
    public bool Reads(int register, Fact fact) => Has(register, fact.Index);

    private bool Has(int register, int bit)
    {
        var at = (register * width) + (bit >> 6);
        return ((near[at] | far[at]) >> (bit & 63) & 1) != 0;
    }

    /// <summary>Does the register read one of the facts near?</summary>
    public bool IsNear(int register, ulong[] changed) => Meets(near, register, changed);

    /// <summary>Does it read one of them of any count?</summary>
    public bool IsFar(int register, ulong[] changed) => Meets(far, register, changed);

    private bool Meets(ulong[] reads, int register, ulong[] changed)
    {
        for (var w = 0; w < facts; w++)
            if ((reads[(register * width) + w] & changed[w]) != 0)
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

    private bool Add(ulong[] reads, int register, int bit)
    {
        ref var word = ref reads[(register * width) + (bit >> 6)];
        var before = word;
        word |= 1UL << (bit & 63);
        return word != before;
    }
}

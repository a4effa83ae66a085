using Isonomia.Law;

namespace Isonomia.Analysis;

/// <summary>
/// Which rows a register cannot tell apart: all tests that it reads of what varies from row to row come out alike. What keeps an answer open, and
/// what would settle it, is then the same in both. Of fifteen statuses most rules tell apart three or four.
/// </summary>
internal sealed class AlikeRows
{
    private readonly LawProgram program;
    private readonly RowSet rows;
    private readonly Evaluator evaluator;
    private readonly Fact[] varied;
    private readonly Dictionary<int, int[]> firstByRegister = [];

    /// <summary>The tests of what varies, each with the first row that it finds like each row; the latter when first asked for.</summary>
    private readonly Dictionary<int, int[]?> tests = [];

    public AlikeRows(LawProgram program, RowSet rows, Evaluator evaluator)
    {
        (this.program, this.rows, this.evaluator) = (program, rows, evaluator);
        varied = rows.Rows == 1 ? [] : [.. rows.Varied];
        foreach (var fact in varied)
        foreach (var register in program.TestsOf(fact))
            tests.Add(register, null);
    }

    /// <summary>True if nothing that the register reads varies.</summary>
    public bool IsOne(int register)
    {
        foreach (var fact in varied)
            if (program.Reads(register, fact))
                return false;
        return true;
    }

    /// <summary>The first row that the register cannot tell from this one.</summary>
    public int FirstLike(int row, int register)
    {
        if (varied.Length == 0)
            return row;
        if (!firstByRegister.TryGetValue(register, out var first))
            firstByRegister.Add(register, first = Find(register));
        return first[row];
    }

    private int[] Find(int register)
    {
        // Whatever else varies (a date that picks a version, an amount in a total) is read by other ways than tests of it.
        if (Array.Exists(varied, f => f.Kind is not (FactKind.YesNo or FactKind.OneOf or FactKind.Question) && program.Reads(register, f)))
            return [.. Enumerable.Range(0, rows.Rows)];
        var read = tests.Keys.Where(t => program.ReadsTest(register, t)).Select(OfTest).ToArray();
        var first = new int[rows.Rows];
        for (var row = 0; row < first.Length; row++)
        {
            var like = 0;
            while (like < row && !(first[like] == like && IsAlike(read, like, row)))
                like++;
            first[row] = like;
        }
        return first;
    }

    private static bool IsAlike(int[][] read, int a, int b)
    {
        foreach (var first in read)
            if (first[a] != first[b])
                return false;
        return true;
    }

    /// <summary>A test that is decided alike, or is open on the same value.</summary>
    private int[] OfTest(int test)
    {
        if (tests[test] is { } known)
            return known;
        var fact = rows.Law.Vocabulary.Facts[program.Registers[test].Id];
        var slots = fact.About == Level.Case ? 1 : rows.Slots;
        var truths = new Truth[rows.Rows * slots];
        for (var row = 0; row < rows.Rows; row++)
        for (var slot = 0; slot < slots; slot++)
            truths[(row * slots) + slot] = evaluator.Answer(test, row, slot);
        var first = First(
            (a, b) =>
            {
                for (var slot = 0; slot < slots; slot++)
                {
                    var truth = truths[(a * slots) + slot];
                    if (truth != truths[(b * slots) + slot] || truth == Truth.Open && rows.Get(fact, slot, a) != rows.Get(fact, slot, b))
                        return false;
                }
                return true;
            }
        );
        tests[test] = first;
        return first;
    }

    private int[] First(Func<int, int, bool> alike)
    {
        var first = new int[rows.Rows];
        for (var row = 0; row < first.Length; row++)
        {
            var like = 0;
            while (like < row && !(first[like] == like && alike(like, row)))
                like++;
            first[row] = like;
        }
        return first;
    }
}

using Isonomia.Law;

namespace Isonomia.Analysis;

/// <summary>
/// Which rows a register cannot tell apart: all tests that it reads of what varies from row to row come out alike. What keeps an answer open, and
/// what would settle it, is then the same in both. Of fifteen statuses most rules tell apart three or four.
/// </summary>
internal sealed class AlikeRows(LawProgram program, RowSet rows, Evaluator evaluator)
{
    private readonly Dictionary<int, int[]> firstByRegister = [];
    private readonly Dictionary<int, int[]> firstByTest = [];
    private readonly IReadOnlyCollection<Fact> varied = rows.Varied;

    /// <summary>The first row that the register cannot tell from this one.</summary>
    public int FirstLike(int row, int register)
    {
        if (rows.Rows == 1)
            return row;
        if (!firstByRegister.TryGetValue(register, out var first))
            firstByRegister.Add(register, first = Find(register));
        return first[row];
    }

    private int[] Find(int register)
    {
        // Whatever else varies (a date that picks a version, an amount in a total) is read by other ways than tests of it.
        if (varied.Any(f => f.Kind is not (FactKind.YesNo or FactKind.OneOf or FactKind.Question) && program.Reads(register, f)))
            return [.. Enumerable.Range(0, rows.Rows)];
        var tests = program.TestsReadBy(register).Where(IsOfVaried).Select(OfTest).ToArray();
        return First((a, b) => Array.TrueForAll(tests, first => first[a] == first[b]));
    }

    private bool IsOfVaried(int test) => varied.Any(f => f.Index == program.Registers[test].Id);

    /// <summary>A test that is decided alike, or is open on the same value.</summary>
    private int[] OfTest(int test)
    {
        if (!firstByTest.TryGetValue(test, out var first))
            firstByTest.Add(test, first = First((a, b) => IsAlike(test, a, b)));
        return first;
    }

    private bool IsAlike(int test, int a, int b)
    {
        var fact = rows.Law.Vocabulary.Facts[program.Registers[test].Id];
        for (var slot = 0; slot < (fact.About == Level.Case ? 1 : rows.Slots); slot++)
        {
            var truth = evaluator.Answer(test, a, slot);
            if (truth != evaluator.Answer(test, b, slot) || truth == Truth.Open && rows.Get(fact, slot, a) != rows.Get(fact, slot, b))
                return false;
        }
        return true;
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

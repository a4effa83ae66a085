using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Isonomia.Caseload.Outcomes;
using Isonomia.Testing;
using Xunit;

namespace Isonomia.Caseload.Tests.Outcomes;

/// <summary>What is withheld cannot be worked out from what is given.</summary>
public sealed class SmallCellsTests
{
    private const int Threshold = 11;

    private static Arbitrary<CellCount[]> Tables() =>
        (
            from k in Gen.Choose(1, 7)
            from cells in Gen.ArrayOf(
                from d in Gen.Frequency((2, Gen.Choose(0, 15)), (3, Gen.Choose(16, 80)), (2, Gen.Choose(81, 400)))
                from n in Gen.Choose(0, d)
                select new CellCount(n, d),
                k
            )
            select cells
        ).ToArbitrary();

    [Fact]
    public void No_small_cell_is_given_and_none_can_be_worked_out_by_subtraction() =>
        Prop.ForAll(
                Tables(),
                cells =>
                {
                    var total = cells.Aggregate(new CellCount(0, 0), (a, b) => a + b);
                    var small = cells.Select(c => SmallCells.IsSmall(c, Threshold)).ToArray();
                    var totalWithheld = SmallCells.IsSmall(total, Threshold);
                    var withheld = SmallCells.Decide([.. cells.Select(c => ImmutableArray.Create(c))], small, totalWithheld, Threshold);
                    for (var g = 0; g < cells.Length; g++)
                        if (small[g])
                            Assert.True(withheld[g], "a small cell is given");
                    var missing = Enumerable.Range(0, cells.Length).Where(g => withheld[g]).ToArray();
                    if (totalWithheld)
                    {
                        // Groups that are all given would give the total by addition.
                        Assert.NotEmpty(missing);
                        return;
                    }
                    if (missing.Length == 0)
                        return;
                    Assert.True(missing.Length >= 2 || cells.Length == 1, "a single missing cell is the total less the others");
                    var given = cells.Where((_, g) => !withheld[g]).Aggregate(new CellCount(0, 0), (a, b) => a + b);
                    Assert.False(SmallCells.IsSmall(total - given, Threshold), "what is missing is small when taken together");
                }
            )
            .Check(Seeded.Cases(5000));

    [Fact]
    public void One_small_group_takes_the_next_smallest_with_it()
    {
        ImmutableArray<CellCount>[] groups =
        [
            [new(200, 400)],
            [new(5, 40)],
            [new(30, 90)],
            [new(60, 150)],
        ];
        Assert.Equal([false, true, true, false], SmallCells.Decide(groups, [false, true, false, false], false, Threshold).ToArray());
    }

    [Theory]
    [InlineData(0, 40, false)]
    [InlineData(1, 40, true)]
    [InlineData(10, 40, true)]
    [InlineData(11, 40, false)]
    [InlineData(35, 40, true)]
    [InlineData(40, 40, false)]
    [InlineData(0, 10, true)]
    [InlineData(0, 0, false)]
    public void A_cell_is_small_if_it_tells_of_few(long n, long d, bool small) =>
        Assert.Equal(small, SmallCells.IsSmall(new CellCount(n, d), Threshold));

    [Fact]
    public void A_shorter_window_is_withheld_if_the_longer_one_tells_how_few_were_added()
    {
        Assert.True(SmallCells.DiffersByFew(new CellCount(20, 100), new CellCount(23, 100), Threshold));
        Assert.False(SmallCells.DiffersByFew(new CellCount(20, 100), new CellCount(20, 100), Threshold));
        Assert.False(SmallCells.DiffersByFew(new CellCount(20, 100), new CellCount(40, 100), Threshold));
        Assert.False(SmallCells.DiffersByFew(new CellCount(20, 100), new CellCount(23, 60), Threshold));
    }
}

using Isonomia.Law.Tests.Loading;
using Xunit;

namespace Isonomia.Law.Tests;

/// <summary>Copies of a row, in which worlds are made.</summary>
public sealed class RowSetTests
{
    private static readonly Lawbook Law = SmallLaw.Read(SmallLaw.Whole).Lawbook!;
    private static readonly Fact Admitted = Law.Vocabulary["admitted"];
    private static readonly Fact Loss = Law.Vocabulary["loss"];

    private static RowSet Row()
    {
        var rows = new RowSet(Law, 2, 2);
        rows.Set(Admitted, Value.Yes);
        rows.Set(Loss, 0, Value.Number(1));
        rows.SetRows(Loss, 1, [Value.Number(2), Value.Number(3)]);
        return rows;
    }

    [Fact]
    public void Every_row_of_a_copy_is_like_the_row_it_was_made_from()
    {
        var copy = Row().Repeat(like: 1, rows: 70);
        foreach (var row in new[] { 0, 63, 64, 69 })
        {
            Assert.Equal(Value.Yes, copy.Get(Admitted, 0, row));
            Assert.Equal(Value.Number(1), copy.Get(Loss, 0, row));
            Assert.Equal(Value.Number(3), copy.Get(Loss, 1, row));
        }
        Assert.Equal(2, copy.Words);
    }

    [Fact]
    public void What_is_set_in_a_copy_stays_in_the_copy()
    {
        var rows = Row();
        var conviction = Law.Rules.Single(r => r.Title == "conviction");
        var ground = Law.Rules.Single(r => r.Title == "deportable: two of turpitude");
        var copy = rows.Repeat(0, 1);
        copy.Set(Admitted, Value.No);
        copy.Set(Loss, 0, Value.Number(9));
        copy.SetRows(Loss, 1, [Value.Number(8)]);
        copy.Give(conviction, 1, Value.Yes);
        copy.Give(ground, 0, Value.No);
        var second = copy.Repeat(0, 1);
        second.Set(Loss, 0, Value.Number(7));

        Assert.Equal(Value.Yes, rows.Get(Admitted, 0, 0));
        Assert.Equal(Value.Number(1), rows.Get(Loss, 0, 0));
        Assert.Equal(Value.Number(2), rows.Get(Loss, 1, 0));
        Assert.Equal(Value.Number(9), copy.Get(Loss, 0, 0));
        Assert.Equal(Value.Number(7), second.Get(Loss, 0, 0));
        Assert.Equal(Value.Number(8), second.Get(Loss, 1, 0));
        Assert.Equal(Value.No, second.Get(Admitted, 0, 0));
        Assert.Equal(Truth.Yes, Given(copy, conviction, 1));
        Assert.Equal(Truth.No, Given(second, ground, 0));
        Assert.Equal(Truth.Open, Given(rows, conviction, 1));
        Assert.Equal(Truth.Open, Given(rows, ground, 0));
    }

    private static Truth Given(RowSet rows, Rule rule, int slot) => new Tracer(rows, 0, [rule]).Explain(rule, Burden.Shown, slot).Truth;
}

using NodaTime;
using NodaTime.Text;

namespace Isonomia.Cases;

/// <summary>The value of a fact whose kind the law's vocabulary gives.</summary>
public abstract record FactValue
{
    private FactValue() { }

    /// <summary>Yes or no.</summary>
    public sealed record YesNo(bool IsYes) : FactValue
    {
        /// <inheritdoc/>
        public override string ToString() => IsYes ? "yes" : "no";
    }

    /// <summary>One of the names that the vocabulary lists, in camel case.</summary>
    public sealed record Name(string Text) : FactValue
    {
        /// <inheritdoc/>
        public override string ToString() => Text;
    }

    /// <summary>A number, never negative, with its unit: days, months, years, dollars or grams.</summary>
    /// <param name="Amount">The number as given; only grams can have decimals.</param>
    /// <param name="Unit">The unit's name in the vocabulary.</param>
    public sealed record Number(decimal Amount, string Unit) : FactValue
    {
        /// <summary>
        /// The least whole number that is not below the amount. A limit of "30 grams or less" is met by the one
        /// exactly if it is met by the other.
        /// </summary>
        public int RoundedUp => (int)Math.Min(decimal.Ceiling(Amount), int.MaxValue);

        /// <inheritdoc/>
        public override string ToString() => $"{Amount} {Unit}";
    }

    /// <summary>A date.</summary>
    public sealed record Date(LocalDate Day) : FactValue
    {
        /// <inheritdoc/>
        public override string ToString() => LocalDatePattern.Iso.Format(Day);
    }

    /// <summary>Text: the name of a substance, a citation, an explanation; kept as given.</summary>
    public sealed record Words(string Text) : FactValue
    {
        /// <inheritdoc/>
        public override string ToString() => Text;
    }
}

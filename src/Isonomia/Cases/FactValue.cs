using NodaTime;
using NodaTime.Text;

namespace Isonomia.Cases;

/// <summary>The value of a fact whose kind the law's vocabulary gives.</summary>
public abstract record FactValue
{
    private FactValue() { }

    /// <summary>Yes or no.</summary>
    /// <param name="IsYes">True for yes.</param>
    public sealed record YesNo(bool IsYes) : FactValue
    {
        /// <inheritdoc/>
        public override string ToString() => IsYes ? "yes" : "no";
    }

    /// <summary>One of the names that the vocabulary lists, in camel case.</summary>
    /// <param name="Text">The name, as a case file writes it.</param>
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
    /// <param name="Day">The day.</param>
    public sealed record Date(LocalDate Day) : FactValue
    {
        /// <inheritdoc/>
        public override string ToString() => LocalDatePattern.Iso.Format(Day);
    }

    /// <summary>Text: the name of a substance, a citation, an explanation; kept as given.</summary>
    /// <param name="Text">The text as it is.</param>
    public sealed record Words(string Text) : FactValue
    {
        /// <inheritdoc/>
        public override string ToString() => Text;
    }
}

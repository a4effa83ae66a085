using System.Globalization;
using System.Text.Json.Nodes;
using Isonomia.Sentences;

namespace Isonomia.Cases.Reading;

/// <summary>A number that is not negative, in digits.</summary>
/// <typeparam name="T">What the number is read into.</typeparam>
internal sealed class NumberShape<T>(string unit, long most, bool decimals, Func<decimal, T> make) : Shape<T>
{
    internal override bool TryRead(CaseNode node, string path, Problems problems, out T value)
    {
        value = default!;
        if (node is not CaseScalar { Form: ScalarForm.Plain or ScalarForm.Number, Text: var text } || !LooksLikeNumber(text))
        {
            problems.Add(node, path, $"a {Kind} of {unit} is expected, in digits only, not {node.Noun}");
            return false;
        }

        if (text[0] == '-')
        {
            problems.Add(node, path, $"{Words.Quote(text)} is negative; a number of {unit} is 0 or more");
            return false;
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0 && !decimals)
        {
            problems.Add(node, path, $"{Words.Quote(text)} is not whole; write a whole number of {unit}");
            return false;
        }

        var whole = point < 0 ? text : text[..point];
        if (whole.Length > 1 && whole[0] == '0')
        {
            problems.Add(node, path, $"{Words.Quote(text)} begins with a zero; write the number without it");
            return false;
        }

        if (
            whole.Length > 18
            || text.Length > 26
            || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > most
        )
        {
            problems.Add(node, path, $"{Words.Quote(text)} is more than {most} {unit}");
            return false;
        }

        value = make(number);
        return true;
    }

    internal override JsonObject Schema(SchemaParts parts) =>
        new()
        {
            ["type"] = decimals ? "number" : "integer",
            ["minimum"] = 0,
            ["maximum"] = most,
        };

    private string Kind => decimals ? "number" : "whole number";

    private static bool LooksLikeNumber(string text)
    {
        var digits = text.StartsWith('-') ? text.AsSpan(1) : text.AsSpan();
        var point = digits.IndexOf('.');
        return point < 0 ? IsDigits(digits) : IsDigits(digits[..point]) && IsDigits(digits[(point + 1)..]);
    }

    private static bool IsDigits(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit(letter))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}

/// <summary>The numbers of the case file.</summary>
internal static class NumberShape
{
    /// <summary>More than any term ever ordered on one count, and few enough to add.</summary>
    private const long MostDays = 1_000_000;
    private const long MostMonths = 30_000;
    private const long MostDollars = 1_000_000_000_000;
    private const long MostGrams = 1_000_000_000;
    private const long MostYears = 130;

    internal static readonly Shape<Days> Days = new NumberShape<Days>(
        "days",
        MostDays,
        decimals: false,
        number => Sentences.Days.Of((long)number)
    );

    internal static readonly Shape<Months> Months = new NumberShape<Months>(
        "months",
        MostMonths,
        decimals: false,
        number => Sentences.Months.Of((int)number)
    );

    internal static readonly Shape<Dollars> Dollars = new NumberShape<Dollars>(
        "dollars",
        MostDollars,
        decimals: false,
        number => Cases.Dollars.Of((long)number)
    );

    /// <summary>A number of a unit of the vocabulary.</summary>
    internal static Shape<FactValue> Fact(string unit)
    {
        var (most, decimals) = unit switch
        {
            "months" => (MostMonths, false),
            "years" => (MostYears, false),
            "dollars" => (MostDollars, false),
            "grams" => (MostGrams, true),
            _ => (MostDays, false),
        };
        return new NumberShape<FactValue>(unit, most, decimals, number => new FactValue.Number(number, unit));
    }
}

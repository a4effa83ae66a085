using System.Text;
using Isonomia.Cases;
using Isonomia.Facts;

namespace Isonomia.Documents;

/// <summary>Names of case files in words.</summary>
internal static class CaseNames
{
    /// <summary>Camel case in words: <c>formerCohabitant</c> is <c>former cohabitant</c>.</summary>
    public static string Spaced(string camel)
    {
        var text = new StringBuilder();
        foreach (var (c, i) in camel.Select((c, i) => (c, i)))
        {
            if (char.IsUpper(c) && i > 0 && char.IsLower(camel[i - 1]))
                text.Append(' ').Append(char.ToLowerInvariant(c));
            else
                text.Append(c);
        }
        return text.ToString();
    }

    /// <summary>A status in words.</summary>
    public static string Of(ImmigrationStatus status) => Spaced(Names.Camel(status));
}

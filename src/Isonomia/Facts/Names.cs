namespace Isonomia.Facts;

/// <summary>Names of enumerations as case files and answers write them.</summary>
public static class Names
{
    /// <summary>Camel case: <c>LawfulPermanentResident</c> is <c>lawfulPermanentResident</c>.</summary>
    public static string Camel<T>(T member)
        where T : struct, Enum
    {
        var name = member.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}

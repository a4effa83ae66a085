namespace Isonomia.Documents;

/// <summary>A language that papers are written in.</summary>
public enum PaperLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>Spanish.</summary>
    Spanish,
}

namespace Isonomia.Law.Tests.Readers;

/// <summary>Answers in the words of the pages, and between the readers.</summary>
internal static class Answers
{
    /// <summary>The answer of a page: silent, if what silence means decides it.</summary>
    public static string Word(May shown, May possible) =>
        (shown, possible) switch
        {
            (May.Yes, May.Yes) => "yes",
            (May.No, May.No) => "no",
            (May.No, May.Yes) => "silent",
            _ => "open",
        };

    public static May Of(Truth truth) =>
        truth switch
        {
            Truth.Yes => May.Yes,
            Truth.No => May.No,
            _ => May.Either,
        };
}

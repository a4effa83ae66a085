namespace Isonomia.Law.Tests.Readers;

/// <summary>Open questions of law stand as their table says for the forum and date of a person.</summary>
internal static class Questions
{
    public static void Answer(Person person, Predicate<OpenQuestion> isGiven)
    {
        var words = person.Law.Vocabulary;
        var day = person[words["as-of date"], 0].Values;
        if (day.Length != 2 || !Equals(day[0], day[1]))
            return;
        var forum = words["forum"];
        var forums = person[forum, 0].Values is { Length: > 0 } known ? known : [.. forum.Names];
        foreach (var question in person.Law.Questions.Where(q => !isGiven(q)))
        {
            person[question.Fact, 0] = new Known([.. forums.SelectMany(f => Readings(question, (string)f!, (long)day[0]!)).Distinct()]);
        }
    }

    /// <summary>A controlling reading settles it; otherwise every reading that applies is open, and all of them if none does.</summary>
    private static IEnumerable<string> Readings(OpenQuestion question, string forum, long day)
    {
        var apply = question
            .Readings.Where(r => r.Forum == "any" || r.Forum == forum)
            .Where(r => Known.Day(r.From) <= day && (r.Until is not { } until || day < Known.Day(until)))
            .ToArray();
        var controlling = apply.Where(r => r.Standing == Standing.Controlling).ToArray();
        var held = controlling.Length > 0 ? controlling : apply;
        return held.Length > 0 ? held.Select(r => r.Name) : question.Fact.Names;
    }
}

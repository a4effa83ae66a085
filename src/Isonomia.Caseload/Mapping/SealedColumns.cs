using System.Collections.Frozen;

namespace Isonomia.Caseload.Mapping;

/// <summary>Columns that are never read, whoever asks for them: citizenship, birthplace, name, language, and numbers that stand for a person outside the office.</summary>
public static class SealedColumns
{
    /// <summary>Words that seal a column wherever they stand in its name.</summary>
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        [
            "citizen",
            "citizenship",
            "noncitizen",
            "nationality",
            "alien",
            "alienage",
            "immigration",
            "immigrant",
            "ice",
            "deportable",
            "country",
            "birthplace",
            "pob",
            "language",
            "languages",
            "interpreter",
            "surname",
            "alias",
            "aka",
            "maiden",
            "ssn",
            "passport",
            "visa",
        ],
        StringComparer.Ordinal
    );

    /// <summary>A name is a person's if one of these words stands beside it: <c>Area Name</c> is none.</summary>
    private static readonly FrozenSet<string> Persons = FrozenSet.ToFrozenSet(
        [
            "first",
            "last",
            "middle",
            "full",
            "family",
            "given",
            "pri",
            "req",
            "subject",
            "suspect",
            "defendant",
            "person",
            "offender",
            "inmate",
            "arrestee",
            "victim",
            "witness",
            "party",
            "client",
        ],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> Joined = FrozenSet.ToFrozenSet(
        ["firstname", "lastname", "middlename", "fullname", "familyname", "givenname", "fname", "lname", "mname", "nam", "name", "names"],
        StringComparer.Ordinal
    );

    /// <summary>Whether a column of this name is never read.</summary>
    public static bool Holds(string column)
    {
        var words = WordsOf(column);
        var all = string.Concat(words);
        if (words.Exists(Words.Contains) || Joined.Contains(all))
            return true;
        if (words.Exists(Joined.Contains) && (words.Exists(Persons.Contains) || words.Exists(w => w != "name" && Joined.Contains(w))))
            return true;
        return all.Contains("citizen", StringComparison.Ordinal)
            || all.Contains("nationality", StringComparison.Ordinal)
            || all.Contains("immigra", StringComparison.Ordinal)
            || all.Contains("placeofbirth", StringComparison.Ordinal)
            || all.Contains("birthplace", StringComparison.Ordinal)
            || all.Contains("socialsecurity", StringComparison.Ordinal)
            || words.Contains("birth") && words.Exists(w => w is "place" or "state" or "city" or "nation" or "location");
    }

    private static List<string> WordsOf(string column)
    {
        var words = new List<string>();
        var word = "";
        for (var i = 0; i < column.Length; i++)
        {
            var c = column[i];
            // camelCase begins a word too
            if (!char.IsLetterOrDigit(c) || char.IsUpper(c) && i > 0 && char.IsLower(column[i - 1]))
            {
                if (word.Length > 0)
                    words.Add(word);
                word = "";
            }
            if (char.IsLetterOrDigit(c))
                word += char.ToLowerInvariant(c);
        }
        if (word.Length > 0)
            words.Add(word);
        return words;
    }
}

using System.Globalization;

namespace Isonomia.Law.Language;

/// <summary>Gives an outline its meaning: every line becomes a test of a named fact or rule, or a problem with a suggestion.</summary>
internal sealed class Binder(Vocabulary vocabulary, IReadOnlyDictionary<string, Rule> rules, ICollection<LawProblem> problems)
{
    private static readonly string[] OutlineWords = ["all of", "any of", "none of"];
    private static readonly string[] FirstWords = ["not ", "any ", "at least ", "total "];

    /// <summary>No rule counts further; evaluators keep a counter for each number up to it.</summary>
    private const int MostCounted = 64;

    /// <summary>A threshold above this is a slip, and would not fit a span.</summary>
    private const long MostOfAnything = 1_000_000_000;

    /// <summary>Facts by first word, so that the longest name that begins a line is found without trying them all.</summary>
    private readonly Dictionary<string, Fact[]> byFirstWord = vocabulary
        .Facts.GroupBy(f => FirstWord(f.Name), StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.OrderByDescending(f => f.Name.Length).ToArray(), StringComparer.Ordinal);

    private static string FirstWord(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? text : text[..space];
    }

    /// <summary>Would a line with this text be read as something else than the name of a rule?</summary>
    public static bool IsMistaken(string title) =>
        Array.IndexOf(OutlineWords, title) >= 0 || Array.Exists(FirstWords, w => title.StartsWith(w, StringComparison.Ordinal));

    /// <summary>Binds an outline for a rule (or a verdict) about <paramref name="level"/>. Returns null after reporting a problem.</summary>
    public Condition? Bind(RawNode node, Level level)
    {
        var text = node.Text;
        if (text.StartsWith("not ", StringComparison.Ordinal))
        {
            var inner = Bind(node with { Text = text[4..], At = node.At with { Column = node.At.Column + 4 } }, level);
            return inner is null ? null : new Negation(inner, text, node.At);
        }
        if (Array.IndexOf(OutlineWords, text) >= 0)
            return Group(node, level);
        if (text.StartsWith("any ", StringComparison.Ordinal) || text.StartsWith("at least ", StringComparison.Ordinal))
            return Quantifier(node, level);
        if (text.StartsWith("total ", StringComparison.Ordinal))
            return Total(node, level);
        if (node.Items.Count > 0)
        {
            problems.Add(
                node.Items[0].At.Problem($"items stand under `all of`, `any of`, `none of` or a quantifier, not under \"{text}\"")
            );
            return null;
        }
        return Test(node, level);
    }

    private Condition? Group(RawNode node, Level level)
    {
        if (node.Items.Count == 0)
        {
            problems.Add(node.At.Problem($"`{node.Text}` has no items"));
            return null;
        }
        var items = node.Items.Select(i => Bind(i, level)).ToArray();
        if (Array.Exists(items, i => i is null))
            return null;
        return node.Text switch
        {
            "all of" => new AllOf(items!, node.Text, node.At),
            "any of" => new AnyOf(items!, node.Text, node.At),
            _ => new NoneOf(items!, node.Text, node.At),
        };
    }

    /// <summary><c>any NOUN [with …]</c>, <c>at least N NOUN [with …]</c>.</summary>
    private Condition? Quantifier(RawNode node, Level level)
    {
        var words = node.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var least = 1;
        var at = 1;
        if (words[0] == "at")
        {
            if (words.Length < 4 || !int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out least) || least < 1)
                return Fail(node, "a quantifier reads `at least 2 convictions with …`");
            if (least > MostCounted)
                return Fail(node, $"no rule counts further than {MostCounted}");
            at = 3;
        }
        var with = Array.IndexOf(words, "with", at);
        var noun = string.Join(' ', words[at..(with < 0 ? words.Length : with)]);
        if (!Noun(noun, out var convictions, out var group))
        {
            // "any of" misspelt, or a fact that begins with these words.
            return Fail(node, $"cannot count \"{noun}\": say count, conviction, or a group{Suggest.DidYouMean(noun, Nouns())}");
        }
        return With(node, words, with, convictions, out var inner) ? new CountTest(least, group, inner, node.Text, node.At) : null;
    }

    /// <summary><c>total FACT &gt;= N UNIT over NOUN [with …]</c>.</summary>
    private Condition? Total(RawNode node, Level level)
    {
        var words = node.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var over = Array.IndexOf(words, "over");
        if (over < 5)
            return Fail(node, "a total reads `total imposed term >= 1825 days over convictions with …`");
        var name = string.Join(' ', words[1..(over - 3)]);
        if (vocabulary.Find(name) is not { } fact)
            return Fail(node, $"unknown fact \"{name}\"{Suggest.DidYouMean(name, vocabulary.Facts.Select(f => f.Name))}");
        if (fact.Kind != FactKind.Number || fact.About != Level.Count)
            return Fail(node, $"\"{name}\" is not a number about a count: it has no total");
        if (fact.OfRecord)
            return Fail(node, $"\"{name}\" is read from the record: a total of it would hide what the record leaves open");
        if (words[over - 3] is not (">=" or ">"))
            return Fail(node, "a total is compared with >= or >");
        if (!Bound(node, fact, words[over - 2], words[over - 1], out var bound))
            return null;
        var with = Array.IndexOf(words, "with", over);
        var noun = string.Join(' ', words[(over + 1)..(with < 0 ? words.Length : with)]);
        if (!Noun(noun, out var convictions, out var group) || group is not null)
            return Fail(node, $"a total runs over counts or convictions, not \"{noun}\"");
        return With(node, words, with, convictions, out var inner)
            ? new TotalTest(fact, words[over - 3] == ">" ? Law.Sign.More : Law.Sign.AtLeast, bound, inner, node.Text, node.At)
            : null;
    }

    private bool With(RawNode node, string[] words, int with, bool convictions, out Condition? inner)
    {
        inner = null;
        if (with >= 0)
        {
            var text = string.Join(' ', words[(with + 1)..]);
            var column = node.At.Column + node.Text.IndexOf(" with ", StringComparison.Ordinal) + 6;
            inner = Bind(new RawNode(text, node.At with { Column = column }, node.Items), Level.Count);
            if (inner is null)
                return false;
        }
        else if (node.Items.Count > 0)
        {
            problems.Add(node.At.Problem("items under a quantifier need `with all of` or `with any of`"));
            return false;
        }
        if (convictions)
        {
            if (!rules.TryGetValue("conviction", out var conviction))
            {
                problems.Add(node.At.Problem("no rule is titled \"conviction\""));
                return false;
            }
            var first = new RuleTest(conviction, "conviction", node.At);
            inner = inner is null ? first : new AllOf([first, inner], "all of", node.At);
        }
        return true;
    }

    private IEnumerable<string> Nouns() =>
        ["count", "conviction", .. vocabulary.Facts.Where(f => f.Kind == FactKind.Group).Select(f => f.Name)];

    private bool Noun(string noun, out bool convictions, out Fact? group)
    {
        var one = noun.EndsWith('s') && vocabulary.Find(noun) is null ? noun[..^1] : noun;
        convictions = one == "conviction";
        group = null;
        if (one is "count" or "conviction")
            return true;
        group = vocabulary.Find(one);
        return group?.Kind == FactKind.Group;
    }

    private Condition? Test(RawNode node, Level level)
    {
        var text = node.Text;
        if (rules.TryGetValue(text, out var rule))
        {
            if (rule.About == Level.Count && level == Level.Case)
                return Fail(
                    node,
                    $"\"{text}\" is about a {(rule.OfConvictions ? "conviction" : "count")}: say `any {(rule.OfConvictions ? "conviction" : "count")} with {text}`"
                );
            return new RuleTest(rule, text, node.At);
        }
        var fact = Longest(text);
        if (fact is null)
            return Fail(
                node,
                $"\"{text}\" is neither a fact nor a rule{Suggest.DidYouMean(text, vocabulary.Facts.Select(f => f.Name).Concat(rules.Keys))}"
            );
        if (fact.About == Level.Count && level == Level.Case)
            return Fail(node, $"\"{fact.Name}\" is about a count: say `any count with {text}`");
        var rest = text[fact.Name.Length..].Trim();
        if (rest.Length == 0 && fact.Kind is FactKind.YesNo or FactKind.Match)
            return new FlagTest(fact, text, node.At);
        if (rest.StartsWith("is ", StringComparison.Ordinal) && fact.Kind is FactKind.OneOf or FactKind.Question)
            return Names(node, fact, rest[3..]);
        if (rest.StartsWith("is ", StringComparison.Ordinal) && fact.Kind == FactKind.Citation)
            return Citations(node, fact, rest[3..]);
        if (fact.Kind is FactKind.Number or FactKind.Span)
            return Comparison(node, fact, rest);
        return Fail(node, $"cannot read \"{text}\": \"{fact.Name}\" is {Describe(fact)}");
    }

    /// <summary>A kind of fact, in words.</summary>
    public static string Describe(FactKind kind) =>
        kind switch
        {
            FactKind.Date => "a date",
            FactKind.OneOf => "one of several names",
            FactKind.Citation => "a citation",
            _ => kind.ToString(),
        };

    private static string Describe(Fact fact) =>
        fact.Kind switch
        {
            FactKind.YesNo or FactKind.Match => "yes or no",
            FactKind.OneOf => "one of " + string.Join(", ", fact.Names),
            FactKind.Question => "a question with the readings " + string.Join(", ", fact.Names),
            FactKind.Number => $"a number of {fact.Unit}",
            FactKind.Span => "a span, compared in years or months",
            FactKind.Citation => "a citation",
            FactKind.Date => "a date, which only versions read",
            _ => "a group, which only quantifiers count",
        };

    private Fact? Longest(string text)
    {
        if (!byFirstWord.TryGetValue(FirstWord(text), out var facts))
            return null;
        return Array.Find(
            facts,
            f => text.StartsWith(f.Name, StringComparison.Ordinal) && (text.Length == f.Name.Length || text[f.Name.Length] == ' ')
        );
    }

    private Condition? Names(RawNode node, Fact fact, string list)
    {
        long mask = 0;
        foreach (var name in list.Split(" or ", StringSplitOptions.TrimEntries))
        {
            var index = IndexOf(fact.Names, name);
            if (index < 0)
                return Fail(node, $"\"{name}\" is not a value of \"{fact.Name}\"{Suggest.DidYouMean(name, fact.Names)}");
            mask |= 1L << index;
        }
        return new NameTest(fact, mask, node.Text, node.At);
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
            if (names[i] == name)
                return i;
        return -1;
    }

    private Condition? Citations(RawNode node, Fact fact, string list)
    {
        var citations = new List<Citation>();
        foreach (var name in list.Split(" or ", StringSplitOptions.TrimEntries))
        {
            if (!Citation.TryParse(name, out var citation, out var error))
                return Fail(node, $"\"{name}\" is not a citation: {error}");
            citations.Add(citation);
        }
        return new CitationTest(fact, citations, node.Text, node.At);
    }

    private Condition? Comparison(RawNode node, Fact fact, string rest)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 3 || SignOf(words[0]) is not { } sign)
            return Fail(
                node,
                $"\"{fact.Name}\" is {Describe(fact)}: write `{fact.Name} >= 1 {(fact.Kind == FactKind.Span ? "years" : fact.Unit)}`"
            );
        return Bound(node, fact, words[1], words[2], out var bound) ? new NumberTest(fact, sign, bound, node.Text, node.At) : null;
    }

    private static Sign? SignOf(string word) =>
        word switch
        {
            "<" => Law.Sign.Less,
            "<=" => Law.Sign.AtMost,
            ">=" => Law.Sign.AtLeast,
            ">" => Law.Sign.More,
            _ => null,
        };

    private bool Bound(RawNode node, Fact fact, string number, string unit, out long bound)
    {
        bound = 0;
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > MostOfAnything)
        {
            problems.Add(node.At.Problem($"\"{number}\" is not a whole number"));
            return false;
        }
        if (fact.Kind == FactKind.Span)
        {
            if (unit is not ("years" or "months"))
            {
                problems.Add(node.At.Problem($"a span is compared in years or months, not {unit}"));
                return false;
            }
            bound = unit == "years" ? Spans.Of((int)value, 0, 0) : Spans.Of(0, (int)value, 0);
            return true;
        }
        if (unit != fact.Unit)
        {
            problems.Add(node.At.Problem($"\"{fact.Name}\" is in {fact.Unit}, not {unit}"));
            return false;
        }
        bound = value;
        return true;
    }

    private Condition? Fail(RawNode node, string message)
    {
        problems.Add(node.At.Problem(message));
        return null;
    }
}

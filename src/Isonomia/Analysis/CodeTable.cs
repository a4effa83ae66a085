using Isonomia.Law;

namespace Isonomia.Analysis;

/// <summary>The codes that the law book gives, with their rules.</summary>
internal sealed class CodeTable
{
    private readonly Dictionary<string, Rule[]> rules;
    private readonly Dictionary<string, Dictionary<string, Rule[]>> reliefs;

    public CodeTable(Lawbook law)
    {
        rules = law
            .Rules.Where(r => r.Code.Length > 0 && r.State.Length == 0)
            .GroupBy(r => r.Code, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        reliefs = law
            .Rules.Where(r => r.State.Length > 0)
            .GroupBy(r => r.Code, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => g.GroupBy(r => r.State, StringComparer.Ordinal).ToDictionary(s => s.Key, s => s.ToArray(), StringComparer.Ordinal),
                StringComparer.Ordinal
            );
        Reported =
        [
            .. rules.Keys.Where(c => c.Contains('.', StringComparison.Ordinal)).OrderBy(Family).ThenBy(c => c, StringComparer.Ordinal),
        ];
        Grounds = [.. Reported.Where(IsGround)];
        Reliefs = [.. reliefs.Keys];
        All = [.. law.Rules.Where(r => r.Code.Length > 0)];
        Inadmissible = [.. law.Rules.Where(r => r.Title.StartsWith("inadmissibility offense:", StringComparison.Ordinal))];
    }

    /// <summary>Codes of grounds, detention, exposure and referral, in the order in which they are printed.</summary>
    public IReadOnlyList<string> Reported { get; }

    /// <summary>DEP, INA and AF codes.</summary>
    public IReadOnlyList<string> Grounds { get; }

    /// <summary>Relief codes.</summary>
    public IReadOnlyList<string> Reliefs { get; }

    /// <summary>Every rule that gives a code.</summary>
    public IReadOnlyList<Rule> All { get; }

    /// <summary>The rules that say which offenses make inadmissible.</summary>
    public IReadOnlyList<Rule> Inadmissible { get; }

    public IReadOnlyList<Rule> Rules(string code) => rules.GetValueOrDefault(code) ?? [];

    public IReadOnlyList<Rule> Relief(string code, string state) => reliefs.GetValueOrDefault(code)?.GetValueOrDefault(state) ?? [];

    public static bool IsGround(string code) =>
        code.StartsWith("DEP.", StringComparison.Ordinal)
        || code.StartsWith("INA.", StringComparison.Ordinal)
        || code.StartsWith("AF.", StringComparison.Ordinal);

    private static int Family(string code) =>
        code.StartsWith("DEP.", StringComparison.Ordinal) ? 0
        : code.StartsWith("INA.", StringComparison.Ordinal) ? 1
        : code.StartsWith("AF.", StringComparison.Ordinal) ? 2
        : code.StartsWith("DET.", StringComparison.Ordinal) ? 3
        : 4;
}

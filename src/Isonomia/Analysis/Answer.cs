using Isonomia.Law;

namespace Isonomia.Analysis;

/// <summary>What the law says, or why it does not say (contract section 3).</summary>
public enum AnswerKind
{
    /// <summary>Certainly not, in every world.</summary>
    No,

    /// <summary>Certainly so, in every world.</summary>
    Yes,

    /// <summary>A missing fact can change it.</summary>
    Depends,

    /// <summary>Authorities differ.</summary>
    Unsettled,

    /// <summary>Nobody has reviewed what it rests on; never a guess.</summary>
    Unreviewed,

    /// <summary>The rule is not in force on the date.</summary>
    NotInForce,

    /// <summary>A person must answer.</summary>
    Refer,
}

/// <summary>A smallest set of facts that settles an answer: keys and values as a case file writes them.</summary>
/// <param name="Facts">Keys with their values.</param>
/// <param name="Then">The answer if they are so.</param>
public sealed record Dependence(IReadOnlyList<(string Key, string Value)> Facts, Truth Then);

/// <summary>A reading of a question that an answer hangs on.</summary>
/// <param name="Question">The question of law.</param>
/// <param name="Readings">The readings that are open, the planning reading first.</param>
public sealed record UnsettledReading(string Question, IReadOnlyList<string> Readings);

/// <summary>An answer with what it rests on.</summary>
/// <param name="Kind">The answer.</param>
/// <param name="Bounds">What is certain and possible over all open facts and readings.</param>
/// <param name="DependsOn">Facts that settle it, if any could.</param>
/// <param name="Readings">Questions of law on which it hangs, the planning reading first.</param>
/// <param name="Unreviewed">Matches that nobody has reviewed and that could change it.</param>
/// <param name="Certainty">The least certain verdict it rests on.</param>
/// <param name="Authorities">Ids and citations.</param>
/// <param name="Because">One sentence in plain words.</param>
public sealed record Answer(
    AnswerKind Kind,
    Truth Bounds,
    IReadOnlyList<Dependence> DependsOn,
    IReadOnlyList<UnsettledReading> Readings,
    IReadOnlyList<string> Unreviewed,
    Certainty Certainty,
    IReadOnlyList<string> Authorities,
    string Because
)
{
    /// <summary>The word of the contract.</summary>
    public string Word =>
        Kind switch
        {
            AnswerKind.No => "no",
            AnswerKind.Yes => "yes",
            AnswerKind.Depends => "depends",
            AnswerKind.Unsettled => "unsettled",
            AnswerKind.Unreviewed => "unreviewed",
            AnswerKind.NotInForce => "notInForce",
            _ => "refer",
        };
}

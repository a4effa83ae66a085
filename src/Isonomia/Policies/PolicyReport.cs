using Isonomia.Facts;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Policies;

/// <summary>Where a rule of a policy stands in a case.</summary>
public enum PolicyStanding
{
    /// <summary>It holds, and nothing lifts it.</summary>
    Applies,

    /// <summary>It is presumed; a fact that is not known could lift it: ask.</summary>
    Stands,

    /// <summary>It would hold, but an exception lifts it. An exception requires nothing by itself.</summary>
    Lifted,

    /// <summary>A fact that is not known decides whether it holds at all: ask.</summary>
    Open,

    /// <summary>It does not hold.</summary>
    No,

    /// <summary>There is no such rule on this date.</summary>
    NotInForce,
}

/// <summary>How the words that a rule rests on were seen.</summary>
public enum Provenance
{
    /// <summary>Statute, or the text itself, in whole or part.</summary>
    Seen,

    /// <summary>In the words of others.</summary>
    Reported,

    /// <summary>Recalled, not seen: not to be relied on.</summary>
    Recalled,
}

/// <summary>An exception of a rule.</summary>
/// <param name="Text">The page's own line.</param>
/// <param name="Truth">Whether it holds.</param>
/// <param name="Value">The value that was tested, in words; empty for groups of lines.</param>
/// <param name="Provenance">How it was seen, where the line names a rule of its own.</param>
public sealed record ExceptionLine(string Text, Truth Truth, string Value, Provenance? Provenance);

/// <summary>A question whose answer matters.</summary>
/// <param name="Path">Path of the key in the case file.</param>
/// <param name="Ask">The question.</param>
public sealed record Asked(string Path, string Ask);

/// <summary>What a change of facts would do.</summary>
/// <param name="Facts">Keys of the case file with their values.</param>
/// <param name="Then">Where the rule would stand.</param>
public sealed record Change(IReadOnlyList<(string Path, string Value)> Facts, PolicyStanding Then);

/// <summary>Where a rule stands in a window of dates, all else as given.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">First day after, or null.</param>
/// <param name="Standing">Where it stands.</param>
public sealed record Window(LocalDate From, LocalDate? Until, PolicyStanding Standing);

/// <summary>What one rule says of one charge.</summary>
/// <param name="Policy">The policy; null for a duty of statute.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Effect">Its effect.</param>
/// <param name="Enhancement">The enhancement it is about, or empty.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Because">Why, in a sentence.</param>
/// <param name="Exceptions">Its exceptions, with what was ruled out.</param>
/// <param name="Asks">What to ask.</param>
/// <param name="Changes">What facts would change it, one or few at a time.</param>
/// <param name="Windows">Where it stands on other dates.</param>
/// <param name="Provenance">How its words were seen.</param>
/// <param name="Recalled">Ids of rules it reads that rest on words recalled and not seen.</param>
/// <param name="OverriddenBy">The duty of statute that prevails over it, or null.</param>
public sealed record RuleAnswer(
    Policy? Policy,
    Rule Rule,
    Effect Effect,
    string Enhancement,
    PolicyStanding Standing,
    string Because,
    IReadOnlyList<ExceptionLine> Exceptions,
    IReadOnlyList<Asked> Asks,
    IReadOnlyList<Change> Changes,
    IReadOnlyList<Window> Windows,
    Provenance Provenance,
    IReadOnlyList<string> Recalled,
    Rule? OverriddenBy
)
{
    /// <summary>The rule speaks of this charge: it holds, is presumed, was lifted, or may hold.</summary>
    public bool Speaks => Standing is not (PolicyStanding.No or PolicyStanding.NotInForce);
}

/// <summary>What a policy says of one charge.</summary>
/// <param name="Count">The charge.</param>
/// <param name="Filing">What it says of filing: decline, mayDecline, divert, file, mayFile, ask, or caseByCase where no rule decides.</param>
/// <param name="Because">That in a sentence.</param>
/// <param name="Duties">Duties of statute, which bind whatever the policy says.</param>
/// <param name="Answers">Every rule of the policies.</param>
public sealed record ChargeAnswer(
    CountInCase Count,
    string Filing,
    string Because,
    IReadOnlyList<RuleAnswer> Duties,
    IReadOnlyList<RuleAnswer> Answers
);

/// <summary>What policies say of a case on a date.</summary>
/// <param name="Book">The law with the policies.</param>
/// <param name="AsOf">The day of the decision.</param>
/// <param name="Charges">One entry a charge, in file order.</param>
/// <param name="Warnings">What is odd about the case as given, and what is supposed that is not law.</param>
/// <param name="Assumed">What was taken as no because the file lists none.</param>
public sealed record PolicyReport(
    PolicyBook Book,
    LocalDate AsOf,
    IReadOnlyList<ChargeAnswer> Charges,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Assumed
)
{
    /// <summary>All charges were found in the law book.</summary>
    public bool AllResolved => Charges.All(c => c.Count.Offense.IsResolved);

    /// <summary>Every question, once, in the order of the charges.</summary>
    public IReadOnlyList<Asked> Questions =>
        [.. Charges.SelectMany(c => c.Answers.Concat(c.Duties)).SelectMany(a => a.Asks).DistinctBy(a => a.Path)];
}

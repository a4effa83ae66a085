using System.Collections.Immutable;

namespace Isonomia.Law;

/// <summary>How a text became a citation.</summary>
public enum HowRead
{
    /// <summary>It was written canonically.</summary>
    Exact,

    /// <summary>It was written otherwise, and there is a rule for such a spelling.</summary>
    Normalized,
}

/// <summary>What was read from a text that should name an offense. One of four; nothing is guessed between them.</summary>
public abstract record CitationReading
{
    private CitationReading() { }

    /// <summary>The text names a statute.</summary>
    /// <param name="Candidates">
    /// what the text may mean, likeliest first; at least one. More than one where the spelling is ambiguous (<c>487A PC</c>: 487(a) or 487a)
    /// </param>
    /// <param name="Known">how many candidates, from the first on, the law book holds</param>
    /// <param name="How">exactly as canonical, or by normalizing</param>
    /// <param name="Words">what was not needed for the citation: a description, <c>(former)</c>, a further charge</param>
    public sealed record Read(ImmutableArray<Citation> Candidates, int Known, HowRead How, string Words) : CitationReading
    {
        /// <summary>The likeliest candidate.</summary>
        public Citation Citation => Candidates[0];

        /// <summary>Whether the spelling, or the law book, leaves only one meaning. If not, the first candidate must not be taken in silence.</summary>
        public bool Settled => Candidates.Length == 1 || Known == 1;

        /// <inheritdoc/>
        public bool Equals(Read? other) =>
            other is not null
            && Candidates.AsSpan().SequenceEqual(other.Candidates.AsSpan())
            && Known == other.Known
            && How == other.How
            && Words == other.Words;

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Citation, Candidates.Length, Words);
    }

    /// <summary>The text names a section and no code.</summary>
    /// <param name="Candidates">what the section may be, likeliest first; at least one</param>
    /// <param name="Words">what stands beside it</param>
    public sealed record NoCode(ImmutableArray<Provision> Candidates, string Words) : CitationReading
    {
        /// <inheritdoc/>
        public bool Equals(NoCode? other) =>
            other is not null && Candidates.AsSpan().SequenceEqual(other.Candidates.AsSpan()) && Words == other.Words;

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Candidates[0], Candidates.Length, Words);
    }

    /// <summary>The text names a reason to hold or process a person that is not a crime.</summary>
    /// <param name="Kind">what it is</param>
    /// <param name="Because">the same as a sentence</param>
    /// <param name="Citation">the provision, where it names one</param>
    public sealed record NotAnOffense(NotAnOffenseKind Kind, string Because, Citation? Citation) : CitationReading;

    /// <summary>The text names no statute that could be read.</summary>
    /// <param name="Because">why, as a sentence</param>
    public sealed record Unreadable(string Because) : CitationReading;
}

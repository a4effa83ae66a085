namespace Isonomia.Cases;

/// <summary>Where removal proceedings would be held .</summary>
public enum Forum
{
    /// <summary>The Ninth Circuit: the default for California.</summary>
    NinthCircuit,

    /// <summary>The Fifth Circuit, to which detained people are moved.</summary>
    FifthCircuit,

    /// <summary>Any other circuit.</summary>
    Elsewhere,
}

using System.Collections.Immutable;

namespace Isonomia.Cases.Reading;

/// <summary>A piece of a case file with its position: the one tree that YAML and JSON are both read into.</summary>
internal abstract record CaseNode(int Line, int Column)
{
    /// <summary>What it is, in the words of a message.</summary>
    internal abstract string Noun { get; }

    /// <summary>Whether it is a scalar that says nothing: an empty value, <c>~</c> or <c>null</c>.</summary>
    internal bool IsEmpty => this is CaseScalar { Form: ScalarForm.Null };
}

/// <summary>Keys and their values, in file order, each key once.</summary>
internal sealed record CaseMap(int Line, int Column, ImmutableArray<CaseEntry> Entries) : CaseNode(Line, Column)
{
    internal override string Noun => "a map of keys";
}

/// <summary>One key of a map.</summary>
internal readonly record struct CaseEntry(string Key, int Line, int Column, CaseNode Value);

/// <summary>Items in order.</summary>
internal sealed record CaseList(int Line, int Column, ImmutableArray<CaseNode> Items) : CaseNode(Line, Column)
{
    internal override string Noun => "a list";
}

/// <summary>How a scalar is written: what it means depends on it, and on what the key takes.</summary>
internal enum ScalarForm
{
    /// <summary>A YAML scalar without quotes, whose kind the key decides.</summary>
    Plain,

    /// <summary>Text in quotes.</summary>
    Quoted,

    /// <summary>A JSON number, as written.</summary>
    Number,

    /// <summary>A JSON <c>true</c> or <c>false</c>.</summary>
    YesNo,

    /// <summary>Nothing.</summary>
    Null,
}

/// <summary>Text, a number, a date, yes or no, or nothing.</summary>
internal sealed record CaseScalar(int Line, int Column, string Text, ScalarForm Form) : CaseNode(Line, Column)
{
    internal override string Noun => Form == ScalarForm.Null ? "an empty value" : Words.Quote(Text);

    /// <summary>Whether it is that word of the case file (<c>unknown</c>, <c>silent</c>), with or without quotes.</summary>
    internal bool Says(string word) => Form is ScalarForm.Plain or ScalarForm.Quoted && string.Equals(Text, word, StringComparison.Ordinal);
}

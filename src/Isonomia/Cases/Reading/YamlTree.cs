using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Isonomia.Cases.Reading;

/// <summary>Reads YAML into the tree: maps, lists and scalars only; no anchors, aliases, tags or second document.</summary>
internal sealed class YamlTree
{
    private readonly Problems problems;
    private readonly IParser parser;
    private int nodes;
    private int lastLine = 1;
    private int lastColumn = 1;

    private YamlTree(string text, Problems problems)
    {
        this.problems = problems;
        parser = new Parser(new StringReader(text));
    }

    /// <summary>The tree, or nothing if there is a problem.</summary>
    internal static CaseNode? Read(string text, Problems problems)
    {
        var tree = new YamlTree(text, problems);
        try
        {
            return tree.Document();
        }
        catch (YamlException exception)
        {
            var (line, column) = PlaceOf(exception, text);
            problems.Add(line, column, "", $"not valid YAML: {Sentence(exception)}");
            return null;
        }
        catch (InvalidOperationException)
        {
            // The scanner's own slip on some broken plain scalars (YamlDotNet 16.3.0, ScanPlainScalar): not valid YAML either.
            problems.Add(tree.lastLine, tree.lastColumn, "", "not valid YAML: it cannot be parsed after this");
            return null;
        }
    }

    private static string Sentence(YamlException exception)
    {
        var message = exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
        return message.Length == 0 ? "it cannot be parsed" : char.ToLowerInvariant(message[0]) + message[1..];
    }

    /// <summary>Where the exception says; for a tab, where the tab is, because the scanner names the beginning of the file.</summary>
    private static (int Line, int Column) PlaceOf(YamlException exception, string text)
    {
        var (line, column) = (Math.Max(1, (int)exception.Start.Line), Math.Max(1, (int)exception.Start.Column));
        if (!exception.Message.Contains(" tab", StringComparison.Ordinal))
        {
            return (line, column);
        }

        var number = 0;
        foreach (var each in text.AsSpan().EnumerateLines())
        {
            number++;
            var indent = each[..^each.TrimStart().Length];
            if (number >= line && indent.Contains('\t') && indent.Length < each.Length)
            {
                return (number, indent.IndexOf('\t') + 1);
            }
        }

        return (line, column);
    }

    private CaseNode? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
        {
            problems.Add(1, 1, "", "the file is empty");
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = Node(1, "");
        if (root is null)
        {
            return null;
        }

        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            problems.Add((int)second.Start.Line, (int)second.Start.Column, "", "a second document begins; a case file holds one case");
            return null;
        }

        return root;
    }

    /// <summary>One node. Nothing is returned where reading cannot go on.</summary>
    private CaseNode? Node(int depth, string path)
    {
        parser.Accept<ParsingEvent>(out var here);
        var (line, column) = ((int)here!.Start.Line, (int)here.Start.Column);
        (lastLine, lastColumn) = (line, column);
        if (++nodes > TreeLimits.MostNodes)
        {
            problems.Add(line, column, path, TreeLimits.TooMany);
            return null;
        }

        if (here is AnchorAlias alias)
        {
            problems.Add(line, column, path, $"the alias *{alias.Value} is not allowed; write the value out");
            parser.MoveNext();
            return new CaseScalar(line, column, "", ScalarForm.Null);
        }

        if (here is not NodeEvent start)
        {
            problems.Add(line, column, path, "a value is expected here");
            return null;
        }

        if (!start.Anchor.IsEmpty)
        {
            problems.Add(line, column, path, $"the anchor &{start.Anchor} is not allowed; write each value out where it belongs");
        }

        if (!start.Tag.IsEmpty && !start.Tag.IsNonSpecific)
        {
            problems.Add(line, column, path, $"the tag {Words.Quote(start.Tag.Value)} is not allowed; the key decides what a value is");
        }

        if (start is not Scalar && depth > TreeLimits.Deepest)
        {
            problems.Add(line, column, path, TreeLimits.TooDeep);
            return null;
        }

        return start switch
        {
            Scalar => ReadScalar(line, column),
            SequenceStart => ReadList(line, column, depth, path),
            _ => ReadMap(line, column, depth, path),
        };
    }

    private CaseScalar ReadScalar(int line, int column)
    {
        var scalar = parser.Consume<Scalar>();
        var form =
            scalar.Style != ScalarStyle.Plain ? ScalarForm.Quoted
            : scalar.Value is "" or "~" or "null" or "Null" or "NULL" ? ScalarForm.Null
            : ScalarForm.Plain;
        return new CaseScalar(line, column, scalar.Value, form);
    }

    private CaseList? ReadList(int line, int column, int depth, string path)
    {
        parser.Consume<SequenceStart>();
        var items = ImmutableArray.CreateBuilder<CaseNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (Node(depth + 1, $"{path}[{items.Count}]") is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new CaseList(line, column, items.ToImmutable());
    }

    private CaseMap? ReadMap(int line, int column, int depth, string path)
    {
        parser.Consume<MappingStart>();
        var entries = ImmutableArray.CreateBuilder<CaseEntry>();
        var firstLines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (Node(depth + 1, path) is not { } keyNode)
            {
                return null;
            }

            if (keyNode is not CaseScalar { Text: var key })
            {
                problems.Add(keyNode, path, $"a key is a word, not {keyNode.Noun}");
                return null;
            }

            if (Node(depth + 1, CasePath.Join(path, key)) is not { } value)
            {
                return null;
            }

            if (value.IsEmpty)
            {
                // Nothing has no place of its own: the parser gives that of whatever follows.
                value = value with
                {
                    Line = keyNode.Line,
                    Column = keyNode.Column,
                };
            }

            if (firstLines.TryAdd(key, keyNode.Line))
            {
                entries.Add(new CaseEntry(key, keyNode.Line, keyNode.Column, value));
            }
            else
            {
                problems.Add(keyNode, CasePath.Join(path, key), TreeLimits.Twice(key, firstLines[key]));
            }
        }

        return new CaseMap(line, column, entries.ToImmutable());
    }
}

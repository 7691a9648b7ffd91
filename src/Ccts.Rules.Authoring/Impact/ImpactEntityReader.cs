using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Ccts.Sdk;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Impact;

/// <summary>
/// Reads entities one after the other from CSV or from JSON, one object in each line, distinguished by the first character. Both are
/// described in docs/impact.md. A bad row becomes problems and is left out; check <see cref="Problems"/> at the end.
/// </summary>
/// <remarks>Memory does not grow with the input. Not thread-safe; reads the text once and leaves it open.</remarks>
public sealed class ImpactEntityReader
{
    private readonly TextReader _text;
    private readonly string? _name;
    private readonly ProblemList _problems = new();

    /// <summary>Reads from a text.</summary>
    /// <param name="text">The text. A reader that throws at invalid bytes gives a problem; one that replaces them does not.</param>
    /// <param name="name">What messages call it, or null.</param>
    public ImpactEntityReader(TextReader text, string? name) => (_text, _name) = (Require.NotNull(text), name);

    /// <summary>Every problem found so far; at most 1,000 and a last one that counts the rest.</summary>
    public IReadOnlyList<Problem> Problems => _problems.ToList();

    /// <summary>Whether a row could not be read.</summary>
    public bool HasErrors => _problems.HasErrors;

    /// <summary>The entities, in the order of the input.</summary>
    public IEnumerable<ImpactEntity> Read()
    {
        var next = Guarded(Open);
        while (next is not null)
        {
            var row = Guarded(next);
            if (row is null)
            {
                yield break;
            }

            if (row.Entity is { } entity)
            {
                yield return entity;
            }
        }
    }

    private Func<EntityRow?>? Open()
    {
        if (_text.Peek() == '\uFEFF')
        {
            _ = _text.Read();
        }

        if (_text.Peek() == '{')
        {
            var lines = new ImpactLines(_text, _name, _problems);
            return lines.Next;
        }

        var table = CsvTable.OpenFound(_text, _name, _problems, ImpactRecords.Required, ImpactRecords.Optional);
        return table is null || _problems.HasErrors ? null : () => ImpactRecords.Next(table, _problems);
    }

    private T? Guarded<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException)
        {
            _problems.Error("text-encoding", new SourcePlace(_name, 0, 0, ""), "The input is not UTF-8 text.", "UTF-8", "Save it again with the encoding UTF-8.");
            return null;
        }
    }

    /// <summary>A row that was read; without an entity if it is bad.</summary>
    internal sealed record EntityRow(ImpactEntity? Entity);
}

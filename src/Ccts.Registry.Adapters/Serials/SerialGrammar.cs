using System;
using System.Collections.Generic;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>How one registry writes one variant of its serials, compiled from a grammar file.</summary>
/// <remarks>Immutable and thread-safe. Matching allocates nothing; grammar files are described in <c>docs/serial-grammars.md</c>.</remarks>
public sealed partial class SerialGrammar
{
    /// <summary>The most fields a grammar may have: the size of the buffer that <see cref="TryMatch"/> needs.</summary>
    public const int MaxFields = 24;

    private readonly FormElement[] _form;
    private readonly string[] _fieldNames;
    private readonly StraightForm? _straight;

    internal SerialGrammar(string id, string registry, FormElement[] form, string[] fieldNames)
    {
        Id = id;
        Registry = registry;
        _form = form;
        _straight = StraightForm.Of(form);
        _fieldNames = fieldNames;
        StartField = IndexOf("start");
        EndField = IndexOf("end");
        CountryField = IndexOf("country");
        VintageField = IndexOf("vintage");
        VintageStartField = IndexOf("vintageStart");
        VintageEndField = IndexOf("vintageEnd");
        ProjectFirst = ProjectLast = IndexOf("project");
    }

    /// <summary>The grammar's own id, e.g. <c>verra-13</c>.</summary>
    public string Id { get; }

    /// <summary>The registry's id, e.g. <c>verra</c>.</summary>
    public string Registry { get; }

    /// <summary>What a person calls it.</summary>
    public string Title { get; internal init; } = "";

    /// <summary>Where the form is known from.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>How well it is known.</summary>
    public GrammarStatus Status { get; internal init; }

    /// <summary>What one number stands for.</summary>
    public UnitOfAccount Unit { get; internal init; }

    /// <summary>The fields in the order they stand.</summary>
    public IReadOnlyList<string> Fields => _fieldNames;

    /// <summary>Whether the serial prints the first and last number of its block.</summary>
    public bool HasBlock => StartField >= 0;

    /// <summary>Ids of grammars that win where both match a text.</summary>
    public IReadOnlyList<string> YieldsTo { get; internal init; } = [];

    /// <summary>Example serials, stored with the grammar, that it must read.</summary>
    public IReadOnlyList<string> Examples { get; internal init; } = [];

    /// <summary>A scope written as <c>{field}-{field}</c>; null when it is the whole serial without its block.</summary>
    internal string? ScopeTemplate { get; init; }

    /// <summary>The registry whose project the serial names, where it is another than the serial's own; null where it is its own.</summary>
    internal string? ProjectOf { get; init; }

    /// <summary>Fields that the registry never zero-pads; a serial with all of them zero-padded is a template from documentation.</summary>
    internal int[] NeverPadded { get; init; } = [];

    /// <summary>Fields and the values that mark units promised for the future, which must not be retired.</summary>
    internal (int Field, string[] Values)[] ExAnte { get; init; } = [];

    /// <summary>A field whose values say from which registry the units were converted; -1 for none.</summary>
    internal (int Field, (string Value, string Registry)[] From) Conversion { get; init; } = (-1, []);

    internal FormElement[] Form => _form;

    internal string[] FieldNames => _fieldNames;

    internal int StartField { get; }

    internal int EndField { get; }

    internal int CountryField { get; }

    internal int VintageField { get; }

    internal int VintageStartField { get; }

    internal int VintageEndField { get; }

    internal int ProjectFirst { get; init; }

    internal int ProjectLast { get; init; }

    /// <summary>Reads a serial exactly as the registry writes it.</summary>
    /// <param name="text">The serial, without blanks around it.</param>
    /// <param name="fields">A buffer of at least <see cref="MaxFields"/> slices, e.g. on the stack; the match refers to it.</param>
    /// <param name="match">What was read, in terms of <paramref name="text"/> and <paramref name="fields"/>.</param>
    /// <returns>False when the text is not of this grammar, has an impossible date, or ends before it starts.</returns>
    public bool TryMatch(ReadOnlySpan<char> text, Span<FieldSlice> fields, out SerialMatch match)
    {
        if (fields.Length < _fieldNames.Length)
        {
            throw new ArgumentException($"The buffer holds {fields.Length} fields; {MaxFields} always suffice.", nameof(fields));
        }

        if (Matches(text, fields) && TryRange(text, fields, out var range))
        {
            match = new SerialMatch(this, text, fields, range);
            return true;
        }

        match = default;
        return false;
    }

    private bool Matches(ReadOnlySpan<char> text, Span<FieldSlice> fields) =>
        _straight is not null ? _straight.TryMatch(text, fields) : new FormMatcher(_form, text, fields, forgiving: false).Run();

    internal int IndexOf(string field) => Array.IndexOf(_fieldNames, field);

    internal bool TryRange(ReadOnlySpan<char> text, ReadOnlySpan<FieldSlice> fields, out BlockRange range)
    {
        range = default;
        if (StartField < 0)
        {
            return true;
        }

        if (!TryNumber(Slice(text, fields[StartField]), out var start) || !TryNumber(Slice(text, fields[EndField]), out var end) || end < start)
        {
            return false;
        }

        range = new BlockRange(start, end);
        return true;
    }

    /// <summary>Digits, in which the forgiving match may have accepted O for 0.</summary>
    internal static bool TryNumber(ReadOnlySpan<char> digits, out BlockNumber number) =>
        BlockNumber.TryParse(digits, out number)
        || (digits.IndexOfAny('O', 'o') >= 0 && BlockNumber.TryParse(digits.ToString().Replace('O', '0').Replace('o', '0'), out number));

    internal static ReadOnlySpan<char> Slice(ReadOnlySpan<char> text, FieldSlice field) => text.Slice(field.Start, field.Length);

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}

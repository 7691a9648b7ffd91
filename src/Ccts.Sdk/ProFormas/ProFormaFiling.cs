using System;
using System.Collections.Generic;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>A plant's entries in a pro-forma, for the baseline years and the current year.</summary>
/// <remarks>Immutable and thread-safe. Made by <see cref="ProFormaFilingReader"/>, so that every field belongs to the form.</remarks>
public sealed class ProFormaFiling
{
    private readonly CellValue?[]?[] _stated = new CellValue?[]?[ProForma.CellCount];
    private readonly IReadOnlyDictionary<int, SourcePlace> _places;
    private readonly IReadOnlyDictionary<int, SourcePlace> _cells;
    private readonly Dictionary<string, CellValue> _choices = new(StringComparer.Ordinal);

    internal ProFormaFiling(ProForma form, IReadOnlyDictionary<string, string> choices, IReadOnlyDictionary<int, CellValue> stated, IReadOnlyDictionary<int, SourcePlace> places, IReadOnlyDictionary<int, SourcePlace> cells)
    {
        (_places, _cells, Choices) = (places, cells, choices);
        foreach (var cell in stated)
        {
            (_stated[cell.Key % ProForma.CellCount] ??= new CellValue?[form.Fields.Count])[cell.Key / ProForma.CellCount] = cell.Value;
        }

        foreach (var choice in form.Choices)
        {
            var word = choices.TryGetValue(choice.Name, out var chosen) ? chosen : choice.Default;
            _choices[choice.Name] = word is null ? CellValue.Blank : ExactText.TryParse(word, out var number) ? CellValue.Of(number) : CellValue.Of(word);
        }

        Years = int.Parse(choices[form.YearsChoice], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Its name, for people.</summary>
    public required string Name { get; init; }

    /// <summary>Who files, or null when the filing does not say; then no target can be found.</summary>
    public ObligatedEntity? Entity { get; init; }

    /// <summary>The compliance year of the current column, or null when the filing does not say.</summary>
    public ComplianceYear? Year { get; init; }

    /// <summary>Key of a draft or superseded target row to use instead of one in force.</summary>
    public string? TargetRow { get; init; }

    /// <summary>The caller's own target or baseline for the plant, used instead of the ruleset's row; null for none.</summary>
    public OwnTarget? OwnTarget { get; internal set; }

    /// <summary>Says that the figures are invented; null for a real filing.</summary>
    public string? Illustrative { get; init; }

    /// <summary>Why figures that look like slips are correct; null for no reason. Without a reason, the gravest findings withhold the certificates. A reason that releases a finding names it and its field or figure: <c>clinker-balance Sb.A3@33: clinker was exported</c>; semicolons separate several.</summary>
    public string? WhyUnusual { get; init; }

    /// <summary>Its choices, by name.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; }

    /// <summary>How many years its baseline has, 1 to 3.</summary>
    public int Years { get; }

    /// <summary>Where it begins in its input.</summary>
    public SourcePlace Place { get; init; }

    /// <summary>The same filing with a target or a baseline of the caller's own; null for none.</summary>
    public ProFormaFiling With(OwnTarget? own)
    {
        var other = (ProFormaFiling)MemberwiseClone();
        other.OwnTarget = own;
        return other;
    }

    internal IReadOnlyList<ExpectedFigure> Expected { get; init; } = [];

    internal CellValue Stated(int field, ProFormaColumn column) => _stated[(int)column]?[field] ?? CellValue.Blank;

    internal CellValue ChoiceOf(string name) => _choices.TryGetValue(name, out var value) ? value : CellValue.Blank;

    internal SourcePlace PlaceOf(int field) => _places.TryGetValue(field, out var place) ? place : Place;

    /// <summary>The place of the figure of a column; of the field's first figure where that column has none.</summary>
    internal SourcePlace PlaceOf(int field, ProFormaColumn column) => _cells.TryGetValue((field * ProForma.CellCount) + (int)column, out var place) ? place : PlaceOf(field);

    /// <summary>Whether the field is stated at all, for any year.</summary>
    internal bool States(int field) => _places.ContainsKey(field);
}

namespace Ccts.Registry.Adapters.Exports;

/// <summary>A column that states how many of a row's units are in a state of their own, as ARB prints what each compliance period retired.</summary>
internal sealed record ExportPart(string Column, UnitState State, string? ConvertedTo);

namespace Ccts.Registry.Adapters.Exports;

/// <summary>A column that holds how many units of its row are in one state: a row with several of them is several rows.</summary>
/// <param name="Header">Its header; a <c>*</c> stands for any text, and then every such column counts.</param>
/// <param name="State">The state.</param>
internal sealed record PartColumn(string Header, UnitState State)
{
    /// <summary>A column of units that have left this state; they are subtracted.</summary>
    internal string? Less { get; init; }

    /// <summary>Whether it may say more than the other columns leave: what was set aside may since have been used.</summary>
    internal bool IsOfRest { get; init; }

    /// <summary>Whether the export is refused without it. If another column is missing, the rest of a row is in no known state.</summary>
    internal bool IsRequired { get; init; }

    /// <summary>For converted units: the programme they were converted to.</summary>
    internal string? ConvertedTo { get; init; }
}

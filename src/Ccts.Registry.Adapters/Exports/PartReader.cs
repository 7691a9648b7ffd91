using Ccts.Sdk.Formats.Json;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Reads one of the <c>parts</c> of a format file.</summary>
internal static class PartReader
{
    internal static PartColumn? Read(ObjectReader part)
    {
        var (column, state) = (part.Text("column"), part.Choice("state", UnitStateWords.All));
        var (less, ofRest, required, to) = (part.OptionalText("less"), part.OptionalFlag("ofRest"), part.OptionalFlag("required"), part.OptionalText("to"));
        if (column?.Trim().Length == 0)
        {
            part.Problems.Error("wrong-type", part.Node.Member("column")!.Place, "The header is empty.", "a header");
        }

        part.Done();
        return column is null || state is null ? null : new PartColumn(column, state.Value) { Less = less, IsOfRest = ofRest ?? false, IsRequired = required ?? false, ConvertedTo = to };
    }
}

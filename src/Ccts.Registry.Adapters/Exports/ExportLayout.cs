using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>A version of a download, recognised by headers that others lack.</summary>
/// <param name="Name">What it is called, e.g. "newer: times in GMT".</param>
/// <param name="Headers">The headers; none for the version that is left.</param>
internal sealed record ExportLayout(string Name, IReadOnlyList<string> Headers);

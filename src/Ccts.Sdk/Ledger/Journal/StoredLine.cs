using System.Runtime.InteropServices;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>A line as a store keeps it.</summary>
/// <param name="Number">0 for the header, else the position of its entry.</param>
/// <param name="Text">The line without its end.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StoredLine(long Number, string Text);

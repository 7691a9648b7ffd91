using System;
using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Rows of an export, one at a time, in any kind of file.</summary>
internal interface IRowSource : IDisposable
{
    /// <summary>The headers as they stand.</summary>
    IReadOnlyList<string> Headers { get; }

    /// <summary>The line on which the current row begins, from 1; for JSON the item's number.</summary>
    int Line { get; }

    /// <summary>How many cells the current row has.</summary>
    int Count { get; }

    /// <summary>Whether the current row has misplaced quotes.</summary>
    bool IsBad { get; }

    /// <summary>A cell of the current row; null if the row has none.</summary>
    string? this[int column] { get; }

    /// <summary>The next row, if there is one.</summary>
    /// <exception cref="Ccts.Sdk.Problems.CctsDataException">The rest cannot be divided into rows.</exception>
    bool Read();
}

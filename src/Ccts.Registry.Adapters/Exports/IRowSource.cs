using System;
using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Rows of an export, one at a time, whatever it was written as.</summary>
internal interface IRowSource : IDisposable
{
    /// <summary>The headers as they stand.</summary>
    IReadOnlyList<string> Headers { get; }

    /// <summary>The line on which the current row begins, from 1; of JSON the item's number.</summary>
    int Line { get; }

    /// <summary>How many cells the current row has.</summary>
    int Count { get; }

    /// <summary>Whether quotes stand where they should not in the current row.</summary>
    bool IsBad { get; }

    /// <summary>A cell of the current row; null where the row has none.</summary>
    string? this[int column] { get; }

    /// <summary>The next row, if there is one.</summary>
    /// <exception cref="Ccts.Sdk.Problems.CctsDataException">What follows cannot be told apart into rows.</exception>
    bool Read();
}

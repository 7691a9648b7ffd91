using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Cloud;

/// <summary>What exports say of the usage of one service in one region and hour, by one account or resource where they name it.</summary>
internal sealed class SharedUsage(string file, SourcePlace place)
{
    private decimal _used;
    private decimal _again;
    private bool _differs;
    private bool _sharesItems;

    /// <summary>The export that it is counted of.</summary>
    internal string File => file;

    /// <summary>Another export that has it as well; null where none has.</summary>
    internal string? Other { get; private set; }

    /// <summary>Where the other export has it.</summary>
    internal SourcePlace Again { get; private set; } = place;

    /// <summary>Whether all of them say the same of it.</summary>
    internal bool IsSame => !_differs && _used == _again && _sharesItems;

    /// <summary>Whether another export has it under other numbers of line items alone: as a part of one delivery has, or a delivery that was issued again.</summary>
    internal bool IsOfOtherItems => !_sharesItems;

    /// <summary>Whether the row counts: it is of the export that the usage is counted of.</summary>
    /// <param name="of">The export of the row.</param>
    /// <param name="used">The electricity.</param>
    /// <param name="at">Where the row stands.</param>
    /// <param name="isSameItem">Whether the counted export has this line item, or nothing numbers line items.</param>
    internal bool Add(string of, decimal used, SourcePlace at, bool isSameItem)
    {
        if (of == file)
        {
            _used += used;
            return true;
        }

        if (Other != of)
        {
            // A third export is held against the first as well.
            _differs |= Other is not null && _used != _again;
            (Other, _again, Again) = (of, 0m, at);
        }

        _sharesItems |= isSameItem;
        _again += used;
        return false;
    }
}

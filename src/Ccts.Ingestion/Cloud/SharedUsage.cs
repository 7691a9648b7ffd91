using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Cloud;

/// <summary>Usage of one service in one region and hour as exports report it, by account or resource where they name it.</summary>
internal sealed class SharedUsage(string file, SourcePlace place)
{
    private decimal _used;
    private decimal _again;
    private bool _differs;
    private bool _sharesItems;

    /// <summary>The export whose usage is counted.</summary>
    internal string File => file;

    /// <summary>Another export that has it as well; null where none has.</summary>
    internal string? Other { get; private set; }

    /// <summary>The place in the other export.</summary>
    internal SourcePlace Again { get; private set; } = place;

    /// <summary>Whether all exports agree on it.</summary>
    internal bool IsSame => !_differs && _used == _again && _sharesItems;

    /// <summary>Whether another export has it only under other line-item numbers: a part of the same delivery, or a delivery issued again.</summary>
    internal bool IsOfOtherItems => !_sharesItems;

    /// <summary>Whether the row counts: it is from the export whose usage is counted.</summary>
    /// <param name="of">The export of the row.</param>
    /// <param name="used">The electricity.</param>
    /// <param name="at">The row's place.</param>
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

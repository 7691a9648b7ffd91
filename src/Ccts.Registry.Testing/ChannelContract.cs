using System.Collections.Generic;
using System.Linq;

namespace Ccts.Registry.Testing;

/// <summary>The contract of a channel. A channel that passes may be given to an <c>OutboxDispatcher</c>.</summary>
public static class ChannelContract
{
    /// <summary>The cases, independent of each other, in any order.</summary>
    public static IReadOnlyList<ChannelCase> Cases { get; } = SendingCases.All.Concat(AskingCases.All).Concat(ReadingCases.All).ToList();
}

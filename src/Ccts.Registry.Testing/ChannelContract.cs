using System.Collections.Generic;
using System.Linq;

namespace Ccts.Registry.Testing;

/// <summary>Everything a channel must do. One that passes may be given to an <c>OutboxDispatcher</c>.</summary>
public static class ChannelContract
{
    /// <summary>The cases, each to be run by itself, in any order.</summary>
    public static IReadOnlyList<ChannelCase> Cases { get; } = SendingCases.All.Concat(AskingCases.All).Concat(ReadingCases.All).ToList();
}

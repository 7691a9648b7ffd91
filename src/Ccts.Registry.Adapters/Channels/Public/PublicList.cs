using System;
using System.Net.Http;
using System.Text.Json;
using Ccts.Registry.Adapters.Channels.Http;

namespace Ccts.Registry.Adapters.Channels.Public;

/// <summary>One list of a registry's public search: how to ask for its pages, and where an answer has its rows and their total.</summary>
/// <param name="Name">Its name in messages and as the file of its rows.</param>
/// <param name="Id">The member of a row that no other row shares.</param>
/// <param name="Request">The request for a page: its number from 1 on, and how many rows came before it.</param>
/// <param name="Page">The rows of an answer and how many there are in all; null if it is not a page.</param>
internal sealed record PublicList(string Name, string Id, Func<int, long, HttpRequestMessage> Request, Func<HttpReply, (JsonElement Rows, long Total)?> Page)
{
    /// <summary>The export format of its rows; null to recognise it from the rows.</summary>
    internal string? Format { get; init; }

    /// <summary>What a page is, for people.</summary>
    internal required string Expected { get; init; }

    /// <summary>The meaning of an empty list; null if that is a valid answer.</summary>
    internal string? Nothing { get; init; }

    /// <summary>Rows of a page, as they are asked for.</summary>
    internal required int PageSize { get; init; }

    /// <summary>The last row that the search gives; null without such a limit.</summary>
    internal long? Window { get; init; }

    /// <summary>Whether the next page would exceed this limit.</summary>
    internal bool EndsAt(long count) => count + PageSize > Window;
}

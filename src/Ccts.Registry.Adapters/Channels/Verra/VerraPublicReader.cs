using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Public;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk;

namespace Ccts.Registry.Adapters.Channels.Verra;

/// <summary>
/// Reads a list of Verra's public search. Off unless the host states who permitted it (<see cref="PublicAccess"/>): the search is undocumented, and its terms are not
/// known. It shows no accounts. Inferred from answers, not documented: traits <c>verra-public</c>.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class VerraPublicReader : IDisposable
{
    // What lies behind is never given.
    private const int Window = 10_000;

    private readonly PublicPages _pages;
    private readonly VerraPublicSearch _search;
    private readonly Uri _address;

    /// <summary>A reader.</summary>
    /// <param name="access">Who permitted it, and whom the registry can ask.</param>
    /// <param name="search">Its address and request. TLS is required except on loopback.</param>
    /// <param name="handler">What sends requests; it must follow no redirects. Null to create one.</param>
    /// <param name="time">The clock for its pace; null for the system's.</param>
    /// <exception cref="ArgumentException">What is stated of the search cannot be used, the address is not https, or the handler follows redirects.</exception>
    public VerraPublicReader(PublicAccess access, VerraPublicSearch search, HttpMessageHandler? handler = null, TimeProvider? time = null)
    {
        _search = Require.NotNull(search).Fault() is { } fault ? throw new ArgumentException(fault, nameof(search)) : search;
        _address = HttpAccess.Safe(search.Address, nameof(search));
        _pages = new PublicPages(Require.NotNull(access), handler, time);
    }

    /// <summary>What is known of the search, and from where.</summary>
    public static RegistryTraits Traits { get; } = RegistryTraitsReader.Shipped("verra-public");

    /// <summary>Reads the list. What does not add up, and rows beyond the 10,000th, give a row with a problem.</summary>
    public IAsyncEnumerable<ExportRow> ReadAsync(CancellationToken cancellationToken = default) =>
        _pages.ReadAsync(new PublicList("verra/public", "entityId", (_, before) => Request(before), Page)
        {
            PageSize = _search.Limit, Window = Window, Expected = "an object with a list and its total",
            Nothing = "The search answers with nothing at all, as it does when the header standardid is wrong.",
        }, cancellationToken);

    /// <summary>Closes its own connections.</summary>
    public void Dispose() => _pages.Dispose();

    private HttpRequestMessage Request(long start)
    {
        var body = _search.Body.Replace("{start}", start.ToString(CultureInfo.InvariantCulture)).Replace("{limit}", _search.Limit.ToString(CultureInfo.InvariantCulture));
        var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var header in _search.Headers)
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return request;
    }

    private (JsonElement Rows, long Total)? Page(HttpReply reply) =>
        reply is { Body: { ValueKind: JsonValueKind.Object } body } && body.TryGetProperty(_search.TotalMember, out var found) && found.ValueKind == JsonValueKind.Number
        && found.TryGetInt64(out var total) && List(body) is { } rows ? (rows, total) : null;

    // The one list that the answer has.
    private static JsonElement? List(JsonElement body)
    {
        var lists = body.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Array).ToList();
        return lists.Count == 1 ? lists[0].Value : null;
    }
}

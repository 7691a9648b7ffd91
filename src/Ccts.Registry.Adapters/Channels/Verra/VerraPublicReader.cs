using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Threading;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Public;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk;

namespace Ccts.Registry.Adapters.Channels.Verra;

/// <summary>
/// Reads a list of Verra's public search. Off unless the host states who permitted it (<see cref="PublicAccess"/>): the search is undocumented and its terms are not
/// known. It shows no accounts. Seen in answers, documented by nobody: traits <c>verra-public</c>.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class VerraPublicReader : IDisposable
{
    // What lies behind is never given.
    private const int Window = 10_000;
    private const string File = "verra/public";

    private readonly PublicPages _pages;
    private readonly VerraPublicSearch _search;
    private readonly Uri _address;

    /// <summary>A reader.</summary>
    /// <param name="access">Who permitted it, and whom the registry can ask.</param>
    /// <param name="search">Where and how it is asked. TLS is demanded except on this machine itself.</param>
    /// <param name="handler">What sends requests; it follows no redirects. Null for one of its own.</param>
    /// <param name="time">The clock of its pace; null for the system's.</param>
    /// <exception cref="ArgumentException">What is stated of the search cannot be used, the address is not https, or the handler follows redirects.</exception>
    public VerraPublicReader(PublicAccess access, VerraPublicSearch search, HttpMessageHandler? handler = null, TimeProvider? time = null)
    {
        _search = Require.NotNull(search).Fault() is { } fault ? throw new ArgumentException(fault, nameof(search)) : search;
        _address = HttpAccess.Safe(search.Address, "tokenAddress");
        _pages = new PublicPages(Require.NotNull(access), handler, time);
    }

    /// <summary>What is known of the search, and from where.</summary>
    public static RegistryTraits Traits { get; } = RegistryTraitsReader.Shipped("verra-public");

    /// <summary>Reads the list. What does not add up, and what lies behind the 10,000th row, is a row with a problem.</summary>
    public async IAsyncEnumerable<ExportRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (seen, count) = (new HashSet<string>(StringComparer.Ordinal), 0);
        while (true)
        {
            using var request = Request(count);
            var reply = await _pages.AskAsync(request, cancellationToken).ConfigureAwait(false);
            if (reply is not { IsSuccess: true, Body: { ValueKind: JsonValueKind.Object } body } || !TryTotal(body, out var total) || List(body) is not { } rows)
            {
                yield return PublicPages.Problem("page-unreadable", $"The page from row {count} on cannot be read: {(reply.Reason.Length == 0 ? $"status {reply.Status}" : reply.Reason)}.", "an object with a list and its total", File);
                yield break;
            }

            if (total == 0)
            {
                yield return PublicPages.Problem("nothing-came", "The search answers with nothing at all, as it does when the header standardid is wrong.", "rows", File);
                yield break;
            }

            if (rows.EnumerateArray().Any(r => r.ValueKind != JsonValueKind.Object || !r.TryGetProperty("entityId", out var id) || !seen.Add(id.GetRawText())))
            {
                yield return PublicPages.Problem("row-repeated", $"Behind row {count} a row came twice or has no entityId: the order of pages is not stable.", "every entityId once", File);
                yield break;
            }

            foreach (var row in rows.GetArrayLength() == 0 ? [] : PublicPages.Rows(rows, $"{File} from row {count}", null))
            {
                yield return row;
            }

            count += rows.GetArrayLength();
            if (rows.GetArrayLength() == 0 || count >= total)
            {
                if (count != total)
                {
                    yield return PublicPages.Problem("total-differs", $"The search states {total} rows, and gave {count}.", "as many as stated", File);
                }

                yield break;
            }

            if (count + _search.Limit > Window)
            {
                yield return PublicPages.Problem("window-ends", $"The search has {total} rows and gives no more than {Window}.", "a search that finds fewer", File);
                yield break;
            }
        }
    }

    /// <summary>Ends its connections, where they are its own.</summary>
    public void Dispose() => _pages.Dispose();

    private HttpRequestMessage Request(int start)
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

    private bool TryTotal(JsonElement body, out long total)
    {
        total = 0;
        return body.TryGetProperty(_search.TotalMember, out var found) && found.ValueKind == JsonValueKind.Number && found.TryGetInt64(out total);
    }

    // The one list that the answer has.
    private static JsonElement? List(JsonElement body)
    {
        var lists = body.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Array).ToList();
        return lists.Count == 1 ? lists[0].Value : null;
    }
}

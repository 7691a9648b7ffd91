using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Public;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk;

namespace Ccts.Registry.Adapters.Channels.GoldStandard;

/// <summary>
/// Reads the credits that Gold Standard's public interface lists. Off unless the host states who permitted it (<see cref="PublicAccess"/>): the terms of its web site
/// forbid automated download. It shows the state of now, no account and no event. Seen in answers, documented by nobody: traits <c>gold-standard</c>.
/// </summary>
/// <remarks>Thread-safe. It turns requests without a browser's name away at times; this one keeps its own, and then the answer is no.</remarks>
public sealed class GoldStandardPublicReader : IDisposable
{
    // More gives 403.
    private const int PageSize = 25;
    private const string File = "gold-standard/credits";

    private readonly PublicPages _pages;
    private readonly Uri _address;

    /// <summary>A reader.</summary>
    /// <param name="access">Who permitted it, and whom the registry can ask.</param>
    /// <param name="address">Another address than <c>https://public-api.goldstandard.org/</c>, or null. TLS is demanded except on this machine itself.</param>
    /// <param name="handler">What sends requests; it follows no redirects. Null for one of its own.</param>
    /// <param name="time">The clock of its pace; null for the system's.</param>
    /// <exception cref="ArgumentException">A figure is out of its range, the address is not https, or the handler follows redirects.</exception>
    public GoldStandardPublicReader(PublicAccess access, Uri? address = null, HttpMessageHandler? handler = null, TimeProvider? time = null)
    {
        _address = HttpAccess.Safe(address ?? new Uri("https://public-api.goldstandard.org/"), nameof(address));
        _pages = new PublicPages(Require.NotNull(access), handler, time);
    }

    /// <summary>What is known of the interface, and from where.</summary>
    public static RegistryTraits Traits { get; } = RegistryTraitsReader.Shipped("gold-standard");

    /// <summary>Reads every credit block, newest first. What does not add up is a row with a problem.</summary>
    /// <param name="retiredAlone">Only what was retired.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<ExportRow> ReadCreditsAsync(bool retiredAlone = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (seen, count) = (new HashSet<string>(StringComparer.Ordinal), 0L);
        for (var page = 1; page <= _pages.MostPages; page++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_address, $"credits?page={page}&size={PageSize}" + (retiredAlone ? "&issuances=false" : "")));
            var reply = await _pages.AskAsync(request, cancellationToken).ConfigureAwait(false);
            if (reply is not { IsSuccess: true, Body: { ValueKind: JsonValueKind.Array } rows, Total: { } total })
            {
                yield return PublicPages.Problem("page-unreadable", $"Page {page} cannot be read: {(reply.Reason.Length == 0 ? $"status {reply.Status}" : reply.Reason)}.", "a list, and its total in X-Total-Count", File);
                yield break;
            }

            if (rows.EnumerateArray().Any(r => r.ValueKind != JsonValueKind.Object || !r.TryGetProperty("id", out var id) || !seen.Add(id.GetRawText())))
            {
                yield return PublicPages.Problem("row-repeated", $"On page {page} a block came twice or has no id: pages overlap, because something was issued meanwhile or the page was passed over.", "every id once", File);
                yield break;
            }

            foreach (var row in rows.GetArrayLength() == 0 ? [] : PublicPages.Rows(rows, $"{File} page {page}", "gold-standard-credits-json"))
            {
                yield return row;
            }

            count += rows.GetArrayLength();
            if (rows.GetArrayLength() < PageSize || count >= total)
            {
                if (count != total)
                {
                    yield return PublicPages.Problem("total-differs", $"The registry states {total} blocks, and gave {count}.", "as many as stated", File);
                }

                yield break;
            }
        }

        yield return PublicPages.Problem("too-many-pages", $"After {_pages.MostPages} pages the registry still gives more.", "an end", File);
    }

    /// <summary>Ends its connections, where they are its own.</summary>
    public void Dispose() => _pages.Dispose();
}

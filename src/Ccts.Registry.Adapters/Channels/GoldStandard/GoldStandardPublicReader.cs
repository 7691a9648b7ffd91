using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Public;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk;

namespace Ccts.Registry.Adapters.Channels.GoldStandard;

/// <summary>
/// Reads the credits that Gold Standard's public interface lists. Off unless the host states who permitted it (<see cref="PublicAccess"/>): the terms of its web site
/// forbid automated download. It shows the present state, no account and no event. Inferred from answers, not documented: traits <c>gold-standard</c>.
/// </summary>
/// <remarks>Thread-safe. The registry sometimes refuses requests without a browser's name; this reader keeps its own name and accepts the refusal.</remarks>
public sealed class GoldStandardPublicReader : IDisposable
{
    // More gives 403.
    private const int PageSize = 25;

    private readonly PublicPages _pages;
    private readonly Uri _address;

    /// <summary>A reader.</summary>
    /// <param name="access">Who permitted it, and whom the registry can ask.</param>
    /// <param name="address">Another address than <c>https://public-api.goldstandard.org/</c>, or null. TLS is required except on loopback.</param>
    /// <param name="handler">What sends requests; it must follow no redirects. Null to create one.</param>
    /// <param name="time">The clock for its pace; null for the system's.</param>
    /// <exception cref="ArgumentException">A figure is out of its range, the address is not https, or the handler follows redirects.</exception>
    public GoldStandardPublicReader(PublicAccess access, Uri? address = null, HttpMessageHandler? handler = null, TimeProvider? time = null)
    {
        _address = HttpAccess.Folder(address ?? new Uri("https://public-api.goldstandard.org/"), nameof(address));
        _pages = new PublicPages(Require.NotNull(access), handler, time);
    }

    /// <summary>What is known about the interface, with its source.</summary>
    public static RegistryTraits Traits { get; } = RegistryTraitsReader.Shipped("gold-standard");

    /// <summary>Reads every credit block, newest first. What does not add up is a row with a problem.</summary>
    /// <param name="retiredAlone">Only what was retired.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<ExportRow> ReadCreditsAsync(bool retiredAlone = false, CancellationToken cancellationToken = default) =>
        _pages.ReadAsync(new PublicList("gold-standard/credits", "id", (page, _) => Request(page, retiredAlone), Page)
        {
            Format = "gold-standard-credits-json", PageSize = PageSize, Expected = "a list, and its total in X-Total-Count",
        }, cancellationToken);

    /// <summary>Closes its own connections.</summary>
    public void Dispose() => _pages.Dispose();

    private HttpRequestMessage Request(int page, bool retiredAlone) =>
        new(HttpMethod.Get, new Uri(_address, $"credits?page={page}&size={PageSize}" + (retiredAlone ? "&issuances=false" : "")));

    private static (JsonElement Rows, long Total)? Page(HttpReply reply) => reply is { Body: { ValueKind: JsonValueKind.Array } rows, Total: { } total } ? (rows, total) : null;
}

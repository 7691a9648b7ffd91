using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;

namespace Ccts.Registry.Adapters.Channels.Http;

/// <summary>The body of a request that leaves while its attempt may leave, or not at all. Without its body no registry acts on a request.</summary>
internal sealed class PromptContent : HttpContent
{
    private readonly byte[] _json;
    private readonly Departure? _departure = Departure.Current;

    internal PromptContent(byte[] json)
    {
        _json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>Whether it was held back; then certainly nothing has left.</summary>
    internal bool IsHeldBack { get; private set; }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        if (_departure is { IsOver: true })
        {
            IsHeldBack = true;
            throw new IOException("The attempt may not leave any more.");
        }

        return stream.WriteAsync(_json, 0, _json.Length);
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}

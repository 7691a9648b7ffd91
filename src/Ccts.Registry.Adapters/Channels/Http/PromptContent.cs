using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace Ccts.Registry.Adapters.Channels.Http;

/// <summary>The body of a request, which leaves only while its attempt may leave. No registry acts on a request without its body.</summary>
internal sealed class PromptContent : HttpContent
{
    private const int Here = 0;
    private const int Left = 1;
    private const int Held = 2;

    private readonly byte[] _json;
    private readonly SendWindow? _window = SendWindow.Current;
    private int _where;

    internal PromptContent(byte[] json)
    {
        _json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>Whether it was read after its attempt was no longer allowed to leave.</summary>
    internal bool IsLate { get; private set; }

    /// <summary>Blocks it for good: later readers get nothing. False if it may have left before, even if only into a buffer of the host's own handlers.</summary>
    internal bool HoldBack() => Interlocked.CompareExchange(ref _where, Held, Here) != Left;

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        IsLate = _window is { IsOver: true };
        return IsLate || Interlocked.CompareExchange(ref _where, Left, Here) == Held
            ? throw new IOException("The attempt may not leave any more.")
            : stream.WriteAsync(_json, 0, _json.Length);
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}

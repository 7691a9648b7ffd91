using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Channels.Public;

/// <summary>Asks a public search page by page, at a pace, and reads its rows by an export format.</summary>
/// <remarks>Thread-safe; callers that come together share the pace.</remarks>
internal sealed class PublicPages : IDisposable
{
    private static readonly ExportReader Reader = new();

    private readonly PublicAccess _access;
    private readonly JsonTransport _transport;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _last;
    private bool _hasAsked;

    internal PublicPages(PublicAccess access, HttpMessageHandler? handler, TimeProvider? time)
    {
        _access = access.Fault() is { } fault ? throw new ArgumentException(fault, nameof(access)) : access;
        _transport = new JsonTransport(handler, access.MostBytes, access.Timeout, $"{JsonTransport.OwnName} ({access.Contact})", takesLists: true);
        _time = time ?? TimeProvider.System;
    }

    internal int MostPages => _access.MostPages;

    public void Dispose()
    {
        _turn.Dispose();
        _transport.Dispose();
    }

    /// <summary>Sends one request when it is time.</summary>
    internal async Task<HttpReply> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_hasAsked && _access.Every - _time.GetElapsedTime(_last) is var left && left > TimeSpan.Zero)
            {
                await RestAsync(left, cancellationToken).ConfigureAwait(false);
            }

            (_hasAsked, _last) = (true, _time.GetTimestamp());
            return await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The rows of a page, or what of it cannot be read.</summary>
    internal static IReadOnlyList<ExportRow> Rows(JsonElement page, string file, string? format)
    {
        try
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(page.GetRawText()));
            return [.. Reader.Read(stream, file, format)];
        }
        catch (CctsDataException bad)
        {
            return [Problem("page-unreadable", bad.Problems[0].Message, "rows of the registry's list", file)];
        }
    }

    internal static ExportRow Problem(string code, string message, string expected, string file) =>
        new(null, new Problem(code, Severity.Error, message, new SourcePlace(file, 0, 0, "")) { Expected = expected });

    private async Task RestAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (_time.CreateTimer(static o => ((TaskCompletionSource<bool>)o!).TrySetResult(true), over, length, Timeout.InfiniteTimeSpan))
        using (cancellationToken.Register(static o => ((TaskCompletionSource<bool>)o!).TrySetResult(true), over))
        {
            await over.Task.ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}

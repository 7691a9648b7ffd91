using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Registry.Adapters.Channels.Public;

/// <summary>Reads a public search page by page, at a limited pace, by an export format.</summary>
/// <remarks>Thread-safe; simultaneous callers share the pace.</remarks>
internal sealed class PublicPages : IDisposable
{
    private static readonly ExportReader Reader = new();

    private readonly PublicAccess _access;
    private readonly JsonTransport _transport;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _last;
    private bool _hasAsked;
    private TimeSpan _leaveAlone;

    internal PublicPages(PublicAccess access, HttpMessageHandler? handler, TimeProvider? time)
    {
        _access = access.Fault() is { } fault ? throw new ArgumentException(fault, nameof(access)) : access;
        _transport = new JsonTransport(handler, access.MostBytes, access.Timeout, $"{JsonTransport.OwnName} ({access.Contact})", takesLists: true);
        _time = time ?? TimeProvider.System;
    }

    public void Dispose()
    {
        _turn.Dispose();
        _transport.Dispose();
    }

    /// <summary>Reads a list to its end. Whatever does not add up is reported by a last row with a problem.</summary>
    internal async IAsyncEnumerable<ExportRow> ReadAsync(PublicList list, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (seen, count) = (new HashSet<string>(StringComparer.Ordinal), 0L);
        for (var number = 1; number <= _access.MostPages; number++)
        {
            using var request = list.Request(number, count);
            var reply = await AskAsync(request, cancellationToken).ConfigureAwait(false);
            if (!reply.IsSuccess || list.Page(reply) is not { } page)
            {
                var why = reply.Reason.Length == 0 ? $"status {reply.Status}" : reply.Reason;
                yield return Problem("page-unreadable", $"The page behind row {count} cannot be read: {why}.", list.Expected, list.Name);
                yield break;
            }

            // Beside its list, which is the only one that the answer has.
            if (reply.Body is { ValueKind: JsonValueKind.Object } body && AnswerFaults.Find(body, [.. body.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Array).Select(m => m.Name)]) is { } error)
            {
                yield return Problem("page-unreadable", $"The page behind row {count} cannot be relied on. {error}", list.Expected, list.Name);
                yield break;
            }

            if (Fault(list, page.Rows, page.Total, count, seen) is { } fault)
            {
                yield return fault;
                yield break;
            }

            foreach (var row in page.Rows.GetArrayLength() == 0 ? [] : Rows(page.Rows, $"{list.Name} behind row {count}", list.Format))
            {
                yield return row;
            }

            count += page.Rows.GetArrayLength();
            if (page.Rows.GetArrayLength() == 0 || count >= page.Total || list.EndsAt(count))
            {
                foreach (var problem in End(list, count, page.Total))
                {
                    yield return problem;
                }

                yield break;
            }
        }

        yield return Problem("too-many-pages", $"After {_access.MostPages} pages the registry still gives more.", "an end", list.Name);
    }

    // Why a page does not belong to this list, or null.
    private static ExportRow? Fault(PublicList list, JsonElement rows, long total, long count, HashSet<string> seen) =>
        total == 0 && list.Nothing is { } nothing ? Problem("nothing-came", nothing, "rows", list.Name)
        : rows.EnumerateArray().Any(r => r.ValueKind != JsonValueKind.Object || !r.TryGetProperty(list.Id, out var id) || !seen.Add(id.GetRawText()))
            ? Problem("row-repeated", $"Behind row {count} a row came twice or has no \"{list.Id}\": pages overlap, or something changed meanwhile.", $"every \"{list.Id}\" once", list.Name)
        : null;

    private static IEnumerable<ExportRow> End(PublicList list, long count, long total) =>
        count == total ? []
        : list.EndsAt(count) && count < total ? [Problem("window-ends", $"The search has {total} rows and gives no more than {list.Window}.", "a search that finds fewer", list.Name)]
        : [Problem("total-differs", $"The registry states {total} rows, and gave {count}.", "as many as stated", list.Name)];

    // Sends one request when it is time.
    private async Task<HttpReply> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var left = !_hasAsked ? TimeSpan.Zero : (_leaveAlone > _access.Every ? _leaveAlone : _access.Every) - _time.GetElapsedTime(_last);
            if (_leaveAlone > _access.Every && left > _access.Timeout)
            {
                return HttpReply.NotSent("left-alone", $"the registry asks to be left alone for another {left.TotalMinutes:0.#} minutes");
            }

            if (left > TimeSpan.Zero)
            {
                await _time.RestAsync(Duration.FromTimeSpan(left), cancellationToken).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
            }

            (_hasAsked, _last) = (true, _time.GetTimestamp());
            var reply = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            _leaveAlone = LeftAlone.Within(reply.After)?.ToTimeSpan() ?? TimeSpan.Zero;
            return reply;
        }
        finally
        {
            _turn.Release();
        }
    }

    // The rows of a page, or what cannot be read.
    private static IReadOnlyList<ExportRow> Rows(JsonElement page, string file, string? format)
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

    private static ExportRow Problem(string code, string message, string expected, string file) =>
        new(null, new Problem(code, Severity.Error, message, new SourcePlace(file, 0, 0, "")) { Expected = expected });
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Sdk;

namespace Ccts.Registry.Adapters.Channels.Webhooks;

/// <summary>The verdict on a notification.</summary>
public enum WebhookVerdict
{
    /// <summary>Signed with the secret, fresh, and received for the first time: ask the registry.</summary>
    Accepted,

    /// <summary>It came before. Answer it as if it were accepted; nothing is to be done.</summary>
    Repeated,

    /// <summary>Its id, its time or its signature is missing or cannot be read.</summary>
    Malformed,

    /// <summary>Its body is larger than is taken.</summary>
    TooLarge,

    /// <summary>It is older or newer than is tolerated.</summary>
    OutOfTime,

    /// <summary>No signature on it is by a secret of the host.</summary>
    Forged,
}

/// <summary>Where the ids of notifications are kept, so that each counts once.</summary>
/// <remarks>Implementations are thread-safe. Ids older than twice the tolerance may be forgotten: a repeat of them is out of time.</remarks>
public interface IWebhookInbox
{
    /// <summary>Keeps an id; false when it was there.</summary>
    Task<bool> AddAsync(string id, DateTimeOffset at, CancellationToken cancellationToken = default);
}

/// <summary>
/// Takes a registry's notifications in: HMAC-SHA256 over id, timestamp and raw body, as Standard Webhooks writes it. A notification only
/// wakes a question (<c>OutboxDispatcher.Wake</c>); it never changes a state, so that a forged, late, doubled or lost one does no harm.
/// </summary>
/// <remarks>Thread-safe. No registry that this package knows documents notifications; this is for the day one does.</remarks>
public sealed class WebhookReceiver
{
    /// <summary>The most bytes of a body that are taken: 64 KiB.</summary>
    public const int MostBytes = 64 * 1024;

    private const int LongestId = 256;
    private const int MostSignatures = 16;

    private readonly byte[][] _secrets;
    private readonly IWebhookInbox _inbox;
    private readonly TimeProvider _time;
    private readonly TimeSpan _tolerance;

    /// <summary>A receiver.</summary>
    /// <param name="secrets">The secrets in force, from the host's configuration; two while one is being replaced. At least 24 bytes each.</param>
    /// <param name="inbox">Where ids are kept.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="tolerance">How far its time may be off; null for five minutes.</param>
    /// <exception cref="ArgumentException">There is no secret, or one is too short to be one.</exception>
    public WebhookReceiver(IEnumerable<byte[]> secrets, IWebhookInbox inbox, TimeProvider? time = null, TimeSpan? tolerance = null)
    {
        _secrets = [.. Require.NotNull(secrets).Select(s => (byte[])s.Clone())];
        if (_secrets.Length == 0 || _secrets.Any(s => s.Length < 24))
        {
            throw new ArgumentException("A receiver has a secret of at least 24 bytes.", nameof(secrets));
        }

        _inbox = Require.NotNull(inbox);
        _time = time ?? TimeProvider.System;
        _tolerance = tolerance ?? TimeSpan.FromMinutes(5);
    }

    /// <summary>Judges one notification.</summary>
    /// <param name="id">The header <c>webhook-id</c>.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>: seconds since 1970.</param>
    /// <param name="signatures">The header <c>webhook-signature</c>: <c>v1,</c> and base64, more than one separated by spaces.</param>
    /// <param name="body">The body, byte for byte as it came.</param>
    /// <param name="cancellationToken">Ends the waiting for the inbox.</param>
    public async Task<WebhookVerdict> ReceiveAsync(string? id, string? timestamp, string? signatures, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
    {
        if (body.Length > MostBytes)
        {
            return WebhookVerdict.TooLarge;
        }

        if (!IsId(id) || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253_402_300_799 || string.IsNullOrEmpty(signatures))
        {
            return WebhookVerdict.Malformed;
        }

        // The signature first: who cannot sign learns nothing of clocks and ids.
        if (!IsSigned(id!, timestamp!, signatures!, body))
        {
            return WebhookVerdict.Forged;
        }

        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return (_time.GetUtcNow() - at).Duration() > _tolerance ? WebhookVerdict.OutOfTime
            : await _inbox.AddAsync(id!, at, cancellationToken).ConfigureAwait(false) ? WebhookVerdict.Accepted : WebhookVerdict.Repeated;
    }

    private bool IsSigned(string id, string timestamp, string signatures, ReadOnlyMemory<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(id + "." + timestamp + ".");
        var signed = new byte[head.Length + body.Length];
        head.CopyTo(signed, 0);
        body.Span.CopyTo(signed.AsSpan(head.Length));
        var given = signatures.Split(' ').Take(MostSignatures).Where(s => s.StartsWith("v1,", StringComparison.Ordinal)).Select(s => Decoded(s.Substring(3))).ToList();
        var isSigned = false;
        foreach (var secret in _secrets)
        {
            using var hmac = new HMACSHA256(secret);
            var expected = hmac.ComputeHash(signed);
            foreach (var signature in given)
            {
                // All are compared, whatever the first says.
                isSigned |= AreEqual(expected, signature);
            }
        }

        return isSigned;
    }

    private static bool AreEqual(byte[] expected, byte[] given)
    {
#if NET
        return CryptographicOperations.FixedTimeEquals(expected, given);
#else
        var difference = expected.Length ^ given.Length;
        for (var i = 0; i < expected.Length; i++)
        {
            difference |= expected[i] ^ (i < given.Length ? given[i] : 0);
        }

        return difference == 0;
#endif
    }

    private static byte[] Decoded(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static bool IsId(string? id) => id is { Length: > 0 and <= LongestId } && id.All(c => c is > ' ' and <= '~' and not '.');
}

/// <summary>An inbox that lives as long as the process. It forgets ids that are out of time, so that it does not grow.</summary>
/// <param name="keep">How long ids are kept; at least twice the receiver's tolerance. Null for an hour.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemoryWebhookInbox(TimeSpan? keep = null) : IWebhookInbox
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset At, string Id)> _order = new();
    private readonly TimeSpan _keep = keep ?? TimeSpan.FromHours(1);
    private DateTimeOffset _latest = DateTimeOffset.MinValue;

    /// <inheritdoc/>
    public Task<bool> AddAsync(string id, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        lock (_ids)
        {
            _latest = at > _latest ? at : _latest;
            while (_order.Count > 0 && _order.Peek() is var oldest && _latest - oldest.At > _keep)
            {
                _ids.Remove(_order.Dequeue().Id);
            }

            var isNew = _ids.Add(Require.NotNull(id));
            if (isNew)
            {
                _order.Enqueue((at, id));
            }

            return Task.FromResult(isNew);
        }
    }
}

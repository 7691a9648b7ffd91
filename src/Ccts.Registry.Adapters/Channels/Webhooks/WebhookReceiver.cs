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

/// <summary>
/// Checks a registry's notifications: HMAC-SHA256 over id, timestamp and raw body, as in Standard Webhooks. A notification only
/// prompts a question (<c>OutboxDispatcher.Wake</c>) and never changes a state, so that a forged, late, repeated or lost one does no harm.
/// </summary>
/// <remarks>Thread-safe. No registry known to this package documents notifications yet.</remarks>
public sealed class WebhookReceiver
{
    /// <summary>The largest accepted body: 64 KiB.</summary>
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
    /// <param name="tolerance">How far its time may be off; null for five minutes. Above zero, at most an hour.</param>
    /// <exception cref="ArgumentException">There is no secret, one is too short to be one, or the tolerance is out of its range.</exception>
    public WebhookReceiver(IEnumerable<byte[]> secrets, IWebhookInbox inbox, TimeProvider? time = null, TimeSpan? tolerance = null)
    {
        _secrets = [.. Require.Each(secrets).Select(s => (byte[])s.Clone())];
        if (_secrets.Length == 0 || _secrets.Any(s => s.Length < 24))
        {
            throw new ArgumentException("A receiver has a secret of at least 24 bytes.", nameof(secrets));
        }

        _inbox = Require.NotNull(inbox);
        _time = time ?? TimeProvider.System;
        _tolerance = tolerance ?? TimeSpan.FromMinutes(5);
        if (_tolerance <= TimeSpan.Zero || _tolerance > TimeSpan.FromHours(1))
        {
            throw new ArgumentException("The tolerance: above zero, at most an hour.", nameof(tolerance));
        }
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

        // The signature first, so that an unsigned caller learns nothing about clocks and ids.
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

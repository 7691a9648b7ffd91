using System;
using System.Threading;
using System.Threading.Tasks;

namespace Ccts.Registry.Adapters.Channels.Webhooks;

/// <summary>Where the ids of notifications are kept, so that each counts once.</summary>
/// <remarks>
/// Implementations are thread-safe. Ids older than twice the tolerance may be forgotten: a repeat of them is out of time, and where the host's clock was set back it
/// is older than all that is remembered.
/// </remarks>
public interface IWebhookInbox
{
    /// <summary>Keeps an id; false when it was there.</summary>
    Task<bool> AddAsync(string id, DateTimeOffset at, CancellationToken cancellationToken = default);
}

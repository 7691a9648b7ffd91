using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Ccts.Registry.Adapters.Channels.Webhooks;

/// <summary>
/// An inbox that lives as long as the process. It forgets ids that are out of time, so that it does not grow. A notification older than everything remembered counts as a
/// repeat, so that setting the host's clock back lets none in twice.
/// </summary>
/// <param name="keep">How long ids are kept; at least twice the receiver's tolerance. Null for two hours.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemoryWebhookInbox(TimeSpan? keep = null) : IWebhookInbox
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset At, string Id)> _order = new();
    private readonly TimeSpan _keep = keep ?? TimeSpan.FromHours(2);
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

            var isNew = _latest - at <= _keep && _ids.Add(Require.NotNull(id));
            if (isNew)
            {
                _order.Enqueue((at, id));
            }

            return Task.FromResult(isNew);
        }
    }
}

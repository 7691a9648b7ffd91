using System;
using System.Collections.Generic;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Hosting;

/// <summary>How a host sends the instructions of its outbox in the background.</summary>
public sealed class CctsOutboxOptions
{
    /// <summary>The outbox's store; called once, and disposed with the services. Null for the <see cref="IOutboxStore"/> among the services.</summary>
    public Func<IServiceProvider, IOutboxStore>? Store { get; set; }

    /// <summary>A dispatcher to use instead of one over the ledger and store among the services, e.g. one that waits beside another process. Null for none.</summary>
    public Func<IServiceProvider, IReadOnlyList<RegistryLink>, OutboxDispatcher>? Dispatcher { get; set; }

    /// <summary>Lease, pace and owner.</summary>
    public OutboxDispatcherOptions Working { get; set; } = new();

    /// <summary>How long the worker rests after it was fenced or failed, before it tries again; 100 milliseconds to an hour.</summary>
    public Duration RestartAfter { get; set; } = Duration.FromSeconds(10);

    /// <summary>Above zero. The health check is degraded when an instruction has stayed in its state for longer, or has been in doubt or pending for longer since it was sent.</summary>
    public Duration LongestOpen { get; set; } = Duration.FromHours(72);

    internal string? Fault() =>
        Working is null ? "Working is null."
        : RestartAfter < Duration.FromMilliseconds(100) || RestartAfter > Duration.FromHours(1) ? "RestartAfter: 100 milliseconds to an hour."
        : LongestOpen <= Duration.Zero ? "LongestOpen: above zero."
        : null;
}

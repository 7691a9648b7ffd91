using System;
using System.Collections.Generic;

namespace Ccts.Registry.Stub;

/// <summary>What a request is about.</summary>
public enum StubRequest
{
    /// <summary>A token.</summary>
    Token,

    /// <summary>An instruction.</summary>
    Instruction,

    /// <summary>A question about numbers.</summary>
    Question,

    /// <summary>A page of holdings.</summary>
    Page,

    /// <summary>A probe.</summary>
    Probe,
}

/// <summary>Decides how a request fails: first as scripted, then by the seed.</summary>
/// <remarks>Not thread-safe; the registry locks it.</remarks>
internal sealed class StubScript(StubOptions options)
{
    private readonly Dictionary<StubRequest, Queue<StubFault>> _scripted = [];
    private readonly Random _random = new(options.Seed);

    private (int InThousand, IReadOnlyList<StubFault> Faults) _weather = (options.FaultsInThousand, options.Faults);

    internal Dictionary<StubRequest, int> Requests { get; } = [];

    internal Dictionary<StubFault, int> Faults { get; } = [];

    internal void GoWrong(int inThousand, IReadOnlyList<StubFault> faults) => _weather = (inThousand, faults);

    internal void Add(StubRequest request, StubFault fault, int times)
    {
        var queue = _scripted.TryGetValue(request, out var there) ? there : _scripted[request] = new Queue<StubFault>();
        for (var i = 0; i < times; i++)
        {
            queue.Enqueue(fault);
        }
    }

    internal void Clear() => _scripted.Clear();

    internal StubFault Next(StubRequest request)
    {
        Requests[request] = Requests.TryGetValue(request, out var count) ? count + 1 : 1;
        var fault = _scripted.TryGetValue(request, out var queue) && queue.TryDequeue(out var scripted) ? scripted
            : request != StubRequest.Token && _weather.Faults.Count > 0 && _random.Next(1000) < _weather.InThousand ? _weather.Faults[_random.Next(_weather.Faults.Count)]
            : StubFault.None;
        Faults[fault] = Faults.TryGetValue(fault, out var times) ? times + 1 : 1;
        return fault;
    }
}

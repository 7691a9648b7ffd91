using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Ccts.Ledger.Crash;

/// <summary>What a writer had said when it ended.</summary>
internal sealed class Told
{
    internal Told(IEnumerable<string> lines, string errors = "")
    {
        Errors = errors;
        foreach (var parts in lines.Select(l => l.Split(' ')))
        {
            switch (parts)
            {
                case ["begin", var key]:
                    Begun.Add(key);
                    break;
                case ["ok", var key, var position, _]:
                    Answered[key] = long.Parse(position, CultureInfo.InvariantCulture);
                    break;
                case ["not-done", var key, ..]:
                    NotDone.Add(key);
                    break;
                case ["outbox", var position]:
                    TakenOver = long.Parse(position, CultureInfo.InvariantCulture);
                    break;
                case ["closed"]:
                    Closed = true;
                    break;
            }
        }
    }

    internal string Errors { get; }

    internal HashSet<string> Begun { get; } = [];

    /// <summary>With the position of the entry; 0 for a refusal that is not remembered.</summary>
    internal Dictionary<string, long> Answered { get; } = [];

    /// <summary>Certainly not written, as it was told.</summary>
    internal List<string> NotDone { get; } = [];

    /// <summary>Up to here the outbox said that it has taken the intents over and brought them to their end.</summary>
    internal long TakenOver { get; }

    internal bool Closed { get; }
}

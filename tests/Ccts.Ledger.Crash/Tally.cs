using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace Ccts.Ledger.Crash;

/// <summary>How many points were tried, and which failed.</summary>
internal sealed class Tally(TextWriter output)
{
    private readonly List<string> _failures = [];

    internal int Points { get; private set; }

    internal int Failures => _failures.Count;

    internal void Note(string point, string? fault)
    {
        Points++;
        if (fault is not null)
        {
            _failures.Add(point);
            output.WriteLine($"FAILED {point}: {fault}");
            output.Flush();
        }
    }

    internal void Say(FormattableString what)
    {
        output.WriteLine(what.ToString(CultureInfo.InvariantCulture));
        output.Flush();
    }
}

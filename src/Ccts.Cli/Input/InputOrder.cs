using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Ccts.Cli.Input;

/// <summary>Works on records on every core, with the results in the order of the input, so that they are the same on any machine.</summary>
internal static class InputOrder
{
    // At most this many records and this many bytes are held at once, however long the input is.
    private const int MostRecords = 512;
    private const int MostBytes = 4 * 1024 * 1024;

    /// <param name="records">Read on the calling thread.</param>
    /// <param name="work">Is called on several threads at once and does not throw on bad input.</param>
    internal static IEnumerable<T> Select<T>(IEnumerable<byte[]> records, Func<byte[], T> work)
    {
        var held = new List<byte[]>(MostRecords);
        var bytes = 0;
        foreach (var record in records)
        {
            held.Add(record);
            bytes += record.Length;
            if (held.Count < MostRecords && bytes < MostBytes)
            {
                continue;
            }

            foreach (var done in Done(held, work))
            {
                yield return done;
            }

            held.Clear();
            bytes = 0;
        }

        foreach (var done in Done(held, work))
        {
            yield return done;
        }
    }

    private static T[] Done<T>(List<byte[]> records, Func<byte[], T> work)
    {
        var done = new T[records.Count];
        Parallel.For(0, records.Count, i => done[i] = work(records[i]));
        return done;
    }
}

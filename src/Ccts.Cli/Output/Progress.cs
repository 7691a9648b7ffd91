using System.Globalization;
using System.IO;

namespace Ccts.Cli.Output;

/// <summary>Reports from time to time how many rows are read; only to people, and only for long work.</summary>
internal sealed class Progress(TextWriter error, bool isPiped)
{
    private const int Every = 100_000;
    private bool _told;

    internal void Tell(int rows)
    {
        if (!isPiped && rows % Every == 0)
        {
            error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{rows:N0} rows read"));
            _told = true;
        }
    }

    internal void Done()
    {
        if (_told)
        {
            error.WriteLine();
        }
    }
}

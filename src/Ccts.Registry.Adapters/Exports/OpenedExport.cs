using System.Collections.Generic;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>An opened export with a known format, and its rows.</summary>
/// <remarks>Not thread-safe; whoever opened the stream closes it. The rows are read once.</remarks>
public sealed class OpenedExport
{
    private readonly IRowSource _source;
    private readonly ExportRowReader _reader;

    internal OpenedExport(ExportRecognition recognition, IRowSource source, ExportRowReader reader) => (Recognition, _source, _reader) = (recognition, source, reader);

    /// <summary>As what the file is read, and why.</summary>
    public ExportRecognition Recognition { get; }

    /// <summary>Columns that nothing is read from, that the format does not know, and that hold something in a row of units: warnings, each with the first such row. All are known once the rows are read.</summary>
    public IReadOnlyList<Problem> UnreadColumns => _reader.UnreadColumns;

    /// <summary>
    /// The results of every row, in order: several entries for a row with several serials or states, and a problem with the line for what
    /// cannot be read; reading continues. Empty rows and totals do not count.
    /// </summary>
    public IEnumerable<ExportRow> Rows()
    {
        using (_source)
        {
            while (true)
            {
                Problem? endless = null;
                try
                {
                    if (!_source.Read())
                    {
                        yield break;
                    }
                }
                catch (CctsDataException end)
                {
                    endless = end.Problems[0];
                }

                if (endless is not null)
                {
                    yield return new ExportRow(null, endless);
                    yield break;
                }

                foreach (var row in _reader.Read())
                {
                    yield return row;
                }
            }
        }
    }
}

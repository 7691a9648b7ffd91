using System.Collections.Generic;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>An export whose format is known: as what it is read, and its rows.</summary>
/// <remarks>Not thread-safe; the stream below it belongs to whoever opened it. The rows are read once.</remarks>
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
    /// What comes of every row, in order: of a row that states several serials or states several entries, and a problem with the line for what
    /// cannot be read; the rest goes on. Empty rows and totals are no rows.
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

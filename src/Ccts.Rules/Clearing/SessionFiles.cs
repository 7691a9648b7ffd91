using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Formats.Csv.Mappings;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Clearing;

/// <summary>Reads a session's CSV files; all problems of all files go into one list.</summary>
public sealed class SessionFiles(ProblemList problems)
{
    /// <summary>The most bytes of one file: 64 MiB.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;
    private readonly SessionRows _rows = new(problems);

    /// <summary>The columns of trades, as a mapping may name them.</summary>
    public static IReadOnlyCollection<string> TradeColumns { get; } = [.. SessionRows.TradeColumns, .. SessionRows.OptionalTradeColumns];

    /// <summary>The columns of opening holdings, as a mapping may name them.</summary>
    public static IReadOnlyCollection<string> HoldingColumns { get; } = [.. SessionRows.HoldingColumns, .. SessionRows.OptionalHoldingColumns];

    /// <summary>The columns of a registry's statement, as a mapping may name them.</summary>
    public static IReadOnlyCollection<string> StatementColumns { get; } = [.. SessionRows.StatementColumns, .. SessionRows.OptionalStatementColumns];

    /// <summary>The trades of a CSV file; rows that cannot be read are reported.</summary>
    public List<SessionTrade> Trades(byte[] utf8, string? name) => Trades(utf8, name, mapping: null);

    /// <summary>The same for an exchange's own file.</summary>
    public List<SessionTrade> Trades(byte[] utf8, string? name, CsvMapping? mapping) => Read(Require.NotNull(utf8), name, mapping, SessionRows.TradeColumns, SessionRows.OptionalTradeColumns, _rows.Trade);

    /// <summary>The opening holdings of a CSV file, or of a JSON list with the same names; rows that cannot be read are reported.</summary>
    public List<SessionHolding> Holdings(byte[] utf8, string? name) => Holdings(utf8, name, mapping: null);

    /// <summary>The same for a file in another form.</summary>
    public List<SessionHolding> Holdings(byte[] utf8, string? name, CsvMapping? mapping) => ListedOr(utf8, name, mapping, SessionRows.HoldingColumns, SessionRows.OptionalHoldingColumns, _rows.Holding);

    /// <summary>The registry's statement of a CSV file, or of a JSON list with the same names; rows that cannot be read are reported.</summary>
    public List<StatedHolding> Statement(byte[] utf8, string? name) => Statement(utf8, name, mapping: null);

    /// <summary>The same for a file in another form.</summary>
    public List<StatedHolding> Statement(byte[] utf8, string? name, CsvMapping? mapping) => ListedOr(utf8, name, mapping, SessionRows.StatementColumns, SessionRows.OptionalStatementColumns, _rows.Statement);

    private List<T> ListedOr<T>(byte[] utf8, string? name, CsvMapping? mapping, string[] required, string[] optional, Func<SessionRow, T?> read)
        where T : class => mapping is null && FileContent.Of(Require.NotNull(utf8)).Kind == ContentKind.Json
            ? [.. SessionList.Rows(LocatedJson.Read(utf8, name, problems, MaxBytes), problems).Select(node => read(new SessionList(node, [.. required, .. optional], problems))).OfType<T>()]
            : Read(Require.NotNull(utf8), name, mapping, required, optional, read, SessionRows.StatusColumns);

    private List<T> Read<T>(byte[] utf8, string? name, CsvMapping? mapping, string[] required, string[] optional, Func<SessionRow, T?> read, params string[] oneOf)
        where T : class
    {
        var items = new List<T>();
        if (CsvTable.OpenFound(utf8, name, problems, MaxBytes, required, optional, mapping) is { } table)
        {
            if (oneOf.Length > 0 && !Array.Exists(oneOf, table.Has))
            {
                problems.Error("csv-missing-column", new SourcePlace(name, 1, 1, ""), $"The column \"{oneOf[0]}\" is missing.", "one of the columns " + string.Join(", ", oneOf));
                return items;
            }

            while (table.ReadRecord() is { } record)
            {
                if (read(SessionRow.Of(record)) is { } item)
                {
                    items.Add(item);
                }
            }
        }

        return items;
    }
}

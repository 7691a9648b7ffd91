using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Cli.Input;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Serials;

/// <summary>
/// Whether a registry's statement has the plain columns, in whatever case, under whatever title and as whatever text. The format of exports that knows
/// these columns too is for a ledger's own holdings: in it blocked units count as held, and accounts, kinds and dates are ignored. A command that needs
/// usable units in one account never reads a statement with it.
/// </summary>
internal static class PlainStatement
{
    internal const string OfLedger = "ledger-blocks";

    private const int Enough = 2;
    private static readonly string[] s_columns = ["account", "start", "end"];

    /// <summary>Whether the format named is that of the plain columns; without a name, whether the text has these columns or is no table at all.</summary>
    internal static bool Is(FileContent content, byte[] bytes, string? format) => format == OfLedger || (format is null && content.Kind switch
    {
        ContentKind.Text => TableHead.Find(HeadOf(content, bytes), Fits) is null or { Fits: > 0 },
        ContentKind.Json => LocatedJson.Read(bytes, null, new ProblemList()) is { } root && Rows(root).FirstOrDefault(r => r.Kind == LocatedKind.Object) is { } row && Fits([.. row.Children.Select(m => m.Key!)]) > 0,
        _ => false,
    });

    /// <summary>Whether a text has the plain columns. In a zip other texts may be beside it.</summary>
    internal static bool HasColumns(FileContent content, byte[] bytes) => content.Kind == ContentKind.Text && TableHead.Find(HeadOf(content, bytes), Fits) is { Fits: > 0 };

    /// <exception cref="CctsDataException">A file was read with the format of a ledger's own holdings.</exception>
    internal static void Refuse(IEnumerable<ExportRecognition> recognised)
    {
        if (recognised.FirstOrDefault(r => r.Format == OfLedger) is { } own)
        {
            throw FoundFiles.Refusal(own.File, "plain-statement", "These are the plain columns of a statement, and as an export of somebody's ledger its blocked units would count as held.", "the statement by itself, unpacked", "Give the file without a zip around it and without naming a format.");
        }
    }

    // The head may end within a character, but no column name has characters beyond ASCII.
    private static string HeadOf(FileContent content, byte[] bytes)
    {
        var encoding = (Encoding)content.Encoding.Clone();
        encoding.DecoderFallback = DecoderFallback.ReplacementFallback;
        return new StreamReader(new MemoryStream(bytes, 0, Math.Min(bytes.Length, FileContent.HeadBytes)), encoding).ReadToEnd();
    }

    private static IEnumerable<LocatedNode> Rows(LocatedNode root) => root.Kind == LocatedKind.Array ? root.Children : root.Children.Where(m => m.Kind == LocatedKind.Array).SelectMany(m => m.Children);

    private static int Fits(IReadOnlyList<string> cells) => s_columns.Count(c => cells.Any(n => string.Equals(n.Trim(), c, StringComparison.OrdinalIgnoreCase))) is >= Enough and var count ? count : 0;
}

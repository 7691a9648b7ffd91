using System;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Trust.Receipts;

/// <summary>
/// How large a receipt may be. Reading a stranger's receipt needs a limit on its cost; the receipt of an exchange's session is
/// larger than most, so the reader may raise the limit.
/// </summary>
public static class ReceiptSize
{
    /// <summary>Bytes of a mebibyte.</summary>
    public const int Mebibyte = 1024 * 1024;

    /// <summary>Beyond it the canonical text exceeds the platform's longest string.</summary>
    public const int MostBytes = 1000 * Mebibyte;

    internal const string Hint = "A receipt cannot be split: raise the bound if one this large is expected.";

    internal static int Check(int maxBytes) => maxBytes is >= 1 and <= MostBytes
        ? maxBytes
        : throw new ArgumentOutOfRangeException(nameof(maxBytes), maxBytes, $"1 to {MostBytes} bytes.");

    /// <summary>The tree of a receipt, or null with the reason.</summary>
    public static LocatedNode? Read(byte[] utf8, string? file, ProblemList problems, int maxBytes)
    {
        Require.NotNull(utf8);
        Require.NotNull(problems);
        if (utf8.Length > Check(maxBytes))
        {
            problems.Error("file-too-large", new SourcePlace(file, 1, 1, ""), $"The receipt has {utf8.Length} bytes.", $"at most {maxBytes} bytes", Hint);
            return null;
        }

        return LocatedJson.Read(utf8, file, problems, maxBytes);
    }
}

using Ccts.Sdk.Problems;

namespace Ccts.Ledger.Postgres;

/// <summary>Why a ledger cannot be opened, with its place and how to fix it.</summary>
internal static class PostgresRefusal
{
    internal static CctsDataException Of(string code, string name, string message, string? expected = null, string? hint = null) =>
        new([new Problem(code, Severity.Error, message, new SourcePlace(name, 0, 0, "")) { Expected = expected, Hint = hint }]);
}

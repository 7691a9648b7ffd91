using Ccts.Sdk.Problems;

namespace Ccts.Ledger.Postgres;

/// <summary>Why a ledger is not opened, with its place and the way to mend it.</summary>
internal static class PostgresRefusal
{
    internal static CctsDataException Of(string code, string name, string message, string? expected = null, string? hint = null) =>
        new([new Problem(code, Severity.Error, message, new SourcePlace(name, 0, 0, "")) { Expected = expected, Hint = hint }]);
}

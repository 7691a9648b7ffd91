using System;
using System.Collections.Generic;
using Ccts.Sdk.Problems;
using Npgsql;

namespace Ccts.Cli.Output;

/// <summary>Runs a command's work and reports bad input in the requested format.</summary>
internal static class Outcome
{
    internal static int Of(bool json, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (CctsDataException bad) when (!JsonOutput.IsKept)
        {
            return Bad(json, bad.Problems);
        }
        catch (NpgsqlException lost) when (!JsonOutput.IsKept)
        {
            return Bad(json, [Of(lost)]);
        }
    }

    // postgresql.org/docs/current/errcodes-appendix.html: after a successful login the message gives the server's error class for the statement.
    private static Problem Of(NpgsqlException lost) => lost switch
    {
        PostgresException { SqlState: "42501" } no => new Problem("server-refused", Severity.Error, no.MessageText, default)
        {
            Expected = "a user with the rights to use the schema ccts_ledger, to read its tables, and for whatever writes to change them",
        },
        PostgresException no when no.SqlState.StartsWith("42", StringComparison.Ordinal) => new Problem("ledger-damaged", Severity.Error, no.MessageText, default)
        {
            Expected = "the schema ccts_ledger as this library makes it", Hint = "Restore the database from a backup.",
        },
        _ => new Problem("server-not-reached", Severity.Error, (lost is PostgresException said ? said.MessageText : lost.Message).TrimEnd('.') + ".", default) { Expected = "a PostgreSQL server that is up and lets this user in" },
    };

    private static int Bad(bool json, IReadOnlyList<Problem> problems)
    {
        if (json)
        {
            JsonOutput.Write(JsonOutput.Problems(problems));
        }
        else
        {
            if (Terminal.IsErrorWrapped && problems.Count > 1)
            {
                new Account(Terminal.Error).Sentence($"Refused: {problems.Count} problems.", "bold");
            }

            Terminal.Problems(problems);
        }

        return ExitCode.BadInput;
    }
}

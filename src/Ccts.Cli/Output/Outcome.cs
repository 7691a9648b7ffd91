using System;
using System.Collections.Generic;
using Ccts.Sdk.Problems;
using Npgsql;

namespace Ccts.Cli.Output;

/// <summary>Runs a command's work and answers bad input in the form that was asked for.</summary>
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
            var message = lost is PostgresException said ? said.MessageText : lost.Message;
            return Bad(json, [new Problem("server-not-reached", Severity.Error, message, default) { Expected = "a PostgreSQL server that is up and lets this user in" }]);
        }
    }

    private static int Bad(bool json, IReadOnlyList<Problem> problems)
    {
        if (json)
        {
            JsonOutput.Write(JsonOutput.Problems(problems));
        }
        else
        {
            Terminal.Problems(problems);
        }

        return ExitCode.BadInput;
    }
}

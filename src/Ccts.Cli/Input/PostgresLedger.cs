using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using Ccts.Ledger.Postgres;
using Ccts.Sdk.Problems;
using Npgsql;

namespace Ccts.Cli.Input;

/// <summary>
/// A ledger in PostgreSQL, written <c>postgres:NAME</c> wherever a command takes a journal. The connection string comes from <c>--connection</c> or from the environment; it
/// may contain a password, so only its host and database are printed.
/// </summary>
internal static class PostgresLedger
{
    internal const string Variable = "CCTS_POSTGRES";

    private const string Prefix = "postgres:";

    private const string Connection = "--connection";

    /// <summary>For the commands that work on a ledger; other commands take it from the environment.</summary>
    internal static Option<string?> ConnectionOption() => new(Connection)
    {
        Description = $"For a ledger written postgres:NAME, where its database is: a connection string of Npgsql. Else {Variable} of the environment says so, which other users of the machine do not see.",
        Recursive = true,
    };

    /// <summary>What was given on the command line.</summary>
    internal static string? Given { get; private set; }

    internal static void Take(ParseResult parsed) =>
        Given = parsed.CommandResult.Parent is CommandResult { Command: var above } && above.Options.OfType<Option<string?>>().FirstOrDefault(o => o.Name == Connection) is { } option ? parsed.GetValue(option) : null;

    internal static bool IsMeant(string path) => path.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Which ledger, and how it is opened.</summary>
    /// <exception cref="CctsDataException">The connection string is missing or cannot be read.</exception>
    internal static PostgresJournalOptions Options(string path)
    {
        var name = path[Prefix.Length..];
        var connection = Given ?? Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrWhiteSpace(connection))
        {
            throw Bad("bad-option", path, "Nothing says where the database is.", $"--connection or the environment's {Variable}, such as \"Host=db.example;Database=ccts;Username=ops\"");
        }

        try
        {
            return name.Length > 0 && !string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(connection).Host) ? new PostgresJournalOptions(connection, name)
                : throw Bad("bad-option", path, name.Length == 0 ? "The ledger has no name." : "The connection string names no host.", "postgres:NAME, and a connection string that names a host");
        }
        catch (Exception bad) when (bad is ArgumentException or FormatException or OverflowException)
        {
            // Its message may contain a part of the password.
            throw Bad("bad-option", path, "The connection string cannot be read.", "KEY=VALUE pairs between semicolons, a value with a semicolon in double quotes");
        }
    }

    /// <exception cref="CctsDataException">There is no such ledger.</exception>
    internal static PostgresStoredLedger Open(string path)
    {
        var options = Options(path);
        return PostgresStoredLedger.Open(options.ConnectionString, options.Ledger);
    }

    private static CctsDataException Bad(string code, string path, string message, string expected) =>
        new([new Problem(code, Severity.Error, message, new SourcePlace(path, 0, 0, "")) { Expected = expected }]);
}

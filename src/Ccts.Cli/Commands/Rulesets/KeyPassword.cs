using System;
using System.Text;
using Ccts.Cli.Input;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary>
/// The password of a private key: the first line of the named file, or else an environment variable. Never an argument,
/// which every user of a machine can read in the list of processes.
/// </summary>
internal static class KeyPassword
{
    internal const string Variable = "CCTS_KEY_PASSWORD";
    internal const string Description = "File whose first line is the password of the key, where it has one; without it the environment variable " + Variable + ".";

    private const int MaxBytes = 4096;

    /// <summary>The password, or null where none is given.</summary>
    /// <exception cref="CctsDataException">The file cannot be read, or its first line is empty.</exception>
    internal static string? Read(string? file)
    {
        if (file is null)
        {
            return Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;
        }

        var line = Encoding.UTF8.GetString(Inputs.Read(file, MaxBytes)).TrimStart('\uFEFF').Split('\n')[0].TrimEnd('\r');
        return line.Length > 0
            ? line
            : throw new CctsDataException([new Problem("signing-key-password", Severity.Error, "The first line of this file is empty.", new SourcePlace(file, 1, 1, "")) { Expected = "the password of the key on the first line" }]);
    }
}

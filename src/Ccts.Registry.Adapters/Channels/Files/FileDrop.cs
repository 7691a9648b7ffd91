using System;
using System.Collections.Generic;
using System.IO;
using Ccts.Sdk;
using NodaTime;

namespace Ccts.Registry.Adapters.Channels.Files;

/// <summary>The two folders for exchanging files with a registry, and their limits.</summary>
/// <remarks>Immutable and thread-safe. Only files directly in the folders are read, by names that this library makes or knows; links are not followed.</remarks>
public sealed class FileDrop
{
    /// <summary>Says where files are exchanged.</summary>
    /// <param name="instructions">The folder for the host's instructions, from which they are passed on.</param>
    /// <param name="answers">The folder in which the registry's answers and statements appear. Must differ from the first.</param>
    /// <param name="accounts">The host's accounts at the registry: those whose holdings are read.</param>
    /// <exception cref="ArgumentException">A folder is not an absolute path, or both are the same.</exception>
    public FileDrop(string instructions, string answers, params string[] accounts)
    {
        Instructions = Whole(Require.NotNull(instructions), nameof(instructions));
        Answers = Whole(Require.NotNull(answers), nameof(answers));
        Accounts = Require.NotNull(accounts);
        if (string.Equals(Instructions, Answers, StringComparison.Ordinal))
        {
            throw new ArgumentException("Instructions and answers are exchanged over two folders.", nameof(answers));
        }
    }

    /// <summary>The folder that takes instructions.</summary>
    public string Instructions { get; }

    /// <summary>The folder in which answers and statements appear.</summary>
    public string Answers { get; }

    /// <summary>The host's accounts at the registry.</summary>
    public IReadOnlyList<string> Accounts { get; }

    /// <summary>The most bytes of a file that are read; 1 KiB to 1 GiB.</summary>
    public int MostBytes { get; init; } = 64 << 20;

    /// <summary>Once the newest statement is older than this, a probe confirms nothing and its holdings count as not read; null if the registry states at no fixed times.</summary>
    public Duration? LongestSilence { get; init; }

    /// <summary>
    /// How far after this host's own time a statement may be dated, because two clocks never agree; zero to an hour. One further ahead is reported, and no older one replaces it:
    /// otherwise it would count as the newest until its date, and hide every statement before that.
    /// </summary>
    public Duration MostAhead { get; init; } = Duration.FromMinutes(5);

    /// <summary>The two folders.</summary>
    public override string ToString() => $"{Instructions} and {Answers}";

    internal string? Fault() => MostBytes is < 1024 or > 1 << 30 ? "Bytes of a file: 1 KiB to 1 GiB."
        : LongestSilence <= Duration.Zero ? "The longest silence is above zero."
        : MostAhead < Duration.Zero || MostAhead > Duration.FromHours(1) ? "How far ahead a statement may be dated: zero to an hour."
        : null;

    // A relative path would mean another folder in another process.
    private static string Whole(string folder, string name)
    {
        if (!(folder.Length > 0 && Path.IsPathRooted(folder) && folder.IndexOf('\0') < 0))
        {
            throw new ArgumentException("A folder is named from its root on.", name);
        }

        // "/a/" is the folder "/a".
        var whole = Path.GetFullPath(folder);
        return whole.Length > Path.GetPathRoot(whole)!.Length ? whole.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) : whole;
    }
}

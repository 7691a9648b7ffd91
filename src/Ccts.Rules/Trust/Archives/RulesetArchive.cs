using System.Diagnostics.CodeAnalysis;
using System.Collections.Generic;
using Ccts.Rules.Files;
using Ccts.Sdk;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Trust.Archives;

/// <summary>A ruleset or overlay as one file, <c>.cctsrules</c>: a ZIP of stored files in canonical form.</summary>
/// <remarks>Thread-safe. The same files always give the same bytes. The form is described in docs/signing.md.</remarks>
public static class RulesetArchive
{
    /// <summary>How the names of such files end.</summary>
    public const string Extension = ".cctsrules";

    /// <summary>Packs files, with their <c>signature.json</c> if they have one.</summary>
    /// <exception cref="CctsDataException">A name is not portable, or there is a link among the files.</exception>
    public static byte[] Write(RulesetFiles files)
    {
        var problems = new ProblemList();
        FileNames.Check(Require.NotNull(files), problems);
        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : ArchiveWriter.Write(files);
    }

    /// <summary>Unpacks an archive in memory; false with every reason when it is refused. Nothing is written to disk.</summary>
    /// <param name="archive">The bytes of the archive.</param>
    /// <param name="name">What messages call it, e.g. its file name.</param>
    /// <param name="files">Its files, or null.</param>
    /// <param name="problems">Why it is refused; empty when it is not.</param>
    public static bool TryRead(byte[] archive, string name, [NotNullWhen(true)] out RulesetFiles? files, out IReadOnlyList<Problem> problems)
    {
        var found = new ProblemList();
        var read = ArchiveReader.Read(Require.NotNull(archive), Require.NotNull(name), found);
        problems = found.ToList();
        files = found.HasErrors ? null : read;
        return files is not null;
    }

    /// <summary>Unpacks an archive in memory.</summary>
    /// <exception cref="CctsDataException">It is refused, for all the reasons listed.</exception>
    public static RulesetFiles Read(byte[] archive, string name) =>
        TryRead(archive, name, out var files, out var problems) ? files : throw new CctsDataException(problems);
}

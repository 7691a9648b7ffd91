using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Registries;

/// <summary>A registry that is reached through files: exports put in a folder, and instructions drafted for a person to file.</summary>
/// <remarks>
/// Thread-safe. Exports lie in the folder's subfolders <c>holdings</c> and <c>statements</c>, as CSV or JSON, and are read in the order of their
/// names. A missing subfolder has no rows; a missing folder, and a file that cannot be read, is a row with a problem.
/// </remarks>
public abstract class FileRegistryAdapter : IRegistryAdapter
{
    private readonly string? _folder;
    private readonly ExportReader _reader;

    /// <summary>An adapter for one registry.</summary>
    /// <param name="registry">Its id.</param>
    /// <param name="options">Where its folder is.</param>
    /// <param name="reader">Reads the exports.</param>
    protected FileRegistryAdapter(string registry, CctsRegistriesOptions options, ExportReader reader)
    {
        Registry = Require.NotNull(registry);
        _folder = Require.NotNull(options).Folders.TryGetValue(registry, out var folder) ? folder : null;
        _reader = Require.NotNull(reader);
    }

    /// <inheritdoc/>
    public string Registry { get; }

    /// <inheritdoc/>
    public RegistryCapabilities Capabilities => _folder is null
        ? RegistryCapabilities.DraftInstructions
        : RegistryCapabilities.Holdings | RegistryCapabilities.Statements | RegistryCapabilities.QueryBySerial | RegistryCapabilities.DraftInstructions;

    /// <inheritdoc/>
    public IAsyncEnumerable<ExportRow> ReadHoldingsAsync(CancellationToken cancellationToken = default) => ReadAsync(["holdings"], cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ExportRow> ReadStatementsAsync(CancellationToken cancellationToken = default) => ReadAsync(["statements"], cancellationToken);

    /// <inheritdoc/>
    public async Task<RegistryOutcome<BlockStatus>> QueryAsync(SerialBlock block, CancellationToken cancellationToken = default)
    {
        if (_folder is null)
        {
            return RegistryOutcome.NotSupported<BlockStatus>(RegistryCapabilities.QueryBySerial);
        }

        return block.Registry != Registry
            ? RegistryOutcome.Rejected<BlockStatus>("other-registry", $"The block is of \"{block.Registry}\", not of \"{Registry}\".")
            : RegistryOutcome.Confirmed(await BlockQuery.AnswerAsync(block, ReadAsync(["statements", "holdings"], cancellationToken), cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public virtual RegistryOutcome<InstructionDocument> Draft(RegistryInstruction instruction) => InstructionDraft.Of(Registry, instruction);

    /// <summary>The format of a file, a registry's id, or null to recognise it by its headers.</summary>
    /// <param name="file">The file's path.</param>
    protected virtual string? Format(string file) => Registry;

    private async IAsyncEnumerable<ExportRow> ReadAsync(string[] kinds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_folder is not null && !Directory.Exists(_folder))
        {
            yield return Unread(_folder, "folder-missing", "There is no such folder, so what the registry holds is not known.", "the folder of the registry's exports");
        }

        foreach (var file in kinds.SelectMany(Files))
        {
            if (!IsExport(file))
            {
                yield return Unread(file, "file-not-read", "The file is neither CSV nor JSON, and is not read.", "exports as .csv or .json");
                continue;
            }

            using var stream = Opened(file);
            if (stream is null)
            {
                yield return Unread(file, "file-not-readable", "The file cannot be opened.", "a file that this process may read");
                continue;
            }

            var export = _reader.OpenStatement(stream, Path.GetFileName(file), Format(file));

            // A column that the format does not know may say that units cannot be used.
            foreach (var row in export.Rows().Concat(export.UnreadColumns.Select(c => new ExportRow(null, c))))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return row;
            }

            // Reading files is synchronous; yield between them so that the caller's loop can run.
            await Task.Yield();
        }
    }

    private IEnumerable<string> Files(string kind)
    {
        var path = _folder is null ? null : Path.Combine(_folder, kind);
        return path is null || !Directory.Exists(path) ? [] : Directory.GetFiles(path).Where(f => Path.GetFileName(f)[0] != '.').OrderBy(f => f, StringComparer.Ordinal);
    }

    private static bool IsExport(string file) => file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static FileStream? Opened(string file)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ExportRow Unread(string path, string code, string message, string expected) =>
        new(null, new Problem(code, Severity.Error, message, new SourcePlace(path, 0, 0, "")) { Expected = expected });
}

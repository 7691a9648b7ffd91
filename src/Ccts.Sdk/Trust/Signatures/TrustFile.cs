using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Trust.Signatures;

/// <summary>The public keys that a host trusts. The host owns the file; no ruleset can add to it.</summary>
/// <remarks>Immutable and thread-safe. The form is described in docs/signing.md.</remarks>
public sealed class TrustFile
{
    /// <summary>The version of the file format.</summary>
    public const int Format = 1;

    private readonly Dictionary<string, TrustedKey> _keys;

    internal TrustFile(IReadOnlyList<TrustedKey> keys)
    {
        Keys = keys;
        _keys = keys.ToDictionary(k => k.Id, StringComparer.Ordinal);
    }

    /// <summary>The keys in the order of the file.</summary>
    public IReadOnlyList<TrustedKey> Keys { get; }

    /// <summary>The key of an id, or null.</summary>
    public TrustedKey? Find(string id) => _keys.TryGetValue(Require.NotNull(id), out var key) ? key : null;

    /// <summary>Reads a trust file; false with every problem when it has an error.</summary>
    /// <param name="utf8">The JSON, at most 1 MiB.</param>
    /// <param name="name">What messages call the file, or null.</param>
    /// <param name="trust">The keys, or null.</param>
    /// <param name="problems">Every problem with its place.</param>
    public static bool TryRead(byte[] utf8, string? name, [NotNullWhen(true)] out TrustFile? trust, out IReadOnlyList<Problem> problems)
    {
        var found = new ProblemList();
        var root = LocatedJson.Read(Require.NotNull(utf8), name, found, TrustFileReader.MaxBytes);
        var read = root is null ? null : TrustFileReader.Read(root, found);
        problems = found.ToList();
        trust = found.HasErrors ? null : read;
        return trust is not null;
    }

    /// <summary>Reads a trust file.</summary>
    /// <exception cref="CctsDataException">It has errors, all of them listed.</exception>
    public static TrustFile Read(byte[] utf8, string? name = null) =>
        TryRead(utf8, name, out var trust, out var problems) ? trust : throw new CctsDataException(problems);
}

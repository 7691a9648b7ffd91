using System;
using System.IO;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>A data file about a registry, read strictly, from the host's own bytes or from this library.</summary>
internal static class ProfileFile
{
    /// <exception cref="CctsDataException">It cannot be read; every fault with its place.</exception>
    internal static T Read<T>(byte[] utf8, string? file, Func<ObjectReader, T> read)
        where T : class
    {
        var problems = new ProblemList();
        var root = LocatedJson.Read(Require.NotNull(utf8), file, problems);
        var profile = root is null ? null : read(new ObjectReader(root, problems));
        return problems.HasErrors || profile is null ? throw new CctsDataException(problems.ToList()) : profile;
    }

    /// <summary>Reads a file that is shipped, such as <c>icm.profile.json</c>.</summary>
    /// <exception cref="ArgumentException">None of this name is shipped.</exception>
    internal static T Shipped<T>(string file, Func<byte[], string?, T> read)
    {
        var name = "Channels/" + file;
        using var stream = typeof(ProfileFile).Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException($"No file \"{file}\" is shipped.", nameof(file));
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return read(bytes.ToArray(), name);
    }
}

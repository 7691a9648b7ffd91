using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Ccts.Architecture.Tests;

/// <summary>The libraries of the product: every project under src but the tool.</summary>
internal static class ProductLibraries
{
    internal static IReadOnlyList<string> Names { get; } = [.. Directory.GetDirectories(Path.Combine(RepositoryRoot.Path, "src"))
        .Select(folder => Path.GetFileName(folder)!)
        .Where(name => name != "Ccts.Cli" && File.Exists(Path.Combine(RepositoryRoot.Path, "src", name, name + ".csproj")))
        .Order(StringComparer.Ordinal)];
}

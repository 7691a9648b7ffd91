using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ccts.Architecture.Tests;

/// <summary>Compiles expressions over the SDK's quantities and tells the compiler's errors.</summary>
internal static class MeaninglessArithmeticCompiler
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(p) is "netstandard.dll" or "Ccts.Sdk.dll")
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    /// <summary>The codes of the errors of one expression; none when it compiles.</summary>
    internal static IReadOnlyList<string> Errors(string expression) => ErrorsOfAll([expression])[0];

    /// <summary>The same for many expressions in one compilation, each judged on its own line.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> ErrorsOfAll(IReadOnlyList<string> expressions)
    {
        var lines = expressions.Select((e, i) => $"class Snippet{i} {{ object Value => {e}; }}");
        var source = "using Ccts.Sdk.Quantities;\n" + string.Join('\n', lines);
        var errors = CSharpCompilation
            .Create("Snippets", [CSharpSyntaxTree.ParseText(source, Language)], References, new(OutputKind.DynamicallyLinkedLibrary))
            .GetDiagnostics()
            .Where(d => d.Severity == DiagnosticSeverity.Error)
            .ToLookup(d => d.Location.GetLineSpan().StartLinePosition.Line, d => d.Id);
        return [.. expressions.Select((_, i) => (IReadOnlyList<string>)[.. errors[i + 1]])];
    }
}

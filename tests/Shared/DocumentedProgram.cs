using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ccts.Tests.Shared;

/// <summary>Programs that a page shows, compiled and run as they are.</summary>
internal static class DocumentedProgram
{
    internal static IEnumerable<string> Of(string page) => Regex.Matches(page, "```csharp\n(?<code>.*?)```", RegexOptions.Singleline).Select(m => m.Groups["code"].Value);

    internal static Assembly Compile(string program)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create("shown", [CSharpSyntaxTree.ParseText(program, cancellationToken: TestContext.Current.CancellationToken)], references, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        using var image = new MemoryStream();
        var built = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(built.Success, string.Join("\n", built.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return Assembly.Load(image.ToArray());
    }

    /// <summary>What it prints.</summary>
    internal static string Run(string program)
    {
        var compiled = Compile(program);
        return Printed.By(() => compiled.EntryPoint!.Invoke(null, [Array.Empty<string>()]));
    }

    /// <summary>The console, with a page of its own for each test: the tests beside it print too, and its text is not theirs.</summary>
    private sealed class Printed : TextWriter
    {
        private static readonly AsyncLocal<StringWriter?> Page = new();
        private static readonly TextWriter Console = Installed();

        public override Encoding Encoding => Console.Encoding;

        internal static string By(Action print)
        {
            using var page = new StringWriter { NewLine = "\n" };
            Page.Value = page;
            try
            {
                print();
            }
            finally
            {
                Page.Value = null;
            }

            return page.ToString();
        }

        public override void Write(char value) => (Page.Value ?? Console).Write(value);

        public override void Write(string? value) => (Page.Value ?? Console).Write(value);

        public override void Write(char[] buffer, int index, int count) => (Page.Value ?? Console).Write(buffer, index, count);

        private static TextWriter Installed()
        {
            var console = System.Console.Out;
            System.Console.SetOut(new Printed { CoreNewLine = ['\n'] });
            return console;
        }
    }
}

using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;

namespace Ccts.Architecture.Tests;

/// <summary>Who may know whom (ARCHITECTURE.md): Sdk knows nobody; Rules and Registry.Adapters know Sdk, not each other; Hosting registers both.</summary>
public class DependencyRuleTests
{
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["Ccts.Sdk"] = ["NodaTime", "System.Text.Json"],
        ["Ccts.Rules"] = ["Ccts.Sdk", "NodaTime", "System.Text.Json", "Microsoft.Extensions.DependencyInjection.Abstractions"],
        ["Ccts.Rules.Authoring"] = ["Ccts.Sdk", "Ccts.Rules", "NodaTime", "System.Text.Json"],
        ["Ccts.Compliance"] = ["Ccts.Sdk", "Ccts.Rules", "NodaTime", "System.Text.Json"],
        ["Ccts.Ingestion"] = ["Ccts.Sdk", "Ccts.Workbooks", "NodaTime", "System.Text.Json"],
        ["Ccts.Ledger.Postgres"] = ["Ccts.Sdk", "NodaTime", "Npgsql"],
        ["Ccts.Registry.Adapters"] = ["Ccts.Sdk", "NodaTime", "System.Text.Json", "CsvHelper", "Polly.Core", "System.Diagnostics.DiagnosticSource", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.DependencyInjection.Abstractions"],
        ["Ccts.Credits"] = ["Ccts.Sdk", "Ccts.Rules", "Ccts.Registry.Adapters", "NodaTime", "System.Text.Json"],
        ["Ccts.Tokens"] = ["Ccts.Sdk", "Ccts.Rules", "Ccts.Registry.Adapters", "Ccts.Credits", "NodaTime", "System.Text.Json"],
        ["Ccts.Tokens.Ethereum"] = ["Ccts.Sdk", "Ccts.Credits", "Ccts.Tokens", "Nethereum.ABI", "Nethereum.Util", "Nethereum.Hex"],
        ["Ccts.Ledger.Testing"] = ["Ccts.Sdk", "NodaTime"],
        ["Ccts.Registry.Testing"] = ["Ccts.Sdk", "NodaTime", "Ccts.Registry.Adapters"],
        ["Ccts.Registry.Stub"] = ["Ccts.Sdk", "System.Text.Json", "Microsoft.Extensions.Primitives", "Microsoft.Extensions.Logging", "Microsoft.Extensions.Logging.Abstractions"],
        ["Ccts.Registry.Hosting"] = ["Ccts.Sdk", "Ccts.Registry.Adapters", "NodaTime", "System.Diagnostics.DiagnosticSource", "Microsoft.Extensions.Configuration.Abstractions", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions", "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Logging.Abstractions"],
        ["Ccts.Registry.AspNetCore"] = ["Ccts.Sdk", "Ccts.Registry.Adapters", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Primitives"],
        ["Ccts.Hosting"] = ["Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "System.Diagnostics.DiagnosticSource", "NodaTime", "Ccts.Sdk", "Microsoft.Extensions.Configuration.Abstractions", "Ccts.Rules", "Ccts.Registry.Adapters", "Microsoft.Extensions.DependencyInjection.Abstractions"],
        ["Ccts.Rules.NRules"] = ["Ccts.Sdk", "Ccts.Rules", "NodaTime", "NRules", "NRules.RuleModel", "NRules.Runtime", "Microsoft.Extensions.DependencyInjection.Abstractions"],
        ["Ccts.Sdk.UnitsNet"] = ["Ccts.Sdk", "UnitsNet"],
        ["Ccts.Workbooks"] = ["Ccts.Sdk", "DocumentFormat.OpenXml", "DocumentFormat.OpenXml.Framework", "NodaTime", "System.IO.Hashing", "System.Text.Json"],
        ["Ccts.Ledger.Hosting"] = ["Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "System.Diagnostics.DiagnosticSource", "NodaTime", "Ccts.Sdk", "Microsoft.Extensions.Configuration.Abstractions", "Ccts.Rules", "Ccts.Ledger.Sqlite", "Microsoft.Extensions.DependencyInjection.Abstractions"],
        ["Ccts.Ledger.Sqlite"] = ["Ccts.Sdk", "NodaTime", "Microsoft.Data.Sqlite", "SQLitePCLRaw.core", "SQLitePCLRaw.bundle_e_sqlite3"],
    };

    public static TheoryData<string> Libraries => [.. MayReference.Keys];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_references_only_what_the_rule_allows(string library)
    {
        var references = Assembly.Load(library).GetReferencedAssemblies().Select(a => a.Name!).Where(name => !IsFramework(name));
        Assert.Empty(references.Except(MayReference[library]));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_declares_only_what_the_rule_allows(string library)
    {
        var project = XDocument.Load(Path.Combine(RepositoryRoot.Path, "src", library, library + ".csproj"));
        var declared = project.Descendants("PackageReference").Where(r => (string?)r.Attribute("PrivateAssets") != "all").Select(r => (string)r.Attribute("Include")!)
            .Concat(project.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!)));
        Assert.Empty(declared.Except(MayReference[library]));
    }

    [Fact]
    public void Every_library_has_its_rule() => Assert.Equal(ProductLibraries.Names, MayReference.Keys.Order(System.StringComparer.Ordinal));

    /// <summary>A host can do all that the tool and the companions do: whoever is no test of a project sees its public surface alone.</summary>
    [Fact]
    public void Internals_are_shown_to_a_projects_own_tests_alone()
    {
        // The tests of rules are those of their authoring too, and lend their generated rulesets to the tests of NRules.
        string[] shared = ["Ccts.Rules.Authoring to Ccts.Rules.Tests", "Ccts.Rules to Ccts.Rules.NRules.Tests", "Ccts.Rules.Authoring to Ccts.Rules.NRules.Tests"];
        var shown = Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "src")).SelectMany(f => Directory.EnumerateFiles(f, "*.csproj"))
            .SelectMany(p => XDocument.Load(p).Descendants("InternalsVisibleTo").Select(e => (Project: Path.GetFileNameWithoutExtension(p), To: (string?)e.Attribute("Include"))))
            .Where(s => s.To != s.Project + ".Tests").Select(s => $"{s.Project} to {s.To}");
        Assert.Empty(shown.Except(shared));
        Assert.DoesNotContain(Libraries.SelectMany(l => Assembly.Load(l.Data).GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>()), a => !a.AssemblyName.EndsWith(".Tests", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("System.Console")]
    [InlineData("System.IO.FileSystem")]
    [InlineData("System.Net.Http")]
    [InlineData("System.Net.Sockets")]
    [InlineData("System.Diagnostics.Process")]
    public void The_core_does_no_input_or_output(string framework) =>
        Assert.DoesNotContain(Assembly.Load("Ccts.Sdk").GetReferencedAssemblies(), a => a.Name == framework);

    private static bool IsFramework(string name) => name is "netstandard" or "mscorlib" || name.StartsWith("Microsoft.AspNetCore", System.StringComparison.Ordinal) || (name.StartsWith("System.", System.StringComparison.Ordinal) && name != "System.Text.Json");
}

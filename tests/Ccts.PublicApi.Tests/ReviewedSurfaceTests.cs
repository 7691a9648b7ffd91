using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PublicApiGenerator;

namespace Ccts.PublicApi.Tests;

/// <summary>
/// The reviewed public surface, which the project writes itself, held to what PublicApiGenerator reads from the assemblies: a
/// type or a member that either of the two overlooks is found.
/// </summary>
public static class ReviewedSurfaceTests
{
    private const string Indexer = "this[]";

    // PublicApiGenerator leaves out what the compiler writes into records, and calls operators by their signs.
    private static readonly string[] Unnamed = ["Equals", "GetHashCode", "ToString", "Deconstruct", "PrintMembers", "EqualityContract"];

    [Theory]
    [InlineData("Ccts.Sdk")]
    [InlineData("Ccts.Rules")]
    [InlineData("Ccts.Registry.Adapters")]
    [InlineData("Ccts.Hosting")]
    public static void Both_readings_of_the_surface_name_the_same_members(string library)
    {
        var reviewed = Reviewed(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "PublicApi", library + ".txt")));
        var generated = Generated(Assembly.Load(library).GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] }));

        Assert.NotEmpty(reviewed);
        Assert.Equal(reviewed.Where(IsNamed).Order(StringComparer.Ordinal), generated.Where(IsNamed).Order(StringComparer.Ordinal));
    }

    private static bool IsNamed(string name) => name.Split(' ') is not [_, var member] || (!Unnamed.Contains(member, StringComparer.Ordinal) && !member.StartsWith("op_", StringComparison.Ordinal));

    private static HashSet<string> Reviewed(IEnumerable<string> lines)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var type = "";
        foreach (var line in lines)
        {
            if (line.EndsWith(" original)", StringComparison.Ordinal) && line.TrimStart().StartsWith("new(", StringComparison.Ordinal))
            {
                // The copy constructor that the compiler writes into a record.
                continue;
            }

            if (line.StartsWith(' '))
            {
                names.Add(type + " " + MemberName(line.Trim()));
            }
            else if (line.Length > 0)
            {
                type = line.Split([" : "], StringSplitOptions.None)[0].Split('<')[0].Split(' ')[^1];
                names.Add(type);
            }
        }

        return names;
    }

    // "static Boolean TryRead(Byte[] archive, …)", "LocalDate Date { get }", "Pass = 2", "new()"
    private static string MemberName(string member)
    {
        var declaration = member.Split(" = ")[0].Split(" { ")[0];
        var open = declaration.IndexOf('(', StringComparison.Ordinal);
        var beforeArguments = open < 0 ? declaration : declaration[..open];
        while (beforeArguments.EndsWith('>'))
        {
            beforeArguments = beforeArguments[..beforeArguments.LastIndexOf('<')];
        }

        return beforeArguments.EndsWith(']') ? Indexer : beforeArguments.Split(' ')[^1];
    }

    private static HashSet<string> Generated(string source)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var root = CSharpSyntaxTree.ParseText(source).GetRoot();
        Assert.Empty(root.GetDiagnostics());
        foreach (var type in root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
        {
            var space = type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().First().Name.ToString();
            var name = space + "." + string.Concat(type.Ancestors().OfType<TypeDeclarationSyntax>().Select(t => t.Identifier.Text + ".").Reverse()) + type.Identifier.Text;
            names.Add(name);
            names.UnionWith(type.ChildNodes().OfType<MemberDeclarationSyntax>().SelectMany(NamesOf).Select(n => name + " " + n));
        }

        return names;
    }

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => [method.Identifier.Text],
        PropertyDeclarationSyntax property => [property.Identifier.Text],
        IndexerDeclarationSyntax => [Indexer],
        EventDeclarationSyntax declared => [declared.Identifier.Text],
        EventFieldDeclarationSyntax declared => declared.Declaration.Variables.Select(v => v.Identifier.Text),
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(v => v.Identifier.Text),
        EnumMemberDeclarationSyntax value => [value.Identifier.Text],
        ConstructorDeclarationSyntax => ["new"],
        _ => [],
    };
}

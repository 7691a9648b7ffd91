using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>Reads one grammar file strictly and compiles it; reports every fault with its place.</summary>
internal static class SerialGrammarReader
{
    private static readonly Dictionary<string, GrammarStatus> s_status = new(StringComparer.Ordinal)
    {
        ["measured"] = GrammarStatus.Measured,
        ["documented"] = GrammarStatus.Documented,
        ["observed"] = GrammarStatus.Observed,
        ["provisional"] = GrammarStatus.Provisional,
    };

    private static readonly Dictionary<string, UnitOfAccount> s_units = new(StringComparer.Ordinal)
    {
        ["tCO2e"] = UnitOfAccount.TonneCo2e,
        ["kgCO2e"] = UnitOfAccount.KilogramCo2e,
        ["biodiversity"] = UnitOfAccount.Biodiversity,
        ["MWh"] = UnitOfAccount.MegawattHour,
        ["ESCert"] = UnitOfAccount.EnergySavingCertificate,
        ["green-credit"] = UnitOfAccount.GreenCredit,
    };

    internal static SerialGrammar? Read(byte[] utf8, string? file, ProblemList problems)
    {
        var own = new ProblemList();
        var root = LocatedJson.Read(utf8, file, own);
        var grammar = root is null ? null : Read(new ObjectReader(root, own));
        foreach (var problem in own.ToList())
        {
            problems.Add(problem);
        }

        return own.HasErrors ? null : grammar;
    }

    private static SerialGrammar? Read(ObjectReader root)
    {
        root.OptionalText("$schema");
        var (id, registry, title, source) = (root.Text("grammar"), root.Text("registry"), root.Text("title"), root.Text("source"));
        root.OptionalText("note");
        var status = root.Choice("status", s_status);
        var unit = root.Choice("unit", s_units);
        var yieldsTo = Texts(root.OptionalList("yieldsTo"));
        var examples = Texts(root.List("examples"));
        var reader = new FormReader(root.Problems);
        var form = reader.Read(root.List("form"));
        var fields = reader.Fields.ToArray();
        var project = FieldList(root, "project", fields);
        var neverPadded = FieldList(root, "neverPadded", fields);
        var projectOf = root.OptionalText("projectOf");
        var scope = root.OptionalText("scope");
        var exAnte = ExAnte(root, fields);
        var conversion = Conversion(root, fields);
        root.Done();
        CheckFields(root, form, fields, scope);
        if (root.Problems.HasErrors || id is null || registry is null)
        {
            return null;
        }

        var grammar = new SerialGrammar(id, registry, form, fields)
        {
            Title = title!,
            Source = source!,
            Status = status!.Value,
            Unit = unit!.Value,
            YieldsTo = yieldsTo,
            Examples = examples,
            ProjectOf = projectOf,
            ScopeTemplate = scope,
            NeverPadded = neverPadded,
            ExAnte = exAnte,
            Conversion = conversion,
            ProjectFirst = project.Length > 0 ? project[0] : Array.IndexOf(fields, "project"),
            ProjectLast = project.Length > 0 ? project[project.Length - 1] : Array.IndexOf(fields, "project"),
        };
        CheckExamples(root, grammar);
        return grammar;
    }

    private static string[] Texts(IReadOnlyList<LocatedNode> nodes) => nodes.Select(n => n.Value ?? "").ToArray();

    private static int[] FieldList(ObjectReader root, string key, string[] fields) =>
        root.OptionalList(key).Select(node => FieldIndex(root, node, node.Value ?? "", fields)).ToArray();

    private static int FieldIndex(ObjectReader root, LocatedNode node, string name, string[] fields)
    {
        var index = Array.IndexOf(fields, name);
        if (index < 0)
        {
            root.Problems.Error("unknown-field", node.Place, $"The form has no field \"{name}\".", string.Join(", ", fields), root.Problems.Nearest(name, fields));
        }

        return index;
    }

    private static (int Field, string[] Values)[] ExAnte(ObjectReader root, string[] fields) =>
        root.OptionalList("exAnte").Select(node =>
        {
            var mark = new ObjectReader(node, root.Problems);
            var field = FieldIndex(root, node, mark.Text("field") ?? "", fields);
            var values = Texts(mark.List("values"));
            mark.Done();
            return (field, values);
        }).ToArray();

    private static (int Field, (string Value, string Registry)[] From) Conversion(ObjectReader root, string[] fields)
    {
        if (root.OptionalObject("conversion") is not { } conversion)
        {
            return (-1, []);
        }

        var field = FieldIndex(root, conversion.Node, conversion.Text("field") ?? "", fields);
        var from = conversion.Object("from")?.Node.Children.Select(m => (m.Key!, m.Value ?? "")).ToArray() ?? [];
        conversion.Done();
        return (field, from);
    }

    private static void CheckFields(ObjectReader root, FormElement[] form, string[] fields, string? scope)
    {
        int start = StepOf(form, fields, "start"), end = StepOf(form, fields, "end");
        Check((start < 0) == (end < 0) && start <= end, "block-fields", "A block has both fields, \"start\" before \"end\", or neither.");
        Check(start < 0 || end < 0 || (form[start].IsNumber && form[end].IsNumber), "block-fields", "\"start\" and \"end\" are fields of the kind \"number\".");
        Check(start < 0 || scope is not null || (start > 0 && form[start - 1].Field < 0), "scope", "Without a \"scope\", a separator comes before \"start\".");
        foreach (var name in new[] { "vintage", "vintageStart", "vintageEnd" })
        {
            var step = StepOf(form, fields, name);
            Check(step < 0 || form[step].Kind == ElementKind.Date, "vintage", $"\"{name}\" is a field of the kind \"date\".");
        }

        foreach (var name in ScopeFields(scope ?? ""))
        {
            Check(Array.IndexOf(fields, name) >= 0, "scope", $"The scope names \"{name}\", which is no field of the form.");
        }

        void Check(bool holds, string code, string message)
        {
            if (!holds)
            {
                root.Problems.Error(code, root.Node.Place, message);
            }
        }
    }

    private static IEnumerable<string> ScopeFields(string scope)
    {
        for (var open = scope.IndexOf('{'); open >= 0; open = scope.IndexOf('{', open + 1))
        {
            var close = scope.IndexOf('}', open);
            yield return close < 0 ? "" : scope.Substring(open + 1, close - open - 1);
        }
    }

    private static void CheckExamples(ObjectReader root, SerialGrammar grammar)
    {
        var fields = new FieldSlice[SerialGrammar.MaxFields];
        foreach (var example in root.Node.Member("examples")!.Children)
        {
            if (!grammar.TryMatch((example.Value ?? "").AsSpan(), fields, out _))
            {
                root.Problems.Error("example", example.Place, $"The grammar does not take its own example \"{example.Value}\".");
            }
        }
    }

    private static int StepOf(FormElement[] form, string[] fields, string name)
    {
        var field = Array.IndexOf(fields, name);
        return field < 0 ? -1 : Array.FindIndex(form, e => e.Field == field);
    }
}

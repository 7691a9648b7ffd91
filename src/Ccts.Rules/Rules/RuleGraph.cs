using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Sdk;

namespace Ccts.Rules.Rules;

/// <summary>The rules of a ruleset as a graph: facts and parameters lead to rules, exceptions to what they override.</summary>
public static class RuleGraph
{
    /// <summary>As a Mermaid flowchart.</summary>
    public static string Mermaid(RuleBook book)
    {
        var text = new StringBuilder("flowchart LR\n");
        foreach (var (id, label, kind) in Nodes(Require.NotNull(book)))
        {
            var (open, close) = kind switch { NodeKind.Fact => ("([", "])"), NodeKind.Parameter => ("[(", ")]"), _ => ("[", "]") };
            text.Append("  ").Append(id).Append(open).Append('"').Append(Escape(label, "#quot;")).Append('"').Append(close).Append('\n');
        }

        foreach (var (from, to, label) in Edges(book))
        {
            text.Append("  ").Append(from).Append(label.Length == 0 ? " --> " : $" -. {label} .-> ").Append(to).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>In the DOT language of Graphviz.</summary>
    public static string Dot(RuleBook book)
    {
        var text = new StringBuilder("digraph rules {\n  rankdir=LR;\n");
        foreach (var (id, label, kind) in Nodes(Require.NotNull(book)))
        {
            var shape = kind switch { NodeKind.Fact => "ellipse", NodeKind.Parameter => "cylinder", _ => "box" };
            text.Append("  ").Append(id).Append(" [shape=").Append(shape).Append(", label=\"").Append(Escape(label, "\\\"")).Append("\"];\n");
        }

        foreach (var (from, to, label) in Edges(book))
        {
            text.Append("  ").Append(from).Append(" -> ").Append(to).Append(label.Length == 0 ? ";\n" : $" [style=dashed, label=\"{label}\"];\n");
        }

        return text.Append("}\n").ToString();
    }

    private enum NodeKind
    {
        Fact,
        Parameter,
        Rule,
    }

    private static IEnumerable<(string Id, string Label, NodeKind Kind)> Nodes(RuleBook book) =>
        book.Rules.SelectMany(r => r.Facts).Distinct().Select(f => (Id("fact", f.Name), f.Name, NodeKind.Fact))
            .Concat(book.Rules.SelectMany(r => r.Parameters).Distinct().Select(p => (Id("parameter", p.Path), p.Path, NodeKind.Parameter)))
            .Concat(book.Rules.Select(r => (Id("rule", r.Id), $"{r.Id}: {r.Effect.ToString().ToLowerInvariant()}", NodeKind.Rule)));

    private static IEnumerable<(string From, string To, string Label)> Edges(RuleBook book) =>
        book.Rules.SelectMany(r => r.Facts.Select(f => (Id("fact", f.Name), Id("rule", r.Id), ""))
            .Concat(r.Parameters.Select(p => (Id("parameter", p.Path), Id("rule", r.Id), "")))
            .Concat(r.Overrides.Select(o => (Id("rule", r.Id), Id("rule", o), "overrides"))));

    // Names are small letters, digits, dots and hyphens; a dot becomes two underscores and a hyphen one.
    private static string Id(string kind, string name) => kind + "_" + name.Replace(".", "__").Replace("-", "_");

    private static string Escape(string text, string quote) => text.Replace("\"", quote);
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk;
using Ccts.Sdk.Formats.Json;

namespace Ccts.Rules.Rules.Vocabulary;

/// <summary>Every fact that the rules of a ruleset may use.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FactVocabulary
{
    /// <summary>The day of the request.</summary>
    public const string Date = "request.date";
    /// <summary>The compliance year of the request.</summary>
    public const string Year = "request.year";
    internal const string Segment = "market.segment";
    internal const string UnitKind = "unit.kind";

    /// <summary>The facts of every request, in every vocabulary.</summary>
    public static readonly FactVocabulary BuiltIn = new(
    [
        new Fact(Date, FactType.Date, "The day of the request; parameters are taken as they apply on it.", default),
        new Fact(Year, FactType.Year, "The compliance year the request is about.", default),
    ]);

    private readonly Dictionary<string, Fact> _facts;
    private readonly NotStated _inNames;

    internal FactVocabulary(IEnumerable<Fact> facts, NotStated? notStated = null)
    {
        Facts = facts.ToList();
        NotStated = (notStated ?? NotStated.Shipped).With(Facts.Where(f => f.Type.Kind == FactKind.Text).SelectMany(f => new[] { f.Name, LastOf(f.Name) }));
        _inNames = NotStated.ForNames();
        _facts = Facts.ToDictionary(f => f.Name, StringComparer.Ordinal);
    }

    /// <summary>The facts in the order of their file.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>The fact of a name, or null.</summary>
    public Fact? Find(string name) => _facts.TryGetValue(Require.NotNull(name), out var fact) ? fact : null;

    /// <summary>Whether a text has content: "n/a", "-" and the like have none.</summary>
    /// <param name="text">A text, such as the name of an account.</param>
    public bool States(string text) => !NotStated.IsSilent(Require.NotNull(text));

    /// <summary>Which texts state nothing, of whatever fact.</summary>
    internal NotStated NotStated { get; }

    // An unfilled form or template has the text "owner" for the owner.
    private static string LastOf(string name) => name.Substring(name.LastIndexOf('.') + 1);

    /// <summary>Whether a text has no content for a fact. A word of a choice always has content: an adjustment may be "unknown".</summary>
    internal bool IsBlank(FactType type, string text) => type.Words?.Holds(text) != true && (type.Kind == FactKind.Text ? (type.Form is null ? _inNames : NotStated).Read(text) is null : NotStated.IsSilent(text));

    internal IEnumerable<string> Names => Facts.Select(f => f.Name);
}

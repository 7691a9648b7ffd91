using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Credits.Attributes;

/// <summary>The type of a credit.</summary>
public enum CreditType
{
    /// <summary>Emissions that were avoided.</summary>
    Avoidance,

    /// <summary>Emissions that were reduced.</summary>
    Reduction,

    /// <summary>Carbon removed from the atmosphere.</summary>
    Removal,
}

/// <summary>How carbon was removed.</summary>
public enum RemovalMethod
{
    /// <summary>Direct air capture.</summary>
    Dac,

    /// <summary>Bioenergy with capture and storage.</summary>
    Beccs,

    /// <summary>Biochar.</summary>
    Biochar,

    /// <summary>Enhanced weathering of minerals.</summary>
    Weathering,

    /// <summary>The ocean.</summary>
    Ocean,

    /// <summary>Forestry.</summary>
    Forestry,
}

/// <summary>Words for types and methods, as files write them.</summary>
internal static class CreditWords
{
    internal static readonly string[] Types = ["avoidance", "reduction", "removal"];
    internal static readonly string[] Methods = ["dac", "beccs", "biochar", "weathering", "ocean", "forestry"];

    internal static CreditType? TypeOf(string? word) => word is null ? null : (CreditType)IndexOf(Types, word);

    internal static RemovalMethod? MethodOf(string? word) => word is null ? null : (RemovalMethod)IndexOf(Methods, word);

    internal static string? Word(CreditType? type) => type is { } known ? Types[(int)known] : null;

    internal static string? Word(RemovalMethod? method) => method is { } known ? Methods[(int)known] : null;

    private static int IndexOf(IReadOnlyList<string> words, string word) =>
        words.ToList().IndexOf(word.Trim().ToLowerInvariant()) is var at and >= 0 ? at : throw new FormatException($"\"{word}\" is not one of {string.Join(", ", words)}.");
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Credits.Attributes;

/// <summary>What a credit stands for.</summary>
public enum CreditType
{
    /// <summary>Emissions that did not come about.</summary>
    Avoidance,

    /// <summary>Emissions that became less.</summary>
    Reduction,

    /// <summary>Carbon taken out of the air.</summary>
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

    /// <summary>Weathering of minerals.</summary>
    Weathering,

    /// <summary>The ocean.</summary>
    Ocean,

    /// <summary>Forestry.</summary>
    Forestry,
}

/// <summary>By whose standard a credit was issued. Others have a word of their own in <see cref="CreditAttributes.Standard"/>.</summary>
public static class CreditStandards
{
    /// <summary>Verified Carbon Standard.</summary>
    public const string Vcs = "VCS";

    /// <summary>Gold Standard.</summary>
    public const string GoldStandard = "GS";

    /// <summary>Climate Action Reserve.</summary>
    public const string Car = "CAR";

    /// <summary>American Carbon Registry.</summary>
    public const string Acr = "ACR";

    /// <summary>Clean Development Mechanism.</summary>
    public const string Cdm = "CDM";

    /// <summary>Article 6 of the Paris Agreement.</summary>
    public const string Article6 = "Article6";

    /// <summary>India's offset mechanism.</summary>
    public const string Icm = "ICM";

    /// <summary>The standard of a registry's id; null for a registry that is not known to issue by one alone.</summary>
    public static string? OfRegistry(string registry) => registry switch
    {
        "verra" => Vcs,
        "gold-standard" => GoldStandard,
        "car" => Car,
        "acr" => Acr,
        "cdm" => Cdm,
        "itmo" => Article6,
        _ => null,
    };
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
        words.ToList().IndexOf(word.Trim().ToLowerInvariant()) is var at and >= 0 ? at : throw new FormatException($"\"{word}\" is none of {string.Join(", ", words)}.");
}

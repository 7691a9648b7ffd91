using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Credits.Article6;

/// <summary>The purpose for which an ITMO is authorised, in the words of the agreed electronic format.</summary>
public enum Article6Purpose
{
    /// <summary>Use towards a nationally determined contribution.</summary>
    Ndc,

    /// <summary>Other international mitigation purposes.</summary>
    Oimp,

    /// <summary>International mitigation purposes, such as CORSIA.</summary>
    Imp,

    /// <summary>Other purposes.</summary>
    Op,

    /// <summary>NDC and OIMP.</summary>
    NdcAndOimp,

    /// <summary>NDC and IMP.</summary>
    NdcAndImp,

    /// <summary>NDC and OP.</summary>
    NdcAndOp,
}

/// <summary>Which event is the first transfer of an ITMO that is authorised for other international mitigation purposes.</summary>
public enum FirstTransferDefinition
{
    /// <summary>None is needed: the ITMO is for NDC use alone.</summary>
    NotApplicable,

    /// <summary>The authorisation.</summary>
    Authorization,

    /// <summary>The issuance.</summary>
    Issuance,

    /// <summary>The use or cancellation.</summary>
    UseOrCancellation,
}

/// <summary>Whether emissions were reduced or carbon was removed.</summary>
public enum MitigationType
{
    /// <summary>Emission reductions.</summary>
    EmissionReductions,

    /// <summary>Removals.</summary>
    Removals,
}

/// <summary>What was done with ITMOs.</summary>
public enum Article6ActionType
{
    /// <summary>The first international transfer.</summary>
    FirstTransfer,

    /// <summary>A later transfer.</summary>
    Transfer,

    /// <summary>Received from another Party.</summary>
    Acquisition,

    /// <summary>Used.</summary>
    Use,

    /// <summary>Cancelled.</summary>
    Cancellation,
}

/// <summary>The words of the agreed electronic format for these.</summary>
public static class Article6Words
{
    private static readonly string[] Purposes = ["NDC", "OIMP", "IMP", "OP", "NDC and OIMP", "NDC and IMP", "NDC and OP"];
    private static readonly string[] Definitions = ["NA", "Authorization", "Issuance", "Use or cancellation"];
    private static readonly string[] Mitigations = ["Emission reductions", "Removals"];
    private static readonly string[] Actions = ["First transfer", "Transfer", "Acquisition", "Use", "Cancellation"];

    internal static IReadOnlyList<string> AllPurposes => Purposes;

    internal static IReadOnlyList<string> AllDefinitions => Definitions;

    internal static IReadOnlyList<string> AllMitigations => Mitigations;

    internal static IReadOnlyList<string> AllActions => Actions;

    /// <summary>The word.</summary>
    public static string Word(this Article6Purpose purpose) => Purposes[(int)purpose];

    /// <summary>The word.</summary>
    public static string Word(this FirstTransferDefinition definition) => Definitions[(int)definition];

    /// <summary>The word.</summary>
    public static string Word(this MitigationType mitigation) => Mitigations[(int)mitigation];

    /// <summary>The word.</summary>
    public static string Word(this Article6ActionType action) => Actions[(int)action];

    /// <summary>Whether a purpose includes use towards an NDC.</summary>
    public static bool HasNdc(this Article6Purpose purpose) => purpose is not (Article6Purpose.Oimp or Article6Purpose.Imp or Article6Purpose.Op);

    /// <summary>Whether a purpose includes anything other than use towards an NDC.</summary>
    public static bool HasOther(this Article6Purpose purpose) => purpose != Article6Purpose.Ndc;

    internal static Article6Purpose PurposeOf(string word) => (Article6Purpose)IndexOf(Purposes, word);

    internal static FirstTransferDefinition DefinitionOf(string word) => (FirstTransferDefinition)IndexOf(Definitions, word);

    internal static MitigationType MitigationOf(string word) => (MitigationType)IndexOf(Mitigations, word);

    internal static Article6ActionType ActionOf(string word) => (Article6ActionType)IndexOf(Actions, word);

    private static int IndexOf(string[] words, string word) => Array.IndexOf(words, word) is var at and >= 0 ? at : throw new FormatException($"\"{word}\" is not one of {string.Join(", ", words)}.");
}

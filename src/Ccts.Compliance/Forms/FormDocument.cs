using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;

namespace Ccts.Compliance.Forms;

/// <summary>One of BEE's forms, field by field, as the procedure prints them.</summary>
/// <remarks>Immutable and thread-safe. Labels and statements are a stored copy's of the procedure, where it prints them; its PDF was not seen.</remarks>
public sealed record FormDocument
{
    /// <summary>The form: <c>e2</c>, <c>a</c>, <c>b</c>, <c>c</c> or <c>d</c>; or a document that the procedure asks for without printing a form: <c>plan</c>, <c>ghg</c>, <c>verification</c>, <c>check</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Where the procedure prints it, e.g. <c>DPCM Annexure VI</c>.</summary>
    public required string Annexure { get; init; }

    /// <summary>The entity.</summary>
    public required ObligatedEntity Entity { get; init; }

    /// <summary>For which year.</summary>
    public required ComplianceYear Year { get; init; }

    /// <summary>The ruleset its figures rest on; null where it has no figures, as a monitoring plan.</summary>
    public RulesetIdentity? Ruleset { get; init; }

    /// <summary>Says that the activity data are invented; null for a real report.</summary>
    public string? Illustrative { get; init; }

    /// <summary>Notices above its figures: what a reader must know to read them correctly, or why the document is not valid.</summary>
    public IReadOnlyList<FormNotice> Notices { get; init; } = [];

    /// <summary>Its parts in order.</summary>
    public required IReadOnlyList<FormPart> Parts { get; init; }

    /// <summary>Every field in order.</summary>
    public IEnumerable<FormField> Fields => Parts.SelectMany(p => p.Fields);
}

/// <summary>What a reader has to know before the figures of a form.</summary>
/// <param name="Text">The sentence, with its clause where there is one.</param>
/// <param name="IsGap">Whether something is missing or does not add up, so that the document does not stand as it is.</param>
public sealed record FormNotice(string Text, bool IsGap = false);

/// <summary>A part of a form.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Fields">Its fields in order.</param>
public sealed record FormPart(string Title, IReadOnlyList<FormField> Fields)
{
    /// <summary>Whether the form prints the year before beside the current one here.</summary>
    public bool HasPrevious { get; init; }

    /// <summary>The headings of a table that the form itself prints, one row per group of fields; otherwise empty.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];
}

/// <summary>A field of a form: computed, stated by whoever files, still empty, or a text that the form prints to be signed.</summary>
/// <param name="Number">Its number in the form, e.g. <c>B2(xiv)</c>; unique in the form.</param>
/// <param name="Label">Its label.</param>
/// <param name="Value">Its value; null while it is empty.</param>
/// <param name="Unit">The unit, or null.</param>
/// <param name="Origin">Where the value comes from.</param>
/// <param name="Remark">What a reader of the value must know, or why it is empty; or null.</param>
public sealed record FormField(string Number, string Label, string? Value, string? Unit, FormOrigin Origin, string? Remark = null)
{
    /// <summary>What stands in the column of the year before; null where there is no such column or nothing is known.</summary>
    public string? Previous { get; init; }

    /// <summary>Whether it is computed or unknown, and cannot be stated.</summary>
    internal bool IsComputedAlone { get; init; }
}

/// <summary>Where the value of a field comes from.</summary>
public enum FormOrigin
{
    /// <summary>Nobody has filled it.</summary>
    Empty,

    /// <summary>From the monitoring report or the assessment; nobody can state another.</summary>
    Computed,

    /// <summary>Stated by whoever files the form.</summary>
    Stated,

    /// <summary>Text that the form itself prints: its label is what is signed, and nothing is filled in.</summary>
    Printed,
}

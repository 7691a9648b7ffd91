using System;
using System.Collections.Generic;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger.History;

namespace Ccts.Compliance.Accounts;

/// <summary>An earlier year whose report is available: what was earned or owed for it, by the same rule as for the account's own year, less what is settled.</summary>
/// <param name="Position">Its position; certificates held are in the account's own position.</param>
/// <param name="IsSettledKnown">Whether a ledger says what was issued and surrendered for it.</param>
public sealed record EarlierYear(YearPosition Position, bool IsSettledKnown)
{
    /// <summary>What a reader must know to read its figures correctly, e.g. that they are deemed.</summary>
    public IReadOnlyList<string> Meaning { get; init; } = [];

    /// <summary>The year.</summary>
    public ComplianceYear Year => Position.Year;

    /// <summary>Certificates to be surrendered for it; null where its certificates are withheld.</summary>
    public long? Owed => Position.Projected is { } projected ? Math.Max(-projected, 0) : null;

    /// <summary>Certificates earned for it; null where they are withheld.</summary>
    public long? Earned => Position.Projected is { } projected ? Math.Max(projected, 0) : null;

    /// <summary>Certificates issued for it; null without a ledger.</summary>
    public long? Issued => IsSettledKnown ? Position.Settled.Issued : null;

    /// <summary>Certificates surrendered for it; null without a ledger.</summary>
    public long? Surrendered => IsSettledKnown ? Position.Settled.Surrendered : null;

    /// <summary>What is counted of it, below zero owed; null where it is not known, and then the account names it.</summary>
    public long? Net => IsSettledKnown ? Position.Net - Position.Held : null;

    /// <summary>The lowest over the open points of law.</summary>
    public long? NetLow => IsSettledKnown ? Position.NetLow - Position.Held : null;

    /// <summary>The highest.</summary>
    public long? NetHigh => IsSettledKnown ? Position.NetHigh - Position.Held : null;

    /// <summary>From an earlier year's assessment; null where no target is at hand for it, or one that is not in force.</summary>
    /// <param name="assessment">The assessment of that year.</param>
    /// <param name="rules">The rules it was made under.</param>
    /// <param name="settled">What was settled for it by the ledger; null without one.</param>
    public static EarlierYear? Of(Assessment assessment, CertificateRules rules, SettledSoFar? settled)
    {
        var position = PositionCalculator.Of(assessment, rules) with { Settled = settled ?? SettledSoFar.Nothing };
        return (position.Projected is null && assessment.Withheld is null) || !assessment.HasBindingTarget() ? null : new EarlierYear(position, settled is not null) { Meaning = assessment.Meaning() };
    }
}

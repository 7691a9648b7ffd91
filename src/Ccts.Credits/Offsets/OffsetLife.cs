using System.Collections.Generic;
using System.Linq;
using System;
using Ccts.Credits.Attributes;
using Ccts.Credits.Offsets.Moves;
using Ccts.Credits.Projects;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Credits.Offsets;

/// <summary>The state of a project, from its events applied in order.</summary>
internal sealed class OffsetLife
{
    private CarbonProject _project;
    private ProjectStatus _before;

    internal OffsetLife(OffsetEvent registration, OffsetSteps steps)
    {
        (_project, Type, Steps) = (registration.Description!, registration.CreditType!.Value, steps);
        (Status, Since) = (steps.Of((ProjectStatus?)null, OffsetMove.Register)!.To!, registration.Day);
        _before = Status;
        Periods = [new CreditingPeriod(registration.From!.Value, registration.Until)];
        Events.Add(registration);
    }

    internal string Id => _project.Id;

    internal CarbonProject Project => _project;

    internal CreditType Type { get; }

    internal ProjectStatus Status { get; private set; }

    /// <summary>The day on which it came to stand so.</summary>
    internal LocalDate Since { get; private set; }

    /// <summary>The steps in force at its last event.</summary>
    internal OffsetSteps Steps { get; private set; }

    internal List<OffsetEvent> Events { get; } = [];

    internal List<CreditingPeriod> Periods { get; }

    internal List<OffsetReport> Reports { get; } = [];

    internal List<SerialBlock> Free { get; private set; } = [];

    internal List<SerialBlock> Buffer { get; private set; } = [];

    internal long Reversed { get; private set; }

    internal long MadeGood { get; private set; }

    internal long Retired { get; private set; }

    internal long Cancelled { get; private set; }

    internal long Issued => Reports.Sum(r => r.Issued);

    /// <summary>A report that is neither refused nor completely issued.</summary>
    internal OffsetReport? OpenReport => Reports.Find(r => (r.Stage != ReportStage.Refused && r.Stage != ReportStage.Issued) || r.Issued < r.Verified);

    internal OffsetReport? Report(string? id) => Reports.Find(r => r.Id == id);

    internal void Apply(OffsetEvent e, OffsetSteps steps)
    {
        Events.Add(e);
        Steps = steps;
        if (steps.IsOfProject(e.Move))
        {
            ApplyToProject(e);
        }
        else if (steps.IsOfReport(e.Move))
        {
            ApplyToReport(e);
        }
        else
        {
            ApplyToUnits(e);
        }
    }

    private void ApplyToProject(OffsetEvent e)
    {
        var to = Steps.Of(Status, e.Move)!.To ?? _before;
        (_before, Since) = (to == ProjectStatus.Suspended && Status != to ? Status : _before, Status == to ? Since : e.Day);
        Status = to;
        switch (e.Move.Word)
        {
            case OffsetMove.AmendWord:
                // Validation and verification days come from the journal, not from the description.
                _project = e.Description! with { ValidationDate = _project.ValidationDate, VerificationDates = _project.VerificationDates, Verifier = e.Description!.Verifier ?? _project.Verifier };
                break;
            case OffsetMove.ValidateWord:
                _project = _project with { ValidationDate = e.Day, Verifier = Agency(e) };
                break;
            case OffsetMove.RenewWord:
                Periods.Add(new CreditingPeriod(e.From!.Value, e.Until));
                break;
        }
    }

    private void ApplyToReport(OffsetEvent e)
    {
        if (e.Move == OffsetMove.Report)
        {
            Reports.Add(new OffsetReport(e.Report!, e.From!.Value, e.Until!.Value, e.Tonnes!.Value, Steps.Of((ReportStage?)null, e.Move)!.To!, null, 0) { Since = e.Day });
            return;
        }

        var at = Reports.FindIndex(r => r.Id == e.Report);
        var report = Reports[at];
        var to = Steps.Of(report.Stage, e.Move)!.To!;
        report = report with { Stage = to, Since = report.Stage == to ? report.Since : e.Day };
        switch (e.Move.Word)
        {
            case OffsetMove.VerifyWord:
                report = report with { Verified = e.Tonnes };
                _project = _project with { VerificationDates = [.. _project.VerificationDates, e.Day], Verifier = Agency(e) };
                break;
            case OffsetMove.ReturnWord:
                report = report with { Verified = null };
                break;
            case OffsetMove.IssueWord:
                report = report with { Issued = report.Issued + IssuedUnits.Tonnes(e.Units) + IssuedUnits.Tonnes(e.Buffer) };
                Free.AddRange(e.Units);
                Buffer.AddRange(e.Buffer);
                break;
        }

        Reports[at] = report;
    }

    private void ApplyToUnits(OffsetEvent e)
    {
        switch (e.Move.Word)
        {
            case OffsetMove.ReverseWord:
                (Buffer, Reversed, MadeGood) = (IssuedUnits.Without(Buffer, e.Buffer), Reversed + e.Tonnes!.Value, MadeGood + IssuedUnits.Tonnes(e.Buffer));
                break;
            case OffsetMove.RetireWord:
                (Free, Retired) = (IssuedUnits.Without(Free, e.Units), Retired + IssuedUnits.Tonnes(e.Units));
                break;
            default:
                (Free, Cancelled) = (IssuedUnits.Without(Free, e.Units), Cancelled + IssuedUnits.Tonnes(e.Units));
                break;
        }
    }

    // Prefers the description's organisation where the name is the same, because it has more detail.
    private Organization Agency(OffsetEvent e) =>
        _project.Verifier is { } known && (PlainName.Same(known.Name, e.Actor.Organisation) || PlainName.Same(known.Id, e.Actor.Organisation)) ? known : new Organization(e.Actor.Organisation, e.Actor.Organisation);
}

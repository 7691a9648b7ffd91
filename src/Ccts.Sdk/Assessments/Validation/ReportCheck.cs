using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using System.Globalization;
using NodaTime;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>One pass over a report: the rules, the problems so far and the current stream. Not thread-safe, never shared.</summary>
internal sealed class ReportCheck(MonitoringReport report, AssessmentRules rules, ProblemList problems, Edition edition, bool partOfYear = false)
{
    private string _list = "";
    private int _index;
    private string? _partList;
    private int _part;

    internal MonitoringReport Report => report;

    internal AssessmentRules Rules => rules;

    internal ProblemList Problems => problems;

    internal Edition Edition => edition;

    /// <summary>Whether the report covers part of its year, so that later days are not gaps.</summary>
    internal bool PartOfYear => partOfYear;

    /// <summary>What values are compared with; null without thresholds and in the first edition.</summary>
    internal PlausibilityRules? Plausible => edition == Edition.First ? null : rules.Monitoring.Plausibility;

    /// <summary>The intensity of the plant's own baseline, in tonnes, or else its target; null if neither is known.</summary>
    internal decimal? Baseline => ReportedTarget.Find(report, rules, new Workings(keepSteps: false)) is { } row ? (row.BaselineIntensity ?? row.Target)?.TonnesPerUnit : null;

    /// <summary>The day on which most streams of a part of a year end; null for a whole year, and if not compared.</summary>
    internal LocalDate? LastDay { get; } = partOfYear && edition != Edition.First && rules.Monitoring.Plausibility is not null ? Ends.Common(report) : null;

    internal MonitoredStream Stream { get; private set; } = null!;

    /// <summary>Turns to a stream; <paramref name="list"/> and <paramref name="index"/> name its place when the report has none.</summary>
    internal void TurnTo(MonitoredStream stream, string list, int index)
    {
        (Stream, _list, _index, _partList) = (stream, list, index, null);
        for (var i = 0; i < stream.Evidence.Count && !EvidenceNamesValues; i++)
        {
            EvidenceNamesValues = stream.Evidence[i].Of is not null;
        }
    }

    /// <summary>Whether a document of a stream so far names its value.</summary>
    internal bool EvidenceNamesValues { get; private set; }

    /// <summary>Moves to a part of the stream, such as one input of a mass balance.</summary>
    internal void TurnToPart(string list, int index) => (_partList, _part) = (list, index);

    /// <summary>Turns from a part back to its stream.</summary>
    internal void TurnBack() => _partList = null;

    internal void Error(string code, string field, string message, string? expected = null, string? hint = null, Standing? law = null) =>
        problems.Error(code, At(field), message, expected, hint, law?.Source.ToString());

    internal void Warn(string code, string field, string message, string? expected = null, string? hint = null, Standing? law = null) =>
        problems.Warn(code, At(field), message, expected, hint, law?.Source.ToString());

    internal void Info(string code, string field, string message, string? hint = null, Standing? law = null) =>
        problems.Add(new Problem(code, Severity.Info, message, At(field)) { Hint = hint, Clause = law?.Source.ToString() });

    /// <summary>Where the stream begins, pointing at one of its fields; by list and index for a report built in memory.</summary>
    internal SourcePlace At(string field)
    {
        var step = field.Length == 0 ? "" : "/" + field;
        step = _partList is null ? step : "/" + _partList + "/" + _part.ToString(CultureInfo.InvariantCulture) + step;
        return Stream.Place.Line > 0
            ? Stream.Place with { Pointer = Stream.Place.Pointer + step }
            : SourcePlace.At("/" + _list + "/" + _index.ToString(CultureInfo.InvariantCulture) + step);
    }
}

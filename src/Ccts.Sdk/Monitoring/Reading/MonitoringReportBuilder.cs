using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>
/// Builds a report member by member, with the names and words of its JSON form. For hosts whose language has neither <c>init</c> nor
/// <c>required</c>: C# 7.3 on .NET Framework, Visual Basic. Others create a <see cref="MonitoringReport"/> directly.
/// </summary>
/// <remarks>Not thread-safe. The names are those of docs/monitoring-report.md; a misspelt one is a problem of <see cref="TryBuild"/>.</remarks>
public sealed class MonitoringReportBuilder
{
    private readonly ReportMembers _members = new();

    /// <summary>Begins a report of an entity for a compliance year.</summary>
    /// <param name="year">The year.</param>
    /// <param name="entity">Who reports.</param>
    public MonitoringReportBuilder(ComplianceYear year, ObligatedEntity entity)
    {
        Require.NotNull(entity);
        _members.Set("format", ReportReading.Format);
        _members.Set("complianceYear", year.ToString());
        Optional("entity.registration", entity.Registration?.Text);
        Optional("entity.name", entity.Name);
        Optional("entity.sector", entity.Sector);
        Optional("entity.subSector", entity.SubSector);
        Optional("entity.state", entity.State);
    }

    /// <summary>States a member of the report, such as <c>whyUnusual</c>; dots separate levels: <c>ownTarget.target</c>.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="value">Its value as the JSON form writes it; a quantity as its <c>ToString()</c>, such as <c>33.62 GJ/t</c>.</param>
    /// <exception cref="System.ArgumentException">The name is blank, or leads through a member that is text.</exception>
    public MonitoringReportBuilder With(string member, string value)
    {
        _members.Set(member, Require.NotNull(value));
        return this;
    }

    /// <summary>States a Boolean member, such as <c>documentsSubmitted</c>.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="System.ArgumentException">The name is blank, or leads through a member that is text.</exception>
    public MonitoringReportBuilder With(string member, bool value)
    {
        _members.Set(member, value);
        return this;
    }

    /// <summary>Adds a stream to one of the report's lists.</summary>
    /// <param name="list">The list, such as <c>fuels</c> or <c>products</c>.</param>
    /// <param name="id">The plant's own name of the stream, unique within the report.</param>
    /// <exception cref="System.ArgumentException">The list or the id is blank.</exception>
    public StreamBuilder Add(string list, string id) => new StreamBuilder(_members.Add(list)).With("id", Require.NotBlank(id));

    /// <summary>The report; false with every problem when there is an error. The builder can still be used afterwards.</summary>
    /// <param name="report">The report, or null.</param>
    /// <param name="problems">Every problem, each with the pointer of its member.</param>
    public bool TryBuild([NotNullWhen(true)] out MonitoringReport? report, out IReadOnlyList<Problem> problems) =>
        MonitoringReportReader.TryRead(Encoding.UTF8.GetBytes(_members.Text), file: null, out report, out problems);

    /// <summary>The report.</summary>
    /// <exception cref="CctsDataException">A member is missing, misspelt or not understood; the exception lists all of them.</exception>
    public MonitoringReport Build() => TryBuild(out var report, out var problems) ? report : throw new CctsDataException(problems);

    private void Optional(string member, string? value)
    {
        if (value is not null)
        {
            _members.Set(member, value);
        }
    }
}

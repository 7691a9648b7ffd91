using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Serials;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Reports columns of a row that contradict its serial.</summary>
internal sealed class SerialContradictions(ExportColumns columns, RowCells cells, RowFindings findings, SerialGrammars grammars)
{
    // Names of registries that are also known by the name of their standard or in full.
    private static readonly (string Name, string Registry)[] OtherNames =
    [
        ("vcs", "verra"), ("verifiedcarbonstandard", "verra"), ("gs", "goldstandard"), ("americancarbonregistry", "acr"), ("climateactionreserve", "car"), ("puroearth", "puro"),
    ];

    // A project of Verra's may be in several countries: its export names the first, and each serial its own.
    private const string OfSeveralCountries = "verra";

    private readonly int _registry = Column(columns, columns.Unread, "registry", "registryname");
    private readonly int _country = columns.Of(ColumnRoles.Country) is [var stated, ..] ? stated : Column(columns, columns.Unread, "country", "countrycode", "countryname", "hostcountry");
    private readonly int _vintageStart = Column(columns, Enumerable.Range(0, columns.Count), "vintagestart", "vintagestartdate");

    internal void Check(SerialReading reading, VintageYears? vintage, StatementEntry entry)
    {
        // Only of ex-ante units is there anything to end before the outcomes are there. A spreadsheet writes 1899 or 1900 where a day was lost.
        if (entry is { State: UnitState.Retired or UnitState.Cancelled or UnitState.RetiredOrCancelled or UnitState.Converted, Date: { } day } && !reading.IsExAnte && day < reading.VintageStart)
        {
            findings.Error("date-contradicts-serial", ColumnRoles.Date, $"The units ended on {day:uuuu-MM-dd}, and the vintage of their serial begins on {reading.VintageStart:uuuu-MM-dd}.", "a day in the vintage or later");
        }

        if (!reading.IsExAnte && entry.Issued is { } issued && issued < reading.VintageStart)
        {
            findings.Error("date-contradicts-serial", ColumnRoles.Issued, $"The units were issued on {issued:uuuu-MM-dd}, and the vintage of their serial begins on {reading.VintageStart:uuuu-MM-dd}.", "a day in the vintage or later");
        }

        if (vintage is { } years && reading.VintageStart is { } first && reading.VintageEnd is { } last && (years.Last < first.Year || years.First > last.Year))
        {
            findings.Error("vintage-contradicts-serial", ColumnRoles.Vintage, $"The row states the vintage {years}, its serial {VintageYears.Text(first.Year, last.Year)}.", "a vintage that is the serial's");
        }

        if (_vintageStart >= 0 && reading.VintageStart is { } from && cells.At(_vintageStart) is { Length: > 0 } start && !(VintageYears.TryRead(start, columns.Format.Dates, out var begins) && begins.First == from.Year))
        {
            findings.ErrorAt("vintage-contradicts-serial", columns.HeaderOf(_vintageStart), $"The row states a vintage from {CellText.Short(start)}, its serial one from {from:uuuu-MM-dd}.", "a vintage that is the serial's");
        }

        if (_country >= 0 && reading.Registry != OfSeveralCountries && Countries.CodeOf(cells.At(_country)) is { } country && reading.Country is { } itsOwn && Countries.IsCode(itsOwn) && country != itsOwn)
        {
            findings.ErrorAt("country-contradicts-serial", columns.HeaderOf(_country), $"The row names the country {CellText.Short(cells.At(_country))}, its serial {itsOwn}.", "the country of the serial");
        }

        // CERs that Gold Standard has labelled are of two registries.
        if (_registry >= 0 && Registry(cells.At(_registry)) is { } other && other != Registry(reading.Registry) && Registry(reading.Registry) is not (null or "cdm"))
        {
            findings.ErrorAt("registry-contradicts-serial", columns.HeaderOf(_registry), $"The row names the registry {CellText.Short(cells.At(_registry))}, and its serial is one of {reading.Registry}.", "the registry of the serial");
        }

        var project = cells.Of(ColumnRoles.Project);
        if (project.Length > 0 && reading.Project is { Length: > 0 } own && reading.Grammar.ProjectOf is null && IsComparable(project, own, reading.Registry) && !AreSame(project, own, reading.Registry))
        {
            findings.Error("project-contradicts-serial", ColumnRoles.Project, $"The row states the project {CellText.Short(project)}, its serial {own}.", "the project of the serial");
        }
    }

    private static int Column(ExportColumns columns, IEnumerable<int> among, params string[] headers) =>
        among.Where(c => Array.IndexOf(headers, string.Concat(HeaderText.Words(columns.HeaderOf(c)))) >= 0).DefaultIfEmpty(-1).First();

    // A registry that is known here, by its letters and digits; null of any other.
    private string? Registry(string name)
    {
        var plain = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        plain = Array.Find(OtherNames, o => o.Name == plain).Registry ?? plain;
        return grammars.Registries.Any(r => r.Replace("-", "") == plain) ? plain : null;
    }

    // A host may use its own project names: there only a number can contradict a number. In the registry's own export whatever is no number contradicts one too.
    private bool IsComparable(string project, string own, string registry) => IsPlain(Bare(own, registry))
        ? columns.Format.Registry == registry || IsPlain(Bare(project, registry))
        : columns.Format.Registry == registry && !IsPlain(Bare(project, registry));

    private static bool AreSame(string project, string own, string registry) =>
        string.Equals(Bare(project, registry), Bare(own, registry), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string project, string registry)
    {
        // A program that holds whole numbers as decimals writes 817.0.
        var key = ProjectKey.Of(registry, project.Trim() is var text && text.EndsWith(".0", StringComparison.Ordinal) ? text.Substring(0, text.Length - 2) : text);
        return key.Substring(key.IndexOf(':') + 1);
    }

    private static bool IsPlain(string text) => text.Length > 0 && Array.TrueForAll(text.ToCharArray(), c => c is >= '0' and <= '9');
}

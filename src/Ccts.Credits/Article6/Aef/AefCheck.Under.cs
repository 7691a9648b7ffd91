using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Article6.Aef;

/// <content>Checks a row against the authorization it names: outcomes, Parties, days and purpose.</content>
public static partial class AefCheck
{
    // A row contradicts an authorization when it fits none of the versions that may have been in force on its day.
    private static void Under(Authorization authorization, AefRow row, List<Problem> problems)
    {
        var (id, isAction, isFirst) = (authorization.Id, row.Table == AefTableKind.Actions, row.Table == AefTableKind.Actions && row[AefColumns.ActionType] == "First transfer");
        var day = isAction ? Article6Formats.DayOf(row[AefColumns.ActionDate]) : null;
        var versions = isFirst ? authorization.On(day) : authorization.Until(day);
        bool None(Func<AefVersion, bool> admits) => versions.Count > 0 && !versions.Exists(v => admits(v));
        if (Article6Formats.IsYear(row[AefColumns.Vintage]) && int.Parse(row[AefColumns.Vintage], CultureInfo.InvariantCulture) is var year && None(v => v.Timeframe?.Occurred is not { } o || (year >= o.First.Year && year <= o.Last.Year)))
        {
            // Holdings may have been acquired under a version that is not in this report.
            var occurred = versions[versions.Count - 1].Timeframe!.Occurred!.Value;
            Add(problems, AuthorizationCode, row, AefColumns.Vintage, $"Authorization \"{id}\" is for outcomes of {occurred.First.Year} to {occurred.Last.Year}, the row of {year}.", "a vintage of the authorized timeframe", isAction || authorization.IsFromTheFirst ? Severity.Error : Severity.Warning);
        }

        Same(AefColumns.Metric, Severity.Error);
        Same(AefColumns.Gwp, Severity.Warning);
        void Same(string column, Severity severity)
        {
            if (!AefColumns.IsNothing(row[column]) && None(v => AefColumns.IsNothing(v.Row[column]) || Spelled.Same(v.Row[column], row[column])))
            {
                Add(problems, AuthorizationCode, row, column, $"Authorization \"{id}\" says {versions[versions.Count - 1].Row[column]}, the row {row[column]}.", "what the authorization says", severity);
            }
        }

        if (!isAction)
        {
            return;
        }

        var acquiring = row[AefColumns.Acquiring];
        if (!AefColumns.IsNothing(acquiring) && acquiring != row[AefColumns.FirstTransferringParty] && None(v => v.Parties?.Contains(acquiring, StringComparer.Ordinal) != false))
        {
            Add(problems, AuthorizationCode, row, AefColumns.Acquiring, $"Authorization \"{id}\" is for {string.Join(", ", versions[versions.Count - 1].Parties!)}, and {acquiring} acquires.", "a Party that is authorised");
        }

        if (isFirst && AefColumns.IsNothing(acquiring) && None(v => v.Purpose?.HasOther() != false))
        {
            Add(problems, AuthorizationCode, row, AefColumns.Acquiring, $"Authorization \"{id}\" is for an NDC alone, and the row says of no Party that it acquires: towards an NDC the first transfer is that to another Party.", "the Party that acquires");
        }

        Purposes(id, row, None, problems);
        if (day is null)
        {
            return;
        }

        if (authorization.Versions[0].Day is { } dated && day < dated)
        {
            Add(problems, AuthorizationCode, row, AefColumns.ActionDate, $"The action is of {row[AefColumns.ActionDate]}, and authorization \"{id}\" of {authorization.First[AefColumns.Date]}{(authorization.IsFromTheFirst ? "" : "; its first version is not here")}.", "an action after its authorization", authorization.IsFromTheFirst ? Severity.Error : Severity.Warning);
        }

        // No text read says whether the timeframe of use applies to a transfer too. An authorization that is itself the first transfer always precedes it.
        if (!(isFirst && versions.Exists(v => v.Row[AefColumns.FirstTransfer] == FirstTransferDefinition.Authorization.Word() && v.Day == day)) && None(v => v.Timeframe?.Use is not { } u || (day >= u.First && day <= u.Last)))
        {
            var use = versions[versions.Count - 1].Timeframe!.Use!.Value;
            Add(problems, AuthorizationCode, row, AefColumns.ActionDate, $"Authorization \"{id}\" is for use from {Article6Formats.Text(use.First)} to {Article6Formats.Text(use.Last)}, and the action is of {row[AefColumns.ActionDate]}.", "a day of the authorized timeframe", row[AefColumns.ActionType] == "Use" ? Severity.Error : Severity.Warning);
        }
    }

    private static void Purposes(string id, AefRow row, Func<Func<AefVersion, bool>, bool> none, List<Problem> problems)
    {
        if (row[AefColumns.ActionType] is not ("Use" or "Cancellation"))
        {
            return;
        }

        var (purpose, ndc) = (row[AefColumns.UsePurpose], row[AefColumns.NdcYear]);
        var isOther = !AefColumns.IsNothing(purpose) && purpose != Article6Purpose.Ndc.Word();
        if (isOther && none(v => v.Purpose?.HasOther() != false))
        {
            Add(problems, AuthorizationCode, row, AefColumns.UsePurpose, $"Authorization \"{id}\" is for an NDC alone, and the use is for {purpose}.", "a purpose that is authorised");
        }

        if (!AefColumns.IsNothing(ndc) && none(v => v.Purpose?.HasNdc() != false))
        {
            Add(problems, AuthorizationCode, row, AefColumns.NdcYear, $"Authorization \"{id}\" is not for an NDC, and the use is towards that of {ndc}.", "a purpose that is authorised");
        }

    }

    /// <summary>Checks of an action that do not depend on its authorization.</summary>
    private static void Acts(AefRow row, List<Problem> problems)
    {
        var (type, origin, registry) = (row[AefColumns.ActionType], row[AefColumns.FirstTransferringParty], row[AefColumns.ItmoRegistry]);
        var (isOther, hasNdc) = (!AefColumns.IsNothing(row[AefColumns.UsePurpose]) && row[AefColumns.UsePurpose] != Article6Purpose.Ndc.Word(), !AefColumns.IsNothing(row[AefColumns.NdcYear]));
        if (type == "First transfer" && !AefColumns.IsNothing(row[AefColumns.Acquiring]) && row[AefColumns.Acquiring] == origin)
        {
            Add(problems, "aef-other-party", row, AefColumns.Acquiring, $"{origin} transfers first, and acquires from itself.", "another Party, or none");
        }

        // The registry of an outcome belongs to the Party that first transferred it. A registry code that begins with another country's letters belongs to that country.
        if (type == "First transfer" && registry.Length > 3 && registry.Substring(0, 3) is var country && country != origin && CountryCodes.Has(country))
        {
            Add(problems, "aef-other-party", row, AefColumns.ItmoRegistry, $"{origin} transfers first, and the ITMO registry {registry} is by its letters one of {country}.", "the registry of the first transferring Party", Severity.Warning);
        }

        if (isOther && hasNdc && type is "Use" or "Cancellation")
        {
            Add(problems, "aef-claimed-twice", row, AefColumns.NdcYear, $"The row is of a use towards the NDC of {row[AefColumns.NdcYear]} and for {row[AefColumns.UsePurpose]}, and a tonne is used once.", "one of the two");
        }
        else if (hasNdc && type == "Cancellation")
        {
            Add(problems, YearCode, row, AefColumns.NdcYear, $"The row is of a cancellation, and names the NDC of {row[AefColumns.NdcYear]}: what is cancelled is used towards none.", "no year, or a use");
        }
        else if (type == "Use" && !hasNdc && AefColumns.IsNothing(row[AefColumns.UsePurpose]))
        {
            Add(problems, YearCode, row, AefColumns.NdcYear, "The use is for no purpose and towards the NDC of no year, so it is not known who adjusts for it.", "the calendar year of the NDC, or the other purpose", Severity.Warning);
        }
        else if (hasNdc && Article6Formats.NumberOf(row[AefColumns.NdcYear]) is { } ndc && ndc < Article6Formats.NumberOf(row[AefColumns.Vintage]))
        {
            Add(problems, YearCode, row, AefColumns.NdcYear, $"The use is towards the NDC of {ndc}, and the outcomes are of {row[AefColumns.Vintage]}: there were none yet.", "a year in which there were outcomes", Severity.Warning);
        }
    }

    // No action is possible with outcomes of a later year, except a first transfer by authorization.
    private static void Ahead(Authorization? authorization, AefRow row, List<Problem> problems)
    {
        if (row.Table == AefTableKind.Actions && Article6Formats.DayOf(row[AefColumns.ActionDate]) is { } day && Article6Formats.IsYear(row[AefColumns.Vintage]) && int.Parse(row[AefColumns.Vintage], CultureInfo.InvariantCulture) > day.Year)
        {
            var mayBe = row[AefColumns.ActionType] == "First transfer" && authorization?.On(day).Exists(v => v.Row[AefColumns.FirstTransfer] == FirstTransferDefinition.Authorization.Word()) != false;
            if (!mayBe || authorization is null)
            {
                Add(problems, YearCode, row, AefColumns.Vintage, $"The action is of {row[AefColumns.ActionDate]}, and the outcomes are of {row[AefColumns.Vintage]}.", "outcomes that there are on the day", mayBe ? Severity.Warning : Severity.Error);
            }
        }
    }
}

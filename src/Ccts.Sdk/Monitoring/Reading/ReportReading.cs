using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>Reads the report itself and passes each list to the reader of its streams.</summary>
internal static class ReportReading
{
    internal const string Format = "ccts-monitoring-report/1";

    internal static MonitoringReport Read(IStreamFields fields)
    {
        fields.OptionalText("$schema");
        if (fields.Text("format") is { } format && !string.Equals(format, Format, StringComparison.Ordinal))
        {
            fields.Problems.Error("unknown-format", fields.PlaceOf("format"), $"\"{ShownText.Short(format)}\" is not a format this version reads.", Format);
        }

        var year = fields.Value<ComplianceYear>("complianceYear", ComplianceYear.TryParse) ?? default;
        var whole = ReportingPeriod.Year(year);
        List<T> Streams<T>(string key, Func<IStreamFields, ReportingPeriod, T> read) => fields.Parts(key).Select(stream => read(stream, whole)).ToList();

        var report = new MonitoringReport
        {
            Entity = Entity(fields),
            Year = year,
            Place = fields.Place,
            Illustrative = fields.OptionalText("illustrative"),
            TargetRow = StreamReading.OptionalName(fields, "targetRow"),
            WhyUnusual = StreamReading.OptionalName(fields, "whyUnusual"),
            OwnTarget = Own(fields),
            DocumentsSubmitted = fields.OptionalFlag("documentsSubmitted") ?? true,
            Fuels = Streams("fuels", FuelReading.Read),
            ProcessMaterials = Streams("processMaterials", ProcessReading.Material),
            MassBalances = Streams("massBalances", ProcessReading.MassBalance),
            Pfcs = Streams("pfcs", ProcessReading.Pfc),
            Gases = Streams("gases", ProcessReading.Gas),
            ImportedIntermediates = Streams("importedIntermediates", ProcessReading.Intermediate),
            Electricity = Streams("electricity", EnergyReading.Electricity),
            ImportedHeat = Streams("importedHeat", EnergyReading.ImportedHeat),
            ExportedPower = Streams("exportedPower", EnergyReading.ExportedPower),
            ExportedHeat = Streams("exportedHeat", EnergyReading.ExportedHeat),
            CapturedCo2 = Streams("capturedCo2", EnergyReading.CapturedCo2),
            Memo = Streams("memo", EnergyReading.Memo),
            RenewableCertificates = Streams("renewableCertificates", EnergyReading.Certificates),
            Products = Streams("products", ProductReading.Read),
        };
        fields.Done();
        return report;
    }

    private static OwnTarget? Own(IStreamFields report)
    {
        if (report.OptionalPart("ownTarget") is not { } fields)
        {
            return null;
        }

        var own = new OwnTarget(
            fields.OptionalValue<EmissionIntensity>("target", EmissionIntensity.TryParse),
            fields.OptionalValue<EmissionIntensity>("baseline", EmissionIntensity.TryParse),
            StreamReading.OptionalName(fields, "source"));
        fields.Done();
        return own;
    }

    private static ObligatedEntity Entity(IStreamFields report)
    {
        if (report.OptionalPart("entity") is not { } fields)
        {
            report.Problems.Error("missing-key", report.Place, "\"entity\" is missing.", "a member \"entity\"");
            return new ObligatedEntity(null, "", "");
        }

        var entity = new ObligatedEntity(
            fields.OptionalValue<RegistrationNumber>("registration", RegistrationNumber.TryParse),
            StreamReading.Name(fields, "name"),
            StreamReading.Name(fields, "sector"),
            StreamReading.OptionalName(fields, "subSector"),
            StreamReading.OptionalName(fields, "state"));
        fields.Done();
        return entity;
    }
}

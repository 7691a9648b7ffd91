using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Monitoring;
using NodaTime;

namespace Ccts.Ingestion.Mapping;

/// <summary>Reads the evidence of a series: its instrument or laboratory, and who keeps the record.</summary>
internal static class EvidenceReading
{
    internal static EvidenceMapping Read(ObjectReader series, bool isLab)
    {
        if (series.OptionalObject("evidence") is not { } fields)
        {
            return new EvidenceMapping(null, null, null, null);
        }

        var evidence = new EvidenceMapping(SourceReading.Name(fields, "instrument", required: false), fields.OptionalDate("calibrated"), SourceReading.Name(fields, "by", required: false), fields.OptionalDate("at"))
        {
            CalibratedUntil = fields.OptionalDate("calibratedUntil"),
            Accreditation = isLab ? SourceReading.Name(fields, "accreditation", required: false) : null,
            AccreditedFrom = isLab ? fields.OptionalDate("accreditedFrom") : null,
            AccreditedUntil = isLab ? fields.OptionalDate("accreditedUntil") : null,
        };
        With(fields, "calibratedUntil", evidence.CalibratedUntil, "calibrated", evidence.Calibrated is not null, evidence.Calibrated);
        var isAccredited = evidence.Accreditation is { } accreditation && accreditation != EvidenceDocument.NotAccredited;
        With(fields, "accreditedFrom", evidence.AccreditedFrom, "accreditation", isAccredited, null);
        With(fields, "accreditedUntil", evidence.AccreditedUntil, "accreditation", isAccredited, evidence.AccreditedFrom);
        fields.Done();
        return evidence;
    }

    /// <summary>A day that needs another member, and does not lie before another day.</summary>
    private static void With(ObjectReader fields, string key, LocalDate? day, string needed, bool isThere, LocalDate? first)
    {
        if (day is { } last && (!isThere || last < first))
        {
            fields.Problems.Error(isThere ? "bad-value" : "missing-key", fields.Node.Member(key)!.Place, isThere ? $"\"{key}\" is before the day that it goes on from." : $"\"{key}\" is stated without \"{needed}\".", isThere ? NodaTime.Text.LocalDatePattern.Iso.Format(first!.Value) + " or later" : "both");
        }
    }
}

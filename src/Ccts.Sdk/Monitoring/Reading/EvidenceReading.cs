using System;
using System.Linq;
using NodaTime.Text;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>Reads a document behind a value.</summary>
internal static class EvidenceReading
{
    /// <summary>The method's name with its source, which may be long.</summary>
    private const int LongestMethod = 300;

    internal static EvidenceDocument Document(IStreamFields fields)
    {
        var document = new EvidenceDocument(
            StreamReading.Name(fields, "document"),
            StreamReading.OptionalName(fields, "instrument"),
            fields.OptionalText("sha256"),
            fields.OptionalText("recordedAt"))
        {
            Of = StreamReading.OptionalName(fields, "of"),
            Calibrated = fields.OptionalText("calibrated"),
            CalibratedUntil = fields.OptionalText("calibratedUntil"),
            Accreditation = StreamReading.OptionalName(fields, "accreditation"),
            AccreditedFrom = fields.OptionalText("accreditedFrom"),
            AccreditedUntil = fields.OptionalText("accreditedUntil"),
            FirstRow = fields.OptionalInteger("firstRow"),
            LastRow = fields.OptionalInteger("lastRow"),
            Column = StreamReading.OptionalName(fields, "column"),
            By = StreamReading.OptionalName(fields, "by"),
            Method = StreamReading.OptionalName(fields, "method", LongestMethod),
        };
        if (document.Sha256 is { } digest && (digest.Length != 64 || !digest.All(Uri.IsHexDigit)))
        {
            fields.Problems.Error("bad-value", fields.PlaceOf("sha256"), $"\"{ShownText.Short(digest)}\" is not a digest.", "64 hexadecimal digits");
        }

        if (document.RecordedAt is { } time && !IsDay(time) && !OffsetDateTimePattern.ExtendedIso.Parse(time).Success)
        {
            fields.Problems.Error("bad-value", fields.PlaceOf("recordedAt"), $"\"{ShownText.Short(time)}\" is not a date or time.", "2025-05-01, or 2025-05-01T09:30:00+05:30");
        }

        Days(fields, ("calibrated", document.Calibrated), ("calibratedUntil", document.CalibratedUntil));
        Days(fields, ("accreditedFrom", document.AccreditedFrom), ("accreditedUntil", document.AccreditedUntil));
        With(fields, document.CalibratedUntil, "calibratedUntil", document.Calibrated is not null, "calibrated");
        var isAccredited = document.Accreditation is { } accreditation && accreditation != EvidenceDocument.NotAccredited;
        With(fields, document.AccreditedFrom, "accreditedFrom", isAccredited, "accreditation");
        With(fields, document.AccreditedUntil, "accreditedUntil", isAccredited, "accreditation");
        Rows(fields, document);
        fields.Done();
        return document;
    }

    private static void Rows(IStreamFields fields, EvidenceDocument document)
    {
        if (document.FirstRow < 1)
        {
            fields.Problems.Error("bad-value", fields.PlaceOf("firstRow"), "Rows count from 1.", "1 or more");
        }
        else if (document.LastRow is { } last && (document.FirstRow is not { } first || last < first))
        {
            fields.Problems.Error("bad-value", fields.PlaceOf("lastRow"), document.FirstRow is null ? "\"lastRow\" is given without \"firstRow\"." : "\"lastRow\" is before \"firstRow\".", "the first and the last row behind the value");
        }
    }

    /// <summary>Two days, the second not before the first.</summary>
    private static void Days(IStreamFields fields, (string Key, string? Text) from, (string Key, string? Text) until)
    {
        foreach (var (key, text) in new[] { from, until }.Where(d => d.Text is { } day && !IsDay(day)))
        {
            fields.Problems.Error("bad-value", fields.PlaceOf(key), $"\"{ShownText.Short(text!)}\" is not a date.", "2025-02-11");
        }

        if (from.Text is { } first && until.Text is { } last && IsDay(first) && IsDay(last) && string.CompareOrdinal(last, first) < 0)
        {
            fields.Problems.Error("bad-value", fields.PlaceOf(until.Key), $"\"{until.Key}\" is {last}, before \"{from.Key}\".", first + " or later");
        }
    }

    private static void With(IStreamFields fields, string? text, string key, bool isThere, string needed)
    {
        if (text is not null && !isThere)
        {
            fields.Problems.Error("missing-key", fields.PlaceOf(key), $"\"{key}\" is given without \"{needed}\".", "both");
        }
    }

    private static bool IsDay(string text) => LocalDatePattern.Iso.Parse(text).Success;
}

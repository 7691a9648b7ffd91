using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Monitoring;

/// <summary>
/// Removes texts without content from a report: as a reason, proof or source, "N/A", "none" or "no" does not count, and what it would have
/// allowed is checked again. Facts of rules use the same list of words.
/// </summary>
internal static class StatedTexts
{
    private static readonly StatedText<MonitoredStream>[] OfAll =
    [
        new("whyGaps", s => s.WhyGaps, s => s with { WhyGaps = null }),
        new("whyUnusual", s => s.WhyUnusual, s => s with { WhyUnusual = null }),
    ];

    private static readonly StatedText<FuelStream>[] OfFuels =
    [
        new("factor/source", s => s.Factor.Source, s => s with { Factor = s.Factor with { Source = null } }),
        new("factor/whyTypeI", s => s.Factor.WhyTypeI, s => s with { Factor = s.Factor with { WhyTypeI = null } }),
        new("biogenicShareSource", s => s.BiogenicShareSource, s => s with { BiogenicShareSource = null }),
        new("coProcessing", s => s.CoProcessing, s => s with { CoProcessing = null }),
        new("composition/source", s => s.Composition?.Source, s => s with { Composition = s.Composition! with { Source = "" } }),
        new("netOverGrossSource", s => (s.Measured as BilledEnergy)?.NetOverGrossSource, s => s with { Measured = (BilledEnergy)s.Measured with { NetOverGrossSource = null } }),
        new("conditions/source", s => (s.Measured as MeteredGas)?.Stated?.Source, s => s with { Measured = (MeteredGas)s.Measured is var gas ? gas with { Stated = gas.Stated! with { Source = "" } } : s.Measured }),
    ];

    private static readonly StatedText<FuelAnalysis>[] OfFuelAnalyses =
    [
        new("source", a => a.Source, a => a with { Source = null }),
        new("externalSource", a => a.ExternalSource, a => a with { ExternalSource = null }),
    ];

    private static readonly StatedText<ProcessMaterialStream>[] OfMaterials =
    [
        new("factor/source", s => s.Factor.Source, s => s with { Factor = s.Factor with { Source = null } }),
        new("factor/whyTypeI", s => s.Factor.WhyTypeI, s => s with { Factor = s.Factor with { WhyTypeI = null } }),
        new("analysisSource", s => s.AnalysisSource, s => s with { AnalysisSource = null }),
        new("biogenicShareSource", s => s.BiogenicShareSource, s => s with { BiogenicShareSource = null }),
    ];

    private static readonly StatedText<MaterialAnalysis>[] OfMaterialAnalyses =
    [
        new("source", a => a.Source, a => a with { Source = null }),
        new("externalSource", a => a.ExternalSource, a => a with { ExternalSource = null }),
    ];

    private static readonly StatedText<PfcStream>[] OfPfcs =
    [
        new("source", s => (s.Measured as SlopePfc)?.Source, s => s with { Measured = (SlopePfc)s.Measured with { Source = "" } }),
        new("source", s => (s.Measured as OvervoltagePfc)?.Source, s => s with { Measured = (OvervoltagePfc)s.Measured with { Source = "" } }),
    ];

    private static readonly StatedText<ElectricityStream>[] OfElectricity = [new("factorSource", s => s.FactorSource, s => s with { FactorSource = null })];

    private static readonly StatedText<ExportedPowerStream>[] OfExportedPower = [new("factorSource", s => s.FactorSource, s => s with { FactorSource = null })];

    private static readonly StatedText<ImportedHeatStream>[] OfImportedHeat =
    [
        new("source", s => s.Source, s => s with { Source = "" }),
        new("enthalpySource", s => s.Steam?.Source, s => s with { Steam = s.Steam! with { Source = "" } }),
    ];

    private static readonly StatedText<ExportedHeatStream>[] OfExportedHeat =
    [
        new("source", s => s.Source, s => s with { Source = "" }),
        new("enthalpySource", s => s.Steam?.Source, s => s with { Steam = s.Steam! with { Source = "" } }),
    ];

    private static readonly StatedText<CapturedCo2Stream>[] OfCapturedCo2 =
    [
        new("destination", s => s.Destination, s => s with { Destination = "" }),
        new("receiverProof", s => s.ReceiverProof, s => s with { ReceiverProof = null }),
    ];

    private static readonly StatedText<ImportedIntermediateStream>[] OfIntermediates = [new("source", s => s.Source, s => s with { Source = "" })];

    private static readonly StatedText<GasStream>[] OfGases = [new("source", s => s.Source, s => s with { Source = "" })];

    private static readonly StatedText<ProductStream>[] OfProducts = [new("equivalenceSource", s => s.EquivalenceSource, s => s with { EquivalenceSource = null })];

    private static readonly StatedText<MonitoringReport>[] OfReports =
    [
        new("whyUnusual", r => r.WhyUnusual, r => r with { WhyUnusual = null }),
        new("ownTarget/source", r => r.OwnTarget?.Source, r => r with { OwnTarget = r.OwnTarget! with { Source = null } }),
    ];

    /// <summary>The report unchanged if every text has content; each one without is reported.</summary>
    internal static MonitoringReport Of(MonitoringReport report, ProblemList problems)
    {
        var read = new Reading(problems);
        report = read.Texts(report, OfReports, report.Place.Line > 0 ? report.Place : SourcePlace.At(""));
        var (fuels, materials) = (report.Fuels, report.ProcessMaterials);
        var stated = (
            Fuels: read.Streams(fuels, "fuels", OfFuels, (s, place) => read.Parts(s.Analyses, OfFuelAnalyses, place) is var parts && parts == s.Analyses ? s : s with { Analyses = parts }),
            Materials: read.Streams(materials, "processMaterials", OfMaterials, (s, place) => read.Parts(s.Analyses, OfMaterialAnalyses, place) is var parts && parts == s.Analyses ? s : s with { Analyses = parts }),
            Balances: read.Streams(report.MassBalances, "massBalances", []),
            Pfcs: read.Streams(report.Pfcs, "pfcs", OfPfcs),
            Gases: read.Streams(report.Gases, "gases", OfGases),
            Intermediates: read.Streams(report.ImportedIntermediates, "importedIntermediates", OfIntermediates),
            Electricity: read.Streams(report.Electricity, "electricity", OfElectricity),
            ImportedHeat: read.Streams(report.ImportedHeat, "importedHeat", OfImportedHeat),
            ExportedPower: read.Streams(report.ExportedPower, "exportedPower", OfExportedPower),
            ExportedHeat: read.Streams(report.ExportedHeat, "exportedHeat", OfExportedHeat),
            CapturedCo2: read.Streams(report.CapturedCo2, "capturedCo2", OfCapturedCo2),
            Memo: read.Streams(report.Memo, "memo", []),
            Certificates: read.Streams(report.RenewableCertificates, "renewableCertificates", []),
            Products: read.Streams(report.Products, "products", OfProducts));
        return !read.IsChanged ? report : report with
        {
            Fuels = stated.Fuels,
            ProcessMaterials = stated.Materials,
            MassBalances = stated.Balances,
            Pfcs = stated.Pfcs,
            Gases = stated.Gases,
            ImportedIntermediates = stated.Intermediates,
            Electricity = stated.Electricity,
            ImportedHeat = stated.ImportedHeat,
            ExportedPower = stated.ExportedPower,
            ExportedHeat = stated.ExportedHeat,
            CapturedCo2 = stated.CapturedCo2,
            Memo = stated.Memo,
            RenewableCertificates = stated.Certificates,
            Products = stated.Products,
        };
    }

    /// <summary>A text of a part of the report, and the part without it.</summary>
    private sealed record StatedText<T>(string Field, Func<T, string?> Get, Func<T, T> Without);

    private sealed class Reading(ProblemList problems)
    {
        internal bool IsChanged { get; private set; }

        internal IReadOnlyList<T> Streams<T>(IReadOnlyList<T> streams, string list, StatedText<T>[] texts, Func<T, SourcePlace, T>? parts = null)
            where T : MonitoredStream
        {
            return Each(streams, (stream, index) =>
            {
                var place = stream.Place.Line > 0 ? stream.Place : SourcePlace.At($"/{list}/{index}");
                var read = Texts(Documents((T)Texts<MonitoredStream>(stream, OfAll, place), place), texts, place);
                return parts is null ? read : parts(read, place);
            });
        }

        internal IReadOnlyList<T> Parts<T>(IReadOnlyList<T> parts, StatedText<T>[] texts, SourcePlace place)
            where T : class => Each(parts, (part, index) => Texts(part, texts, place with { Pointer = $"{place.Pointer}/analyses/{index}" }));

        /// <summary>A document that is called "-" is none.</summary>
        private T Documents<T>(T stream, SourcePlace place)
            where T : MonitoredStream
        {
            if (stream.Evidence.All(e => NotStated.Shipped.Read(e.Document) is not null))
            {
                return stream;
            }

            for (var i = 0; i < stream.Evidence.Count; i++)
            {
                if (NotStated.Shipped.Read(stream.Evidence[i].Document) is null)
                {
                    Tell($"evidence/{i}/document", stream.Evidence[i].Document, place);
                }
            }

            IsChanged = true;
            return (T)(stream with { Evidence = [.. stream.Evidence.Where(e => NotStated.Shipped.Read(e.Document) is not null)] });
        }

        private void Tell(string field, string said, SourcePlace place) =>
            problems.Add(new Problem("text-states-nothing", Severity.Info, $"\"{field.Replace('/', '.')}\" is \"{ShownText.Short(said)}\", which states nothing, so it is taken as not stated.", place with { Pointer = place.Pointer + "/" + field }) { Hint = "Say it in words of your own, or leave it out." });

        internal T Texts<T>(T part, StatedText<T>[] texts, SourcePlace place)
        {
            foreach (var text in texts)
            {
                if (text.Get(part) is { Length: > 0 } said && NotStated.Shipped.Read(said) is null)
                {
                    Tell(text.Field, said, place);
                    part = text.Without(part);
                    IsChanged = true;
                }
            }

            return part;
        }

        private static IReadOnlyList<T> Each<T>(IReadOnlyList<T> items, Func<T, int, T> read)
            where T : class
        {
            T[]? changed = null;
            for (var i = 0; i < items.Count; i++)
            {
                if (read(items[i], i) is var stated && !ReferenceEquals(stated, items[i]))
                {
                    changed ??= [.. items];
                    changed[i] = stated;
                }
            }

            return changed ?? items;
        }
    }
}

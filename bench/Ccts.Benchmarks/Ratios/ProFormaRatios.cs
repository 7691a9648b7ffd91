using System;
using System.Collections.Generic;
using System.IO;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.ProFormas;
using NodaTime;

namespace Ccts.Benchmarks.Ratios;

/// <summary>A cement plant's filing in BEE's pro-forma, 1,284 lines, against 100,000 additions of decimals: half a millisecond or so, whatever the machine.</summary>
internal static class ProFormaRatios
{
    private const int Additions = 100_000;
    private const string Sample = "samples/data/maihar-form-sb-2025-26.json";

    internal static IEnumerable<Ratio> All()
    {
        var ruleset = RulesetCatalog.Default.Resolve(ComplianceYear.Parse("2025-26"), new LocalDate(2026, 11, 28));
        var form = ruleset.ProFormas.Find("cement")!;
        var filing = ProFormaFilingReader.Read(File.ReadAllBytes(Found()), Sample, form);
        Action Assess(ProFormaOptions options) => () => Sink.Take(ProFormaAssessor.Assess(filing, form, ruleset.Assessment, options).Current.Total.Tonnes);
        yield return new Ratio("proforma/every-figure", Add, Assess(new ProFormaOptions { Account = false, Printed = false }));
        yield return new Ratio("proforma/with-steps", Add, Assess(new ProFormaOptions { Account = false, Printed = false, Steps = true }));
        yield return new Ratio("proforma/as-printed", Add, Assess(new ProFormaOptions { Account = false }));
        yield return new Ratio("proforma/with-every-slip-and-reading", Add, Assess(ProFormaOptions.Default), rounds: 5);
    }

    private static void Add()
    {
        var sum = 0m;
        for (var i = 0; i < Additions; i++)
        {
            sum += 1.25m;
        }

        Sink.Take(sum);
    }

    private static string Found()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Sample)))
            {
                return Path.Combine(folder.FullName, Sample);
            }
        }

        throw new FileNotFoundException("The benchmarks run inside the repository.", Sample);
    }
}

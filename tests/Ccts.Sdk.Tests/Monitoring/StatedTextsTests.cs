using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Tests.Monitoring;

/// <summary>Every text of a report that gives a reason, a proof or a source states nothing where it is "N/A" or "no", in whichever stream it stands.</summary>
public sealed class StatedTextsTests
{
    /// <summary>Texts that name a thing, which another check knows or nobody compares.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Id", "Fuel", "Material", "Product", "Gas", "Kind", "Component", "Unit", "State", "InputsElsewhere", "Illustrative", "TargetRow", "CountedIn",
        "File", "Pointer", "Document", "Instrument", "Sha256", "RecordedAt", "Of", "Column", "Calibrated", "CalibratedUntil", "Accreditation", "AccreditedFrom", "AccreditedUntil", "By", "Method",
    };

    private static readonly string[] Reasons = ["whyGaps", "whyUnusual", "whyTypeI", "source", "factorSource", "biogenicShareSource", "coProcessing", "netOverGrossSource", "externalSource", "analysisSource", "enthalpySource", "destination", "receiverProof", "equivalenceSource"];

    [Theory]
    [InlineData("N/A")]
    [InlineData("-")]
    [InlineData("none")]
    [InlineData("0")]
    [InlineData("no")]
    [InlineData("false")]
    [InlineData("not applied for")]
    public void A_text_that_says_nothing_is_not_there(string silent)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < 200; seed++)
        {
            var json = MonitoringReportWriter.ToJson(RandomReport.Of(seed));
            var written = Silence(json, silent, seen);
            var problems = new ProblemList();

            var stated = StatedTexts.Of(MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "r.json"), problems);

            Assert.DoesNotContain(Texts(stated), t => t == silent);
            Assert.Equal(Math.Min(written, ProblemList.Most), problems.ToList().Count(p => p.Code == "text-states-nothing"));
        }

        Assert.Equal(Reasons.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_report_whose_texts_state_something_is_left_as_it_is()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var (report, problems) = (RandomReport.Of(seed), new ProblemList());
            Assert.Same(report, StatedTexts.Of(report, problems));
            Assert.Equal(0, problems.Count);
        }
    }

    private static int Silence(JsonNode node, string silent, HashSet<string> seen)
    {
        var changed = 0;
        if (node is JsonObject member)
        {
            foreach (var (name, value) in member.ToList())
            {
                if (name is "evidence" or "entity")
                {
                    continue;
                }

                if (Reasons.Contains(name) && value is JsonValue)
                {
                    member[name] = silent;
                    seen.Add(name);
                    changed++;
                }
                else if (value is not null)
                {
                    changed += Silence(value, silent, seen);
                }
            }
        }
        else if (node is JsonArray items)
        {
            changed += items.Sum(i => Silence(i!, silent, seen));
        }

        return changed;
    }

    /// <summary>Every text that is there, by reflection, so that a member which somebody adds is among them or is named above.</summary>
    private static IEnumerable<string> Texts(object part)
    {
        foreach (var property in part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.Name is not ("Entity" or "EqualityContract")))
        {
            switch (property.PropertyType == typeof(string) || !property.PropertyType.IsPrimitive ? property.GetValue(part) : null)
            {
                case string text when !Names.Contains(property.Name):
                    yield return text;
                    break;
                case IEnumerable items and not string:
                    foreach (var text in items.Cast<object>().Where(IsPart).SelectMany(Texts))
                    {
                        yield return text;
                    }

                    break;
                case { } value when IsPart(value):
                    foreach (var text in Texts(value))
                    {
                        yield return text;
                    }

                    break;
            }
        }
    }

    private static bool IsPart(object value) => value.GetType().Namespace == typeof(MonitoringReport).Namespace && value is not Enum and not ReportingPeriod;
}

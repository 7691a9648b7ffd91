using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;

namespace RegulatorDesk;

/// <summary>
/// Turns the files of a year into a draft of its next revision, with one stricter target and one new sector. All of that
/// is invented for this sample and labelled so. None of it is law, or meant to become law.
/// </summary>
internal static class MadeUpDraft
{
    internal const string Instrument = "MADE-UP-2026";
    internal const string Sector = "Glass (made up)";
    internal const string StricterFor = "CMTOE019MP";
    internal const string StricterTarget = "0.5700";

    private const string EnglishTitle = ", with a made-up sector (sample; not law)";
    private const string HindiTitle = ", एक काल्पनिक क्षेत्र सहित (नमूना; विधि नहीं)";
    private const string Standing = Instrument + ",Made-up schedule,in-force,assumption,made up for a sample; not law";

    internal static void Write(string from, string to)
    {
        Copy(new DirectoryInfo(from), Directory.CreateDirectory(to));
        Edit(to, "ruleset.json", text =>
        {
            var header = JsonNode.Parse(text)!.AsObject();
            header["revision"] = (int)header["revision"]! + 1;
            if (header["title"] is JsonObject both)
            {
                (both["en"], both["hi"]) = (both["en"] + EnglishTitle, both["hi"] + HindiTitle);
            }
            else
            {
                header["title"] = header["title"] + EnglishTitle;
            }

            header["published"] = "2026-11-29";
            header["instruments"]!.AsArray().Add((JsonNode)new JsonObject
            {
                ["id"] = Instrument,
                ["title"] = "Made-up notification of a sample; not law",
                ["issuer"] = "nobody",
                ["date"] = "2026-11-29",
                ["status"] = "in-force",
                ["evidence"] = "assumption",
            });
            return header.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
        });
        Edit(to, "sectors.csv", text => text + $"{Sector},tCO2e/t,3,{Standing}\n");
        Edit(to, "targets.csv", text => string.Join('\n', text.Split('\n').Select(Stricter)) + string.Concat(Plants));
    }

    private static readonly IReadOnlyList<string> Plants =
    [
        $"GLSOE001ZZ,Made-up Glass Works One,{Sector},float,ZZ,2023-24,250000,0.7200,0.7050,tCO2e/t,{Standing}\n",
        $"GLSOE002ZZ,Made-up Glass Works Two,{Sector},container,ZZ,2023-24,140000,0.6100,0.5980,tCO2e/t,{Standing}\n",
        $"GLSOE003ZZ,Made-up Glass Works Three,{Sector},container,ZZ,2023-24,90000,0.6600,-,tCO2e/t,{Standing}\n",
    ];

    // registration_no, entity, sector, sub_sector, state, baseline_year, baseline_output, baseline_gei, target_gei, unit, then its source.
    private static string Stricter(string row)
    {
        var fields = row.Split(',');
        return fields[0] == StricterFor ? string.Join(',', [.. fields.Take(8), StricterTarget, fields[9], Standing]) : row;
    }

    private static void Edit(string folder, string file, Func<string, string> edit)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, edit(File.ReadAllText(path)), new UTF8Encoding(false));
    }

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.GetFiles())
        {
            file.CopyTo(Path.Combine(to.FullName, file.Name), overwrite: true);
        }

        foreach (var folder in from.GetDirectories())
        {
            Copy(folder, to.CreateSubdirectory(folder.Name));
        }
    }
}

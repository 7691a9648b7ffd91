using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Law;
using Ccts.Rules.Rulesets.Sectors;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.ProFormas.Reading;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Rulesets.ProFormas;

/// <summary>Reads the folder <c>proformas/</c> of a ruleset or overlay: <c>index.json</c>, and a folder for each form.</summary>
internal sealed class ProFormaFolder(RulesetFiles files, IReadOnlyDictionary<string, Instrument> instruments, IReadOnlyDictionary<OutputBasis, OutputUnit> units, ProblemList problems)
{
    internal const string Folder = "proformas/";
    internal const string IndexFile = Folder + "index.json";

    internal static bool Contains(string path) => path == IndexFile || IdOf(path) is not null;

    /// <summary>The forms. Those shipped in this package were checked when it was made, and are read when they are asked for.</summary>
    internal ProFormaLibrary Read()
    {
        var forms = new Dictionary<string, Lazy<ProForma>>(StringComparer.Ordinal);
        foreach (var id in files.Paths.Select(IdOf).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var (header, fields) = Parts(id);
            if (header is null || fields is null)
            {
                continue;
            }

            if (files.IsShipped)
            {
                forms[id] = new Lazy<ProForma>(() => ReadShipped(id, header, fields));
            }
            else if (Form(id, header, fields, problems) is { } form)
            {
                forms[id] = new Lazy<ProForma>(() => form);
            }
        }

        return forms.Count == 0 && files.Find(IndexFile) is null ? ProFormaLibrary.Empty : new ProFormaLibrary(forms, Listed(forms));
    }

    private (RulesetFile? Header, RulesetFile? Fields) Parts(string id)
    {
        var (header, fields) = (files.Find(Folder + id + "/" + ProFormaReader.HeaderFile), files.Find(Folder + id + "/" + ProFormaReader.FieldsFile));
        if (header is null || fields is null)
        {
            var missing = header is null ? ProFormaReader.HeaderFile : ProFormaReader.FieldsFile;
            problems.Error("missing-file", (header ?? fields)!.Start, $"The pro-forma \"{id}\" has no {missing}.", $"{Folder}{id}/{missing}");
        }

        return (header, fields);
    }

    private ProForma ReadShipped(string id, RulesetFile header, RulesetFile fields)
    {
        var found = new ProblemList();
        return Form(id, header, fields, found) ?? throw new CctsDataException(found.ToList());
    }

    private ProForma? Form(string id, RulesetFile header, RulesetFile fields, ProblemList found)
    {
        var isRead = ProFormaReader.TryRead(id, header.Bytes, header.Name, fields.Bytes, fields.Name, out var form, out var remarks);
        foreach (var remark in remarks)
        {
            found.Add(remark);
        }

        if (!isRead)
        {
            return null;
        }

        foreach (var source in form!.Sources)
        {
            isRead &= HasInstrument(source, header.Start, found);
        }

        return isRead & HasUnit(form.ProductUnit, header, found) ? form : null;
    }

    private bool HasInstrument(LegalSource source, SourcePlace place, ProblemList found)
    {
        var isListed = instruments.ContainsKey(source.Instrument);
        if (!isListed)
        {
            found.Error("dangling-instrument", place, $"No instrument \"{ShownText.Short(source.Instrument)}\" is listed.", "an id from \"instruments\"", found.Nearest(source.Instrument, instruments.Keys));
        }

        return isListed;
    }

    /// <summary>An intensity is per a unit of the product or of <c>units.csv</c>; of another nobody would have a target.</summary>
    private bool HasUnit(OutputBasis unit, RulesetFile header, ProblemList found)
    {
        var isListed = UnitReader.IsOfIntensities(unit, units);
        if (!isListed)
        {
            var place = LocatedJson.Read(header.Bytes, header.Name, new ProblemList(), RulesetLimits.MaxFileBytes)?.Member("headline")?.Member("productUnit")?.Place ?? header.Start;
            var known = Output.UnitSymbols.Concat(units.Where(u => u.Value.Basis == u.Key).Select(u => u.Key.Symbol)).ToList();
            found.Error("unknown-output-unit", place, $"\"{unit}\" is no unit that an intensity may be per.", string.Join(", ", known), found.Nearest(unit.Symbol, known) ?? "A ruleset or an overlay lists further units in units.csv.");
        }

        return isListed;
    }

    private List<ListedForm> Listed(Dictionary<string, Lazy<ProForma>> forms)
    {
        var listed = new List<ListedForm>();
        if (files.Find(IndexFile) is not { } file || LocatedJson.Read(file.Bytes, file.Name, problems, RulesetLimits.MaxFileBytes) is not { } root)
        {
            return listed;
        }

        var index = new ObjectReader(root, problems);
        index.OptionalText("$schema");
        foreach (var entry in index.List("forms"))
        {
            var form = new ObjectReader(entry, problems);
            var (sector, subSector, name, id) = (form.Text("sector"), form.OptionalText("subSector"), form.OptionalText("form"), form.OptionalText("proForma"));
            var (reason, settledBy) = id is null ? (form.Text("reason"), form.Text("settledBy")) : (null, null);
            form.Done();
            if (id is not null && !forms.ContainsKey(id))
            {
                problems.Error("unknown-pro-forma", entry.Member("proForma")!.Place, $"There is no pro-forma \"{ShownText.Short(id)}\" here.", "the name of a folder in proformas/", problems.Nearest(id, forms.Keys));
            }
            else if (sector is not null)
            {
                listed.Add(new ListedForm(sector, subSector ?? "", name ?? "", id, reason, settledBy));
            }
        }

        index.Done();
        return listed;
    }

    private static string? IdOf(string path)
    {
        var steps = path.Split('/');
        return steps.Length == 3 && steps[0] + "/" == Folder && steps[2] is ProFormaReader.HeaderFile or ProFormaReader.FieldsFile && IsId(steps[1]) ? steps[1] : null;
    }

    private static bool IsId(string id) => id.Length is > 0 and <= 64 && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}

using System;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Rules.Authoring.Impact;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary>Every entity with both outcomes, one row each. The file appears when complete.</summary>
internal sealed class ImpactSideBySide : IDisposable
{
    private readonly string _path;
    private readonly string _unfinished;
    private readonly StreamWriter _rows;

    internal ImpactSideBySide(string path)
    {
        (_path, _unfinished) = (path, path + ".unfinished");
        _rows = new StreamWriter(_unfinished, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        _rows.WriteLine("entity,name,sector,sub_sector,output,emissions,old_side,old_target,old_certificates,new_side,new_target,new_certificates,change");
    }

    public void Dispose()
    {
        _rows.Dispose();
        File.Delete(_unfinished);
    }

    internal void Write(EntityImpact impact)
    {
        var json = ImpactReportJson.Write(impact);
        var (old, @new) = (json["old"]!, json["new"]!);
        _rows.WriteLine(string.Join(',', new[]
        {
            impact.Entity.Key, impact.Name, impact.Sector, impact.Entity.SubSector, (string?)json["output"], (string?)json["emissions"],
            (string?)old["side"], (string?)old["target"], old["certificates"]?.ToJsonString(), (string?)@new["side"], (string?)@new["target"], @new["certificates"]?.ToJsonString(), json["change"]?.ToJsonString(),
        }.Select(Field)));
    }

    internal void Keep()
    {
        _rows.Flush();
        _rows.Close();
        File.Move(_unfinished, _path, overwrite: true);
    }

    private static string Field(string? text) => text is null ? "" : text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}

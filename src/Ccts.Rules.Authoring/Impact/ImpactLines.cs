using System.IO;
using System.Text;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Impact;

/// <summary>Entities as JSON, one object a line.</summary>
internal sealed class ImpactLines(TextReader text, string? name, ProblemList problems)
{
    /// <summary>Characters of a line.</summary>
    private const int MaxLine = 64 * 1024;

    private readonly StringBuilder _line = new();
    private int _number;

    internal ImpactEntityReader.EntityRow? Next()
    {
        while (TryTake())
        {
            if (_line.Length > MaxLine)
            {
                problems.Error("line-too-long", new SourcePlace(name, _number, 1, ""), $"The line has more than {MaxLine} characters.", "one entity a line");
                return new ImpactEntityReader.EntityRow(null);
            }

            var json = _line.ToString();
            if (json.Trim().Length > 0)
            {
                return new ImpactEntityReader.EntityRow(Read(json));
            }
        }

        return null;
    }

    private ImpactEntity? Read(string json)
    {
        var found = new ProblemList();
        var root = LocatedJson.Read(Encoding.UTF8.GetBytes(json), name, found);
        var entity = root is null ? null : Read(new ObjectReader(root, found), found);
        foreach (var problem in found.Count == 0 ? [] : found.ToList())
        {
            problems.Add(problem with { Place = problem.Place with { Line = _number } });
        }

        return found.HasErrors ? null : entity;
    }

    private ImpactEntity? Read(ObjectReader reader, ProblemList found)
    {
        var parts = new ImpactEntityParts(new SourcePlace(name, _number, 1, ""), found)
        {
            Registration = reader.OptionalText("registration"),
            TargetRow = reader.OptionalText("targetRow"),
            Name = reader.OptionalText("name"),
            Sector = reader.OptionalText("sector"),
            SubSector = reader.OptionalText("subSector"),
            Output = reader.Value<Output>("output", Output.TryParse),
            Intensity = reader.OptionalValue<EmissionIntensity>("gei", EmissionIntensity.TryParse),
            Ghg = reader.OptionalValue<Co2e>("ghg", Co2e.TryParse),
        };
        reader.Done();
        return parts.Join();
    }

    // A line longer than the limit is read to its end, but the rest is not kept.
    private bool TryTake()
    {
        _line.Clear();
        _number++;
        var any = false;
        for (var c = text.Read(); c >= 0; c = text.Read())
        {
            any = true;
            if (c == '\n')
            {
                break;
            }

            if (_line.Length <= MaxLine)
            {
                _line.Append((char)c);
            }
        }

        return any;
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Compliance.Accounts;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Accounts;

/// <summary>A performance scale that a person states, read from JSON.</summary>
internal static class RatingFile
{
    /// <exception cref="CctsDataException">It cannot be read, or is no scale.</exception>
    internal static RatingScale Read(string path)
    {
        var problems = new ProblemList();
        var root = LocatedJson.Read(Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path), problems);
        string? source = null;
        var levels = new List<(string, decimal)>();
        if (root is not null)
        {
            var file = new ObjectReader(root, problems);
            source = file.Text("source");
            foreach (var node in file.List("levels"))
            {
                var level = new ObjectReader(node, problems);
                var (name, least) = (level.Text("level"), level.Text("atLeast"));
                level.Done();
                if (decimal.TryParse(least, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share))
                {
                    levels.Add((name ?? "", share));
                }
                else if (least is not null)
                {
                    problems.Error("bad-value", node.Place, $"\"{least}\" is no share.", "a share of the target such as \"0.05\"");
                }
            }

            file.Done();
        }

        if (problems.HasErrors)
        {
            throw new CctsDataException(problems.ToList());
        }

        try
        {
            return new RatingScale(source!, levels);
        }
        catch (ArgumentException no)
        {
            throw new CctsDataException([new Problem("bad-value", Severity.Error, no.Message.Split(" (Parameter")[0], root!.Place) { Expected = "a source, and levels that begin at different shares" }]);
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Rules.Trust.Signing;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Rulesets.Catalogs;

/// <summary>Reads a folder of rulesets into a catalog, all or none.</summary>
internal sealed class CatalogFolder(SignaturePolicy? policy, LocalDate on)
{
    private readonly ProblemList _problems = new();
    private readonly List<Ruleset> _rulesets = [];
    private readonly List<Overlay> _overlays = [];

    /// <exception cref="CctsDataException">A ruleset is refused or has errors, or none was found.</exception>
    internal RulesetCatalog Read(string directory)
    {
        var contents = FoundRulesets.In(directory);
        foreach (var folder in contents.Folders)
        {
            Add(RulesetFiles.FromDirectory(folder));
        }

        foreach (var folder in contents.Overlays)
        {
            AddOverlay(RulesetFiles.FromDirectory(folder));
        }

        foreach (var archive in contents.Archives)
        {
            AddArchive(archive);
        }

        foreach (var link in policy is null ? [] : contents.Links)
        {
            _problems.Error("ruleset-link", new SourcePlace(link, 0, 0, ""), "Here is a link; what it leads to is not looked at.", "files themselves");
        }

        if (contents.Folders.Count + contents.Archives.Count == 0)
        {
            _problems.Error("no-ruleset", new SourcePlace(directory, 0, 0, ""), $"There is no ruleset here: no folder holds a {RulesetFiles.RulesetFileName}.", "a folder of rulesets");
        }

        policy?.CheckHighest(Highest(), directory, _problems);
        return _problems.HasErrors ? throw new CctsDataException(_problems.ToList()) : RulesetCatalog.Of(_rulesets, _overlays);
    }

    private Dictionary<string, int> Highest() => _rulesets.Select(r => (r.Identity.Id, r.Identity.Revision)).Concat(_overlays.Select(o => (o.Id, o.Revision)))
        .GroupBy(r => r.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(r => r.Revision), StringComparer.Ordinal);

    private void AddArchive(string path)
    {
        if (!FoundRulesets.TryReadArchive(path, out var files, out var problems))
        {
            Keep(problems);
        }
        else if (files!.Find(RulesetFiles.RulesetFileName) is not null || files.Find(RulesetFiles.OverlayFileName) is null)
        {
            Add(files);
        }
        else
        {
            AddOverlay(files);
        }
    }

    private bool Accepts(RulesetFiles files)
    {
        var refused = new ProblemList();
        if (policy?.Check(files, on, refused) is { } signed)
        {
            policy.CheckContents(signed, files.Name, refused);
        }

        Keep(refused.ToList());
        return !refused.HasErrors;
    }

    private void AddOverlay(RulesetFiles files)
    {
        try
        {
            if (Accepts(files))
            {
                _overlays.Add(Overlay.Read(files));
            }
        }
        catch (CctsDataException unreadable)
        {
            Keep(unreadable.Problems);
        }
    }

    private void Add(RulesetFiles files)
    {
        if (!Accepts(files))
        {
            return;
        }

        if (RulesetReader.TryRead(files, out var ruleset, out var problems))
        {
            _rulesets.Add(ruleset);
        }

        Keep(problems);
    }

    private void Keep(IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
        {
            _problems.Add(problem);
        }
    }
}

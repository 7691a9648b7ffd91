using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rulesets.ProFormas;

/// <summary>The pro-formas of a ruleset, and the forms that are known by name only.</summary>
/// <remarks>Immutable and thread-safe. The forms of the rulesets inside this package are read when they are first asked for.</remarks>
public sealed class ProFormaLibrary
{
    private readonly IReadOnlyDictionary<string, Lazy<ProForma>> _forms;

    internal ProFormaLibrary(IReadOnlyDictionary<string, Lazy<ProForma>> forms, IReadOnlyList<ListedForm> listed)
    {
        _forms = forms;
        Listed = listed;
        Ids = [.. forms.Keys.OrderBy(id => id, StringComparer.Ordinal)];
    }

    /// <summary>No forms at all.</summary>
    public static ProFormaLibrary Empty { get; } = new(new Dictionary<string, Lazy<ProForma>>(StringComparer.Ordinal), []);

    /// <summary>The ids of the forms that are here, in ordinal order.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Every form that the emission form names, here or not.</summary>
    public IReadOnlyList<ListedForm> Listed { get; }

    /// <summary>The form with this id, or null when it is not here.</summary>
    /// <exception cref="CctsDataException">The form has errors, all of them listed; only forms that nobody has read yet can.</exception>
    public ProForma? Find(string id) => _forms.TryGetValue(Require.NotNull(id), out var form) ? form.Value : null;

    /// <summary>A library with further forms, and with those of the same id replaced.</summary>
    internal ProFormaLibrary With(ProFormaLibrary over)
    {
        var forms = _forms.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        foreach (var form in over._forms)
        {
            forms[form.Key] = form.Value;
        }

        return new ProFormaLibrary(forms, [.. Listed.Where(l => !over.Listed.Any(o => o.Form == l.Form)), .. over.Listed]);
    }
}

/// <summary>A form that the emission form (Form E2, Section C) names.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="SubSector">The sub-sector, or empty.</param>
/// <param name="Form">What the form is called, e.g. <c>Sa1</c>; empty where no name is printed.</param>
/// <param name="ProForma">The id of the form in this ruleset, or null when it is not known.</param>
/// <param name="Reason">Why it is not known; otherwise null.</param>
/// <param name="SettledBy">Who could give it; otherwise null.</param>
public sealed record ListedForm(string Sector, string SubSector, string Form, string? ProForma, string? Reason, string? SettledBy);

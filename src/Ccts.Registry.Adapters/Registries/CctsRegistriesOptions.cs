using System;
using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Registries;

/// <summary>Where registries' files are, and what a host adds to the grammars.</summary>
public sealed class CctsRegistriesOptions
{
    /// <summary>Registry id, in upper or lower case, to the folder of its exports. A registry without a folder can only draft instructions.</summary>
    public IDictionary<string, string> Folders { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Folder of grammar files that join the shipped ones and replace those with the same id; null (the default) for none.</summary>
    public string? GrammarsFolder { get; set; }

    /// <summary>Folder of export format files that join the shipped ones and replace those with the same id; null (the default) for none.</summary>
    public string? FormatsFolder { get; set; }
}

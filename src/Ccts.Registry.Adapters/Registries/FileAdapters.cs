using Ccts.Registry.Adapters.Exports;

namespace Ccts.Registry.Adapters.Registries;

/// <summary>Verra through files: its VCU export, or pages of its JSON lists.</summary>
/// <param name="options">Where the folder is.</param>
/// <param name="reader">Reads the exports.</param>
public sealed class VerraFileAdapter(CctsRegistriesOptions options, ExportReader reader) : FileRegistryAdapter("verra", options, reader);

/// <summary>Gold Standard through files: its issuance and retirement exports, or pages of its API. Its terms forbid automated download.</summary>
/// <param name="options">Where the folder is.</param>
/// <param name="reader">Reads the exports.</param>
public sealed class GoldStandardFileAdapter(CctsRegistriesOptions options, ExportReader reader) : FileRegistryAdapter("gold-standard", options, reader);

/// <summary>The Indian Carbon Market registry through files. Its layout is not published: grammar and format are provisional stand-ins to be replaced.</summary>
/// <param name="options">Where the folder is.</param>
/// <param name="reader">Reads the exports.</param>
public sealed class IcmFileAdapter(CctsRegistriesOptions options, ExportReader reader) : FileRegistryAdapter("icm", options, reader);

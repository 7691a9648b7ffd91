namespace Ccts.Registry.Adapters.Channels.Connector;

/// <summary>A registry that the connector reaches.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ConnectorProgram
{
    private ConnectorProgram(string registry, string code) => (Registry, Code, Traits) = (registry, code, RegistryTraitsReader.Shipped(registry));

    /// <summary>Verra; the connector's programme VCS.</summary>
    public static ConnectorProgram Verra { get; } = new("verra", "VCS");

    /// <summary>American Carbon Registry; the connector's programme ACR.</summary>
    public static ConnectorProgram Acr { get; } = new("acr", "ACR");

    /// <summary>Climate Action Reserve; the connector's programme CAR.</summary>
    public static ConnectorProgram Car { get; } = new("car", "CAR");

    /// <summary>The registry's id.</summary>
    public string Registry { get; }

    /// <summary>The connector's code for it.</summary>
    public string Code { get; }

    /// <summary>What is known of it.</summary>
    public RegistryTraits Traits { get; }
}

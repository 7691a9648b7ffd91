namespace Ccts.Registry.Adapters.Channels.Files;

/// <summary>The result of putting a file into a folder.</summary>
internal enum Dropped
{
    /// <summary>It is there, whole.</summary>
    Now,

    /// <summary>The same file was there.</summary>
    Before,

    /// <summary>Another file of this name is there.</summary>
    Other,

    /// <summary>It is certainly not there.</summary>
    NotAtAll,

    /// <summary>Nobody can say.</summary>
    Perhaps,
}

namespace Ccts.Registry.Adapters.Channels.Webhooks;

/// <summary>What came of a notification.</summary>
public enum WebhookVerdict
{
    /// <summary>It is from who holds the secret, is fresh, and came for the first time: ask the registry.</summary>
    Accepted,

    /// <summary>It came before. Answer it as if it were accepted; nothing is to be done.</summary>
    Repeated,

    /// <summary>Its id, its time or its signature is missing or cannot be read.</summary>
    Malformed,

    /// <summary>Its body is larger than is taken.</summary>
    TooLarge,

    /// <summary>It is older or newer than is tolerated.</summary>
    OutOfTime,

    /// <summary>No signature on it is by a secret of the host.</summary>
    Forged,
}

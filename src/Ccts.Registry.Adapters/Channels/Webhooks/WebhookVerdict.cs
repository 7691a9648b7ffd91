namespace Ccts.Registry.Adapters.Channels.Webhooks;

/// <summary>The verdict on a notification.</summary>
public enum WebhookVerdict
{
    /// <summary>Signed with the secret, fresh, and received for the first time: ask the registry.</summary>
    Accepted,

    /// <summary>A repeat. Answer as if it were accepted, and do nothing.</summary>
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

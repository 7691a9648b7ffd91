namespace Ccts.Registry.Testing;

/// <summary>What a registry or the network may do to the next request. For each fault a channel may give only certain outcomes.</summary>
public enum ChannelFault
{
    /// <summary>Too many requests; nothing was done.</summary>
    Throttled,

    /// <summary>Too many requests, with how long to wait; nothing was done.</summary>
    ThrottledWithRetryAfter,

    /// <summary>An internal error of the registry; nothing was done.</summary>
    ServerError,

    /// <summary>An internal error of the registry; it was done.</summary>
    ServerErrorAfterActing,

    /// <summary>A failure status with a success body; nothing was done.</summary>
    CompletedInServerError,

    /// <summary>A success status with a refusal in the body; nothing was done.</summary>
    ErrorInOk,

    /// <summary>A success status with a refusal in the body for an unknown reason; it was done.</summary>
    UnexplainedErrorInOk,

    /// <summary>A success, and beside it a sentence that says otherwise; nothing was done.</summary>
    OkWithRemark,

    /// <summary>A success, and beside it a sentence that says otherwise; it was done.</summary>
    OkWithRemarkAfterActing,

    /// <summary>An HTML page for people; nothing was done.</summary>
    Html,

    /// <summary>An HTML page for people; it was done.</summary>
    HtmlAfterActing,

    /// <summary>An answer that ends in the middle; it was done.</summary>
    Truncated,

    /// <summary>An answer about something else; nothing was done.</summary>
    OtherAnswer,

    /// <summary>The connection is dropped; nothing was done.</summary>
    DroppedBeforeActing,

    /// <summary>The connection is dropped; it was done.</summary>
    DroppedAfterActing,

    /// <summary>A failure is reported, but the instruction takes effect later.</summary>
    LateEffect,

    /// <summary>The request arrives twice, and the answer is to the second.</summary>
    Doubled,

    /// <summary>Half of the numbers are done, and the answer says so.</summary>
    HalfDone,

    /// <summary>Half of the numbers are done, and the connection is dropped.</summary>
    HalfDoneAndDropped,

    /// <summary>It waits for a second person.</summary>
    Pending,

    /// <summary>The registry is closed, and says so; nothing was done.</summary>
    Maintenance,

    /// <summary>The host's token is no longer accepted; nothing was done.</summary>
    ExpiredToken,

    /// <summary>The request is redirected to another host; nothing was done.</summary>
    Redirect,

    /// <summary>An endless answer; nothing was done.</summary>
    NeverEnds,

    /// <summary>An answer that is too large; it was done.</summary>
    Huge,

    /// <summary>A refusal into which the registry, or a gateway before it, writes what it was sent, the host's token among it; nothing was done.</summary>
    EchoedSecret,

    /// <summary>Of a question or page: the filter is passed over.</summary>
    IgnoredFilter,

    /// <summary>Of a question or page: rows are missing that the total counts.</summary>
    Clamped,

    /// <summary>Of a page: the order changes, so that rows come twice and others never.</summary>
    Reordered,

    /// <summary>Of a page: it is the page before it.</summary>
    RepeatedPage,

    /// <summary>No answer for as long as the caller waits; nothing was done. Tried with a call that is cancelled.</summary>
    Silent,
}

/// <summary>Which request a fault is for.</summary>
public enum ChannelRequest
{
    /// <summary>An instruction.</summary>
    Instruction,

    /// <summary>A question about numbers.</summary>
    Question,

    /// <summary>A page of holdings.</summary>
    Page,

    /// <summary>A probe.</summary>
    Probe,
}

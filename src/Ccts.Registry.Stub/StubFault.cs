namespace Ccts.Registry.Stub;

/// <summary>A fault of one request.</summary>
public enum StubFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The answer comes after <see cref="StubOptions.Latency"/>.</summary>
    Slow,

    /// <summary>Status 429 without <c>Retry-After</c> and without a body; nothing was done.</summary>
    Throttled,

    /// <summary>Status 429 with <c>Retry-After: 2</c>; nothing was done.</summary>
    ThrottledWithRetryAfter,

    /// <summary>Status 500; nothing was done.</summary>
    ServerError,

    /// <summary>Status 500; it was done.</summary>
    ServerErrorAfterActing,

    /// <summary>Status 500 with a body that says completed; nothing was done.</summary>
    CompletedInServerError,

    /// <summary>Status 200 with a final refusal in the body; nothing was done.</summary>
    ErrorInOk,

    /// <summary>Status 200 with a refusal in the body under an unknown code; it was done.</summary>
    UnexplainedErrorInOk,

    /// <summary>Status 200, completed, and beside it a sentence that says otherwise; nothing was done.</summary>
    OkWithRemark,

    /// <summary>Status 200, completed, and beside it a sentence that says otherwise; it was done.</summary>
    OkWithRemarkAfterActing,

    /// <summary>Status 200 with a page in HTML; nothing was done.</summary>
    Html,

    /// <summary>Status 200 with a page in HTML; it was done.</summary>
    HtmlAfterActing,

    /// <summary>JSON that ends in the middle; it was done.</summary>
    Truncated,

    /// <summary>A completed answer about another instruction; nothing was done.</summary>
    OtherAnswer,

    /// <summary>The connection is dropped; nothing was done.</summary>
    DroppedBeforeActing,

    /// <summary>The connection is dropped; it was done.</summary>
    DroppedAfterActing,

    /// <summary>Status 504; it is done after <see cref="StubOptions.LateBy"/>.</summary>
    LateEffect,

    /// <summary>The request is delivered twice, and the answer is to the second.</summary>
    Doubled,

    /// <summary>The first half of the numbers is done, and the answer says so.</summary>
    HalfDone,

    /// <summary>The first half of the numbers is done, and the connection is dropped.</summary>
    HalfDoneAndDropped,

    /// <summary>It waits for a second person: <see cref="StubRegistry.Decide"/>.</summary>
    Pending,

    /// <summary>Status 503 whose body says that the registry is closed for maintenance; nothing was done.</summary>
    Maintenance,

    /// <summary>Status 401; earlier access tokens are no longer valid.</summary>
    ExpiredToken,

    /// <summary>Status 307 to another host; nothing was done.</summary>
    Redirect,

    /// <summary>An endless answer, a byte at a time; nothing was done.</summary>
    NeverEnds,

    /// <summary>An answer of 16 MiB; it was done.</summary>
    Huge,

    /// <summary>Status 400 whose body repeats what was sent, the token among it; nothing was done.</summary>
    EchoedSecret,

    /// <summary>Of a question or page: the filter is passed over, and everything comes.</summary>
    IgnoredFilter,

    /// <summary>Of a question or page: rows are missing, and the total still counts them.</summary>
    Clamped,

    /// <summary>Of a page: it has another order than the page before, so that some rows come twice and others never.</summary>
    Reordered,

    /// <summary>Of a page: it is the page before it.</summary>
    RepeatedPage,

    /// <summary>The registry's clock is an hour ahead.</summary>
    ClockSkew,
}

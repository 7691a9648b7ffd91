using System;

namespace Ccts.Sdk.Law;

/// <summary>A figure needs a value that the law does not give; an assessment turns it into a problem of its own.</summary>
internal sealed class UnknownLawException(string message) : InvalidOperationException(message);

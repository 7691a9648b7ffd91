using System;

namespace Ccts.Sdk.Law;

/// <summary>A figure needs a value that the law does not give. An assessment reports this as a problem.</summary>
internal sealed class UnknownLawException(string message) : InvalidOperationException(message);
